/**
 * The engine's exp, log, sigmoid and tanh over their whole range against a reference of 140 bits and more (high-precision.js), with the worst
 * case printed; special values; and the arrays that networks are made of against the single numbers.
 */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { NN, effort, openEngine } from '../support/engine.js';
import * as reference from '../support/high-precision.js';
import { makeRun, numbers, ok } from '../support/runs.js';

/** @type {import('../support/engine.js').RawEngine} */
let engine;
before(async () => {
  engine = await openEngine();
});

const scratch = new DataView(new ArrayBuffer(8));

/** The double so many places further up or down. @param {number} x @param {number} places */
function neighbor(x, places) {
  scratch.setFloat64(0, x);
  scratch.setBigInt64(0, scratch.getBigInt64(0) + BigInt(places));
  return scratch.getFloat64(0);
}

/** Points of [low, high]: even, log-spaced in size with both signs, around the borders of argument reduction, and around
 * every given point: thresholds, and the worst places that a longer search (some 700,000 points each) has found. */
function* pointsOf(/** @type {number} */ low, /** @type {number} */ high, /** @type {number[]} */ special, /** @type {number} */ count) {
  const next = numbers(13);
  for (let i = 0; i < count; i += 1) yield low + (high - low) * next();
  for (let i = 0; i < count; i += 1) yield 2 ** (10.5 - 12 * next()) * (next() < 0.5 ? -1 : 1);
  for (let i = 0; i < count / 2; i += 1) yield 2 ** (10.5 - 1085 * next()) * (next() < 0.5 ? -1 : 1);
  for (let k = -2160; k <= 2160; k += 1) {
    for (const places of [-2, -1, 0, 1, 2]) yield neighbor((k * Math.LN2) / 2, places);
  }
  for (const point of special) for (let places = -40; places <= 40; places += 1) yield neighbor(point, places);
}

/**
 * @param {string} name
 * @param {(x: number) => reference.Big} exact
 * @param {Iterable<number>} points
 * @param {{ low: number, high: number }} range points outside are left out
 */
function worstError(name, exact, points, { low, high }) {
  const call = engine.c[name];
  let worst = { ulps: 0, x: 0 };
  let measured = 0;
  for (const x of points) {
    if (!(x >= low && x <= high)) continue;
    measured += 1;
    const ulps = reference.ulpsApart(call(x), exact(x));
    if (ulps > worst.ulps) worst = { ulps, x };
  }
  return { ...worst, measured };
}

const COUNT = effort({ short: 12000, soak: 3000000, recorded: 40 });
const TINY = [5e-324, 1e-310, 2 ** -1022, 2 ** -54, 2 ** -53, 2 ** -28, 2 ** -27, 2 ** -26, 1e-5];

describe('within its limit of the exact value, over the whole range', () => {
  /** @type {Record<string, { exact: (x: number) => reference.Big, limit: number, low: number, high: number, special: number[] }>} */
  const functions = {
    nn_exp: {
      exact: reference.exp,
      limit: 1,
      low: -745.13,
      high: 709.78,
      special: [...TINY, -745.13, -744, -709, -708.4, 708, 709.78, 1, -1, 513.2796339314704],
    },
    nn_sigmoid: {
      exact: reference.sigmoid,
      limit: 2.5,
      low: -745.13,
      high: 800,
      special: [...TINY, -745.13, -709, -708.4, -708, -37, 36.7, 37, 708, 709.8, -34.658299943611716],
    },
    nn_tanh: {
      exact: reference.tanh,
      limit: 2.5,
      low: -800,
      high: 800,
      special: [...TINY, 0.17, 0.24, 0.25, 0.22112180747509136, 0.45, 0.5, 0.51991607534398765, 0.55, 1, 18.7, 19.06, 20, 22],
    },
  };
  for (const [name, { exact, limit, low, high, special }] of Object.entries(functions)) {
    test(`${name}: at most ${limit} ulp`, (t) => {
      const points = pointsOf(low, high, [...special, ...special.map((x) => -x)], COUNT);
      const { ulps, x, measured } = worstError(name, exact, points, { low, high });
      t.diagnostic(`${name}: ${ulps.toFixed(3)} ulp at worst, at x = ${x}, of ${measured} points`);
      assert.ok(ulps <= limit && measured > COUNT, `${ulps} at ${x}`);
    });
  }

  test('nn_log: at most 1 ulp', (t) => {
    function* points() {
      const next = numbers(17);
      for (let i = 0; i < COUNT; i += 1) yield 0.4 + 2.2 * next();
      for (let i = 0; i < COUNT; i += 1) yield 1 + (next() - 0.5) * 2 ** (-52 * next());
      for (let i = 0; i < COUNT; i += 1) yield 2 ** (1023.9 - 2097 * next());
      for (let k = -1074; k < 1024; k += 1) for (const places of [-1, 0, 1]) yield Math.abs(neighbor(2 ** k, places));
      for (const point of [Math.SQRT1_2, Math.SQRT2, 1, 2, 2 ** -1022])
        for (let places = -60; places <= 60; places += 1) yield neighbor(point, places);
    }
    const { ulps, x, measured } = worstError('nn_log', reference.log, points(), { low: 5e-324, high: Number.MAX_VALUE });
    t.diagnostic(`nn_log: ${ulps.toFixed(3)} ulp at worst, at x = ${x}, of ${measured} points`);
    assert.ok(ulps <= 1 && measured > COUNT, `${ulps} at ${x}`);
  });
});

describe('special values', () => {
  const same = (/** @type {string} */ name, /** @type {[number, number][]} */ pairs) => {
    for (const [x, y] of pairs) assert.ok(Object.is(engine.c[name](x), y), `${name}(${x}) is ${engine.c[name](x)}, not ${y}`);
  };
  const { MAX_VALUE } = Number;
  test('of exp', () =>
    same('nn_exp', [
      [0, 1],
      [-0, 1],
      [Infinity, Infinity],
      [-Infinity, 0],
      [NaN, NaN],
      [709.79, Infinity],
      [710, Infinity],
      [MAX_VALUE, Infinity],
      [-745.14, 0],
      [-745.2, 0],
      [-MAX_VALUE, 0],
      [-745.1332191019411, 5e-324],
      [5e-324, 1],
    ]));
  test('of log', () =>
    same('nn_log', [
      [1, 0],
      [0, -Infinity],
      [-0, -Infinity],
      [Infinity, Infinity],
      [-1, NaN],
      [-5e-324, NaN],
      [-Infinity, NaN],
      [NaN, NaN],
      [MAX_VALUE, 709.782712893384],
      [5e-324, -744.4400719213812],
      [Math.E, 1],
    ]));
  test('of sigmoid', () =>
    same('nn_sigmoid', [
      [0, 0.5],
      [-0, 0.5],
      [Infinity, 1],
      [-Infinity, 0],
      [NaN, NaN],
      [40, 1],
      [709, 1],
      [MAX_VALUE, 1],
      [-746, 0],
      [-MAX_VALUE, 0],
      [-744, 1e-323],
    ]));
  test('of tanh', () =>
    same('nn_tanh', [
      [0, 0],
      [-0, -0],
      [Infinity, 1],
      [-Infinity, -1],
      [NaN, NaN],
      [20, 1],
      [-20, -1],
      [MAX_VALUE, 1],
      [-MAX_VALUE, -1],
      [5e-324, 5e-324],
      [-5e-324, -5e-324],
      [2 ** -1022, 2 ** -1022],
    ]));
});

test('tanh is odd to the bit, and no function leaves its range', () => {
  for (const x of pointsOf(-30, 30, TINY, effort({ short: 20000, soak: 1000000, recorded: 20 }))) {
    if (Number.isNaN(x)) continue;
    assert.ok(Object.is(engine.c.nn_tanh(-x), -engine.c.nn_tanh(x)), `${x}`);
    assert.ok(Math.abs(engine.c.nn_tanh(x)) <= 1);
    const s = engine.c.nn_sigmoid(x);
    assert.ok(s >= 0 && s <= 1);
  }
});

describe('a layer of a network', () => {
  /** The activations of a network that only copies its inputs. @param {string} activation @param {number[]} rows */
  function throughNetwork(activation, rows) {
    const id = makeRun(engine, {
      inputs: 1,
      hidden: [],
      bias: 0,
      loss: NN.NN_SQUARED_ERROR,
      outputActivation: NN[activation],
      x: [[0]],
      y: [[0]],
      w: [1],
    });
    engine.exchange.set(rows);
    ok(engine, engine.c.nn_predict(id, rows.length, 1));
    engine.c.nn_destroy(id);
    return [...engine.exchange.subarray(0, rows.length)];
  }
  const next = numbers(21);
  const spread = (/** @type {number} */ count) => Array.from({ length: count }, () => (next() - 0.5) * 2 ** (12 * next()));
  /** Blocks of every length up to a full one, some with values past the range of the fast path at one place, and on
      its border at others. */
  const blocks = Array.from({ length: 64 }, (_, i) => spread(i + 1)).flatMap((block, i) => [
    block,
    block.map((x, at) => (at === (i * 7) % block.length ? -740.5 - i / 100 : at % 5 === 2 ? 708 * (-1) ** at : x)),
  ]);

  /** @type {Record<string, (x: number) => number>} */
  const values = {
    NN_SIGMOID: (x) => engine.c.nn_sigmoid(x),
    NN_TANH: (x) => engine.c.nn_tanh(x),
    NN_LINEAR: (x) => x,
    NN_RELU: (x) => Math.max(x, 0),
    NN_LEAKY_RELU: (x) => (x > 0 ? x : 0.01 * x),
  };
  for (const [activation, value] of Object.entries(values)) {
    test(`has the same bits as the single numbers: ${activation}`, () => {
      for (const block of blocks)
        throughNetwork(activation, block).forEach((a, at) => assert.ok(a === value(block[at]), `${block[at]} -> ${a}`));
    });
  }

  test('has softplus within 2.5 ulp where it is above 1e-300', (t) => {
    let worst = { ulps: 0, x: 0 };
    const points = [...blocks.flat(), ...pointsOf(-690, 700, TINY, COUNT / 20)].filter((x) => x > -690 && x < 1e9);
    for (let at = 0; at < points.length; at += 64) {
      const block = points.slice(at, at + 64);
      throughNetwork('NN_SOFTPLUS', block).forEach((a, i) => {
        const ulps = reference.ulpsApart(a, reference.softplus(block[i]));
        if (ulps > worst.ulps) worst = { ulps, x: block[i] };
      });
    }
    t.diagnostic(`softplus: ${worst.ulps.toFixed(3)} ulp at worst, at x = ${worst.x}`);
    assert.ok(worst.ulps <= 2.5);
  });

  test('has losses that stay finite and right where the output rounds to 0 or 1', () => {
    const loss = (/** @type {number} */ z, /** @type {number} */ y) => {
      const id = makeRun(engine, { inputs: 1, hidden: [], bias: 0, x: [[z]], y: [[y]], w: [1] });
      const result = engine.c.nn_loss(id);
      engine.c.nn_destroy(id);
      return result;
    };
    // -ln sigmoid(z) = softplus(-z), and the other way round for y = 0. What is below 1e-299 is as good as 0.
    for (const z of [-1e9, -800, -740, -40, -1, 0, 1e-9, 1, 30, 40, 720, 1e9]) {
      for (const y of [0, 1]) {
        const wanted = Math.abs(z) > 1000 ? Math.max(y ? -z : z, 0) : 0;
        const got = loss(z, y);
        if (wanted) assert.equal(got, wanted);
        else if ((y ? -z : z) > -690) assert.ok(reference.ulpsApart(got, reference.softplus(y ? -z : z)) < 3, `${z}, ${y}: ${got}`);
        else assert.ok(got < 1e-299);
      }
    }
  });
});
