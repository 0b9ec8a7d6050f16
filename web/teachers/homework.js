/**
 * Homework: tasks that a student opens in the lab and hands in. Plain data, in which no answer stands: conditions say what has to come of a run, and where the
 * start can have a seed, each student has their own. Titles and texts are in the messages under the same ids; a test does every task and hands it in.
 */

/** @typedef {{ id: string, task: { experiment: Record<string, unknown>, steps: number, allow: readonly string[], seed?: 'student', conditions: readonly Record<string, unknown>[] } }} Homework */

/** The question's network, with biases: what a task has otherwise, it says. */
const QUESTION = {
  version: 1,
  network: { inputs: 2, hidden: [2], outputs: 1, activation: 'sigmoid', bias: true },
  data: { set: 'xor' },
  loss: 'cross-entropy',
  training: { optimizer: 'gradient-descent', learningRate: 0.5 },
};

/** @type {readonly Homework[]} */
export const HOMEWORK = [
  {
    id: 'one-number',
    task: {
      experiment: {
        ...QUESTION,
        network: { ...QUESTION.network, bias: false },
        init: { scheme: 'uniform', seed: 1, tie: [{ layer: 1, units: [1, 2], what: ['incoming'] }] },
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
        ...QUESTION,
        data: { set: 'or' },
        init: { scheme: 'uniform', seed: 1, tie: [{ layer: 1, units: [1, 2], what: ['bias'] }] },
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
        ...QUESTION,
        data: { set: 'and' },
        init: { scheme: 'zeros' },
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
        ...QUESTION,
        network: { ...QUESTION.network, activation: 'tanh' },
        data: { set: 'or' },
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
  {
    id: 'halves',
    task: {
      experiment: {
        ...QUESTION,
        network: { ...QUESTION.network, bias: false },
        init: {
          scheme: 'uniform',
          seed: 1,
          set: { w2: 1, w4: 1, w5: 1, w6: 1 },
          tie: [{ layer: 1, units: [1, 2], what: ['incoming'] }],
          nudge: [{ parameter: 'w1', by: 1e-8 }],
        },
        training: { optimizer: 'gradient-descent', learningRate: 2 },
      },
      steps: 10_000,
      allow: ['w2', 'w4', 'w5', 'w6'],
      seed: 'student',
      conditions: [
        { what: 'kind', layer: 1, units: [1, 2], is: 'near-tied', at: 'start' },
        { what: 'kind', layer: 1, units: [1, 2], is: 'near-tied' },
      ],
    },
  },
  {
    id: 'highest',
    task: {
      experiment: {
        ...QUESTION,
        // Halves of whole numbers, so that what lies halfway is exact, too, however it is worked out.
        init: {
          scheme: 'explicit',
          w: [
            [
              [7, 7],
              [5, 5],
            ],
            [[10, -9.5]],
          ],
          b: [[-3, -7.5], [-5]],
        },
      },
      steps: 100,
      allow: ['w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'b1', 'b2'],
      // Of the run from the right place: a test makes it anew.
      conditions: [
        { what: 'fingerprint', salt: 'the way over', sha256: ['f8921c5682e63f44e4b74e0acf1567cbd19b69a64ca5db2aa112f02dc4217cc7'] },
      ],
    },
  },
];
