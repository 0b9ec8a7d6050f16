/**
 * Runs side by side (src/many/): each has to get the bits that it gets alone, whatever is trained and however. So every case trains some runs side by
 * side and each of them by nn_train, and compares their fingerprints, which cover every bit of step and parameters.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { NN, effort, openEngine } from '../support/engine.js';
import {
  ACTIVATIONS,
  OPTIMIZERS,
  countParameters,
  fingerprintOf,
  makeRun,
  numbers,
  ok,
  parametersOf,
  setParameters,
  table,
} from '../support/runs.js';

const engine = await openEngine({ file: 'engine-many.wasm' });
const { c } = engine;
const STEPS = effort({ short: 60, soak: 2000, recorded: 24 });

/**
 * @typedef {import('../support/runs.js').RunPlan & { frozen?: number, rate?: number, runs?: number, steps?: number, size?: number, start?: (place: number) => number[] }} Plan
 *   frozen: an index of the parameters; rate: a factor of unit 2's; size: of the first parameters; start: them all
 */

/** Examples of one kind for every shape. @param {number} count @param {number} inputs @param {number} [outputs] */
function examples(count, inputs, outputs = 1) {
  const next = numbers(count + inputs);
  const x = table(count, inputs, () => 2 * next() - 1);
  return { x, y: x.map((row) => Array.from({ length: outputs }, (_, at) => (row[at % inputs] * row[0] > 0.1 ? 1 : 0))) };
}

/** @param {Plan} plan */
function prepare({ frozen, rate, ...plan }) {
  const id = makeRun(engine, plan);
  if (frozen !== undefined) ok(engine, c.nn_set_frozen(id, frozen, 1));
  if (rate !== undefined) ok(engine, c.nn_set_unit_rate(id, 1, 2, rate));
  return id;
}

/** @param {Plan} plan @param {number} place */
function startOf({ start, size = 1, ...plan }, place) {
  if (start) return start(place);
  const next = numbers(place + 5);
  const { inputs = 2, hidden = [2], outputs = 1, bias = 1 } = plan;
  return Array.from({ length: countParameters({ inputs, hidden, outputs, bias }) }, () => size * (2 * next() - 1));
}

/** What shows of a run. @param {number} id */
const seen = (id) => [c.nn_step(id), c.nn_stopped(id), fingerprintOf(engine, id)];

/** Trains side by side, in two calls, and alone; gives what became of each. @param {Plan} plan */
function trainBoth(plan) {
  const { runs = 5, steps = STEPS } = plan;
  const id = prepare(plan);
  const places = Array.from({ length: runs }, (_, place) => place);
  const alone = places.map((place) => {
    setParameters(engine, id, startOf(plan, place));
    ok(engine, c.nn_train(id, steps));
    return seen(id);
  });
  assert.equal(c.nn_many_begin(id, runs), runs);
  for (const place of places) {
    setParameters(engine, id, startOf(plan, place));
    ok(engine, c.nn_many_put(id, place));
  }
  for (const some of [steps >> 1, steps - (steps >> 1)]) ok(engine, c.nn_many_train(id, some));
  const together = places.map((place) => {
    ok(engine, c.nn_many_get(id, place));
    return seen(id);
  });
  assert.deepEqual(together, alone);
  ok(engine, c.nn_many_end());
  ok(engine, c.nn_destroy(id));
  return together;
}

const circles = examples(75, 2);

describe('runs side by side get the bits that they get alone:', () => {
  for (const activation of ACTIVATIONS) {
    for (const loss of ['NN_CROSS_ENTROPY', 'NN_SQUARED_ERROR']) {
      test(`${activation} with ${loss}`, () => {
        trainBoth({ hidden: [3], activation: NN[activation], loss: NN[loss] });
        trainBoth({ hidden: [3, 2], activation: NN[activation], loss: NN[loss], ...circles });
      });
    }
    test(`${activation} at the output`, () => {
      trainBoth({ outputActivation: NN[activation], loss: NN.NN_SQUARED_ERROR, options: { NN_LEARNING_RATE: 0.01 } });
    });
  }

  for (const optimizer of OPTIMIZERS) {
    test(`${optimizer}, as it is, with penalties, clipped, and in mini-batches with dropout and noise`, () => {
      const options = { NN_OPTIMIZER: NN[optimizer], NN_LEARNING_RATE: 0.05 };
      trainBoth({ options });
      trainBoth({ options: { ...options, NN_L1: 0.01, NN_L2: 0.1 } });
      trainBoth({ options: { ...options, NN_CLIP: 0.05 } });
      const batches = { NN_BATCH_SIZE: 10, NN_DROPOUT_RATE: 0.3, NN_NOISE_STD: 0.01, NN_SHUFFLE_SEED: 7, NN_CLIP: 1 };
      trainBoth({ hidden: [4, 3], activation: NN.NN_TANH, ...circles, options: { ...options, ...batches } });
    });
  }

  test('one penalty without the other', () => {
    trainBoth({ options: { NN_L1: 0.01 } });
    trainBoth({ options: { NN_L2: 0.01 } });
  });

  test('weights of 0, and gradients of nothing but 0, which are not clipped', () => {
    trainBoth({ start: () => [0, 0, 0, 0, 0, 0, 0, 0, 0], options: { NN_L1: 0.1, NN_CLIP: 0.1 } });
    const nothing = { x: [[0, 0]], y: [[0]], bias: 0, outputActivation: NN.NN_LINEAR, loss: NN.NN_SQUARED_ERROR, activation: NN.NN_TANH };
    trainBoth({ ...nothing, options: { NN_CLIP: 0.1 } });
  });

  test('every number of runs: vectors that are not full, and up to the most', () => {
    for (const runs of [1, 2, 3, 17, 64]) trainBoth({ runs, steps: 12 });
  });

  test('every number of examples, of which a block has 72', () => {
    for (const count of [1, 2, 3, 5, 71, 72, 73, 145, 220]) trainBoth({ hidden: [3], steps: 6, ...examples(count, 2) });
    trainBoth({ hidden: [3], steps: 6, runs: 64, ...examples(220, 2) });
  });

  test('batches of more than a block, and the short one at the end', () => {
    for (const size of [1, 7, 72, 80, 200, 220, 300])
      trainBoth({ hidden: [3], steps: 9, ...examples(220, 3), inputs: 3, options: { NN_BATCH_SIZE: size, NN_DROPOUT_RATE: 0.2 } });
  });

  test('every shape: no hidden layer, one unit, many layers, several inputs and outputs, with biases and without', () => {
    for (const bias of [0, 1]) {
      trainBoth({ bias, hidden: [], ...examples(9, 1), inputs: 1 });
      trainBoth({ bias, hidden: [1], ...examples(9, 5, 2), inputs: 5, outputs: 2 });
      trainBoth({ bias, hidden: [4, 5, 3, 2, 6, 1, 2, 3], ...examples(21, 4, 3), inputs: 4, outputs: 3, steps: 12 });
      trainBoth({ bias, hidden: [7, 9], ...examples(80, 7, 5), inputs: 7, outputs: 5, steps: 6, activation: NN.NN_TANH });
      trainBoth({ bias, hidden: [40], ...examples(80, 64, 16), inputs: 64, outputs: 16, steps: 3 });
    }
  });

  test('targets between 0 and 1', () => {
    trainBoth({ y: [[0.2], [0.9], [0.5], [1]] });
  });

  test('a frozen parameter and a slow unit, apart and together', () => {
    for (const some of [{ frozen: 2 }, { rate: 0.5 }, { frozen: 2, rate: 0.5 }]) {
      trainBoth({ ...some });
      trainBoth({ ...some, options: { NN_OPTIMIZER: NN.NN_ADAM } });
    }
  });

  test('units that are tied, and that a place among the doubles keeps apart', () => {
    const start = (/** @type {number} */ place) => {
      const next = numbers(place + 1);
      const [a, b, out, rest] = [next(), next(), next(), next()];
      return [a + place * 2 ** -53, b, a, b, 0, 0, out, out, rest];
    };
    const results = trainBoth({ start, options: { NN_LEARNING_RATE: 2 } });
    assert.equal(new Set(results.map(([, , fingerprint]) => fingerprint)).size, 5);
  });

  test('weights so large that e^-z is no ordinary number, in some of the runs', () => {
    for (const size of [300, 720, 1e6]) trainBoth({ size, options: { NN_LEARNING_RATE: 0.5 } });
    trainBoth({ start: (place) => Array.from({ length: 9 }, (_, at) => (place === 2 ? 1e5 : 0.1) * (at - 4)) });
  });
});

describe('2-2-1 on four examples, which has a path of its own, gets the bits of runs alone:', () => {
  const places = {
    'at the corners': [0, 0, 0, 1, 1, 0, 1, 1],
    'at the corners in another order': [0, 1, 0, 0, 1, 0, 1, 1],
    'at the corners but for one': [0, 0, 0, 1, 1, 0, 1, 1.5],
    elsewhere: [0.3, -2, 7, 1.1, -1, -0.7, 0.2, 3],
  };
  for (const [where, numbersOfX] of Object.entries(places)) {
    const x = [0, 2, 4, 6].map((at) => numbersOfX.slice(at, at + 2));
    for (const bias of [0, 1]) {
      test(`${where}, ${bias ? 'with' : 'without'} biases, for groups of runs that are full and that are not`, () => {
        for (const runs of [1, 2, 3, 15, 16, 17, 38, 64]) trainBoth({ x, bias, runs, steps: 24 });
        for (const y of [
          [0, 0, 0, 1],
          [0.2, 0.9, 0.5, 1],
        ].map((targets) => targets.map((target) => [target])))
          trainBoth({ x, y, bias, options: { NN_LEARNING_RATE: 3 } });
      });
    }
  }

  test('in one stretch of steps and in several, of which the last is not full', () => {
    for (const steps of [511, 512, 513, 1200]) trainBoth({ steps, runs: 18 });
  });

  test('where a parameter grows too large for it on the way', () => {
    const start = (/** @type {number} */ place) => [1, 2, -1, 0.5, 0.1, 0.2, 115 - 10 * place, -1, 0.1];
    const sizes = (/** @type {number} */ steps) => {
      const id = prepare({ options: { NN_LEARNING_RATE: 20 } });
      setParameters(engine, id, start(0));
      ok(engine, c.nn_train(id, steps));
      const size = Math.max(...parametersOf(engine, id).map(Math.abs));
      ok(engine, c.nn_destroy(id));
      return size;
    };
    // It takes parameters of up to 350 / 3.
    assert.ok(sizes(0) < 116 && sizes(600) > 117, `${sizes(0)}, ${sizes(600)}`);
    trainBoth({ start, runs: 5, steps: 1200, options: { NN_LEARNING_RATE: 20 } });
  });
});

describe('a run that diverges', () => {
  const linear = { activation: NN.NN_LINEAR, outputActivation: NN.NN_LINEAR, loss: NN.NN_SQUARED_ERROR };

  test('stops at its last good step, and the others go on', () => {
    const start = (/** @type {number} */ place) => Array.from({ length: 9 }, (_, at) => (place + 1) * 0.3 * Math.cos(at));
    const results = trainBoth({ ...linear, runs: 7, steps: 400, start, options: { NN_LEARNING_RATE: 0.5 } });
    const stopped = results.filter(([, isStopped]) => isStopped === 1);
    assert.ok(stopped.length > 0 && stopped.length < 7, `${stopped.length} of 7`);
    assert.ok(new Set(stopped.map(([step]) => step)).size > 1, 'at different steps');
  });

  test('and what takes its place may diverge again, while another stands at its solution', () => {
    const plan = { ...linear, hidden: [], inputs: 1, bias: 0, x: [[1]], y: [[1]], options: { NN_LEARNING_RATE: 1000 } };
    const results = trainBoth({ ...plan, runs: 2, steps: 60, start: (place) => [place === 0 ? 1e11 : 1] });
    assert.deepEqual(
      results.map(([step, isStopped]) => [Number(step) < 60, isStopped]),
      [
        [true, 1],
        [false, 0],
      ],
    );
  });

  test('whatever the optimizer, and with all others', () => {
    for (const optimizer of OPTIMIZERS)
      trainBoth({ ...linear, steps: 300, options: { NN_OPTIMIZER: NN[optimizer], NN_LEARNING_RATE: 1e6, NN_NOISE_STD: 1e6 } });
    const results = trainBoth({ ...linear, runs: 3, steps: 400, options: { NN_LEARNING_RATE: 1000 } });
    assert.deepEqual(
      results.map(([, isStopped]) => isStopped),
      [1, 1, 1],
    );
  });
});

describe('what a sweep asks of a run:', () => {
  test('how many side by side: the more the fewer examples, none where the network is large', () => {
    const fitting = (/** @type {Plan} */ plan) => {
      const id = makeRun(engine, plan);
      const count = c.nn_many_fitting(id);
      ok(engine, c.nn_destroy(id));
      return count;
    };
    assert.equal(fitting({}), 64);
    const [few, more] = [fitting(examples(30, 2)), fitting(examples(500, 2))];
    assert.ok(few % 2 === 0 && few < 64 && more >= 2 && more < few, `${few}, ${more}`);
    assert.equal(fitting({ ...examples(500, 2), options: { NN_BATCH_SIZE: 30 } }), few);
    assert.equal(fitting({ hidden: [2, 64, 2] }), 0);
    assert.equal(c.nn_many_fitting(0), 0);
  });

  /** How many examples it gets right. @param {number} id */
  const rightOf = (id) => {
    assert.ok(c.nn_many_outcome(id) > 0);
    return engine.exchange[3];
  };

  test('all of it at once, as the functions of every engine say it', () => {
    for (const hidden of [[], [1], [5, 2], [128, 1, 3]]) {
      const id = makeRun(engine, { hidden, activation: NN.NN_TANH });
      const next = numbers(3);
      // Of few values, so that some units are alike.
      setParameters(
        engine,
        id,
        Array.from({ length: countParameters({ inputs: 2, hidden, outputs: 1 }) }, () => Math.round(2 * next() - 1)),
      );
      ok(engine, c.nn_train(id, 2));
      const halves = [c.nn_fingerprint_high(id) >>> 0, c.nn_fingerprint_low(id) >>> 0];
      const expected = [c.nn_step(id), c.nn_stopped(id), c.nn_loss(id), rightOf(id), ...halves];
      hidden.forEach((units, at) => {
        const pairs = Array.from({ length: units ** 2 }, (_, pair) => [Math.floor(pair / units) + 1, (pair % units) + 1]);
        const distances = pairs.filter(([one, other]) => one < other).map((pair) => [...pair, c.nn_distance(id, at + 1, pair[0], pair[1])]);
        const [nearest = [0, 0, 0]] = distances.sort((one, other) => one[2] - other[2]);
        expected.push(c.nn_ties(id, at + 1), c.nn_likeness(id, at + 1), ...nearest, ...engine.exchange.slice(0, 3 * units));
      });
      assert.equal(c.nn_many_outcome(id), expected.length);
      assert.deepEqual([...engine.exchange.slice(0, expected.length)], expected);
      ok(engine, c.nn_destroy(id));
    }
    assert.equal(c.nn_many_outcome(0), 0);
  });

  test('how many examples are right: every output on the side of its target, 0.5 on none; -1 where targets are no sides', () => {
    const plan = { hidden: [], inputs: 1, outputs: 2, bias: 0, x: [[-1], [1], [2], [0]], w: [1, -1] };
    const right = (/** @type {number[][]} */ y, /** @type {object} */ more = {}) => {
      const id = makeRun(engine, { ...plan, y, ...more });
      const count = rightOf(id);
      ok(engine, c.nn_destroy(id));
      return count;
    };
    const sides = [
      [0, 1],
      [1, 0],
      [1, 1],
      [1, 0],
    ];
    assert.equal(right(sides), 2);
    assert.equal(right([...sides.slice(0, 3), [0.5, 0]]), -1);
    const many = examples(300, 1);
    const id = makeRun(engine, { hidden: [2], inputs: 1, ...many, w: [3, -2, 0.1, 0.2, 1, 2, -1] });
    const outputs = many.x.map((row) => {
      engine.exchange.set(row);
      ok(engine, c.nn_predict(id, 1, 2));
      return engine.exchange[0];
    });
    const expected = outputs.filter((output, at) => (many.y[at][0] === 1 ? output > 0.5 : output < 0.5)).length;
    assert.ok(expected > 0 && expected < 300);
    assert.equal(rightOf(id), expected);
    ok(engine, c.nn_destroy(id));
  });

  test('to train without a history, up to the next reset', () => {
    const id = makeRun(engine, { w: [0.2, 0.4, -0.1, 0.7, 0.05, -0.02, 0.6, -0.3, 0.1] });
    ok(engine, c.nn_train(id, 50));
    const wanted = seen(id);
    assert.equal(c.nn_many_unrecorded(id), NN.NN_BAD_STATE);
    ok(engine, c.nn_reset(id));
    ok(engine, c.nn_many_unrecorded(id));
    ok(engine, c.nn_train(id, 50));
    assert.deepEqual(seen(id), wanted);
    assert.equal(c.nn_history_count(id), 2);
    assert.deepEqual([...engine.list(c.nn_history_steps(id), 2)], [0, 50]);
    ok(engine, c.nn_reset(id));
    ok(engine, c.nn_train(id, 50));
    assert.equal(c.nn_history_count(id), 51);
    assert.equal(c.nn_many_unrecorded(0), NN.NN_BAD_ID);
    ok(engine, c.nn_destroy(id));
  });
});

describe('a wrong call', () => {
  test('names no run, or one that was not begun with', () => {
    const [id, other] = [makeRun(engine, {}), makeRun(engine, {})];
    assert.equal(c.nn_many_begin(id, 2), 2);
    for (const call of /** @type {const} */ (['nn_many_put', 'nn_many_get', 'nn_many_train'])) {
      assert.equal(c[call](0, 0), NN.NN_BAD_ID);
      assert.equal(c[call](other, 0), NN.NN_BAD_STATE);
      assert.equal(c[call](id, -1), NN.NN_BAD_ARGUMENT);
      if (call !== 'nn_many_train') assert.equal(c[call](id, 2), NN.NN_BAD_ARGUMENT);
    }
    assert.equal(c.nn_many_begin(0, 2), 0);
    for (const runs of [0, -1, 65]) {
      assert.equal(c.nn_many_begin(id, runs), 0);
      assert.equal(c.nn_error_code(), NN.NN_BAD_ARGUMENT);
    }
    ok(engine, c.nn_many_put(id, 1));
    ok(engine, c.nn_many_end());
    assert.equal(c.nn_many_put(id, 1), NN.NN_BAD_STATE);
    for (const each of [id, other]) ok(engine, c.nn_destroy(each));
  });

  test('changes a start after the first step', () => {
    const id = makeRun(engine, {});
    assert.equal(c.nn_many_begin(id, 2), 2);
    ok(engine, c.nn_many_train(id, 1));
    assert.equal(c.nn_many_put(id, 0), NN.NN_BAD_STATE);
    ok(engine, c.nn_many_get(id, 0));
    assert.deepEqual([c.nn_step(id), parametersOf(engine, id).length], [1, 9]);
    ok(engine, c.nn_destroy(id));
    assert.equal(c.nn_many_train(id, 1), NN.NN_BAD_ID);
  });
});
