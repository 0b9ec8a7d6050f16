/**
 * A start given number by number, carried over to a network of another shape: what still has a place keeps its numbers, what is new
 * begins as the twin of what stood last. Pure; knows only shapes and lists.
 */

import { networkLayers, parameterPlace } from './parameters.js';

/** @typedef {import('./parameters.js').Shape} Shape */
/** @typedef {{ w: number[][][], b: number[][] }} Start the shape of init.w and init.b; biases 0 where the network has none */

/** The weights that leave neurons put where there were none before. */
const FIRST_OUTGOING = 0.5;

/**
 * @param {Shape} network
 * @param {ArrayLike<number>} parameters
 * @returns {Start}
 */
export function readStart(network, parameters) {
  const layers = networkLayers(network);
  return {
    w: layers.map(({ units, inputs, weights }) =>
      Array.from({ length: units }, (_, unit) =>
        Array.from({ length: inputs }, (__, input) => parameters[weights + unit * inputs + input]),
      ),
    ),
    b: layers.map(({ units, biases }) => Array.from({ length: units }, (_, unit) => (biases < 0 ? 0 : parameters[biases + unit]))),
  };
}

/**
 * Hidden layers keep their place from the first on. A hidden layer too many begins with the incoming weights that the output had; an
 * output whose last hidden layer is gone takes over the incoming weights of that layer's first neuron.
 * @param {Start} start
 * @param {Shape} to
 * @returns {Start}
 */
export function resizeStart({ w, b }, to) {
  const before = w.length - 1;
  const after = to.hidden.length;
  const layers = networkLayers(to);
  /** @type {(at: number) => number[][]} the rows that a new layer's rows come from */
  const source = (at) => {
    if (at > before) return [[FIRST_OUTGOING]];
    if (at === after && after < before) return w[before].map(() => w[at][0]);
    return at === after ? w[before] : w[at];
  };
  /** @type {(at: number) => number[]} */
  const biasSource = (at) => (at === after ? b[before] : at < before ? b[at] : [0]);
  return {
    w: layers.map(({ units, inputs }, at) => resized(source(at), units).map((row) => resized(row, inputs))),
    b: layers.map(({ units }, at) => resized(biasSource(at), units)),
  };
}

/**
 * What a parameter of one network is called in another: the same place, the output layer staying the output layer.
 * @param {Shape} from
 * @param {Shape} to
 * @param {string} name
 * @returns {string | null} null where it has no place there
 */
export function renamedParameter(from, to, name) {
  const place = parameterPlace(from, name);
  if (place === null || (place.input === null && !to.bias)) return null;
  const layer = movedLayer(from, to, place.layer);
  const there = layer === null ? undefined : networkLayers(to)[layer - 1];
  if (there === undefined || place.unit > there.units || (place.input ?? 1) > there.inputs) return null;
  if (place.input === null) return `b${there.firstUnit + place.unit - 1}`;
  return `w${there.firstWeight + (place.unit - 1) * there.inputs + place.input - 1}`;
}

/**
 * Freezes and learning rates of single units, as far as they have a place in another network.
 * @template {{ freeze: readonly string[], unitLearningRates: readonly { layer: number, unit: number, factor: number }[] }} T
 * @param {T} training
 * @param {Shape} from
 * @param {Shape} to
 * @returns {T}
 */
export function carriedTraining(training, from, to) {
  const widths = [...to.hidden, to.outputs];
  return {
    ...training,
    freeze: training.freeze.map((name) => renamedParameter(from, to, name)).filter((name) => name !== null),
    unitLearningRates: training.unitLearningRates.flatMap((rate) => {
      const layer = movedLayer(from, to, rate.layer);
      return layer === null || rate.unit > widths[layer - 1] ? [] : [{ ...rate, layer }];
    }),
  };
}

/**
 * @param {Shape} from
 * @param {Shape} to
 * @param {number} layer
 * @returns {number | null}
 */
function movedLayer(from, to, layer) {
  if (layer === from.hidden.length + 1) return to.hidden.length + 1;
  return layer <= to.hidden.length ? layer : null;
}

/**
 * @template T
 * @param {readonly T[]} list not empty
 * @param {number} length
 * @returns {T[]} cut off, or filled up with its last entry
 */
function resized(list, length) {
  return Array.from({ length }, (_, at) => list[Math.min(at, list.length - 1)]);
}
