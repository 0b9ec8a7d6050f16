/** Chapter: two chains of five factors side by side; the outgoing weights make them differ between neurons, the inputs between features. */

import { OUTGOING_APART, STEPS } from './starts.js';

/** @type {import('./chapter.js').Chapter} */
export const chapter = {
  id: 'gradients',
  runs: { apart: { experiment: OUTGOING_APART, steps: STEPS } },
  run: 'apart',
  contrast: {
    kind: 'chains',
    run: 'apart',
    // Example 2 of 0 to 3 has x1 = 1 and x2 = 0, so that the last factor of ∂J/∂w1 is 1 and of ∂J/∂w2 is 0.
    tasks: [
      { id: 'worked', pair: ['w1', 'w3'], example: 2, blanks: [] },
      { id: 'half', pair: ['w1', 'w2'], example: 2, blanks: [4] },
      { id: 'alone', pair: ['w2', 'w4'], example: 3, blanks: [2, 4] },
    ],
  },
  play: { run: 'apart', panel: 'chain' },
  claims: [
    { id: 'w5', what: 'start', run: 'apart', of: 'w5', value: 0.6, as: 'weight' },
    { id: 'w6', what: 'start', run: 'apart', of: 'w6', value: -0.3, as: 'weight' },
    { id: 'factors', what: 'factors', run: 'apart', of: 'w1', at: 2, value: 5, as: 'count' },
    { id: 'differing', what: 'differing factors', run: 'apart', of: 'w1 w3', at: 2, value: 1, as: 'count' },
    { what: 'differing factors', run: 'apart', of: 'w1 w2', at: 2, value: 1 },
    { id: 'apartLoss', what: 'loss', run: 'apart', value: 0.324558, as: 'loss' },
    { what: 'input', run: 'apart', of: 'x1', at: 2, value: 1, as: 'count' },
    { what: 'input', run: 'apart', of: 'x2', at: 2, value: 0, as: 'count' },
    { what: 'kind', run: 'apart', value: 'apart' },
  ],
};
