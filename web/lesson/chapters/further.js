/** Further reading: what goes beyond the ten questions, each with a run. */

import { NETWORK_WITH_BIASES, TRAINING } from './starts.js';

const NUDGED = {
  version: 1,
  network: NETWORK_WITH_BIASES,
  loss: 'cross-entropy',
  init: {
    scheme: 'explicit',
    w: [
      [
        [0.2, 0.4],
        [0.2, 0.4],
      ],
      [[0.6, 0.6]],
    ],
    nudge: [{ parameter: 'w1', ulps: 1 }],
  },
  training: TRAINING,
};
const TANH = {
  version: 1,
  network: { inputs: 2, hidden: [2], outputs: 1, activation: 'tanh', bias: false },
  data: { set: 'quadrants' },
  loss: 'cross-entropy',
  training: TRAINING,
};
/** A layer whose width is no multiple of what a processor takes at a time. */
const WIDE = 17;

/**
 * @typedef {object} FurtherItem
 * @property {string} id
 * @property {Readonly<Record<string, import('./starts.js').LessonRun>>} runs
 * @property {readonly import('./chapter.js').Claim[]} claims
 */

/** @type {readonly FurtherItem[]} */
export const FURTHER = [
  {
    id: 'near-ties',
    runs: {
      swallowed: { experiment: { ...NUDGED, data: { set: 'and' } }, steps: 200 },
      frozen: {
        experiment: { ...NUDGED, data: { set: 'and' }, init: { ...NUDGED.init, nudge: [{ parameter: 'w1', by: 1e-6 }] } },
        steps: 20000,
      },
      parts: {
        experiment: { ...NUDGED, network: { ...NETWORK_WITH_BIASES, bias: false }, data: { set: 'xor' }, training: { learningRate: 5 } },
        steps: 4000,
      },
      decay: {
        experiment: {
          ...NUDGED,
          data: { set: 'and' },
          init: { ...NUDGED.init, nudge: [{ parameter: 'w1', by: 1e-4 }] },
          training: { ...TRAINING, l2: 0.01 },
        },
        steps: 10000,
      },
    },
    claims: [
      { id: 'nudge', what: 'distance', run: 'swallowed', step: 0, value: 2.8e-17, as: 'distance' },
      { id: 'swallowed', what: 'healed', run: 'swallowed', value: 72, as: 'count' },
      { what: 'kind', run: 'swallowed', value: 'tied' },
      { id: 'small', what: 'distance', run: 'frozen', step: 0, value: 1e-6, as: 'distance' },
      { id: 'early', what: 'distance', run: 'frozen', step: 4000, value: 1.36e-5, as: 'distance' },
      { id: 'late', what: 'distance', run: 'frozen', value: 1.45e-5, as: 'distance' },
      { id: 'frozenSteps', what: 'steps', run: 'frozen', value: 20000, as: 'count' },
      { what: 'kind', run: 'frozen', value: 'near-tied' },
      { id: 'partedSteps', what: 'steps', run: 'parts', value: 4000, as: 'count' },
      { id: 'parted', what: 'distance', run: 'parts', value: 31.9, as: 'distance' },
      { id: 'before', what: 'distance', run: 'decay', step: 3333, value: 2.1e-5, as: 'distance' },
      { id: 'after', what: 'distance', run: 'decay', value: 7.0e-9, as: 'distance' },
      { id: 'decaySteps', what: 'steps', run: 'decay', value: 10000, as: 'count' },
    ],
  },
  {
    id: 'mirror',
    runs: {
      mirror: {
        experiment: {
          ...TANH,
          init: {
            scheme: 'explicit',
            w: [
              [
                [0.2, 0.4],
                [-0.2, -0.4],
              ],
              [[0.6, -0.6]],
            ],
          },
        },
        steps: 2000,
      },
      tied: {
        experiment: {
          ...TANH,
          init: {
            scheme: 'explicit',
            w: [
              [
                [0.2, 0.4],
                [0.2, 0.4],
              ],
              [[0.6, 0.6]],
            ],
          },
        },
        steps: 2000,
      },
    },
    claims: [
      { id: 'mirrorLoss', what: 'loss', run: 'mirror', value: 0.69177, as: 'loss' },
      { what: 'loss', run: 'tied', value: 0.69177, as: 'loss' },
      { what: 'same loss', run: 'mirror', of: 'tied', value: true },
      { what: 'mirrored', run: 'mirror', value: true },
      { what: 'kind', run: 'mirror', value: 'apart' },
      { id: 'steps', what: 'steps', run: 'mirror', value: 2000, as: 'count' },
    ],
  },
  {
    id: 'rounding',
    runs: {
      wide: {
        experiment: {
          version: 1,
          network: { inputs: 2, hidden: [WIDE], outputs: 1, activation: 'tanh', bias: true },
          data: { set: 'quadrants' },
          loss: 'cross-entropy',
          init: { scheme: 'uniform', seed: 1, tie: [{ layer: 1, units: Array.from({ length: WIDE }, (_, at) => at + 1) }] },
          training: { learningRate: 1 },
        },
        steps: 2000,
      },
    },
    claims: [
      { id: 'width', what: 'width', run: 'wide', value: 17, as: 'count' },
      { id: 'steps', what: 'steps', run: 'wide', value: 2000, as: 'count' },
      { what: 'kind', run: 'wide', value: 'tied' },
    ],
  },
  {
    id: 'copies',
    runs: {
      one: {
        experiment: {
          ...NUDGED,
          network: { ...NETWORK_WITH_BIASES, bias: false },
          data: { set: 'xor' },
          init: {
            scheme: 'explicit',
            w: [
              [
                [0.2, 0.4],
                [-0.1, 0.7],
              ],
              [[0.6, -0.3]],
            ],
          },
        },
        steps: 2000,
      },
      swapped: {
        experiment: {
          ...NUDGED,
          network: { ...NETWORK_WITH_BIASES, bias: false },
          data: { set: 'xor' },
          init: {
            scheme: 'explicit',
            w: [
              [
                [-0.1, 0.7],
                [0.2, 0.4],
              ],
              [[-0.3, 0.6]],
            ],
          },
        },
        steps: 2000,
      },
    },
    claims: [
      { id: 'loss', what: 'loss', run: 'one', value: 0.328882, as: 'loss' },
      { what: 'same loss', run: 'swapped', of: 'one', value: true },
      { what: 'swapped weights', run: 'swapped', of: 'one', value: true },
    ],
  },
];
