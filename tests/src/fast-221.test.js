/**
 * The network of the question has a fast path of its own in the engine (src/fast_221.c). It must give the bits of the general one, so each case
 * is trained twice: as it is, and with one more input that is always 0, for which the engine takes the general path. That input's
 * weights get no gradient and add nothing to any sum. What is nearly that network must not take the path: it is compared in the same way.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { NN, effort, openEngine } from '../support/engine.js';
import { fingerprintOf, makeRun, ok, parametersOf, XOR_X, XOR_Y } from '../support/runs.js';

const engine = await openEngine();
// Past 2,047 steps the history samples every second one, past 4,094 every fourth: then several steps go between two samples.
const STEPS = effort({ short: 20_000, soak: 1_000_000, recorded: 5000 });

const APART = [0.2, 0.4, -0.1, 0.7, 0.6, -0.3];
const WITH_BIASES = [0.2, 0.4, -0.1, 0.7, 0.05, -0.02, 0.6, -0.3, 0.1];

/**
 * @typedef {import('../support/runs.js').RunPlan & { frozen?: number, rate?: number }} Plan frozen: an index of the parameters; rate: a factor of unit 2's
 */

/** All parameters with a weight of 0 behind the incoming weights of each unit of the first layer. @param {readonly number[]} w @param {number} inputs @param {number} units */
const widened = (w, inputs, units) => w.flatMap((value, at) => ((at + 1) % inputs === 0 && at < inputs * units ? [value, 0] : [value]));

/** The other way round. @param {readonly number[]} w @param {number} inputs @param {number} units */
const narrowed = (w, inputs, units) => w.filter((_, at) => at >= (inputs + 1) * units || (at + 1) % (inputs + 1) !== 0);

/** Everything that training leaves behind. @param {number} id */
function traceOf(id) {
  const { c, list } = engine;
  const samples = c.nn_history_count(id);
  return {
    step: c.nn_step(id),
    stopped: c.nn_stopped(id),
    steps: [...list(c.nn_history_steps(id), samples)],
    losses: [...list(c.nn_history_losses(id), samples)],
  };
}

/** @param {Plan} plan @param {number} frozen @param {number} steps */
function trained({ rate, ...plan }, frozen, steps) {
  const { c } = engine;
  const id = makeRun(engine, plan);
  if (frozen >= 0) ok(engine, c.nn_set_frozen(id, frozen, 1));
  if (rate !== undefined) ok(engine, c.nn_set_unit_rate(id, 1, 2, rate));
  ok(engine, c.nn_train(id, steps));
  return id;
}

/** @param {Plan & { w: readonly number[] }} plan @param {number} [steps] @returns {number[]} the parameters in the end */
function trainBoth({ w, frozen = -1, ...rest }, steps = STEPS) {
  const { c } = engine;
  const plan = { inputs: 2, hidden: [2], x: XOR_X, y: XOR_Y, ...rest };
  const {
    inputs,
    hidden: [units],
    x,
  } = plan;
  const question = trained({ ...plan, w }, frozen, steps);
  const general = trained(
    { ...plan, inputs: inputs + 1, x: x.map((row) => [...row, 0]), w: widened(w, inputs, units) },
    frozen < inputs ? frozen : frozen + 1,
    steps,
  );
  const parameters = [...parametersOf(engine, question)];
  assert.deepEqual(parameters, narrowed([...parametersOf(engine, general)], inputs, units));
  assert.deepEqual(traceOf(question), traceOf(general));
  const before = fingerprintOf(engine, question);
  ok(engine, c.nn_reset(question));
  ok(engine, c.nn_train(question, steps));
  assert.equal(fingerprintOf(engine, question), before);
  for (const id of [question, general]) ok(engine, c.nn_destroy(id));
  return parameters;
}

describe('four examples train the network of the question to the bits of the general passes', () => {
  test('with biases and without', () => {
    const parameters = trainBoth({ w: APART, bias: 0, options: { NN_LEARNING_RATE: 0.5 } });
    assert.ok(
      parameters.every((value, at) => value !== APART[at]),
      'every weight has moved',
    );
    trainBoth({ w: WITH_BIASES, options: { NN_LEARNING_RATE: 0.5 } });
  });

  test('one step at a time as well as many', () => {
    const { c } = engine;
    const id = makeRun(engine, { w: WITH_BIASES, options: { NN_LEARNING_RATE: 0.5 } });
    for (let step = 0; step < 2500; step += 1) ok(engine, c.nn_train(id, 1));
    assert.deepEqual([...parametersOf(engine, id)], trainBoth({ w: WITH_BIASES, options: { NN_LEARNING_RATE: 0.5 } }, 2500));
    ok(engine, c.nn_destroy(id));
  });

  test('with weights so large that e^-z is no ordinary number, now and then or always', () => {
    for (const size of [300, 360, 700, 720, 1e6]) {
      trainBoth({ w: [size, -size, 0.3, 0.1, 0.05, -0.02, 0.6, -0.3, 0.1], options: { NN_LEARNING_RATE: 0.5 } });
      trainBoth({ w: [0.2, 0.4, -0.1, 0.7, 0.05, -0.02, size, size, 0.1], options: { NN_LEARNING_RATE: 0.5 } });
    }
  });

  test('with values and targets that are no truth table, and full batches that are asked for by their size', () => {
    const x = XOR_X.map((_, at) => [Math.sin(at), Math.cos(3 * at)]);
    const y = x.map(([first]) => [first * first]);
    trainBoth({ w: WITH_BIASES, x, y, options: { NN_LEARNING_RATE: 0.3, NN_BATCH_SIZE: 4 } });
    trainBoth({ w: WITH_BIASES, x, y, options: { NN_LEARNING_RATE: 0.3, NN_BATCH_SIZE: 9 } });
  });

  test('up to the step that would leave the range of parameters, and not further', () => {
    // Two huge weights cancel in z, and the first step would take one of them past 1e12.
    const x = [1, 2, -1, 0.5].map((value) => [value, value]);
    const parameters = trainBoth({ w: [1e12, -1e12, 0.1, 0.2, 0.6, -0.3], bias: 0, x, options: { NN_LEARNING_RATE: 1e6 } });
    assert.deepEqual(parameters, [1e12, -1e12, 0.1, 0.2, 0.6, -0.3]);
    const { c } = engine;
    const id = makeRun(engine, { w: [1e12, -1e12, 0.1, 0.2, 0.6, -0.3], bias: 0, x, options: { NN_LEARNING_RATE: 1e6 } });
    ok(engine, c.nn_train(id, 5));
    assert.deepEqual([c.nn_step(id), c.nn_stopped(id)], [0, 1]);
    ok(engine, c.nn_destroy(id));
  });
});

describe('what is nearly the network of the question trains as ever:', () => {
  const x = Array.from({ length: 8 }, (_, at) => [Math.sin(at), Math.cos(3 * at)]);
  const y = x.map(([first, second]) => [first * second > 0 ? 1 : 0]);
  /** @type {Record<string, Plan & { w: readonly number[] }>} */
  const cases = {
    'two outputs': {
      w: [...WITH_BIASES.slice(0, 6), 0.6, -0.3, 0.2, 0.5, 0.1, 0],
      y: XOR_Y.map(([target]) => [target, 1 - target]),
      outputs: 2,
    },
    'three hidden neurons': { w: [0.2, 0.4, -0.1, 0.7, 0.3, -0.5, 0.6, -0.3, 0.4], hidden: [3], bias: 0 },
    'one input': { w: [0.2, 0.4, 0.6, -0.3], inputs: 1, x: XOR_X.map(([first]) => [first]), bias: 0 },
    'two hidden layers': { w: [0.2, 0.4, -0.1, 0.7, 0.3, -0.5, 0.2, 0.1, 0.6, -0.3], hidden: [2, 2], bias: 0 },
    'three examples': { w: WITH_BIASES, x: XOR_X.slice(1), y: XOR_Y.slice(1) },
    'five examples': { w: WITH_BIASES, x: x.slice(0, 5), y: y.slice(0, 5) },
    tanh: { w: WITH_BIASES, activation: NN.NN_TANH },
    'squared error': { w: WITH_BIASES, loss: NN.NN_SQUARED_ERROR },
    'mini-batches of four': { w: WITH_BIASES, x, y, options: { NN_BATCH_SIZE: 4 } },
    'mini-batches of three of the four': { w: WITH_BIASES, options: { NN_BATCH_SIZE: 3 } },
    momentum: { w: WITH_BIASES, options: { NN_OPTIMIZER: NN.NN_MOMENTUM, NN_LEARNING_RATE: 0.05 } },
    'an L1 penalty': { w: WITH_BIASES, options: { NN_L1: 0.01 } },
    'an L2 penalty': { w: WITH_BIASES, options: { NN_L2: 0.01 } },
    clipping: { w: WITH_BIASES, options: { NN_CLIP: 0.01 } },
    dropout: { w: WITH_BIASES, options: { NN_DROPOUT_RATE: 0.5 } },
    'a frozen weight': { w: WITH_BIASES, frozen: 0 },
    'a slow unit': { w: WITH_BIASES, rate: 0.5 },
  };
  const plain = trainBoth({ w: WITH_BIASES });
  for (const [name, plan] of Object.entries(cases)) {
    test(name, () => assert.notDeepEqual(trainBoth(plan), plain));
  }

  test('gradient noise', () => {
    // Every parameter draws its own, so one more input changes the others': only that there is noise is compared.
    const id = trained({ w: WITH_BIASES, options: { NN_NOISE_STD: 0.01 } }, -1, 10);
    assert.notDeepEqual([...parametersOf(engine, id)], trainBoth({ w: WITH_BIASES }, 10));
    ok(engine, engine.c.nn_destroy(id));
  });
});
