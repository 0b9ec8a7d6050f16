/** Texts of the panel "Data". */

import { countFormatter, formatExact, pluralFormatter } from '../../base/format.js';

/** @typedef {import('../../base/csv.js').TableProblem} TableProblem */

const count = countFormatter('en');
const plurals = pluralFormatter('en');
/** @type {(amount: number, one: string, many?: string) => string} */
const plural = (amount, one, many = `${one}s`) => plurals(amount, one, many);

/** @type {(cell: string | undefined) => string} */
const shown = (cell = '') => (cell.length > 24 ? `${cell.slice(0, 24)}\u2026` : cell);

/** @type {Readonly<Record<TableProblem['kind'], (problem: TableProblem) => string>>} */
const problems = {
  empty: () => 'There is nothing to read yet. Paste a table, or choose a file.',
  'too-long': ({ wanted = 0 }) => `The text is too long: at most ${plural(wanted, 'character')}.`,
  'too-many-rows': ({ line, wanted = 0 }) => `Line ${line} is one example too many: at most ${count(wanted)}.`,
  'too-many-columns': ({ line, got = 0, wanted = 0 }) => `Line ${line} has ${plural(got, 'cell')}: at most ${count(wanted)}.`,
  'open-quote': ({ line, column }) => `Line ${line}, column ${column}: a quoted cell begins here and never ends.`,
  'after-quote': ({ line, column }) => `Line ${line}, column ${column}: something follows the closing quote.`,
  ragged: ({ line, got = 0, wanted = 0 }) => `Line ${line} has ${plural(got, 'cell')}, but the first line has ${count(wanted)}.`,
  'not-a-number': ({ line, column, cell }) =>
    (cell ?? '').trim() === ''
      ? `Line ${line}, column ${column}: the cell is empty.`
      : `Line ${line}, column ${column}: \u201c${shown(cell)}\u201d is not a number.`,
  'too-large': ({ line, column, cell, wanted = 0 }) =>
    `Line ${line}, column ${column}: ${shown(cell)} is too large: at most ${count(wanted)}.`,
  'header-only': ({ line }) => `Only line ${line} has text, and it is a header: the examples are missing.`,
  'too-few-columns': ({ got = 0, wanted = 0 }) =>
    `The table has ${plural(got, 'column')}: at least ${count(wanted)} are needed, the targets last.`,
};

export const dataMessages = {
  setTitle: 'A set by name',
  set: 'Set',
  own: 'own examples',
  examples: 'Examples',
  noise: 'Noise',
  seed: 'Seed of the data',
  setNote: 'The same seed gives the same examples, everywhere.',
  /** @type {(examples: number, features: number, targets: number) => string} */
  now: (examples, features, targets) =>
    `Now: ${plural(examples, 'example')}, ${plural(features, 'feature')}, ${plural(targets, 'target')}.`,
  ownTitle: 'A table of your own',
  text: 'Paste a table: one example a line, the target last',
  textHint: 'Commas, semicolons or tabs between cells; a first line of names or none; 0.5, 0,5 and 1/3 all work.',
  file: 'or choose a file',
  targets: 'Target columns',
  standardize: 'Standardize the features (mean 0, deviation 1)',
  use: 'Use this table',
  showNow: 'Show the present examples here',
  addFeature: 'Add a feature',
  removeFeature: 'Remove the last feature',
  columnsNote: 'A new feature is 0 in every example.',
  /** @type {(examples: number) => string} */
  used: (examples) => `${plural(examples, 'example')} read. At the start again.`,
  /** @type {(line: number, value: number, loss: string, range: { minimum: number, maximum: number }) => string} */
  targetRange: (line, value, loss, { minimum, maximum }) =>
    `Line ${line}: a target of ${formatExact(value)} does not go with ${loss}, which takes ${formatExact(minimum)} to ${formatExact(maximum)}. Choose the loss \u201csquared error\u201d first.`,
  unreadable: 'This file could not be read.',
  /** @type {(most: number) => string} */
  fileTooLarge: (most) => `This file is too large: at most ${count(most)} characters.`,
  /** @type {(problem: TableProblem) => string} */
  problem: (problem) => problems[problem.kind](problem),
};
