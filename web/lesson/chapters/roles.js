/** Chapter: what each neuron came to do, in pictures; other seeds give the jobs to other neurons, and swapping two changes nothing. */

/** @param {number} seed */
const coffee = (seed) => ({
  experiment: {
    version: 1,
    network: { inputs: 2, hidden: [3], outputs: 1, activation: 'sigmoid', bias: true },
    data: { set: 'coffee' },
    loss: 'cross-entropy',
    init: { scheme: 'uniform', seed },
    training: { learningRate: 5 },
  },
  steps: 5000,
});
/** @param {number} seed */
const demand = (seed) => ({
  experiment: {
    version: 1,
    network: { inputs: 4, hidden: [3], outputs: 1, activation: 'sigmoid', bias: true },
    data: { set: 'demand' },
    loss: 'cross-entropy',
    init: { scheme: 'uniform', seed },
    training: { learningRate: 1 },
  },
  steps: 2000,
});

/** @type {import('./chapter.js').Chapter} */
export const chapter = {
  id: 'roles',
  runs: { first: coffee(1), other: coffee(4), demand: demand(1) },
  run: 'first',
  contrast: { kind: 'pictures', cases: ['first', 'other'], swap: [1, 2], table: 'demand' },
  play: { run: 'demand', panel: 'pictures' },
  claims: [
    { id: 'seed', what: 'seed', run: 'first', value: 1, as: 'count' },
    { id: 'otherSeed', what: 'seed', run: 'other', value: 4, as: 'count' },
    { what: 'solved', run: 'first', value: 1 },
    { what: 'solved', run: 'other', value: 1 },
    { what: 'loss', run: 'first', value: 0.007316, as: 'loss' },
    { what: 'loss', run: 'other', value: 0.00771, as: 'loss' },
    { what: 'job of each neuron', run: 'first', value: 'duration both temperature' },
    { what: 'job of each neuron', run: 'other', value: 'both temperature duration' },
    { what: 'swap keeps the loss', run: 'first', of: '1 2', value: true },
    { id: 'orders', what: 'orders', run: 'first', value: 6, as: 'count' },
    { what: 'solved', run: 'demand', value: 0.99, as: 'percent' },
  ],
};
