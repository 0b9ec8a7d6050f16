/** The arguments of a command line, read by a table of options. Knows no command. */
import { parseArgs } from 'node:util';
import { describe } from '../base/errors.js';
import { UsageError } from './failures.js';

/**
 * @typedef {object} Option
 * @property {string} flag "--steps"
 * @property {string} [value] what follows it, for the help: "N"; without one the option is a switch
 * @property {boolean} [repeats] whether it may stand there more than once
 * @property {string} help
 */
/** @typedef {{ operands: string[], given: Map<string, string> }} Arguments `given`: by flag; a switch has the text "", and what repeats a line for each time */

/**
 * @param {readonly string[]} args
 * @param {readonly Option[]} options
 * @returns {Arguments}
 * @throws {UsageError}
 */
export function readArguments(args, options) {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(options.map(({ flag, value }) => [flag.slice(2), { type: value === undefined ? 'boolean' : 'string' }])),
    // What is wrong is said below, in our words.
    strict: false,
    tokens: true,
  });
  /** @type {string[]} */
  const operands = [];
  /** @type {Map<string, string>} */
  const given = new Map();
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const { rawName: flag, value, inlineValue } = token;
    const option = options.find((each) => each.flag === flag);
    if (option === undefined) throw new UsageError(`there is no option ${describe(flag)} here`);
    if (given.has(flag) && !option.repeats) throw new UsageError(`${flag} stands there twice`);
    if (option.value === undefined && inlineValue) throw new UsageError(`${flag} takes no value; got ${describe(value)}`);
    if (option.value !== undefined && !value) throw new UsageError(`${flag} needs a value: ${flag} ${option.value}`);
    given.set(flag, given.has(flag) ? `${given.get(flag)}\n${value}` : (value ?? ''));
  }
  return { operands, given };
}

/**
 * @param {string} flag
 * @param {string} text
 * @param {number} minimum
 * @param {number} maximum
 * @returns {number}
 * @throws {UsageError}
 */
export function readWhole(flag, text, minimum, maximum) {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
  if (value >= minimum && value <= maximum) return value;
  throw new UsageError(`${flag} must be a whole number from ${minimum} to ${maximum}; got ${describe(text)}`);
}

/**
 * Two whole numbers with a mark between them.
 * @param {string} flag
 * @param {string} text
 * @param {{ mark: string, wanted: string, minimum: number, maximum: number }} pair
 * @returns {[number, number]}
 * @throws {UsageError}
 */
export function readPair(flag, text, { mark, wanted, minimum, maximum }) {
  const numbers = text.split(mark).map((part) => (/^\d{1,10}$/.test(part) ? Number(part) : NaN));
  if (numbers.length === 2 && numbers.every((number) => number >= minimum && number <= maximum)) return [numbers[0], numbers[1]];
  throw new UsageError(`${flag} must be ${wanted}; got ${describe(text)}`);
}
