/**
 * The analytic gradients against central differences of the objective, and one case worked by hand. The engine's own numeric gradient
 * (forward pass only) is compared with differences taken from outside too, through nn_set_parameter and nn_loss.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { NN, openEngine } from '../support/engine.js';
import { enumNames } from '../native/contract.js';
import { ACTIVATIONS, countParameters, gradientsOf, makeRun, numbers, ok, parametersOf, setParameters, table } from '../support/runs.js';

/** @type {import('../support/engine.js').RawEngine} */
let engine;
before(async () => {
  engine = await openEngine();
});

/** Each loss with the outputs it can have. */
const HEADS = [
  { loss: 'NN_CROSS_ENTROPY', outputActivation: 'NN_SIGMOID' },
  ...enumNames('nn_loss_kind')
    .filter((loss) => loss !== 'NN_CROSS_ENTROPY')
    .flatMap((loss) => ACTIVATIONS.map((outputActivation) => ({ loss, outputActivation }))),
];

/** 1 is a size as any other. @type {Record<string, number>[]} */
const PENALTIES = [{}, { NN_L1: 1 }, { NN_L2: 1 }, { NN_L1: 0.02, NN_L2: 0.07 }];

/** Hidden layers of depth 0 to 4, odd and even widths, so that every kernel meets its leftovers. */
const SHAPES = [[], [3], [4, 2], [2, 3, 5], [3, 2, 4, 2]];

const EXAMPLES = 5;
const INPUTS = 3;
const OUTPUTS = 2;

/**
 * How far every z and every weight stays from 0. A step of 1e-5 on one weight, with inputs and weights below 2 and these widths, moves no
 * z by more than 2e-4, so no difference is taken across the kink of relu, leaky-relu or |w|.
 */
const MARGIN = 1e-3;

/**
 * The smallest |z| over all examples and units.
 * @param {number} id
 * @param {readonly number[]} layers units of each
 */
function nearestKink(id, layers) {
  let nearest = Infinity;
  for (let example = 0; example < EXAMPLES; example += 1) {
    assert.ok(Number.isFinite(engine.c.nn_trace(id, example)));
    let at = 0;
    for (const units of layers) {
      for (const z of engine.exchange.subarray(at, at + units)) nearest = Math.min(nearest, Math.abs(z));
      at += 3 * units;
    }
  }
  return nearest;
}

/**
 * A run at a place where the objective is smooth and no layer's gradient is all zeros: the first of a sequence of random starts.
 * @param {{ hidden: number[], activation: number, outputActivation: number, loss: number, bias: number, options: Record<string, number> }} plan
 */
function makeSmoothRun(plan) {
  const shape = { inputs: INPUTS, hidden: plan.hidden, outputs: OUTPUTS, bias: plan.bias };
  const layers = [...plan.hidden, OUTPUTS];
  for (let seed = 1; seed < 200; seed += 1) {
    const next = numbers(seed);
    const x = table(EXAMPLES, INPUTS, () => 2 * next() - 1);
    const y = table(EXAMPLES, OUTPUTS, () => next());
    const sign = () => (next() < 0.35 ? -1 : 1);
    const w = Array.from({ length: countParameters(shape) }, () => sign() * (0.1 + next()));
    const id = makeRun(engine, { ...plan, ...shape, x, y, w });
    if (nearestKink(id, layers) > MARGIN && everyLayerLearns(gradientsOf(engine, id), shape)) return id;
    engine.c.nn_destroy(id);
  }
  throw new Error('no smooth start was found');
}

/**
 * The guard: a gradient of zeros would agree with anything that is also broken.
 * @param {Float64Array} gradient
 * @param {{ inputs: number, hidden: readonly number[], outputs: number, bias: number }} shape
 */
function everyLayerLearns(gradient, { inputs, hidden, outputs, bias }) {
  const sizes = [inputs, ...hidden, outputs];
  let at = 0;
  return sizes.slice(1).every((units, layer) => {
    const length = units * (sizes[layer] + bias);
    const largest = Math.max(...gradient.subarray(at, at + length).map(Math.abs));
    at += length;
    return largest > 1e-4;
  });
}

/**
 * The truncation error of a central difference with h = 1e-5 is about h^2 J''' / 6, some 1e-10; its rounding error about 1e-16 J / h, some
 * 1e-11. So 1e-8 of the gradient's size leaves room and no wrong factor passes.
 */
const TOLERANCE = 1e-8;

/** @param {number} id @param {string} what */
function compareWithDifferences(id, what) {
  const gradient = gradientsOf(engine, id);
  const scale = Math.max(1, ...gradient.map(Math.abs));
  gradient.forEach((analytic, parameter) => {
    const numeric = engine.c.nn_numeric_gradient(id, parameter);
    assert.ok(Math.abs(analytic - numeric) <= TOLERANCE * scale, `${what}, parameter ${parameter}: ${analytic} against ${numeric}`);
  });
}

describe('gradients agree with central differences', () => {
  for (const activation of ACTIVATIONS) {
    for (const { loss, outputActivation } of HEADS) {
      test(`${activation} units, ${outputActivation} outputs, ${loss}: every depth, bias and penalty`, () => {
        for (const hidden of SHAPES) {
          for (const bias of [0, 1]) {
            for (const options of PENALTIES) {
              const plan = { hidden, activation: NN[activation], outputActivation: NN[outputActivation], loss: NN[loss], bias, options };
              const id = makeSmoothRun(plan);
              compareWithDifferences(id, JSON.stringify({ hidden, bias, options }));
              engine.c.nn_destroy(id);
            }
          }
        }
      });
    }
  }

  // Around the examples that the engine sums together, and those that it takes through the network together: as many blocks as SPAN_VALUES
  // leaves room for, of one unit and of six.
  const size = (/** @type {string} */ name) =>
    Number(new RegExp(`${name} = (\\d+)`).exec(readFileSync(new URL('../../src/layout.h', import.meta.url), 'utf8'))?.[1]);
  const block = size('BLOCK');
  const span = (/** @type {number} */ units) => block * Math.floor(size('SPAN_VALUES') / (units * block));
  const sizes = [4, block, block + 1, block + 4, 2 * block + 3].map((examples) => ({ hidden: [5], examples }));
  for (const { hidden, examples } of [
    ...sizes,
    ...[0, 1, block].flatMap((more) => [
      { hidden: [], examples: span(1) + more },
      { hidden: [5], examples: span(6) + more },
    ]),
  ]) {
    test(`also over ${examples} examples of ${hidden.length > 0 ? 'six units' : 'one unit'}`, () => {
      const next = numbers(5);
      const shape = { inputs: 2, hidden, outputs: 1, bias: 1 };
      const x = table(examples, 2, () => 2 * next() - 1);
      const y = table(examples, 1, () => (next() < 0.5 ? 0 : 1));
      const w = Array.from({ length: countParameters(shape) }, () => 2 * next() - 1);
      const id = makeRun(engine, { ...shape, activation: NN.NN_TANH, x, y, w });
      compareWithDifferences(id, `${examples} examples`);
      assert.ok(everyLayerLearns(gradientsOf(engine, id), shape));
    });
  }
});

describe('the gradients of four examples, for which the engine has ways of its own, agree with central differences', () => {
  for (const hidden of [[], [1], [2], [3], [2, 2], [2, 1], [3, 2], [2, 2, 2]]) {
    test(`in ${hidden.length > 0 ? hidden.join('-') : 'no'} hidden units, whatever stands around them`, () => {
      const next = numbers(7);
      for (const inputs of [1, 2, 3])
        for (const outputs of [1, 2])
          for (const bias of [0, 1]) {
            for (const activation of [NN.NN_SIGMOID, NN.NN_TANH])
              for (const loss of [NN.NN_CROSS_ENTROPY, NN.NN_SQUARED_ERROR]) {
                const shape = { inputs, hidden, outputs, bias };
                const w = Array.from({ length: countParameters(shape) }, () => 2 * next() - 1);
                const id = makeRun(engine, { ...shape, activation, loss, x: table(4, inputs, next), y: table(4, outputs, next), w });
                compareWithDifferences(id, JSON.stringify({ inputs, outputs, bias, activation, loss }));
                // And what a step does is that gradient.
                const g = gradientsOf(engine, id);
                ok(engine, engine.c.nn_train(id, 1));
                parametersOf(engine, id).forEach((value, at) =>
                  assert.ok(Math.abs(w[at] - 0.5 * g[at] - value) <= 1e-15 * Math.max(1, Math.abs(w[at])) * 2),
                );
                engine.c.nn_destroy(id);
              }
          }
    });
  }
});

test('softplus units far from 0 have a slope of 1, or of 0', () => {
  const plan = { inputs: 1, hidden: [2], x: [[1]], y: [[0]], w: [1000, -1000, 0, 0, 0.001, 0.001, 0] };
  const id = makeRun(engine, { ...plan, activation: NN.NN_SOFTPLUS, outputActivation: NN.NN_LINEAR, loss: NN.NN_SQUARED_ERROR });
  // The activation of the second, e^-1000, is held at the smallest there is of its kind: about 1e-308.
  assert.deepEqual(
    [...gradientsOf(engine, id)].map((value) => (value < 1e-307 ? 0 : value)),
    [0.001, 0, 0.001, 0, 1000, 0, 1],
  );
});

test('the numeric gradient is the difference of the objective, penalties included', () => {
  const w = [0.3, -0.2, 0.5, 0.7, 0.1, -0.4, 0.6, -0.9, 0.2];
  const [l1, l2] = [0.01, 0.02];
  const id = makeRun(engine, { w, options: { NN_L1: l1, NN_L2: l2 } });
  const isWeight = [1, 1, 1, 1, 0, 0, 1, 1, 0];
  const objective = () =>
    parametersOf(engine, id).reduce(
      (sum, value, at) => sum + isWeight[at] * (l1 * Math.abs(value) + 0.5 * l2 * value * value),
      engine.c.nn_loss(id),
    );
  w.forEach((value, parameter) => {
    const h = 1e-5;
    ok(engine, engine.c.nn_set_parameter(id, parameter, value + h));
    const above = objective();
    ok(engine, engine.c.nn_set_parameter(id, parameter, value - h));
    const below = objective();
    ok(engine, engine.c.nn_set_parameter(id, parameter, value));
    const outside = (above - below) / (value + h - (value - h));
    assert.ok(Math.abs(engine.c.nn_numeric_gradient(id, parameter) - outside) < 1e-10, `parameter ${parameter}`);
  });
});

test('the step of a numeric gradient grows with a large parameter', () => {
  // J = (w x - y)^2 / 2 with w = 1e6: with h = 10 the difference quotient of a parabola is exact but for rounding.
  const id = makeRun(engine, {
    inputs: 1,
    hidden: [],
    loss: NN.NN_SQUARED_ERROR,
    outputActivation: NN.NN_LINEAR,
    bias: 0,
    x: [[1]],
    y: [[0]],
    w: [-1e6],
  });
  assert.ok(Math.abs(engine.c.nn_numeric_gradient(id, 0) / -1e6 - 1) < 1e-9);
  assert.equal(gradientsOf(engine, id)[0], -1e6);
});

/**
 * Worked by hand: 2-2-1, sigmoid, no bias, cross-entropy, one example x = (1, 2), y = 1, w = 0.2, 0.4, -0.1, 0.7, 0.6, -0.3.
 *   z1 = 0.2 + 0.8 = 1.0              a1 = 0.7310585786300049
 *   z2 = -0.1 + 1.4 = 1.3             a2 = 0.7858349830425586
 *   z3 = 0.6 a1 - 0.3 a2              = 0.20288465226523535       a3 = 0.5505478934
 *   d3 = a3 - y                       = -0.4494521066
 *   d1 = d3 0.6 a1 (1 - a1)           = -0.0530205885
 *   d2 = d3 (-0.3) a2 (1 - a2)        =  0.0226926161
 *   dJ/dw = d1 x, d2 x, d3 a1, d3 a2
 */
test('a 2-2-1 network worked by hand', () => {
  const id = makeRun(engine, { bias: 0, x: [[1, 2]], y: [[1]], w: [0.2, 0.4, -0.1, 0.7, 0.6, -0.3] });
  const loss = engine.c.nn_trace(id, 0);
  const close = (/** @type {number} */ got, /** @type {number} */ wanted, /** @type {string} */ what) =>
    assert.ok(Math.abs(got - wanted) < 1e-9, `${what}: ${got}, by hand ${wanted}`);
  const traced = ['z1', 'z2', 'a1', 'a2', 'd1', 'd2', 'z3', 'a3', 'd3'];
  const byHand = [1, 1.3, 0.7310585786, 0.785834983, -0.0530205885, 0.0226926161, 0.2028846523, 0.5505478934, -0.4494521066];
  traced.forEach((name, at) => close(engine.exchange[at], byHand[at], name));
  close(loss, 0.5968413267, 'J = -ln a3');
  const gradient = [-0.0530205885, -0.1060411771, 0.0226926161, 0.0453852321, -0.3285758182, -0.3531951885];
  gradientsOf(engine, id).forEach((value, at) => close(value, gradient[at], `dJ/dw${at + 1}`));
});

test('units that start from zeros stand still in a tanh layer, and only the output bias moves', () => {
  const id = makeRun(engine, { activation: NN.NN_TANH, y: [[0], [0], [0], [1]], w: new Array(9).fill(0) });
  assert.deepEqual([...gradientsOf(engine, id)], [0, 0, 0, 0, 0, 0, 0, 0, 0.25]);
  setParameters(engine, id, new Array(9).fill(0.5));
  assert.ok(gradientsOf(engine, id).every((value) => value !== 0));
});

describe('the loss at other parameters', () => {
  test('is that of a run that stands there, and zeros where nothing was written', () => {
    const { c, exchange } = engine;
    const w = [0.2, 0.4, -0.1, 0.7, 0.05, -0.02, 0.6, -0.3, 0.1];
    const [id, there] = [makeRun(engine, {}), makeRun(engine, { w })];
    exchange.set(w.slice(0, 5));
    ok(engine, c.nn_put_trial(id, 0, 5));
    exchange.set(w.slice(5));
    ok(engine, c.nn_put_trial(id, 5, 4));
    assert.equal(c.nn_trial_loss(id), c.nn_loss(there));
    assert.notEqual(c.nn_loss(id), c.nn_loss(there));
    assert.equal(c.nn_trial_loss(there), c.nn_loss(id));
    assert.deepEqual([...engine.list(c.nn_start(there), 9)], w);
  });

  test('refuses places and numbers that no parameter can have, and then writes nothing', () => {
    const { c, exchange } = engine;
    const id = makeRun(engine, {});
    const before = c.nn_trial_loss(id);
    exchange.set([1, 2, 1e13]);
    for (const [first, count] of [
      [-1, 1],
      [9, 1],
      [0, 0],
      [0, 10],
      [0, 3],
    ]) {
      assert.equal(c.nn_put_trial(id, first, count), NN.NN_BAD_ARGUMENT, `${first} ${count}`);
    }
    assert.equal(c.nn_trial_loss(id), before);
    assert.equal(c.nn_put_trial(0, 0, 1), NN.NN_BAD_ID);
    assert.ok(Number.isNaN(c.nn_trial_loss(0)));
    assert.equal(c.nn_start(0), 0);
    const wide = makeRun(engine, { inputs: 64, hidden: [128], x: [new Array(64).fill(1)], y: [[1]] });
    assert.equal(c.nn_put_trial(wide, 0, 8193), NN.NN_BAD_ARGUMENT);
    ok(engine, c.nn_put_trial(wide, 1, 8192));
  });
});

describe('at a kink', () => {
  test('there is no gradient and no firmness, but a status of its own; where nothing moves it, there is', () => {
    const { c } = engine;
    const pair = [0.2, 0.4, 0.2, 0.4];
    for (const activation of [NN.NN_RELU, NN.NN_LEAKY_RELU]) {
      const kinked = makeRun(engine, { activation, w: [...pair, 0, 0, 0.6, 0.6, 0] });
      assert.ok(Number.isNaN(c.nn_numeric_gradient(kinked, 0)));
      assert.equal(c.nn_error_code(), NN.NN_KINK);
      assert.match(engine.text(c.nn_error_message()) ?? '', /^in some example unit 1 of layer 1 has z = 0 exactly/);
      assert.ok(Number.isNaN(c.nn_firmness(kinked, 1, 1, 2)));
      assert.equal(c.nn_error_code(), NN.NN_KINK);
      const fixed = makeRun(engine, { activation, bias: 0, w: [...pair, 0.6, 0.6] });
      assert.ok(Number.isFinite(c.nn_numeric_gradient(fixed, 0)) && Number.isFinite(c.nn_firmness(fixed, 1, 1, 2)));
      const cancels = makeRun(engine, { activation, bias: 0, w: [0.2, 0.4, 0.5, -0.5, 0.6, 0.6] });
      assert.ok(Number.isNaN(c.nn_numeric_gradient(cancels, 0)));
      assert.match(engine.text(c.nn_error_message()) ?? '', /unit 2 of layer 1/);
    }
  });
});

describe('where numbers are large', () => {
  test('an input of a million moves z as little as any: the difference agrees with the gradient', () => {
    const plan = { inputs: 1, hidden: [1], x: [[1e6], [-4e5], [0.5]], y: [[1], [0], [1]], w: [2e-6, 0.3, 1.5, -0.2] };
    const id = makeRun(engine, { ...plan, options: { NN_L2: 0.1 } });
    const gradient = gradientsOf(engine, id);
    assert.ok(Math.abs(gradient[0]) > 1);
    gradient.forEach((g, at) => {
      const numeric = engine.c.nn_numeric_gradient(id, at);
      assert.ok(Math.abs(numeric - g) < 1e-7 * Math.abs(g), `${at}: ${numeric} against ${g}`);
    });
    // The second layer's weight reads a, which a linear unit makes as large.
    const linear = makeRun(engine, { ...plan, activation: NN.NN_LINEAR, w: [1, 0.3, 2e-6, -0.2] });
    const g = gradientsOf(engine, linear)[2];
    assert.ok(Math.abs(g) > 1 && Math.abs(engine.c.nn_numeric_gradient(linear, 2) - g) < 1e-7 * Math.abs(g));
  });

  test('the gradient of the data keeps its digits beside a penalty that is a million times as large', () => {
    const w = [0.2, 0.4, -0.1, 0.7, 0.05, -0.02, 0.6, -0.3, 0.1];
    const [plain, penalized] = [{ NN_L1: 0 }, { NN_L1: 1e6 }].map((options) => makeRun(engine, { w, options }));
    const data = engine.list(engine.c.nn_data_gradients(penalized), 9);
    assert.deepEqual(data, gradientsOf(engine, plain));
    assert.ok(gradientsOf(engine, penalized)[0] > 999999);
  });
});
