/**
 * The drawing of a network of any size: its layers as columns, large ones in part, and, while there are not too many, the fields below
 * it, neuron after neuron.
 */

import {
  ADD_LAYER_WIDTH,
  FIELD_HEIGHT,
  MOST_DRAWN,
  STEPPER,
  decimalsIn,
  fieldWidth,
  inKeyboardOrder,
  longestName,
  placeEdges,
  placeNodes,
} from './network-layout-parts.js';
import { networkLayers, parameterCount } from '../experiment/parameters.js';

/** @typedef {import('../experiment/parameters.js').Shape} Shape */
/** @typedef {import('./network-layout-parts.js').Layout} Layout */
/** @typedef {import('./network-layout-parts.js').FieldPlace} FieldPlace */

/** With more parameters than this there are no fields at the drawing. */
const MOST_FIELDS = 120;
const MARKER = 22;
const CELL_GAP = 4;
const LINE = 36;
const BLOCK_GAP = 10;
/** Between columns, for "+ 120". */
const NARROW = 40;

/**
 * @param {Shape} network
 * @param {number} width
 * @returns {Layout}
 */
export function layoutLayers(network, width) {
  const widths = [network.inputs, ...network.hidden, network.outputs];
  const drawn = Math.min(Math.max(...widths), MOST_DRAWN);
  const top = 24;
  const bottom = top + Math.max(drawn - 1, 3) * 34;
  const lossX = width - 36;
  const right = lossX - 76;
  const columns = widths.map((_, layer) => 18 + ((right - 18) * layer) / (widths.length - 1));
  const gap = columns[1] - columns[0];
  const isWide = widths.map((units) => units > MOST_DRAWN);
  const layers = placeNodes(network, columns, top, bottom, Math.min(14, gap / 3.2));
  const middle = (top + bottom) / 2;
  const below = bottom + (drawn < Math.max(...widths) ? 46 : 32);
  const low = below + 8 + STEPPER.height / 2;
  const hasSteppers = gap >= STEPPER.width + 4;
  const end = low + STEPPER.height / 2;
  const { fields, rows, height } =
    parameterCount(network) <= MOST_FIELDS ? placeFields(network, width, end + 12) : { fields: [], rows: [], height: end + 4 };
  return {
    width,
    height,
    layers,
    // Between large layers there is a band: single lines would be a hairball.
    edges: placeEdges(network, layers).filter(({ layer }) => !isWide[layer] && !isWide[layer - 1]),
    bands: layers.slice(1).flatMap((to, at) => (isWide[at] || isWide[at + 1] ? [bandBetween(layers[at], to)] : [])),
    fields: inKeyboardOrder(fields),
    end: { showsValue: true, loss: { x: lossX, y: middle }, target: { x: lossX, y: middle - 64 } },
    steppers: hasSteppers ? network.hidden.map((_, at) => ({ x: columns[at + 1], y: low, layer: at + 1 })) : [],
    addLayer: { x: width - ADD_LAYER_WIDTH / 2, y: low },
    // Where columns are narrow, every other one says it a line lower.
    more: widths.flatMap((units, layer) =>
      units > MOST_DRAWN ? [{ x: columns[layer], y: bottom + (gap < NARROW ? 20 + 12 * (layer % 2) : 24), count: units - MOST_DRAWN }] : [],
    ),
    widths: network.hidden.map((_, at) => ({ x: columns[at + 1], y: below, layer: at + 1, room: gap })),
    grid: { left: 0, pitch: LINE, columns: [], rows },
  };
}

/**
 * @param {import('./network-layout-parts.js').Node[]} from
 * @param {import('./network-layout-parts.js').Node[]} to
 * @returns {import('./network-layout-parts.js').Point[]} its corners
 */
function bandBetween(from, to) {
  const [top, bottom] = [from[0], from[from.length - 1]];
  const [otherTop, otherBottom] = [to[0], to[to.length - 1]];
  return [
    { x: top.x, y: top.y - top.radius },
    { x: otherTop.x, y: otherTop.y - otherTop.radius },
    { x: otherBottom.x, y: otherBottom.y + otherBottom.radius },
    { x: bottom.x, y: bottom.y + bottom.radius },
  ];
}

/**
 * Fields in lines as wide as the drawing: each neuron begins a line with its incoming weights, then its bias.
 * @param {Shape} network
 * @param {number} width
 * @param {number} top
 * @returns {{ fields: FieldPlace[], rows: NonNullable<Layout['grid']>['rows'], height: number }}
 */
function placeFields(network, width, top) {
  const perLine = Math.max(1, Math.floor((width - MARKER) / (fieldWidth(longestName(network), 2) + CELL_GAP)));
  /** @type {FieldPlace[]} */
  const fields = [];
  /** @type {NonNullable<Layout['grid']>['rows']} */
  const rows = [];
  let y = top;
  for (const { layer, units, inputs, firstWeight, firstUnit } of networkLayers(network)) {
    for (let unit = 1; unit <= units; unit += 1) {
      const names = Array.from({ length: inputs }, (_, at) => `w${firstWeight + (unit - 1) * inputs + at}`);
      if (network.bias) names.push(`b${firstUnit + unit - 1}`);
      const cell = (width - MARKER) / Math.min(perLine, Math.max(names.length, 4));
      const isHidden = layer <= network.hidden.length;
      rows.push({ x: 9, y: y + LINE / 2, unit: isHidden ? unit : null, number: firstUnit + unit - 1 });
      names.forEach((name, at) => {
        const place = { x: MARKER + cell * ((at % perLine) + 0.5), y: y + LINE * (Math.floor(at / perLine) + 0.5) };
        fields.push({
          name,
          ...place,
          width: cell - CELL_GAP,
          height: FIELD_HEIGHT,
          decimals: decimalsIn(name, cell - CELL_GAP),
          anchor: null,
        });
      });
      y += LINE * Math.ceil(names.length / perLine);
    }
    y += BLOCK_GAP;
  }
  return { fields, rows, height: y };
}
