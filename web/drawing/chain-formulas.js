/**
 * The formulas of the forward and the backward pass as lines of text with the numbers of one example in them; ui/mathml.js sets
 * them. Every number comes from the engine: parameters, and the trace of the example.
 */

import { formatFigure, inBrackets, joinNumbers } from '../base/format.js';
import { ACTIVATIONS } from '../experiment/kinds/activations/index.js';
import { LOSSES } from '../experiment/kinds/losses/index.js';
import { networkLayers } from '../experiment/parameters.js';

/** @typedef {import('../experiment/parameters.js').Layer} Layer */
/** @typedef {import('../engine/chain.js').Factor} Factor */

/**
 * @typedef {object} Example
 * @property {Pick<import('../experiment/experiment.js').Experiment, 'network' | 'loss'>} experiment
 * @property {ArrayLike<number>} values the parameters, in the engine's order
 * @property {import('../engine/run.js').Trace} trace
 * @property {readonly number[]} inputs
 * @property {readonly number[]} targets
 */
/** @typedef {{ unit: number | null, steps: string[] }} Line a formula in steps, each "= …" but the first; unit: the hidden neuron it belongs to */
/** @typedef {{ kind: 'compare' | 'error' | 'carry' | 'slope' | 'inputs', parts: string[], texts: string[], more: boolean }} Stage of the way back; parts of the drawing it lights */

/** How many terms of a sum, and units of a layer, are written out. */
const MOST_TERMS = 4;
const MOST_UNITS = 6;

/**
 * What a factor is worth, as a formula: "a1 ( 1 − a1 )", "w5".
 * @param {Factor} factor
 * @param {Example['experiment']} experiment
 * @returns {string}
 */
export function factorFormula({ symbol, from }, { network, loss }) {
  const above = symbol.slice(1, symbol.indexOf('/'));
  if (above === 'J' && from.includes('y')) {
    const [a, y] = from.split(', ');
    return LOSSES[loss].slopeFormula(a, y);
  }
  if (!above.startsWith('a')) return from;
  const layers = networkLayers(network);
  const isOutput = Number(above.slice(1)) >= layers[layers.length - 1].firstUnit;
  return ACTIVATIONS[isOutput ? network.outputActivation : network.activation].slopeFormula(above.slice(1));
}

/**
 * A sum with its middle left out where it is long; only what is shown is written, since a wide layer has thousands of terms.
 * @param {number} count of its terms
 * @param {(at: number) => string} term
 */
function sum(count, term) {
  const first = Array.from({ length: count <= MOST_TERMS ? count : MOST_TERMS - 2 }, (_, at) => term(at));
  return (count <= MOST_TERMS ? first : [...first, '…', term(count - 1)]).join(' + ');
}

/** @param {number} count */
const firstUnits = (count) => Array.from({ length: Math.min(count, MOST_UNITS) }, (_, at) => at);

/**
 * z and a of every neuron, layer by layer; of wide layers the first ones.
 * @param {Example} example
 * @returns {{ lines: Line[], more: number }[]} one a layer; more: neurons that are left out
 */
export function forwardLines({ experiment: { network }, values, trace, inputs }) {
  const layers = networkLayers(network);
  return layers.map((layer, at) => {
    const isOutput = at === layers.length - 1;
    const before = at === 0 ? inputs : trace.layers[at - 1].a;
    const letter = (/** @type {number} */ input) => (at === 0 ? `x${input + 1}` : `a${layers[at - 1].firstUnit + input}`);
    const { z, a } = trace.layers[at];
    const lines = firstUnits(layer.units).flatMap((unit) => {
      const number = layer.firstUnit + unit;
      const weight = layer.weights + unit * layer.inputs;
      const names = sum(before.length, (input) => `w${layer.firstWeight + unit * layer.inputs + input} ${letter(input)}`);
      const numbers = sum(before.length, (input) => `${inBrackets(values[weight + input])} · ${inBrackets(before[input])}`);
      const bias = layer.biases < 0 ? null : values[layer.biases + unit];
      const own = isOutput ? null : unit + 1;
      const { formula } = ACTIVATIONS[isOutput ? network.outputActivation : network.activation];
      return [
        {
          unit: own,
          steps: [
            `z${number} = ${names}${bias === null ? '' : ` + b${number}`}`,
            `= ${numbers}${bias === null ? '' : ` + ${inBrackets(bias)}`}`,
            `= ${formatFigure(z[unit])}`,
          ],
        },
        {
          unit: own,
          steps: [`a${number} = ${formula(`z${number}`)}`, `= ${formula(formatFigure(z[unit]))}`, `= ${formatFigure(a[unit])}`],
        },
      ];
    });
    return { lines, more: Math.max(0, layer.units - MOST_UNITS) };
  });
}

/**
 * J of the example, written out for one output.
 * @param {Example} example
 * @returns {string[]} steps
 */
export function lossSteps({ experiment: { network, loss }, trace, targets }) {
  const value = formatFigure(trace.loss);
  if (network.outputs > 1) return [`J = ${value}`];
  const layers = networkLayers(network);
  const k = layers[layers.length - 1].firstUnit;
  const a = trace.layers[layers.length - 1].a[0];
  const [y] = targets;
  const { formula, numbers } = LOSSES[loss];
  return [`J = ${formula(`a${k}`, 'y')}`, `= ${numbers(a, y)}`, `= ${value}`];
}

/**
 * The way of the error from the comparison with y back to the inputs, stage by stage.
 * @param {Example} example
 * @returns {Stage[]}
 */
export function backwardStages({ experiment: { network }, values, trace, inputs, targets }) {
  const layers = networkLayers(network);
  const output = layers[layers.length - 1];
  const units = (/** @type {Layer} */ { units: count, firstUnit }) => Array.from({ length: count }, (_, at) => `a${firstUnit + at}`);
  const y = (/** @type {number} */ at) => (targets.length === 1 ? 'y' : `y${at + 1}`);
  const last = trace.layers[layers.length - 1];
  /** @type {(kind: Stage['kind'], parts: string[], count: number, text: (at: number) => string) => Stage} */
  const stage = (kind, parts, count, text) => ({
    kind,
    parts,
    texts: Array.from({ length: Math.min(count, MOST_TERMS) }, (_, at) => text(at)),
    more: count > MOST_TERMS,
  });
  /** @type {(layer: Layer) => (at: number) => string} */
  const delta =
    ({ layer, firstUnit }) =>
    (at) =>
      `δ${firstUnit + at} = ${formatFigure(trace.layers[layer - 1].delta[at])}`;
  /** @type {(layer: Layer) => string[]} */
  const weights = ({ firstWeight, units: count, inputs: width }) =>
    Array.from({ length: count * width }, (_, at) => `w${firstWeight + at}`);

  const backward = layers
    .slice(0, -1)
    .reverse()
    .flatMap((layer) => {
      const next = layers[layer.layer];
      const carried = (/** @type {number} */ unit) => {
        const deltas = trace.layers[next.layer - 1].delta;
        const term = (/** @type {number} */ k) => `${inBrackets(deltas[k])} · ${inBrackets(values[next.weights + k * next.inputs + unit])}`;
        return `∂J/∂a${layer.firstUnit + unit} = ${sum(next.units, term)}`;
      };
      return [
        stage('carry', [...units(next), ...weights(next)], layer.units, carried),
        stage('slope', units(layer), layer.units, delta(layer)),
      ];
    });
  const [first] = layers;
  const gradient = (/** @type {number} */ at) => {
    const slope = trace.layers[0].delta[Math.floor(at / first.inputs)];
    return `∂J/∂w${first.firstWeight + at} = ${inBrackets(slope)} · ${inBrackets(inputs[at % first.inputs])}`;
  };
  return [
    stage('compare', ['J', 'y', ...units(output)], output.units, (at) =>
      joinNumbers([`a${output.firstUnit + at} = ${formatFigure(last.a[at])}`, `${y(at)} = ${formatFigure(targets[at])}`]),
    ),
    stage('error', ['J', ...units(output)], output.units, delta(output)),
    ...backward,
    stage(
      'inputs',
      [...Array.from({ length: first.inputs }, (_, at) => `x${at + 1}`), ...weights(first), ...units(first)],
      first.units * first.inputs,
      gradient,
    ),
  ];
}
