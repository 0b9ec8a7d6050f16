/**
 * Tables as people have them, as text: any separator, with or without a header, decimal comma or point, thousands set apart, quoted cells,
 * names of classes, JSON, line ends of any system. Pure. What is wrong is said by kind, line and column; the words are the messages'.
 */

import { allOf } from './parts.js';
import { placeOf, readColumns } from './tables/columns.js';
import { jsonTable, looksLikeJson } from './tables/json-rows.js';
import { cleanName, looksLikeNames } from './tables/names.js';
import { TableError } from './tables/table-error.js';
import { namesInComment, splitInParts, splitTable } from './tables/text-rows.js';

export { TableError } from './tables/table-error.js';
export { standardize, toExamples, writeExamples } from './tables/examples.js';

/** @typedef {import('./tables/table-error.js').TableProblem} TableProblem */
/** @typedef {import('./tables/text-rows.js').TextRow} TextRow */
/** @typedef {import('./tables/text-rows.js').TextTable} TextTable */
/** @typedef {import('./tables/columns.js').Column} Column */
/** @typedef {import('./tables/examples.js').Examples} Examples */
/** @typedef {{ header: string[] | null, rows: number[][], lines: number[] }} Table `lines`: where each row begins */
/** @typedef {{ separator: import('./tables/text-rows.js').Separator, hasHeader: boolean, names: string[] | null, columns: Column[], lines: number[] }} ColumnTable names: null where there are none */
/** @typedef {{ characters: number, rows: number, columns: number, value: number }} TableLimits */
/** @typedef {{ header?: boolean, decimal?: import('./tables/figures.js').DecimalMark }} TableChoices what the table itself does not say: whether its first line is names, and what its decimal mark is */

/** So many rows say whether the first one is names. */
const LOOKED_AT = 100;

/**
 * A table of numbers.
 * @param {string} text
 * @param {TableLimits} limits
 * @param {TableChoices} [choices]
 * @returns {Table}
 * @throws {TableError}
 */
export function parseTable(text, limits, choices) {
  const { names, columns, lines, separator } = readTable(text, limits, choices);
  const words = columns.findIndex(({ kind }) => kind !== 'numbers');
  if (words >= 0) {
    const { classes, values, name } = columns[words];
    throw new TableError({
      kind: 'not-a-number',
      ...placeOf({ line: lines[0], cells: [] }, words, name, separator),
      cell: classes[values[0]],
    });
  }
  return { header: names, rows: lines.map((_, at) => columns.map(({ values }) => values[at])), lines };
}

/**
 * A table column by column: of numbers, of yes and no, or of names of classes.
 * @param {string} text
 * @param {TableLimits} limits
 * @param {TableChoices} [choices]
 * @returns {ColumnTable}
 * @throws {TableError | import('./errors.js').ExperimentError} the second where it begins like JSON and is none
 */
export function readTable(text, limits, choices) {
  return allOf(readInParts(text, limits, choices));
}

/**
 * The same in parts: a table may have half a million numbers.
 * @param {string} text
 * @param {TableLimits} limits
 * @param {TableChoices} [choices]
 * @returns {Generator<void, ColumnTable>}
 * @throws {TableError | import('./errors.js').ExperimentError} as above
 */
export function* readInParts(text, limits, { header, decimal } = {}) {
  if (text.length > limits.characters) throw new TableError({ kind: 'too-long', got: text.length, wanted: limits.characters });
  const marked = text.replace(/^\uFEFF/, '');
  // One row more than there may be, and the names.
  const table = looksLikeJson(marked) ? jsonTable(marked) : yield* splitInParts(marked, limits.rows + 2);
  const { separator } = table;
  const { rows, isNamedByRow } = sameLength(table);
  if (rows.length === 0 || rows[0].cells.length === 0) throw new TableError({ kind: 'empty' });
  const width = rows[0].cells.length;
  if (width > limits.columns)
    throw new TableError({ kind: 'too-many-columns', ...lineOf(rows[0], separator), got: width, wanted: limits.columns });
  const hasHeader = header ?? (isNamedByRow || separator === 'json' ? rows[0].cells.some(Boolean) : guessHeader(rows));
  const body = hasHeader || separator === 'json' ? rows.slice(1) : rows;
  if (body.length === 0) throw new TableError({ kind: 'header-only', line: rows[0].line });
  if (body.length > limits.rows)
    throw new TableError({ kind: 'too-many-rows', ...lineOf(body[limits.rows], separator), wanted: limits.rows });
  for (const { line, cells } of body) {
    if (cells.length !== width)
      throw new TableError({ kind: 'ragged', ...lineOf({ line, cells }, separator), got: cells.length, wanted: width, separator });
  }
  const found = hasHeader ? rows[0].cells : namesInComment(table.comment, width, separator);
  const names = found?.map(cleanName) ?? null;
  const columns = yield* readColumns(body, names ?? Array(width).fill(''), { separator, largest: limits.value, decimal }, names !== null);
  return { separator, hasHeader, names, columns, lines: body.map(({ line }) => line) };
}

/**
 * Rows without the empty cells behind the last that any of them fills; with a name for the first column where only that has none, as R writes
 * tables.
 * @param {TextTable} table
 * @returns {{ rows: TextRow[], isNamedByRow: boolean }}
 */
function sameLength({ rows, separator }) {
  if (rows.length === 0) return { rows, isNamedByRow: false };
  const used = rows.reduce((most, { cells }) => Math.max(most, filledLength(cells)), 0);
  // Such a column is there in the first row, or in all that follow: in some of them a cell is missing.
  const { length } = rows[rows.length - 1].cells;
  const isColumn = rows[0].cells.length > used || (rows.length > 2 && rows.slice(1).every(({ cells }) => cells.length === length));
  const cut = isColumn ? rows.map((row) => (row.cells.length > used ? { ...row, cells: row.cells.slice(0, used) } : row)) : rows;
  const [first, ...rest] = cut;
  if (separator === 'json' && first.cells.length === 0) {
    return { rows: [{ ...first, cells: Array(rest[0]?.cells.length ?? 0).fill('') }, ...rest], isNamedByRow: false };
  }
  const isNamedByRow =
    (separator === ' ' || separator === '\t') && rest.length > 1 && rest.every(({ cells }) => cells.length === first.cells.length + 1);
  if (isNamedByRow) return { rows: [{ ...first, cells: ['', ...first.cells] }, ...rest], isNamedByRow };
  return { rows: cut, isNamedByRow };
}

/** @param {readonly string[]} cells */
function filledLength(cells) {
  let length = cells.length;
  while (length > 0 && cells[length - 1].trim() === '') length -= 1;
  return length;
}

/** @param {readonly TextRow[]} rows */
function guessHeader(rows) {
  return looksLikeNames(rows[0].cells, rows.slice(1, LOOKED_AT));
}

/**
 * @param {TextRow} row
 * @param {import('./tables/text-rows.js').Separator} separator
 */
function lineOf({ line }, separator) {
  return separator === 'json' ? { row: line } : { line };
}

/**
 * The cells of a text; rows without any are left out.
 * @param {string} text
 * @param {number} [most] rows
 * @returns {TextRow[]}
 */
export function splitRows(text, most) {
  return splitTable(text, most).rows;
}
