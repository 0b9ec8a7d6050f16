/** Texts of the panel "How it learns". */

import { formatExact } from '../../base/format.js';
import { optimizerMessages } from './optimizers.js';

export const trainingMessages = {
  optimizer: 'Optimizer',
  optimizers: optimizerMessages,
  /** @type {Readonly<Record<string, { title: string, note: string }>>} */
  groups: {
    rule: { title: 'The update', note: 'One rule for every weight: equal gradients make equal steps, so twins stay tied.' },
    batches: { title: 'Mini-batches', note: 'Every neuron sees the same batch, in the same order: twins stay tied.' },
    penalties: { title: 'Penalties and clipping', note: 'Equal weights are pulled equally: twins stay tied.' },
    chance: { title: 'Dropout and noise', note: 'Each neuron, or each weight, gets a draw of its own: twins part.' },
    single: { title: 'Rules for one neuron or one weight', note: 'What holds for one twin alone parts the two.' },
  },
  /** @type {Readonly<Record<string, { label: string, hint: string }>>} */
  options: {
    momentum: { label: 'Momentum', hint: 'How much of the last step goes on.' },
    beta1: { label: 'Beta 1', hint: 'Memory of gradients.' },
    beta2: { label: 'Beta 2', hint: 'Memory of squared gradients.' },
    epsilon: { label: 'Epsilon', hint: 'Keeps the divisor above 0.' },
    decay: { label: 'Decay', hint: 'Memory of squared gradients.' },
    batchSize: { label: 'Batch size', hint: '0: all examples at once.' },
    shuffleSeed: { label: 'Shuffle seed', hint: 'The order of the examples.' },
    l1: { label: 'L1 penalty', hint: 'Times the sum of all weights\u2019 sizes.' },
    l2: { label: 'L2 penalty', hint: 'Times half the sum of their squares.' },
    clip: { label: 'Clip the gradient at', hint: 'Its largest length. 0: no clipping.' },
    'dropout.rate': { label: 'Dropout rate', hint: 'The part of hidden neurons left out.' },
    'dropout.seed': { label: 'Dropout seed', hint: 'Which neurons, and when.' },
    'gradientNoise.std': { label: 'Gradient noise', hint: 'Its standard deviation.' },
    'gradientNoise.seed': { label: 'Noise seed', hint: 'The same seed, the same noise.' },
  },
  freeze: 'Frozen parameters',
  freezeHint: 'Names such as w5, b1: these never change.',
  unitRates: 'A learning rate of its own',
  unitRatesHint: 'A neuron\u2019s incoming weights and bias learn at this factor times \u03b1.',
  neuron: 'Neuron',
  factor: 'Factor',
  setFactor: 'Set',
  /** @type {(number: number, factor: number) => string} */
  unitRate: (number, factor) => `Neuron ${number}: ${formatExact(factor)} times \u03b1`,
  /** @type {(number: number) => string} */
  removeUnitRate: (number) => `Remove the factor of neuron ${number}`,
  /** @type {(most: number) => string} */
  noNeuron: (most) => `Type the number of a neuron, from 1 to ${most}.`,
};
