/**
 * Firmness: the smallest eigenvalue of the Hessian on the differences of two tied units. Against the same Hessian taken from gradients by
 * central differences, with an eigenvalue found in another way; and against what a nudged pair really does.
 */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { NN, effort, openEngine } from '../support/engine.js';
import { ACTIVATIONS, countParameters, gradientsOf, makeRun, numbers, ok, parametersOf, table } from '../support/runs.js';

/** @type {import('../support/engine.js').RawEngine} */
let engine;
before(async () => {
  engine = await openEngine();
});

/**
 * The indices of two units' parameters, in the same order: incoming weights, bias, outgoing weights.
 * @param {{ inputs: number, hidden: readonly number[], outputs: number, bias: number }} shape
 * @param {number} layer from 1
 * @param {number} unit from 1
 */
function placesOf({ inputs, hidden, outputs, bias }, layer, unit) {
  const sizes = [inputs, ...hidden, outputs];
  let begin = 0;
  for (let k = 0; k < layer - 1; k += 1) begin += sizes[k + 1] * (sizes[k] + bias);
  const [width, units, above] = sizes.slice(layer - 1, layer + 2);
  const next = begin + units * (width + bias);
  return [
    ...Array.from({ length: width }, (_, i) => begin + (unit - 1) * width + i),
    ...(bias ? [begin + units * width + unit - 1] : []),
    ...Array.from({ length: above }, (_, k) => next + k * units + unit - 1),
  ];
}

/**
 * The smallest eigenvalue on the directions (v, -v) / sqrt(2), from gradients at small distances and power iteration.
 * @param {number} id
 * @param {number[]} one
 * @param {number[]} other
 */
function smallestEigenvalue(id, one, other) {
  const w = parametersOf(engine, id);
  const h = 1e-5;
  const gradientAt = (/** @type {number} */ at, /** @type {number} */ t) => {
    ok(engine, engine.c.nn_set_parameter(id, one[at], w[one[at]] + t));
    ok(engine, engine.c.nn_set_parameter(id, other[at], w[other[at]] - t));
    const g = gradientsOf(engine, id);
    for (const place of [one[at], other[at]]) ok(engine, engine.c.nn_set_parameter(id, place, w[place]));
    return one.map((place, i) => (g[place] - g[other[i]]) / 2);
  };
  const rows = one.map((_, at) => {
    const [above, below] = [gradientAt(at, h), gradientAt(at, -h)];
    return above.map((value, i) => (value - below[i]) / (2 * h));
  });
  // Power iteration on shift - H, whose largest eigenvalue is shift - smallest(H); the shift bounds H's rows.
  const shift = Math.max(...rows.map((row) => row.reduce((sum, value) => sum + Math.abs(value), 0)));
  let vector = one.map((_, i) => 1 + 0.3 * Math.sin(i + 1));
  let value = 0;
  for (let turn = 0; turn < 20000; turn += 1) {
    const image = vector.map((each, i) => shift * each - rows[i].reduce((sum, entry, j) => sum + entry * vector[j], 0));
    value = Math.hypot(...image);
    if (value === 0) return shift;
    vector = image.map((each) => each / value);
  }
  return shift - value;
}

/** @typedef {{ inputs: number, hidden: number[], outputs: number, bias: number }} Shape */

/** @param {Shape} shape @param {number} seed @param {import('../support/runs.js').RunPlan} [plan] */
function randomRun(shape, seed, plan = {}) {
  const next = numbers(seed);
  // An odd number, so that the last vector of every row is filled up; and more than these networks take at once.
  const x = table(293, shape.inputs, () => 2 * next() - 1);
  const y = table(293, shape.outputs, next);
  const w = Array.from({ length: countParameters(shape) }, () => 2 * next() - 1);
  return makeRun(engine, { ...shape, x, y, w, ...plan });
}

describe('lambda is the smallest eigenvalue of the Hessian taken by differences', () => {
  /** @type {Record<string, { shape: Shape, layer: number, units: [number, number] }>} */
  const networks = {
    '2-2-1 without bias': { shape: { inputs: 2, hidden: [2], outputs: 1, bias: 0 }, layer: 1, units: [1, 2] },
    '3-4-2 with biases': { shape: { inputs: 3, hidden: [4], outputs: 2, bias: 1 }, layer: 1, units: [4, 2] },
    'the second layer of 2-3-3-1': { shape: { inputs: 2, hidden: [3, 3], outputs: 1, bias: 1 }, layer: 2, units: [1, 3] },
    'the first layer of 2-2-5-3': { shape: { inputs: 2, hidden: [2, 5], outputs: 3, bias: 1 }, layer: 1, units: [1, 2] },
  };
  for (const [
    what,
    {
      shape,
      layer,
      units: [unit, other],
    },
  ] of Object.entries(networks)) {
    test(`${what}, for every activation, loss and L2`, () => {
      for (const activation of ACTIVATIONS) {
        for (const plan of [{}, { loss: NN.NN_SQUARED_ERROR, outputActivation: NN.NN_TANH }, { options: { NN_L2: 0.3, NN_L1: 0.1 } }]) {
          const id = randomRun(shape, 17, { activation: NN[activation], ...plan });
          ok(engine, engine.c.nn_tie(id, layer, unit, other, 7));
          const lambda = engine.c.nn_firmness(id, layer, unit, other);
          assert.equal(engine.c.nn_firmness(id, layer, other, unit), lambda);
          const byDifferences = smallestEigenvalue(id, placesOf(shape, layer, unit), placesOf(shape, layer, other));
          // relu's Hessian is that of the side it is on; no example is within 1e-5 of a kink here.
          assert.ok(
            Math.abs(lambda - byDifferences) < 1e-7,
            `${activation} ${JSON.stringify(plan)}: ${lambda}, by differences ${byDifferences}`,
          );
          engine.c.nn_destroy(id);
        }
      }
    });
  }

  test('in the widest layers, within seconds', () => {
    // Repeated natively, under sanitizers and for every mutant: there the differences would take longer than all other recordings.
    const width = effort({ short: 128, soak: 128, recorded: 24 });
    const shape = { inputs: 64, hidden: [width, width], outputs: 1, bias: 1 };
    const id = randomRun(shape, 3, { activation: NN.NN_TANH });
    ok(engine, engine.c.nn_tie(id, 2, 5, width, 7));
    const lambda = engine.c.nn_firmness(id, 2, 5, width);
    const byDifferences = smallestEigenvalue(id, placesOf(shape, 2, 5), placesOf(shape, 2, width));
    assert.ok(Math.abs(lambda / byDifferences - 1) < 1e-4, `${lambda}, by differences ${byDifferences}`);
  });
});

describe('a nudged pair does what lambda says, once the fastest direction has taken over', () => {
  const next = numbers(3);
  const x = table(40, 2, () => 2 * next() - 1);
  const circles = { x, y: x.map(([a, b]) => [Number(a * a + b * b < 0.5)]), activation: NN.NN_TANH };
  /** @type {Record<string, { plan: import('../support/runs.js').RunPlan, units: [number, number], rate: number, at: number, grows: boolean, within: number, nudge?: number }>} */
  const cases = {
    'XOR without bias grows': {
      plan: { bias: 0, w: [0.2, 0.4, 0.2, 0.4, 0.6, 0.6] },
      units: [1, 2],
      rate: 0.5,
      at: 10000,
      grows: true,
      within: 1e-4,
    },
    'XOR without bias at a rate of 5 grows fast': {
      plan: { bias: 0, w: [-0.7, 0.9, -0.7, 0.9, 1.1, 1.1] },
      units: [1, 2],
      rate: 5,
      at: 100,
      grows: true,
      within: 2e-3,
    },
    'circles 2-4-1 grow': {
      plan: { ...circles, hidden: [4], w: Array.from({ length: 17 }, () => 2 * next() - 1), options: { NN_L2: 1e-3 } },
      units: [1, 3],
      rate: 0.5,
      at: 2000,
      grows: true,
      within: 5e-3,
    },
    'AND with L2 heals': {
      plan: { y: [[0], [0], [0], [1]], bias: 0, w: [0.2, 0.4, 0.2, 0.4, 0.6, 0.6], options: { NN_L2: 0.05 } },
      units: [1, 2],
      rate: 0.5,
      at: 500,
      grows: false,
      within: 2e-3,
      nudge: 1e-4,
    },
  };
  for (const [what, { plan, units, rate, at, grows, within, nudge = 1e-11 }] of Object.entries(cases)) {
    test(what, () => {
      const id = makeRun(engine, { ...plan, options: { ...plan.options, NN_LEARNING_RATE: rate } });
      ok(engine, engine.c.nn_tie(id, 1, ...units, 7));
      ok(engine, engine.c.nn_nudge_by(id, 0, nudge));
      ok(engine, engine.c.nn_train(id, at));
      const before = engine.c.nn_distance(id, 1, ...units);
      const perStep = 1 - rate * engine.c.nn_firmness(id, 1, ...units);
      ok(engine, engine.c.nn_train(id, 1));
      const measured = engine.c.nn_distance(id, 1, ...units) / before;
      assert.equal(measured > 1, grows);
      assert.ok(Math.abs((measured - 1) / (perStep - 1) - 1) < within, `per step ${measured}, predicted ${perStep}`);
    });
  }
});

describe('firmness is refused, with a sentence,', () => {
  /** @param {number} id @param {number} status @param {RegExp} sentence @param {[number, number]} [units] */
  function refuses(id, status, sentence, units = [1, 2]) {
    assert.equal(engine.c.nn_firmness(id, 1, ...units), NaN);
    assert.equal(engine.c.nn_error_code(), status);
    assert.match(engine.text(engine.c.nn_error_message()) ?? '', sentence);
  }
  const W = [0.2, 0.4, 0.2, 0.4, 0.1, 0.1, 0.6, 0.6, 0.3];

  /** @type {Record<string, number>[]} */
  const unlike = [
    { NN_OPTIMIZER: 1 },
    { NN_OPTIMIZER: 4 },
    { NN_BATCH_SIZE: 3 },
    { NN_CLIP: 1 },
    { NN_DROPOUT_RATE: 0.1 },
    { NN_NOISE_STD: 0.1 },
  ];
  for (const options of unlike) {
    test(`with ${JSON.stringify(options)}`, () =>
      refuses(makeRun(engine, { w: W, options }), NN.NN_BAD_STATE, /^firmness holds for full-batch gradient descent/));
  }

  test('with frozen parameters or unit rates', () => {
    const frozen = makeRun(engine, { w: W });
    ok(engine, engine.c.nn_set_frozen(frozen, 8, 1));
    refuses(frozen, NN.NN_BAD_STATE, /^firmness holds/);
    const slowed = makeRun(engine, { w: W });
    ok(engine, engine.c.nn_set_unit_rate(slowed, 1, 1, 0.9));
    refuses(slowed, NN.NN_BAD_STATE, /^firmness holds/);
  });

  test('for units that are further apart than 1e-3, and not for nearer ones', () => {
    const id = makeRun(engine, { w: W });
    ok(engine, engine.c.nn_set_parameter(id, 0, 0.2 + 0.0009));
    assert.ok(Number.isFinite(engine.c.nn_firmness(id, 1, 1, 2)));
    // To the bit: from 0 to 1e-3 is 1e-3.
    ok(engine, engine.c.nn_set_parameter(id, 0, 0.001));
    ok(engine, engine.c.nn_set_parameter(id, 2, 0));
    assert.equal(engine.c.nn_distance(id, 1, 1, 2), 0.001);
    assert.ok(Number.isFinite(engine.c.nn_firmness(id, 1, 1, 2)));
    ok(engine, engine.c.nn_set_parameter(id, 2, 0.2));
    ok(engine, engine.c.nn_set_parameter(id, 0, 0.2 + 0.0011));
    refuses(id, NN.NN_BAD_STATE, /^the units are 0\.0011 apart; firmness asks about tied units, or differences up to 0\.001$/);
  });

  test('for one unit twice', () => refuses(makeRun(engine, { w: W }), NN.NN_BAD_ARGUMENT, /two units/, [2, 2]));
});

test('a batch as large as the data is a full batch to firmness too', () => {
  const w = [0.2, 0.4, 0.2, 0.4, 0.1, 0.1, 0.6, 0.6, 0.3];
  const lambda = (/** @type {number} */ size) => engine.c.nn_firmness(makeRun(engine, { w, options: { NN_BATCH_SIZE: size } }), 1, 1, 2);
  assert.ok(Number.isFinite(lambda(0)));
  assert.equal(lambda(4), lambda(0));
  assert.equal(lambda(5), lambda(0));
});

test('past 1e154, where squares overflow, and below 1e-162, where they vanish: by hand for linear units, [[0, b], [b, 0]] with b = delta a', () => {
  // 1-1-1-1-1-2-1-1-1-1, every weight w: a is w^4 x where the pair reads it, delta w^3 2 w^9 x where it feeds.
  for (const [weight, least, most] of [
    [1e12, 1e154, Infinity],
    [1e-12, 0, 1e-162],
  ]) {
    const hidden = [1, 1, 1, 1, 2, 1, 1, 1];
    const w = new Array(countParameters({ inputs: 1, hidden, outputs: 1, bias: 0 })).fill(weight);
    const kinds = { activation: NN.NN_LINEAR, outputActivation: NN.NN_LINEAR, loss: NN.NN_SQUARED_ERROR };
    const id = makeRun(engine, { inputs: 1, hidden, bias: 0, x: [[1]], y: [[0]], w, ...kinds });
    const b = 2 * weight ** 16;
    assert.ok(b > least && b < most, `${b}`);
    const lambda = engine.c.nn_firmness(id, 5, 1, 2);
    assert.ok(Math.abs(lambda + b) < 1e-12 * b, `${lambda} against ${-b}`);
  }
});
