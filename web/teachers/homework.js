/**
 * Homework: tasks that a student opens in the lab and hands in. Plain data, in which no answer stands: conditions say what has to come of a run, and where the
 * start can have a seed, each student has their own. Titles and texts are in the messages under the same ids; a test does every task and hands it in.
 */

/** @typedef {{ id: string, task: { experiment: Record<string, unknown>, steps: number, allow: readonly string[], seed?: 'student', conditions: readonly Record<string, unknown>[] } }} Homework */

/** @type {readonly Homework[]} */
export const HOMEWORK = [
  {
    id: 'one-number',
    task: {
      experiment: {
        version: 1,
        network: { inputs: 2, hidden: [2], outputs: 1, activation: 'sigmoid', bias: false },
        data: { set: 'xor' },
        loss: 'cross-entropy',
        init: { scheme: 'uniform', seed: 1, tie: [{ layer: 1, units: [1, 2], what: ['incoming'] }] },
        training: { optimizer: 'gradient-descent', learningRate: 0.5 },
      },
      steps: 1000,
      allow: ['w6'],
      seed: 'student',
      conditions: [{ what: 'kind', layer: 1, units: [1, 2], is: 'tied' }],
    },
  },
  {
    id: 'half-answer',
    task: {
      experiment: {
        version: 1,
        network: { inputs: 2, hidden: [2], outputs: 1, activation: 'sigmoid', bias: true },
        data: { set: 'or' },
        loss: 'cross-entropy',
        init: { scheme: 'uniform', seed: 1, tie: [{ layer: 1, units: [1, 2], what: ['bias'] }] },
        training: { optimizer: 'gradient-descent', learningRate: 0.5 },
      },
      steps: 500,
      allow: ['w3', 'w4', 'w6'],
      seed: 'student',
      conditions: [{ what: 'kind', layer: 1, units: [1, 2], is: 'tied' }],
    },
  },
  {
    id: 'zeros',
    task: {
      experiment: {
        version: 1,
        network: { inputs: 2, hidden: [2], outputs: 1, activation: 'sigmoid', bias: true },
        data: { set: 'and' },
        loss: 'cross-entropy',
        init: { scheme: 'zeros' },
        training: { optimizer: 'gradient-descent', learningRate: 0.5 },
      },
      steps: 1000,
      allow: ['activation'],
      conditions: [
        { what: 'kind', layer: 1, units: [1, 2], is: 'tied' },
        { what: 'loss', above: 0.5 },
      ],
    },
  },
  {
    id: 'strangers',
    task: {
      experiment: {
        version: 1,
        network: { inputs: 2, hidden: [2], outputs: 1, activation: 'tanh', bias: true },
        data: { set: 'or' },
        loss: 'cross-entropy',
        init: { scheme: 'uniform', seed: 2 },
        training: { optimizer: 'gradient-descent', learningRate: 1 },
      },
      steps: 20_000,
      allow: ['l2'],
      conditions: [
        { what: 'kind', layer: 1, units: [1, 2], is: 'apart', at: 'start' },
        { what: 'kind', layer: 1, units: [1, 2], is: 'together' },
        { what: 'right', atLeast: 4 },
      ],
    },
  },
];
