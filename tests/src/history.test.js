/** The record of a run: the whole run, evenly spaced, bounded, the present step always last and true. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { NN, effort, openEngine } from '../support/engine.js';
import { makeRun, numbers, ok, parametersOf, table } from '../support/runs.js';

/** @type {import('../support/engine.js').RawEngine} */
let engine;
before(async () => {
  engine = await openEngine();
});

/** @param {number} id */
function historyOf(id) {
  const samples = engine.c.nn_history_count(id);
  const parameters = engine.c.nn_parameter_count(id);
  const rows = engine.list(engine.c.nn_history_parameters(id), samples * parameters);
  return {
    samples,
    steps: [...engine.list(engine.c.nn_history_steps(id), samples)],
    losses: [...engine.list(engine.c.nn_history_losses(id), samples)],
    rows: Array.from({ length: samples }, (_, at) => [...rows.subarray(at * parameters, (at + 1) * parameters)]),
  };
}

/** @param {number} id */
const present = (id) => ({ step: engine.c.nn_step(id), loss: engine.c.nn_loss(id), row: [...parametersOf(engine, id)] });

/** @param {number} id @param {string} [what] */
function lastIsPresent(id, what) {
  const { steps, losses, rows } = historyOf(id);
  assert.deepEqual({ step: steps.at(-1), loss: losses.at(-1), row: rows.at(-1) }, present(id), what);
}

const W = [0.5, -0.3, 0.2, 0.7, -0.6, 0.4, 0.1, -0.2, 0.3];

describe('the history', () => {
  test('begins with the start alone', () => {
    const id = makeRun(engine, { w: W });
    const { steps, rows } = historyOf(id);
    assert.deepEqual(steps, [0]);
    assert.deepEqual(rows, [W]);
    lastIsPresent(id);
  });

  test('has every step of a short run, as it was, and asking for it changes nothing', () => {
    const id = makeRun(engine, { w: W });
    const asked = makeRun(engine, { w: W });
    const seen = [present(id)];
    for (let step = 0; step < 20; step += 1) {
      ok(engine, engine.c.nn_train(id, 1));
      ok(engine, engine.c.nn_train(asked, 1));
      lastIsPresent(asked);
      seen.push(present(id));
    }
    const { steps, losses, rows } = historyOf(id);
    assert.deepEqual(
      steps.map((step, at) => ({ step, loss: losses[at], row: rows[at] })),
      seen,
    );
    assert.deepEqual(historyOf(asked), historyOf(id));
  });

  test('of a long run is the same whether it was asked for on the way or not, evenly spaced, full but never over', () => {
    const [plain, asked] = [makeRun(engine, { w: W }), makeRun(engine, { w: W })];
    const checks = [2046, 2047, 2048, 2049, 4093, 4094, 4095, 4096, 4097, 4098, 8191, 8192, 8193, 10000];
    let at = 0;
    for (const step of checks) {
      ok(engine, engine.c.nn_train(asked, step - at));
      at = step;
      lastIsPresent(asked, `step ${step}`);
      const { samples, steps } = historyOf(asked);
      assert.ok(samples <= NN.NN_MAX_HISTORY && samples > NN.NN_MAX_HISTORY / 2, `${samples} samples at step ${step}`);
      const gaps = new Set(steps.slice(1, -1).map((each, i) => each - steps[i]));
      assert.equal(gaps.size, 1, `gaps ${[...gaps]} at step ${step}`);
      assert.ok((steps.at(-1) ?? 0) - (steps.at(-2) ?? 0) <= Math.max(...gaps));
      assert.equal(steps[0], 0);
    }
    ok(engine, engine.c.nn_train(plain, at));
    assert.deepEqual(historyOf(asked), historyOf(plain));
  });

  test('holds what was there: each sample is the run at its step', () => {
    const id = makeRun(engine, { w: W });
    const steps = effort({ short: 9000, soak: 9000, recorded: 4300 });
    ok(engine, engine.c.nn_train(id, steps));
    const history = historyOf(id);
    const again = makeRun(engine, { w: W });
    let at = 0;
    history.steps.forEach((step, sample) => {
      if (sample % 97 !== 0) return;
      ok(engine, engine.c.nn_train(again, step - at));
      at = step;
      assert.deepEqual({ step, loss: history.losses[sample], row: history.rows[sample] }, present(again));
    });
  });

  /** @type {Record<string, number>[]} */
  const trainings = [
    { NN_DROPOUT_RATE: 0.3 },
    { NN_BATCH_SIZE: 3 },
    { NN_NOISE_STD: 0.01, NN_L2: 0.1 },
    { NN_OPTIMIZER: 4, NN_LEARNING_RATE: 0.01 },
  ];
  for (const options of trainings) {
    test(`has the whole data's loss without dropout and penalties, with ${JSON.stringify(options)}`, () => {
      const id = makeRun(engine, { w: W, options });
      const seen = [present(id)];
      for (let step = 0; step < 30; step += 1) {
        ok(engine, engine.c.nn_train(id, 1));
        seen.push(present(id));
      }
      const { steps, losses, rows } = historyOf(id);
      assert.deepEqual(
        steps.map((step, at) => ({ step, loss: losses[at], row: rows[at] })),
        seen,
      );
    });
  }

  test('of a large network is shorter, by its number of parameters, but has at least 16 samples', () => {
    const limit = (/** @type {number[]} */ hidden, /** @type {number} */ inputs) => {
      const id = makeRun(engine, { inputs, hidden, x: table(1, inputs, numbers(2)), y: [[1]] });
      const count = engine.c.nn_parameter_count(id);
      let most = 0;
      for (let step = 1; step <= 70; step += 1) {
        ok(engine, engine.c.nn_train(id, 1));
        const samples = engine.c.nn_history_count(id);
        assert.equal(engine.list(engine.c.nn_history_steps(id), samples)[samples - 1], step);
        most = Math.max(most, samples);
      }
      const last = engine.c.nn_history_parameters(id) + 8 * (engine.c.nn_history_count(id) - 1) * count;
      assert.deepEqual(engine.list(last, count), parametersOf(engine, id));
      engine.c.nn_destroy(id);
      return { most, allowed: Math.floor(2097152 / count) };
    };
    const middle = limit([128, 128, 128], 64);
    assert.ok(middle.allowed > 16 && middle.allowed < 64);
    assert.equal(middle.most, middle.allowed);
    const large = limit([128, 128, 128, 128, 128, 128, 128, 128], 64);
    assert.ok(large.allowed <= 16);
    assert.equal(large.most, 16);
  });

  test('is brought up to date when the data or a parameter changes', () => {
    const id = makeRun(engine, { w: W });
    lastIsPresent(id);
    engine.exchange.set([3, 4, 1]);
    ok(engine, engine.c.nn_set_example(id, 2));
    lastIsPresent(id, 'an example');
    ok(engine, engine.c.nn_set_parameter(id, 3, 5));
    lastIsPresent(id, 'a parameter');
    ok(engine, engine.c.nn_nudge_by(id, 3, 0.5));
    ok(engine, engine.c.nn_tie(id, 1, 1, 2, 7));
    lastIsPresent(id, 'a tie');
    ok(engine, engine.c.nn_train(id, 3));
    lastIsPresent(id);
    ok(engine, engine.c.nn_set_parameter(id, 0, 9));
    lastIsPresent(id, 'a parameter in the middle of a run');
    ok(engine, engine.c.nn_train(id, 1));
    assert.equal(historyOf(id).rows[3][0], 9);
    assert.deepEqual(historyOf(id).steps, [0, 1, 2, 3, 4]);
  });

  test('stays true around a step that was not taken', () => {
    const id = makeRun(engine, {
      hidden: [],
      bias: 0,
      loss: NN.NN_SQUARED_ERROR,
      outputActivation: NN.NN_LINEAR,
      x: [[1e5, 1]],
      y: [[0]],
      w: [1, 1],
      options: { NN_LEARNING_RATE: 10 },
    });
    ok(engine, engine.c.nn_train(id, 50));
    assert.equal(engine.c.nn_stopped(id), 1);
    const step = engine.c.nn_step(id);
    assert.equal(step, 1);
    lastIsPresent(id);
    assert.deepEqual(historyOf(id).steps, [0, 1]);
    ok(engine, engine.c.nn_set_parameter(id, 0, 0));
    lastIsPresent(id, 'a parameter after it');
    ok(engine, engine.c.nn_set_parameter(id, 1, 1e-3));
    ok(engine, engine.c.nn_train(id, 1));
    assert.deepEqual(historyOf(id).steps, [0, 1, 2]);
    assert.deepEqual(historyOf(id).rows[1], [0, 1e-3], 'the sample of the step that is trained from');
  });

  test('begins anew with a reset or a new start', () => {
    const id = makeRun(engine, { w: W });
    ok(engine, engine.c.nn_train(id, 5000));
    ok(engine, engine.c.nn_reset(id));
    assert.deepEqual(historyOf(id), { samples: 1, steps: [0], losses: [engine.c.nn_loss(id)], rows: [W] });
    ok(engine, engine.c.nn_train(id, 3));
    const row = present(id).row;
    ok(engine, engine.c.nn_keep_start(id));
    assert.deepEqual(historyOf(id).rows, [row]);
    ok(engine, engine.c.nn_train(id, 2));
    assert.deepEqual(historyOf(id).steps, [0, 1, 2]);
  });
});
