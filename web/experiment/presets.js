/**
 * The experiments that are one click away. Data only; their names and descriptions are in the messages, under the same ids.
 * The first four train on XOR without biases at α 0.5 and differ in their start alone. The two that start from zeros learn AND, which
 * logistic regression can learn.
 */

/** @typedef {import('./experiment.js').ExperimentInput} ExperimentInput */

const TRAINING = { learningRate: 0.5 };
const NETWORK = { inputs: 2, hidden: [2], outputs: 1, activation: 'sigmoid', bias: false };
const XOR = { set: 'xor' };

/** How many steps Train runs before it pauses, until someone says otherwise. */
export const DEFAULT_STEPS_TO_RUN = 2000;

/**
 * @param {string} id
 * @param {object} parts of an experiment that differ from the tied one
 * @returns {{ id: string, experiment: ExperimentInput }}
 */
function preset(id, parts) {
  const experiment = { version: 1, name: id, network: NETWORK, data: XOR, loss: 'cross-entropy', training: TRAINING, ...parts };
  return { id, experiment: /** @type {ExperimentInput} */ (experiment) };
}

/** @type {readonly { id: string, experiment: ExperimentInput }[]} */
export const PRESETS = Object.freeze([
  preset('tied', {
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
  }),
  preset('outgoing-apart', {
    init: {
      scheme: 'explicit',
      w: [
        [
          [0.2, 0.4],
          [0.2, 0.4],
        ],
        [[0.6, -0.3]],
      ],
    },
  }),
  preset('incoming-apart', {
    init: {
      scheme: 'explicit',
      w: [
        [
          [0.2, 0.4],
          [-0.1, 0.7],
        ],
        [[0.6, 0.6]],
      ],
    },
  }),
  preset('random', { init: { scheme: 'uniform', seed: 42, scale: 1 } }),
  preset('zeros', { network: { ...NETWORK, bias: true }, data: { set: 'and' }, init: { scheme: 'zeros' } }),
  preset('logistic', { network: { ...NETWORK, hidden: [], bias: true }, data: { set: 'and' }, init: { scheme: 'zeros' } }),
]);
