/** What each row of "What breaks a tie?" changes of an experiment, without a run. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseExperiment } from '../../web/experiment/experiment.js';
import { parameterCount } from '../../web/experiment/parameters.js';
import { TIE_BREAKERS, layerOfTwins, withTwins } from '../../web/ties/breakers.js';

/** @param {string} id @param {object} experiment @returns {any} what a start has depends on its scheme */
function varied(id, experiment) {
  const found = TIE_BREAKERS.find((row) => row.id === id) ?? assert.fail(id);
  return parseExperiment(found.vary(parseExperiment(/** @type {any} */ (experiment))));
}

const W = [
  [
    [0.2, 0.4],
    [0.2, 0.4],
  ],
  [[0.6, 0.6]],
];
const plain = { network: { inputs: 2, hidden: [2], bias: false }, data: { set: 'xor' }, init: { scheme: 'explicit', w: W } };

test('a network without biases gets them, all 0, and one of them is moved', () => {
  const { network, init } = varied('bias', plain);
  assert.deepEqual([network.bias, init.w, init.b], [true, W, [[0, 0], [0]]]);
  assert.deepEqual(init.nudge, [{ parameter: 'b2', by: 0.5 }]);
  assert.deepEqual(varied('output-bias', plain).init.nudge, [{ parameter: 'b3', by: 0.5 }]);
});

test('biases that are there stay what they are, and so does a start by a scheme', () => {
  const b = [[0.1, 0.1], [0.3]];
  const withBiases = { ...plain, network: { ...plain.network, bias: true }, init: { scheme: 'explicit', w: W, b } };
  assert.deepEqual(varied('bias', withBiases).init.b, b);
  const seeded = { ...plain, network: { ...plain.network, bias: true }, init: { scheme: 'uniform', seed: 3 } };
  assert.deepEqual([varied('bias', seeded).init.scheme, varied('bias', seeded).init.nudge.length], ['uniform', 1]);
});

test('parameters of the pair are named through the network', () => {
  const deep = { network: { inputs: 3, hidden: [1, 2, 2] }, data: { x: [[1, 2, 3]], y: [1] }, init: { scheme: 'zeros' } };
  assert.equal(layerOfTwins(parseExperiment(/** @type {any} */ (deep))), 2);
  // w1..w3 | w4, w5 | w6..w9 | w10, w11; neurons 1 | 2, 3 | 4, 5 | 6.
  const nudged = (/** @type {string} */ id) => varied(id, deep).init.nudge[0].parameter;
  assert.deepEqual(['one-ulp', 'incoming', 'bias', 'outgoing', 'output-bias'].map(nudged), ['w4', 'w5', 'b3', 'w7', 'b6']);
  assert.deepEqual(varied('frozen-weight', deep).training.freeze, ['w5']);
  assert.deepEqual(varied('unit-learning-rate', deep).training.unitLearningRates, [{ layer: 2, unit: 2, factor: 0.5 }]);
  assert.equal(layerOfTwins(parseExperiment(/** @type {any} */ ({ ...deep, network: { inputs: 3, hidden: [1, 1] } }))), null);
});

test('mini-batches are smaller than the data, and at least one example', () => {
  const sizeFor = (/** @type {object} */ data) => varied('mini-batches', { ...plain, data }).training.batchSize;
  assert.equal(sizeFor({ set: 'circles', examples: 200 }), 10);
  assert.equal(sizeFor({ set: 'circles', examples: 8 }), 4);
  assert.equal(sizeFor({ x: [[0, 1]], y: [1] }), 1);
});

test('twins are made of the first neuron, with the training but for its learning rate gone', () => {
  const network = { inputs: 2, hidden: [3], outputs: 2, bias: true };
  const experiment = parseExperiment({
    network,
    data: { x: [[0, 1]], y: [[0, 1]] },
    init: { scheme: 'zeros' },
    training: { learningRate: 0.3, optimizer: 'adam', l2: 1 },
  });
  const values = Array.from({ length: parameterCount(network) }, (_, at) => at + 1);
  const { init, training, name } = /** @type {any} */ (withTwins(experiment, values));
  assert.deepEqual(init.w?.[0], [
    [1, 2],
    [1, 2],
    [5, 6],
  ]);
  assert.deepEqual(init.b?.[0], [7, 7, 9]);
  assert.deepEqual(
    init.w[1].map((/** @type {number[]} */ [first, second]) => first === second),
    [true, true],
  );
  assert.deepEqual([training.learningRate, training.optimizer, training.l2, name], [0.3, 'gradient-descent', 0, 'tied twins']);
});
