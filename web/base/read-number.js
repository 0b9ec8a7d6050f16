/** Reading numbers as people type them. Writing them is format.js. */

/** What was typed is no number; the message says what would be. */
export class NumberError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'NumberError';
  }
}

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * Reads a number as people type it: decimal point or comma ("0,5"; so no thousands separators), a fraction of two such ("1/3"), an
 * exponent ("1e-6"), a minus of any kind, spaces around.
 * @param {string} text
 * @returns {number} finite
 * @throws {NumberError}
 */
export function parseNumber(text) {
  const typed = text.trim().replace(/[−–‒﹣-]/g, '-');
  if (typed === '') throw new NumberError('Type a number, such as 0.5, 0,5, 1/3 or 1e-6.');
  const parts = typed.split('/').map((part) => part.trim().replace(',', '.'));
  if (parts.length > 2 || !parts.every((part) => DECIMAL.test(part))) {
    throw new NumberError(`“${shorten(text.trim())}” is not a number. Type one such as 0.5, 0,5, 1/3 or 1e-6.`);
  }
  const [value, divisor] = parts.map(Number);
  if (divisor === 0) throw new NumberError('A fraction cannot have 0 below the line.');
  const number = divisor === undefined ? value : value / divisor;
  if (!Number.isFinite(number)) throw new NumberError(`“${shorten(text.trim())}” is larger than any number here can be.`);
  return number;
}

/** @param {string} text */
function shorten(text) {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}

/**
 * The same for whoever only wants to know whether it is one.
 * @param {string} text
 * @returns {number | null} null where it is no number
 */
export function readNumber(text) {
  try {
    return parseNumber(text);
  } catch (error) {
    if (error instanceof NumberError) return null;
    throw error;
  }
}
