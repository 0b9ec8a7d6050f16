/** The prediction for two tied neurons, worked out in parts: it is what the engine says at once, and refuses what the engine refuses. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { allOf } from '../../web/base/parts.js';
import { firmnessInParts } from '../../web/session/firmness-in-parts.js';

/** @type {import('../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

const ALL = ['incoming', 'bias', 'outgoing'];
/** @param {object} network @param {object} [rest] @returns {any} */
const experimentOf = (network, rest = {}) => ({
  version: 1,
  network: { inputs: 2, hidden: [3, 4], outputs: 1, activation: 'tanh', bias: true, ...network },
  data: { set: 'circles', examples: 150, seed: 3 },
  loss: 'cross-entropy',
  init: { scheme: 'uniform', seed: 8, scale: 1, tie: [1, 2].map((layer) => ({ layer, units: [1, 3], what: ALL })) },
  training: { learningRate: 0.3 },
  ...rest,
});

/** Both answers, or the codes of both refusals. @param {any} experiment @param {number} layer @param {number} [steps] */
function answers(experiment, layer, steps = 0) {
  const run = lab.start(experiment);
  run.train(steps);
  const place = { experiment: run.experiment, values: run.parameters(), data: run.data(), step: run.step };
  /** @param {() => unknown} ask */
  const asked = (ask) => {
    try {
      return ask();
    } catch (error) {
      return /** @type {any} */ (error).code;
    }
  };
  const both = [
    asked(() => run.firmness(layer, 1, 3)),
    asked(() => allOf(firmnessInParts((example) => run.trace(example), place, layer, [1, 3]))),
  ];
  run.close();
  return both;
}

for (const activation of ['sigmoid', 'tanh', 'relu', 'leaky-relu', 'softplus', 'linear'])
  test(`with ${activation} it is what the engine says, in each layer`, () => {
    let isSaid = false;
    for (const [layer, bias, steps] of /** @type {const} */ ([
      [1, true, 0],
      [2, true, 3],
      [2, false, 0],
    ])) {
      const training = { learningRate: 0.3, l2: 0.01, schedule: [{ from: 2, learningRate: 0.1, l2: 0.2 }] };
      const [whole, parts] = /** @type {any[]} */ (answers(experimentOf({ activation, bias }, { training }), layer, steps));
      // Of ReLU, where nothing enters a layer: both refuse.
      if (whole === 'kink') {
        assert.equal(parts, whole);
        continue;
      }
      isSaid ||= Math.abs(whole.lambda) > 1e-3;
      for (const key of ['lambda', 'perStep'])
        assert.ok(Math.abs(parts[key] - whole[key]) <= 1e-12 * Math.max(1, Math.abs(whole[key])), `${key} ${whole[key]} ${parts[key]}`);
    }
    assert.ok(isSaid, 'a number that says something');
  });

test('two outputs and the squared error, too', () => {
  const data = {
    x: [
      [0, 1],
      [1, 1],
      [0.5, -1],
    ],
    y: [
      [0, 1],
      [0.3, 0.7],
      [1, 0],
    ],
    features: ['a', 'b'],
    targets: ['c', 'd'],
  };
  const [whole, parts] = /** @type {any[]} */ (
    answers(experimentOf({ outputs: 2, outputActivation: 'linear' }, { data, loss: 'squared-error' }), 2)
  );
  assert.ok(Math.abs(parts.lambda - whole.lambda) <= 1e-12 * Math.abs(whole.lambda) && whole.lambda !== 0);
});

test('it refuses what the engine refuses', () => {
  const zeros = { scheme: 'constant', value: 0 };
  for (const [experiment, code] of /** @type {const} */ ([
    [experimentOf({}, { training: { batchSize: 10 } }), 'bad-state'],
    [experimentOf({}, { training: { optimizer: 'adam' } }), 'bad-state'],
    [experimentOf({}, { training: { freeze: ['w1'] } }), 'bad-state'],
    [experimentOf({}, { init: { scheme: 'uniform', seed: 5 } }), 'bad-state'],
    [experimentOf({}, { training: { clip: 1 } }), 'bad-state'],
    [experimentOf({}, { training: { dropout: { rate: 0.1 } } }), 'bad-state'],
    [experimentOf({}, { training: { unitLearningRates: [{ layer: 2, unit: 1, factor: 2 }] } }), 'bad-state'],
    [experimentOf({ activation: 'relu' }, { init: zeros }), 'kink'],
  ]))
    assert.deepEqual(answers(experiment, 1), [code, code]);
  // At the example of zeros no weight moves z.
  const [whole, parts] = /** @type {any[]} */ (answers(experimentOf({ activation: 'relu', bias: false }, { data: { set: 'xor' } }), 1));
  assert.ok(Math.abs(whole.lambda - parts.lambda) < 1e-12);
});
