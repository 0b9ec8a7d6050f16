/** Chapter: from a tiny start all neurons turn onto one line first. From a large one they do not, and on XOR nothing turns them. */

/** @param {string} set @param {number} scale */
const eight = (set, scale) => ({
  experiment: {
    version: 1,
    network: { inputs: 2, hidden: [8], outputs: 1, activation: 'tanh', bias: true },
    data: { set },
    loss: 'cross-entropy',
    init: { scheme: 'normal', seed: 1, scale },
    training: { learningRate: 0.5 },
  },
  steps: 300,
});

/** @type {import('./chapter.js').BeyondChapter} */
export const chapter = {
  id: 'condense',
  runs: { tiny: eight('or', 1e-3), large: eight('or', 1), xor: eight('xor', 1e-3) },
  steps: [
    {
      id: 'guess',
      figure: { kind: 'race', runs: ['tiny'], lines: 'turned', isDial: true },
      at: 'start',
      ask: { kind: 'guess', options: ['spread', 'two', 'line'], right: 'line' },
    },
    { id: 'see', figure: { kind: 'race', runs: ['tiny'], lines: 'turned', isDial: true }, at: 'run', reply: 'guess' },
    { id: 'fails', figure: { kind: 'race', runs: ['large', 'xor'], lines: 'turned', isDial: true }, at: 'run' },
  ],
  claims: [
    { id: 'scale', what: 'scale', run: 'tiny', value: 0.001, as: 'weight' },
    { id: 'large', what: 'scale', run: 'large', value: 1, as: 'count' },
    { id: 'before', what: 'first turned', run: 'tiny', value: 0.628, as: 'distance' },
    { id: 'after', what: 'last turned', run: 'tiny', value: 1, as: 'distance' },
    { id: 'seeds', what: 'seeds', value: 20, as: 'count' },
    { id: 'least', what: 'least turned', run: 'tiny', value: 0.99, as: 'distance' },
    { id: 'most', what: 'most turned', run: 'large', value: 0.77, as: 'distance' },
  ],
};
