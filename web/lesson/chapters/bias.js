/** Chapter: biases. The output's own bias and equal hidden biases keep a tie; a bias of its own breaks it. */

import { STEPS, TIED_WITH_BIASES } from './starts.js';

const { init } = TIED_WITH_BIASES;

/** @type {import('./chapter.js').Chapter} */
export const chapter = {
  id: 'bias',
  runs: {
    output: { experiment: { ...TIED_WITH_BIASES, init: { ...init, set: { b3: 0.5 } } }, steps: STEPS },
    equal: { experiment: { ...TIED_WITH_BIASES, init: { ...init, set: { b1: 0.5, b2: 0.5 } } }, steps: STEPS },
    own: { experiment: { ...TIED_WITH_BIASES, init: { ...init, set: { b1: 0.5 } } }, steps: STEPS },
  },
  run: 'output',
  contrast: { kind: 'cards', cases: ['output', 'equal', 'own'], show: ['distance'] },
  play: { run: 'own', panel: 'breaks' },
  claims: [
    { id: 'bias', what: 'start', run: 'own', of: 'b1', value: 0.5, as: 'weight' },
    { id: 'noBias', what: 'start', run: 'own', of: 'b2', value: 0, as: 'weight' },
    { what: 'start', run: 'output', of: 'b3', value: 0.5 },
    { what: 'kind', run: 'output', value: 'tied' },
    { what: 'kind', run: 'equal', value: 'tied' },
    { what: 'kind', run: 'own', value: 'apart' },
    { what: 'distance', run: 'own', value: 19.1, as: 'distance' },
    { id: 'ownLoss', what: 'loss', run: 'own', value: 0.025819, as: 'loss' },
    { what: 'loss', run: 'output', value: 0.551861, as: 'loss' },
  ],
};
