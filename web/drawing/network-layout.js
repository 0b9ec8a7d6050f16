/**
 * Where the parts of the network drawing stand, in pixels, for a given width: pure geometry, no DOM. Up to two hidden neurons every
 * weight has its field on its edge; with more, the fields stand in a grid, one row a neuron, beside the drawing or below it. Larger
 * networks are for drawing/network-layout-deep.js.
 */

import {
  ADD_LAYER_WIDTH,
  FIELD_HEIGHT,
  STEPPER,
  decimalsIn,
  fieldWidth,
  inKeyboardOrder,
  longestName,
  place,
  placeEdges,
  placeNodes,
} from './network-layout-parts.js';
import { layoutLayers } from './network-layout-deep.js';
import { parameterNames } from '../experiment/parameters.js';

/** @typedef {import('../experiment/parameters.js').Shape} Shape */
/** @typedef {import('./network-layout-parts.js').Point} Point */
/** @typedef {import('./network-layout-parts.js').Node} Node */
/** @typedef {import('./network-layout-parts.js').Edge} Edge */
/** @typedef {import('./network-layout-parts.js').FieldPlace} FieldPlace */
/** @typedef {import('./network-layout-parts.js').Layout} Layout */

/** Below this J stands above the output instead of beside it. */
const NARROW = 600;
/** Fields on the edges are smaller below this width. */
const TIGHT = 400;
/** Below this the grid stands below the drawing instead of beside it. */
const NARROW_GRID = 520;
/** From this many hidden units on, fields on edges would touch. */
const GRID_FROM = 3;

/** Room before the fields of a row, and between two of them. */
const MARKER = 22;
const CELL_GAP = 4;
/** Up to this many hidden units the grid has a row for each. */
const MOST_ROWS = 8;

/**
 * @param {Shape} network
 * @param {number} width
 * @returns {Layout}
 */
export function layoutNetwork(network, width) {
  const { inputs, hidden, outputs } = network;
  const units = hidden[0] ?? 0;
  const isSmall = hidden.length <= 1 && outputs === 1 && units <= MOST_ROWS && inputs <= (width < NARROW_GRID ? 2 : 4);
  if (isSmall && units < GRID_FROM && inputs <= 2) return layoutOnEdges(network, width);
  if (!isSmall || units === 0) return layoutLayers(network, width);
  // The grid stands where its fields have room for two decimals: beside the drawing, else below it; else each neuron has lines of its own.
  const least = fieldWidth(longestName(network), 2) + CELL_GAP;
  const cells = network.inputs + (network.bias ? 1 : 0) + 1;
  if (width >= NARROW_GRID && gridBeside(width) - MARKER >= least * cells) return layoutGrid(network, width, false);
  return width - MARKER >= least * cells ? layoutGrid(network, width, true) : layoutLayers(network, width);
}

/** @param {number} width */
const gridBeside = (width) => Math.max(width * 0.62, 318);

/**
 * @param {Shape} network
 * @param {number} width
 * @returns {Layout}
 */
function layoutOnEdges(network, width) {
  const narrow = width < NARROW;
  // In a frame of 320 by 480 pixels the drawing and Train are seen together.
  const height = narrow ? (network.bias ? 306 : 262) : network.bias ? 350 : 280;
  const radius = narrow ? 20 : 24;
  // Beside the lesson there is no room for J, but for four decimals.
  const isTight = width < TIGHT;
  const chipWidth = isTight ? 84 : 94;
  const middle = height / 2;
  const outputX = narrow ? width - chipWidth / 2 - 4 : width * 0.76;
  const columns = network.hidden.length > 0 ? [0.5 * (narrow ? width : width * 0.96)] : [];
  const left = narrow ? 17 : 34;
  const inset = narrow ? (network.bias ? 56 : 34) : network.bias ? 76 : 42;
  const layers = placeNodes(network, [left, ...columns, outputX], inset, height - inset, radius);
  const end = narrow
    ? { showsValue: false, loss: { x: outputX, y: middle - 68 }, target: { x: outputX, y: middle - 116 } }
    : { showsValue: true, loss: { x: width - 38, y: middle }, target: { x: width - 38, y: middle - 88 } };
  const edges = placeEdges(network, layers);
  const fields = parameterNames(network).map((name) => {
    const size = { name, width: chipWidth, height: FIELD_HEIGHT, decimals: isTight ? 3 : 4 };
    const edge = edges.find((candidate) => candidate.name === name);
    if (edge) return { ...size, ...pointOnEdge(network, edge, { radius, fieldWidth: chipWidth, narrow }), anchor: null };
    return { ...size, ...biasPoint(network, layers, name, narrow) };
  });
  // Beside what stands lowest in the hidden column: the second neuron, or its bias.
  const low = height - (network.bias ? 33 : 20);
  const aside = (network.bias ? chipWidth / 2 : radius) + 6 + STEPPER.width / 2;
  const stepperX = columns.map((x) => x + (network.hidden[0] === 1 ? 0 : aside));
  const hasCorner = narrow && network.bias;
  const addX = stepperX.length > 0 ? stepperX[0] + STEPPER.width / 2 + 4 + ADD_LAYER_WIDTH / 2 : width * 0.48;
  const addLayer = hasCorner ? { x: ADD_LAYER_WIDTH / 2 + 4, y: height - 16 } : { x: addX, y: low };
  return {
    width,
    height,
    layers,
    edges,
    end,
    addLayer,
    fields: inKeyboardOrder(fields),
    steppers: stepperX.map((x) => ({ x, y: low, layer: 1 })),
    more: [],
    widths: [],
    grid: null,
  };
}

/**
 * Where on its edge a weight's field stands: level edges short of the neuron, crossing edges past the crossing, outgoing ones midway.
 * @param {Shape} network
 * @param {Edge} edge
 * @param {{ radius: number, fieldWidth: number, narrow: boolean }} sizes
 * @returns {Point}
 */
function pointOnEdge(network, edge, { radius, fieldWidth, narrow }) {
  const { from, to } = edge;
  const first = edge.layer === 1 && network.hidden.length > 0;
  const reach = to.x - radius - 8 - fieldWidth / 2;
  const atMost = (reach - from.x) / (to.x - from.x);
  const outgoing = network.hidden.length === 0 ? 0.5 : 0.44;
  const converging = narrow ? 0.3 : 0.45;
  const along = !first ? outgoing : from.y === to.y ? Math.min(0.62, atMost) : network.hidden[0] === 1 ? converging : 0.66;
  return { x: from.x + (to.x - from.x) * along, y: from.y + (to.y - from.y) * along };
}

/**
 * A bias stands above the first neuron, below any other and below the output.
 * @param {Shape} network
 * @param {Node[][]} layers
 * @param {string} name
 * @param {boolean} narrow
 * @returns {Point & { anchor: Point }}
 */
function biasPoint(network, layers, name, narrow) {
  const { layer, unit } = place(network, name);
  const node = layers[layer][unit - 1];
  const isOutput = layer === network.hidden.length + 1;
  const gap = isOutput && narrow && network.hidden.length > 0 ? 88 : node.radius + 4 + FIELD_HEIGHT / 2;
  const up = !isOutput && unit === 1;
  return { x: node.x, y: node.y + (up ? -gap : gap), anchor: { x: node.x, y: node.y } };
}

/**
 * @param {Shape} network
 * @param {number} width
 * @param {boolean} narrow whether the grid stands below the drawing
 * @returns {Layout}
 */
function layoutGrid(network, width, narrow) {
  const units = network.hidden[0] ?? 0;
  const rows = units + (network.bias ? 1 : 0);
  const pitch = narrow ? 36 : Math.max(38, Math.min(60, Math.floor(290 / rows)));
  const gridWidth = narrow ? width : gridBeside(width);
  const grid = { left: width - gridWidth, top: 34, pitch, marker: MARKER, cells: network.inputs + (network.bias ? 1 : 0) + 1 };
  const drawing = narrow
    ? {
        outputX: width - 112,
        hiddenX: width * 0.36,
        top: 20,
        bottom: 20 + Math.max(units - 1, network.inputs - 1, 3) * (width < NARROW_GRID ? 32 : 40),
        radius: 14,
      }
    : {
        outputX: grid.left - 52,
        hiddenX: (grid.left - 30) * 0.48,
        top: grid.top + pitch / 2,
        bottom: grid.top + pitch * (units - 0.5),
        radius: 15,
      };
  if (narrow) grid.top = drawing.bottom + 72;
  const { outputX, hiddenX, top, bottom, radius } = drawing;
  const layers = placeNodes(network, [17, hiddenX, outputX], top, bottom, radius);
  const middle = (top + bottom) / 2;
  // Where J and y stand below the output, lower than those.
  const low = Math.max(bottom + radius + 22, narrow ? 0 : middle + 144);
  const addLayerX = hiddenX + (STEPPER.width + ADD_LAYER_WIDTH) / 2 + 8;
  return {
    width,
    height: Math.max(grid.top + pitch * rows + 4, narrow ? 0 : Math.max(middle + 130, low + STEPPER.height / 2 + 2)),
    layers,
    edges: placeEdges(network, layers),
    fields: inKeyboardOrder(parameterNames(network).map((name) => gridField(network, grid, name, (gridWidth - grid.marker) / grid.cells))),
    end: narrow
      ? { showsValue: true, loss: { x: width - 36, y: middle }, target: { x: width - 36, y: Math.max(12, middle - 64) } }
      : { showsValue: true, loss: { x: outputX, y: middle + 64 }, target: { x: outputX, y: middle + 116 } },
    steppers: [{ x: hiddenX, y: low, layer: 1 }],
    addLayer: { x: addLayerX, y: low },
    more: [],
    widths: [],
    grid: gridMarks(network, grid, (gridWidth - grid.marker) / grid.cells, rows),
  };
}

/** @typedef {{ left: number, top: number, pitch: number, marker: number, cells: number }} Grid columns: inputs, bias, output; rows: units, then the output */

/**
 * @param {Shape} network
 * @param {Grid} grid
 * @param {string} name
 * @param {number} cell width of a column
 * @returns {FieldPlace}
 */
function gridField(network, { left, top, pitch, marker, cells }, name, cell) {
  const { layer, unit, input } = place(network, name);
  const isOutput = layer === network.hidden.length + 1;
  const column = input === null ? network.inputs : isOutput ? cells - 1 : input - 1;
  const row = !isOutput ? unit - 1 : input === null ? network.hidden[0] : input - 1;
  return {
    name,
    x: left + marker + cell * (column + 0.5),
    y: top + pitch * (row + 0.5),
    width: cell - CELL_GAP,
    height: FIELD_HEIGHT,
    decimals: decimalsIn(name, cell - CELL_GAP),
    anchor: null,
  };
}

/**
 * @param {Shape} network
 * @param {Grid} grid
 * @param {number} cell width of a column
 * @param {number} rows
 * @returns {NonNullable<Layout['grid']>}
 */
function gridMarks(network, { left, top, pitch, marker, cells }, cell, rows) {
  return {
    left,
    pitch,
    columns: Array.from({ length: cells }, (_, at) => ({
      x: left + marker + cell * (at + 0.5),
      y: top - 8,
      room: cell,
      kind: at < network.inputs ? 'input' : at === cells - 1 ? 'output' : 'bias',
      number: at + 1,
    })),
    rows: Array.from({ length: rows }, (_, at) => ({
      x: left + 9,
      y: top + pitch * (at + 0.5),
      unit: at < network.hidden[0] ? at + 1 : null,
      number: at + 1,
    })),
  };
}
