/** Chapter: the same push parts twins where each step sees all examples, and not where it sees a few; here, not everywhere. */

import { STORY_START } from '../starts.js';

/** @param {object} training @param {object} [init] @param {boolean} [bias] */
const xor = (training, init = {}, bias = false) => ({
  experiment: {
    ...STORY_START,
    network: { ...STORY_START.network, bias },
    init: { scheme: 'explicit', w: STORY_START.init.w, nudge: [{ parameter: 'w1', by: 1e-8 }], ...init },
    training,
  },
  steps: 40_000,
});

/** Large steps and biases: here it is the other way round. */
const OTHER_START = { scheme: 'uniform', w: undefined, seed: 1, tie: [{ layer: 1, units: [1, 2] }] };

/** @type {import('./chapter.js').BeyondChapter} */
export const chapter = {
  id: 'noise',
  runs: {
    all: xor({ learningRate: 1 }),
    two: xor({ learningRate: 1, batchSize: 2, shuffleSeed: 1 }),
    single: xor({ learningRate: 1, batchSize: 1, shuffleSeed: 1 }),
    largeAll: { ...xor({ learningRate: 10 }, OTHER_START, true), steps: 20_000 },
    largeSingle: { ...xor({ learningRate: 10, batchSize: 1, shuffleSeed: 1 }, OTHER_START, true), steps: 20_000 },
  },
  steps: [
    {
      id: 'guess',
      figure: { kind: 'race', runs: ['all', 'two', 'single'], lines: 'distance' },
      at: 'start',
      ask: { kind: 'guess', options: ['everywhere', 'all', 'single'], right: 'all' },
    },
    { id: 'see', figure: { kind: 'race', runs: ['all', 'two', 'single'], lines: 'distance' }, at: 'run', reply: 'guess' },
    { id: 'fails', figure: { kind: 'race', runs: ['largeAll', 'largeSingle'], lines: 'distance' }, at: 'run' },
  ],
  claims: [
    { id: 'push', what: 'nudge', run: 'all', value: 1e-8, as: 'distance' },
    { id: 'apart', what: 'last distance', run: 'all', value: 108, as: 'distance' },
    { id: 'twoApart', what: 'last distance', run: 'two', value: 1.6e-5, as: 'distance' },
    { id: 'right', what: 'last right', run: 'all', value: 4, as: 'count' },
    { id: 'examples', what: 'examples', run: 'all', value: 4, as: 'count' },
    { id: 'starts', what: 'starts', value: 40, as: 'count' },
    { id: 'parted', what: 'parted, all at once', value: 27, as: 'count' },
    { id: 'partedTwo', what: 'parted, in twos', value: 0, as: 'count' },
    { id: 'alpha', what: 'learning rate', run: 'largeAll', value: 10, as: 'count' },
    { id: 'largeAll', what: 'parted, large steps', value: 0, as: 'count' },
    { id: 'largeSingle', what: 'parted, large steps one at a time', value: 13, as: 'count' },
  ],
};
