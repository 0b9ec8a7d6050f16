/** Chapter: an example runs forward, one error runs back; where one factor differs, the gradients differ. */

import { STORY_START } from '../starts.js';

/** (1, 0): the one feature is on, the other is off. */
const EXAMPLE = 2;

/** @type {import('../chapter.js').Chapter} */
export const chapter = {
  id: 'gradients',
  runs: {
    equal: { experiment: STORY_START, steps: 2000 },
    apart: { experiment: { ...STORY_START, init: { ...STORY_START.init, set: { w5: 0.7 } } }, steps: 2000 },
  },
  steps: [
    { id: 'signal', figure: { kind: 'signal', run: 'equal', example: EXAMPLE }, at: 'run' },
    {
      id: 'guess',
      figure: { kind: 'network', run: 'apart' },
      at: 'start',
      numbers: true,
      ask: { kind: 'guess', options: ['none', 'one', 'all'], right: 'one' },
    },
    { id: 'beads', figure: { kind: 'beads', run: 'apart', name: 'w1', other: 'w3', example: EXAMPLE }, at: 'start', reply: 'guess' },
    { id: 'inside', figure: { kind: 'beads', run: 'apart', name: 'w1', other: 'w2', example: EXAMPLE }, at: 'start' },
    { id: 'mean', figure: { kind: 'beads', run: 'apart', name: 'w5', other: 'w6', example: EXAMPLE }, at: 'start' },
    {
      id: 'check',
      figure: { kind: 'network', run: 'equal' },
      at: 'start',
      numbers: true,
      ask: { kind: 'check', options: ['none', 'one', 'depends'], right: 'none' },
    },
  ],
  claims: [
    { id: 'factors', what: 'factors', run: 'apart', of: 'w1', at: EXAMPLE, value: 5, as: 'count' },
    { id: 'equalW', what: 'start', run: 'apart', of: 'w6', value: 0.6, as: 'weight' },
    { id: 'changed', what: 'start', run: 'apart', of: 'w5', value: 0.7, as: 'weight' },
    { id: 'outer', what: 'factors', run: 'apart', of: 'w5', at: EXAMPLE, value: 3, as: 'count' },
  ],
};

/** What the texts rely on without a number. @type {readonly import('../chapter.js').Claim[]} */
export const facts = [
  { what: 'differing factors', run: 'apart', of: 'w1 w3', at: EXAMPLE, value: 1 },
  { what: 'differing factors', run: 'apart', of: 'w1 w2', at: EXAMPLE, value: 1 },
  { what: 'differing factors', run: 'equal', of: 'w1 w3', at: EXAMPLE, value: 0 },
  { what: 'differing factors', run: 'apart', of: 'w5 w6', at: EXAMPLE, value: 0 },
];
