/** What a stage of the signal works out, written out for the first neuron or weight that it comes to. Pure: numbers in, a text of symbols and numbers out. */

import { equalsSign, formatExact } from '../../base/format.js';
import { networkLayers } from '../../experiment/parameters.js';
import { MOST_UNITS } from './geometry.js';

/** @typedef {import('./geometry.js').Node} Node */

/** A sum of more terms is too long to be read. */
const MOST_TERMS = 3;
/** What is left of a sum that is none. */
const ROUNDING = 1e-12;

/** A few digits, with a true minus sign. @param {number} value @param {number} [digits] */
export function short(value, digits = 3) {
  return formatExact(Number(value.toPrecision(digits))).replaceAll('-', '\u2212');
}

/** What comes out, which mostly has more digits than are written. @param {number} value */
const result = (value) => `${equalsSign(value)} ${short(value)}`;

/** The same behind a dot or a sign. @param {number} value */
const inner = (value) => (value < 0 ? `(${short(value)})` : short(value));

/**
 * @param {import('./geometry.js').Stage} stage
 * @param {Pick<Parameters<typeof import('./geometry.js').pulsesOf>[1], 'network' | 'lines' | 'trace' | 'inputs'> & { targets: readonly number[], isCrossEntropy: boolean }} state
 * @returns {string} '' where it would be too long
 */
export function productOf({ kind, layer }, { network, lines, trace, inputs, targets, isCrossEntropy }) {
  // Of wide layers not all is drawn.
  if (Math.max(network.inputs, ...network.hidden) > MOST_UNITS) return '';
  const layers = networkLayers(network);
  const number = (/** @type {Node} */ node) => layers[node.layer - 1].firstUnit + node.unit - 1;
  const cameIn = (/** @type {Node} */ node) =>
    node.layer === 0
      ? { name: `x${node.unit}`, value: inputs[node.unit - 1] }
      : { name: `a${number(node)}`, value: trace.layers[node.layer - 1].a[node.unit - 1] };
  const delta = (/** @type {Node} */ node) => trace.layers[node.layer - 1].delta[node.unit - 1];
  const out = lines.filter(({ from }) => from.layer === layer && from.unit === 1);
  const carried = out.reduce((sum, { value, to }) => sum + value * delta(to), 0);

  if (kind === 'forward') {
    const into = lines.filter(({ to }) => to.layer === layer && to.unit === 1);
    const terms = into.map(({ name, from }) => `${name} \u00b7 ${cameIn(from).name}`);
    const [z] = trace.layers[layer - 1].z;
    // A bias of zero adds nothing, and need not be known yet.
    if (Math.abs(into.reduce((rest, { value, from }) => rest - value * cameIn(from).value, z)) > ROUNDING)
      terms.push(`b${number(into[0].to)}`);
    return terms.length > MOST_TERMS ? '' : `z${number(into[0].to)} = ${terms.join(' + ')} ${result(z)}`;
  }
  if (kind === 'error') {
    const { a, delta: errors } = trace.layers[layer - 1];
    const own = layers[layer - 1].firstUnit;
    return isCrossEntropy ? `\u03b4${own} = a${own} \u2212 y = ${short(a[0])} \u2212 ${short(targets[0])} ${result(errors[0])}` : '';
  }
  if (kind === 'carry') {
    const terms = out.map(({ name, to }) => `${name} \u00b7 \u03b4${number(to)}`);
    const numbers = out.length > 1 ? '' : `${short(out[0].value)} \u00b7 ${inner(delta(out[0].to))} `;
    const isExact = numbers === '' ? '' : '= ';
    return terms.length > MOST_TERMS ? '' : `${terms.join(' + ')} ${isExact}${numbers}${result(carried)}`;
  }
  if (kind === 'slope') {
    const { from } = out[0];
    return carried === 0 ? '' : `\u03b4${number(from)} = ${short(carried)} \u00b7 ${inner(delta(from) / carried)} ${result(delta(from))}`;
  }
  if (kind === 'gradients') {
    const [{ name, from, to }] = lines;
    const { name: input, value } = cameIn(from);
    return `\u2202J/\u2202${name} = \u03b4${number(to)} \u00b7 ${input} = ${short(delta(to))} \u00b7 ${inner(value)} ${result(delta(to) * value)}`;
  }
  return '';
}
