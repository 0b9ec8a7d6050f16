/**
 * Numbers as tables have them, with their thousands marked in any convention: 1,234,567.8, 1.234.567,8, 1 234,5, 1'234.5, 12,34,567.8. Some can
 * be read in two ways: 1,234 is a thousand and more, or a little more than one.
 */

import { inKeyboardSigns, readNumber } from '../read-number.js';

/** @typedef {'.' | ','} DecimalMark */
/**
 * @typedef {object} Figure
 * @property {number} value where the mark is known, or is there none; else with the mark in it as the decimal one
 * @property {DecimalMark | null} decimal what is the decimal mark by this number alone; null: it does not say
 * @property {DecimalMark} [unsure] the mark in it, which may set thousands apart as well
 * @property {number} [grouped] its value then
 */

/** What is longer is no number that anybody has. */
const LONGEST = 400;
const PLAIN = /^[+-]?\d+$/;
/** Signs that only ever set thousands apart: blanks of any width, apostrophes, the low line of programs. */
const APART = /[ \u00A0\u2007\u2009\u202F'\u2019\u02BC\u066C_]/;
const SET_APART = /^([+-]?\d{1,3})((?:[ \u00A0\u2007\u2009\u202F'\u2019\u02BC\u066C_]\d{3})+)((?:[.,\u066B]\d*)?(?:[eE][+-]?\d+)?)$/;
/** Thousands, and the groups of two of India. */
const GROUPS = /^[+-]?[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$|^[+-]?[1-9]\d?(?:([.,])\d\d)+\2\d{3}$/;
const WITH_FRACTION = /^(.*\d)([.,])(\d*(?:[eE][+-]?\d+)?)$/;

/**
 * @param {string} text
 * @returns {Figure | null} null where it is no number
 */
export function readFigure(text) {
  if (text.length > LONGEST) return null;
  const typed = inKeyboardSigns(text).trim();
  if (PLAIN.test(typed)) return plainFigure(typed, null);
  const figure = withoutBlanks(typed);
  const [mark] = figure.match(/[.,]/) ?? [];
  if (mark === undefined || figure.includes('/')) return plainFigure(figure, null);
  const decimal = /** @type {DecimalMark} */ (mark);
  if (GROUPS.test(figure)) return groups(figure, decimal);
  const [, whole = '', last = '', fraction = ''] = WITH_FRACTION.exec(figure) ?? [];
  // Both marks: the one that comes last, and once, begins the fraction.
  if (last !== mark && GROUPS.test(whole) && !whole.includes(last)) {
    return plainFigure(`${whole.replaceAll(mark, '')}.${fraction}`, /** @type {DecimalMark} */ (last));
  }
  return plainFigure(figure, decimal);
}

/**
 * A number by a decimal mark that is known.
 * @param {Figure} figure
 * @param {DecimalMark} decimal
 */
export function valueBy({ value, unsure, grouped = value }, decimal) {
  return unsure === undefined || unsure === decimal ? value : grouped;
}

/**
 * @param {string} figure nothing but digits in groups of one mark
 * @param {DecimalMark} mark
 * @returns {Figure}
 */
function groups(figure, mark) {
  const grouped = Number(figure.replaceAll(mark, ''));
  if (figure.split(mark).length > 2) return { value: grouped, decimal: other(mark) };
  return { value: Number(figure.replace(mark, '.')), decimal: null, unsure: mark, grouped };
}

/** @param {DecimalMark} mark @returns {DecimalMark} */
function other(mark) {
  return mark === '.' ? ',' : '.';
}

/**
 * @param {string} text
 * @param {DecimalMark | null} decimal
 * @returns {Figure | null}
 */
function plainFigure(text, decimal) {
  const value = readNumber(text);
  return value === null ? null : { value, decimal };
}

/**
 * Without what sets its thousands apart, where that is the same sign throughout.
 * @param {string} text
 */
function withoutBlanks(text) {
  if (!APART.test(text)) return text.replace('\u066B', '.');
  const [, first = '', rest = '', fraction = ''] = SET_APART.exec(text) ?? [];
  const figure = new Set(rest.replace(/\d/g, '')).size === 1 ? first + rest.replace(/\D/g, '') + fraction : text;
  return figure.replace('\u066B', '.');
}
