/**
 * Results of a sweep as one list of numbers, as they come out of nn_many_outcome: a thread makes and sends such a list in a tenth of the time that objects
 * take. Whoever gets it makes the objects.
 */
import { likenessOf } from './readings.js';

/** @typedef {import('./sweep.js').SweepResult} SweepResult */
/**
 * @typedef {object} PackedResults
 * @property {number} from the seed of the first; each other has the seed behind that of the one before it
 * @property {number} count
 * @property {readonly number[]} hidden units of each hidden layer
 * @property {number} examples
 * @property {number | null} baseline
 * @property {number} parameters of the network, where they are wanted; else 0
 * @property {Float64Array} outcomes what nn_many_outcome gives of each
 * @property {Float64Array} parted the step at which each parted, NaN: null
 * @property {Float64Array} weights the first and the last parameters of each
 */

/** How many numbers an outcome has. @param {Pick<PackedResults, 'hidden'>} packed */
export const packedSize = ({ hidden }) => hidden.reduce((sum, units) => sum + 5 + 3 * units, 6);

/** Both digits of each byte: a number of 32 bits to base 16 by the language takes ten times as long. */
const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** @param {number} half */
const hex = (half) => BYTES[half >>> 24] + BYTES[(half >>> 16) & 255] + BYTES[(half >>> 8) & 255] + BYTES[half & 255];

/**
 * @param {PackedResults} packed
 * @returns {SweepResult[]} the objects that outcomeOf makes (ties/run-outcome.js)
 */
export const unpackResults = (packed) => Array.from({ length: packed.count }, (_, at) => unpackResult(packed, at));

/**
 * @param {PackedResults} packed
 * @param {number} at the result's place
 * @returns {SweepResult}
 */
function unpackResult({ from, hidden, examples, baseline, parameters, outcomes, parted, weights }, at) {
  let next = at * packedSize({ hidden });
  const right = outcomes[next + 3];
  const result = {
    seed: from + at,
    step: outcomes[next],
    loss: outcomes[next + 2],
    stopped: outcomes[next + 1] === 1 ? /** @type {const} */ ('diverged') : null,
    effective: /** @type {number[]} */ ([]),
    different: /** @type {number[]} */ ([]),
    solved: right < 0 ? null : right / examples,
    baseline,
    parted: Number.isNaN(parted[at]) ? null : parted[at],
    fingerprint: hex(outcomes[next + 4]) + hex(outcomes[next + 5]),
    layers: /** @type {SweepResult['layers']} */ ([]),
  };
  next += 6;
  for (const units of hidden) {
    /** @type {[number, number]} */
    const pair = [outcomes[next + 2], outcomes[next + 3]];
    const different = outcomes[next + 1];
    const { tied, same, mirror, dead } = likenessOf(outcomes, units, next + 5);
    result.effective.push(outcomes[next]);
    result.different.push(different);
    result.layers.push({ tied, same, mirror, dead, different, nearest: units > 1 ? { units: pair, distance: outcomes[next + 4] } : null });
    next += 5 + 3 * units;
  }
  if (parameters === 0) return result;
  const [first, last, end] = [2 * at, 2 * at + 1, 2 * at + 2].map((lists) => lists * parameters);
  return { ...result, first: [...weights.subarray(first, last)], last: [...weights.subarray(last, end)] };
}
