/**
 * Every update rule and option of training against what it says it is: the rules written again in plain JavaScript (experiment/kinds/,
 * from the formulas of reference/README.md and nn.h), and, for what is random, properties that hold whatever numbers are drawn.
 */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { readRule } from '../experiment/kinds/rules.js';
import { NN, effort, openEngine } from '../support/engine.js';
import { OPTIMIZERS, fingerprintOf, gradientsOf, makeRun, numbers, ok, parametersOf, setParameters, table } from '../support/runs.js';
import { assertClose } from '../support/shared.js';

/** @type {import('../support/engine.js').RawEngine} */
let engine;
before(async () => {
  engine = await openEngine();
});

/** @param {number} id @param {number} [steps] */
const train = (id, steps = 1) => ok(engine, engine.c.nn_train(id, steps));

/** @type {Record<string, import('../experiment/kinds/rules.js').Rule>} */
const RULES = Object.fromEntries(
  await Promise.all(OPTIMIZERS.map(async (name) => [name, await readRule(name.slice('NN_'.length).toLowerCase().replaceAll('_', '-'))])),
);

const OWN = { NN_LEARNING_RATE: 0.07, NN_MOMENTUM_FACTOR: 0.83, NN_BETA1: 0.85, NN_BETA2: 0.97, NN_EPSILON: 1e-3, NN_DECAY: 0.77 };

const START = [0.5, -0.3, 0.2, 0.7, -0.6, 0.4, 0.1, -0.2, 0.3, 0.9, -0.8, 0.6, 0.05];

/**
 * Trains beside the rule written again, which gets the engine's own full gradient, and compares all parameters after each step.
 * @param {number} id
 * @param {string} optimizer
 * @param {{ clip?: number, frozen?: readonly number[], factor?: (parameter: number) => number, settings?: object }} [options]
 */
function compareWithRule(id, optimizer, { clip = 0, frozen = [], factor = () => 1, settings = {} } = {}) {
  const all = { ...OWN, ...settings };
  const o = {
    rate: all.NN_LEARNING_RATE,
    momentum: all.NN_MOMENTUM_FACTOR,
    beta1: all.NN_BETA1,
    beta2: all.NN_BETA2,
    epsilon: all.NN_EPSILON,
    decay: all.NN_DECAY,
  };
  const w = [...parametersOf(engine, id)];
  const memories = w.map(() => ({ first: 0, second: 0, step: 0 }));
  for (let step = 1; step <= 40; step += 1) {
    const g = gradientsOf(engine, id);
    const norm = Math.sqrt(g.reduce((sum, value) => sum + value * value, 0));
    const shrink = clip > 0 && norm > clip ? clip / norm : 1;
    g.forEach((value, parameter) => {
      memories[parameter].step = step;
      const change = factor(parameter) * RULES[optimizer].update(shrink * value, memories[parameter], o);
      if (!frozen.includes(parameter)) w[parameter] -= change;
    });
    train(id);
    assertClose(parametersOf(engine, id), w, { relative: 1e-12, absolute: 1e-13, what: `${optimizer}, step ${step}` });
  }
}

describe('every optimizer is the rule it is named after', () => {
  for (const optimizer of OPTIMIZERS) {
    const options = { NN_OPTIMIZER: NN[optimizer], ...OWN };
    /** @param {Record<string, number>} [more] */
    const run = (more) => makeRun(engine, { hidden: [3], activation: NN.NN_TANH, w: START, options: { ...options, ...more } });

    test(`${optimizer}`, () => compareWithRule(run(), optimizer));

    test(`${optimizer} with L1 and L2`, () => compareWithRule(run({ NN_L1: 0.01, NN_L2: 0.02 }), optimizer));

    test(`${optimizer} with the gradient clipped to a global norm, in some steps and not in others`, () => {
      compareWithRule(run({ NN_CLIP: 0.06 }), optimizer, { clip: 0.06 });
    });

    test(`${optimizer} with frozen parameters, which keep their bits and count in no memory`, () => {
      const id = run();
      for (const parameter of [1, 9]) ok(engine, engine.c.nn_set_frozen(id, parameter, 1));
      compareWithRule(id, optimizer, { frozen: [1, 9] });
      assert.equal(parametersOf(engine, id)[1], START[1]);
    });

    test(`${optimizer} with a learning rate of its own for one unit's incoming weights and bias`, () => {
      const id = run();
      ok(engine, engine.c.nn_set_unit_rate(id, 1, 2, 0.25));
      // Unit 2: its weights are parameters 2 and 3, its bias is 7.
      compareWithRule(id, optimizer, { factor: (parameter) => ([2, 3, 7].includes(parameter) ? 0.25 : 1) });
    });
  }

  test('an output unit has a learning rate too', () => {
    const id = makeRun(engine, { w: START.slice(0, 9) });
    ok(engine, engine.c.nn_set_unit_rate(id, 2, 1, 0));
    train(id, 20);
    const after = [...parametersOf(engine, id)];
    assert.deepEqual(after.slice(6), START.slice(6, 9));
    assert.notDeepEqual(after.slice(0, 6), START.slice(0, 6));
  });

  test('adam keeps its bias correction over thousands of steps, where beta^t underflows', () => {
    const id = makeRun(engine, { hidden: [], w: [0.3, 0.4, 0.1], options: { NN_OPTIMIZER: NN.NN_ADAM, NN_BETA1: 0.5, NN_BETA2: 0.6 } });
    train(id, 5000);
    assert.ok(parametersOf(engine, id).every(Number.isFinite));
  });
});

test('frozen can be undone, and nothing frozen is as if it never was', () => {
  const plain = makeRun(engine, { w: START.slice(0, 9) });
  const thawed = makeRun(engine, { w: START.slice(0, 9) });
  ok(engine, engine.c.nn_set_frozen(thawed, 4, 1));
  ok(engine, engine.c.nn_set_frozen(thawed, 4, 0));
  ok(engine, engine.c.nn_set_unit_rate(thawed, 1, 1, 3));
  ok(engine, engine.c.nn_set_unit_rate(thawed, 1, 1, 1));
  train(plain, 20);
  train(thawed, 20);
  assert.equal(fingerprintOf(engine, thawed), fingerprintOf(engine, plain));
});

test("the unit rates of a network without biases touch that unit's incoming weights alone", () => {
  const w = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6];
  const run = () => makeRun(engine, { bias: 0, w });
  const [plain, slowed] = [run(), run()];
  ok(engine, engine.c.nn_set_unit_rate(slowed, 1, 2, 0));
  train(plain);
  train(slowed);
  const differs = [...parametersOf(engine, plain)].map((value, at) => value !== parametersOf(engine, slowed)[at]);
  assert.deepEqual(differs, [false, false, true, true, false, false]);
  assert.deepEqual([...parametersOf(engine, slowed)].slice(2, 4), w.slice(2, 4));
});

test('the unit rate of the very first weight counts, if no other differs', () => {
  const id = makeRun(engine, { inputs: 1, hidden: [1], bias: 0, x: [[1], [2]], y: [[1], [0]], w: [0.1, 0.5] });
  ok(engine, engine.c.nn_set_unit_rate(id, 1, 1, 0));
  train(id);
  const [first, second] = parametersOf(engine, id);
  assert.equal(first, 0.1);
  assert.notEqual(second, 0.5);
});

/**
 * A linear model whose example e has a 1 in input e and nothing else, so that the weights that a step changes name the examples of its batch.
 * @param {number} examples
 * @param {Record<string, number>} options
 */
function batchReporter(examples, options) {
  const x = Array.from({ length: examples }, (_, e) => Array.from({ length: examples }, (__, i) => (i === e ? 1 : 0)));
  const id = makeRun(engine, {
    inputs: examples,
    hidden: [],
    bias: 0,
    loss: NN.NN_SQUARED_ERROR,
    outputActivation: NN.NN_LINEAR,
    x,
    y: x.map(() => [1e6]),
    options,
  });
  /** The next step's examples in order of their number, and how much each weight moved. */
  return {
    id,
    next() {
      const before = parametersOf(engine, id);
      train(id);
      const moved = parametersOf(engine, id).map((value, at) => value - before[at]);
      return { batch: [...moved.keys()].filter((at) => moved[at] !== 0), moved };
    },
  };
}

/** @param {{ next: () => { batch: number[] } }} reporter @param {number} steps */
const batches = (reporter, steps) => Array.from({ length: steps }, () => reporter.next().batch);

describe('mini-batches', () => {
  const options = { NN_LEARNING_RATE: 0.01 };

  test('take every example once an epoch, in a new order each time, the last short batch kept', () => {
    const reporter = batchReporter(7, { ...options, NN_BATCH_SIZE: 3 });
    const epochs = Array.from({ length: 12 }, () => batches(reporter, 3));
    for (const epoch of epochs) {
      assert.deepEqual(
        epoch.map((batch) => batch.length),
        [3, 3, 1],
      );
      assert.deepEqual(epoch.flat().sort(), [0, 1, 2, 3, 4, 5, 6]);
    }
    assert.ok(new Set(epochs.map((epoch) => JSON.stringify(epoch))).size > 6);
  });

  test('of one example come in every order: of 3 examples all 6 permutations, about equally often', () => {
    const reporter = batchReporter(3, { ...options, NN_BATCH_SIZE: 1, NN_LEARNING_RATE: 1e-6 });
    const epochs = effort({ short: 1200, soak: 12000, recorded: 120 });
    /** @type {Map<string, number>} */
    const seen = new Map();
    for (let epoch = 0; epoch < epochs; epoch += 1) {
      const order = batches(reporter, 3).flat().join();
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    assert.equal(seen.size, 6);
    // The count of one order has a standard deviation of sqrt(n 5/36); five of them is one miss in millions, and the seed is fixed.
    for (const count of seen.values()) assert.ok(Math.abs(count - epochs / 6) < 5 * Math.sqrt((epochs * 5) / 36), `${count} of ${epochs}`);
  });

  test('average over the batch, the short one over what it has', () => {
    const reporter = batchReporter(7, { ...options, NN_BATCH_SIZE: 3 });
    const first = Math.max(...reporter.next().moved);
    reporter.next();
    const short = Math.max(...reporter.next().moved);
    assert.ok(Math.abs(short / first - 3) < 1e-9);
  });

  test('have the order of their seed', () => {
    const order = (/** @type {number} */ seed) =>
      batches(batchReporter(20, { ...options, NN_BATCH_SIZE: 1, NN_SHUFFLE_SEED: seed }), 20).join();
    assert.equal(order(5), order(5));
    assert.notEqual(order(5), order(6));
  });

  test('as large as the data, or larger, are the full batch in order', () => {
    const after = (/** @type {number} */ size) => {
      const next = numbers(3);
      const x = table(70, 2, next);
      const id = makeRun(engine, { x, y: x.map(([a]) => [a]), w: START.slice(0, 9), options: { NN_BATCH_SIZE: size } });
      train(id, 5);
      return fingerprintOf(engine, id);
    };
    for (const size of [70, 71, 1e9]) assert.equal(after(size), after(0));
    assert.notEqual(after(69), after(0));
  });

  for (const outputs of [1, 3])
    test(`larger than a span of the engine are one batch still, with outputs: ${outputs}`, () => {
      const x = table(500, 1, numbers(4));
      const y = x.map(([a]) => [a * a, 1 - a, a / 2].slice(0, outputs));
      const plan = { inputs: 1, hidden: [3], outputs, x, y, w: [...START, ...START].slice(0, 6 + 4 * outputs) };
      const whole = makeRun(engine, plan);
      const id = makeRun(engine, { ...plan, options: { NN_BATCH_SIZE: 499 } });
      const g = gradientsOf(engine, whole);
      train(id);
      const moved = parametersOf(engine, id).map((value, at) => (plan.w[at] - value) / 0.5);
      // 499 of 500 examples: within a few percent of the whole gradient.
      moved.forEach((value, at) => assert.ok(Math.abs(value - g[at]) < 0.02 * Math.max(...g.map(Math.abs)), `${at}: ${value}, ${g[at]}`));
    });

  test('go on after a reset as they began', () => {
    const reporter = batchReporter(7, { ...options, NN_BATCH_SIZE: 2 });
    const first = batches(reporter, 9);
    ok(engine, engine.c.nn_reset(reporter.id));
    assert.deepEqual(batches(reporter, 9), first);
  });
});

describe('a gradient that is out of proportion', () => {
  // Nine linear layers with the largest weights and inputs that there are: gradients of about 1e230, whose squares are out of range.
  const steep = {
    hidden: [1, 1, 1, 1, 1, 1, 1, 1],
    activation: NN.NN_LINEAR,
    outputActivation: NN.NN_LINEAR,
    loss: NN.NN_SQUARED_ERROR,
    bias: 0,
    inputs: 1,
    x: [[1e9]],
    y: [[0]],
  };
  const w = Array(9).fill(1e12);

  test('is clipped to its limit, even where its squares overflow', () => {
    const id = makeRun(engine, { ...steep, w, options: { NN_CLIP: 1e9, NN_LEARNING_RATE: 1 } });
    assert.ok(Math.max(...gradientsOf(engine, id)) > 1e154);
    train(id);
    assert.equal(engine.c.nn_stopped(id), 0);
    const moved = parametersOf(engine, id).map((value, at) => w[at] - value);
    assertClose([Math.hypot(...moved)], [1e9], { relative: 1e-6 });
  });

  test('that is 0 is left alone by clipping', () => {
    const id = makeRun(engine, { ...steep, w: Array(9).fill(0), options: { NN_CLIP: 1 } });
    train(id);
    assert.deepEqual([...parametersOf(engine, id)], Array(9).fill(0));
  });

  for (const optimizer of ['NN_RMSPROP', 'NN_ADAM']) {
    test(`stops ${optimizer} where its square is out of range, instead of leaving the run where it is`, () => {
      const id = makeRun(engine, { ...steep, w, options: { NN_OPTIMIZER: NN[optimizer], NN_LEARNING_RATE: 1 } });
      train(id, 3);
      assert.equal(engine.c.nn_stopped(id), 1);
      assert.equal(engine.c.nn_step(id), 0);
      assert.deepEqual([...parametersOf(engine, id)], w);
    });
  }

  test('does not stop a run where the parameters it would move are frozen', () => {
    const id = makeRun(engine, { ...steep, w, options: { NN_LEARNING_RATE: 1 } });
    for (let parameter = 0; parameter < 9; parameter += 1) ok(engine, engine.c.nn_set_frozen(id, parameter, 1));
    train(id, 3);
    assert.equal(engine.c.nn_stopped(id), 0);
    assert.deepEqual([...parametersOf(engine, id)], w);
  });
});

test('L1 pulls neither way at a weight of 0', () => {
  // x and y at which the loss pulls at nothing: what moves a weight is the penalty alone.
  const id = makeRun(engine, { inputs: 1, hidden: [], x: [[0], [0]], y: [[0.5], [0.5]], bias: 0, w: [0], options: { NN_L1: 0.1 } });
  train(id, 3);
  assert.deepEqual([...parametersOf(engine, id)], [0]);
});

test('learning rate and penalties may change between steps, and nothing else may', () => {
  const w = START.slice(0, 9);
  const options = { NN_LEARNING_RATE: 0.5, NN_L2: 0.1 };
  const id = makeRun(engine, { w, options });
  train(id, 4);
  const changes = { NN_LEARNING_RATE: 0.125, NN_L1: 0.01, NN_L2: 0 };
  for (const [name, value] of Object.entries(changes)) ok(engine, engine.c.nn_set_option(id, NN[name], value));
  const other = makeRun(engine, { w: [...parametersOf(engine, id)], options: changes });
  assert.deepEqual(gradientsOf(engine, id), gradientsOf(engine, other));
  train(id, 6);
  train(other, 6);
  assert.deepEqual([...parametersOf(engine, id)], [...parametersOf(engine, other)]);
  assert.equal(engine.c.nn_step(id), 10);
  for (const name of ['NN_OPTIMIZER', 'NN_BATCH_SIZE', 'NN_CLIP', 'NN_DROPOUT_RATE', 'NN_NOISE_STD', 'NN_MOMENTUM_FACTOR'])
    assert.equal(engine.c.nn_set_option(id, NN[name], 0), NN.NN_BAD_STATE, name);
});

test('nothing is learned at learning rate 0', () => {
  const id = makeRun(engine, { w: START.slice(0, 9), options: { NN_LEARNING_RATE: 0 } });
  train(id, 10);
  assert.deepEqual([...parametersOf(engine, id)], START.slice(0, 9));
  assert.equal(engine.c.nn_step(id), 10);
  setParameters(engine, id, START.slice(0, 9));
  assert.equal(engine.c.nn_step(id), 0);
});
