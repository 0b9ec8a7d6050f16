/** Reading numbers as people type them and as they are copied from elsewhere. Writing them is format.js. */

/** What was typed is no number; the message says what would be. */
export class NumberError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'NumberError';
  }
}

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
/** Minus signs and hyphens of every kind, as texts and tables have them. */
const MINUS = /[\u2010-\u2015\u2212\u207B\u208B\uFE58\uFE63]/g;
/** The forms of East Asian text: digits, letters and signs as wide as a word sign. */
const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
const FULL_WIDTH_OFFSET = 0xfee0;
/** A fraction that is one character, alone or behind a whole number: "1½". */
const FRACTION_SIGN = /^([+-]?)(\d*)([\u00BC-\u00BE\u2150-\u215E\u2189])$/;
/** What is not seen: format characters such as a direction mark or a zero-width space. */
const UNSEEN = /\p{Cf}/u;
const UNSEEN_AROUND = /^[\p{Cf}\s]+|[\p{Cf}\s]+$/gu;

/**
 * Reads a number as people type it: decimal point or comma ("0,5"; so no thousands separators), a fraction of two such ("1/3", "1⁄3", "½"),
 * an exponent ("1e-6"), a minus of any kind, digits of any width, spaces and unseen characters around.
 * @param {string} text
 * @returns {number} finite
 * @throws {NumberError}
 */
export function parseNumber(text) {
  const value = readNumber(text);
  if (value !== null) return value;
  const typed = text.trim();
  if (typed === '') throw new NumberError('Type a number, such as 0.5, 0,5, 1/3 or 1e-6.');
  const numbers = readParts(text);
  if (numbers === null) {
    const unseen = unseenCharacter(text);
    const named = unseen === null ? '' : ` It has a character in it that is not seen, ${unseen}.`;
    throw new NumberError(`“${shorten(typed)}” is not a number.${named} Type one such as 0.5, 0,5, 1/3 or 1e-6.`);
  }
  if (numbers[1] === 0) throw new NumberError('A fraction cannot have 0 below the line.');
  throw new NumberError(`“${shorten(typed)}” is larger than any number here can be.`);
}

/**
 * The same for whoever only wants to know whether it is one: a table has a million cells.
 * @param {string} text
 * @returns {number | null} null where it is no number
 */
export function readNumber(text) {
  const numbers = readParts(text);
  if (numbers === null) return null;
  const [value, divisor] = numbers;
  const number = divisor === undefined ? value : value / divisor;
  return divisor !== 0 && Number.isFinite(number) ? number : null;
}

/**
 * The first character inside a text that is not seen, as "U+200B"; null where there is none. Those around it do no harm.
 * @param {string} text
 * @returns {string | null}
 */
export function unseenCharacter(text) {
  const found = UNSEEN.exec(text.replace(UNSEEN_AROUND, ''))?.[0].codePointAt(0);
  return found === undefined ? null : `U+${found.toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * @param {string} text
 * @returns {number[] | null} one number, or the two of a fraction; null where it is neither
 */
function readParts(text) {
  const parts = inKeyboardSigns(text).split('/');
  if (parts.length > 2) return null;
  const decimals = parts.map((part) => part.trim().replace(',', '.'));
  return decimals.every((part) => DECIMAL.test(part)) ? decimals.map(Number) : null;
}

/** A number in the signs of a keyboard. @param {string} text */
export function inKeyboardSigns(text) {
  // Most cells of a table are plain, and there may be many.
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const typed = text
    .replace(UNSEEN_AROUND, '')
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(MINUS, '-')
    .replace(/[\u2044\u2215]/g, '/');
  const [, sign, whole, fraction] = FRACTION_SIGN.exec(typed) ?? [];
  if (fraction === undefined) return typed;
  const [above, below] = fraction.normalize('NFKC').split('\u2044').map(Number);
  return `${sign}${Number(whole) * below + above}/${below}`;
}

/** @param {string} text */
function shorten(text) {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}
