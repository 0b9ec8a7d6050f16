/** Tables as examples: which columns are features, which targets, and how classes become numbers; and examples as a table again. */

import { nameCell, uniqueNames } from './names.js';
import { TableError } from './table-error.js';

/** @typedef {import('../csv.js').Table} Table */
/** @typedef {import('../csv.js').ColumnTable} ColumnTable */
/** @typedef {import('./columns.js').Column} Column */
/** @typedef {{ x: number[][], y: number[][], features: string[], targets: string[] }} Examples */
/** @typedef {'feature' | 'target' | 'classes' | 'out'} Role classes: a target, one column for each of its values */
/** @typedef {{ name: string, fallback: string, values: readonly number[] }} NamedColumn */

/** A feature of more words than this is left out unless somebody wants it: it is a name, or a text. */
const MOST_WORDS = 10;

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
  const columns = rows[0].map((_, at) => ({ name: header?.[at] ?? '', values: rows.map((row) => row[at]) }));
  return assemble(
    columns.slice(0, inputs).map((column, at) => ({ ...column, fallback: `x${at + 1}` })),
    columns.slice(inputs).map((column, at) => ({ ...column, fallback: targets === 1 ? 'y' : `y${at + 1}` })),
  );
}

/**
 * The roles that the columns of a table have at first: the last ones are targets, and what only counts the rows is left out.
 * @param {readonly Column[]} columns
 * @param {number} targets how many of them
 * @returns {Role[]}
 */
export function firstRoles(columns, targets) {
  return columns.map(({ countsRows, kind, classes }, at) => {
    if (at >= columns.length - targets) return 'target';
    return countsRows || (kind === 'words' && (classes.length > MOST_WORDS || classes.length < 2)) ? 'out' : 'feature';
  });
}

/**
 * @param {ColumnTable} table
 * @param {readonly Role[]} roles one a column
 * @param {{ inputs: number, outputs: number }} limits
 * @returns {Examples}
 * @throws {TableError}
 */
export function examplesOf({ columns }, roles, limits) {
  const features = columns.flatMap((column, at) => (roles[at] === 'feature' ? columnsOf(column, `x${at + 1}`, limits.inputs, true) : []));
  const areTargets = roles.map((role) => role === 'target' || role === 'classes');
  const single = areTargets.filter(Boolean).length === 1;
  const targets = columns.flatMap((column, at) => {
    if (!areTargets[at]) return [];
    const fallback = single ? 'y' : `y${areTargets.slice(0, at).filter(Boolean).length + 1}`;
    return columnsOf(roles[at] === 'classes' ? asClasses(column) : column, fallback, limits.outputs, false);
  });
  if (targets.length === 0) throw new TableError({ kind: 'no-target' });
  if (features.length === 0) throw new TableError({ kind: 'no-feature' });
  if (features.length > limits.inputs) throw new TableError({ kind: 'too-many-features', got: features.length, wanted: limits.inputs });
  if (targets.length > limits.outputs) throw new TableError({ kind: 'too-many-targets', got: targets.length, wanted: limits.outputs });
  // Their names count on, whatever is left out between them.
  const numbered = features.map((column, at) => (column.fallback.startsWith('x') ? { ...column, fallback: `x${at + 1}` } : column));
  return assemble(numbered, targets);
}

/**
 * One column of numbers, or as many as there are classes; two classes are one column of 0 and 1.
 * @param {Column} column
 * @param {string} fallback
 * @param {number} most
 * @param {boolean} isFeature
 * @returns {NamedColumn[]}
 */
function columnsOf({ name, kind, values, classes }, fallback, most, isFeature) {
  if (kind !== 'words') return [{ name, fallback, values }];
  if (classes.length < 2) throw new TableError({ kind: 'one-class', name: name || fallback, cell: classes[0] });
  if (classes.length > most) throw new TableError({ kind: 'too-many-classes', name: name || fallback, got: classes.length, wanted: most });
  const shown = classes.length === 2 ? [1] : classes.map((_, place) => place);
  return shown.map((place) => ({
    name: (isFeature && name !== '' ? `${name}: ${classes[place]}` : classes[place]).slice(0, 60),
    fallback,
    values: values.map((value) => (value === place ? 1 : 0)),
  }));
}

/** Every number that stands in a column as a class. @param {Column} column @returns {Column} */
function asClasses(column) {
  if (column.kind !== 'numbers') return column;
  const found = [...new Set(column.values)].sort((a, b) => a - b);
  const places = new Map(found.map((value, place) => [value, place]));
  return {
    ...column,
    kind: 'words',
    values: column.values.map((value) => places.get(value) ?? 0),
    classes: found.map((value) => `${column.name || 'y'} = ${value}`),
  };
}

/**
 * @param {readonly NamedColumn[]} features
 * @param {readonly NamedColumn[]} targets
 * @returns {Examples}
 */
function assemble(features, targets) {
  const names = uniqueNames([...features, ...targets]);
  const rows = (/** @type {readonly NamedColumn[]} */ columns) =>
    columns[0].values.map((_, row) => columns.map(({ values }) => values[row]));
  return { x: rows(features), y: rows(targets), features: names.slice(0, features.length), targets: names.slice(features.length) };
}

/**
 * Examples as text that parseTable reads back to the same bits.
 * @param {{ x: readonly (readonly number[])[], y: readonly (readonly number[])[], features: readonly string[], targets: readonly string[] }} examples
 * @returns {string}
 */
export function writeExamples({ x, y, features, targets }) {
  return [[...features, ...targets].map(nameCell).join(','), ...x.map((row, at) => [...row, ...y[at]].join(','))].join('\n');
}

/**
 * Every feature with mean 0 and standard deviation 1; one that never varies becomes 0.
 * @param {readonly (readonly number[])[]} x
 * @param {readonly (readonly number[])[]} [measured] the examples whose mean and deviation are taken: those that a network trains on
 * @returns {number[][]}
 */
export function standardize(x, measured = x) {
  const columns = measured[0].map((_, at) => {
    const mean = measured.reduce((sum, row) => sum + row[at] / measured.length, 0);
    const deviation = Math.sqrt(measured.reduce((sum, row) => sum + (row[at] - mean) ** 2 / measured.length, 0));
    return { mean, deviation };
  });
  return x.map((row) => row.map((value, at) => (columns[at].deviation === 0 ? 0 : (value - columns[at].mean) / columns[at].deviation)));
}
