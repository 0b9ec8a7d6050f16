/**
 * Results of a sweep as one list of numbers, as they come out of nn_many_outcome: a thread makes and sends such a list in a tenth of the time that objects
 * take. Whoever gets it makes the objects.
 */
import { likenessOf } from './readings.js';

/** @typedef {import('./sweep.js').SweepResult} SweepResult */
/**
 * @typedef {object} PackedResults
 * @property {number} count
 * @property {readonly number[]} hidden units of each hidden layer
 * @property {number} examples
 * @property {number | null} baseline
 * @property {number} parameters how many of them, first and last, stand behind each outcome: 0 where they are not wanted
 * @property {Float64Array} numbers of each result: the seed, the step at which it parted (NaN: null), what nn_many_outcome gives, and the parameters
 */

/** How many numbers a result has. @param {Pick<PackedResults, 'hidden' | 'parameters'>} packed */
export const packedSize = ({ hidden, parameters }) => hidden.reduce((sum, units) => sum + 5 + 3 * units, 8) + 2 * parameters;

/** @param {number} half */
const hex = (half) => half.toString(16).padStart(8, '0');

/**
 * @param {PackedResults} packed
 * @returns {SweepResult[]} the objects that outcomeOf makes (ties/run-outcome.js)
 */
export function unpackResults(packed) {
  const size = packedSize(packed);
  return Array.from({ length: packed.count }, (_, at) => unpackResult(packed, at * size));
}

/**
 * @param {PackedResults} packed
 * @param {number} from where the result's numbers begin
 * @returns {SweepResult}
 */
function unpackResult({ hidden, examples, baseline, parameters, numbers }, from) {
  const [partedAt, right] = [numbers[from + 1], numbers[from + 5]];
  /** @type {number[]} */
  const effective = [];
  /** @type {number[]} */
  const different = [];
  /** @type {SweepResult['layers']} */
  const layers = [];
  let next = from + 8;
  for (const units of hidden) {
    effective.push(numbers[next]);
    different.push(numbers[next + 1]);
    /** @type {[number, number]} */
    const pair = [numbers[next + 2], numbers[next + 3]];
    const { tied, same, mirror, dead } = likenessOf(numbers, units, next + 5);
    const nearest = units > 1 ? { units: pair, distance: numbers[next + 4] } : null;
    layers.push({ tied, same, mirror, dead, different: numbers[next + 1], nearest });
    next += 5 + 3 * units;
  }
  const result = {
    seed: numbers[from],
    step: numbers[from + 2],
    loss: numbers[from + 4],
    stopped: numbers[from + 3] === 1 ? /** @type {const} */ ('diverged') : null,
    effective,
    different,
    solved: right < 0 ? null : right / examples,
    baseline,
    parted: Number.isNaN(partedAt) ? null : partedAt,
    fingerprint: hex(numbers[from + 6]) + hex(numbers[from + 7]),
    layers,
  };
  if (parameters === 0) return result;
  const last = next + parameters;
  return { ...result, first: [...numbers.subarray(next, last)], last: [...numbers.subarray(last, last + parameters)] };
}
