/**
 * The experiments that several chapters begin from. Plain data: an experiment is written out once, and what differs from it is named.
 */

import { PRESETS } from '../../experiment/presets.js';

/** @typedef {import('../../experiment/experiment.js').ExperimentInput} ExperimentInput */
/** @typedef {{ experiment: ExperimentInput, steps: number }} LessonRun an experiment and how many steps it is trained */

const [TIED_PRESET, OUTGOING_PRESET, INCOMING_PRESET, RANDOM_PRESET, ZEROS_PRESET, LOGISTIC_PRESET] = PRESETS.map(
  ({ experiment }) => experiment,
);

/** How long most runs of the lesson train. */
export const STEPS = 2000;

/** The presets under the same names: what a chapter calls tied is what the page calls tied. */
export const TIED = TIED_PRESET;
export const OUTGOING_APART = OUTGOING_PRESET;
export const INCOMING_APART = INCOMING_PRESET;
export const RANDOM = RANDOM_PRESET;
export const ZEROS = ZEROS_PRESET;
export const LOGISTIC = LOGISTIC_PRESET;

/** The question's network, with biases. */
export const NETWORK_WITH_BIASES = { inputs: 2, hidden: [2], outputs: 1, activation: 'sigmoid', bias: true };
export const TRAINING = { learningRate: 0.5 };

/** The tied start once more, with biases. */
export const TIED_WITH_BIASES = {
  version: 1,
  network: NETWORK_WITH_BIASES,
  data: { set: 'xor' },
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
    b: [[0, 0], [0]],
  },
  training: TRAINING,
};

/** The same with larger steps: where the story begins. */
export const STORY_START = { ...TIED_WITH_BIASES, training: { learningRate: 1 } };
