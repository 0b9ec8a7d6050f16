/** Chapter: a neuron is cut in two, and nothing changes; firmness says beforehand whether the halves will go separate ways. */

/** Steps so small that the one neuron comes to rest: firmness speaks of a place, not of a run that bounces about it. @param {string} set @param {string} activation @param {number} learningRate */
const one = (set, activation, learningRate) => ({
  experiment: {
    version: 1,
    network: { inputs: 2, hidden: [1], outputs: 1, activation, bias: true },
    data: { set },
    loss: 'cross-entropy',
    init: { scheme: 'uniform', seed: 1 },
    training: { learningRate },
  },
  steps: 5000,
});

/** @param {string} from @returns {import('./chapter.js').BeyondRun} */
const halves = (from) => ({ from, split: [1, 1, 0.5], nudge: { parameter: 'w1', by: 1e-6 }, steps: 10_000 });

/** @type {import('./chapter.js').BeyondChapter} */
export const chapter = {
  id: 'split',
  runs: {
    moons: one('moons', 'tanh', 0.5),
    and: one('and', 'sigmoid', 1),
    xor: one('xor', 'sigmoid', 1),
    halves: halves('moons'),
    andHalves: halves('and'),
    xorHalves: halves('xor'),
  },
  steps: [
    {
      id: 'cut',
      figure: { kind: 'race', runs: ['halves'], lines: 'distance' },
      at: 'start',
      ask: { kind: 'guess', options: ['together', 'apart', 'back'], right: 'apart' },
    },
    { id: 'part', figure: { kind: 'race', runs: ['halves'], lines: 'distance' }, at: 'run', reply: 'cut' },
    { id: 'stay', figure: { kind: 'race', runs: ['halves', 'andHalves'], lines: 'distance' }, at: 'run' },
    { id: 'fails', figure: { kind: 'race', runs: ['xorHalves'], lines: 'distance' }, at: 'end' },
  ],
  claims: [
    { what: 'nudge', run: 'halves', value: 1e-6 },
    { id: 'doubling', what: 'doubling', run: 'halves', value: 181, as: 'count' },
    { id: 'before', what: 'first loss', run: 'halves', value: 0.2187, as: 'weight' },
    { id: 'after', what: 'last loss', run: 'halves', value: 0.1737, as: 'weight' },
    { id: 'andDoubling', what: 'doubling', run: 'andHalves', value: 106_882, as: 'count' },
    { what: 'last right', run: 'andHalves', value: 4 },
    { id: 'xorLoss', what: 'last loss', run: 'xorHalves', value: 0.477998, as: 'weight' },
    { id: 'xorDoubling', what: 'doubling', run: 'xorHalves', value: 15_525, as: 'count' },
  ],
};
