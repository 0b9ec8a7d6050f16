/** Chapter: the title question answered, and the student's guesses against the runs. */

import { chapter as twins } from './twins.js';

const { tied, apart } = twins.runs;

/** @type {import('../chapter.js').Chapter} */
export const chapter = {
  id: 'answer',
  runs: { tied, apart },
  steps: [
    { id: 'three', figure: { kind: 'race', runs: ['tied', 'apart'] }, at: 'end' },
    { id: 'guesses', figure: { kind: 'race', runs: ['tied', 'apart'] }, at: 'end', sums: true },
    { id: 'keep', figure: { kind: 'race', runs: ['tied', 'apart'] }, at: 'end', keeps: true },
  ],
  claims: [
    { id: 'equal', what: 'start', run: 'tied', of: 'w5', value: 0.6, as: 'weight' },
    { id: 'changed', what: 'start', run: 'apart', of: 'w5', value: 0.7, as: 'weight' },
  ],
};

/** What the texts rely on without a number. @type {readonly import('../chapter.js').Claim[]} */
export const facts = [
  { what: 'right', run: 'apart', value: 4 },
  { what: 'kind', run: 'tied', value: 'tied' },
];
