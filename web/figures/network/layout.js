/** Where the parts of the network figure stand in a box of any size, in pixels: pure geometry. */

import { networkLayers, parameterNames } from '../../experiment/parameters.js';

/** @typedef {import('../../experiment/experiment.js').Experiment['network']} Network */
/** @typedef {{ x: number, y: number }} Point */
/** @typedef {{ x: number, y: number, radius: number, unit: number, number: number }} Disc unit: counted from 1 in its layer; number: through the network */
/** @typedef {{ x: number, y: number, side: number }} Square x, y: its center */
/** @typedef {{ name: string, index: number, layer: number, unit: number, input: number, from: Point, to: Point, start: Point, end: Point, color: number | null }} Line from, to: centers; start, end: what is seen of it; color: the hidden neuron it belongs to; null without one */

/**
 * @typedef {object} NetworkLayout
 * @property {number} scale of texts and strokes: 1 in a large box
 * @property {readonly { x: number, y: number, radius: number }[]} inputs
 * @property {readonly (readonly Disc[])[]} layers hidden ones
 * @property {readonly number[]} more neurons of each hidden layer that are not drawn
 * @property {readonly Square[]} outputs
 * @property {readonly Line[]} lines
 */

/** More neurons of a layer than this are counted, not drawn. */
export const MOST_DRAWN = 6;
const MOST_OUTPUTS = 3;
/** How close the discs of a tie stand, as a part of the room that neurons apart have between them. */
const TIED_GAP = 0.5;
/** A bar with its sign needs this much, in pixels. */
const LEAST_GAP = 19;

/**
 * @param {Network} network
 * @param {{ width: number, height: number }} box
 * @param {(layer: number, unit: number) => number} apart how far a neuron has drifted from the next one of its layer: 0 tied, 1 as far as it goes
 * @returns {NetworkLayout}
 */
export function layoutFigure(network, { width, height }, apart) {
  const drawn = network.hidden.map((units) => Math.min(units, MOST_DRAWN));
  const outputs = Math.min(network.outputs, MOST_OUTPUTS);
  const sizes = sizesOf(drawn, outputs, network.inputs, width, height);
  const { radius, side, inputRadius, pad } = sizes;
  const left = pad + inputRadius;
  const right = width - pad - side / 2;
  const first = left + inputRadius;
  const last = right - side / 2;
  const room = (last - first - 2 * radius * drawn.length) / (drawn.length + 1);
  const columnX = (/** @type {number} */ at) => first + room * (at + 1) + radius * (2 * at + 1);

  const layers = networkLayers(network);
  const discs = drawn.map((units, at) => {
    const gap = units < 2 ? 0 : Math.min((height - 2 * pad - 2 * radius * units) / (units - 1), Math.max(0.85 * radius, 2 * LEAST_GAP));
    const least = Math.min(gap, Math.max(TIED_GAP * gap, LEAST_GAP));
    const gaps = Array.from({ length: units - 1 }, (_, unit) => least + (gap - least) * apart(at + 1, unit + 1));
    const total = 2 * radius * units + gaps.reduce((sum, each) => sum + each, 0);
    let y = height / 2 - total / 2 - radius;
    return Array.from({ length: units }, (_, unit) => {
      y += unit === 0 ? 2 * radius : 2 * radius + gaps[unit - 1];
      return { x: columnX(at), y, radius, unit: unit + 1, number: layers[at].firstUnit + unit };
    });
  });
  const squares = spread(outputs, height / 2, side + 14).map((y) => ({ x: right, y, side }));
  const pitch = Math.min(
    (height - 2 * pad - 2 * inputRadius) / Math.max(1, network.inputs - 1),
    network.inputs > 2 ? 130 : radius === 0 ? 0.6 * side : 2.6 * radius,
  );
  const inputs = spread(network.inputs, height / 2, pitch).map((y) => ({ x: left, y, radius: inputRadius }));
  const scale = Math.max(0.62, Math.min(1, Math.min(width / 640, height / 460)));
  const lines = linesOf(network, { inputs, discs, squares });
  return { scale, inputs, layers: discs, more: network.hidden.map((units, at) => units - drawn[at]), outputs: squares, lines };
}

/**
 * @param {readonly number[]} drawn
 * @param {number} outputs
 * @param {number} inputs
 * @param {number} width
 * @param {number} height
 */
function sizesOf(drawn, outputs, inputs, width, height) {
  const pad = Math.max(4, Math.min(width, height) * 0.03);
  const inputRadius = Math.min(28, Math.max(11, width * 0.034, 0), (height - 2 * pad) / (2.4 * inputs));
  const across = width - 2 * pad - 2 * inputRadius;
  const hidden = drawn.length;
  const most = Math.max(1, ...drawn);
  if (hidden === 0) return { pad, inputRadius, radius: 0, side: Math.min(0.56 * across, 0.58 * height) };
  const byWidth = across / (2 * hidden + 1.85 + 0.9 * (hidden + 1));
  const byHeight = Math.min(
    (height - 2 * pad) / (2 * most + 0.42 * (most - 1)),
    (height - 2 * pad - 1.2 * LEAST_GAP * (most - 1)) / (2 * most),
  );
  const radius = Math.min(byWidth, byHeight, 0.25 * height);
  const side = Math.min(1.85 * radius + (byWidth - radius) * 0.9, (height * 0.86) / (outputs + 0.5), height * 0.46);
  return { pad, inputRadius, radius, side };
}

/**
 * @param {number} count
 * @param {number} middle
 * @param {number} pitch
 */
function spread(count, middle, pitch) {
  return Array.from({ length: count }, (_, at) => middle + (at - (count - 1) / 2) * pitch);
}

/**
 * @param {Network} network
 * @param {{ inputs: readonly { x: number, y: number, radius: number }[], discs: readonly (readonly Disc[])[], squares: readonly Square[] }} nodes
 * @returns {Line[]} of the weights whose two ends are drawn
 */
function linesOf(network, { inputs, discs, squares }) {
  const names = parameterNames(network);
  return networkLayers(network).flatMap(({ layer, units, inputs: count, weights }) => {
    const isOutput = layer > network.hidden.length;
    return Array.from({ length: units * count }, (_, at) => {
      const [unit, input] = [Math.floor(at / count), at % count];
      const from = layer === 1 ? inputs[input] : discs[layer - 2][input];
      const to = isOutput ? squares[unit] : discs[layer - 1][unit];
      if (from === undefined || to === undefined) return [];
      const color = isOutput ? (layer === 1 ? null : input + 1) : unit + 1;
      const start = leave(from, to, from.radius);
      const end = 'side' in to ? leaveSquare(to, from) : leave(to, from, to.radius);
      return [
        {
          name: names[weights + at],
          index: weights + at,
          layer,
          unit: unit + 1,
          input: input + 1,
          from: point(from),
          to: point(to),
          start,
          end,
          color,
        },
      ];
    }).flat();
  });
}

/** @param {Point} place */
const point = ({ x, y }) => ({ x, y });

/**
 * Where a line to another point leaves a disc.
 * @param {Point} center
 * @param {Point} toward
 * @param {number} radius
 * @returns {Point}
 */
function leave(center, toward, radius) {
  const length = Math.hypot(toward.x - center.x, toward.y - center.y) || 1;
  return { x: center.x + ((toward.x - center.x) * radius) / length, y: center.y + ((toward.y - center.y) * radius) / length };
}

/**
 * @param {Square} square
 * @param {Point} toward
 * @returns {Point}
 */
function leaveSquare({ x, y, side }, toward) {
  const reach = side / 2 / Math.max(Math.abs(toward.x - x), Math.abs(toward.y - y), 1);
  return { x: x + (toward.x - x) * reach, y: y + (toward.y - y) * reach };
}

/**
 * How thick a weight's line is.
 * @param {number} weight
 * @param {number} scale
 */
export function lineWidth(weight, scale) {
  return scale * (1.4 + 13 * (1 - Math.exp(-Math.abs(weight) / 5)));
}

/** Where a weight's knob stands on what is seen of its line: in the middle at zero, past it toward the neuron that it enters where positive. */
const KNOB_REACH = 0.44;
const KNOB_SOFTNESS = 2;

/** @param {number} weight @returns {number} 0 to 1 along the line */
export function knobOf(weight) {
  return 0.5 + KNOB_REACH * Math.tanh(weight / KNOB_SOFTNESS);
}

/** So many pixels of a hand are a tenth, whatever the length of the line; from there on each is more, so that large weights are reached, too. */
const TENTH = 5;
const FAR = 60;

/**
 * @param {number} value of a weight
 * @param {number} pixels that its knob is drawn along its line
 * @returns {number} to a tenth
 */
export function drawnBy(value, pixels) {
  const far = Math.max(0, Math.abs(pixels) / FAR - 1);
  return Math.round(10 * value + pixels / TENTH + 20 * Math.sign(pixels) * far * far) / 10 + 0;
}

/**
 * @param {Line} line
 * @param {number} along 0 at its seen start, 1 at its seen end
 * @returns {Point}
 */
export function pointOn({ start, end }, along) {
  return { x: start.x + (end.x - start.x) * along, y: start.y + (end.y - start.y) * along };
}

/**
 * How many pixels a movement goes along a line.
 * @param {Line} line
 * @param {number} x
 * @param {number} y
 */
export function alongOf({ start, end }, x, y) {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  return (x * dx + y * dy) / (Math.hypot(dx, dy) || 1);
}
