/** Names of columns: which first line holds them, and what becomes of those that are too long, twice there or hard to see. */

import { showHidden } from '../hidden-signs.js';
import { readFigure } from './figures.js';

/** Names of columns are cut to what an experiment takes. */
const LONGEST_NAME = 60;
/** What stands where a number is missing; none of them is a name. */
const MISSING = /^(?:|n\/?a|nan|null|none|nil|missing|[-?.\u2013\u2014]+|#n\/a)$/i;
/** A number of this size and more may be a name: a year. */
const LEAST_YEAR = 1000;
/** So many numbers in a row, each one more than the last, may be names. */
const LEAST_COUNT = 3;
/** Spreadsheets take a cell that begins like this for a formula; an apostrophe in front of it says that it is none. */
const FORMULA = /^'*[=+\-@\t]/;
/** The apostrophe may stand before a number that is a name, too. */
const TEXT_MARK = /^'(?='*[=+\-@\t.,\p{N}\u2010-\u2015\u2212\uFE63\uFF0D])/u;

/** @param {string} cell */
export function isMissing(cell) {
  return MISSING.test(cell.trim());
}

/**
 * Whether the first of some rows holds the names of the columns: a guess, to be changed by whoever knows better.
 * @param {readonly string[]} first
 * @param {readonly { cells: readonly string[] }[]} rest some of the rows below it
 */
export function looksLikeNames(first, rest) {
  const values = first.map((cell) => (isMissing(cell) ? null : (readFigure(cell)?.value ?? NaN)));
  const words = first.filter((_, at) => Number.isNaN(values[at] ?? 0));
  const numbers = values.filter((value) => value !== null && !Number.isNaN(value)).map(Number);
  if (numbers.length === 0) return words.length > 0 && isUnlikeTheRest(first, rest);
  if (!numbers.every(Number.isInteger)) return false;
  const areYears = numbers.every((value) => value >= LEAST_YEAR);
  const isInOrder = numbers.every((value, at) => at === 0 || value === numbers[at - 1] + 1);
  const areCounted = numbers.length >= LEAST_COUNT && isInOrder;
  if (words.length === 0 && numbers.length < first.length) {
    // Without a name over the numbers of the rows: an index, and columns that are numbered.
    const isIndex = first[0].trim() === '' && rest.every(({ cells }, at) => Number(cells[0]) === Number(rest[0].cells[0]) + at);
    return isIndex && numbers.length === first.length - 1 && isInOrder && numbers[0] <= 1 && rest.length > 1;
  }
  if (words.length === 0) return areCounted && numbers[0] <= 1 && rest.some(({ cells }) => cells.some(isNoWholeNumber));
  const isOverNumbers = first.some(
    (_, at) => Number.isNaN(values[at] ?? 0) && rest.some(({ cells }) => readFigure(cells[at] ?? '') !== null),
  );
  return isOverNumbers && (areYears || areCounted || 2 * words.length >= first.length);
}

/** Words above numbers are names; words above words are, where none of them comes again. @param {readonly string[]} first @param {readonly { cells: readonly string[] }[]} rest */
function isUnlikeTheRest(first, rest) {
  const isOverNumbers = first.some((cell, at) => !isMissing(cell) && rest.some(({ cells }) => readFigure(cells[at] ?? '') !== null));
  return isOverNumbers || !first.some((cell, at) => rest.some(({ cells }) => cells[at]?.trim() === cell.trim()));
}

/** @param {string} cell */
function isNoWholeNumber(cell) {
  return !Number.isInteger(readFigure(cell)?.value);
}

/**
 * A name as it is shown: in one line, short enough, and with what nobody would see as what it is.
 * @param {string} name
 */
export function cleanName(name) {
  const shown = showHidden(name.trim().replace(/\s+/g, ' ').replace(TEXT_MARK, ''));
  return cut(shown, LONGEST_NAME);
}

/**
 * Every name once: what has none gets its fallback, and what would be there twice a number behind it.
 * @param {readonly { name: string, fallback: string }[]} columns
 * @returns {string[]}
 */
export function uniqueNames(columns) {
  const taken = new Set(columns.map(({ name }) => name));
  /** @type {Set<string>} */
  const given = new Set();
  return columns.map(({ name, fallback }) => {
    let found = name === '' ? fallback : name;
    const isFree = () => !given.has(found) && (found === name || !taken.has(found));
    for (let again = 2; !isFree(); again += 1) found = `${cut(name === '' ? fallback : name, LONGEST_NAME - 7)} (${again})`;
    given.add(found);
    return found;
  });
}

/** Never through the middle of a character. @param {string} text @param {number} most */
function cut(text, most) {
  return text.length > most ? text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '') : text;
}

/**
 * A name as a cell that is read back as it is, and that no spreadsheet takes for a formula.
 * @param {string} name
 */
export function nameCell(name) {
  const marked = FORMULA.test(name) || TEXT_MARK.test(name) || readFigure(name) !== null ? `'${name}` : name;
  return /[",;|\t\r\n#[{]|^\s|\s$/.test(marked) ? `"${marked.replaceAll('"', '""')}"` : marked;
}
