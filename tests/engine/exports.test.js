/**
 * The tables of engine.js and many-seeds.js against nn.h and nn_many.h: each function takes what the header says, and what the header calls a failure is thrown. The table is not
 * exported, so this asks it in the way its callers do, by calls.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { Engine, EngineError } from '../../web/engine/engine.js';
import { MANY_EXPORTS } from '../../web/engine/many-seeds.js';
import { ALL_FUNCTIONS } from '../native/contract.js';

/** Functions that the package has no use for: of tests, or done by the names of parameters. */
const UNUSED = ['nn_exp', 'nn_log', 'nn_tanh', 'nn_weight_index', 'nn_bias_index'];

const USED = ALL_FUNCTIONS.filter(({ name }) => !UNUSED.includes(name));

/** A number that each type lets through, but not the other two, or not all. @type {Record<string, number[]>} int32, uint32, double: what they refuse */
const REFUSES = { int32_t: [0.5, 2 ** 31], uint32_t: [0.5, -1], double: [NaN, Infinity] };
/** @type {Record<string, number[]>} */
const TAKES = { int32_t: [-1, 2 ** 31 - 1], uint32_t: [2 ** 32 - 1], double: [0.5, -1, 2 ** 40] };

const { instance } = await WebAssembly.instantiate(readFileSync(new URL('../../dist/engine-many.wasm', import.meta.url)), {});
const engine = new Engine(/** @type {WebAssembly.Instance} */ (/** @type {unknown} */ (instance)), MANY_EXPORTS);

/**
 * What a call threw, or null.
 * @param {string} name @param {readonly number[]} values
 */
function thrownBy(name, values) {
  try {
    engine.call(name, ...values);
    return null;
  } catch (error) {
    assert.ok(error instanceof EngineError, `${name}(${values}): ${error}`);
    return error;
  }
}

const refusesArgument = (/** @type {EngineError | null} */ error) => /argument \d+ must be|takes \d+ numbers/.test(error?.message ?? '');

describe("engine.js calls nn.h's functions", () => {
  after(() => engine.close());

  for (const { name, returns, parameters } of USED) {
    const zeros = parameters.map(() => 0);

    test(`${name} with the arguments that the header names`, () => {
      assert.ok(refusesArgument(thrownBy(name, [...zeros, 0])), 'one more');
      if (zeros.length > 0) assert.ok(refusesArgument(thrownBy(name, zeros.slice(1))), 'one less');
      parameters.forEach(({ type }, at) => {
        const withValue = (/** @type {number} */ value) => zeros.map((zero, i) => (i === at ? value : zero));
        for (const value of REFUSES[type]) assert.ok(refusesArgument(thrownBy(name, withValue(value))), `${type} ${value}`);
        for (const value of TAKES[type]) assert.ok(!refusesArgument(thrownBy(name, withValue(value))), `${type} ${value}`);
      });
    });

    if (parameters[0]?.name === 'id') {
      test(`${name} throws where no run has the id`, () => {
        assert.equal(thrownBy(name, zeros)?.code, 'bad-id');
      });
    } else if (name !== 'nn_create') {
      test(`${name} never fails, whatever it is asked for`, () => {
        // An error that another call left must not be taken for this one's.
        assert.notEqual(thrownBy('nn_reset', [0]), null);
        for (const value of [0, 1000])
          assert.equal(
            thrownBy(
              name,
              zeros.map(() => value),
            ),
            null,
            `${returns} for ${value}`,
          );
      });
    }
  }

  test('nn_create throws where it made nothing', () => {
    assert.equal(thrownBy('nn_create', [0, 0, 0, 0, 0, 0, 0, 0])?.code, 'bad-argument');
  });

  test('and has a row for each of them, but for what only tests need', () => {
    for (const name of UNUSED) assert.throws(() => engine.call(name, 0), TypeError);
  });
});
