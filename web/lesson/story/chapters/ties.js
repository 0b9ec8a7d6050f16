/** Chapter: what breaks a tie and what does not, sorted by the student and then run; and why equal outgoing weights are half of the answer. */

import { STORY_START } from '../starts.js';

const { w } = STORY_START.init;
/** Two tied neurons, but for a millionth of one weight. */
const HAIR = {
  ...STORY_START,
  network: { ...STORY_START.network, bias: false },
  init: { scheme: 'explicit', w, nudge: [{ parameter: 'w1', by: 1e-6 }] },
  training: { learningRate: 2 },
};

/** @type {import('../chapter.js').Chapter} */
export const chapter = {
  id: 'ties',
  runs: {
    equal: { experiment: STORY_START, steps: 2000 },
    outgoing: { experiment: { ...STORY_START, init: { ...STORY_START.init, set: { w3: -0.1, w4: 0.7 } } }, steps: 2000 },
    incoming: { experiment: { ...STORY_START, init: { ...STORY_START.init, set: { w6: -0.3 } } }, steps: 2000 },
    hair: { experiment: HAIR, steps: 6000 },
  },
  steps: [
    { id: 'sort', figure: { kind: 'piles', run: 'equal' }, at: 'start' },
    { id: 'told', figure: { kind: 'piles', run: 'equal' }, at: 'run' },
    {
      id: 'draw',
      figure: { kind: 'curves', runs: ['hair'], shows: 'distance', asks: true },
      at: 'start',
      ask: { kind: 'guess', options: ['rises', 'stays', 'falls'], right: 'rises' },
    },
    { id: 'grown', figure: { kind: 'curves', runs: ['hair'], shows: 'distance', asks: true }, at: 'run', reply: 'draw' },
    { id: 'half', figure: { kind: 'race', runs: ['outgoing', 'incoming', 'equal'] }, at: 'run' },
    {
      id: 'check',
      figure: { kind: 'race', runs: ['outgoing', 'incoming', 'equal'] },
      at: 'end',
      ask: { kind: 'check', options: ['enough', 'rounding', 'incoming-too'], right: 'incoming-too' },
    },
  ],
  claims: [
    { id: 'steps', what: 'steps', run: 'equal', value: 2000, as: 'count' },
    { id: 'hairSteps', what: 'steps', run: 'hair', value: 6000, as: 'count' },
    { id: 'hairEnd', what: 'distance', run: 'hair', value: 60.8, as: 'distance' },
  ],
};

/** What the texts rely on without a number. @type {readonly import('../chapter.js').Claim[]} */
export const facts = [
  { what: 'kind', run: 'equal', value: 'tied' },
  { what: 'kind', run: 'outgoing', value: 'apart' },
  { what: 'kind', run: 'incoming', value: 'apart' },
  { what: 'distance', run: 'equal', value: 0 },
  { what: 'distance', run: 'hair', step: 0, value: 1e-6, as: 'distance' },
];
