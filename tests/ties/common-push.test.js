/** The push that tiny neurons share: the growth that is predicted against the one that is measured, over 20 starts, and where none is predicted. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { TINY, growthOfTiny, hasCommonPush, measuredAlong } from '../../web/ties/common-push.js';

/** @type {import('../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

const SEEDS = Array.from({ length: 20 }, (_, at) => at + 1);

/** @param {{ set?: string, seed?: number, scale?: number, network?: object, training?: object, data?: object, loss?: string }} change */
const start = ({ set = 'or', seed = 1, scale = 1e-3, network = {}, training = {}, data = {}, loss = 'cross-entropy' }) =>
  lab.start({
    version: 1,
    network: { inputs: 2, hidden: [8], outputs: 1, activation: 'tanh', bias: true, ...network },
    data: { set, ...data },
    loss,
    init: { scheme: 'normal', seed, scale },
    training: { learningRate: 0.5, ...training },
  });

/** @param {import('../../web/engine/run.js').Run} run */
const predict = (run) => growthOfTiny(run.experiment, run.parameters(), () => run.gradients());

/** @param {import('../../web/engine/run.js').Run} run @param {readonly number[]} direction */
function measure(run, direction) {
  const { steps, parameters } = run.history();
  return measuredAlong(run.experiment.network, Array.from(steps), (at) => run.names.map((name) => parameters[name][at]), direction);
}

describe('from a tiny start', () => {
  for (const [set, network] of /** @type {const} */ ([
    ['or', {}],
    ['and', {}],
    ['or', { bias: false }],
    ['or', { activation: 'linear' }],
    ['gaussians', {}],
    ['moons', {}],
  ]))
    test(`growth is as predicted within 10 % of it, ${set} ${JSON.stringify(network)}, 20 seeds, for as long as the weights are tiny`, () => {
      for (const seed of SEEDS) {
        const run = start({ set, seed, network });
        // The output's bias settles first, and the push with it.
        run.train(10);
        let compared = 0;
        for (let found = predict(run); found !== null; run.train(1), found = predict(run)) {
          const measured = measure(run, found.direction);
          assert.ok(Math.abs(((measured?.factor ?? 1) - 1) / (found.perStep - 1) - 1) < 0.1, `seed ${seed}, step ${run.step}`);
          compared += 1;
        }
        assert.ok(compared >= 3, `seed ${seed}: ${compared} steps`);
        run.close();
      }
    });

  test('on OR the factor is 1 + α |v|, with v the mean of (y − ¾)(x, 1): 1.0884 by hand', () => {
    for (const seed of SEEDS) {
      const run = start({ seed, scale: 1e-5 });
      run.train(40);
      assert.ok(Math.abs((predict(run)?.perStep ?? 0) - (1 + 0.5 * Math.hypot(0.125, 0.125))) < 2e-3);
      run.close();
    }
  });

  test('a squared error and linear outputs have a push, too', () => {
    for (const seed of SEEDS) {
      const run = start({ seed, network: { outputActivation: 'linear' }, loss: 'squared-error' });
      run.train(10);
      const found = predict(run);
      const measured = found && measure(run, found.direction);
      assert.ok(found !== null && Math.abs(((measured?.factor ?? 1) - 1) / (found.perStep - 1) - 1) < 0.1, `seed ${seed}`);
      run.close();
    }
  });

  test('on XOR the neurons share no push, and hardly grow in 2,000 steps: 20 seeds', () => {
    for (const seed of SEEDS) {
      const run = start({ set: 'xor', seed });
      const size = () => Math.hypot(...run.parameters());
      const before = size();
      for (let turn = 0; turn < 4; turn += 1) {
        assert.ok((predict(run)?.perStep ?? 2) < 1 + 1e-5);
        run.train(500);
      }
      assert.ok(size() < 1.01 * before);
      run.close();
    }
  });
});

describe('no growth is predicted', () => {
  test('from a large start, and from one without outgoing weights', () => {
    for (const seed of SEEDS) {
      const run = start({ seed, scale: 1 });
      assert.equal(predict(run), null);
      run.close();
    }
    const run = start({});
    const { network, data, training } = run.experiment;
    const still = lab.start({ network, data, training, init: { scheme: 'zeros' } });
    assert.equal(predict(still), null);
    const edge = lab.start({ network, data, training, init: { scheme: 'constant', value: TINY } });
    assert.notEqual(predict(edge), null, 'at the bound they are tiny');
    for (const each of [run, still, edge]) each.close();
  });

  for (const [name, change] of /** @type {[string, object][]} */ ([
    ['two hidden layers', { network: { hidden: [2, 2] } }],
    ['no hidden layer', { network: { hidden: [] } }],
    ['two outputs', { network: { outputs: 2 }, data: { set: undefined, x: [[0, 1]], y: [[0, 1]] } }],
    ['sigmoid neurons', { network: { activation: 'sigmoid' } }],
    ['ReLU neurons', { network: { activation: 'relu' } }],
    ['momentum', { training: { optimizer: 'momentum' } }],
    ['batches', { training: { batchSize: 2 } }],
    ['a penalty', { training: { l2: 0.01 } }],
    ['clipping', { training: { clip: 1 } }],
    ['dropout', { training: { dropout: { rate: 0.5, seed: 1 } } }],
    ['noise', { training: { gradientNoise: { std: 0.1, seed: 1 } } }],
    ['a frozen weight', { training: { freeze: ['w1'] } }],
    ['a rate of its own', { training: { unitLearningRates: [{ layer: 1, unit: 1, factor: 2 }] } }],
  ]))
    test(`with ${name}`, () => {
      const run = start(change);
      assert.deepEqual([hasCommonPush(run.experiment), predict(run)], [false, null]);
      run.close();
    });

  test('and nothing is measured before there are four samples', () => {
    const run = start({});
    assert.equal(measure(run, [1, 0, 0]), null);
    run.train(3);
    assert.notEqual(measure(run, [1, 0, 0]), null);
    run.close();
  });
});
