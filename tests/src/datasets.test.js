/** The data sets by name: the same for a seed, of the shape they are named after, standardized where they have units. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { NN, openEngine } from '../support/engine.js';
import { makeRun, ok } from '../support/runs.js';

/** @type {import('../support/engine.js').RawEngine} */
let engine;
before(async () => {
  engine = await openEngine();
});

const SETS = ['XOR', 'AND', 'OR', 'CIRCLES', 'GAUSSIANS', 'SPIRAL', 'QUADRANTS', 'MOONS', 'COFFEE', 'DEMAND'];
const number = (/** @type {string} */ name) => NN[`NN_DATA_${name}`];

/**
 * @param {string} name
 * @param {{ examples?: number, noise?: number, seed?: number }} [options]
 * @returns {{ x: number[], y: number }[]}
 */
function generate(name, { examples = 400, noise = 0, seed = 1 } = {}) {
  const inputs = engine.c.nn_dataset_features(number(name));
  const zeros = Array.from({ length: examples }, () => new Array(inputs).fill(0));
  const id = makeRun(engine, { inputs, hidden: [], x: zeros, y: zeros.map(() => [0]) });
  ok(engine, engine.c.nn_generate(id, number(name), noise, seed));
  const rows = zeros.map((_, example) => {
    ok(engine, engine.c.nn_get_example(id, example));
    return { x: [...engine.exchange.subarray(0, inputs)], y: engine.exchange[inputs] };
  });
  engine.c.nn_destroy(id);
  return rows;
}

const radius = (/** @type {number[]} */ x) => Math.hypot(...x);

/** What is true of every example without noise. @type {Record<string, (x: number[], y: number, example: number) => boolean>} */
const SHAPES = {
  XOR: ([a, b], y, e) => a === Math.floor(e / 2) % 2 && b === e % 2 && y === (a ^ b),
  AND: ([a, b], y, e) => a === Math.floor(e / 2) % 2 && b === e % 2 && y === (a & b),
  OR: ([a, b], y, e) => a === Math.floor(e / 2) % 2 && b === e % 2 && y === (a | b),
  CIRCLES: (x, y) => (y ? radius(x) <= 0.5 : radius(x) >= 0.75 - 1e-15 && radius(x) <= 1 + 1e-15),
  GAUSSIANS: ([a, b], y) => a === (y ? 1 : -1) && b === a,
  SPIRAL([a, b], y) {
    const turn = (3.5 * Math.PI * (radius([a, b]) - 0.1)) / 0.9 + (y ? 0 : Math.PI);
    return Math.abs(Math.cos(turn) - a / radius([a, b])) < 1e-12 && Math.abs(Math.sin(turn) - b / radius([a, b])) < 1e-12;
  },
  QUADRANTS: ([a, b], y) => Math.abs(a) <= 1 && Math.abs(b) <= 1 && y === Number(a > 0 !== b > 0),
  MOONS: ([a, b], y) =>
    y
      ? Math.abs(Math.hypot(a + 0.5, b + 0.25) - 1) < 1e-12 && b >= -0.25
      : Math.abs(Math.hypot(a - 0.5, b - 0.25) - 1) < 1e-12 && b <= 0.25,
  COFFEE(x, y) {
    const [degrees, minutes] = inUnits('COFFEE', x);
    return y === Number(degrees > 180 && minutes > 11.5 && minutes < 15 - ((degrees - 180) * 3.5) / 80);
  },
  DEMAND(x, y) {
    const s = (/** @type {number} */ z) => 1 / (1 + Math.exp(-z));
    const [price, shipping, marketing, material] = x;
    const sum = s(-2.5 * (price + 0.6 * shipping) + 0.5) + s(3 * marketing + 0.5) + s(1.5 * price + 2.5 * material);
    return y === Number(sum > 1.9);
  },
};

/** @param {string} name @param {number[]} x */
const inUnits = (name, x) =>
  x.map((value, feature) => engine.c.nn_dataset_offset(number(name), feature) + engine.c.nn_dataset_scale(number(name), feature) * value);

for (const name of SETS) {
  describe(name.toLowerCase(), () => {
    test('has the shape it is named after', () => {
      generate(name).forEach(({ x, y }, e) => assert.ok(SHAPES[name](x, y, e), `example ${e}: ${x} -> ${y}`));
    });

    test('is the same for a seed and another for the next, a prefix of the longer one', () => {
      const noise = engine.c.nn_dataset_noise(number(name)) || 0.1;
      assert.deepEqual(generate(name, { examples: 30, noise, seed: 5 }), generate(name, { examples: 40, noise, seed: 5 }).slice(0, 30));
      assert.notDeepEqual(generate(name, { noise, seed: 5 }), generate(name, { noise, seed: 6 }));
    });

    test('has both classes, neither rare', () => {
      const share = generate(name).filter(({ y }) => y === 1).length / 400;
      assert.ok(share >= 0.15 && share <= 0.85, `${share} of 1`);
    });

    test('has noise of the deviation asked for, in every input', () => {
      const clean = generate(name);
      const noisy = generate(name, { noise: 0.1 });
      const inputs = clean[0].x.length;
      if (['XOR', 'AND', 'OR', 'GAUSSIANS'].includes(name)) {
        for (let i = 0; i < inputs; i += 1) {
          const differences = noisy.map(({ x }, e) => x[i] - clean[e].x[i]);
          const square = differences.reduce((sum, each) => sum + each * each, 0) / 400;
          assert.ok(Math.abs(Math.sqrt(square) / 0.1 - 1) < 0.15, `input ${i}`);
          assert.ok(Math.abs(differences.reduce((sum, each) => sum + each, 0) / 400) < 0.02);
        }
        assert.deepEqual(
          noisy.map(({ y }) => y),
          clean.map(({ y }) => y),
        );
      } else {
        assert.notDeepEqual(noisy, clean);
      }
    });

    test('has names, and units that standardize its inputs where it tells a story', () => {
      const set = number(name);
      const features = engine.c.nn_dataset_features(set);
      assert.equal(features, name === 'DEMAND' ? 4 : 2);
      assert.equal(engine.c.nn_dataset_examples(set), ['XOR', 'AND', 'OR'].includes(name) ? 4 : 200);
      assert.ok(engine.text(engine.c.nn_dataset_target(set)));
      assert.equal(engine.text(engine.c.nn_dataset_name(set)), name.toLowerCase());
      const story = ['COFFEE', 'DEMAND'].includes(name);
      const rows = generate(name, { examples: 2000 });
      for (let feature = 0; feature < features; feature += 1) {
        assert.ok(engine.text(engine.c.nn_dataset_feature(set, feature)));
        const unit = engine.text(engine.c.nn_dataset_unit(set, feature));
        assert.equal(unit !== '', story);
        const [offset, scale] = [engine.c.nn_dataset_offset(set, feature), engine.c.nn_dataset_scale(set, feature)];
        if (!story) {
          assert.deepEqual([offset, scale], [0, 1]);
          continue;
        }
        const values = rows.map(({ x }) => x[feature]);
        const mean = values.reduce((sum, value) => sum + value, 0) / 2000;
        const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 2000);
        // Uniform draws: standard errors 0.022 and 0.01; four of each.
        assert.ok(Math.abs(mean) < 0.09 && Math.abs(deviation - 1) < 0.04, `${mean}, ${deviation}`);
        const raw = values.map((value) => offset + scale * value);
        // All of a uniform range: [offset - sqrt(3) scale, offset + sqrt(3) scale].
        assert.ok(Math.min(...raw) >= offset - Math.sqrt(3) * scale - 1e-9 && Math.max(...raw) <= offset + Math.sqrt(3) * scale + 1e-9);
        assert.ok(Math.min(...raw) < offset - 1.7 * scale && Math.max(...raw) > offset + 1.7 * scale);
      }
    });
  });
}

test('coffee and demand are told in the units of their stories', () => {
  const units = (/** @type {string} */ name) =>
    Array.from({ length: engine.c.nn_dataset_features(number(name)) }, (_, feature) =>
      [engine.c.nn_dataset_feature(number(name), feature), engine.c.nn_dataset_unit(number(name), feature)].map(engine.text),
    );
  assert.deepEqual(units('COFFEE'), [
    ['temperature', '°C'],
    ['duration', 'min'],
  ]);
  assert.deepEqual(
    units('DEMAND').map(([name]) => name),
    ['price', 'shipping', 'marketing', 'material'],
  );
  const offsets = (/** @type {string} */ name) => inUnits(name, new Array(engine.c.nn_dataset_features(number(name))).fill(0));
  assert.deepEqual(offsets('COFFEE'), [220, 13.5]);
  assert.deepEqual(offsets('DEMAND'), [35, 6, 25, 5.5]);
});

test('generating data starts the history again', () => {
  const id = makeRun(engine, { hidden: [], w: [1, 2, 3] });
  assert.equal(engine.c.nn_history_count(id), 1);
  const loss = () => engine.list(engine.c.nn_history_losses(id), 1)[0];
  const before = loss();
  ok(engine, engine.c.nn_generate(id, NN.NN_DATA_AND, 0, 1));
  assert.equal(engine.c.nn_history_count(id), 1);
  assert.notEqual(loss(), before);
  assert.equal(loss(), engine.c.nn_loss(id));
});
