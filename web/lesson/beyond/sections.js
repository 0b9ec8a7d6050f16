/** What goes beyond the questions of the story: short sections, each with runs that open in the lab. Plain data. */

import { STORY_START } from '../story/starts.js';

/**
 * @typedef {object} BeyondSection
 * @property {string} id
 * @property {Readonly<Record<string, import('../story/chapter.js').LessonRun>>} runs
 * @property {readonly import('../story/chapter.js').Claim[]} claims
 * @property {readonly [number, number]} [seeds] first and last, of the claims that count over many
 */

const TRAINING = { learningRate: 0.5 };
const { network: NETWORK_WITH_BIASES } = STORY_START;

const NUDGED = { ...STORY_START, init: { ...STORY_START.init, nudge: [{ parameter: 'w1', ulps: 1 }] }, training: TRAINING };
const TANH = {
  version: 1,
  network: { inputs: 2, hidden: [2], outputs: 1, activation: 'tanh', bias: false },
  data: { set: 'quadrants' },
  loss: 'cross-entropy',
  training: TRAINING,
};
/** XOR without biases: two neurons whose incoming and outgoing weights differ. */
const APART = {
  ...STORY_START,
  network: { ...NETWORK_WITH_BIASES, bias: false },
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
  training: TRAINING,
};
/** @param {number} units @param {object} [init] */
const coffee = (units, init = {}) => ({
  experiment: {
    version: 1,
    network: { inputs: 2, hidden: [units], outputs: 1, activation: 'sigmoid', bias: true },
    data: { set: 'coffee' },
    loss: 'cross-entropy',
    init: { scheme: 'uniform', seed: 1, ...init },
    training: { learningRate: 5 },
  },
  steps: 5000,
});
/** A layer whose width is no multiple of what a processor takes at a time. */
const WIDE = 17;

/** @type {readonly BeyondSection[]} */
export const SECTIONS = [
  {
    id: 'order',
    runs: { whole: { experiment: { ...APART, init: { ...APART.init, set: { w6: 0.6 } } }, steps: 2000 } },
    claims: [
      { id: 'right', what: 'gradient', run: 'whole', of: 'w1', step: 0, value: 0.010463, as: 'figure' },
      { id: 'bug', what: 'late gradient', run: 'whole', of: 'w1 w5', value: 0.0096321, as: 'figure' },
      { what: 'numeric gradient', run: 'whole', of: 'w1', step: 0, value: 0.010463, as: 'figure' },
      { id: 'oldW5', what: 'start', run: 'whole', of: 'w5', value: 0.6, as: 'weight' },
    ],
  },
  {
    id: 'how-many',
    seeds: [1, 20],
    runs: {
      tied: coffee(6, { tie: [{ layer: 1, units: [1, 2, 3, 4, 5, 6] }] }),
      one: coffee(1),
      two: coffee(2),
      three: coffee(3),
      six: coffee(6),
      and: {
        experiment: {
          ...STORY_START,
          network: { ...NETWORK_WITH_BIASES, hidden: [1] },
          data: { set: 'and' },
          init: { scheme: 'uniform', seed: 1 },
          training: TRAINING,
        },
        steps: 2000,
      },
    },
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
      { what: 'kind', run: 'tied', value: 'tied' },
      { what: 'effective', run: 'tied', value: 1 },
      { id: 'andLoss', what: 'loss', run: 'and', value: 0.007039, as: 'loss' },
      { what: 'solved', run: 'and', value: 1 },
      { id: 'examples', what: 'examples', run: 'one', value: 200, as: 'count' },
    ],
  },
  {
    id: 'names',
    runs: {
      first: coffee(3),
      other: coffee(3, { seed: 4 }),
      demand: {
        experiment: {
          version: 1,
          network: { inputs: 4, hidden: [3], outputs: 1, activation: 'sigmoid', bias: true },
          data: { set: 'demand' },
          loss: 'cross-entropy',
          init: { scheme: 'uniform', seed: 1 },
          training: { learningRate: 1 },
        },
        steps: 2000,
      },
    },
    claims: [
      { id: 'seed', what: 'seed', run: 'first', value: 1, as: 'count' },
      { id: 'otherSeed', what: 'seed', run: 'other', value: 4, as: 'count' },
      { what: 'solved', run: 'first', value: 1 },
      { what: 'solved', run: 'other', value: 1 },
      { what: 'job of each neuron', run: 'first', value: 'duration both temperature' },
      { what: 'job of each neuron', run: 'other', value: 'both temperature duration' },
      { what: 'solved', run: 'demand', value: 0.99, as: 'percent' },
    ],
  },
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
          init: { scheme: 'explicit', w: STORY_START.init.w },
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
      one: { experiment: APART, steps: 2000 },
      swapped: {
        experiment: {
          ...APART,
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
