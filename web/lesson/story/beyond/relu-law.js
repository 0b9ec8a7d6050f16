/** Chapter: a number that every ReLU neuron keeps, so that some outgoing weights cannot change their sign. Sigmoid neurons keep none. */

/** @param {string} activation */
const and = (activation) => ({
  experiment: {
    version: 1,
    network: { inputs: 2, hidden: [2], outputs: 1, activation, bias: true },
    data: { set: 'and' },
    loss: 'cross-entropy',
    init: { scheme: 'he-normal', seed: 11 },
    training: { learningRate: 0.05 },
  },
  steps: 2000,
});

/** @type {import('./chapter.js').BeyondChapter} */
export const chapter = {
  id: 'relu-law',
  runs: { relu: and('relu'), sigmoid: and('sigmoid') },
  steps: [
    {
      id: 'guess',
      figure: { kind: 'race', runs: ['relu'], lines: 'kept' },
      at: 'start',
      ask: { kind: 'guess', options: ['first', 'second', 'both'], right: 'second' },
    },
    { id: 'see', figure: { kind: 'race', runs: ['relu'], lines: 'outgoing' }, at: 'run', reply: 'guess' },
    { id: 'kept', figure: { kind: 'race', runs: ['relu'], lines: 'kept' }, at: 'run' },
    { id: 'fails', figure: { kind: 'race', runs: ['relu', 'sigmoid'], lines: 'kept' }, at: 'run' },
  ],
  claims: [
    { id: 'first', what: 'first kept', run: 'relu', of: '1', value: -0.0327, as: 'weight' },
    { id: 'second', what: 'first kept', run: 'relu', of: '2', value: 2.551712, as: 'weight' },
    { id: 'firstEnd', what: 'last kept', run: 'relu', of: '1', value: -0.019893, as: 'weight' },
    { id: 'secondEnd', what: 'last kept', run: 'relu', of: '2', value: 2.54957, as: 'weight' },
    { id: 'steps', what: 'steps', run: 'relu', value: 2000, as: 'count' },
    { id: 'alpha', what: 'learning rate', run: 'relu', value: 0.05, as: 'weight' },
  ],
};
