/** What enters a hidden neuron and what leaves it, and two numbers that are made of it. Pure. */

import { networkLayers } from '../experiment/parameters.js';

/** @typedef {import('../experiment/experiment.js').Experiment['network']} Network */

/**
 * What enters a neuron of a hidden layer, its bias apart, and what leaves it.
 * @param {Network} network
 * @param {ArrayLike<number>} parameters
 * @param {number} unit counted from 1
 * @param {number} [layer] counted from 1
 */
export function aroundNeuron(network, parameters, unit, layer = 1) {
  const layers = networkLayers(network);
  const [{ units, inputs, weights, biases }, next] = [layers[layer - 1], layers[layer]];
  const into = Array.from({ length: inputs }, (_, input) => parameters[weights + (unit - 1) * inputs + input]);
  return {
    weights: into,
    bias: biases < 0 ? 0 : parameters[biases + unit - 1],
    out: Array.from({ length: next.units }, (_, to) => parameters[next.weights + to * units + unit - 1]),
  };
}

/**
 * What a ReLU, leaky-ReLU or linear neuron keeps while it is trained in small steps: the square of what enters it, less the square of what leaves it.
 * @param {Network} network @param {ArrayLike<number>} parameters @param {number} unit counted from 1 @param {number} [layer]
 */
export function keptNumber(network, parameters, unit, layer) {
  const { weights, bias, out } = aroundNeuron(network, parameters, unit, layer);
  return squares([...weights, bias]) - squares(out);
}

/**
 * How far the neurons point in one direction: the mean |cos| of the angles between what enters two of them, without biases; 1: all on one line.
 * @param {Network} network @param {ArrayLike<number>} parameters @param {number} [layer]
 */
export function sameDirection(network, parameters, layer = 1) {
  const all = Array.from({ length: network.hidden[layer - 1] }, (_, at) => aroundNeuron(network, parameters, at + 1, layer).weights);
  const pairs = all.flatMap((one, at) =>
    all.slice(at + 1).map((other) => Math.abs(dot(one, other)) / (Math.sqrt(squares(one) * squares(other)) || 1)),
  );
  return pairs.length === 0 ? 1 : pairs.reduce((sum, each) => sum + each, 0) / pairs.length;
}

/** @param {readonly number[]} values */
export const squares = (values) => dot(values, values);

/** @param {readonly number[]} one @param {readonly number[]} other */
export function dot(one, other) {
  return one.reduce((sum, value, at) => sum + value * other[at], 0);
}
