/** Checks of what callers hand to the programming interface, before any of it reaches the engine. */
import { sentenceList } from '../base/checks.js';
import { EngineError, describe } from '../base/errors.js';
import { describeNames, parameterPlace } from '../experiment/parameters.js';

/**
 * @param {string} what a name for the sentence
 * @param {unknown} value
 * @param {number} minimum
 * @param {number} maximum
 * @returns {number}
 * @throws {EngineError} bad-argument
 */
export function wholeNumber(what, value, minimum, maximum) {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < minimum || value > maximum) {
    throw new EngineError('bad-argument', `${what} must be a whole number from ${minimum} to ${maximum}; got ${describe(value)}`);
  }
  return value;
}

/**
 * @param {string} what
 * @param {unknown} value
 * @returns {number}
 * @throws {EngineError} bad-argument
 */
export function finiteNumber(what, value) {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new EngineError('bad-argument', `${what} must be a finite number; got ${describe(value)}`);
  }
  return value;
}

/**
 * @param {unknown} what is worked on in parts
 * @returns {string} the engine's function for it
 * @throws {EngineError} bad-argument
 */
export function partFunction(what) {
  if (what === 'train' || what === 'look' || what === 'gradient') return `nn_${what}_part`;
  throw new EngineError('bad-argument', `what to work on must be train, look or gradient; got ${describe(what)}`);
}

/**
 * @param {unknown} rows
 * @param {number} inputs numbers that each row must have
 * @throws {EngineError} bad-argument
 */
export function inputRows(rows, inputs) {
  if (!Array.isArray(rows)) throw new EngineError('bad-argument', `rows must be a list of rows; got ${describe(rows)}`);
  // By index: forEach would leave out holes.
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at];
    if (!Array.isArray(row)) throw new EngineError('bad-argument', `rows[${at}] must be a list of ${inputs} numbers; got ${describe(row)}`);
    if (row.length !== inputs) {
      throw new EngineError('bad-argument', `rows[${at}] needs ${inputs} numbers, one an input; got ${row.length}`);
    }
    for (let input = 0; input < inputs; input += 1) finiteNumber(`rows[${at}][${input}]`, row[input]);
  }
}

/**
 * @param {string} what a name for the sentence
 * @param {unknown} options undefined: none are given
 * @param {readonly string[]} known
 * @throws {EngineError} bad-argument
 */
export function knownOptions(what, options, known) {
  if (options === undefined) return;
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new EngineError('bad-argument', `the options of ${what} must be an object; got ${describe(options)}`);
  }
  const unknown = Object.keys(options).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    throw new EngineError('bad-argument', `${what} has no option ${describe(unknown)}; it has ${sentenceList(known, 'and')}`);
  }
}

/**
 * @param {import('../experiment/parameters.js').Shape} network
 * @param {unknown} name of a parameter
 * @throws {EngineError} bad-argument
 */
export function placeOf(network, name) {
  if (typeof name !== 'string') throw new EngineError('bad-argument', `a parameter is named by a text such as "w1"; got ${describe(name)}`);
  const place = parameterPlace(network, name);
  if (place === null) {
    throw new EngineError('bad-argument', `this network has no parameter ${describe(name)}; it has ${describeNames(network)}`);
  }
  return place;
}

/**
 * @param {readonly number[]} hidden units of each hidden layer
 * @param {number} layer
 * @param {number} unit
 * @param {number} otherUnit
 * @throws {EngineError} bad-argument
 */
export function pairOfUnits(hidden, layer, unit, otherUnit) {
  if (hidden.length === 0) throw new EngineError('bad-argument', 'this network has no hidden layer, so no hidden units to compare');
  const units = hidden[wholeNumber('layer', layer, 1, hidden.length) - 1];
  wholeNumber('unit', unit, 1, units);
  wholeNumber('other unit', otherUnit, 1, units);
}
