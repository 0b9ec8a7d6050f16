/**
 * Does this device compute as all others do? Fifty short runs of all kinds, with the fingerprints that they must end with. The runs are fixed:
 * they name what they use, whatever the format learns later.
 */

/** @typedef {import('../experiment/experiment.js').ExperimentInput} ExperimentInput */
/** @typedef {import('./lab.js').Lab} Lab */
/**
 * What became of the check.
 * @typedef {object} DeviceCheck
 * @property {number} runs
 * @property {number} agreed runs that ended with the fingerprint that they must end with
 * @property {readonly { run: number, expected: string, got: string }[]} differing the others; runs are counted from 1
 */

export const CHECKED_STEPS = 40;

const HIDDEN = [[2], [3], [5, 4], [2, 2, 2], [8], [], [17], [4, 4]];
const ACTIVATIONS = /** @type {const} */ (['sigmoid', 'tanh', 'relu', 'leaky-relu', 'softplus', 'linear']);
const OPTIMIZERS = /** @type {const} */ (['gradient-descent', 'momentum', 'nesterov', 'rmsprop', 'adam']);
const SCHEMES = /** @type {const} */ ([
  'glorot-uniform',
  'glorot-normal',
  'he-uniform',
  'he-normal',
  'lecun-uniform',
  'lecun-normal',
  'uniform',
  'normal',
  'constant',
  'zeros',
]);
const SETS = /** @type {const} */ (['xor', 'and', 'or', 'circles', 'gaussians', 'spiral', 'quadrants', 'moons', 'coffee', 'demand']);

/** In the order of the runs. */
const FINGERPRINTS = `
  baa628ad7a323dd6 a7153d395be807a6 f269594629113d21 c1d1955e397a5667 1c3331ad562f753f 62a4eb2bc97594c2 10e1b5701094fe71
  7f157afa6db50b39 93e24ebd6aa00f13 0a2c6759f462401c f053cb7788735d70 b8bcc2dcc25d3353 276b162b687d659d 50fdb0ec3b76ca42
  e45588429b1440ab afcb2a077f746ffe 922c7f4ccd47d961 fbfd084b21fd33a3 795fa8d5dbea4d98 b66d0a8b1bb27f7c d0d716efa59454ab
  58d2594bd2cd4d98 d777d336dc75ffe7 1c5ae0a65f6a52d4 ff23e4bafbec54f5 ef617295d8dfc99d b464dbdba85b3af4 7f41b860384df845
  760efb20d373cd5d f29b8163b87abc66 2aaa03f38f736795 b8679b59c2cd979d d1a4310219d5d5fe bb6475a12ef60849 2adbdc7f0288cd29
  c67dc987f2ab3920 5aa5841be6435928 cfadd4f8bfa8e94b c6cca80912241fc4 9520f102dee73223 f333295bedb19b32 d4bba89912fdb5d5
  e26cdefd1b423112 45512920e325d6a8 9f75c7a3847c9368 27522f4822691656 87030df50fe12a6c 1e33ec722ad71436 a72826aac7cd641f
  60cabf34372c47d7
`
  .trim()
  .split(/\s+/);

/**
 * @template T
 * @param {readonly T[]} list
 * @param {number} at
 */
const turn = (list, at) => list[at % list.length];

/**
 * One of the runs. Each option comes up at its own pace, so that options meet in ever other company.
 * @param {number} at from 0
 * @returns {ExperimentInput}
 */
function experimentOf(at) {
  const set = turn(SETS, at);
  const hidden = turn(HIDDEN, at + Math.floor(at / 10));
  const straight = at % 4 === 3;
  const due = (/** @type {number} */ every) => at % every === every - 1;
  return {
    version: 1,
    network: {
      inputs: set === 'demand' ? 4 : 2,
      hidden,
      outputs: 1,
      activation: turn(ACTIVATIONS, at),
      outputActivation: straight ? 'linear' : 'sigmoid',
      bias: !due(5),
    },
    // One example more than is summed at a time, and odd.
    data: { set, examples: 73, noise: due(3) ? 0.1 : 0, seed: at },
    loss: straight ? 'squared-error' : 'cross-entropy',
    init: {
      scheme: turn(SCHEMES, Math.floor(at / 5) + at),
      seed: 100 + at,
      ...(due(10) ? { nudge: [{ parameter: 'w1', ulps: 3 }] } : {}),
      ...(due(7) && hidden.length > 0 ? { tie: [{ layer: 1, units: [1, 2], what: ['incoming', 'bias', 'outgoing'] }] } : {}),
    },
    training: {
      optimizer: turn(OPTIMIZERS, at),
      learningRate: at % 2 === 0 ? 0.1 : 0.02,
      ...(due(3) ? { batchSize: 10, shuffleSeed: at } : {}),
      ...(due(4) ? { l1: 0.001 } : {}),
      ...(due(6) ? { l2: 0.01 } : {}),
      ...(due(8) ? { clip: 0.5 } : {}),
      ...(due(7) ? { dropout: { rate: 0.25, seed: at } } : {}),
      ...(due(9) ? { gradientNoise: { std: 0.01, seed: at } } : {}),
      ...(due(11) ? { freeze: ['w2'] } : {}),
      ...(due(13) ? { unitLearningRates: [{ layer: 1, unit: 1, factor: 0.5 }] } : {}),
    },
  };
}

/** The experiments of the runs, in their order. */
export const checkedExperiments = () => FINGERPRINTS.map((_, at) => experimentOf(at));

/**
 * Trains the fifty runs on this device's engine and compares their fingerprints.
 * @param {Lab} lab
 * @returns {DeviceCheck}
 */
export function checkDevice(lab) {
  let last = null;
  for (last of checkStepwise(lab));
  return /** @type {DeviceCheck} */ (last);
}

/**
 * The same, run by run, for a page that has other things to do in between: what is known after each.
 * @param {Lab} lab
 * @returns {Generator<DeviceCheck, void>}
 */
export function* checkStepwise(lab) {
  /** @type {DeviceCheck['differing'][number][]} */
  const differing = [];
  for (const [at, expected] of FINGERPRINTS.entries()) {
    const run = lab.start(experimentOf(at));
    run.train(CHECKED_STEPS);
    const got = run.fingerprint();
    run.close();
    if (got !== expected) differing.push({ run: at + 1, expected, got });
    yield { runs: FINGERPRINTS.length, agreed: at + 1 - differing.length, differing };
  }
}
