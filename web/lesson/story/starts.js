/** The start that several chapters begin from: plain data, written out once; what differs from it is named where it does. */

/** The question's network with biases: both hidden neurons start equal. */
export const STORY_START = {
  version: 1,
  network: { inputs: 2, hidden: [2], outputs: 1, activation: 'sigmoid', bias: true },
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
  training: { learningRate: 1 },
};
