/** Chapter: only the output is compared with y; one error runs back to all neurons, in a deeper network too, and all weights move at once. */

const BASE = { version: 1, data: { set: 'xor' }, loss: 'cross-entropy', training: { learningRate: 1 } };
const EXAMPLE = 2;

/** @type {import('../chapter.js').Chapter} */
export const chapter = {
  id: 'blame',
  runs: {
    two: {
      experiment: {
        ...BASE,
        network: { inputs: 2, hidden: [2], outputs: 1, activation: 'sigmoid', bias: true },
        init: {
          scheme: 'explicit',
          w: [
            [
              [0.2, 0.4],
              [-0.1, 0.7],
            ],
            [[0.6, -0.6]],
          ],
          b: [[0, 0], [0]],
        },
      },
      steps: 2000,
    },
    deep: {
      experiment: {
        ...BASE,
        network: { inputs: 2, hidden: [2, 2], outputs: 1, activation: 'sigmoid', bias: true },
        init: { scheme: 'uniform', seed: 42, scale: 1 },
      },
      steps: 2000,
    },
  },
  steps: [
    {
      id: 'guess',
      figure: { kind: 'network', run: 'two' },
      at: 'start',
      ask: { kind: 'guess', options: ['copy', 'own', 'nowhere'], right: 'nowhere' },
    },
    { id: 'back', figure: { kind: 'signal', run: 'two', example: EXAMPLE }, at: 'run', reply: 'guess' },
    {
      id: 'order',
      figure: { kind: 'network', run: 'deep' },
      at: 'start',
      ask: { kind: 'guess', options: ['at-once', 'output-first', 'hidden-first'], right: 'at-once' },
    },
    { id: 'deep', figure: { kind: 'signal', run: 'deep', example: EXAMPLE }, at: 'run', reply: 'order' },
    {
      id: 'check',
      figure: { kind: 'signal', run: 'two', example: EXAMPLE },
      at: 'end',
      ask: { kind: 'check', options: ['zero', 'same', 'half'], right: 'zero' },
    },
  ],
  claims: [{ id: 'zero', what: 'start', run: 'two', of: 'b1', value: 0, as: 'count' }],
};

/** What the texts rely on without a number. @type {readonly import('../chapter.js').Claim[]} */
export const facts = [
  { what: 'start', run: 'two', of: 'w5', value: 0.6, as: 'weight' },
  { what: 'start', run: 'two', of: 'w6', value: -0.6, as: 'weight' },
  { what: 'moved at step 1', run: 'deep', value: 'w1 w2 w3 w4 b1 b2 w5 w6 w7 w8 b3 b4 w9 w10 b5' },
];
