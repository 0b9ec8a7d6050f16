/**
 * The network in small, beside the formulas: what they speak of is lit here as it is in the large drawing, which may be out of sight.
 * Of wide layers there is nothing to see in small; they have none.
 */

import { neuronClass, neuronShape } from '../../drawing/neuron-style.js';
import { networkLayers } from '../../experiment/parameters.js';
import { colorUnit } from '../../drawing/parameter-color.js';
import { element, svgElement } from '../../ui/dom.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../experiment/experiment.js').Network} Network */
/** @typedef {{ x: number, y: number, part: string, unit: number | null }} Dot unit: of a hidden neuron */

const WIDTH = 400;
const HEIGHT = 132;
const RADIUS = 11;
/** More neurons in a column, or more columns, are not drawn. */
const MOST = { units: 5, columns: 6 };

/** @param {{ label: string }} options */
export function createMap({ label }) {
  const drawing = svgElement('svg', { class: 'drawing', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label });
  const root = element('div', { class: 'chain-map' }, drawing);
  let shape = '';
  return {
    root,
    /** @param {Snapshot} snapshot */
    update({ experiment: { network } }) {
      const next = [network.inputs, ...network.hidden, network.outputs].join();
      if (next === shape) return;
      shape = next;
      const columns = placeDots(network);
      root.hidden = columns.length > MOST.columns || columns.some((dots) => dots.length > MOST.units);
      if (!root.hidden)
        drawing.replaceChildren(...drawEdges(network, columns), ...columns.flat().map(drawDot), ...drawEnd(columns[columns.length - 1]));
    },
    /** @param {boolean} flows whether the lit lines carry something back */
    flow(flows) {
      root.classList.toggle('flowing', flows);
    },
  };
}

/** @param {Network} network @returns {Dot[][]} column by column, the inputs first */
function placeDots(network) {
  const layers = networkLayers(network);
  const widths = [network.inputs, ...layers.map(({ units }) => units)];
  return widths.map((units, column) =>
    Array.from({ length: units }, (_, at) => ({
      x: 18 + ((WIDTH - 118) * column) / (widths.length - 1),
      y: (HEIGHT * (at + 0.5)) / units,
      part: column === 0 ? `x${at + 1}` : `a${layers[column - 1].firstUnit + at}`,
      unit: column > 0 && column < widths.length - 1 ? at + 1 : null,
    })),
  );
}

/** @param {Network} network @param {Dot[][]} columns */
function drawEdges(network, columns) {
  const edges = networkLayers(network).flatMap(({ layer, units, inputs, firstWeight }) =>
    Array.from({ length: units * inputs }, (_, at) => ({
      part: `w${firstWeight + at}`,
      from: columns[layer - 1][at % inputs],
      to: columns[layer][Math.floor(at / inputs)],
    })),
  );
  const lines = edges.map(({ part, from, to }) => {
    const unit = colorUnit(network, part);
    return svgElement('line', {
      class: `edge ${unit === null ? 'neuron-output' : neuronClass(unit)}`,
      'data-part': part,
      x1: from.x,
      y1: from.y,
      x2: to.x,
      y2: to.y,
    });
  });
  // Nearer to the neuron that a weight enters, where fewer lines cross.
  const names = edges.map(({ part, from, to }) =>
    svgElement(
      'text',
      { class: 'map-name', 'data-part': part, x: from.x + (to.x - from.x) * 0.66, y: from.y + (to.y - from.y) * 0.66, dy: '0.35em' },
      part,
    ),
  );
  return [...lines, ...names];
}

/** @param {Dot} dot */
function drawDot({ x, y, part, unit }) {
  const isInput = part.startsWith('x');
  const look = unit === null ? (isInput ? 'node-input' : 'node-output neuron-output') : `node-hidden ${neuronClass(unit)}`;
  return svgElement(
    'g',
    { class: `node ${look}`, 'data-part': part, transform: `translate(${x} ${y})` },
    svgElement('path', { d: neuronShape(unit ?? 1), transform: `scale(${RADIUS})` }),
    svgElement('text', { dy: '0.35em' }, isInput ? part : part.slice(1)),
  );
}

/** J beside the output, and y, which meets nothing else. @param {Dot[]} outputs */
function drawEnd(outputs) {
  const x = WIDTH - 22;
  const y = HEIGHT / 2;
  return [
    ...outputs.map((dot) => svgElement('line', { class: 'arrow', x1: dot.x + RADIUS + 3, y1: dot.y, x2: x - 12, y2: y })),
    svgElement('line', { class: 'arrow', x1: x, y1: 26, x2: x, y2: y - 14 }),
    svgElement('text', { class: 'loss-name', 'data-part': 'J', x, y, dy: '0.35em' }, 'J'),
    svgElement('text', { class: 'target', 'data-part': 'y', x, y: 16, dy: '0.35em' }, 'y'),
  ];
}
