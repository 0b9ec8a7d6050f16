/** The sentences of the engine's errors: the numbers in them as a person would write them, and none left over from the call before. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { NN, openEngine } from '../support/engine.js';
import { makeRun, ok } from '../support/runs.js';

/** @type {import('../support/engine.js').RawEngine} */
let engine;
before(async () => {
  engine = await openEngine();
});

const W = [0.5, -0.3, 0.2, 0.7, -0.6, 0.4, 0.1, -0.2, 0.3];
const LEAST = -(2 ** 31);

test('numbers in sentences have six digits, and a power of ten where they are very small or large', () => {
  const id = makeRun(engine, {});
  const texts = {
    '-1e-4': '-0.0001',
    '-0.00025': '-0.00025',
    '-0.0000994': '-9.94e-5',
    '-1.234567e-9': '-1.23457e-9',
    '-5e-324': '-4.94066e-324',
    2: '2',
    12.5: '12.5',
    1000: '1000',
    99999.95: '100000',
    99999.94: '99999.9',
    123456.4: '123456',
    999999.4: '999999',
    999999.5: '1e6',
    1234567: '1.23457e6',
    1.7976931348623157e308: '1.79769e308',
  };
  for (const [value, text] of Object.entries(texts)) {
    assert.equal(engine.c.nn_set_option(id, NN.NN_MOMENTUM_FACTOR, Number(value)), NN.NN_BAD_ARGUMENT, value);
    assert.equal(/got (.*)$/.exec(engine.text(engine.c.nn_error_message()) ?? '')?.[1], text, value);
  }
  ok(engine, engine.c.nn_destroy(id));
});

test('a success clears the error of the call before', () => {
  const id = makeRun(engine, { w: W });
  engine.c.nn_loss(0);
  assert.equal(engine.c.nn_error_code(), NN.NN_BAD_ID);
  assert.ok(engine.c.nn_loss(id) > 0);
  assert.equal(engine.c.nn_error_code(), NN.NN_OK);
  assert.equal(engine.text(engine.c.nn_error_message()), '');
});

test('sentences name the numbers as a person would write them', () => {
  const id = makeRun(engine, { w: W });
  const cases = /** @type {[string, number[], RegExp][]} */ ([
    ['nn_set_parameter', [id, 0, 1.5e12], /-1e12\.\.1e12, got 1\.5e12$/],
    ['nn_set_parameter', [id, 0, -Infinity], /got -Infinity$/],
    ['nn_set_parameter', [id, 0, NaN], /got NaN$/],
    ['nn_generate', [id, 0, 12.25, 1], /^noise must be 0\.\.10, got 12\.25$/],
    ['nn_generate', [id, 0, -0.001234567, 1], /got -0\.00123457$/],
    ['nn_set_option', [id, NN.NN_EPSILON, 0], /^epsilon must be 1e-300\.\.1, got 0$/],
    ['nn_set_option', [id, NN.NN_L1, -1e-5], /got -1e-5$/],
    ['nn_set_option', [id, NN.NN_BATCH_SIZE, 12.5], /^batchSize must be a whole number, got 12\.5$/],
    ['nn_set_option', [id, NN.NN_MOMENTUM_FACTOR, 999999.6], /got 1e6$/],
    ['nn_weight_index', [id, LEAST], /no weight w-2147483648$/],
    ['nn_train', [id, -5], /^steps must be .*got -5$/],
  ]);
  for (const [name, args, sentence] of cases) {
    engine.c[name](...args);
    assert.match(engine.text(engine.c.nn_error_message()) ?? '', sentence);
  }
});
