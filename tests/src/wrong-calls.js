/**
 * The table of wrong calls: every export of nn.h with the arguments that it has to refuse, what it returns then, and the few exports that
 * cannot be called wrongly.
 */
import { NN } from '../support/engine.js';

export const [LEAST, MOST] = [-(2 ** 31), 2 ** 31 - 1];
export const OUT_OF_REALS = [NaN, Infinity, -Infinity];

/** What a function returns when it fails; those that are not named return a status. @type {Record<string, number>} */
export const FAILURES = {
  nn_create: 0,
  nn_memory: 0,
  nn_parameter_count: 0,
  nn_parameters: 0,
  nn_gradients: 0,
  nn_data_gradients: 0,
  nn_start: 0,
  nn_stopped: 0,
  nn_ties: 0,
  nn_history_count: 0,
  nn_history_steps: 0,
  nn_history_losses: 0,
  nn_history_parameters: 0,
  nn_fingerprint_high: 0,
  nn_fingerprint_low: 0,
  nn_weight_index: -1,
  nn_bias_index: -1,
  nn_step: -1,
  nn_likeness: -1,
  nn_train_part: -1,
  nn_look_part: -1,
  nn_gradient_part: -1,
  nn_loss: NaN,
  nn_trial_loss: NaN,
  nn_numeric_gradient: NaN,
  nn_trace: NaN,
  nn_distance: NaN,
  nn_firmness: NaN,
};

/** @typedef {{ args: number[], exchange?: number[] }} Case one call, its id left out, after the exchange buffer was filled so */

/** @param {...number[]} lists @returns {Case[]} */
const calls = (...lists) => lists.map((args) => ({ args }));

/** Wrong layers, units and second units for a function that takes them, other arguments behind. @param {number[]} [rest] */
const wrongUnits = (rest = []) =>
  calls(
    ...[0, 2, -1, LEAST, MOST].map((layer) => [layer, 1, 2, ...rest]),
    ...[0, 3, -1, LEAST, MOST].flatMap((unit) => [
      [1, unit, 2, ...rest],
      [1, 1, unit, ...rest],
    ]),
  );

const SHAPE = [2, 1, 1, 0, 0, 0, 1, 4];

/** @param {number} at @param {number} value */
const shapeWith = (at, value) => SHAPE.map((each, i) => (i === at ? value : each));

/** Calls of each function that have to end with NN_BAD_ARGUMENT, for a fresh run 2-2-1 with biases. @type {Record<string, Case[]>} */
export const BAD_ARGUMENTS = {
  nn_create: [
    ...[
      [0, 65, -1, MOST],
      [-1, 9, LEAST, MOST],
      [0, 17, -1, LEAST],
      [-1, 6, MOST],
      [-1, 6, LEAST],
      [-1, 2, MOST],
      [-1, 2, LEAST],
      [0, 20001, -1, MOST],
    ].flatMap((wrong, at) => calls(...wrong.map((value) => shapeWith(at, value)))),
    ...[1, 2, 3, 4, 5].flatMap((activation) => calls(shapeWith(4, activation))),
    ...[0, 129, 1.5, -3, 1e300, ...OUT_OF_REALS].map((units) => ({ args: SHAPE, exchange: [units] })),
    { args: shapeWith(1, 3), exchange: [2, 2, 0] },
  ],
  nn_set_example: [
    ...calls([-1], [4], [LEAST], [MOST]),
    ...[1.0001e9, -1.0001e9, ...OUT_OF_REALS].flatMap((x) => [
      { args: [1], exchange: [x, 0, 1] },
      { args: [1], exchange: [0, x, 1] },
    ]),
    ...[1.0001, -1e-300, ...OUT_OF_REALS].map((y) => ({ args: [1], exchange: [0, 0, y] })),
  ],
  nn_get_example: calls([-1], [4], [LEAST], [MOST]),
  nn_generate: calls(
    [-1, 0, 1],
    [10, 0, 1],
    [MOST, 0, 1],
    [0, -1e-9, 1],
    [0, 10.1, 1],
    ...OUT_OF_REALS.map((noise) => [0, noise, 1]),
    [9, 0, 1],
  ),
  nn_set_option: [
    ...calls([-1, 0], [16, 0], [LEAST, 0], [MOST, 0]),
    ...Array.from({ length: 16 }, (_, option) => [-1e-9, 5e9, ...OUT_OF_REALS].map((value) => ({ args: [option, value] }))).flat(),
    ...calls(
      [NN.NN_OPTIMIZER, 5],
      [NN.NN_OPTIMIZER, 0.5],
      [NN.NN_LEARNING_RATE, 1.001e6],
      [NN.NN_BATCH_SIZE, 1.5],
      [NN.NN_SHUFFLE_SEED, 2 ** 32],
      [NN.NN_MOMENTUM_FACTOR, 1],
      [NN.NN_BETA1, 1],
      [NN.NN_BETA2, 1],
      [NN.NN_EPSILON, 0],
      [NN.NN_DECAY, 1],
      [NN.NN_DROPOUT_RATE, 1],
      [NN.NN_NOISE_SEED, 0.1],
    ),
  ],
  nn_set_frozen: calls([-1, 1], [9, 1], [LEAST, 1], [MOST, 1], [0, 2], [0, -1]),
  nn_set_unit_rate: calls(
    [0, 1, 1],
    [3, 1, 1],
    [2, 2, 1],
    [1, 0, 1],
    [1, 3, 1],
    [1, 1, -1e-9],
    [1, 1, 1.01e6],
    ...OUT_OF_REALS.map((factor) => [1, 1, factor]),
  ),
  nn_weight_index: calls([0], [7], [-1], [LEAST], [MOST]),
  nn_bias_index: calls([0], [4], [-1], [LEAST], [MOST]),
  nn_set_parameter: calls(
    [-1, 0],
    [9, 0],
    [LEAST, 0],
    [MOST, 0],
    [0, 1.0001e12],
    [0, -1.0001e12],
    ...OUT_OF_REALS.map((value) => [0, value]),
  ),
  nn_initialize: calls(
    [-1, 1, 0, 1],
    [11, 1, 0, 1],
    [MOST, 1, 0, 1],
    [1, 1, 1.01e6, 1],
    [1, 1, -1.01e6, 1],
    [2, 1, 0, 0],
    [2, 1, 0, -1],
    [2, 1, 0, 1.01e6],
    ...OUT_OF_REALS.flatMap((value) => [
      [2, 1, value, 1],
      [2, 1, 0, value],
    ]),
  ),
  nn_tie: [...wrongUnits([7]), ...calls([1, 1, 2, 0], [1, 1, 2, 8], [1, 1, 2, -1], [1, 1, 2, LEAST])],
  nn_nudge_ulps: calls([-1, 1], [9, 1], [LEAST, 1], [MOST, 1]),
  nn_nudge_by: calls([-1, 1], [9, 1], [LEAST, 1], [MOST, 1], [0, 1e13], [0, -1e13], ...OUT_OF_REALS.map((amount) => [0, amount])),
  nn_train: calls([-1], [LEAST]),
  nn_numeric_gradient: calls([-1], [9], [LEAST], [MOST]),
  nn_predict: [
    ...calls([0, 1], [65, 1], [-1, 1], [LEAST, 1], [MOST, 1], [1, 0], [1, 3], [1, -1], [1, MOST]),
    ...[1.0001e9, -1.0001e9, ...OUT_OF_REALS].map((x) => ({ args: [2, 1], exchange: [0, 0, 0, x] })),
  ],
  nn_trace: calls([-1], [4], [LEAST], [MOST]),
  nn_ties: calls([0], [2], [-1], [LEAST], [MOST]),
  nn_likeness: calls([0], [2], [-1], [LEAST], [MOST]),
  nn_put_trial: [
    ...calls([-1, 1], [9, 1], [LEAST, 1], [MOST, 1], [0, 0], [0, -1], [0, 10], [8, 2], [0, MOST]),
    ...[1.0001e12, -1.0001e12, ...OUT_OF_REALS].map((value) => ({ args: [3, 2], exchange: [0, value] })),
  ],
  nn_distance: wrongUnits(),
  nn_firmness: wrongUnits(),
};

/** Takes nothing but an id. */
export const ONLY_AN_ID = [
  'nn_destroy',
  'nn_memory',
  'nn_parameter_count',
  'nn_parameters',
  'nn_keep_start',
  'nn_reset',
  'nn_stopped',
  'nn_step',
  'nn_loss',
  'nn_progress',
  'nn_trial_loss',
  'nn_gradients',
  'nn_data_gradients',
  'nn_start',
  'nn_fingerprint_high',
  'nn_fingerprint_low',
  'nn_history_count',
  'nn_history_steps',
  'nn_history_losses',
  'nn_history_parameters',
];

/** Takes an id and any number. */
export const ID_AND_ANY_NUMBER = ['nn_train_part', 'nn_look_part', 'nn_gradient_part'];

/** Names, defaults and numbers of a list: what comes back past its ends. @type {Record<string, { past: number[][], gives: number }>} */
export const LOOK_UPS = {
  ...Object.fromEntries(
    Object.entries({ activation: 6, loss: 2, scheme: 11, optimizer: 5, option: 16, dataset: 10 }).map(([list, end]) => [
      `nn_${list}_name`,
      { past: [[-1], [end], [LEAST], [MOST]], gives: 0 },
    ]),
  ),
  ...Object.fromEntries(
    ['default', 'minimum', 'maximum'].map((what) => [`nn_option_${what}`, { past: [[-1], [16], [LEAST], [MOST]], gives: NaN }]),
  ),
  ...Object.fromEntries(
    ['features', 'examples', 'noise', 'target'].map((what) => [`nn_dataset_${what}`, { past: [[-1], [10], [LEAST], [MOST]], gives: 0 }]),
  ),
  ...Object.fromEntries(
    [
      ['feature', 0],
      ['unit', 0],
      ['offset', NaN],
      ['scale', NaN],
    ].map(([what, gives]) => [
      `nn_dataset_${what}`,
      {
        past: [
          [-1, 0],
          [10, 0],
          [0, -1],
          [0, 2],
          [9, 4],
          [MOST, MOST],
          [LEAST, LEAST],
        ],
        gives: Number(gives),
      },
    ]),
  ),
};

/** Cannot be called wrongly; math.test.js has the functions. */
export const CANNOT_FAIL = [
  'nn_version',
  'nn_exchange',
  'nn_exchange_length',
  'nn_error_code',
  'nn_error_message',
  'nn_exp',
  'nn_log',
  'nn_sigmoid',
  'nn_tanh',
  'nn_alive',
];
