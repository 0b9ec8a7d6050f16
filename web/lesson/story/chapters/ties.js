/** Chapter: what breaks a tie and what does not, sorted by the student and then run; and why equal outgoing weights are half of the answer. */

const BASE = {
  version: 1,
  network: { inputs: 2, hidden: [2], outputs: 1, activation: 'sigmoid', bias: true },
  data: { set: 'xor' },
  loss: 'cross-entropy',
  init: {
    scheme: 'explicit',
    w: [
      [
        [0.2, 0.4],
        [0.2, 0.4],
      ],
      [[0.6, 0.6]],
    ],
    b: [[0, 0], [0]],
  },
  training: { learningRate: 1 },
};

/** @type {import('../chapter.js').Chapter} */
export const chapter = {
  id: 'ties',
  runs: {
    equal: { experiment: BASE, steps: 2000 },
    outgoing: { experiment: { ...BASE, init: { ...BASE.init, set: { w3: -0.1, w4: 0.7 } } }, steps: 2000 },
    incoming: { experiment: { ...BASE, init: { ...BASE.init, set: { w6: -0.3 } } }, steps: 2000 },
  },
  steps: [
    { id: 'sort', figure: { kind: 'piles', run: 'equal' }, at: 'start' },
    { id: 'told', figure: { kind: 'piles', run: 'equal' }, at: 'end' },
    { id: 'half', figure: { kind: 'race', runs: ['outgoing', 'incoming', 'equal'] }, at: 'run' },
    {
      id: 'check',
      figure: { kind: 'race', runs: ['outgoing', 'incoming', 'equal'] },
      at: 'end',
      ask: { kind: 'check', options: ['enough', 'rounding', 'incoming-too'], right: 'incoming-too' },
    },
  ],
  claims: [{ id: 'steps', what: 'steps', run: 'equal', value: 2000, as: 'count' }],
};

/** What the texts rely on without a number. @type {readonly import('../chapter.js').Claim[]} */
export const facts = [
  { what: 'kind', run: 'equal', value: 'tied' },
  { what: 'kind', run: 'outgoing', value: 'apart' },
  { what: 'kind', run: 'incoming', value: 'apart' },
  { what: 'distance', run: 'equal', value: 0 },
];
