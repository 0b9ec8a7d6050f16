/** Chapter: the same data for every neuron, from an equal and from a random start. */

import { RANDOM, STEPS, TIED } from './starts.js';

/** @type {import('./chapter.js').Chapter} */
export const chapter = {
  id: 'same-data',
  runs: { tied: { experiment: TIED, steps: STEPS }, random: { experiment: RANDOM, steps: STEPS } },
  run: 'tied',
  contrast: { kind: 'cards', cases: ['tied', 'random'], show: ['weights', 'loss'] },
  play: { run: 'tied' },
  claims: [
    { id: 'steps', what: 'steps', run: 'tied', value: 2000, as: 'count' },
    { id: 'examples', what: 'examples', run: 'tied', value: 4, as: 'count' },
    { id: 'coin', what: 'loss', run: 'tied', value: 0.693147, as: 'loss' },
    { id: 'randomLoss', what: 'loss', run: 'random', value: 0.365989, as: 'loss' },
    { id: 'randomDistance', what: 'distance', run: 'random', value: 17.1, as: 'distance' },
    { what: 'kind', run: 'tied', value: 'tied' },
    { what: 'kind', run: 'random', value: 'apart' },
  ],
};
