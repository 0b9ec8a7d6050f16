/** Chapter: what one neuron can do, what six tied ones can, and what three different ones draw together. */

const coffee = (/** @type {number} */ units, /** @type {object} */ init = {}) => ({
  experiment: {
    version: 1,
    data: { set: 'coffee' },
    loss: 'cross-entropy',
    training: { learningRate: 5 },
    network: { inputs: 2, hidden: [units], outputs: 1, activation: 'sigmoid', bias: true },
    init: { scheme: 'uniform', seed: 1, ...init },
  },
  steps: 5000,
});

/** @type {import('../chapter.js').Chapter} */
export const chapter = {
  id: 'team',
  runs: { tied: coffee(6, { tie: [{ layer: 1, units: [1, 2, 3, 4, 5, 6] }] }), three: coffee(3) },
  steps: [
    {
      id: 'guess',
      figure: { kind: 'plane', run: 'tied' },
      at: 'start',
      ask: { kind: 'guess', options: ['six', 'three', 'one'], right: 'one' },
    },
    { id: 'tied', figure: { kind: 'plane', run: 'tied' }, at: 'run', reply: 'guess' },
    { id: 'three', figure: { kind: 'plane', run: 'three' }, at: 'run' },
    { id: 'swap', figure: { kind: 'plane', run: 'three' }, at: 'end' },
    {
      id: 'check',
      figure: { kind: 'plane', run: 'three' },
      at: 'end',
      ask: { kind: 'check', options: ['name', 'guarantee', 'swap'], right: 'swap' },
    },
  ],
  claims: [
    { id: 'examples', what: 'examples', run: 'tied', value: 200, as: 'count' },
    { id: 'tiedShare', what: 'solved', run: 'tied', value: 0.795, as: 'percent' },
    { id: 'allShare', what: 'solved', run: 'three', value: 1, as: 'percent' },
    { id: 'orders', what: 'orders', run: 'three', value: 6, as: 'count' },
  ],
};

/** What the texts rely on without a number. @type {readonly import('../chapter.js').Claim[]} */
export const facts = [
  { what: 'kind', run: 'tied', value: 'tied' },
  { what: 'swap keeps the loss', run: 'three', of: '1 2', value: true },
  { what: 'job of each neuron', run: 'three', value: 'duration both temperature' },
];
