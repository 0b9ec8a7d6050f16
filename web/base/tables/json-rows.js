/** Tables as JSON: a list of objects, of lists, an object of columns, or an object a line. */

import { isObject } from '../checks.js';
import { parseJson } from '../json-text.js';
import { TableError } from './table-error.js';

/** @typedef {import('./text-rows.js').TextTable} TextTable */

/** @param {string} text */
export function looksLikeJson(text) {
  return /^\s*[[{]/.test(text);
}

/**
 * @param {string} text
 * @returns {TextTable} its first row has the names, where there are any
 * @throws {TableError | import('../errors.js').ExperimentError}
 */
export function jsonTable(text) {
  const value = readJson(text);
  const rows = rowsOf(value);
  if (rows === null) throw new TableError({ kind: isObject(value) && 'network' in value ? 'experiment' : 'not-a-table' });
  return { separator: 'json', rows: rows.map((cells, at) => ({ line: at, cells })), comment: null };
}

/** @param {string} text @returns {unknown} */
function readJson(text) {
  const lines = text.trim().split(/\r\n|\r|\n/);
  // An object a line: not JSON as a whole.
  if (lines.length > 1 && lines.every((line) => /^\s*(?:\{.*\}\s*,?)?\s*$/.test(line))) {
    return lines.filter((line) => line.trim() !== '').map((line) => parseJson(line.trim().replace(/,$/, '')));
  }
  return parseJson(text);
}

/** @param {unknown} value @returns {string[][] | null} the names first, an empty row where there are none */
function rowsOf(value) {
  if (Array.isArray(value)) return value.every(Array.isArray) ? [[], ...value.map((row) => row.map(cellOf))] : objectRows(value);
  if (!isObject(value)) return null;
  const { columns, data, index } = value;
  // As pandas writes them "split".
  if (Array.isArray(columns) && Array.isArray(data) && data.every(Array.isArray) && (index === undefined || Array.isArray(index))) {
    return [columns.map(cellOf), ...data.map((row) => row.map(cellOf))];
  }
  const entries = Object.entries(value);
  if (!entries.every(([, column]) => typeof column === 'object' && column !== null)) return null;
  const lists = entries.map(([, column]) => Object.values(/** @type {object} */ (column)).map(cellOf));
  const [first = []] = lists;
  if (!lists.every(({ length }) => length === first.length)) return null;
  return [entries.map(([name]) => name), ...first.map((_, at) => lists.map((list) => list[at]))];
}

/** @param {unknown[]} values @returns {string[][] | null} */
function objectRows(values) {
  if (values.length === 0 || !values.every(isObject)) return null;
  const names = [...new Set(values.flatMap((value) => Object.keys(value)))];
  return [names, ...values.map((value) => names.map((name) => cellOf(value[name])))];
}

/** @param {unknown} value */
function cellOf(value) {
  if (value === null || value === undefined) return '';
  if (Object.is(value, -0)) return '-0';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
