/**
 * The hand-ins of a class: a table as learning platforms and spreadsheets write it, or the texts of mails one after the other. A table may have a column a
 * field, or the whole text of a hand-in in a cell; which column is which is seen by its name, else by what stands in it.
 */
import { ExperimentError } from '../base/errors.js';
import { TableError } from '../base/tables/table-error.js';
import { splitTable } from '../base/tables/text-rows.js';
import { HEADING, LONGEST_HAND_IN, oneLine, readHandIn, readRun, readStep, splitHandIns } from './hand-in.js';

/** @typedef {import('./hand-in.js').HandIn} HandIn */
/** @typedef {import('../base/tables/text-rows.js').Separator} Separator */
/** @typedef {'name' | 'number' | 'step' | 'fingerprint' | 'link'} Column */
/** @typedef {{ handIns: HandIn[], separator: Separator | null }} Answers separator: of the table; null where it was no table */

export const MOST_ANSWERS = 10_000;
export const MOST_CHARACTERS = 64_000_000;

/** What people and platforms call the columns, in the languages of the page. @type {readonly [Column, RegExp][]} */
const TITLES = [
  [
    'number',
    // "No." by itself numbers the rows.
    /^(?:(?:student|id|matriculation|seed)[ _-]?(?:number|no\.?|nr\.?)|number)$|^(?:seed|student[ _-]?id|semilla|matr[i\u00ed]cula|n[u\u00fa]mero(?: de (?:alumno|estudiante|matr[i\u00ed]cula))?)$/i,
  ],
  ['name', /name$|^(?:student|user|alumn[oa]|estudiante|usuario|nombres?|apellidos?(?: ?\(s\))?|nombre completo)$|^nombre\b|^apellido/i],
  ['step', /^(?:steps?|pasos?)$/i],
  ['fingerprint', /^(?:fingerprint|huella)$/i],
  ['link', /^(?:link|enlace)\b|^(?:url|hand-?in|answers?|response|online[ _-]?text|text|submission|entrega|respuesta|texto)(?: ?\d*)$/i],
];

/** What stands in a cell with a run, whole or not; a sentence may end in the word. */
const RUN_SIGN = /(?:^|[^a-z])run\s*(?:=|%(?:25)*3d)/i;
const BEGINS_WITH_HEADING = new RegExp(`^[\\s>|*]*${HEADING}`, 'i');

/**
 * @param {string} text
 * @returns {Answers}
 * @throws {ExperimentError} where it is neither a table nor texts, with a sentence that says the line
 */
export function readAnswers(text) {
  if (text.length > MOST_CHARACTERS) throw wrong(`must be a text of at most ${MOST_CHARACTERS} characters; got ${text.length}`);
  const marked = text.replace(/^\uFEFF/, '');
  const texts = splitHandIns(marked);
  const table = BEGINS_WITH_HEADING.test(marked) ? null : readTable(marked, texts);
  if (table === null) return { handIns: limited(texts).map(readHandIn), separator: null };
  const { rows, separator } = table;
  if (rows.length === 0) throw wrong('there is nothing here; give a table with a row a student, or the texts that were handed in');
  const columns = columnsOf(rows[0].cells);
  const handIns = limited(columns === null ? rows : rows.slice(1)).map(({ cells }) => readRow(cells, columns, separator));
  if (handIns.every(({ experiment }) => experiment === null) && !rows.some(({ cells }) => cells.some(hasRun)))
    throw wrong('no link of a run was found in it; each row or text needs the link that was handed in');
  return { handIns, separator };
}

/** @param {string} cell */
const hasRun = (cell) => RUN_SIGN.test(cell) || runOf(cell) !== null;

/** @param {string} cell */
const runOf = (cell) => (/run/i.test(cell) && cell.length <= LONGEST_HAND_IN ? readRun(cell) : null);

/**
 * A heading may stand at the beginning of a line inside a cell, behind a greeting: then it is a table all the same. Mails begin with a greeting, too, but
 * in them the heading is a line of its own.
 * @param {string} text
 * @param {readonly string[]} texts that it is, should it be no table
 * @returns {import('../base/tables/text-rows.js').TextTable | null} null: it is no table
 */
function readTable(text, texts) {
  const table = readRows(text, texts);
  if (table === null || texts.length === 0) return table;
  const { rows } = table;
  if (rows.some(({ cells }) => isHeading(cells))) return null;
  return columnsOf(rows[0].cells) !== null || rows.some(({ cells }) => cells.some(hasRun)) ? table : null;
}

/** A line with the heading and nothing of the hand-in below it. @param {readonly string[]} cells */
const isHeading = (cells) => BEGINS_WITH_HEADING.test(cells.join(' ')) && !cells.some((cell) => /[\r\n]/.test(cell) || hasRun(cell));

/** @param {string} text @param {readonly string[]} texts that it is, should it be no table */
function readRows(text, texts) {
  try {
    return splitTable(text, MOST_ANSWERS + 2, { comments: false });
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    // Quotation marks in front of the first heading that all are closed: it stands in no cell.
    if (texts.length > 0 && (text.slice(0, text.indexOf(texts[0])).match(/"/g) ?? []).length % 2 === 0) return null;
    const { kind, line } = error.problem;
    const reason =
      kind === 'open-quote' ? 'a quotation mark is opened and never closed' : 'there is something behind a closing quotation mark';
    throw wrong(`in line ${line}, ${reason}; export the table as CSV again`);
  }
}

/** @template T @param {readonly T[]} rows */
function limited(rows) {
  if (rows.length > MOST_ANSWERS) throw wrong(`must have at most ${MOST_ANSWERS} hand-ins; got ${rows.length} or more`);
  return rows;
}

/** @param {string} sentence */
const wrong = (sentence) => new ExperimentError('answers', sentence);

/**
 * Which column is which, where the first row says it.
 * @param {readonly string[]} cells
 * @returns {(Column | null)[] | null} null where the row is a hand-in already
 */
function columnsOf(cells) {
  if (cells.some(hasRun)) return null;
  const columns = cells.map((cell) => TITLES.find(([, pattern]) => pattern.test(cell.trim()))?.[0] ?? null);
  return columns.some((column) => column !== null) ? columns : null;
}

/**
 * @param {readonly string[]} cells
 * @param {(Column | null)[] | null} columns
 * @param {Separator} separator
 * @returns {HandIn}
 */
function readRow(cells, columns, separator) {
  const whole = cells.findIndex((cell) => cell.length > LONGEST_HAND_IN || runOf(cell) !== null);
  const at = whole < 0 ? cells.findIndex((cell) => RUN_SIGN.test(cell)) : whole;
  const said = readHandIn(at < 0 ? '' : cells[at]);
  const plain = columns === null ? guessPlain(cells, at, separator) : namedPlain(cells, columns, at);
  return {
    name: oneLine(plain.name) || said.name,
    // A column of numbers may be the platform's own; what a student has handed in says whose start it is.
    number: said.number || plain.number.trim(),
    experiment: said.experiment,
    step: readStep(plain.step) ?? said.step,
    fingerprint: (plain.fingerprint.trim() || said.fingerprint).toLowerCase(),
    ...(said.isTooLong ? { isTooLong: true } : {}),
  };
}

/** @param {readonly string[]} cells @param {(Column | null)[]} columns @param {number} link where it stands */
function namedPlain(cells, columns, link) {
  const of = (/** @type {Column} */ column) => cells.filter((_, at) => columns[at] === column && at !== link).map((cell) => cell.trim());
  const [number = ''] = of('number');
  const [step = ''] = of('step');
  const [fingerprint = ''] = of('fingerprint');
  return { name: of('name').join(' '), number, step, fingerprint };
}

/**
 * Without names of columns: a number before the link is the student's, one behind it the step.
 * @param {readonly string[]} cells
 * @param {number} link where it stands
 * @param {Separator} separator
 */
function guessPlain(cells, link, separator) {
  const others = cells.map((cell, at) => ({ cell: cell.trim(), at })).filter(({ cell, at }) => cell !== '' && at !== link);
  const isWhole = (/** @type {string} */ cell) => readStep(cell) !== null;
  const isFingerprint = (/** @type {string} */ cell) => /^[0-9a-f]{16}$/i.test(cell);
  const numbers = others.filter(({ cell }) => isWhole(cell) && !isFingerprint(cell));
  const words = others.filter(({ cell }) => !isWhole(cell) && !isFingerprint(cell)).map(({ cell }) => cell);
  return {
    name: separator === ' ' ? words.join(' ') : (words[0] ?? ''),
    number: numbers.find(({ at }) => at < link)?.cell ?? '',
    step: numbers.find(({ at }) => at > link)?.cell ?? '',
    fingerprint: others.find(({ cell }) => isFingerprint(cell))?.cell ?? '',
  };
}
