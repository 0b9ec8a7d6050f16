/** The number that ReLU neurons keep: what the next step changes it by, in every layer, over 20 starts; and where the law is broken. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { keptRows, whyNotKept } from '../../web/ties/kept-law.js';

/** @typedef {import('../../web/engine/run.js').Run} Run */

/** @type {import('../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

const SEEDS = Array.from({ length: 20 }, (_, at) => at + 1);

/** @param {{ seed?: number, set?: string, network?: object, training?: object }} change */
const start = ({ seed = 1, set = 'moons', network = {}, training = {} }) =>
  lab.start({
    version: 1,
    network: { inputs: 2, hidden: [3, 2], outputs: 1, activation: 'relu', bias: true, ...network },
    data: { set },
    loss: 'cross-entropy',
    init: { scheme: 'he-normal', seed },
    training: { learningRate: 0.1, ...training },
  });

/** @param {Run} run @param {number} layer */
const rowsOf = (run, layer) => keptRows(run.experiment, run.parameters(), run.gradients(), { layer, most: 16 });

/** The largest difference between what the next step changes and what was said of it, in parts of the number. @param {Run} run @param {number} layer */
function error(run, layer) {
  const before = rowsOf(run, layer);
  run.train(1);
  const now = rowsOf(run, layer);
  return Math.max(
    ...before.map(
      ({ kept, drift, entering, leaving }, at) => Math.abs(now[at].kept - kept - (drift ?? 0)) / Math.max(1, entering, leaving),
    ),
  );
}

describe('the next step changes the number by what is said', () => {
  for (const activation of ['relu', 'leaky-relu', 'linear'])
    for (const [name, change] of /** @type {[string, { network?: object, training?: object }][]} */ ([
      ['with biases', {}],
      ['without biases', { network: { bias: false } }],
      ['clipped', { training: { clip: 0.05 } }],
      ['with large steps', { training: { learningRate: 1 } }],
    ]))
      test(`${activation}, ${name}, both layers, 20 seeds`, () => {
        for (const seed of SEEDS) {
          const run = start({ seed, network: { activation, ...change.network }, training: change.training });
          for (const layer of [1, 2]) assert.ok(error(run, layer) < 1e-14, `seed ${seed}, layer ${layer}`);
          run.close();
        }
      });

  test('with batches and dropout chance decides, and the number still moves by no more than a share of α²: 20 seeds', () => {
    for (const training of [{ batchSize: 5 }, { dropout: { rate: 0.3, seed: 1 } }])
      for (const seed of SEEDS) {
        const changes = [1e-2, 1e-3].map((learningRate) => {
          const run = start({ seed, training: { ...training, learningRate } });
          const before = rowsOf(run, 1);
          assert.equal(whyNotKept(run.experiment), null);
          assert.deepEqual(new Set(before.map(({ drift }) => drift)), new Set([null]));
          run.train(1);
          const change = Math.max(...rowsOf(run, 1).map(({ kept }, at) => Math.abs(kept - before[at].kept)));
          run.close();
          return change;
        });
        // The same first batch, a tenth of α: a hundredth of the change.
        assert.ok(changes[1] < changes[0] / 50 + 1e-14, `seed ${seed}: ${changes}`);
      }
  });
});

describe('the law is broken', () => {
  for (const [why, change] of /** @type {[import('../../web/ties/kept-law.js').Broken, object][]} */ ([
    ['activation', { network: { activation: 'sigmoid' } }],
    ['activation', { network: { activation: 'tanh' } }],
    ['activation', { network: { activation: 'softplus' } }],
    ['optimizer', { training: { optimizer: 'momentum' } }],
    ['optimizer', { training: { optimizer: 'nesterov' } }],
    ['optimizer', { training: { optimizer: 'rmsprop', learningRate: 0.01 } }],
    ['optimizer', { training: { optimizer: 'adam', learningRate: 0.01 } }],
    ['penalty', { training: { l1: 0.05 } }],
    ['penalty', { training: { l2: 0.05 } }],
    ['noise', { training: { gradientNoise: { std: 0.1, seed: 1 } } }],
    ['single', { training: { freeze: ['w1'] } }],
    ['single', { training: { unitLearningRates: [{ layer: 1, unit: 1, factor: 3 }] } }],
  ]))
    test(`by ${JSON.stringify(change)}, and the number does move otherwise in most of 20 starts`, () => {
      const wrong = SEEDS.filter((seed) => {
        const run = start({ seed, ...change });
        assert.equal(whyNotKept(run.experiment), why);
        run.train(1);
        const off = error(run, 1);
        run.close();
        return off > 1e-9;
      });
      assert.ok(wrong.length >= 15, `${wrong.length} of 20`);
    });
});

describe('what the number bars', () => {
  test('one outgoing weight keeps its sign where the number is not above 0, and others need not: 40 starts of AND', () => {
    const flips = { keeps: 0, free: 0 };
    for (let seed = 1; seed <= 40; seed += 1) {
      const run = start({ seed, set: 'and', network: { hidden: [2] }, training: { learningRate: 0.01 } });
      const signOf = (/** @type {number} */ unit) => Math.sign(run.get(`w${4 + unit}`));
      const rows = rowsOf(run, 1);
      const before = rows.map(({ unit }) => signOf(unit));
      run.train(2000);
      rows.forEach(({ unit, sign }, at) => {
        if (signOf(unit) !== before[at]) flips[/** @type {'keeps' | 'free'} */ (sign)] += 1;
      });
      run.close();
    }
    assert.equal(flips.keeps, 0);
    assert.ok(flips.free >= 5, `${flips.free} change`);
  });

  test('with α = 2 some of those change their sign nevertheless: the rule is one of small steps', () => {
    let flips = 0;
    for (let seed = 1; seed <= 40; seed += 1) {
      const run = start({ seed, set: 'xor', network: { hidden: [2] }, training: { learningRate: 2 } });
      const kept = rowsOf(run, 1).filter(({ sign }) => sign === 'keeps');
      const before = kept.map(({ unit }) => run.get(`w${4 + unit}`));
      run.train(200);
      kept.forEach(({ unit }, at) => {
        if (run.get(`w${4 + unit}`) * before[at] < 0) flips += 1;
      });
      run.close();
    }
    assert.ok(flips > 0, `${flips} flips`);
  });

  test('of several outgoing weights it says that they cannot all become 0, by their squares', () => {
    for (const seed of SEEDS) {
      const run = start({ seed, network: { hidden: [6, 4] }, training: { learningRate: 0.01 } });
      for (const { unit, sign, kept, entering, leaving } of rowsOf(run, 1)) {
        assert.equal(kept, entering - leaving);
        assert.equal(sign, kept < 0 ? 'some' : 'shared');
        if (sign === 'some') {
          const again = start({ seed, network: { hidden: [6, 4] }, training: { learningRate: 0.01 } });
          again.train(500);
          assert.ok(rowsOf(again, 1)[unit - 1].leaving > 0);
          again.close();
        }
      }
      run.close();
    }
  });
});
