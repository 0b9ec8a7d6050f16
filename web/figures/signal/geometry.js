/**
 * One example's way through the network and back, stage by stage: where the nodes lie, and which pulses run where. Pure: numbers in, places
 * and sizes out. Units are numbered through the network, as in formulas.
 */

import { networkLayers } from '../../experiment/parameters.js';

/** @typedef {import('../../experiment/experiment.js').Experiment['network']} Network */
/** @typedef {import('../../engine/run.js').Trace} Trace */
/** @typedef {{ layer: number, unit: number, x: number, y: number, radius: number }} Node layer 0: the inputs; unit from 1 */
/** @typedef {{ name: string, from: Node, to: Node, value: number }} Line a weight */
/** @typedef {'forward' | 'compare' | 'error' | 'carry' | 'slope' | 'gradients'} StageKind */
/** @typedef {{ kind: StageKind, layer: number }} Stage layer: where it arrives; 0 where it is of the whole network */
/** @typedef {{ x: number, y: number }} Point */
/** @typedef {{ from: Point, to: Point, value: number, start: number, of: string }} Pulse start: its value when it sets out; of: the weight or the neuron that it is of */

/** Of wide layers so many units are drawn. */
export const MOST_UNITS = 6;
const RADIUS = Object.freeze({ least: 15, most: 34 });
/** From J to where a pulse waits beside it, so that it stays to be read. */
const BESIDE_END = 26;
/** The largest pulse, as a part of a node's radius, and the smallest that is seen. */
const PULSE = Object.freeze({ most: 0.62, least: 3 });

/**
 * @param {Network} network
 * @returns {Stage[]}
 */
export function stagesOf({ hidden }) {
  const last = hidden.length + 1;
  /** @type {Stage[]} */
  const forward = Array.from({ length: last }, (_, at) => ({ kind: 'forward', layer: at + 1 }));
  /** @type {Stage[]} */
  const backward = hidden.flatMap((_, at) => [
    { kind: /** @type {const} */ ('carry'), layer: hidden.length - at },
    { kind: /** @type {const} */ ('slope'), layer: hidden.length - at },
  ]);
  return [...forward, { kind: 'compare', layer: last }, { kind: 'error', layer: last }, ...backward, { kind: 'gradients', layer: 0 }];
}

/**
 * @param {Network} network
 * @param {number} width
 * @param {number} height
 * @returns {{ nodes: Node[][], end: Point, meet: Point, target: Point }} nodes by layer, the inputs first; end: J; meet: beside it, where pulses come to it; target: y
 */
export function layoutSignal({ inputs, hidden, outputs }, width, height) {
  const sizes = [inputs, ...hidden, outputs].map((units) => Math.min(units, MOST_UNITS));
  const most = Math.max(...sizes);
  const left = width < 520 ? 32 : 44;
  const isNarrow = width < 520;
  // Deeper networks have smaller neurons, and so smaller pulses.
  const right = isNarrow ? (sizes.length > 3 ? 72 : 84) : 120;
  const pitchX = (width - left - right) / (sizes.length - 1);
  const radius = Math.max(RADIUS.least, Math.min(RADIUS.most, pitchX * (isNarrow ? 0.18 : 0.22), (height / most) * 0.3));
  const label = 20;
  const room = height - 2 * radius - 2 * label - 8;
  const nodes = sizes.map((units, layer) => {
    // Layers keep one pitch, so that equal branches are mirror images.
    const pitch = Math.min(room / Math.max(1, units - 1), 190);
    return Array.from({ length: units }, (_, at) => ({
      layer,
      unit: at + 1,
      x: left + layer * pitchX,
      y: height / 2 + (at - (units - 1) / 2) * pitch,
      radius: layer === 0 ? Math.min(radius, 20) : radius,
    }));
  });
  const middle = height / 2;
  const x = width - (isNarrow ? 16 : 24);
  return { nodes, end: { x, y: middle }, meet: { x: x - BESIDE_END, y: middle }, target: { x, y: Math.max(16, middle - 76) } };
}

/**
 * @param {Network} network
 * @param {ArrayLike<number>} values
 * @param {Node[][]} nodes
 * @returns {Line[]}
 */
export function linesOf(network, values, nodes) {
  return networkLayers(network).flatMap(({ layer, inputs, weights, firstWeight }) =>
    nodes[layer].flatMap((to) =>
      nodes[layer - 1].map((from) => {
        const at = (to.unit - 1) * inputs + from.unit - 1;
        return { name: `w${firstWeight + at}`, from, to, value: values[weights + at] };
      }),
    ),
  );
}

/**
 * The pulses of a stage, as they run.
 * @param {Stage} stage
 * @param {object} state
 * @param {Network} state.network
 * @param {Line[]} state.lines
 * @param {{ nodes: Node[][], meet: Point }} state.layout
 * @param {Trace} state.trace
 * @param {readonly number[]} state.inputs
 * @returns {Pulse[]}
 */
export function pulsesOf({ kind, layer }, { network, lines, layout, trace, inputs }) {
  const into = (/** @type {number} */ at) => lines.filter(({ to }) => to.layer === at);
  const before = (/** @type {Node} */ node) => (node.layer === 0 ? inputs[node.unit - 1] : trace.layers[node.layer - 1].a[node.unit - 1]);
  const delta = (/** @type {Node} */ node) => trace.layers[node.layer - 1].delta[node.unit - 1];
  const last = layout.nodes[network.hidden.length + 1];
  if (kind === 'forward')
    return into(layer).map(({ name, from, to }) => ({
      of: name,
      from: dock(from, 1),
      to: dock(to, -1),
      value: before(from),
      start: before(from),
    }));
  if (kind === 'compare')
    return last.map((node) => ({
      of: nameOf(network, node),
      from: dock(node, 1),
      to: layout.meet,
      value: before(node),
      start: before(node),
    }));
  if (kind === 'error')
    return last.map((node) => ({
      of: nameOf(network, node),
      from: layout.meet,
      to: dock(node, 1),
      value: delta(node),
      start: delta(node),
    }));
  // What a weight carries back: the error times the weight.
  if (kind === 'carry')
    return into(layer + 1).map(({ name, from, to, value }) => ({
      of: name,
      from: dock(to, -1),
      to: dock(from, 1),
      value: value * delta(to),
      start: delta(to),
    }));
  if (kind === 'slope')
    return layout.nodes[layer].map((node) => ({
      of: nameOf(network, node),
      from: dock(node, 1),
      to: dock(node, 1),
      start: into(layer + 1).reduce((sum, line) => (line.from === node ? sum + line.value * delta(line.to) : sum), 0),
      value: delta(node),
    }));
  // A gradient rests on the line of its weight, nearer to the neuron that it enters.
  return lines.map(({ name, from, to }) => ({
    of: name,
    from: dock(to, -1),
    to: along(to, from, 0.45),
    value: delta(to) * before(from),
    start: delta(to),
  }));
}

/**
 * Where a pulse waits beside a neuron: on the side that it comes from, so that it covers no number.
 * @param {Node} node
 * @param {-1 | 1} side
 * @returns {Point}
 */
function dock({ x, y, radius }, side) {
  return { x: x + side * radius * (1 + PULSE.most), y };
}

/** @param {Network} network @param {Node} node */
const nameOf = (network, { layer, unit }) => `a${networkLayers(network)[layer - 1].firstUnit + unit - 1}`;

/** @param {Point} from @param {Point} to @param {number} part */
export function along(from, to, part) {
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

/**
 * How large a pulse is drawn: its area tells its size, against the largest of all stages of its direction. Exactly 0 is nothing.
 * @param {number} value
 * @param {number} largest
 * @param {number} radius of a node
 */
export function pulseRadius(value, largest, radius) {
  if (value === 0 || largest === 0) return 0;
  return Math.max(PULSE.least, Math.sqrt(Math.min(1, Math.abs(value) / largest)) * radius * PULSE.most);
}
