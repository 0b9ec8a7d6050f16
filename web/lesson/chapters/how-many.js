/** Chapter: how many neurons the coffee data need, from many seeds; tied ones against one; and AND, where one is enough. */

const COFFEE = { version: 1, data: { set: 'coffee' }, loss: 'cross-entropy', training: { learningRate: 5 } };
const STEPS = 5000;
/** @param {number} units @param {object} [init] */
const coffee = (units, init = {}) => ({
  experiment: {
    ...COFFEE,
    network: { inputs: 2, hidden: [units], outputs: 1, activation: 'sigmoid', bias: true },
    init: { scheme: 'uniform', seed: 1, ...init },
  },
  steps: STEPS,
});

/** @type {import('./chapter.js').Chapter} */
export const chapter = {
  id: 'how-many',
  runs: {
    tied: coffee(6, { tie: [{ layer: 1, units: [1, 2, 3, 4, 5, 6] }] }),
    one: coffee(1),
    two: coffee(2),
    three: coffee(3),
    six: coffee(6),
    and: {
      experiment: {
        version: 1,
        network: { inputs: 2, hidden: [1], outputs: 1, activation: 'sigmoid', bias: true },
        data: { set: 'and' },
        loss: 'cross-entropy',
        init: { scheme: 'uniform', seed: 1 },
        training: { learningRate: 0.5 },
      },
      steps: 2000,
    },
  },
  run: 'tied',
  contrast: { kind: 'widths', cases: ['one', 'two', 'three', 'six', 'tied'], seeds: [1, 20], single: 'and' },
  play: { run: 'three', panel: 'seeds' },
  claims: [
    { id: 'steps', what: 'steps', run: 'one', value: 5000, as: 'count' },
    { id: 'seeds', what: 'seeds', run: 'one', value: 20, as: 'count' },
    { what: 'solved runs', run: 'one', value: 0, as: 'count' },
    { what: 'solved runs', run: 'two', value: 0, as: 'count' },
    { id: 'threeSolved', what: 'solved runs', run: 'three', value: 15, as: 'count' },
    { id: 'sixSolved', what: 'solved runs', run: 'six', value: 20, as: 'count' },
    { what: 'solved runs', run: 'tied', value: 0, as: 'count' },
    { what: 'best share', run: 'one', value: 0.795, as: 'percent' },
    { what: 'best share', run: 'two', value: 0.925, as: 'percent' },
    { id: 'tiedShare', what: 'best share', run: 'tied', value: 0.795, as: 'percent' },
    { what: 'best loss', run: 'one', value: 0.296753, as: 'loss' },
    { what: 'best loss', run: 'tied', value: 0.303061, as: 'loss' },
    { what: 'kind', run: 'tied', value: 'tied' },
    { what: 'effective', run: 'tied', value: 1 },
    { id: 'andLoss', what: 'loss', run: 'and', value: 0.007039, as: 'loss' },
    { what: 'solved', run: 'and', value: 1 },
    { id: 'examples', what: 'examples', run: 'one', value: 200, as: 'count' },
  ],
};
