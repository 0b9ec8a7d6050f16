/** Chapter: a seed makes a run repeatable; equal weights make neurons equal. */

import { STORY_START } from '../starts.js';

/** @type {import('../chapter.js').Chapter} */
export const chapter = {
  id: 'seed',
  runs: {
    first: { experiment: { ...STORY_START, init: { scheme: 'uniform', seed: 42, scale: 1 } }, steps: 2000 },
    again: { experiment: { ...STORY_START, init: { scheme: 'uniform', seed: 42, scale: 1 } }, steps: 2000 },
    other: { experiment: { ...STORY_START, init: { scheme: 'uniform', seed: 7, scale: 1 } }, steps: 2000 },
    equal: { experiment: STORY_START, steps: 2000 },
  },
  steps: [
    {
      id: 'guess',
      figure: { kind: 'undrawn', run: 'first' },
      at: 'start',
      ask: { kind: 'guess', options: ['neurons', 'runs', 'nothing'], right: 'runs' },
    },
    { id: 'twice', figure: { kind: 'race', runs: ['first', 'again'] }, at: 'run', reply: 'guess' },
    { id: 'other', figure: { kind: 'race', runs: ['first', 'other'] }, at: 'run' },
    { id: 'equal', figure: { kind: 'race', runs: ['first', 'equal'] }, at: 'run' },
    {
      id: 'check',
      figure: { kind: 'race', runs: ['first', 'equal'] },
      at: 'end',
      ask: { kind: 'check', options: ['equal-weights', 'record', 'no-seed'], right: 'record' },
    },
  ],
  claims: [
    { id: 'seed', what: 'seed', run: 'first', value: 42, as: 'count' },
    { id: 'otherSeed', what: 'seed', run: 'other', value: 7, as: 'count' },
    { id: 'examples', what: 'examples', run: 'first', value: 4, as: 'count' },
    { id: 'equalRight', what: 'right', run: 'equal', value: 3, as: 'count' },
  ],
};

/** What the texts rely on without a number. @type {readonly import('../chapter.js').Claim[]} */
export const facts = [
  { what: 'same run', run: 'again', of: 'first', value: true },
  { what: 'same run', run: 'other', of: 'first', value: false },
  { what: 'same run', run: 'equal', of: 'first', value: false },
  { what: 'kind', run: 'first', value: 'apart' },
  { what: 'kind', run: 'other', value: 'apart' },
  { what: 'kind', run: 'equal', value: 'tied' },
  { what: 'right', run: 'first', value: 4 },
  { what: 'right', run: 'other', value: 4 },
];
