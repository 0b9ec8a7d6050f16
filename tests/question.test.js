/**
 * The network of the question has a fast path of its own in the engine (src/backprop.c). It must give the bits of the general one, so each case
 * is trained twice: as it is, and with a third input that is always 0, for which the engine takes the general path. That input's
 * weights get no gradient and add nothing to any sum.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NN, effort, openEngine } from './engine.js';
import { fingerprintOf, makeRun, ok, parametersOf, XOR_X, XOR_Y } from './runs.js';

const engine = await openEngine();
const STEPS = effort({ short: 3000, soak: 1_000_000, recorded: 300 });

/** [2 x 2 weights, 2 biases, 2 weights, 1 bias] with a weight of 0 behind each pair of the hidden layer. */
const widened = (/** @type {readonly number[]} */ w) => [w[0], w[1], 0, w[2], w[3], 0, ...w.slice(4)];
const narrowed = (/** @type {readonly number[]} */ w) => [w[0], w[1], w[3], w[4], ...w.slice(6)];

/** @param {{ w: number[], bias?: number, options?: Record<string, number>, x?: number[][], y?: number[][], outputs?: number }} plan */
function trainBoth({ w, bias = 1, options = {}, x = XOR_X.map((row) => [...row]), y = XOR_Y.map((row) => [...row]), outputs = 1 }) {
  const { c } = engine;
  const question = makeRun(engine, { outputs, bias, x, y, w, options });
  const general = makeRun(engine, { inputs: 3, outputs, bias, x: x.map((row) => [...row, 0]), y, w: widened(w), options });
  for (const id of [question, general]) ok(engine, c.nn_train(id, STEPS));
  const before = fingerprintOf(engine, question);
  const parameters = [...parametersOf(engine, question)];
  const losses = [question, general].map((id) => engine.list(c.nn_history_losses(id), c.nn_history_count(id)));
  assert.deepEqual(parameters, narrowed([...parametersOf(engine, general)]));
  assert.deepEqual([...losses[0]], [...losses[1]]);
  ok(engine, c.nn_reset(question));
  ok(engine, c.nn_train(question, STEPS));
  assert.equal(fingerprintOf(engine, question), before);
  for (const id of [question, general]) ok(engine, c.nn_destroy(id));
  return parameters;
}

const APART = [0.2, 0.4, -0.1, 0.7, 0.6, -0.3];
const WITH_BIASES = [0.2, 0.4, -0.1, 0.7, 0.05, -0.02, 0.6, -0.3, 0.1];

test('four examples train the network of the question to the bits of the general passes, with biases and without', () => {
  const parameters = trainBoth({ w: APART, bias: 0, options: { NN_LEARNING_RATE: 0.5 } });
  assert.ok(parameters.every((value, at) => value !== APART[at]), 'every weight has moved');
  trainBoth({ w: WITH_BIASES, options: { NN_LEARNING_RATE: 0.5 } });
});

test('so do a first mini-batch of four, momentum and penalties', () => {
  const x = Array.from({ length: 8 }, (_, at) => [Math.sin(at), Math.cos(3 * at)]);
  const y = x.map(([first, second]) => [first * second > 0 ? 1 : 0]);
  trainBoth({ w: WITH_BIASES, x, y, options: { NN_LEARNING_RATE: 0.3, NN_BATCH_SIZE: 4, NN_OPTIMIZER: NN.NN_MOMENTUM, NN_L2: 0.01 } });
});

test('weights so large that e^-z is no ordinary number change nothing of that', () => {
  for (const size of [300, 360, 700, 720, 1e6]) {
    trainBoth({ w: [size, -size, 0.3, 0.1, 0.05, -0.02, 0.6, -0.3, 0.1], options: { NN_LEARNING_RATE: 0.5 } });
    trainBoth({ w: [0.2, 0.4, -0.1, 0.7, 0.05, -0.02, size, size, 0.1], options: { NN_LEARNING_RATE: 0.5 } });
  }
});

test('two outputs are no network of the question, and train as ever', () => {
  const y = XOR_Y.map(([target]) => [target, 1 - target]);
  trainBoth({ w: [...WITH_BIASES.slice(0, 6), 0.6, -0.3, 0.2, 0.5, 0.1, 0], y, outputs: 2, options: { NN_LEARNING_RATE: 0.5 } });
});
