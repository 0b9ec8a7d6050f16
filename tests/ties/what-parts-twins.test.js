/** What of the training may part twins: what holds for one of the two alone, and chance. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseExperiment } from '../../web/experiment/experiment.js';
import { parameterNames } from '../../web/experiment/parameters.js';
import { whatPartsTwins } from '../../web/ties/what-parts-twins.js';

/**
 * What is said of neurons 1 and 2 of a layer of 2-3-2-1, where every parameter starts at 0 if nothing else is said.
 * @param {object} training
 * @param {{ layer?: number, start?: Record<string, number> }} [more]
 */
function said(training, { layer = 2, start = {} } = {}) {
  const experiment = parseExperiment({
    network: { inputs: 2, hidden: [3, 2] },
    data: { set: 'xor' },
    init: { scheme: 'zeros' },
    training: /** @type {any} */ (training),
  });
  return whatPartsTwins(
    { experiment, names: parameterNames(experiment.network), startOf: (name) => start[name] ?? 0 },
    { layer, units: [1, 2] },
  );
}

test('plain training parts nobody', () => {
  assert.deepEqual(said({}), []);
  assert.deepEqual(said({ l1: 0.1, l2: 0.1, clip: 1, batchSize: 2 }), []);
});

test('dropout and noise may part anybody', () => {
  assert.deepEqual(said({ dropout: { rate: 0.1 }, gradientNoise: { std: 0.1 } }), ['dropout', 'noise']);
});

test('a learning rate counts for the unit and the layer that it is of', () => {
  const rate = (/** @type {number} */ layer, /** @type {number} */ unit, factor = 0.5) => ({ layer, unit, factor });
  assert.deepEqual(said({ unitLearningRates: [rate(2, 2)] }), ['rates']);
  assert.deepEqual(said({ unitLearningRates: [rate(2, 1)] }), ['rates']);
  assert.deepEqual(said({ unitLearningRates: [rate(1, 2)] }), [], 'another layer');
  assert.deepEqual(said({ unitLearningRates: [rate(1, 3)] }, { layer: 1 }), [], 'another unit');
  assert.deepEqual(said({ unitLearningRates: [rate(2, 1), rate(2, 2)] }), [], 'both the same');
  assert.deepEqual(said({ unitLearningRates: [rate(2, 2, 1)] }), [], 'a factor of 1 is none');
});

test('a frozen parameter counts where its twin is free, be it incoming, bias or outgoing', () => {
  // Layer 2: unit 1 has w7, w8, w9, b4 and goes out by w13; unit 2 has w10, w11, w12, b5 and w14.
  for (const name of ['w7', 'w12', 'b4', 'b5', 'w13', 'w14']) assert.deepEqual(said({ freeze: [name] }), ['freeze'], name);
  for (const pair of [
    ['w8', 'w11'],
    ['b4', 'b5'],
    ['w13', 'w14'],
  ])
    assert.deepEqual(said({ freeze: pair }), [], pair.join());
  assert.deepEqual(said({ freeze: ['w7', 'w11'] }), ['freeze'], 'not the twin of it');
  assert.deepEqual(said({ freeze: ['w1', 'b1', 'b6'] }), [], 'of others');
});

test('an optimizer with a memory remembers where units came from: it counts if they did not start equal, to the bit', () => {
  assert.deepEqual(said({ optimizer: 'adam' }), []);
  assert.deepEqual(said({ optimizer: 'adam' }, { start: { w10: 1 } }), ['memory']);
  assert.deepEqual(said({ optimizer: 'momentum' }, { start: { b5: -0 } }), ['memory'], 'minus zero is another start');
  assert.deepEqual(said({}, { start: { w10: 1 } }), [], 'plain steps have no memory');
});
