/** Chapter: all zeros. Without a hidden layer a network learns; a tanh layer stands still; a sigmoid layer moves as one neuron. */

const BASE = { version: 1, data: { set: 'and' }, loss: 'cross-entropy', init: { scheme: 'zeros' }, training: { learningRate: 0.5 } };
const LAYER = { inputs: 2, hidden: [2], outputs: 1, bias: true };

/** @type {import('../chapter.js').Chapter} */
export const chapter = {
  id: 'zeros',
  runs: {
    logistic: { experiment: { ...BASE, network: { inputs: 2, hidden: [], outputs: 1, bias: true } }, steps: 2000 },
    tanh: { experiment: { ...BASE, network: { ...LAYER, activation: 'tanh' } }, steps: 2000 },
    sigmoid: { experiment: { ...BASE, network: { ...LAYER, activation: 'sigmoid' } }, steps: 2000 },
  },
  steps: [
    {
      id: 'guess',
      figure: { kind: 'race', runs: ['logistic', 'tanh', 'sigmoid'] },
      at: 'start',
      ask: { kind: 'guess', options: ['none', 'logistic', 'two', 'three'], right: 'two' },
    },
    { id: 'race', figure: { kind: 'race', runs: ['logistic', 'tanh', 'sigmoid'] }, at: 'run', reply: 'guess' },
    { id: 'stuck', figure: { kind: 'network', run: 'tanh' }, at: 'end' },
    { id: 'moves', figure: { kind: 'network', run: 'sigmoid' }, at: 'run' },
    { id: 'learns', figure: { kind: 'network', run: 'logistic' }, at: 'run' },
    {
      id: 'check',
      figure: { kind: 'race', runs: ['logistic', 'tanh', 'sigmoid'] },
      at: 'end',
      ask: { kind: 'check', options: ['convex', 'no-twin', 'small'], right: 'no-twin' },
    },
  ],
  claims: [
    { id: 'stuckRight', what: 'right', run: 'tanh', value: 3, as: 'count' },
    { id: 'examples', what: 'examples', run: 'tanh', value: 4, as: 'count' },
    { id: 'zero', what: 'start', run: 'sigmoid', of: 'w1', value: 0, as: 'count' },
    { id: 'half', what: 'activation', run: 'sigmoid', of: 'a1', at: 0, step: 0, value: 0.5, as: 'weight' },
  ],
};

/** What the texts rely on without a number. @type {readonly import('../chapter.js').Claim[]} */
export const facts = [
  { what: 'activation', run: 'tanh', of: 'a1', at: 0, step: 0, value: 0 },
  { what: 'right', run: 'logistic', value: 4 },
  { what: 'right', run: 'sigmoid', value: 4 },
  { what: 'loss', run: 'logistic', value: 0.01743, as: 'loss' },
  { what: 'loss', run: 'tanh', value: 0.562335, as: 'loss' },
  { what: 'loss', run: 'sigmoid', value: 0.005239, as: 'loss' },
  { what: 'end', run: 'logistic', of: 'w1', value: 7.412442683594065 },
  { what: 'end', run: 'logistic', of: 'w2', value: 7.412442683594065 },
  { what: 'moved', run: 'tanh', value: 'b3' },
  { what: 'moved', run: 'logistic', value: 'w1 w2 b1' },
  { what: 'moved', run: 'sigmoid', value: 'w1 w2 w3 w4 b1 b2 w5 w6 b3' },
  { what: 'moved at step 1', run: 'sigmoid', value: 'w5 w6 b3' },
  { what: 'kind', run: 'tanh', value: 'tied' },
  { what: 'kind', run: 'sigmoid', value: 'tied' },
];
