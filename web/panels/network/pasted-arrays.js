/**
 * Weights as programs print them: NumPy's arrays without commas, PyTorch's state_dict, the list of Keras' get_weights(), plain nested lists.
 * Finds the arrays in the text, and says which is which by its name or, without one, by its place and shape. Pure.
 */

import { networkLayers } from '../../experiment/parameters.js';
import { WeightsError } from './weights-error.js';

/** @typedef {import('../../experiment/parameters.js').Shape} Shape */
/** @typedef {import('../../experiment/parameters.js').Layer} Layer */
/** @typedef {import('../../experiment/reshape.js').Start} Start */
/** @typedef {{ items: (number | Node)[], key: string, isWrapped: boolean }} Node isWrapped: a word such as "array(" stands before it */
/** @typedef {{ rows: number[][], isVector: boolean, key: string, isWrapped: boolean }} Matrix */

const TOKENS =
  /\.{3}|\u2026|'[^'\n]*'|"[^"\n]*"|[+-]?(?:\d[\d_]*\.?[\d_]*|\.\d+)(?:[eE][+-]?\d+)?(?![\w.])|[+-]?(?:nan|inf(?:inity)?)\b|[A-Za-z_][\w.]*|[[\](){}]|[^\s]/gi;
const NUMBER = /^[+-]?(?:\d|\.\d)/;
const NO_NUMBER = /^[+-]?(?:nan|inf)/i;
/** Calls around one number. */
const SCALAR = /(?:float|double|tensor|array|half)\d*$/i;
const WEIGHTS = /(?:weight|kernel)s?(?::\d+)?$|^w\d*$|(?:^|[._/])w\d+$/i;
const BIASES = /bias(?:es)?(?::\d+)?$|^b\d*$|(?:^|[._/])b\d+$/i;

/** @param {string} text */
export function looksLikeArrays(text) {
  return /\[\s*[[\d.+-]|\[\s*(?:np\.)?(?:array|tensor|float)/.test(text);
}

/**
 * @param {Shape} network
 * @param {string} text
 * @returns {{ start: Start, isTransposed: boolean } | null} isTransposed: its rows were inputs, as Keras has them; null: the text has no arrays
 * @throws {WeightsError}
 */
export function readArrays(network, text) {
  const nodes = readNodes(text);
  if (nodes === null || nodes.length === 0) return null;
  const found = nodes.flatMap(matricesOf);
  const layers = networkLayers(network);
  const { weights, biases } = sortMatrices(found, layers);
  if (weights.length !== layers.length) throw new WeightsError({ kind: 'layers', wanted: layers.length, got: weights.length });
  const isTransposed = areTransposed(weights, layers, looksLikeKeras(found));
  const w = layers.map((layer, at) => weightsOf(weights[at], layer, isTransposed));
  return { start: { w, b: biasesOf(biases, layers, network.bias) }, isTransposed };
}

// ---- the text as nested lists ----

/**
 * @param {string} text
 * @returns {Node[] | null} the outermost lists; null where brackets do not close
 */
function readNodes(text) {
  /** @type {Node[]} */
  const outermost = [];
  /** @type {{ bracket: string, node: Node | null, word: string }[]} */
  const open = [];
  let key = '';
  let word = '';
  for (const [token] of text.matchAll(TOKENS)) {
    const inside = open[open.length - 1];
    const list = lastList(open)?.node ?? null;
    if (token === '...' || token === '\u2026') throw new WeightsError({ kind: 'shortened' });
    if (token === '[') {
      const isWrapped = inside !== undefined && inside.bracket === '(' && SCALAR.test(inside.word);
      open.push({ bracket: token, node: { items: [], key, isWrapped }, word: '' });
      key = '';
    } else if (token === '(' || token === '{') open.push({ bracket: token, node: null, word: token === '(' ? word : '' });
    else if (token === ']' || token === ')' || token === '}') {
      if (inside === undefined || { ']': '[', ')': '(', '}': '{' }[token] !== inside.bracket) return null;
      open.pop();
      if (inside.node !== null) {
        const around = lastList(open)?.node ?? null;
        if (around === null) outermost.push(inside.node);
        else around.items.push(inside.node);
      }
    } else if (NUMBER.test(token) || NO_NUMBER.test(token)) {
      const isItem = inside?.bracket === '[' || (inside?.bracket === '(' && SCALAR.test(inside.word));
      if (isItem && NO_NUMBER.test(token)) throw new WeightsError({ kind: 'no-number', cell: token });
      if (isItem) list?.items.push(Number(token.replaceAll('_', '')));
    } else if (/^['"]/.test(token)) key = token.slice(1, -1);
    else if (/^[A-Za-z_]/.test(token) && (WEIGHTS.test(token) || BIASES.test(token))) key = token;
    word = /^[A-Za-z_]/.test(token) ? token : '';
  }
  return open.length === 0 ? outermost.filter(({ items }) => items.length > 0) : null;
}

/** The arrays in a list: itself, or those inside. @param {Node} node @returns {Matrix[]} */
function matricesOf({ items, key, isWrapped }) {
  if (items.every((item) => typeof item === 'number')) return [{ rows: [items], isVector: true, key, isWrapped }];
  const nodes = items.filter((item) => typeof item !== 'number');
  const isMatrix = nodes.length === items.length && nodes.every(isRow) && new Set(nodes.map((row) => row.items.length)).size === 1;
  if (isMatrix) return [{ rows: nodes.map((row) => row.items.map(Number)), isVector: false, key, isWrapped }];
  return nodes.flatMap(matricesOf);
}

/** @param {Node} node */
function isRow({ items, key, isWrapped }) {
  return !isWrapped && key === '' && items.every((item) => typeof item === 'number');
}

// ---- which is which ----

/**
 * @param {Matrix[]} found
 * @param {Layer[]} layers
 * @returns {{ weights: Matrix[], biases: Matrix[] }}
 */
function sortMatrices(found, layers) {
  const named = { weights: found.filter(({ key }) => WEIGHTS.test(key)), biases: found.filter(({ key }) => BIASES.test(key)) };
  if (named.weights.length > 0) return named;
  if (found.length !== 2 * layers.length) return { weights: found, biases: [] };
  const fitsBias = (/** @type {Matrix} */ { rows }, /** @type {Layer} */ { units }) =>
    rows.flat().length === units && (rows.length === 1 || rows[0].length === 1);
  // One by one, or all weights first.
  const isOneByOne = layers.every((layer, at) => fitsBias(found[2 * at + 1], layer));
  if (isOneByOne) return { weights: found.filter((_, at) => at % 2 === 0), biases: found.filter((_, at) => at % 2 === 1) };
  return { weights: found.slice(0, layers.length), biases: found.slice(layers.length) };
}

/** Whether all of it is what get_weights() prints: arrays without names, a kernel and a bias in turns; or kernels by name. @param {Matrix[]} found */
function looksLikeKeras(found) {
  if (found.some(({ key }) => /kernel/i.test(key))) return true;
  return found.length > 1 && found.every(({ key, isWrapped, isVector }, at) => key === '' && isWrapped && isVector === (at % 2 === 1));
}

/**
 * @param {Matrix[]} weights
 * @param {Layer[]} layers
 * @param {boolean} isKeras decides where the shapes do not
 */
function areTransposed(weights, layers, isKeras) {
  const fits = (/** @type {boolean} */ isTurned) =>
    weights.every(({ rows, isVector }, at) => {
      const { units, inputs } = layers[at];
      if (isVector) return rows[0].length === units * inputs && (units === 1 || inputs === 1);
      return rows.length === (isTurned ? inputs : units) && rows[0].length === (isTurned ? units : inputs);
    });
  return fits(true) && (isKeras || !fits(false));
}

/**
 * @param {Matrix} matrix
 * @param {Layer} layer
 * @param {boolean} isTransposed
 * @returns {number[][]}
 */
function weightsOf({ rows, isVector }, { layer, units, inputs }, isTransposed) {
  const flat = rows.flat();
  if (isVector && flat.length === units * inputs) {
    return Array.from({ length: units }, (_, unit) => flat.slice(unit * inputs, (unit + 1) * inputs));
  }
  const turned = isTransposed ? rows[0].map((_, unit) => rows.map((row) => row[unit])) : rows;
  if (turned.length !== units) throw new WeightsError({ kind: 'rows', layer, wanted: units, got: turned.length });
  if (turned[0].length !== inputs)
    throw new WeightsError({ kind: 'row', layer, row: 1, wanted: inputs, got: turned[0].length, withBias: false });
  return turned;
}

/**
 * @param {Matrix[]} biases
 * @param {Layer[]} layers
 * @param {boolean} withBias
 * @returns {number[][]}
 */
function biasesOf(biases, layers, withBias) {
  if (!withBias && biases.some(({ rows }) => rows.flat().some((value) => value !== 0))) throw new WeightsError({ kind: 'no-biases' });
  if (!withBias || biases.length === 0) return layers.map(({ units }) => Array(units).fill(0));
  if (biases.length !== layers.length) throw new WeightsError({ kind: 'layers', wanted: layers.length, got: biases.length });
  return layers.map(({ layer, units }, at) => {
    const values = biases[at].rows.flat();
    if (values.length !== units) throw new WeightsError({ kind: 'biases', layer, wanted: units, got: values.length });
    return values;
  });
}

/** The innermost bracket that is a list. @template {{ node: Node | null }} T @param {readonly T[]} open */
function lastList(open) {
  for (let at = open.length - 1; at >= 0; at -= 1) if (open[at].node !== null) return open[at];
  return undefined;
}
