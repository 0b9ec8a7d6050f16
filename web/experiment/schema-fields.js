/** Kinds and words that the parts of the experiment's schema share. */
import { fail, real, whole } from '../base/checks.js';
import { describe } from '../base/errors.js';
import { LARGEST_SEED, LIMITS } from './tables.js';
import { describeNames, parameterPlace } from './parameters.js';

/** @typedef {import('../base/checks.js').Kind} Kind */

export const SEED = whole(0, LARGEST_SEED);
export const PARAMETER_RANGE = Object.freeze({ minimum: -LIMITS.parameter, maximum: LIMITS.parameter });
export const PARAMETER = real(PARAMETER_RANGE.minimum, PARAMETER_RANGE.maximum);

/** @type {Kind} */
export const PARAMETER_NAME = {
  wanted: 'the name of a parameter, such as "w1" or "b1"',
  check: (value, path, { root }) => {
    if (typeof value === 'string' && parameterPlace(root.network, value) !== null) return value;
    return fail(path, `must name a parameter of this network, which has ${describeNames(root.network)}; got ${describe(value)}`);
  },
};

/**
 * "1 input", "2 inputs".
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export function counted(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}

/**
 * "1 weight is needed", "2 weights are needed".
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export function needed(count, one, many) {
  return `${counted(count, one, many)} ${count === 1 ? 'is' : 'are'} needed`;
}

/**
 * A list of exactly so many entries. `why` makes the first half of the sentence, and only where it is needed: data can have a million
 * numbers.
 * @param {unknown} value
 * @param {() => string} path
 * @param {number} count
 * @param {() => string} why
 * @returns {any[]}
 */
export function listOf(value, path, count, why) {
  if (!Array.isArray(value)) return fail(path(), `${why()}; got ${describe(value)}`);
  if (value.length !== count) return fail(path(), `${why()}; got ${value.length}`);
  return value;
}

/**
 * A list of exactly so many numbers, within a range.
 * @param {unknown} value
 * @param {() => string} path
 * @param {number} count
 * @param {() => string} why
 * @param {{ minimum: number, maximum: number }} range
 * @returns {readonly number[]}
 */
export function numbers(value, path, count, why, { minimum, maximum }) {
  const numbers = listOf(value, path, count, why);
  for (let at = 0; at < count; at += 1) {
    const number = numbers[at];
    if (typeof number !== 'number' || !(number >= minimum && number <= maximum)) {
      fail(`${path()}[${at}]`, `must be a number from ${minimum} to ${maximum}; got ${describe(number)}`);
    }
  }
  return Object.freeze(numbers.slice());
}
