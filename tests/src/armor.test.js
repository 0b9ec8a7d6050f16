/**
 * Every export called wrongly: with ids that name no run, numbers out of their range, at the wrong moment, and at random. Each such call
 * gets a status and a sentence, changes nothing that anybody can see, and never traps. The list of exports is nn.h's: one without
 * cases here fails.
 */
import assert from 'node:assert/strict';
import { before, beforeEach, describe, test } from 'node:test';
import { FUNCTIONS, NN, effort, openEngine } from '../support/engine.js';
import { fingerprintOf, gradientsOf, makeRun, numbers, ok, parametersOf, table } from '../support/runs.js';

/** @type {import('../support/engine.js').RawEngine} */
let engine;
before(async () => {
  engine = await openEngine();
});

const W = [0.5, -0.3, 0.2, 0.7, -0.6, 0.4, 0.1, -0.2, 0.3];
const [LEAST, MOST] = [-(2 ** 31), 2 ** 31 - 1];
const OUT_OF_REALS = [NaN, Infinity, -Infinity];

/** What a function returns when it fails; those that are not named return a status. @type {Record<string, number>} */
const FAILURES = {
  nn_create: 0,
  nn_memory: 0,
  nn_parameter_count: 0,
  nn_parameters: 0,
  nn_gradients: 0,
  nn_stopped: 0,
  nn_ties: 0,
  nn_history_count: 0,
  nn_history_steps: 0,
  nn_history_losses: 0,
  nn_history_parameters: 0,
  nn_fingerprint_high: 0,
  nn_fingerprint_low: 0,
  nn_weight_index: -1,
  nn_bias_index: -1,
  nn_step: -1,
  nn_loss: NaN,
  nn_numeric_gradient: NaN,
  nn_trace: NaN,
  nn_distance: NaN,
  nn_firmness: NaN,
};

/** @typedef {{ args: number[], exchange?: number[] }} Case one call, its id left out, after the exchange buffer was filled so */

/** @param {...number[]} lists @returns {Case[]} */
const calls = (...lists) => lists.map((args) => ({ args }));

/** Wrong layers, units and second units for a function that takes them, other arguments behind. @param {number[]} [rest] */
const wrongUnits = (rest = []) =>
  calls(
    ...[0, 2, -1, LEAST, MOST].map((layer) => [layer, 1, 2, ...rest]),
    ...[0, 3, -1, LEAST, MOST].flatMap((unit) => [
      [1, unit, 2, ...rest],
      [1, 1, unit, ...rest],
    ]),
  );

const SHAPE = [2, 1, 1, 0, 0, 0, 1, 4];

/** @param {number} at @param {number} value */
const shapeWith = (at, value) => SHAPE.map((each, i) => (i === at ? value : each));

/** Calls of each function that have to end with NN_BAD_ARGUMENT, for a fresh run 2-2-1 with biases. @type {Record<string, Case[]>} */
const BAD_ARGUMENTS = {
  nn_create: [
    ...[
      [0, 65, -1, MOST],
      [-1, 9, LEAST, MOST],
      [0, 17, -1, LEAST],
      [-1, 6, MOST],
      [-1, 6, LEAST],
      [-1, 2, MOST],
      [-1, 2, LEAST],
      [0, 20001, -1, MOST],
    ].flatMap((wrong, at) => calls(...wrong.map((value) => shapeWith(at, value)))),
    ...[1, 2, 3, 4, 5].flatMap((activation) => calls(shapeWith(4, activation))),
    ...[0, 129, 1.5, -3, 1e300, ...OUT_OF_REALS].map((units) => ({ args: SHAPE, exchange: [units] })),
    { args: shapeWith(1, 3), exchange: [2, 2, 0] },
  ],
  nn_set_example: [
    ...calls([-1], [4], [LEAST], [MOST]),
    ...[1.0001e9, -1.0001e9, ...OUT_OF_REALS].flatMap((x) => [
      { args: [1], exchange: [x, 0, 1] },
      { args: [1], exchange: [0, x, 1] },
    ]),
    ...[1.0001, -1e-300, ...OUT_OF_REALS].map((y) => ({ args: [1], exchange: [0, 0, y] })),
  ],
  nn_get_example: calls([-1], [4], [LEAST], [MOST]),
  nn_generate: calls(
    [-1, 0, 1],
    [10, 0, 1],
    [MOST, 0, 1],
    [0, -1e-9, 1],
    [0, 10.1, 1],
    ...OUT_OF_REALS.map((noise) => [0, noise, 1]),
    [9, 0, 1],
  ),
  nn_set_option: [
    ...calls([-1, 0], [16, 0], [LEAST, 0], [MOST, 0]),
    ...Array.from({ length: 16 }, (_, option) => [-1e-9, 5e9, ...OUT_OF_REALS].map((value) => ({ args: [option, value] }))).flat(),
    ...calls(
      [NN.NN_OPTIMIZER, 5],
      [NN.NN_OPTIMIZER, 0.5],
      [NN.NN_LEARNING_RATE, 1.001e6],
      [NN.NN_BATCH_SIZE, 1.5],
      [NN.NN_SHUFFLE_SEED, 2 ** 32],
      [NN.NN_MOMENTUM_FACTOR, 1],
      [NN.NN_BETA1, 1],
      [NN.NN_BETA2, 1],
      [NN.NN_EPSILON, 0],
      [NN.NN_DECAY, 1],
      [NN.NN_DROPOUT_RATE, 1],
      [NN.NN_NOISE_SEED, 0.1],
    ),
  ],
  nn_set_frozen: calls([-1, 1], [9, 1], [LEAST, 1], [MOST, 1], [0, 2], [0, -1]),
  nn_set_unit_rate: calls(
    [0, 1, 1],
    [3, 1, 1],
    [2, 2, 1],
    [1, 0, 1],
    [1, 3, 1],
    [1, 1, -1e-9],
    [1, 1, 1.01e6],
    ...OUT_OF_REALS.map((factor) => [1, 1, factor]),
  ),
  nn_weight_index: calls([0], [7], [-1], [LEAST], [MOST]),
  nn_bias_index: calls([0], [4], [-1], [LEAST], [MOST]),
  nn_set_parameter: calls(
    [-1, 0],
    [9, 0],
    [LEAST, 0],
    [MOST, 0],
    [0, 1.0001e12],
    [0, -1.0001e12],
    ...OUT_OF_REALS.map((value) => [0, value]),
  ),
  nn_initialize: calls(
    [-1, 1, 0, 1],
    [10, 1, 0, 1],
    [MOST, 1, 0, 1],
    [1, 1, 1.01e6, 1],
    [1, 1, -1.01e6, 1],
    [2, 1, 0, 0],
    [2, 1, 0, -1],
    [2, 1, 0, 1.01e6],
    ...OUT_OF_REALS.flatMap((value) => [
      [2, 1, value, 1],
      [2, 1, 0, value],
    ]),
  ),
  nn_tie: [...wrongUnits([7]), ...calls([1, 1, 2, 0], [1, 1, 2, 8], [1, 1, 2, -1], [1, 1, 2, LEAST])],
  nn_nudge_ulps: calls([-1, 1], [9, 1], [LEAST, 1], [MOST, 1]),
  nn_nudge_by: calls([-1, 1], [9, 1], [LEAST, 1], [MOST, 1], [0, 1e13], [0, -1e13], ...OUT_OF_REALS.map((amount) => [0, amount])),
  nn_train: calls([-1], [LEAST]),
  nn_numeric_gradient: calls([-1], [9], [LEAST], [MOST]),
  nn_predict: [
    ...calls([0, 1], [65, 1], [-1, 1], [LEAST, 1], [MOST, 1], [1, 0], [1, 3], [1, -1], [1, MOST]),
    ...[1.0001e9, -1.0001e9, ...OUT_OF_REALS].map((x) => ({ args: [2, 1], exchange: [0, 0, 0, x] })),
  ],
  nn_trace: calls([-1], [4], [LEAST], [MOST]),
  nn_ties: calls([0], [2], [-1], [LEAST], [MOST]),
  nn_distance: wrongUnits(),
  nn_firmness: wrongUnits(),
};

/** Takes nothing but an id. */
const ONLY_AN_ID = [
  'nn_destroy',
  'nn_memory',
  'nn_parameter_count',
  'nn_parameters',
  'nn_keep_start',
  'nn_reset',
  'nn_stopped',
  'nn_step',
  'nn_loss',
  'nn_gradients',
  'nn_fingerprint_high',
  'nn_fingerprint_low',
  'nn_history_count',
  'nn_history_steps',
  'nn_history_losses',
  'nn_history_parameters',
];

/** Names, defaults and numbers of a list: what comes back past its ends. @type {Record<string, { past: number[][], gives: number }>} */
const LOOK_UPS = {
  ...Object.fromEntries(
    Object.entries({ activation: 6, loss: 2, scheme: 10, optimizer: 5, option: 16, dataset: 10 }).map(([list, end]) => [
      `nn_${list}_name`,
      { past: [[-1], [end], [LEAST], [MOST]], gives: 0 },
    ]),
  ),
  ...Object.fromEntries(
    ['default', 'minimum', 'maximum'].map((what) => [`nn_option_${what}`, { past: [[-1], [16], [LEAST], [MOST]], gives: NaN }]),
  ),
  ...Object.fromEntries(
    ['features', 'examples', 'noise', 'target'].map((what) => [`nn_dataset_${what}`, { past: [[-1], [10], [LEAST], [MOST]], gives: 0 }]),
  ),
  ...Object.fromEntries(
    [
      ['feature', 0],
      ['unit', 0],
      ['offset', NaN],
      ['scale', NaN],
    ].map(([what, gives]) => [
      `nn_dataset_${what}`,
      {
        past: [
          [-1, 0],
          [10, 0],
          [0, -1],
          [0, 2],
          [9, 4],
          [MOST, MOST],
          [LEAST, LEAST],
        ],
        gives: Number(gives),
      },
    ]),
  ),
};

/** Cannot be called wrongly; math.test.js has the functions. */
const CANNOT_FAIL = [
  'nn_version',
  'nn_exchange',
  'nn_exchange_length',
  'nn_error_code',
  'nn_error_message',
  'nn_exp',
  'nn_log',
  'nn_sigmoid',
  'nn_tanh',
  'nn_alive',
];

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
    const listed = [...Object.keys(BAD_ARGUMENTS), ...ONLY_AN_ID, ...Object.keys(LOOK_UPS), ...CANNOT_FAIL];
    assert.deepEqual(listed.sort(), FUNCTIONS.map(({ name }) => name).sort());
    const withId = FUNCTIONS.filter(({ parameters }) => parameters[0]?.name === 'id').map(({ name }) => name);
    assert.deepEqual(withId.sort(), [...ONLY_AN_ID, ...Object.keys(BAD_ARGUMENTS).filter((name) => name !== 'nn_create')].sort());
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
      assertRefused('nn_set_option', [id, NN.NN_L2, 0.1], NN.NN_BAD_STATE);
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
    assert.ok(code >= NN.NN_OK && code <= NN.NN_BAD_STATE, `${name}(${args}): ${code}`);
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
  assert.ok(made.length > 20);
  assert.equal(engine.c.nn_firmness(wide, 1, 1, 2), NaN);
  assert.equal(engine.c.nn_error_code(), NN.NN_NO_MEMORY);
  assert.deepEqual({ ...visible(first), alive: 0 }, { ...before, alive: 0 });
  ok(engine, engine.c.nn_train(first, 10));
  for (const id of made) ok(engine, engine.c.nn_destroy(id));
  assert.ok(engine.c.nn_firmness(wide, 1, 1, 2) < 1);
  assert.ok(create(20000, 128) > 0);
  assert.equal(engine.c.nn_alive(), 3);
});
