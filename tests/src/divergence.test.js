/** Numbers at the border of their range: a step past it is not taken, and whatever is in the range gives finite results. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { NN, effort, openEngine } from '../support/engine.js';
import { OPTIMIZERS, fingerprintOf, gradientsOf, makeRun, ok, parametersOf } from '../support/runs.js';

/** @type {import('../support/engine.js').RawEngine} */
let engine;
before(async () => {
  engine = await openEngine();
});

/** @param {number} id @param {number} [steps] */
const train = (id, steps = 1) => ok(engine, engine.c.nn_train(id, steps));

const START = [0.5, -0.3, 0.2, 0.7, -0.6, 0.4, 0.1, -0.2, 0.3];

describe('a step that would not stay finite', () => {
  for (const optimizer of OPTIMIZERS) {
    test(`${optimizer}: is not taken, stops the run, and changes nothing; a reset or a new parameter ends that`, () => {
      // The best w is 1e13, past the range; where the gradient alone does not leave it, 50 steps of 1e6 do.
      const w = [NN.NN_MAX_PARAMETER - 5e7];
      const id = makeRun(engine, {
        inputs: 1,
        hidden: [],
        bias: 0,
        loss: NN.NN_SQUARED_ERROR,
        outputActivation: NN.NN_LINEAR,
        x: [[1e-4], [2e-4]],
        y: [[1e9], [1e9]],
        w,
        options: { NN_OPTIMIZER: NN[optimizer], NN_LEARNING_RATE: 1e6, NN_NOISE_STD: 1e-3, NN_BATCH_SIZE: 1 },
      });
      train(id, 1000);
      const state = () => [engine.c.nn_step(id), fingerprintOf(engine, id), engine.c.nn_loss(id), ...parametersOf(engine, id)];
      assert.equal(engine.c.nn_stopped(id), 1);
      const stopped = state();
      assert.ok(parametersOf(engine, id).every((value) => Math.abs(value) <= NN.NN_MAX_PARAMETER));
      assert.ok(Number.isFinite(engine.c.nn_loss(id)));
      train(id, 100);
      assert.deepEqual(state(), stopped);
      ok(engine, engine.c.nn_reset(id));
      assert.equal(engine.c.nn_stopped(id), 0);
      assert.deepEqual([...parametersOf(engine, id)], w);
      train(id, 1000);
      assert.deepEqual(state(), stopped);
      ok(engine, engine.c.nn_set_parameter(id, 0, 1));
      assert.equal(engine.c.nn_stopped(id), 0);
    });
  }

  test('leaves generators where they were: the run goes on as one that never tried', () => {
    const options = { NN_NOISE_STD: 0.1, NN_DROPOUT_RATE: 0.3, NN_BATCH_SIZE: 3, NN_LEARNING_RATE: 0.1 };
    const plan = { w: START, loss: NN.NN_SQUARED_ERROR, outputActivation: NN.NN_LINEAR, options };
    const [plain, tried] = [makeRun(engine, plan), makeRun(engine, plan)];
    train(plain, 3);
    train(tried, 3);
    // With outgoing weights of 1e12 the gradient is so large that the step leaves the range at the hidden layer.
    for (const parameter of [6, 7]) ok(engine, engine.c.nn_set_parameter(tried, parameter, NN.NN_MAX_PARAMETER));
    train(tried);
    assert.equal(engine.c.nn_stopped(tried), 1);
    assert.equal(engine.c.nn_step(tried), 3);
    for (const parameter of [6, 7]) ok(engine, engine.c.nn_set_parameter(tried, parameter, parametersOf(engine, plain)[parameter]));
    train(plain, 10);
    train(tried, 10);
    assert.equal(fingerprintOf(engine, tried), fingerprintOf(engine, plain));
  });
});

/** A linear model with squared error. @param {import('../support/runs.js').RunPlan} plan */
const linear = (plan) => makeRun(engine, { hidden: [], loss: NN.NN_SQUARED_ERROR, outputActivation: NN.NN_LINEAR, ...plan });

test('a frozen parameter does not stop a run, however large its gradient', () => {
  const id = linear({ x: [[1e9, 1e-3]], y: [[1e9]], w: [0, 0, 0], options: { NN_LEARNING_RATE: 1e-3 } });
  ok(engine, engine.c.nn_set_frozen(id, 0, 1));
  train(id, 3);
  assert.equal(engine.c.nn_step(id), 3);
  assert.equal(parametersOf(engine, id)[0], 0);
  assert.ok(parametersOf(engine, id)[2] > 1e6);
});

test('a parameter may reach the border of its range, and no further', () => {
  const exact = linear({ inputs: 1, bias: 0, x: [[1e3]], y: [[-1e9]], w: [0], options: { NN_LEARNING_RATE: 1 } });
  train(exact);
  assert.deepEqual([parametersOf(engine, exact)[0], engine.c.nn_stopped(exact)], [-1e12, 0]);
  const over = linear({ inputs: 1, bias: 0, x: [[1e3]], y: [[-1e9]], w: [0], options: { NN_LEARNING_RATE: 1 + 1e-15 } });
  train(over);
  assert.deepEqual([parametersOf(engine, over)[0], engine.c.nn_stopped(over)], [0, 1]);
});

describe('the largest numbers there are', () => {
  const units = effort({ short: 128, soak: 128, recorded: 5 });
  const hidden = new Array(8).fill(units);
  /** @param {Record<string, number>} [options] */
  const largest = (options) => {
    const x = [new Array(64).fill(NN.NN_MAX_VALUE), new Array(64).fill(-NN.NN_MAX_VALUE)];
    const plan = { inputs: 64, hidden, outputs: 1, activation: NN.NN_LINEAR, x, y: [[NN.NN_MAX_VALUE], [0]], options };
    const id = linear(plan);
    ok(engine, engine.c.nn_initialize(id, NN.NN_CONSTANT, 1, 1e6, 1));
    for (let parameter = 0; parameter < engine.c.nn_parameter_count(id); parameter += 1)
      engine.c.nn_set_parameter(id, parameter, NN.NN_MAX_PARAMETER);
    ok(engine, engine.c.nn_keep_start(id));
    return id;
  };

  test('give finite losses, gradients, traces and predictions', () => {
    const id = largest();
    assert.ok(Number.isFinite(engine.c.nn_loss(id)) && engine.c.nn_loss(id) > 1e230);
    assert.ok(gradientsOf(engine, id).every(Number.isFinite));
    assert.ok(Number.isFinite(engine.c.nn_trace(id, 0)));
    assert.ok(engine.exchange.subarray(0, 3 * (8 * units + 1)).every(Number.isFinite));
    assert.ok(Number.isFinite(engine.c.nn_numeric_gradient(id, 0)));
    assert.equal(engine.c.nn_distance(id, 1, 1, 2), 0);
    engine.c.nn_destroy(id);
  });

  test('are clipped to the norm asked for, not to nothing', () => {
    const id = largest({ NN_CLIP: 1e9, NN_LEARNING_RATE: 1 });
    const before = parametersOf(engine, id);
    train(id);
    assert.equal(engine.c.nn_stopped(id), 0);
    const moved = Math.sqrt(parametersOf(engine, id).reduce((sum, value, at) => sum + (value - before[at]) ** 2, 0));
    assert.ok(Math.abs(moved / 1e9 - 1) < 1e-3, `${moved}`);
    engine.c.nn_destroy(id);
  });
});
