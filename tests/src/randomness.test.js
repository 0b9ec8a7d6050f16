/**
 * What is drawn from seeds: initial weights, dropout masks, gradient noise. The stream itself is the engine's own business; what is
 * tested are the properties that a user relies on.
 */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { NN, effort, openEngine } from '../support/engine.js';
import { fingerprintOf, gradientsOf, makeRun, ok, parametersOf } from '../support/runs.js';

/** @type {import('../support/engine.js').RawEngine} */
let engine;
before(async () => {
  engine = await openEngine();
});

/** @param {readonly number[]} values */
function moments(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const fourth = values.reduce((sum, value) => sum + (value - mean) ** 4, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance), kurtosis: fourth / variance ** 2 };
}

describe('initial weights', () => {
  const [INPUTS, UNITS] = [60, 100];
  const COUNT = INPUTS * UNITS;

  /**
   * The first layer's weights, 60 incoming and 100 outgoing connections.
   * @param {string} scheme
   * @param {{ seed?: number, value?: number, scale?: number }} [options]
   */
  function draw(scheme, { seed = 1, value = 0, scale = 1 } = {}) {
    const id = makeRun(engine, { inputs: INPUTS, hidden: [UNITS], x: [new Array(INPUTS).fill(0)], y: [[0]] });
    ok(engine, engine.c.nn_set_parameter(id, COUNT, 5));
    ok(engine, engine.c.nn_initialize(id, NN[scheme], seed, value, scale));
    const all = [...parametersOf(engine, id)];
    engine.c.nn_destroy(id);
    assert.deepEqual(all.slice(COUNT, COUNT + UNITS), new Array(UNITS).fill(0), 'biases are 0');
    assert.equal(all.at(-1), 0);
    return { weights: all.slice(0, COUNT), next: all.slice(COUNT + UNITS, -1) };
  }

  /** Each random scheme's half width of a uniform or deviation of a normal distribution, for 60 and 100 and for 100 and 1 connections. */
  const SPREADS = {
    NN_UNIFORM: [1, 1],
    NN_NORMAL: [1, 1],
    NN_GLOROT_UNIFORM: [Math.sqrt(6 / 160), Math.sqrt(6 / 101)],
    NN_GLOROT_NORMAL: [Math.sqrt(2 / 160), Math.sqrt(2 / 101)],
    NN_HE_UNIFORM: [Math.sqrt(6 / 60), Math.sqrt(6 / 100)],
    NN_HE_NORMAL: [Math.sqrt(2 / 60), Math.sqrt(2 / 100)],
    NN_LECUN_UNIFORM: [Math.sqrt(3 / 60), Math.sqrt(3 / 100)],
    NN_LECUN_NORMAL: [Math.sqrt(1 / 60), Math.sqrt(1 / 100)],
  };

  for (const [scheme, [spread, nextSpread]] of Object.entries(SPREADS)) {
    test(`${scheme} has the distribution it names, in every layer`, () => {
      const { weights, next } = draw(scheme, { seed: 7 });
      const { mean, deviation, kurtosis } = moments(weights);
      const uniform = scheme.endsWith('UNIFORM');
      const expected = uniform ? spread / Math.sqrt(3) : spread;
      // Standard errors with 6,000 draws: the mean's is 1.3 %, the deviation's under 1 %, the kurtosis's 0.06; four of each.
      assert.ok(Math.abs(mean) < 0.052 * expected, `mean ${mean}`);
      assert.ok(Math.abs(deviation / expected - 1) < 0.037, `deviation ${deviation}, expected ${expected}`);
      assert.ok(Math.abs(kurtosis - (uniform ? 1.8 : 3)) < (uniform ? 0.1 : 0.26), `kurtosis ${kurtosis}`);
      const nextExpected = uniform ? nextSpread / Math.sqrt(3) : nextSpread;
      assert.ok(Math.abs(moments(next).deviation / nextExpected - 1) < 0.3);
      if (uniform) {
        assert.ok(weights.every((weight) => Math.abs(weight) <= spread));
        assert.ok(Math.max(...weights) > 0.998 * spread && Math.min(...weights) < -0.998 * spread);
      }
    });

    test(`${scheme} is scaled by its scale, and belongs to its seed`, () => {
      const { weights } = draw(scheme, { seed: 7 });
      const scaled = draw(scheme, { seed: 7, scale: 0.25, value: 9 }).weights;
      assert.deepEqual(
        scaled,
        weights.map((weight) => 0.25 * weight),
      );
      const largest = draw(scheme, { seed: 7, scale: 1e6 }).weights;
      assert.ok(
        largest.every((weight, at) => Math.abs(weight / weights[at] - 1e6) < 1e-6),
        'by the largest, too',
      );
      assert.equal(new Set(weights).size, COUNT);
      const other = draw(scheme, { seed: 8 }).weights;
      assert.ok(weights.every((weight, at) => weight !== other[at]));
      const last = draw(scheme, { seed: 2 ** 32 - 1 }).weights;
      assert.notDeepEqual(last, draw(scheme, { seed: 2 ** 32 - 2 }).weights);
    });
  }

  test('a range is stretched from the generator’s own numbers, to the bit', () => {
    // -1 to 1 is 2 u - 1, without any rounding.
    const u = draw('NN_UNIFORM', { seed: 7 }).weights.map((weight) => (weight + 1) / 2);
    for (const [value, scale] of [
      [0, 1],
      [-0.3, 0.7],
      [1e6, 1e-3],
    ]) {
      const { weights } = draw('NN_UNIFORM_RANGE', { seed: 7, value, scale });
      assert.deepEqual(
        weights,
        u.map((each) => value + scale * each),
      );
    }
  });

  test('zeros and a constant are what they say', () => {
    assert.deepEqual(new Set(draw('NN_ZEROS', { value: 3 }).weights), new Set([0]));
    assert.deepEqual(new Set(draw('NN_CONSTANT', { value: -0.5, scale: 7 }).weights), new Set([-0.5]));
  });
});

/**
 * One step of a linear model with inputs x = 1: its outgoing weights move where the unit was kept, its incoming ones too.
 * @param {{ units: number, examples: number, rate: number, seed?: number }} options
 */
function dropoutRun({ units, examples, rate, seed = 1 }) {
  const ones = Array.from({ length: examples }, () => [1]);
  const w = [...new Array(units).fill(1), ...new Array(units).fill(1 / 1024)];
  return makeRun(engine, {
    inputs: 1,
    hidden: [units],
    bias: 0,
    activation: NN.NN_LINEAR,
    outputActivation: NN.NN_LINEAR,
    loss: NN.NN_SQUARED_ERROR,
    x: ones,
    y: ones.map(() => [1000]),
    w,
    options: { NN_DROPOUT_RATE: rate, NN_DROPOUT_SEED: seed, NN_LEARNING_RATE: 1e-6 },
  });
}

/**
 * Which units one step kept, with batches of one example.
 * @param {number} id
 * @param {number} units
 */
function keptUnits(id, units) {
  const before = parametersOf(engine, id);
  ok(engine, engine.c.nn_train(id, 1));
  const moved = [...parametersOf(engine, id)].map((value, at) => value !== before[at]);
  assert.deepEqual(moved.slice(0, units), moved.slice(units), 'a dropped unit moves no weight, a kept one all of its own');
  return moved.slice(0, units);
}

describe('dropout', () => {
  test('gives each unit a mask of its own at each step, kept with probability 1 - rate', () => {
    const [units, steps, rate] = [100, effort({ short: 200, soak: 2000, recorded: 30 }), 0.3];
    const id = dropoutRun({ units, examples: 1, rate });
    const masks = Array.from({ length: steps }, () => keptUnits(id, units));
    const kept = masks.flat().filter(Boolean).length / (units * steps);
    assert.ok(Math.abs(kept - 0.7) < 4 * Math.sqrt(0.21 / (units * steps)), `${kept} kept`);
    assert.equal(new Set(masks.map((mask) => mask.join())).size, steps);
    // Of two units, one's mask says nothing of the other's: they agree in 0.7^2 + 0.3^2 of the cases.
    const agree = masks.filter((mask) => mask[0] === mask[1]).length / steps;
    assert.ok(Math.abs(agree - 0.58) < 4 * Math.sqrt((0.58 * 0.42) / steps), `${agree} agree`);
  });

  test('is inverted: what is kept is divided by 1 - rate, so that the mean stays', () => {
    const [units, rate] = [64, 0.75];
    const id = dropoutRun({ units, examples: 1, rate });
    const before = parametersOf(engine, id);
    const kept = keptUnits(id, units).filter(Boolean).length;
    assert.ok(kept > 4 && kept < 40);
    const after = parametersOf(engine, id);
    // a = 4 for a kept unit, so z = kept * 4 / 1024 and each kept outgoing weight moves by 1e-6 (1000 - z) 4.
    const expected = 1e-6 * (1000 - (kept * 4) / 1024) * 4;
    const moves = [...after.subarray(units)].map((value, at) => value - before[units + at]).filter((move) => move !== 0);
    for (const move of moves) assert.ok(Math.abs(move / expected - 1) < 1e-9, `${move}, expected ${expected}`);
  });

  test('draws another mask for every example of a batch, over blocks too', () => {
    const [units, examples, rate] = [1, 201, 0.5];
    const id = dropoutRun({ units, examples, rate });
    ok(engine, engine.c.nn_train(id, 1));
    const move = parametersOf(engine, id)[1] - 1 / 1024;
    // Kept examples have a = 2 and d = -(1000 - 2/1024), the others a = 0.
    const kept = (move / (1e-6 * 2 * (1000 - 2 / 1024))) * examples;
    assert.ok(Math.abs(kept - Math.round(kept)) < 1e-6, `${kept}`);
    assert.ok(Math.abs(kept - examples / 2) < 4 * Math.sqrt(examples / 4) && Math.round(kept) > 64, `${kept} of ${examples}`);
  });

  test('belongs to its seed, and is left out of losses, gradients and predictions', () => {
    const trained = (/** @type {number} */ seed) => {
      const id = dropoutRun({ units: 20, examples: 3, rate: 0.5, seed });
      ok(engine, engine.c.nn_train(id, 5));
      return fingerprintOf(engine, id);
    };
    assert.equal(trained(3), trained(3));
    assert.notEqual(trained(3), trained(4));
    const plain = dropoutRun({ units: 20, examples: 3, rate: 0 });
    const dropped = dropoutRun({ units: 20, examples: 3, rate: 0.5 });
    assert.equal(engine.c.nn_loss(dropped), engine.c.nn_loss(plain));
    assert.deepEqual(gradientsOf(engine, dropped), gradientsOf(engine, plain));
  });

  test('drops units of every hidden layer, and never of the output', () => {
    const x = [[1]];
    const w = [1, 1, 0.5, 0.5, 0.5, 0.5, 1, 1];
    const plan = {
      inputs: 1,
      hidden: [2, 2],
      bias: 0,
      activation: NN.NN_LINEAR,
      outputActivation: NN.NN_LINEAR,
      loss: NN.NN_SQUARED_ERROR,
      x,
      y: [[100]],
      w,
    };
    const id = makeRun(engine, { ...plan, options: { NN_DROPOUT_RATE: 0.5, NN_LEARNING_RATE: 1e-9 } });
    /** @type {Set<string>} */
    const seen = new Set();
    for (let step = 0; step < 200; step += 1) {
      const before = parametersOf(engine, id);
      ok(engine, engine.c.nn_train(id, 1));
      const moved = parametersOf(engine, id).map((value, at) => Number(value !== before[at]));
      seen.add(`${moved.subarray(2, 6)}`);
    }
    // Every pattern of (first layer) x (second layer): 3 x 3 with something kept in both, and nothing at all.
    assert.equal(seen.size, 10);
  });
});

describe('gradient noise', () => {
  test('is normal with its deviation, for every parameter of its own, and belongs to its seed', () => {
    const [units, std, rate] = [100, 0.25, 0.5];
    const run = (/** @type {number} */ seed) =>
      makeRun(engine, {
        inputs: 1,
        hidden: [units],
        activation: NN.NN_LINEAR,
        outputActivation: NN.NN_LINEAR,
        loss: NN.NN_SQUARED_ERROR,
        x: [[0]],
        y: [[0]],
        options: { NN_NOISE_STD: std, NN_NOISE_SEED: seed, NN_LEARNING_RATE: rate },
      });
    const id = run(1);
    const steps = effort({ short: 40, soak: 400, recorded: 10 });
    /** @type {number[]} */
    const noise = [];
    for (let step = 0; step < steps; step += 1) {
      // From zeros, the outputs are 0 and right: the gradient is the noise alone.
      const start = parametersOf(engine, id);
      ok(engine, engine.c.nn_train(id, 1));
      noise.push(...parametersOf(engine, id).map((value, at) => (start[at] - value) / rate));
      ok(engine, engine.c.nn_set_parameter(id, 0, 0));
      for (let at = 0; at < start.length; at += 1) ok(engine, engine.c.nn_set_parameter(id, at, 0));
    }
    const { mean, deviation, kurtosis } = moments(noise);
    assert.ok(Math.abs(mean) < (4 * std) / Math.sqrt(noise.length), `mean ${mean}`);
    assert.ok(Math.abs(deviation / std - 1) < 4 / Math.sqrt(2 * noise.length), `deviation ${deviation}`);
    assert.ok(Math.abs(kurtosis - 3) < 4 * Math.sqrt(24 / noise.length), `kurtosis ${kurtosis}`);
    assert.equal(new Set(noise).size, noise.length);
    const first = (/** @type {number} */ seed) => {
      const other = run(seed);
      ok(engine, engine.c.nn_train(other, 2));
      return fingerprintOf(engine, other);
    };
    assert.equal(first(5), first(5));
    assert.notEqual(first(5), first(6));
  });

  test('is added after clipping', () => {
    const plan = { w: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] };
    const id = makeRun(engine, { ...plan, options: { NN_NOISE_STD: 10, NN_CLIP: 1e-9, NN_LEARNING_RATE: 1 } });
    ok(engine, engine.c.nn_train(id, 1));
    assert.ok(parametersOf(engine, id).some((value, at) => Math.abs(value - plan.w[at]) > 1));
  });
});
