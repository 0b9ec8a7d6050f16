/** Steps, losses and gradients in parts: the bits of the whole, whatever is asked in between, and no part larger than it was asked to be. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { NN, effort, openEngine } from '../support/engine.js';
import { makeRun, numbers, ok, parametersOf, table } from '../support/runs.js';

/** @type {import('../support/engine.js').RawEngine} */
let engine;
before(async () => {
  engine = await openEngine();
});

/** A block of backprop.c, which is the span of a network this wide. */
const BLOCK = 72;
const EXAMPLES = 200;
const STEPS = effort({ short: 5, soak: 5, recorded: 2 });

const next = numbers(3);
const X = table(EXAMPLES, 2, next);
const WIDE = Object.freeze({
  hidden: [20, 20],
  activation: NN.NN_TANH,
  x: X,
  y: X.map(([a, b]) => [a > b ? 1 : 0]),
  w: Array.from({ length: 501 }, () => next() - 0.5),
});

/** Ways to train: in order, in batches that begin and end within blocks, and with all that draws numbers. @type {Record<string, Record<string, number>>} */
const WAYS = {
  'full batch': { NN_LEARNING_RATE: 0.5 },
  'full batch, penalties and momentum': { NN_OPTIMIZER: NN.NN_MOMENTUM, NN_L1: 1e-3, NN_L2: 1e-2 },
  'batches of 150': { NN_BATCH_SIZE: 150, NN_SHUFFLE_SEED: 3 },
  dropout: { NN_DROPOUT_RATE: 0.3, NN_DROPOUT_SEED: 5 },
  'batches, dropout, noise, clipping and adam': {
    ...{ NN_BATCH_SIZE: 110, NN_DROPOUT_RATE: 0.2, NN_DROPOUT_SEED: 2, NN_NOISE_STD: 0.01, NN_NOISE_SEED: 4 },
    ...{ NN_CLIP: 0.1, NN_OPTIMIZER: NN.NN_ADAM },
  },
};

/** @param {number} id @returns {unknown[]} all that a look at a run tells */
function lookAt(id) {
  const { c } = engine;
  const samples = c.nn_history_count(id);
  return [
    c.nn_step(id),
    c.nn_loss(id),
    [...parametersOf(engine, id)],
    [...engine.list(c.nn_history_losses(id), samples)],
    [1, 2].map((layer) => [c.nn_likeness(id, layer), ...engine.exchange.slice(0, 60)]),
    c.nn_fingerprint_high(id),
  ];
}

/**
 * Calls a part until it is done.
 * @param {(id: number, examples: number) => number} part
 * @param {number} id
 * @param {number} examples
 * @param {() => void} [between]
 * @returns {number} calls that it took
 */
function finish(part, id, examples, between = () => {}) {
  let calls = 1;
  for (; part(id, examples) === 0; calls += 1) {
    assert.ok(calls < 100, 'it gets on');
    between();
  }
  return calls;
}

/** @param {number} id @param {string} which */
const gradientsOf = (id, which) => [...engine.list(engine.c[which](id), 501)];

for (const [way, options] of Object.entries(WAYS)) {
  describe(way, () => {
    /** Two runs, of which one takes its steps at once and one in parts. @param {number} examples @param {(id: number) => void} [between] */
    const assertSame = (examples, between = () => {}) => {
      const [whole, parts] = [0, 1].map(() => makeRun(engine, { ...WIDE, options }));
      for (let step = 0; step < STEPS; step += 1) {
        ok(engine, engine.c.nn_train(whole, 1));
        finish(engine.c.nn_train_part, parts, examples, () => between(parts));
        finish(engine.c.nn_look_part, parts, examples);
        assert.deepEqual(lookAt(parts), lookAt(whole), `${examples} examples a part, step ${step}`);
      }
      for (const id of [whole, parts]) ok(engine, engine.c.nn_destroy(id));
    };

    test('steps in parts have the bits of whole ones, whatever the parts', () => {
      for (const examples of [1, BLOCK, BLOCK + 1, 1000]) assertSame(examples);
    });

    test('so they have with questions between the parts', () => {
      const { c, exchange } = engine;
      for (const ask of [
        c.nn_gradients,
        c.nn_data_gradients,
        c.nn_loss,
        (/** @type {number} */ id) => c.nn_look_part(id, BLOCK),
        (/** @type {number} */ id) => c.nn_numeric_gradient(id, 3),
        (/** @type {number} */ id) => c.nn_trace(id, 7),
        c.nn_history_count,
        (/** @type {number} */ id) => exchange.fill(0.5, 0, 128) && c.nn_predict(id, 64, 1),
      ]) {
        let asked = 0;
        // A gradient asked for in between lets a step begin again: asked once, so that it comes to an end.
        assertSame(BLOCK, (id) => (asked += 1) === 1 && ask(id));
        assert.ok(asked > 0);
      }
    });
  });
}

test('a part takes the examples that it was told to, and 0 takes none', () => {
  const { c } = engine;
  const id = makeRun(engine, WIDE);
  for (const part of [c.nn_look_part, c.nn_train_part, c.nn_gradient_part]) {
    assert.equal(part(id, 0), 0);
    assert.equal(finish(part, id, BLOCK), Math.ceil(EXAMPLES / BLOCK), 'a part each block');
  }
  assert.equal(c.nn_step(id), 1);
  assert.equal(c.nn_gradient_part(id, 0), 1, 'what is known stays known');
  assert.equal(c.nn_look_part(id, 0), 0, 'the step has changed what a look would tell');
});

test('what is known is forgotten when parameters, data or options change', () => {
  const { c, exchange } = engine;
  const id = makeRun(engine, WIDE);
  const changes = [
    () => c.nn_set_parameter(id, 0, 0.25),
    () => c.nn_nudge_ulps(id, 1, 1),
    () => c.nn_tie(id, 1, 1, 2, NN.NN_INCOMING),
    () => c.nn_initialize(id, NN.NN_UNIFORM, 1, 0, 1),
    () => exchange.set([3, -3, 1]) ?? c.nn_set_example(id, 0),
    () => c.nn_keep_start(id),
    () => c.nn_reset(id),
  ];
  for (const change of changes) {
    finish(c.nn_look_part, id, 1000);
    finish(c.nn_gradient_part, id, 1000);
    ok(engine, change());
    assert.deepEqual([c.nn_look_part(id, 0), c.nn_gradient_part(id, 0)], [0, 0], String(change));
  }
  const fresh = makeRun(engine, { ...WIDE, w: parametersOf(engine, id), x: [[3, -3], ...X.slice(1)], y: [[1], ...WIDE.y.slice(1)] });
  assert.equal(c.nn_loss(id), c.nn_loss(fresh));
  for (const which of ['nn_gradients', 'nn_data_gradients']) assert.deepEqual(gradientsOf(id, which), gradientsOf(fresh, which));
});

test('an option that is set within a step lets the step begin again', () => {
  const [changed, fresh] = [1, 9].map((seed) => makeRun(engine, { ...WIDE, options: { NN_DROPOUT_RATE: 0.3, NN_DROPOUT_SEED: seed } }));
  assert.equal(engine.c.nn_train_part(changed, BLOCK), 0);
  ok(engine, engine.c.nn_set_option(changed, NN.NN_DROPOUT_SEED, 9));
  for (const id of [changed, fresh]) finish(engine.c.nn_train_part, id, BLOCK);
  assert.deepEqual(lookAt(changed), lookAt(fresh));
});

test('a step that would not stay finite is refused in parts, too, and leaves the run as it was', () => {
  const plan = { ...WIDE, options: { NN_LEARNING_RATE: 1e6, NN_L2: 1e6 } };
  const [whole, parts] = [makeRun(engine, plan), makeRun(engine, plan)];
  ok(engine, engine.c.nn_train(whole, 50));
  for (let step = 0; step < 50; step += 1) finish(engine.c.nn_train_part, parts, BLOCK);
  assert.equal(engine.c.nn_stopped(parts), 1);
  assert.deepEqual(lookAt(parts), lookAt(whole));
});
