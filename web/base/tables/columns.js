/** Columns of cells as numbers, as yes and no, or as names of classes. */

import { readFigure, valueBy } from './figures.js';
import { isMissing } from './names.js';
import { TableError } from './table-error.js';

/** @typedef {import('./figures.js').DecimalMark} DecimalMark */
/** @typedef {import('./text-rows.js').Separator} Separator */
/** @typedef {import('./text-rows.js').TextRow} TextRow */
/**
 * @typedef {object} Column
 * @property {string} name '' where it has none
 * @property {'numbers' | 'yes-no' | 'words'} kind
 * @property {number[]} values of numbers; 1 and 0 for yes and no; for words the place in `classes`
 * @property {string[]} classes the words, in their order by letters; for yes and no what stands for 0 and 1; for numbers none
 * @property {boolean} countsRows it says which row it is and nothing else: 0 1 2 …
 */
/** @typedef {{ separator: Separator, largest: number, decimal?: DecimalMark }} Reading */

/** So many rows are read without a pause. */
const ROWS_A_PART = 100;
/** Words for no and for yes, in the languages of spreadsheets and programs. */
const YES_NO = /** @type {Readonly<Record<string, readonly string[]>>} */ ({
  false: ['true'],
  no: ['yes', 's\u00ed', 'si'],
  f: ['t'],
  n: ['y', 's'],
  off: ['on'],
  falso: ['verdadero', 'vero'],
  falsch: ['wahr'],
  faux: ['vrai'],
  nein: ['ja'],
  non: ['oui'],
  n\u00e3o: ['sim'],
});
const COUNTING_NAMES = /^(?:|unnamed: ?0|index|id|row|nr\.?|no\.?|n|#|row[ ._]?names?|obs\.?|\u00edndice|fila|n\u00fam\.?|n\u00ba)$/i;

/**
 * @param {readonly TextRow[]} rows of the same length, below the names
 * @param {readonly string[]} names
 * @param {Reading} reading
 * @param {boolean} areNamed whether the table says them
 * @returns {Generator<void, Column[]>} in parts
 * @throws {TableError}
 */
export function* readColumns(rows, names, reading, areNamed) {
  /** @type {ReturnType<typeof readFigure>[][]} */
  const figures = names.map(() => []);
  for (const [row, { cells }] of rows.entries()) {
    if (row % ROWS_A_PART === 0) yield;
    names.forEach((_, at) => figures[at].push(readFigure(cells[at])));
  }
  const words = figures.map((column, at) => column.every((figure) => figure === null) && !rows.every(({ cells }) => isMissing(cells[at])));
  /** What is the decimal mark by each column, and by all of them. */
  const marks = figures.map((column) => new Set(column.flatMap((figure) => figure?.decimal ?? [])));
  const marksOfAll = new Set(marks.flatMap((column) => [...column]));
  const context = (/** @type {number} */ at) => ({ ...reading, at, name: names[at], marks: marks[at].size > 0 ? marks[at] : marksOfAll });
  /** @type {Column[]} */
  const columns = [];
  for (const [at, name] of names.entries()) {
    yield;
    columns.push(words[at] ? { name, ...readWords(rows, at, name, reading.separator), countsRows: false } : readNumbers(at, name));
  }
  return columns;

  /** @param {number} at @param {string} name @returns {Column} */
  function readNumbers(at, name) {
    const values = readValues(rows, figures[at], context(at));
    const [first] = values;
    const isCounted = at === 0 && names.length > 2 && (first === 0 || first === 1) && values.every((value, row) => value === first + row);
    return {
      name,
      kind: 'numbers',
      values,
      classes: [],
      countsRows: isCounted && areNamed && COUNTING_NAMES.test(name),
    };
  }
}

/**
 * @param {readonly TextRow[]} rows
 * @param {readonly (import('./figures.js').Figure | null)[]} figures
 * @param {Reading & { at: number, name: string, marks: ReadonlySet<DecimalMark> }} context
 * @returns {number[]}
 */
function readValues(rows, figures, { at, name, marks, separator, largest, decimal }) {
  return figures.map((figure, row) => {
    const cell = rows[row].cells[at];
    const place = () => placeOf(rows[row], at, name, separator);
    if (figure === null) throw new TableError({ kind: 'not-a-number', ...place(), cell });
    const { unsure, value: asDecimal, grouped = 0 } = figure;
    let mark = decimal;
    if (mark === undefined && unsure !== undefined) {
      if (marks.size === 1) [mark] = marks;
      // A program wrote what stands between commas, bars or blanks, and programs have decimal points.
      else if (unsure === '.' && separator !== '\t' && separator !== ';') mark = '.';
      else throw new TableError({ kind: 'two-readings', ...place(), cell: cell.trim(), readings: [asDecimal, grouped] });
    }
    const value = valueBy(figure, mark ?? '.');
    if (Math.abs(value) > largest) throw new TableError({ kind: 'too-large', ...place(), cell, wanted: largest });
    return value;
  });
}

/**
 * @param {readonly TextRow[]} rows
 * @param {number} at
 * @param {string} name
 * @param {Separator} separator
 * @returns {Pick<Column, 'kind' | 'values' | 'classes'>}
 */
function readWords(rows, at, name, separator) {
  const cells = rows.map(({ cells }) => cells[at].trim());
  const empty = cells.indexOf('');
  if (empty >= 0) throw new TableError({ kind: 'not-a-number', ...placeOf(rows[empty], at, name, separator), cell: '' });
  const found = [...new Set(cells)];
  const lower = new Set(found.map((word) => word.toLowerCase()));
  for (const [no, ways] of Object.entries(YES_NO)) {
    const yes = ways.find((word) => lower.has(word)) ?? ways[0];
    if (lower.size > 2 || ![...lower].every((word) => word === no || word === yes)) continue;
    const word = (/** @type {string} */ wanted) => found.find((each) => each.toLowerCase() === wanted) ?? wanted;
    return { kind: 'yes-no', values: cells.map((cell) => (cell.toLowerCase() === yes ? 1 : 0)), classes: [word(no), word(yes)] };
  }
  const classes = found.sort((a, b) => (a < b ? -1 : 1));
  const places = new Map(classes.map((word, place) => [word, place]));
  return { kind: 'words', values: cells.map((cell) => places.get(cell) ?? 0), classes };
}

/**
 * @param {TextRow} row
 * @param {number} at
 * @param {string} name
 * @param {Separator} separator
 */
export function placeOf({ line }, at, name, separator) {
  return separator === 'json' ? { row: line, column: at + 1, name } : { line, column: at + 1 };
}
