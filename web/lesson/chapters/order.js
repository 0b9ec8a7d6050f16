/** Chapter: one step of gradient descent over two layers, and the common bug of changing w5 before ∂J/∂w1 is computed. */

import { INCOMING_APART, STEPS } from './starts.js';

/** @type {import('./chapter.js').Chapter} */
export const chapter = {
  id: 'order',
  doing: { kind: 'order' },
  runs: { one: { experiment: INCOMING_APART, steps: 1 }, whole: { experiment: INCOMING_APART, steps: STEPS } },
  run: 'one',
  contrast: { kind: 'order', run: 'one', parameter: 'w1', outgoing: 'w5' },
  play: { run: 'whole', panel: 'chain' },
  claims: [
    { id: 'right', what: 'gradient', run: 'one', of: 'w1', step: 0, value: 0.010463, as: 'figure' },
    { id: 'bug', what: 'late gradient', run: 'one', of: 'w1 w5', value: 0.0096321, as: 'figure' },
    { what: 'numeric gradient', run: 'one', of: 'w1', step: 0, value: 0.010463, as: 'figure' },
    { id: 'oldW5', what: 'start', run: 'one', of: 'w5', value: 0.6, as: 'weight' },
    { id: 'newW5', what: 'end', run: 'one', of: 'w5', value: 0.5524, as: 'weight' },
    { what: 'learning rate', run: 'one', value: 0.5, as: 'weight' },
  ],
};
