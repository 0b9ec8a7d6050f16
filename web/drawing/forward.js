/**
 * What a network answers, in plain JavaScript, for drawings that have parameters and no engine. The engine's numbers are the truth; these differ
 * from them in the last bits at most, which no picture shows. What is said in words comes from the engine.
 */

import { ACTIVATIONS } from '../experiment/kinds/activations/index.js';
import { networkLayers } from '../experiment/parameters.js';

/** @typedef {import('../experiment/experiment.js').Experiment['network']} Network */

/**
 * The activations of every layer for rows of inputs, hidden layers first.
 * @param {Network} network
 * @param {ArrayLike<number>} parameters in the engine's order
 * @param {readonly (readonly number[])[]} rows
 * @returns {Float64Array[][]} [layer][unit][row]
 */
export function activationsOf(network, parameters, rows) {
  /** The layer before, by input. @type {ArrayLike<number>[]} */
  let before = Array.from({ length: network.inputs }, (_, input) => Float64Array.from(rows, (row) => row[input]));
  return networkLayers(network).map(({ layer, units, inputs, weights, biases }) => {
    const { value } = ACTIVATIONS[layer > network.hidden.length ? network.outputActivation : network.activation];
    const made = Array.from({ length: units }, (_, unit) => {
      const z = new Float64Array(rows.length).fill(biases < 0 ? 0 : parameters[biases + unit]);
      for (let input = 0; input < inputs; input += 1) {
        const weight = parameters[weights + unit * inputs + input];
        const from = before[input];
        for (let row = 0; row < z.length; row += 1) z[row] += weight * from[row];
      }
      return z.map((each) => value(each));
    });
    before = made;
    return made;
  });
}
