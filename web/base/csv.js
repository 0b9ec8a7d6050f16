/**
 * Tables of numbers as text: comma, semicolon or tab between cells, with or without a header, decimal comma or point, quoted cells, a
 * byte order mark, line ends of any system. Pure. What is wrong is said by kind, line and column; the words are the messages'.
 */

import { readNumber } from './read-number.js';

/**
 * @typedef {object} TableProblem
 * @property {'empty' | 'too-long' | 'too-many-rows' | 'too-many-columns' | 'open-quote' | 'after-quote' | 'ragged' | 'not-a-number' | 'too-large' | 'header-only' | 'too-few-columns'} kind
 * @property {number} [line] of the text, counted from 1
 * @property {number} [column] cell of its row, counted from 1
 * @property {string} [cell] what stands there
 * @property {number} [got]
 * @property {number} [wanted]
 */
/** @typedef {{ line: number, cells: string[] }} TextRow */
/** @typedef {{ header: string[] | null, rows: number[][], lines: number[] }} Table `lines`: where each row begins */
/** @typedef {{ characters: number, rows: number, columns: number, value: number }} TableLimits */
/** @typedef {{ x: number[][], y: number[][], features: string[], targets: string[] }} Examples */

/** A text is no table of numbers. */
export class TableError extends Error {
  /** @param {TableProblem} problem */
  constructor(problem) {
    super(JSON.stringify(problem));
    this.name = 'TableError';
    this.problem = problem;
  }
}

/** Names of columns are cut to what an experiment takes. */
const LONGEST_NAME = 60;
const NEW_LINE = 10;
const CARRIAGE_RETURN = 13;

/**
 * @param {string} text
 * @param {TableLimits} limits
 * @returns {Table}
 * @throws {TableError}
 */
export function parseTable(text, limits) {
  if (text.length > limits.characters) throw new TableError({ kind: 'too-long', got: text.length, wanted: limits.characters });
  // One row more than there may be, and the names.
  const rows = splitRows(text.replace(/^\uFEFF/, ''), limits.rows + 2);
  if (rows.length === 0) throw new TableError({ kind: 'empty' });
  const columns = rows[0].cells.length;
  if (columns > limits.columns)
    throw new TableError({ kind: 'too-many-columns', line: rows[0].line, got: columns, wanted: limits.columns });
  const hasHeader = !rows[0].cells.every(isNumber);
  const body = hasHeader ? rows.slice(1) : rows;
  if (body.length === 0) throw new TableError({ kind: 'header-only', line: rows[0].line });
  if (body.length > limits.rows) throw new TableError({ kind: 'too-many-rows', line: body[limits.rows].line, wanted: limits.rows });
  return {
    header: hasHeader ? rows[0].cells.map((cell) => cell.trim().replace(/\s+/g, ' ').slice(0, LONGEST_NAME)) : null,
    rows: body.map((row) => readRow(row, columns, limits.value)),
    lines: body.map(({ line }) => line),
  };
}

/**
 * @param {TextRow} row
 * @param {number} columns
 * @param {number} largest
 * @returns {number[]}
 */
function readRow({ line, cells }, columns, largest) {
  if (cells.length !== columns) throw new TableError({ kind: 'ragged', line, got: cells.length, wanted: columns });
  return cells.map((cell, at) => {
    const value = readNumber(cell);
    if (value === null) throw new TableError({ kind: 'not-a-number', line, column: at + 1, cell });
    if (Math.abs(value) > largest) throw new TableError({ kind: 'too-large', line, column: at + 1, cell, wanted: largest });
    return value;
  });
}

/** @param {string} cell */
function isNumber(cell) {
  return readNumber(cell) !== null;
}

/**
 * The cells of a text; rows without any are left out. What comes after the last row that is wanted is not even looked at.
 * @param {string} text
 * @param {number} [most] rows
 * @returns {TextRow[]}
 */
export function splitRows(text, most = Infinity) {
  const separator = findSeparator(text);
  /** @type {TextRow[]} */
  const rows = [];
  let line = 1;
  let at = 0;
  while (at < text.length && rows.length < most) {
    const mark = text.charCodeAt(at);
    if (mark === NEW_LINE || mark === CARRIAGE_RETURN) {
      at += mark === CARRIAGE_RETURN && text.charCodeAt(at + 1) === NEW_LINE ? 2 : 1;
      line += 1;
      continue;
    }
    /** @type {TextRow} */
    const row = { line, cells: [] };
    let isEnd = false;
    while (!isEnd) {
      const cell = readCell(text, at, separator, line, row.cells.length + 1);
      row.cells.push(cell.text);
      line += cell.lines;
      isEnd = text[cell.end] !== separator;
      at = cell.end + 1;
    }
    // A line end of two characters is one.
    if (text[at - 1] === '\r' && text[at] === '\n') at += 1;
    line += 1;
    if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row);
  }
  return rows;
}

/**
 * Tab, else semicolon, else comma: a text with one of the first two outside quotes uses commas for decimals.
 * @param {string} text
 */
function findSeparator(text) {
  const bare = text.replace(/"[^"]*"/g, '');
  return ['\t', ';'].find((separator) => bare.includes(separator)) ?? ',';
}

/**
 * @param {string} text
 * @param {number} start
 * @param {string} separator
 * @param {number} line
 * @param {number} column
 * @returns {{ text: string, end: number, lines: number }} `end`: where its separator or line end stands; `lines`: line ends inside it
 */
function readCell(text, start, separator, line, column) {
  const isBlank = (/** @type {string | undefined} */ mark) => mark === ' ' || (mark === '\t' && separator !== '\t');
  const isEnd = (/** @type {number} */ at) => at >= text.length || text[at] === separator || text[at] === '\n' || text[at] === '\r';
  let at = start;
  while (isBlank(text[at])) at += 1;
  if (text[at] !== '"') {
    while (!isEnd(at)) at += 1;
    return { text: text.slice(start, at), end: at, lines: 0 };
  }
  let cell = '';
  let close = at;
  do {
    const next = text.indexOf('"', close + 1);
    if (next < 0) throw new TableError({ kind: 'open-quote', line, column });
    // Two quotes in a row are one, inside.
    cell += (close === at ? '' : '"') + text.slice(close + 1, next);
    close = next + 1;
  } while (text[close] === '"');
  while (isBlank(text[close])) close += 1;
  const lines = cell.split(/\r\n|\r|\n/).length - 1;
  if (!isEnd(close)) throw new TableError({ kind: 'after-quote', line: line + lines, column });
  return { text: cell, end: close, lines };
}

/**
 * A table as examples: its last columns are targets.
 * @param {Table} table
 * @param {number} targets how many columns
 * @returns {Examples}
 * @throws {TableError}
 */
export function toExamples({ header, rows }, targets) {
  const inputs = rows[0].length - targets;
  if (inputs < 1) throw new TableError({ kind: 'too-few-columns', got: rows[0].length, wanted: targets + 1 });
  /** @type {(at: number, fallback: string) => string} */
  const name = (at, fallback) => header?.[at] || fallback;
  return {
    x: rows.map((row) => row.slice(0, inputs)),
    y: rows.map((row) => row.slice(inputs)),
    features: Array.from({ length: inputs }, (_, at) => name(at, `x${at + 1}`)),
    targets: Array.from({ length: targets }, (_, at) => name(inputs + at, targets === 1 ? 'y' : `y${at + 1}`)),
  };
}

/**
 * Examples as text that parseTable reads back to the same bits.
 * @param {{ x: readonly (readonly number[])[], y: readonly (readonly number[])[], features: readonly string[], targets: readonly string[] }} examples
 * @returns {string}
 */
export function writeExamples({ x, y, features, targets }) {
  const names = [...features, ...targets];
  // A header of nothing but numbers would be read as a row of them.
  const header = names.every(isNumber) ? [] : [names.map(quoted).join(',')];
  return [...header, ...x.map((row, at) => [...row, ...y[at]].join(','))].join('\n');
}

/** @param {string} name */
function quoted(name) {
  return /[",;\t\r\n]|^\s|\s$/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}

/**
 * Every feature with mean 0 and standard deviation 1; one that never varies becomes 0.
 * @param {readonly (readonly number[])[]} x
 * @returns {number[][]}
 */
export function standardize(x) {
  const columns = x[0].map((_, at) => {
    const mean = x.reduce((sum, row) => sum + row[at] / x.length, 0);
    const deviation = Math.sqrt(x.reduce((sum, row) => sum + (row[at] - mean) ** 2 / x.length, 0));
    return { mean, deviation };
  });
  return x.map((row) => row.map((value, at) => (columns[at].deviation === 0 ? 0 : (value - columns[at].mean) / columns[at].deviation)));
}
