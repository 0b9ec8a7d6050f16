/** Chapter: a hidden neuron has no y. The error of the output comes back to it through its outgoing weight, whose sign turns the blame around. */

import { STEPS, TIED, TRAINING } from './starts.js';

const BASE = {
  version: 1,
  network: { inputs: 2, hidden: [2], outputs: 1, activation: 'sigmoid', bias: false },
  data: { set: 'xor' },
  loss: 'cross-entropy',
  training: TRAINING,
};
/** @param {number} w5 */
const from = (w5) => ({
  experiment: {
    ...BASE,
    init: {
      scheme: 'explicit',
      w: [
        [
          [0.2, 0.4],
          [-0.1, 0.7],
        ],
        [[w5, 0.6]],
      ],
    },
  },
  steps: STEPS,
});

/** @type {import('./chapter.js').Chapter} */
export const chapter = {
  id: 'blame',
  doing: { kind: 'flow' },
  runs: { plus: from(0.6), minus: from(-0.6), none: from(0), tied: { experiment: TIED, steps: STEPS } },
  run: 'plus',
  contrast: { kind: 'blame', cases: ['plus', 'minus'], example: 2 },
  play: { run: 'none' },
  claims: [
    { id: 'plus', what: 'start', run: 'plus', of: 'w5', value: 0.6, as: 'weight' },
    { id: 'minus', what: 'start', run: 'minus', of: 'w5', value: -0.6, as: 'weight' },
    { id: 'none', what: 'start', run: 'none', of: 'w5', value: 0, as: 'weight' },
    { id: 'plusBlame', what: 'blame', run: 'plus', of: 'a1', at: 2, step: 0, value: -0.052118, as: 'figure' },
    { id: 'minusBlame', what: 'blame', run: 'minus', of: 'a1', at: 2, step: 0, value: 0.075921, as: 'figure' },
    { what: 'blame', run: 'none', of: 'a1', at: 2, step: 0, value: 0 },
    { what: 'gradient', run: 'none', of: 'w1', step: 0, value: 0 },
    { what: 'moved at step 1', run: 'none', value: 'w3 w4 w5 w6' },
  ],
};
