/**
 * Homework: starts that a student opens, and the runs that are right, known by their fingerprints. Plain data; a test trains every run again. What is
 * asked for, and why the answer is right, stands in the messages under the same ids.
 */

/** @typedef {{ id: string, change: Readonly<Record<string, number>>, activation?: 'tanh', steps: number, fingerprint: string, loss: number, tied: boolean, ends?: Readonly<Record<string, number>> }} HomeworkRun change: parameters with another start than the one that was opened; loss (to six decimals) and tied are of its last step; ends: parameters there, to four decimals */
/** @typedef {{ id: string, start: Record<string, unknown> & { network: Record<string, unknown>, init: object }, runs: readonly HomeworkRun[] }} Homework */

/** @type {readonly Homework[]} */
export const HOMEWORK = [
  {
    id: 'one-number',
    start: {
      version: 1,
      network: { inputs: 2, hidden: [2], outputs: 1, activation: 'sigmoid', bias: false },
      data: { set: 'xor' },
      loss: 'cross-entropy',
      init: {
        scheme: 'explicit',
        w: [
          [
            [0.3, -0.5],
            [0.3, -0.5],
          ],
          [[0.8, -0.2]],
        ],
      },
      training: { optimizer: 'gradient-descent', learningRate: 0.5 },
    },
    runs: [{ id: 'tied', change: { w6: 0.8 }, steps: 1000, fingerprint: '38bf8aaec1895978', loss: 0.693146, tied: true }],
  },
  {
    id: 'half-answer',
    start: {
      version: 1,
      network: { inputs: 2, hidden: [2], outputs: 1, activation: 'sigmoid', bias: true },
      data: { set: 'or' },
      loss: 'cross-entropy',
      init: {
        scheme: 'explicit',
        w: [
          [
            [0.1, 0.5],
            [-0.3, 0.4],
          ],
          [[0.7, -0.4]],
        ],
        b: [[0.2, 0.2], [0]],
      },
      training: { optimizer: 'gradient-descent', learningRate: 0.5 },
    },
    runs: [
      { id: 'half', change: { w6: 0.7 }, steps: 500, fingerprint: '306cb72fb804003e', loss: 0.027421, tied: false },
      { id: 'whole', change: { w3: 0.1, w4: 0.5, w6: 0.7 }, steps: 500, fingerprint: '2cfa2926ed01ecbb', loss: 0.026178, tied: true },
    ],
  },
  {
    id: 'zeros',
    start: {
      version: 1,
      network: { inputs: 2, hidden: [2], outputs: 1, activation: 'sigmoid', bias: true },
      data: { set: 'and' },
      loss: 'cross-entropy',
      init: { scheme: 'zeros' },
      training: { optimizer: 'gradient-descent', learningRate: 0.5 },
    },
    runs: [
      { id: 'sigmoid', change: {}, steps: 1000, fingerprint: '38aa9f5f06e9fb57', loss: 0.014246, tied: true },
      {
        id: 'tanh',
        change: {},
        activation: 'tanh',
        steps: 1000,
        fingerprint: 'ca503c23b0e7538b',
        loss: 0.562335,
        tied: true,
        ends: { b3: -1.0986 },
      },
    ],
  },
];
