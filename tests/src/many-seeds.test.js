/** Runs side by side by their seeds (src/many/nn_many.h): all starts in one call, and all outcomes in another, as each by itself. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NN, openEngine } from '../support/engine.js';
import { makeRun, ok, parametersOf } from '../support/runs.js';

const engine = await openEngine({ file: 'engine-many.wasm' });
const { c } = engine;
const RUNS = 40;
const NEAR = 0.05;

/** What nn_many_seeds and nn_many_outcomes say of the runs from a seed on. @param {number} id @param {number} seed @param {number} steps */
function together(id, seed, steps) {
  assert.equal(c.nn_many_begin(id, RUNS), RUNS);
  assert.equal(c.nn_many_seeds(id, NN.NN_GLOROT_UNIFORM, seed, 0, 1, NEAR), RUNS);
  const alike = [...engine.exchange.slice(0, RUNS)];
  ok(engine, c.nn_many_train(id, steps));
  const count = c.nn_many_outcomes(id, 0, RUNS);
  assert.equal(count % RUNS, 0);
  return { alike, outcomes: [...engine.exchange.slice(0, count)], length: count / RUNS };
}

for (const hidden of [[2], [3, 2], []])
  test(`each gets the start and says the outcome that its seed has alone: ${hidden.join(', ') || 'no'} hidden units`, () => {
    const id = makeRun(engine, { hidden });
    const first = 2 ** 32 - 10;
    const { alike, outcomes, length } = together(id, first, 30);
    for (let place = 0; place < RUNS; place += 1) {
      ok(engine, c.nn_initialize(id, NN.NN_GLOROT_UNIFORM, (first + place) % 2 ** 32, 0, 1));
      const values = parametersOf(engine, id);
      const largest = Math.max(...values.map(Math.abs));
      let from = 0;
      const isNear = hidden.some((units, layer) => {
        const inputs = hidden[layer - 1] ?? 2;
        const firsts = Array.from({ length: units }, (_, unit) => values[from + unit * inputs]);
        from += units * (inputs + 1);
        return firsts.some((one, at) => firsts.slice(at + 1).some((other) => Math.abs(one - other) <= NEAR * largest));
      });
      assert.equal(alike[place], Number(isNear));
      ok(engine, c.nn_keep_start(id));
      ok(engine, c.nn_train(id, 30));
      assert.equal(c.nn_many_outcome(id), length);
      assert.deepEqual(outcomes.slice(place * length, (place + 1) * length), [...engine.exchange.slice(0, length)]);
    }
    if (hidden.length > 0) assert.ok(alike.includes(1) && alike.includes(0));
    ok(engine, c.nn_destroy(id));
  });

test('outcomes can be asked for from a place on, and no more than fit', () => {
  const id = makeRun(engine, {});
  const { outcomes, length } = together(id, 7, 5);
  assert.equal(c.nn_many_outcomes(id, 38, 2), 2 * length);
  assert.deepEqual([...engine.exchange.slice(0, 2 * length)], outcomes.slice(-2 * length));
  const before = parametersOf(engine, id);
  for (const [place, runs] of [
    [0, 0],
    [0, RUNS + 1],
    [39, 2],
    [-1, 2],
    [0, NN.NN_EXCHANGE_LENGTH],
  ]) {
    assert.equal(c.nn_many_outcomes(id, place, runs), 0, `${place}, ${runs}`);
    assert.equal(c.nn_error_code(), NN.NN_BAD_ARGUMENT);
  }
  assert.deepEqual(parametersOf(engine, id), before);
  assert.equal(c.nn_many_outcomes(0, 0, 1), 0);
  assert.equal(c.nn_error_code(), NN.NN_BAD_ID);
  ok(engine, c.nn_destroy(id));
});

test('seeds that cannot be taken change no run', () => {
  const id = makeRun(engine, {});
  const before = parametersOf(engine, id);
  assert.equal(c.nn_many_seeds(id, NN.NN_NORMAL, 1, 0, 1, NEAR), 0);
  assert.equal(c.nn_error_code(), NN.NN_BAD_STATE);
  assert.equal(c.nn_many_begin(id, 2), 2);
  for (const [scheme, scale] of [
    [99, 1],
    [NN.NN_NORMAL, -1],
  ]) {
    assert.equal(c.nn_many_seeds(id, scheme, 1, 0, scale, NEAR), 0);
    assert.equal(c.nn_error_code(), NN.NN_BAD_ARGUMENT);
  }
  ok(engine, c.nn_many_train(id, 1));
  assert.equal(c.nn_many_seeds(id, NN.NN_NORMAL, 1, 0, 1, NEAR), 0);
  assert.equal(c.nn_error_code(), NN.NN_BAD_STATE);
  assert.deepEqual(parametersOf(engine, id), before);
  assert.equal(c.nn_many_seeds(0, NN.NN_NORMAL, 1, 0, 1, NEAR), 0);
  ok(engine, c.nn_destroy(id));
});
