/**
 * Exchanging the units of a hidden layer, each with its incoming weights, bias and outgoing weights, gives the same network with other
 * names. In exact arithmetic everything is permuted and nothing else changes. In the engine:
 *
 *   the same bits, at every width: z and a of the permuted layer and of the layers before it, and the distances between its units;
 *   the same bits, for two units under a layer without bias: the whole run. The two sums over the permuted units, z of the layer above
 *     and dJ/da of the layer below, begin at 0 and add two products, and a + b = b + a. (A bias comes first: (b + p) + q is not (b + q) + p);
 *   equal to rounding only: everything else that comes after such a sum, for three units or more, or with a bias above; and a clipped
 *     run, whose norm sums over all parameters in order.
 *   Not a permutation at all: dropout and noise, which draw for each place and not for each unit.
 */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { NN, openEngine } from '../support/engine.js';
import { ACTIVATIONS, OPTIMIZERS, countParameters, gradientsOf, makeRun, numbers, ok, parametersOf, table } from '../support/runs.js';
import { assertClose } from '../support/shared.js';

/** @type {import('../support/engine.js').RawEngine} */
let engine;
before(async () => {
  engine = await openEngine();
});

/** @typedef {{ inputs: number, hidden: number[], outputs: number, bias: number }} Shape */

/**
 * Where each parameter of the permuted network stands in the original one.
 * @param {Shape} shape
 * @param {number} layer which hidden layer, from 0
 * @param {readonly number[]} order the permuted network's unit i is the original's unit order[i]
 */
function permutedPlaces({ inputs, hidden, outputs, bias }, layer, order) {
  const sizes = [inputs, ...hidden, outputs];
  /** @type {number[]} */
  const places = [];
  let begin = 0;
  sizes.slice(1).forEach((units, k) => {
    const width = sizes[k];
    const unit = (/** @type {number} */ j) => (k === layer ? order[j] : j);
    const input = (/** @type {number} */ i) => (k === layer + 1 ? order[i] : i);
    for (let j = 0; j < units; j += 1) for (let i = 0; i < width; i += 1) places.push(begin + unit(j) * width + input(i));
    for (let j = 0; j < units * bias; j += 1) places.push(begin + units * width + unit(j));
    begin += units * (width + bias);
  });
  return places;
}

/**
 * A network and its permuted twin, with a random start.
 * @param {Shape} shape
 * @param {number} layer
 * @param {readonly number[]} order
 * @param {import('../support/runs.js').RunPlan} [plan]
 */
function makeTwins(shape, layer, order, plan = {}) {
  const next = numbers(shape.hidden.length * 10 + order.length);
  const x = table(23, shape.inputs, () => 2 * next() - 1);
  const y = table(23, shape.outputs, next);
  const w = Array.from({ length: countParameters(shape) }, () => 2 * next() - 1);
  const places = permutedPlaces(shape, layer, order);
  const original = makeRun(engine, { ...plan, ...shape, x, y, w });
  const permuted = makeRun(engine, { ...plan, ...shape, x, y, w: places.map((place) => w[place]) });
  return { original, permuted, places };
}

/**
 * z, a and delta of each layer for one example.
 * @param {number} id
 * @param {readonly number[]} layers units of each
 */
function traceOf(id, layers) {
  const loss = engine.c.nn_trace(id, 3);
  let at = 0;
  const parts = layers.map((units) => {
    const part = (/** @type {number} */ which) => [...engine.exchange.subarray(at + which * units, at + (which + 1) * units)];
    const result = { z: part(0), a: part(1), delta: part(2) };
    at += 3 * units;
    return result;
  });
  return { loss, parts };
}

describe('with two units under a layer without bias, the whole run is the same bits in another order', () => {
  /** @type {{ shape: Shape, layer: number }[]} */
  const cases = [
    { shape: { inputs: 3, hidden: [2], outputs: 1, bias: 0 }, layer: 0 },
    { shape: { inputs: 3, hidden: [2], outputs: 3, bias: 0 }, layer: 0 },
    { shape: { inputs: 3, hidden: [4, 2], outputs: 2, bias: 0 }, layer: 1 },
    { shape: { inputs: 3, hidden: [2, 5, 3], outputs: 1, bias: 0 }, layer: 0 },
    { shape: { inputs: 2, hidden: [3, 2, 4], outputs: 1, bias: 0 }, layer: 1 },
  ];
  for (const { shape, layer } of cases) {
    test(`layer ${layer + 1} of ${shape.inputs}-${shape.hidden.join('-')}-${shape.outputs}`, () => {
      for (const activation of ACTIVATIONS) {
        for (const optimizer of OPTIMIZERS) {
          const options = { NN_OPTIMIZER: NN[optimizer], NN_LEARNING_RATE: 0.05, NN_L1: 0.001, NN_L2: 0.01, NN_BATCH_SIZE: 7 };
          const { original, permuted, places } = makeTwins(shape, layer, [1, 0], { activation: NN[activation], options });
          for (const steps of [0, 1, 99]) {
            ok(engine, engine.c.nn_train(original, steps));
            ok(engine, engine.c.nn_train(permuted, steps));
            const [w, g] = [parametersOf(engine, original), gradientsOf(engine, original)];
            assert.deepEqual(
              [...parametersOf(engine, permuted)],
              places.map((place) => w[place]),
              `${activation}, ${optimizer}`,
            );
            assert.deepEqual(
              [...gradientsOf(engine, permuted)],
              places.map((place) => g[place]),
            );
            assert.equal(engine.c.nn_loss(permuted), engine.c.nn_loss(original));
          }
          for (const id of [original, permuted]) engine.c.nn_destroy(id);
        }
      }
    });
  }
});

describe('at every width, what stands before any sum over the permuted units is the same bits', () => {
  for (const bias of [0, 1]) {
    test(bias ? 'with biases' : 'without biases', () => {
      const shape = { inputs: 3, hidden: [4, 5, 3], outputs: 2, bias };
      const order = [3, 0, 4, 1, 2];
      const { original, permuted } = makeTwins(shape, 1, order);
      const layers = [...shape.hidden, shape.outputs];
      const [one, other] = [traceOf(original, layers), traceOf(permuted, layers)];
      assert.deepEqual([other.parts[0].z, other.parts[0].a], [one.parts[0].z, one.parts[0].a]);
      assert.deepEqual(
        other.parts[1].z,
        order.map((unit) => one.parts[1].z[unit]),
      );
      assert.deepEqual(
        other.parts[1].a,
        order.map((unit) => one.parts[1].a[unit]),
      );
      for (let i = 0; i < 5; i += 1) {
        for (let j = 0; j < 5; j += 1) {
          const distance = engine.c.nn_distance(permuted, 2, i + 1, j + 1);
          assertClose([distance], [engine.c.nn_distance(original, 2, order[i] + 1, order[j] + 1)], { relative: 1e-15, absolute: 0 });
        }
      }
    });
  }
});

describe('elsewhere, the permuted run agrees to rounding', () => {
  /** @type {{ what: string, shape: Shape, order: number[], options?: Record<string, number> }[]} */
  const cases = [
    { what: 'two units under a layer with biases', shape: { inputs: 3, hidden: [2], outputs: 1, bias: 1 }, order: [1, 0] },
    { what: 'five units', shape: { inputs: 3, hidden: [5], outputs: 2, bias: 0 }, order: [4, 2, 0, 1, 3] },
    {
      what: 'seventeen units in front of another layer',
      shape: { inputs: 3, hidden: [17, 4], outputs: 1, bias: 1 },
      order: [...Array(17).keys()].reverse(),
    },
    { what: 'two units and clipping', shape: { inputs: 3, hidden: [2], outputs: 1, bias: 0 }, order: [1, 0], options: { NN_CLIP: 0.01 } },
  ];
  for (const { what, shape, order, options } of cases) {
    test(`${what}: to 1e-12 after 50 steps`, () => {
      const { original, permuted, places } = makeTwins(shape, 0, order, { activation: NN.NN_TANH, options });
      for (const id of [original, permuted]) ok(engine, engine.c.nn_train(id, 50));
      const w = parametersOf(engine, original);
      assertClose(
        parametersOf(engine, permuted),
        places.map((place) => w[place]),
        { relative: 1e-12, absolute: 1e-12 },
      );
      assertClose([engine.c.nn_loss(permuted)], [engine.c.nn_loss(original)], { relative: 1e-12 });
    });
  }

  test('and not in bits: the sums do run in another order', () => {
    const { original, permuted, places } = makeTwins(
      { inputs: 3, hidden: [17, 4], outputs: 1, bias: 1 },
      0,
      [...Array(17).keys()].reverse(),
    );
    for (const id of [original, permuted]) ok(engine, engine.c.nn_train(id, 50));
    const w = parametersOf(engine, original);
    assert.ok(parametersOf(engine, permuted).some((value, at) => value !== w[places[at]]));
  });
});

test("for tanh, turning the signs of all of a unit's weights keeps the network, in bits", () => {
  const next = numbers(9);
  const w = Array.from({ length: 13 }, () => 2 * next() - 1);
  const turned = w.map((value, at) => ([2, 3, 7, 10].includes(at) ? -value : value));
  const run = (/** @type {number[]} */ values) => makeRun(engine, { hidden: [3], activation: NN.NN_TANH, w: values });
  const [one, other] = [run(w), run(turned)];
  for (const id of [one, other]) ok(engine, engine.c.nn_train(id, 300));
  const expected = [...parametersOf(engine, one)].map((value, at) => ([2, 3, 7, 10].includes(at) ? -value : value));
  assert.deepEqual([...parametersOf(engine, other)], expected);
  assert.equal(engine.c.nn_loss(other), engine.c.nn_loss(one));
});
