/**
 * Every export called wrongly: with ids that name no run, numbers out of their range, at the wrong moment, and at random. Each such call
 * gets a status and a sentence, changes nothing that anybody can see, and never traps. The list of exports is nn.h's: one without
 * cases here fails.
 */
import assert from 'node:assert/strict';
import { before, beforeEach, describe, test } from 'node:test';
import { FUNCTIONS, NN, effort, openEngine } from '../support/engine.js';
import { fingerprintOf, gradientsOf, makeRun, numbers, ok, parametersOf, table } from '../support/runs.js';
import { BAD_ARGUMENTS, CANNOT_FAIL, FAILURES, ID_AND_ANY_NUMBER, LEAST, LOOK_UPS, MOST, ONLY_AN_ID, OUT_OF_REALS } from './wrong-calls.js';

/** @type {import('../support/engine.js').RawEngine} */
let engine;
before(async () => {
  engine = await openEngine();
});

const W = [0.5, -0.3, 0.2, 0.7, -0.6, 0.4, 0.1, -0.2, 0.3];

/** All that can be seen of a run. @param {number} id */
function visible(id) {
  const { c } = engine;
  const samples = c.nn_history_count(id);
  const data = [0, 1, 2, 3].flatMap((example) => {
    ok(engine, c.nn_get_example(id, example));
    return [...engine.exchange.subarray(0, 3)];
  });
  const history = engine.list(c.nn_history_parameters(id), samples * 9);
  return {
    data,
    samples,
    history,
    step: c.nn_step(id),
    loss: c.nn_loss(id),
    memory: c.nn_memory(id),
    alive: c.nn_alive(),
    stopped: c.nn_stopped(id),
    parameters: parametersOf(engine, id),
    gradients: gradientsOf(engine, id),
    fingerprint: fingerprintOf(engine, id),
  };
}

/**
 * @param {string} name
 * @param {number[]} args
 * @param {number} status
 */
function assertRefused(name, args, status) {
  const exchange = engine.exchange.slice();
  const result = engine.c[name](...args);
  const what = `${name}(${args})`;
  assert.equal(result, FAILURES[name] ?? status, what);
  assert.equal(engine.c.nn_error_code(), status, what);
  assert.match(engine.text(engine.c.nn_error_message()) ?? '', /^[a-z].{15,}[^.]$/i, what);
  assert.deepEqual(engine.exchange, exchange, `${what} leaves the exchange buffer`);
}

describe('the table of wrong calls', () => {
  test('has every export of nn.h in one of its lists', () => {
    const listed = [...Object.keys(BAD_ARGUMENTS), ...ONLY_AN_ID, ...ID_AND_ANY_NUMBER, ...Object.keys(LOOK_UPS), ...CANNOT_FAIL];
    assert.deepEqual(listed.sort(), FUNCTIONS.map(({ name }) => name).sort());
    const withId = FUNCTIONS.filter(({ parameters }) => parameters[0]?.name === 'id').map(({ name }) => name);
    assert.deepEqual(
      withId.sort(),
      [...ONLY_AN_ID, ...ID_AND_ANY_NUMBER, ...Object.keys(BAD_ARGUMENTS).filter((name) => name !== 'nn_create')].sort(),
    );
  });
});

describe('a wrong call changes nothing', () => {
  /** @type {number} */
  let id;
  /** @type {number} */
  let twin;
  beforeEach(() => {
    const plan = { w: W, options: { NN_BATCH_SIZE: 3, NN_DROPOUT_RATE: 0.1 } };
    [id, twin] = [makeRun(engine, plan), makeRun(engine, plan)];
  });

  /** @param {() => void} wrongCalls */
  function keepsAll(wrongCalls) {
    const before = visible(id);
    wrongCalls();
    assert.deepEqual(visible(id), before);
    for (const each of [id, twin]) ok(engine, engine.c.nn_train(each, 7));
    assert.equal(fingerprintOf(engine, id), fingerprintOf(engine, twin));
    for (const each of [id, twin]) ok(engine, engine.c.nn_destroy(each));
  }

  for (const { name, parameters } of FUNCTIONS.filter((each) => each.parameters[0]?.name === 'id')) {
    test(`${name} of no run: 0, negative, never made, freed`, () =>
      keepsAll(() => {
        const freed = makeRun(engine, {});
        engine.c.nn_destroy(freed);
        for (const wrong of [0, -1, freed, freed + 1000, LEAST, MOST]) {
          assertRefused(name, [wrong, ...parameters.slice(1).map(() => 1)], NN.NN_BAD_ID);
          assert.match(engine.text(engine.c.nn_error_message()) ?? '', new RegExp(`id ${wrong};`));
        }
      }));
  }

  for (const [name, cases] of Object.entries(BAD_ARGUMENTS)) {
    test(`${name} with numbers out of range`, () =>
      keepsAll(() => {
        for (const { args, exchange = [1, 0, 1] } of cases) {
          engine.exchange.set(exchange);
          assertRefused(name, name === 'nn_create' ? args : [id, ...args], NN.NN_BAD_ARGUMENT);
        }
      }));
  }

  test('data that do not fit the network or its loss', () =>
    keepsAll(() => {
      const pair = makeRun(engine, {
        outputs: 2,
        y: [
          [0, 1],
          [1, 0],
          [0, 0],
          [1, 1],
        ],
        loss: NN.NN_SQUARED_ERROR,
      });
      assertRefused('nn_generate', [pair, NN.NN_DATA_XOR, 0, 1], NN.NN_BAD_ARGUMENT);
      assert.equal(engine.text(engine.c.nn_error_message()), 'xor needs a network with 1 output and inputs: 2');
      for (const y of [1.0001e9, -1.0001e9, ...OUT_OF_REALS]) {
        engine.exchange.set([0, 0, 1, y]);
        assertRefused('nn_set_example', [pair, 1], NN.NN_BAD_ARGUMENT);
        assert.match(engine.text(engine.c.nn_error_message()) ?? '', /^a target must be -1e9\.\.1e9, got /);
      }
      ok(engine, engine.c.nn_destroy(pair));
    }));

  test('data, options, frozen parameters and unit rates are settled by the first step', () =>
    keepsAll(() => {
      for (const each of [id, twin]) ok(engine, engine.c.nn_train(each, 1));
      const before = visible(id);
      engine.exchange.set([0, 0, 1]);
      assertRefused('nn_set_example', [id, 0], NN.NN_BAD_STATE);
      assertRefused('nn_generate', [id, 0, 0, 1], NN.NN_BAD_STATE);
      assertRefused('nn_set_option', [id, NN.NN_CLIP, 0.1], NN.NN_BAD_STATE);
      assertRefused('nn_set_frozen', [id, 0, 1], NN.NN_BAD_STATE);
      assertRefused('nn_set_unit_rate', [id, 1, 1, 0.5], NN.NN_BAD_STATE);
      assert.deepEqual(visible(id), before);
      // Back to where all of them would be allowed, and both runs stand alike.
      for (const each of [id, twin]) ok(engine, engine.c.nn_reset(each));
    }));
});

test('a prediction takes the largest inputs there are, and looks at nothing behind its rows', () => {
  const id = makeRun(engine, {});
  engine.exchange.fill(NaN);
  engine.exchange.set([1e9, -1e9, -1e9, 1e9]);
  ok(engine, engine.c.nn_predict(id, 2, 1));
  assert.deepEqual([...engine.exchange.subarray(0, 4)], [0.5, 0.5, 0.5, 0.5]);
  ok(engine, engine.c.nn_destroy(id));
});

test('examples may be set in any order, again and again: none touches another', () => {
  const next = numbers(8);
  // More than go through this network together, and no whole number of vectors.
  const x = table(293, 3, next);
  const y = table(293, 2, () => Number(next() < 0.5));
  const id = makeRun(engine, {
    inputs: 3,
    hidden: [5],
    outputs: 2,
    x: x.map((row) => row.map(() => 0)),
    y: y.map((row) => row.map(() => 0)),
  });
  for (let example = 292; example >= 0; example -= 1) {
    engine.exchange.set([...x[example], ...y[example]]);
    ok(engine, engine.c.nn_set_example(id, example));
  }
  x.forEach((row, example) => {
    ok(engine, engine.c.nn_get_example(id, example));
    assert.deepEqual([...engine.exchange.subarray(0, 5)], [...row, ...y[example]], `example ${example}`);
  });
  ok(engine, engine.c.nn_destroy(id));
});

test('what a look-up gives past the ends of its list', () => {
  for (const [name, { past, gives }] of Object.entries(LOOK_UPS)) {
    for (const args of past) assert.equal(engine.c[name](...args), gives, `${name}(${args})`);
  }
});

test('random calls of every export with random numbers end with a status, whatever they are', () => {
  const next = numbers(11);
  const pick = (/** @type {readonly number[]} */ list) => list[Math.floor(next() * list.length)];
  const wild = {
    int32_t: [0, 1, 2, 3, 4, 7, 16, -1, LEAST, MOST],
    uint32_t: [0, 1, 2 ** 32 - 1],
    double: [0, 1, -1, 0.5, 5e-324, 1e300, ...OUT_OF_REALS],
  };
  const alive = [
    makeRun(engine, { w: W }),
    makeRun(engine, { hidden: [], bias: 0 }),
    makeRun(engine, { hidden: [3, 2], activation: NN.NN_RELU }),
  ];
  for (let i = 0; i < effort({ short: 40000, soak: 2000000, recorded: 8000 }); i += 1) {
    const { name, parameters } = FUNCTIONS[Math.floor(next() * FUNCTIONS.length)];
    if (name === 'nn_destroy') continue;
    if (next() < 0.3) for (let at = 0; at < 8; at += 1) engine.exchange[at] = pick([...wild.double, 2, 3, 4]);
    const args = parameters.map((parameter) =>
      parameter.name === 'id' ? pick([...alive, 0, -1]) : pick(wild[/** @type {'double'} */ (parameter.type)]),
    );
    // The most steps there are would only take long.
    if (name === 'nn_train' && args[1] > 100) args[1] = 100;
    const result = engine.c[name](...args);
    if (name === 'nn_create' && result > 0) engine.c.nn_destroy(result);
    const code = engine.c.nn_error_code();
    assert.ok((code >= NN.NN_OK && code <= NN.NN_BAD_STATE) || code === NN.NN_KINK, `${name}(${args}): ${code}`);
    assert.equal(engine.text(engine.c.nn_error_message()) === '', code === NN.NN_OK);
  }
  for (const id of alive) assert.ok(parametersOf(engine, id).every(Number.isFinite));
});

test("when the module's memory is used up, that is an error like any other, and what is there goes on", async () => {
  engine = await openEngine({ record: 'never' });
  const first = makeRun(engine, { w: W });
  const wide = makeRun(engine, { inputs: 64, hidden: [128, 128], x: [new Array(64).fill(0)], y: [[0]], w: new Array(24961).fill(0) });
  const before = visible(first);
  const create = (/** @type {number} */ examples, /** @type {number} */ units) => {
    engine.exchange[0] = units;
    return engine.c.nn_create(2, 1, 1, 0, 0, 0, 1, examples);
  };
  /** @type {number[]} */
  const made = [];
  for (const [examples, units] of [
    [20000, 128],
    [1000, 64],
    [4, 1],
  ]) {
    for (let id = create(examples, units); id !== 0; id = create(examples, units)) made.push(id);
    assert.equal(engine.c.nn_error_code(), NN.NN_NO_MEMORY);
    assert.match(engine.text(engine.c.nn_error_message()) ?? '', /^no memory for a run of \d+ bytes; /);
  }
  // How many exactly hangs on how the last few fit; one would be no test.
  assert.ok(made.length > 15);
  assert.equal(engine.c.nn_firmness(wide, 1, 1, 2), NaN);
  assert.equal(engine.c.nn_error_code(), NN.NN_NO_MEMORY);
  assert.deepEqual({ ...visible(first), alive: 0 }, { ...before, alive: 0 });
  ok(engine, engine.c.nn_train(first, 10));
  for (const id of made) ok(engine, engine.c.nn_destroy(id));
  assert.ok(engine.c.nn_firmness(wide, 1, 1, 2) < 1);
  assert.ok(create(20000, 128) > 0);
  assert.equal(engine.c.nn_alive(), 3);
});
