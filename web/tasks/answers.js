/**
 * The hand-ins of a class: a table as learning platforms and spreadsheets write it, or the texts of mails one after the other. A table may have a column a
 * field, or the whole text of a hand-in in a cell; which column is which is seen by its name, else by what stands in it.
 */
import { ExperimentError } from '../base/errors.js';
import { TableError } from '../base/tables/table-error.js';
import { splitTable } from '../base/tables/text-rows.js';
import { looksLikeRun } from '../experiment/address.js';
import { oneLine, readHandIn, readRun, readStep, splitHandIns } from './hand-in.js';

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
    /^(?:(?:student|id|matriculation|seed)[ _-]?)?(?:number|no\.?|nr\.?)$|^(?:seed|student[ _-]?id|semilla|matr[i\u00ed]cula|n[u\u00fa]mero(?: de (?:alumno|estudiante|matr[i\u00ed]cula))?)$/i,
  ],
  ['name', /name$|^(?:student|user|alumn[oa]|estudiante|usuario|nombres?|apellidos?(?: ?\(s\))?|nombre completo)$|^nombre\b|^apellido/i],
  ['step', /^(?:steps?|pasos?)$/i],
  ['fingerprint', /^(?:fingerprint|huella)$/i],
  ['link', /^(?:link|enlace|url|hand-?in|answers?|response|online[ _-]?text|text|submission|entrega|respuesta|texto)(?: ?\d*)$/i],
];

/**
 * @param {string} text
 * @returns {Answers}
 * @throws {ExperimentError} where it is neither a table nor texts, with a sentence that says the line
 */
export function readAnswers(text) {
  if (text.length > MOST_CHARACTERS) throw wrong(`must be a text of at most ${MOST_CHARACTERS} characters; got ${text.length}`);
  const marked = text.replace(/^\uFEFF/, '');
  const texts = splitHandIns(marked);
  if (texts.length > 0) return { handIns: limited(texts).map(readHandIn), separator: null };
  const { rows, separator } = readRows(marked);
  if (rows.length === 0) throw wrong('there is nothing here; give a table with a row a student, or the texts that were handed in');
  const columns = columnsOf(rows[0].cells);
  const handIns = limited(columns === null ? rows : rows.slice(1)).map(({ cells }) => readRow(cells, columns, separator));
  if (handIns.every(({ experiment }) => experiment === null) && !rows.some(({ cells }) => cells.some(looksLikeRun)))
    throw wrong('no link of a run was found in it; each row or text needs the link that was handed in');
  return { handIns, separator };
}

/** @param {string} text */
function readRows(text) {
  try {
    return splitTable(text, MOST_ANSWERS + 2);
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
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
  if (cells.some(looksLikeRun)) return null;
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
  const at = cells.findIndex(looksLikeRun);
  const said = readHandIn(at < 0 ? '' : cells[at]);
  const run = at < 0 ? null : readRun(cells[at]);
  const plain = columns === null ? guessPlain(cells, at, separator) : namedPlain(cells, columns, at);
  return {
    name: oneLine(plain.name) || said.name,
    number: plain.number.trim() || said.number,
    experiment: run?.experiment ?? null,
    step: readStep(plain.step) ?? said.step,
    fingerprint: (plain.fingerprint.trim() || said.fingerprint).toLowerCase(),
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
