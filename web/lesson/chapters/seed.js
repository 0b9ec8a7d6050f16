/** Chapter: a seed makes a run repeatable; equal weights make neurons equal. Two questions, four runs. */

import { RANDOM, STEPS, TIED } from './starts.js';

/** @type {import('./chapter.js').Chapter} */
export const chapter = {
  id: 'seed',
  runs: {
    first: { experiment: RANDOM, steps: STEPS },
    again: { experiment: RANDOM, steps: STEPS },
    other: { experiment: { ...RANDOM, name: '', init: { scheme: 'uniform', seed: 7, scale: 1 } }, steps: STEPS },
    equal: { experiment: TIED, steps: STEPS },
  },
  run: 'first',
  contrast: { kind: 'seeds', cases: ['first', 'again', 'other', 'equal'] },
  play: { run: 'first', panel: 'seeds' },
  claims: [
    { id: 'seed', what: 'seed', run: 'first', value: 42, as: 'count' },
    { id: 'otherSeed', what: 'seed', run: 'other', value: 7, as: 'count' },
    { what: 'same run', run: 'again', of: 'first', value: true },
    { what: 'same run', run: 'other', of: 'first', value: false },
    { what: 'same run', run: 'equal', of: 'first', value: false },
    { what: 'kind', run: 'first', value: 'apart' },
    { what: 'kind', run: 'again', value: 'apart' },
    { what: 'kind', run: 'other', value: 'apart' },
    { what: 'kind', run: 'equal', value: 'tied' },
    { what: 'loss', run: 'first', value: 0.365989, as: 'loss' },
    { what: 'loss', run: 'other', value: 0.355042, as: 'loss' },
    { id: 'distance', what: 'distance', run: 'first', value: 17.1, as: 'distance' },
  ],
};
