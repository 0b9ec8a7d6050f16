/** Counted over many starts: what makes twins of strangers, and what keeps twins together; by sweeps on the real engine. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { PUSH, STARTS, batchVariants, decayVariants, wideLayer } from '../../web/ties/over-starts.js';

/** @type {import('../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

/** @param {string} set @param {object} [training] @param {object} [network] */
const experimentOf = (set, training = {}, network = {}) =>
  lab.start({
    version: 1,
    network: { inputs: 2, hidden: [2], activation: 'tanh', ...network },
    data: { set },
    init: { scheme: 'uniform', seed: 9 },
    training: { learningRate: 1, ...training },
  }).experiment;

/** @param {readonly import('../../web/ties/over-starts.js').Variant[]} variants @param {number} steps */
async function countsOf(variants, steps) {
  const counts = [];
  for (const { experiment, counts: isCounted } of variants)
    counts.push((await lab.sweep(experiment, { seeds: [...STARTS], steps, weights: true })).filter(isCounted).length);
  return counts;
}

test('weight decay makes twins of strangers on OR, and without it there are none', async () => {
  const [without, withDecay] = await countsOf(decayVariants(experimentOf('or'), 0.01), 20_000);
  assert.equal(without, 0);
  assert.ok(withDecay >= 20, `${withDecay} of 40`);
});

test('the two ways differ in weight decay alone, and start from random weights whatever the start was', () => {
  const [without, withDecay] = decayVariants(experimentOf('xor', { l2: 0.3 }), 0.02);
  assert.deepEqual(
    [without.id, without.experiment.training.l2, withDecay.id, withDecay.experiment.training.l2],
    ['without', 0, 'with', 0.02],
  );
  assert.deepEqual({ ...withDecay.experiment.training, l2: 0 }, without.experiment.training);
  assert.deepEqual([without.experiment.init.scheme, /** @type {any} */ (without.experiment.init).seed], ['uniform', STARTS[0]]);
});

test('small batches keep pushed twins together more often than all examples at once', async () => {
  const variants = batchVariants(experimentOf('xor', {}, { activation: 'sigmoid', bias: false }), 4);
  assert.deepEqual(
    variants.map(({ id, batchSize }) => [id, batchSize]),
    [
      ['all', 4],
      ['half', 2],
      ['one', 1],
    ],
  );
  const [all, half] = await countsOf(variants, 20_000);
  assert.ok(all > half, `${all} at once, ${half} in twos`);
});

test('twins are all neurons of the first layer with two of them, one weight of the first pushed', () => {
  const [{ experiment }] = batchVariants(experimentOf('xor', {}, { hidden: [1, 3] }), 4);
  assert.deepEqual(
    experiment.init.tie.map(({ layer, units }) => [layer, units]),
    [[2, [1, 2, 3]]],
  );
  assert.deepEqual(experiment.init.nudge, [{ parameter: 'w3', by: PUSH }]);
  assert.equal(wideLayer(experimentOf('xor', {}, { hidden: [1, 1] })), null);
});

test('with one example or two there are fewer ways to step', () => {
  const { network, init, training } = experimentOf('xor');
  const tiny = lab.start({ network, init, training, data: { x: [[0, 1]], y: [1] } }).experiment;
  assert.deepEqual(
    batchVariants(tiny, 1).map(({ id }) => id),
    ['all'],
  );
});

test('what counts is how far apart they end, a mirror image of a tanh neuron included; a run that diverged is none with twins', () => {
  const ends = (/** @type {string} */ activation, /** @type {number[]} */ last, /** @type {null | 'diverged'} */ stopped = null) => {
    const [{ counts }] = decayVariants(experimentOf('or', {}, { activation }), 0.01);
    return counts(/** @type {any} */ ({ stopped, last }));
  };
  // What enters both neurons, their biases, what leaves them, the output's bias.
  const equal = [1, 2, 1, 2, 3, 3, 0.5, 0.5, 9];
  const mirror = [1, 2, -1, -2, 3, -3, 0.5, -0.5, 9];
  assert.equal(ends('sigmoid', equal), true);
  assert.equal(ends('sigmoid', equal, 'diverged'), false);
  assert.equal(ends('sigmoid', mirror), false);
  assert.equal(ends('tanh', mirror), true);
  assert.equal(ends('sigmoid', [1 + 2e-6, ...equal.slice(1)]), false);
});
