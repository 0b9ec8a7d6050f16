/** What is trained: five sizes from the four examples of a truth table up to a network that fills the cache, the same numbers for every contestant. */
import { numbers, XOR_X, XOR_Y } from '../support/runs.js';

/**
 * @typedef {object} Workload
 * @property {string} name
 * @property {string} title
 * @property {number} inputs
 * @property {number[]} hidden
 * @property {'sigmoid' | 'tanh'} activation of the hidden layers; the one output is a sigmoid, the loss cross-entropy
 * @property {number[][]} x
 * @property {number[][]} y
 * @property {number} batchSize 0: all examples in one step
 * @property {number} learningRate
 * @property {number[][][]} w as in an experiment: w[layer][unit][input]
 */

/**
 * @param {Pick<Workload, 'name' | 'inputs' | 'hidden' | 'activation'> & { examples: number, batchSize?: number }} plan
 * @returns {Workload}
 */
export function workload({ name, inputs, hidden, activation, examples, batchSize = 0 }) {
  const next = numbers(examples + inputs);
  const sizes = [inputs, ...hidden, 1];
  const isXor = inputs === 2 && examples === 4;
  const x = isXor
    ? XOR_X.map((row) => [...row])
    : Array.from({ length: examples }, () => Array.from({ length: inputs }, () => 2 * next() - 1));
  const y = isXor ? XOR_Y.map((row) => [...row]) : x.map(([first, second]) => [first * second > 0 ? 1 : 0]);
  const w = sizes.slice(1).map((units, layer) => {
    const limit = Math.sqrt(6 / (sizes[layer] + units));
    return Array.from({ length: units }, () => Array.from({ length: sizes[layer] }, () => limit * (2 * next() - 1)));
  });
  const batches = batchSize ? `, batches of ${batchSize}` : '';
  const title = `${sizes.join('-')} ${activation}, ${examples.toLocaleString('en')} examples${batches}`;
  return { name, title, inputs, hidden, activation, x, y, batchSize, learningRate: 0.1, w };
}

export const WORKLOADS = Object.freeze([
  workload({ name: 'W1', inputs: 2, hidden: [2], activation: 'sigmoid', examples: 4 }),
  workload({ name: 'W2', inputs: 2, hidden: [3], activation: 'sigmoid', examples: 200 }),
  workload({ name: 'W3', inputs: 2, hidden: [8, 8], activation: 'tanh', examples: 500 }),
  workload({ name: 'W4', inputs: 4, hidden: [64, 64], activation: 'sigmoid', examples: 1000 }),
  workload({ name: 'W5', inputs: 2, hidden: [8, 8], activation: 'tanh', examples: 500, batchSize: 10 }),
]);

/**
 * The same as an experiment of the public format.
 * @param {Workload} work
 */
export const experimentOf = ({ inputs, hidden, activation, x, y, batchSize, learningRate, w }) => ({
  version: 1,
  network: { inputs, hidden, outputs: 1, activation },
  data: { x, y },
  loss: 'cross-entropy',
  init: { scheme: 'explicit', w },
  training: { learningRate, ...(batchSize ? { batchSize } : {}) },
});

/**
 * Updates in one epoch.
 * @param {Workload} work
 */
export const stepsAnEpoch = ({ x, batchSize }) => (batchSize ? Math.ceil(x.length / batchSize) : 1);
