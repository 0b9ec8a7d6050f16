/** Chapter: equal neurons waste one of them; one weight is changed, and XOR is solved. */

import { STORY_START } from '../starts.js';

/** @type {import('../chapter.js').Chapter} */
export const chapter = {
  id: 'twins',
  runs: {
    tied: { experiment: STORY_START, steps: 2000 },
    apart: { experiment: { ...STORY_START, init: { ...STORY_START.init, set: { w5: 0.7 } } }, steps: 2000 },
  },
  steps: [
    { id: 'start', figure: { kind: 'network', run: 'tied' }, at: 'start' },
    { id: 'same', figure: { kind: 'network', run: 'tied' }, at: 'run' },
    { id: 'change', figure: { kind: 'network', run: 'apart', before: 'tied' }, at: 'start', edit: 'w5' },
    { id: 'apart', figure: { kind: 'network', run: 'apart', before: 'tied' }, at: 'run' },
    { id: 'curves', figure: { kind: 'curves', runs: ['tied', 'apart'], shows: 'weights', of: ['w5', 'w6'] }, at: 'end' },
    {
      id: 'check',
      figure: { kind: 'race', runs: ['tied', 'apart'] },
      at: 'end',
      ask: { kind: 'check', options: ['data', 'start', 'target'], right: 'start' },
    },
  ],
  claims: [
    { id: 'steps', what: 'steps', run: 'tied', value: 2000, as: 'count' },
    { id: 'equal', what: 'start', run: 'tied', of: 'w5', value: 0.6, as: 'weight' },
    { id: 'changed', what: 'start', run: 'apart', of: 'w5', value: 0.7, as: 'weight' },
    { id: 'tiedRight', what: 'right', run: 'tied', value: 3, as: 'count' },
    { id: 'examples', what: 'examples', run: 'tied', value: 4, as: 'count' },
  ],
};

/** What the texts rely on without a number. @type {readonly import('../chapter.js').Claim[]} */
export const facts = [
  { what: 'start', run: 'apart', of: 'w6', value: 0.6 },
  { what: 'kind', run: 'tied', value: 'tied' },
  { what: 'kind', run: 'apart', value: 'apart' },
  { what: 'right', run: 'apart', value: 4 },
  { what: 'loss', run: 'tied', value: 0.4843, as: 'loss' },
  { what: 'loss', run: 'apart', value: 0.007933, as: 'loss' },
  { what: 'distance', run: 'tied', value: 0 },
  { what: 'end', run: 'apart', of: 'w5', value: 11.013598967369257 },
  { what: 'end', run: 'apart', of: 'w6', value: -11.787883713202758 },
];
