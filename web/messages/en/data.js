/** Texts of the panel "Data". */

import { countFormatter, formatExact, formatFixed, pluralFormatter } from '../../base/format.js';
import { showHidden } from '../../base/hidden-signs.js';

/** @typedef {import('../../base/csv.js').TableProblem} TableProblem */

const count = countFormatter('en');
const plurals = pluralFormatter('en');
/** @type {(amount: number, one: string, many?: string) => string} */
const plural = (amount, one, many = `${one}s`) => plurals(amount, one, many);

/** What stands in a cell, with nothing hidden in it, and without quotes that would end those around it. @type {(cell: string | undefined) => string} */
const shown = (cell = '') => {
  const whole = showHidden(cell.trim()).replace(/[\u201c\u201d\u00ab\u00bb]/g, '"');
  return whole.length > 24 ? `${whole.slice(0, 24)}\u2026` : whole;
};

/** @typedef {Pick<TableProblem, 'line' | 'row' | 'column' | 'name'>} Place */

/** Where something stands. @type {(where: Place) => string} */
const place = ({ line, row, column, name = '' }) => {
  if (line !== undefined) return column === undefined ? `Line ${line}` : `Line ${line}, column ${column}`;
  return name === '' ? `Example ${row}${column === undefined ? '' : `, column ${column}`}` : `Example ${row}, \u201c${shown(name)}\u201d`;
};

/** @type {Readonly<Record<string, string>>} */
const separators = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars', ' ': 'blanks' };
/** @type {(separator: string | undefined) => string} */
const between = (separator = 'json') =>
  separator === 'json' ? '' : ` Cells are set apart by ${separators[separator] ?? `\u201c${separator}\u201d`}.`;

/** @type {Readonly<Record<TableProblem['kind'], (problem: TableProblem) => string>>} */
const problems = {
  empty: () => 'There is nothing to read yet. Paste a table, or choose a file.',
  'too-long': ({ wanted = 0 }) => `The text is too long: at most ${plural(wanted, 'character')}.`,
  'too-many-rows': (problem) => `${place(problem)} is one example too many: at most ${count(problem.wanted ?? 0)}.`,
  'too-many-columns': (problem) => `${place(problem)} has ${plural(problem.got ?? 0, 'cell')}: at most ${count(problem.wanted ?? 0)}.`,
  'open-quote': (problem) => `${place(problem)}: a quoted cell begins here and never ends.`,
  'after-quote': (problem) => `${place(problem)}: something follows the closing quote.`,
  ragged: (problem) =>
    `${place(problem)} has ${plural(problem.got ?? 0, 'cell')}, but the first line has ${count(problem.wanted ?? 0)}.${between(problem.separator)}`,
  'not-a-number': (problem) =>
    (problem.cell ?? '').trim() === ''
      ? `${place(problem)}: the cell is empty.`
      : `${place(problem)}: \u201c${shown(problem.cell)}\u201d is not a number.`,
  'too-large': (problem) => `${place(problem)}: ${shown(problem.cell)} is too large: at most ${count(problem.wanted ?? 0)}.`,
  'header-only': ({ line }) => `Only line ${line} has text, and it is a header: the examples are missing.`,
  'too-few-columns': ({ got = 0, wanted = 0 }) =>
    `The table has ${plural(got, 'column')}: at least ${count(wanted)} are needed, the targets last.`,
  'two-readings': (problem) => {
    const [decimal, grouped] = problem.readings ?? [0, 0];
    return `${place(problem)}: ${shown(problem.cell)} can be read as ${formatExact(decimal)} or as ${formatExact(grouped)}, and no other cell decides. Choose one below.`;
  },
  workbook: () => 'This is a workbook: save it as CSV, then choose that file.',
  experiment: () => 'This is an experiment, not a table: open it in \u201cKeep and share\u201d.',
  'not-a-table': () => 'This JSON is no table: a list of objects, a list of lists or an object of columns is one.',
  'no-target': () => 'No column is a target: choose one in the table of the columns.',
  'no-feature': () => 'No column is a feature: choose one in the table of the columns.',
  'too-many-features': ({ got = 0, wanted = 0 }) =>
    `These columns make ${plural(got, 'feature')}: at most ${count(wanted)}. Leave some out in the table of the columns.`,
  'too-many-targets': ({ got = 0, wanted = 0 }) =>
    `These columns make ${plural(got, 'target')}: at most ${count(wanted)}. Leave some out in the table of the columns.`,
  'too-many-classes': ({ name, got = 0, wanted = 0 }) =>
    `The column \u201c${shown(name)}\u201d has ${plural(got, 'class', 'classes')}: at most ${count(wanted)}. Leave it out in the table of the columns.`,
  'one-class': ({ name, cell }) =>
    `The column \u201c${shown(name)}\u201d has one class, \u201c${shown(cell)}\u201d: at least two are needed.`,
};

/** @typedef {{ examples: number, loss: string, right: number | null }} Part right: the share of it, null where targets are no classes */

/** @type {(part: Part) => string} */
const partSentence = ({ examples, loss, right }) =>
  `J ${loss}${right === null ? '' : `, ${formatFixed(100 * right, 1)} % right`}, of ${plural(examples, 'example')}.`;

/** @type {(range: { minimum: number, maximum: number }) => string} */
const reach = ({ minimum, maximum }) =>
  maximum === Infinity ? `${formatExact(minimum)} and more` : `${formatExact(minimum)} to ${formatExact(maximum)}`;

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
  textHint:
    'CSV, cells copied from a spreadsheet, or JSON; a first line of names or none; 0.5, 0,5 and 1/3 all work; the target may be names of classes.',
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
  /** @type {(where: Place, value: number, names: { loss: string, output: string }, range: { minimum: number, maximum: number }) => string} */
  targetRange: (where, value, { loss, output }, range) =>
    `${place(where)}: a target of ${formatExact(value)} does not go with ${loss} and ${output} outputs, which reach ${reach(range)}. Take linear outputs and the loss \u201csquared error\u201d.`,
  remedy: 'Take linear outputs and the squared error',
  firstLine: 'The first line is names',
  columns: 'The columns, as they were read',
  columnName: 'Column',
  columnRead: 'Read as',
  columnRole: 'Used as',
  /** @type {(number: number) => string} */
  unnamed: (number) => `column ${number}`,
  /** @type {(name: string) => string} */
  roleOf: (name) => `Use of the column \u201c${name}\u201d`,
  /** @type {Readonly<Record<import('../../base/tables/examples.js').Role, string>>} */
  roles: { feature: 'feature', target: 'target', classes: 'target, one column a class', out: 'left out' },
  countsRows: 'the numbers of the rows',
  /** @type {(least: string, most: string) => string} */
  range: (least, most) => (least === most ? `numbers, all ${least}` : `numbers from ${least} to ${most}`),
  /** @type {(no: string, yes: string) => string} */
  twoClasses: (no, yes) => `0 is \u201c${no}\u201d, 1 is \u201c${yes}\u201d`,
  /** @type {(amount: number, first: readonly string[]) => string} */
  classes: (amount, first) =>
    `${plural(amount, 'class', 'classes')}: ${first.map((name) => `\u201c${name}\u201d`).join(', ')}${amount > first.length ? ', \u2026' : ''}`,
  /** @type {(cell: string) => string} */
  twoReadings: (cell) => `What is ${shown(cell)}?`,
  /** @type {(value: string, isDecimal: boolean) => string} */
  reading: (value, isDecimal) => (isDecimal ? `${value}: the mark begins the decimals` : `${value}: the mark sets thousands apart`),
  testShare: 'Keep back to test on, in %',
  testSeed: 'Seed of the choice',
  /** @type {(train: Part, test: Part) => string} */
  tested: (train, test) => `Training: ${partSentence(train)} Test: ${partSentence(test)}`,
  unreadable: 'This file could not be read.',
  /** @type {(most: number) => string} */
  fileTooLarge: (most) => `This file is too large: at most ${count(most)} characters.`,
  /** @type {(problem: TableProblem) => string} */
  problem: (problem) => problems[problem.kind](problem),
};
