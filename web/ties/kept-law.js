/**
 * Where a neuron keeps its number (around-neuron.js), what the next step changes it by, and what it bars. With g(z) = z g′(z), as ReLU, leaky ReLU and linear have it,
 * the gradients of what enters and of what leaves a neuron meet its weights with the same product, so a plain step of α changes the number by α² times
 * the number of the gradients, exactly. Pure.
 */

import { aroundNeuron, keptNumber, squares } from './around-neuron.js';

/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {'activation' | 'optimizer' | 'penalty' | 'noise' | 'single'} Broken why no neuron keeps its number; single: frozen parameters, or learning rates of single neurons */
/**
 * @typedef {object} KeptRow of a neuron
 * @property {number} unit counted from 1 within its layer
 * @property {number} entering the square of what enters it, its bias among it
 * @property {number} leaving the square of what leaves it
 * @property {number} kept
 * @property {number | null} drift what the next step changes it by; null: chance decides, by the examples of a batch or by dropout
 * @property {'keeps' | 'free' | 'some' | 'shared'} sign keeps: its outgoing weight keeps its sign in small steps; free: it need not; of several outgoing weights: some: not all can reach 0; shared: nothing is said
 */

/** @type {readonly string[]} */
const KEEPING = ['relu', 'leaky-relu', 'linear'];

/** @param {Experiment} experiment @returns {Broken | null} null: they keep it */
export function whyNotKept({ network, training }) {
  if (!KEEPING.includes(network.activation)) return 'activation';
  if (training.optimizer !== 'gradient-descent') return 'optimizer';
  if ([training, ...training.schedule].some(({ l1 = 0, l2 = 0 }) => l1 > 0 || l2 > 0)) return 'penalty';
  if (training.gradientNoise.std > 0) return 'noise';
  return training.freeze.length > 0 || training.unitLearningRates.length > 0 ? 'single' : null;
}

/**
 * @param {Experiment} experiment for which whyNotKept() says null
 * @param {ArrayLike<number>} values its parameters now
 * @param {ArrayLike<number>} gradients of J there
 * @param {{ layer: number, most: number }} which most: neurons
 * @returns {KeptRow[]}
 */
export function keptRows({ network, training }, values, gradients, { layer, most }) {
  const isChance = training.batchSize > 0 || training.dropout.rate > 0;
  const size = Math.sqrt(squares(Array.from(gradients)));
  const clipped = training.clip > 0 && size > training.clip ? training.clip / size : 1;
  return Array.from({ length: Math.min(most, network.hidden[layer - 1]) }, (_, at) => {
    const unit = at + 1;
    const { weights, bias, out } = aroundNeuron(network, values, unit, layer);
    const kept = keptNumber(network, values, unit, layer);
    return {
      unit,
      entering: squares([...weights, bias]),
      leaving: squares(out),
      kept,
      drift: isChance ? null : (training.learningRate * clipped) ** 2 * keptNumber(network, gradients, unit, layer),
      sign: out.length === 1 ? (kept <= 0 ? 'keeps' : 'free') : kept < 0 ? 'some' : 'shared',
    };
  });
}
