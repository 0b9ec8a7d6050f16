/** Runs of the raw engine (engine.js) from a short description, and numbers to fill them with: always the same ones. */
import assert from 'node:assert/strict';
import { NN, enumNames } from '../native/contract.js';

/** @typedef {import('./engine.js').RawEngine} RawEngine */

/**
 * @typedef {object} RunPlan
 * @property {number} [inputs] (2)
 * @property {readonly number[]} [hidden] ([2])
 * @property {number} [outputs] (1)
 * @property {number} [activation] of the hidden layers (NN_SIGMOID)
 * @property {number} [outputActivation] (NN_SIGMOID)
 * @property {number} [loss] (NN_CROSS_ENTROPY)
 * @property {number} [bias] 0 or 1 (1)
 * @property {readonly (readonly number[])[]} [x] ([examples][inputs]; XOR's)
 * @property {readonly (readonly number[])[]} [y]
 * @property {ArrayLike<number>} [w] all parameters, in the engine's order; left out: zeros
 * @property {Record<string, number>} [options] by their names in nn.h ({ NN_L2: 0.1 })
 */

export const XOR_X = Object.freeze([
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
]);
export const XOR_Y = Object.freeze([[0], [1], [1], [0]]);

export const ACTIVATIONS = enumNames('nn_activation');
export const OPTIMIZERS = enumNames('nn_optimizer');

/**
 * A sequence of numbers in [0, 1) of the tests' own (the minimal standard generator of Park and Miller, 1988).
 * @param {number} seed from 1
 */
export function numbers(seed) {
  let state = (seed * 7919) % 2147483647;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}

/**
 * @param {number} rows
 * @param {number} columns
 * @param {() => number} next
 */
export const table = (rows, columns, next) => Array.from({ length: rows }, () => Array.from({ length: columns }, next));

/**
 * Makes a run; an error of the engine is an error here.
 * @param {RawEngine} engine
 * @param {RunPlan} plan
 * @returns {number} its id
 */
export function makeRun(engine, plan) {
  const { inputs = 2, hidden = [2], outputs = 1, activation = NN.NN_SIGMOID, outputActivation = NN.NN_SIGMOID } = plan;
  const { loss = NN.NN_CROSS_ENTROPY, bias = 1, x = XOR_X, y = XOR_Y, w, options = {} } = plan;
  const { c, exchange } = engine;
  exchange.set(hidden);
  const id = c.nn_create(inputs, hidden.length, outputs, activation, outputActivation, loss, bias, x.length);
  assert.ok(id > 0, engine.text(c.nn_error_message()) ?? '');
  x.forEach((row, example) => {
    exchange.set([...row, ...y[example]]);
    ok(engine, c.nn_set_example(id, example));
  });
  for (const [name, value] of Object.entries(options)) ok(engine, c.nn_set_option(id, NN[name], value));
  if (w) setParameters(engine, id, w);
  return id;
}

/**
 * @param {RawEngine} engine
 * @param {number} status of a call that has to succeed
 */
export function ok(engine, status) {
  assert.equal(status, NN.NN_OK, engine.text(engine.c.nn_error_message()) ?? '');
}

/**
 * Writes all parameters and makes them the start.
 * @param {RawEngine} engine
 * @param {number} id
 * @param {ArrayLike<number>} values
 */
export function setParameters(engine, id, values) {
  assert.equal(values.length, engine.c.nn_parameter_count(id));
  for (let at = 0; at < values.length; at += 1) ok(engine, engine.c.nn_set_parameter(id, at, values[at]));
  ok(engine, engine.c.nn_keep_start(id));
}

/**
 * @param {RawEngine} engine
 * @param {number} id
 */
export const parametersOf = (engine, id) => engine.list(engine.c.nn_parameters(id), engine.c.nn_parameter_count(id));

/**
 * @param {RawEngine} engine
 * @param {number} id
 */
export const gradientsOf = (engine, id) => engine.list(engine.c.nn_gradients(id), engine.c.nn_parameter_count(id));

/**
 * The fingerprint as 16 hex digits.
 * @param {RawEngine} engine
 * @param {number} id
 */
export function fingerprintOf({ c }, id) {
  const digits = (/** @type {number} */ half) => half.toString(16).padStart(8, '0');
  return digits(c.nn_fingerprint_high(id)) + digits(c.nn_fingerprint_low(id));
}

/**
 * How many parameters a network has.
 * @param {{ inputs: number, hidden: readonly number[], outputs: number, bias?: number }} shape
 */
export function countParameters({ inputs, hidden, outputs, bias = 1 }) {
  const sizes = [inputs, ...hidden, outputs];
  return sizes.slice(1).reduce((sum, units, layer) => sum + units * (sizes[layer] + bias), 0);
}
