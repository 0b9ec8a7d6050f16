/** Chapter: halfway between a solution and its mirror image stand exact twins, on the highest place of the way. With a neuron to spare there is a level one. */

import { STORY_START } from '../starts.js';

/** @type {import('./chapter.js').BeyondChapter} */
export const chapter = {
  id: 'pass',
  runs: {
    solution: {
      experiment: { ...STORY_START, init: { scheme: 'uniform', seed: 2 } },
      steps: 6000,
    },
    half: { from: 'solution', way: 'half' },
    straight: { from: 'solution', way: 'straight' },
    level: { from: 'solution', way: 'level' },
  },
  steps: [
    {
      id: 'guess',
      figure: { kind: 'race', runs: ['half'], lines: 'loss', isWay: true },
      at: 'start',
      ask: { kind: 'guess', options: ['better', 'another', 'twins'], right: 'twins' },
    },
    { id: 'top', figure: { kind: 'race', runs: ['half'], lines: 'loss', isWay: true }, at: 'run', reply: 'guess' },
    { id: 'around', figure: { kind: 'race', runs: ['straight', 'level'], lines: 'loss', isWay: true }, at: 'run' },
    { id: 'fails', figure: { kind: 'race', runs: ['half'], lines: 'loss', isWay: true }, at: 'end' },
  ],
  claims: [
    { id: 'right', what: 'last right', run: 'solution', value: 4, as: 'count' },
    { id: 'examples', what: 'examples', run: 'solution', value: 4, as: 'count' },
    { id: 'loss', what: 'last loss', run: 'solution', value: 0.0017, as: 'weight' },
    { id: 'top', what: 'last loss', run: 'half', value: 3.3578, as: 'weight' },
    { id: 'push', what: 'push from the top', value: 0.001, as: 'weight' },
    { id: 'recovered', what: 'tops that lead down', value: 4, as: 'count' },
    { id: 'seeds', what: 'starts that solve', value: 16, as: 'count' },
  ],
};
