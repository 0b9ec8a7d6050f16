/** Chapter: all zeros. Logistic regression learns, a tanh layer stands still, a sigmoid layer moves as one neuron. */

import { LOGISTIC, NETWORK_WITH_BIASES, STEPS, TRAINING } from './starts.js';

const ZEROS = { version: 1, data: { set: 'and' }, loss: 'cross-entropy', init: { scheme: 'zeros' }, training: TRAINING };

/** @type {import('./chapter.js').Chapter} */
export const chapter = {
  id: 'zeros',
  runs: {
    logistic: { experiment: LOGISTIC, steps: STEPS },
    tanh: { experiment: { ...ZEROS, network: { ...NETWORK_WITH_BIASES, activation: 'tanh' } }, steps: STEPS },
    relu: { experiment: { ...ZEROS, network: { ...NETWORK_WITH_BIASES, activation: 'relu' } }, steps: STEPS },
    sigmoid: { experiment: { ...ZEROS, network: NETWORK_WITH_BIASES }, steps: STEPS },
    xor: { experiment: { ...ZEROS, network: NETWORK_WITH_BIASES, data: { set: 'xor' } }, steps: STEPS },
  },
  run: 'logistic',
  contrast: { kind: 'cards', cases: ['logistic', 'tanh', 'sigmoid'], show: ['weights', 'loss'] },
  play: { run: 'sigmoid' },
  claims: [
    { id: 'logisticLoss', what: 'loss', run: 'logistic', value: 0.01743, as: 'loss' },
    { id: 'stuckLoss', what: 'loss', run: 'tanh', value: 0.562335, as: 'loss' },
    { what: 'loss', run: 'relu', value: 0.562335, as: 'loss' },
    { what: 'loss', run: 'sigmoid', value: 0.005239, as: 'loss' },
    { what: 'moved', run: 'tanh', value: 'b3' },
    { what: 'moved', run: 'relu', value: 'b3' },
    { what: 'moved', run: 'logistic', value: 'w1 w2 b1' },
    { what: 'moved', run: 'sigmoid', value: 'w1 w2 w3 w4 b1 b2 w5 w6 b3' },
    { what: 'moved', run: 'xor', value: '' },
    { what: 'kind', run: 'tanh', value: 'tied' },
    { what: 'kind', run: 'sigmoid', value: 'tied' },
    { what: 'moved at step 1', run: 'sigmoid', value: 'w5 w6 b3' },
    { what: 'start', run: 'sigmoid', of: 'w1', value: 0, as: 'count' },
    { id: 'half', what: 'activation', run: 'sigmoid', of: 'a1', at: 0, step: 0, value: 0.5, as: 'weight' },
    { what: 'activation', run: 'tanh', of: 'a1', at: 0, step: 0, value: 0 },
  ],
};
