/** Text as rows of cells: which separator it has, what is quoted, what is a comment. Knows nothing of numbers but how to tell them from words. */

import { allOf } from '../parts.js';
import { readFigure } from './figures.js';
import { TableError } from './table-error.js';

/** @typedef {{ line: number, cells: string[] }} TextRow */
/** @typedef {'\t' | ';' | ',' | '|' | ' ' | 'json'} Separator " ": blanks, as many as there are; "json": none is needed */
/** @typedef {{ separator: Separator, rows: TextRow[], comment: string | null }} TextTable comment: the last one above the first row */

const NEW_LINE = 10;
const CARRIAGE_RETURN = 13;
/** So many lines say what the separator is. */
const LOOKED_AT = 100;
const CHARACTERS_LOOKED_AT = 100_000;
/** So many lines are read without a pause. */
const LINES_A_PART = 100;
/** In the order in which they are believed: a text with one of the first three may use commas for decimals. */
const SEPARATORS = /** @type {const} */ (['\t', ';', '|', ',']);
/** What Excel writes, and reads, above a table: "sep=;". */
const SEPARATOR_LINE = /^"?sep=([^\r\n])"?[ \t]*(?:\r\n|\r|\n|$)/i;
const BLANK_CELLS = /"(?:[^"]|"")*"|\S+/g;

/**
 * The cells of a text; rows without any are left out, and so are comments. What comes after the last row that is wanted is not even looked at.
 * @param {string} text
 * @param {number} [most] rows
 * @param {{ comments?: boolean }} [options] comments false: a line that begins with "#" is a row like any other
 * @returns {TextTable}
 * @throws {TableError}
 */
export function splitTable(text, most, options) {
  return allOf(splitInParts(text, most, options));
}

/**
 * The same in parts.
 * @param {string} text
 * @param {number} [most] rows
 * @param {{ comments?: boolean }} [options]
 * @returns {Generator<void, TextTable>}
 * @throws {TableError}
 */
export function* splitInParts(text, most = Infinity, { comments = true } = {}) {
  const said = SEPARATOR_LINE.exec(text);
  const body = said === null ? text : text.slice(said[0].length);
  const separator = said === null ? findSeparator(body) : /** @type {Separator} */ (said[1]);
  /** @type {TextRow[]} */
  const rows = [];
  /** @type {string | null} */
  let comment = null;
  let line = said === null ? 1 : 2;
  let at = 0;
  while (at < body.length && rows.length < most) {
    if (line % LINES_A_PART === 0) yield;
    const mark = body.charCodeAt(at);
    if (mark === NEW_LINE || mark === CARRIAGE_RETURN) {
      at += mark === CARRIAGE_RETURN && body.charCodeAt(at + 1) === NEW_LINE ? 2 : 1;
      line += 1;
      continue;
    }
    const isComment = comments && isCommentAt(body, at);
    if (isComment || separator === ' ') {
      const end = endOfLine(body, at);
      const whole = body.slice(at, end);
      if (!isComment) rows.push({ line, cells: blankCells(whole) });
      else if (rows.length === 0) comment = whole.replace(/^\s*#+/, '').trim();
      if (!isComment && rows[rows.length - 1].cells.length === 0) rows.pop();
      at = end;
      continue;
    }
    /** @type {TextRow} */
    const row = { line, cells: [] };
    let isEnd = false;
    while (!isEnd) {
      const cell = readCell(body, at, separator, line, row.cells.length + 1);
      row.cells.push(cell.text);
      line += cell.lines;
      isEnd = body[cell.end] !== separator;
      at = cell.end + 1;
    }
    // The line end that closed the row is passed; of one of two characters, both.
    if (body[at - 1] === '\r' && body[at] === '\n') at += 1;
    line += 1;
    if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row);
  }
  return { separator, rows, comment };
}

/**
 * The names that a comment holds, where it holds as many as there are columns, whatever stands between them.
 * @param {string | null} comment
 * @param {number} columns
 * @param {Separator} separator
 * @returns {string[] | null}
 */
export function namesInComment(comment, columns, separator) {
  if (comment === null || comment === '') return null;
  const ways = [separator, ...SEPARATORS, /** @type {const} */ (' ')];
  const found = ways
    .map((way) => (way === ' ' ? blankCells(comment) : comment.split(way).map((name) => name.trim().replace(/^"(.*)"$/, '$1'))))
    .find((names) => names.length === columns);
  return found !== undefined && found.some((name) => name !== '' && readFigure(name) === null) ? found : null;
}

/** @param {string} line */
function blankCells(line) {
  return (line.match(BLANK_CELLS) ?? []).map((cell) =>
    cell.length > 1 && cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  );
}

/** @param {string} text @param {number} at where a line begins */
function isCommentAt(text, at) {
  let first = at;
  while (text[first] === ' ' || text[first] === '\t') first += 1;
  return text[first] === '#';
}

/** @param {string} text @param {number} from */
function endOfLine(text, from) {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== NEW_LINE && text.charCodeAt(at) !== CARRIAGE_RETURN) at += 1;
  return at;
}

/**
 * The first of tab, semicolon, bar and comma that stands outside quotes in most lines; blanks where numbers stand between them, or where there
 * is nothing else.
 * @param {string} text
 * @returns {Separator}
 */
function findSeparator(text) {
  const lines = text
    .slice(0, CHARACTERS_LOOKED_AT)
    .replace(/"[^"]*"/g, '""')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '' && !/^\s*#/.test(line))
    .slice(0, LOOKED_AT);
  const isInMost = (/** @type {string} */ separator) => 2 * lines.filter((line) => line.includes(separator)).length > lines.length;
  const found = SEPARATORS.find(isInMost) ?? SEPARATORS.find((separator) => lines.some((line) => line.includes(separator)));
  if (found !== undefined && found !== ',') return found;
  const blanks = lines.filter(found === undefined ? (line) => /\S\s+\S/.test(line) : isNumbersBetweenBlanks);
  return 2 * blanks.length > lines.length ? ' ' : ',';
}

/** "0,5  1,5  0": the commas of such a line are decimal ones. @param {string} line */
function isNumbersBetweenBlanks(line) {
  const cells = line.trim().split(/\s+/);
  return cells.length > 1 && cells.every((cell) => !/^,|,$/.test(cell) && readFigure(cell) !== null);
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
