/** Chapter: one last bit can decide a run; and where steps are small, nearly all digits are the run's own. */

/** @param {number} learningRate @param {readonly object[]} nudge */
const and = (learningRate, nudge = []) => ({
  experiment: {
    version: 1,
    network: { inputs: 2, hidden: [2], outputs: 1, activation: 'sigmoid', bias: true },
    data: { set: 'and' },
    loss: 'cross-entropy',
    init: { scheme: 'uniform', seed: 3, nudge },
    training: { learningRate },
  },
  steps: 2000,
});

const LAST_BIT = [{ parameter: 'w1', ulps: 1 }];

/** @type {import('./chapter.js').BeyondChapter} */
export const chapter = {
  id: 'digits',
  runs: { one: and(20), other: and(20, LAST_BIT), calm: and(0.1), calmOther: and(0.1, LAST_BIT) },
  steps: [
    {
      id: 'guess',
      figure: { kind: 'race', runs: ['one', 'other'], lines: 'loss' },
      at: 'start',
      ask: { kind: 'guess', options: ['none', 'last', 'first'], right: 'first' },
    },
    { id: 'see', figure: { kind: 'race', runs: ['one', 'other'], lines: 'loss' }, at: 'run', reply: 'guess' },
    { id: 'fails', figure: { kind: 'race', runs: ['calm', 'calmOther'], lines: 'loss' }, at: 'run' },
  ],
  claims: [
    { id: 'alpha', what: 'learning rate', run: 'one', value: 20, as: 'count' },
    { id: 'steps', what: 'steps', run: 'one', value: 2000, as: 'count' },
    { id: 'loss', what: 'last loss', run: 'one', value: 1.3979, as: 'weight' },
    { id: 'otherLoss', what: 'last loss', run: 'other', value: 0.4892, as: 'weight' },
    { id: 'own', what: 'digits', run: 'one', value: 0, as: 'count' },
    { id: 'calmAlpha', what: 'learning rate', run: 'calm', value: 0.1, as: 'weight' },
    { id: 'calmOwn', what: 'digits', run: 'calm', value: 15, as: 'count' },
  ],
};
