/**
 * Eight experiments that together use most of the engine, and their fingerprints. Runs wherever the engine's module is loaded: it is given
 * the module's functions and imports nothing, so that a browser can load this very file.
 */

/** Each with 10,000 steps. Names are those of nn.h without NN_. */
const EXPERIMENTS = [
  {
    name: 'tied, XOR',
    data: 'DATA_XOR',
    examples: 4,
    noise: 0,
    hidden: [2],
    w: [0.2, 0.4, 0.2, 0.4, 0.6, 0.6],
    bias: 0,
    options: { LEARNING_RATE: 0.5 },
  },
  {
    name: 'circles, tanh, adam',
    data: 'DATA_CIRCLES',
    examples: 61,
    noise: 0.05,
    hidden: [4],
    activation: 'TANH',
    options: { OPTIMIZER: 'ADAM', LEARNING_RATE: 0.01, BATCH_SIZE: 10, SHUFFLE_SEED: 5 },
  },
  {
    name: 'moons, relu, momentum',
    data: 'DATA_MOONS',
    examples: 50,
    noise: 0.1,
    hidden: [8, 8],
    activation: 'RELU',
    options: { OPTIMIZER: 'MOMENTUM', LEARNING_RATE: 0.05, L2: 1e-3, CLIP: 1 },
  },
  {
    name: 'coffee, rmsprop, dropout',
    data: 'DATA_COFFEE',
    examples: 80,
    noise: 0,
    hidden: [3],
    options: { OPTIMIZER: 'RMSPROP', LEARNING_RATE: 0.003, DROPOUT_RATE: 0.2, BATCH_SIZE: 9 },
  },
  {
    name: 'demand, softplus, nesterov, noise',
    data: 'DATA_DEMAND',
    examples: 33,
    noise: 0,
    hidden: [5],
    activation: 'SOFTPLUS',
    options: { OPTIMIZER: 'NESTEROV', LEARNING_RATE: 0.02, NOISE_STD: 0.01 },
  },
  {
    name: 'spiral, leaky-relu, squared error',
    data: 'DATA_SPIRAL',
    examples: 40,
    noise: 0.02,
    hidden: [6, 5],
    activation: 'LEAKY_RELU',
    output: 'TANH',
    loss: 'SQUARED_ERROR',
    options: { LEARNING_RATE: 0.1, L1: 1e-4 },
  },
  {
    name: 'linear regression',
    data: 'DATA_QUADRANTS',
    examples: 25,
    noise: 0.3,
    hidden: [],
    output: 'LINEAR',
    loss: 'SQUARED_ERROR',
    options: { LEARNING_RATE: 0.01 },
  },
  {
    name: 'gaussians, frozen and slowed',
    data: 'DATA_GAUSSIANS',
    examples: 77,
    noise: 0.5,
    hidden: [3, 2],
    output: 'SOFTPLUS',
    loss: 'SQUARED_ERROR',
    options: { LEARNING_RATE: 0.2 },
    special: true,
  },
];

const STEPS = 10000;

/**
 * @param {Record<string, (...rest: number[]) => number>} c the module's functions
 * @param {Float64Array} exchange its exchange buffer
 * @param {Record<string, number>} NN nn.h's constants
 * @returns {{ name: string, fingerprint: string, loss: number, step: number }[]}
 */
export function fingerprintAll(c, exchange, NN) {
  const check = (/** @type {number} */ status) => {
    if (status !== 0) throw new Error(`status ${status}`);
  };
  return EXPERIMENTS.map(
    (
      {
        name,
        data,
        examples,
        noise,
        hidden,
        w,
        bias = 1,
        activation = 'SIGMOID',
        output = 'SIGMOID',
        loss = 'CROSS_ENTROPY',
        options,
        special,
      },
      at,
    ) => {
      const set = NN[`NN_${data}`];
      exchange.set(hidden);
      const id = c.nn_create(
        c.nn_dataset_features(set),
        hidden.length,
        1,
        NN[`NN_${activation}`],
        NN[`NN_${output}`],
        NN[`NN_${loss}`],
        bias,
        examples,
      );
      check(c.nn_generate(id, set, noise, 100 + at));
      for (const [option, value] of Object.entries(options))
        check(c.nn_set_option(id, NN[`NN_${option}`], typeof value === 'string' ? NN[`NN_${value}`] : value));
      check(c.nn_initialize(id, at % 2 ? NN.NN_HE_NORMAL : NN.NN_GLOROT_UNIFORM, 7 + at, 0, 1));
      w?.forEach((value, parameter) => check(c.nn_set_parameter(id, parameter, value)));
      if (special) {
        check(c.nn_set_frozen(id, 2, 1));
        check(c.nn_set_unit_rate(id, 1, 3, 0.1));
      }
      check(c.nn_keep_start(id));
      check(c.nn_train(id, STEPS));
      const digits = (/** @type {number} */ half) => (half >>> 0).toString(16).padStart(8, '0');
      const result = {
        name,
        fingerprint: digits(c.nn_fingerprint_high(id)) + digits(c.nn_fingerprint_low(id)),
        loss: c.nn_loss(id),
        step: c.nn_step(id),
      };
      check(c.nn_destroy(id));
      return result;
    },
  );
}
