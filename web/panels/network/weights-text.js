/**
 * All weights and biases as text, to be copied, pasted and edited: as a table (a row a unit: its incoming weights, then its bias) with
 * tabs or commas, or as JSON of the experiment's shape. Pure. What is wrong is said by kind and place; the words are the messages'.
 */

import { fail, joinPath } from '../../base/checks.js';
import { TableError, splitRows } from '../../base/csv.js';
import { parseJson } from '../../base/json-text.js';
import { readFigure, valueBy } from '../../base/tables/figures.js';
import { networkLayers } from '../../experiment/parameters.js';
import { looksLikeArrays, readArrays } from './pasted-arrays.js';
import { WeightsError } from './weights-error.js';

export { WeightsError } from './weights-error.js';

/** @typedef {import('../../experiment/parameters.js').Shape} Shape */
/** @typedef {import('../../experiment/reshape.js').Start} Start */
/** @typedef {import('./weights-error.js').WeightsProblem} WeightsProblem */
/** @typedef {import('../../base/tables/figures.js').DecimalMark} DecimalMark */
/** @typedef {'tabs' | 'csv' | 'json'} WeightsFormat */

/** The weights of the largest network, at full length, have room three times. */
const MOST_CHARACTERS = 10_000_000;
/** What JSON of weights may name: what an explicit start of an experiment has. */
const JSON_KEYS = ['scheme', 'w', 'b'];
/** The first word of the line above a layer's rows. */
const LAYER = 'layer';
/** Within so many rows more than a network has, what is wrong is said layer by layer; a longer text is not read to its end. */
const ROWS_TOO_MANY = 1000;

/**
 * @param {Shape} network
 * @param {Start} start
 * @param {WeightsFormat} format
 * @returns {string} parseWeights reads it back to the same bits
 */
export function writeWeights(network, { w, b }, format) {
  if (format === 'json') return writeJson(network.bias ? { w, b } : { w });
  const separator = format === 'csv' ? ',' : '\t';
  return networkLayers(network)
    .map(({ layer, units, inputs, firstWeight, firstUnit }) => {
      const isOutput = layer === network.hidden.length + 1;
      const names = [`${LAYER} ${layer}${isOutput ? ' (output)' : ''}`, ...Array.from({ length: inputs }, (_, at) => `from ${at + 1}`)];
      const head = [...names, ...(network.bias ? ['bias'] : [])];
      const rows = Array.from({ length: units }, (_, unit) => {
        const first = firstWeight + unit * inputs;
        const label = `neuron ${firstUnit + unit} (w${first}${inputs > 1 ? `\u2013w${first + inputs - 1}` : ''})`;
        return [label, ...w[layer - 1][unit].map(String), ...(network.bias ? [String(b[layer - 1][unit])] : [])];
      });
      return [head, ...rows].map((cells) => cells.join(separator)).join('\n');
    })
    .join('\n\n');
}

/** @param {{ w: number[][][], b?: number[][] }} start */
function writeJson({ w, b }) {
  const layers = w.map((rows) => `[${rows.map((row) => JSON.stringify(row)).join(', ')}]`).join(',\n    ');
  const biases = b === undefined ? '' : `,\n  "b": [${b.map((row) => JSON.stringify(row)).join(', ')}]`;
  return `{ "w": [\n    ${layers}\n  ]${biases} }`;
}

/**
 * @param {Shape} network
 * @param {string} text JSON, or a table with tabs, semicolons or commas
 * @param {number} largest size of a weight
 * @returns {{ start: Start, isTransposed: boolean }} isTransposed: the rows of the text were inputs, and have been turned
 * @throws {WeightsError}
 * @throws {TableError} a text that is too long, a quote that never ends and the like
 * @throws {import('../../base/errors.js').ExperimentError} what begins like JSON and is none, or names what weights do not have
 */
export function readWeights(network, text, largest) {
  if (text.length > MOST_CHARACTERS) throw new TableError({ kind: 'too-long', got: text.length, wanted: MOST_CHARACTERS });
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') throw new WeightsError({ kind: 'empty' });
  const read = readAny(network, trimmed);
  const { start } = read;
  const tooLarge = (/** @type {number} */ value) => Math.abs(value) > largest;
  start.w.forEach((rows, at) =>
    rows.forEach((row, unit) => {
      const all = [...row, start.b[at][unit]];
      const column = all.findIndex(tooLarge);
      if (column >= 0) throw new WeightsError({ kind: 'too-large', layer: at + 1, row: unit + 1, column: column + 1, wanted: largest });
    }),
  );
  return read;
}

/**
 * @param {Shape} network
 * @param {string} text
 * @param {number} largest
 * @returns {Start}
 */
export function parseWeights(network, text, largest) {
  return readWeights(network, text, largest).start;
}

/**
 * @param {Shape} network
 * @param {string} text
 * @returns {{ start: Start, isTransposed: boolean }}
 */
function readAny(network, text) {
  const json = /^[[{]/.test(text) ? tryJson(text) : null;
  if (json !== null && isOwnJson(json.value)) return { start: readJson(network, parseJson(text)), isTransposed: false };
  try {
    const arrays = looksLikeArrays(text) ? readArrays(network, text) : null;
    if (arrays !== null) return arrays;
  } catch (error) {
    // Lists that fit neither way are more likely the page's own, with brackets missing.
    if (json === null || !Array.isArray(json.value)) throw error;
  }
  // The sentence of what is wrong with it as JSON.
  if (/^[[{]/.test(text)) return { start: readJson(network, parseJson(text)), isTransposed: false };
  return { start: readTable(network, text), isTransposed: false };
}

/** @param {string} text @returns {{ value: unknown } | null} null where it is no JSON */
function tryJson(text) {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** Whether it is JSON as this page writes it, and not what another program keeps under names of its own. @param {unknown} value */
function isOwnJson(value) {
  if (!Array.isArray(value))
    return 'w' in Object(value) || !Object.keys(Object(value)).some((key) => /weight|kernel|bias|^[wWb]\d+$/.test(key));
  return value.every((layer) => Array.isArray(layer) && layer.every(Array.isArray));
}

// ---- tables ----

/**
 * A row's label and a line of names have no number in front; everything else is a row of numbers.
 * @param {Shape} network
 * @param {string} text
 * @returns {Start}
 */
function readTable(network, text) {
  const layers = networkLayers(network);
  /** Rows of cells by layer; names begin the next one. @type {string[][][]} */
  const blocks = [];
  let isNamed = false;
  const wanted = layers.reduce((sum, { units }) => sum + units + 1, 0);
  const textRows = splitRows(text, wanted + ROWS_TOO_MANY);
  if (textRows.length === wanted + ROWS_TOO_MANY) throw new WeightsError({ kind: 'too-many', line: textRows[wanted].line, wanted });
  for (const { cells } of textRows) {
    const labels = cells.findIndex(looksNumeric);
    const isNames = labels < 0 && cells[0].trim().toLowerCase().startsWith(LAYER);
    isNamed ||= isNames;
    if (isNames) blocks.push([]);
    else {
      const full = blocks.length > 0 && !isNamed && blocks[blocks.length - 1].length === layers[blocks.length - 1]?.units;
      if (blocks.length === 0 || (full && blocks.length < layers.length)) blocks.push([]);
      blocks[blocks.length - 1].push(withoutBlankEnd(cells.slice(labels > 0 && !looksNumeric(cells[0]) ? 1 : 0)));
    }
  }
  if (isNamed && blocks.length !== layers.length) throw new WeightsError({ kind: 'layers', wanted: layers.length, got: blocks.length });
  const decimal = decimalMark(blocks.flat(2));
  const rows = layers.map((layer, at) => readBlock(layer, blocks[at] ?? [], network.bias, decimal));
  return {
    w: rows.map((block, at) => block.map((row) => row.slice(0, layers[at].inputs))),
    b: rows.map((block, at) => block.map((row) => (network.bias ? row[layers[at].inputs] : 0))),
  };
}

/**
 * @param {import('../../experiment/parameters.js').Layer} layer
 * @param {string[][]} block
 * @param {boolean} withBias
 * @param {DecimalMark | null} decimal
 * @returns {number[][]}
 */
function readBlock({ layer, units, inputs }, block, withBias, decimal) {
  if (block.length !== units) throw new WeightsError({ kind: 'rows', layer, wanted: units, got: block.length });
  return block.map((cells, at) => {
    if (cells.length !== inputs + (withBias ? 1 : 0))
      throw new WeightsError({ kind: 'row', layer, row: at + 1, wanted: inputs, got: cells.length, withBias });
    return cells.map((cell, column) => {
      const figure = readFigure(cell);
      const place = { layer, row: at + 1, column: column + 1, cell: cell.trim() };
      if (figure === null) throw new WeightsError({ kind: 'not-a-number', ...place });
      if (figure.unsure === ',' && decimal === null) throw new WeightsError({ kind: 'two-readings', ...place });
      // A point is what this page writes itself.
      return valueBy(figure, decimal ?? '.');
    });
  });
}

/**
 * @param {string[]} cells
 * @returns {DecimalMark | null} the decimal mark, by the cells that leave no doubt; null: none does, or they do not agree
 */
function decimalMark(cells) {
  const marks = new Set(cells.map((cell) => readFigure(cell)?.decimal ?? null).filter((mark) => mark !== null));
  return marks.size === 1 ? [...marks][0] : null;
}

/**
 * Spreadsheets fill short rows with empty cells.
 * @param {string[]} cells
 */
function withoutBlankEnd(cells) {
  const filled = cells.map((cell) => cell.trim() !== '');
  return cells.slice(0, filled.lastIndexOf(true) + 1);
}

/** @param {string} cell */
function looksNumeric(cell) {
  return readFigure(cell) !== null;
}

// ---- JSON ----

/**
 * @param {Shape} network
 * @param {unknown} value {"w": …, "b": …}, or the list of layers that stands in "w"
 * @returns {Start}
 */
function readJson(network, value) {
  const { w, b } = /** @type {{ w?: unknown, b?: unknown }} */ (Array.isArray(value) ? { w: value } : value);
  const unknown = Array.isArray(value) ? undefined : Object.keys(Object(value)).find((key) => !JSON_KEYS.includes(key));
  if (unknown !== undefined) fail(joinPath('', unknown), 'is not known here; weights have "w" and "b"');
  const layers = networkLayers(network);
  const blocks = listOf(w, layers.length, (got) => ({ kind: 'layers', wanted: layers.length, got }));
  const weights = layers.map(({ layer, units, inputs }, at) =>
    listOf(blocks[at], units, (got) => ({ kind: 'rows', layer, wanted: units, got })).map((row, unit) =>
      numbersOf(row, inputs, layer, unit + 1, (got) => ({ kind: 'row', layer, row: unit + 1, wanted: inputs, got, withBias: false })),
    ),
  );
  if (b === undefined) return { w: weights, b: layers.map(({ units }) => Array(units).fill(0)) };
  if (!network.bias) throw new WeightsError({ kind: 'no-biases' });
  const biases = listOf(b, layers.length, (got) => ({ kind: 'layers', wanted: layers.length, got }));
  return {
    w: weights,
    b: layers.map(({ layer, units }, at) =>
      numbersOf(biases[at], units, layer, 1, (got) => ({ kind: 'biases', layer, wanted: units, got })),
    ),
  };
}

/**
 * @param {unknown} value
 * @param {number} length
 * @param {(got: number) => WeightsProblem} problem
 * @returns {unknown[]}
 */
function listOf(value, length, problem) {
  if (!Array.isArray(value)) throw new WeightsError({ kind: 'not-lists' });
  if (value.length !== length) throw new WeightsError(problem(value.length));
  return value;
}

/**
 * @param {unknown} value
 * @param {number} length
 * @param {number} layer
 * @param {number} row
 * @param {(got: number) => WeightsProblem} problem
 * @returns {number[]}
 */
function numbersOf(value, length, layer, row, problem) {
  return listOf(value, length, problem).map((number, at) => {
    if (typeof number !== 'number' || !Number.isFinite(number)) {
      throw new WeightsError({ kind: 'not-a-number', layer, row, column: at + 1, cell: JSON.stringify(number) ?? '' });
    }
    return number;
  });
}
