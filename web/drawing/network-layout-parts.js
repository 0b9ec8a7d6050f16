/** What all layouts of the network drawing are made of: its types, neurons in columns, edges between them. Pure geometry, no DOM. */

import { networkLayers, parameterPlace } from '../experiment/parameters.js';

/** @typedef {import('../experiment/parameters.js').Shape} Shape */
/** @typedef {{ x: number, y: number }} Point */
/** @typedef {Point & { name: string, width: number, height: number, decimals: number, anchor: Point | null }} FieldPlace center and size, room for so many decimals; anchor: what a bias belongs to */
/** @typedef {Point & { layer: number, unit: number, radius: number }} Node layer 0: the inputs */
/** @typedef {{ name: string, from: Point, to: Point, layer: number, unit: number, input: number }} Edge */

/**
 * @typedef {object} Layout
 * @property {number} width
 * @property {number} height
 * @property {Node[][]} layers inputs first, the output layer last; of a large layer the first units
 * @property {Edge[]} edges
 * @property {Point[][]} [bands] corners of what stands for all lines between two layers, where they are too many to be told apart
 * @property {FieldPlace[]} fields in keyboard order: w1, w2, …, b1, b2, …
 * @property {{ loss: Point, target: Point, showsValue: boolean }} end where J and y stand, and whether there is room for the value of J
 * @property {(Point & { count: number })[]} more how many units of a layer are not drawn, and where that is said
 * @property {(Point & { layer: number })[]} steppers where a hidden layer gets neurons and loses them; none where the columns are too narrow
 * @property {Point} addLayer where a hidden layer is added
 * @property {(Point & { layer: number, room: number })[]} widths where a hidden layer says how many different neurons it has, and in how many pixels
 * @property {{ columns: (Point & { room: number, kind: 'input' | 'bias' | 'output', number: number })[], rows: (Point & { unit: number | null, number: number })[], left: number, pitch: number } | null} grid
 */

export const FIELD_HEIGHT = 30;
/** What the two buttons of a layer take, and the one that adds a layer. */
export const STEPPER = Object.freeze({ width: 54, height: 26 });
export const ADD_LAYER_WIDTH = 58;
/** Units of a layer that are drawn. */
export const MOST_DRAWN = 8;

/** What a field takes besides its letters and digits, and what one of those takes, in the fonts of chips. */
const FIELD = Object.freeze({ edge: 14, letter: 8, digit: 8.9 });
/** A minus sign, a digit and the decimal mark stand before the decimals. */
const BEFORE_DECIMALS = 3;
const MOST_DECIMALS = 4;

/**
 * The width of a field in which so many decimals are never cut.
 * @param {string} name
 * @param {number} decimals
 */
export function fieldWidth(name, decimals) {
  return Math.ceil(FIELD.edge + FIELD.letter * name.length + FIELD.digit * (BEFORE_DECIMALS + decimals));
}

/**
 * How many decimals a field of this width shows without cutting any.
 * @param {string} name
 * @param {number} width
 */
export function decimalsIn(name, width) {
  let decimals = 1;
  while (decimals < MOST_DECIMALS && fieldWidth(name, decimals + 1) <= width) decimals += 1;
  return decimals;
}

/**
 * The longest name that a parameter of the network has.
 * @param {Shape} network
 */
export function longestName(network) {
  const layers = networkLayers(network);
  const { firstWeight, units, inputs } = layers[layers.length - 1];
  return `w${firstWeight + units * inputs - 1}`;
}

/**
 * @param {Shape} network
 * @param {number[]} columns x of each layer, inputs first
 * @param {number} top
 * @param {number} bottom
 * @param {number} radius
 * @returns {Node[][]}
 */
export function placeNodes(network, columns, top, bottom, radius) {
  const widths = [network.inputs, ...network.hidden, network.outputs];
  return widths.map((units, layer) => {
    const isHidden = layer > 0 && layer < widths.length - 1;
    const inset = isHidden || units > 2 || radius >= 20 ? 0 : (bottom - top) / 4;
    const from = top + inset;
    const to = bottom - inset;
    const drawn = Math.min(units, MOST_DRAWN);
    return Array.from({ length: drawn }, (_, at) => ({
      layer,
      unit: at + 1,
      x: columns[layer],
      y: drawn === 1 ? (top + bottom) / 2 : from + ((to - from) * at) / (drawn - 1),
      radius: layer === 0 ? Math.max(14, radius * 0.72) : radius,
    }));
  });
}

/**
 * @param {Shape} network
 * @param {Node[][]} layers
 * @returns {Edge[]}
 */
export function placeEdges(network, layers) {
  return networkLayers(network).flatMap(({ layer, inputs, firstWeight }) =>
    layers[layer].flatMap((to) =>
      layers[layer - 1].map((from) => ({
        name: `w${firstWeight + (to.unit - 1) * inputs + from.unit - 1}`,
        layer,
        unit: to.unit,
        input: from.unit,
        from,
        to,
      })),
    ),
  );
}

/**
 * @param {Shape} network
 * @param {string} name
 * @returns {import('../experiment/parameters.js').ParameterPlace}
 */
export function place(network, name) {
  const found = parameterPlace(network, name);
  if (found === null) throw new RangeError(`the network has no ${name}`);
  return found;
}

/**
 * @template {{ name: string }} T
 * @param {T[]} fields
 * @returns {T[]} weights before biases
 */
export function inKeyboardOrder(fields) {
  return [...fields.filter(({ name }) => name.startsWith('w')), ...fields.filter(({ name }) => name.startsWith('b'))];
}
