/** Chapter: weight decay makes twins of strangers; here, and never in every bit. */

/** @param {string} set @param {number} l2 */
const strangers = (set, l2) => ({
  experiment: {
    version: 1,
    network: { inputs: 2, hidden: [2], outputs: 1, activation: 'tanh', bias: true },
    data: { set },
    loss: 'cross-entropy',
    init: { scheme: 'uniform', seed: 2 },
    training: { learningRate: 1, l2 },
  },
  steps: 20_000,
});

/** @type {import('./chapter.js').BeyondChapter} */
export const chapter = {
  id: 'decay',
  runs: { on: strangers('or', 0.01), off: strangers('or', 0), xor: strangers('xor', 0.01) },
  steps: [
    {
      id: 'guess',
      figure: { kind: 'race', runs: ['on', 'off'], lines: 'distance' },
      at: 'start',
      ask: { kind: 'guess', options: ['strangers', 'twins', 'zero'], right: 'twins' },
    },
    { id: 'see', figure: { kind: 'race', runs: ['on', 'off'], lines: 'distance' }, at: 'run', reply: 'guess' },
    { id: 'fails', figure: { kind: 'race', runs: ['on', 'xor'], lines: 'distance' }, at: 'run' },
  ],
  claims: [
    { id: 'decay', what: 'l2', run: 'on', value: 0.01, as: 'weight' },
    { id: 'apart', what: 'last distance', run: 'on', value: 1e-13, as: 'distance' },
    { id: 'offApart', what: 'last distance', run: 'off', value: 4.94, as: 'distance' },
    { id: 'seeds', what: 'seeds', value: 20, as: 'count' },
    { id: 'twins', what: 'strangers that become twins', run: 'on', value: 20, as: 'count' },
    { id: 'twinsOff', what: 'strangers that become twins', run: 'off', value: 0, as: 'count' },
    { id: 'twinsXor', what: 'strangers that become twins', run: 'xor', value: 0, as: 'count' },
  ],
};
