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
  return Array.from({ length: packed.count }, (_, at) => unpackResult(packed, packed.numbers.subarray(at * size, (at + 1) * size)));
}

/**
 * @param {PackedResults} packed
 * @param {Float64Array} numbers
 * @returns {SweepResult}
 */
function unpackResult({ hidden, examples, baseline, parameters }, numbers) {
  const [seed, partedAt, step, isStopped, loss, right, high, low] = numbers;
  /** @type {number[]} */
  const effective = [];
  /** @type {SweepResult['layers']} */
  const layers = [];
  let next = 8;
  for (const units of hidden) {
    effective.push(numbers[next]);
    const different = numbers[next + 1];
    const distance = numbers[next + 4];
    const nearest = units > 1 ? { units: /** @type {[number, number]} */ ([numbers[next + 2], numbers[next + 3]]), distance } : null;
    next += 5 + 3 * units;
    layers.push({ ...likenessOf(numbers.subarray(next - 3 * units, next), units), different, nearest });
  }
  return {
    seed,
    step,
    loss,
    stopped: isStopped === 1 ? 'diverged' : null,
    effective,
    different: layers.map((layer) => layer.different),
    solved: right < 0 ? null : right / examples,
    baseline,
    parted: Number.isNaN(partedAt) ? null : partedAt,
    fingerprint: hex(high) + hex(low),
    layers,
    ...(parameters > 0 && { first: [...numbers.subarray(next, next + parameters)], last: [...numbers.subarray(next + parameters)] }),
  };
}
