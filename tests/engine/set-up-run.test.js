/** From an experiment to the first step: what stands at the start, and that every part of the experiment has its effect. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab, parseLink, withParameters, writeLink } from 'twin-neurons';
import { OPTIMIZERS } from '../../web/experiment/kinds/optimizers/index.js';
import { DEEP, tiedExperiment } from '../support/shared.js';

/** @type {import('twin-neurons').Lab} */
let lab;
before(async () => {
  lab = await openLab();
});
after(() => lab.close());

describe('a start', () => {
  const init = {
    scheme: 'explicit',
    w: [
      [
        [1, 2],
        [3, 4],
      ],
      [[5, 6]],
    ],
    b: [[7, 8], [9]],
  };
  /** @param {object} changes */
  const started = (changes) => {
    const run = lab.start(tiedExperiment({ network: { bias: true }, init: { ...init, ...changes } }));
    const values = Object.fromEntries(run.names.map((name, at) => [name, run.parameters()[at]]));
    run.close();
    return values;
  };

  test('has the stated parameters in their order', () => {
    assert.deepEqual(started({}), { w1: 1, w2: 2, w3: 3, w4: 4, b1: 7, b2: 8, w5: 5, w6: 6, b3: 9 });
  });

  test('sets first, then ties, then nudges', () => {
    const set = { w1: 10, w3: 30, w6: 60, b2: 80 };
    const tie = [{ layer: 1, units: [2, 1], what: ['incoming', 'outgoing'] }];
    const nudge = [
      { parameter: 'w1', by: 0.5 },
      { parameter: 'w1', ulps: 1 },
      { parameter: 'w1', ulps: -1 },
      { parameter: 'b3', ulps: 1 },
    ];
    assert.deepEqual(started({ set, tie, nudge }), { w1: 30.5, w2: 4, w3: 30, w4: 4, b1: 7, b2: 80, w5: 60, w6: 60, b3: 9 + 2 ** -49 });
  });

  test('ties all three parts where none is named, for every unit after the first', () => {
    const experiment = {
      network: { inputs: 2, hidden: [4, 3] },
      data: { set: 'xor' },
      init: { scheme: 'normal', tie: [{ layer: 1, units: [3, 1, 4] }] },
    };
    const run = lab.start(experiment);
    assert.deepEqual(run.ties(), [
      { layer: 1, groups: [[1, 3, 4], [2]], effective: 2 },
      { layer: 2, groups: [[1], [2], [3]], effective: 3 },
    ]);
    assert.equal(run.distance(1, 3, 4), 0);
    assert.ok(run.distance(1, 1, 2) > 0.1);
  });

  test('by a scheme depends on its seed and on nothing else', () => {
    const experiment = (/** @type {number} */ seed) => ({
      network: { inputs: 2, hidden: [5] },
      data: { set: 'circles' },
      init: { scheme: 'he-normal', seed },
    });
    assert.deepEqual(lab.start(experiment(1)).parameters(), lab.start(experiment(1)).parameters());
    assert.notDeepEqual(lab.start(experiment(1)).parameters(), lab.start(experiment(2)).parameters());
  });

  test('from a range is low + (high − low) u, the same by its link, and another by another seed', () => {
    const experiment = (/** @type {object} */ init) => ({
      network: { inputs: 2, hidden: [5] },
      data: { set: 'xor' },
      init: { scheme: 'uniform-range', seed: 7, ...init },
    });
    const wide = lab.start({ ...experiment({}), init: { scheme: 'uniform', seed: 7 } }).parameters();
    const run = lab.start(experiment({ low: -0.25, high: 0.1 }));
    const isWeight = run.names.map((name) => name.startsWith('w'));
    const expected = Float64Array.from(wide, (value, at) => (isWeight[at] ? -0.25 + (0.1 - -0.25) * ((value + 1) / 2) : 0));
    assert.deepEqual(run.parameters(), expected);
    assert.deepEqual(lab.start(parseLink(writeLink(run.experiment))).parameters(), expected);
    assert.deepEqual(run.experiment.init, {
      scheme: 'uniform-range',
      seed: 7,
      value: 0.5,
      low: -0.25,
      high: 0.1,
      set: {},
      tie: [],
      nudge: [],
    });
    assert.notDeepEqual(lab.start(experiment({ low: -0.25, high: 0.1, seed: 8 })).parameters(), expected);
    const weights = lab
      .start(experiment({}))
      .parameters()
      .filter((_, at) => isWeight[at]);
    assert.ok(
      weights.every((weight) => weight >= 0 && weight < 1),
      '0 to 1 where nothing is said',
    );
  });

  test('is where reset() returns to, to the bit, whatever was trained and set', () => {
    const run = lab.start({ ...DEEP, training: { ...DEEP.training, optimizer: 'adam', dropout: { rate: 0.3 }, batchSize: 2 } });
    const [start, fingerprint] = [run.parameters(), run.fingerprint()];
    run.train(50);
    const trained = run.fingerprint();
    run.set('w1', 5);
    run.reset();
    assert.deepEqual([run.step, run.parameters(), run.fingerprint()], [0, start, fingerprint]);
    run.train(50);
    assert.equal(run.fingerprint(), trained);
  });

  test('moves to the present parameters by keepStart()', () => {
    const run = lab.start(tiedExperiment());
    run.train(10);
    run.set('w1', 0.75);
    const kept = run.parameters();
    run.keepStart();
    run.train(10);
    run.reset();
    assert.deepEqual([run.step, run.parameters()], [0, kept]);
    assert.deepEqual(lab.start(withParameters(run.experiment, kept)).parameters(), kept);
  });
});

describe('every part of an experiment reaches the engine:', () => {
  /** @type {any} */
  const base = {
    network: { inputs: 2, hidden: [3] },
    loss: 'squared-error',
    data: { set: 'moons', examples: 30 },
    init: { scheme: 'normal' },
    training: { learningRate: 0.1 },
  };
  /** @param {any} experiment */
  const fingerprintOf = (experiment) => {
    const run = lab.start(experiment);
    run.train(20);
    const fingerprint = run.fingerprint();
    run.close();
    return fingerprint;
  };
  /** Each: the part, what stands there (twice, with one difference), and what both have beside it. @type {[string, any, any, any?][]} */
  const PARTS = [
    ['network', { activation: 'tanh' }, { activation: 'relu' }],
    ['network', { outputActivation: 'tanh' }, { outputActivation: 'linear' }],
    ['network', { bias: true }, { bias: false }],
    ['data', { set: 'moons' }, { set: 'circles' }],
    ['data', { examples: 30 }, { examples: 31 }],
    ['data', { noise: 0.1 }, { noise: 0.2 }],
    ['data', { seed: 1 }, { seed: 2 }],
    ['init', { scheme: 'normal' }, { scheme: 'uniform' }],
    ['init', { seed: 1 }, { seed: 2 }],
    ['init', { scale: 1 }, { scale: 1.5 }],
    ['init', { value: 0.1 }, { value: 0.2 }, { scheme: 'constant' }],
    ['init', { set: { w1: 1 } }, { set: { w1: 2 } }],
    ['init', { tie: [] }, { tie: [{ layer: 1, units: [1, 2] }] }],
    ['init', { nudge: [] }, { nudge: [{ parameter: 'w1', ulps: 1 }] }],
    ...Object.keys(OPTIMIZERS)
      .slice(1)
      .map((optimizer) => /** @type {[string, any, any]} */ (['training', {}, { optimizer }])),
    ['training', { learningRate: 0.1 }, { learningRate: 0.2 }],
    ['training', { batchSize: 30 }, { batchSize: 10 }],
    ['training', { shuffleSeed: 1 }, { shuffleSeed: 2 }, { batchSize: 10 }],
    ['training', { momentum: 0.9 }, { momentum: 0.8 }, { optimizer: 'momentum' }],
    ['training', { beta1: 0.9 }, { beta1: 0.8 }, { optimizer: 'adam' }],
    ['training', { beta2: 0.9 }, { beta2: 0.8 }, { optimizer: 'adam' }],
    ['training', { epsilon: 1e-8 }, { epsilon: 1e-4 }, { optimizer: 'adam' }],
    ['training', { decay: 0.9 }, { decay: 0.8 }, { optimizer: 'rmsprop' }],
    ['training', { l1: 0 }, { l1: 0.1 }],
    ['training', { l2: 0 }, { l2: 0.1 }],
    ['training', { clip: 0 }, { clip: 0.001 }],
    ['training', { dropout: { rate: 0.3 } }, { dropout: { rate: 0.6 } }],
    ['training', { dropout: { rate: 0.3, seed: 1 } }, { dropout: { rate: 0.3, seed: 2 } }],
    ['training', { gradientNoise: { std: 0.1 } }, { gradientNoise: { std: 0.2 } }],
    ['training', { gradientNoise: { std: 0.1, seed: 1 } }, { gradientNoise: { std: 0.1, seed: 2 } }],
    ['training', { freeze: [] }, { freeze: ['w2'] }],
    ['training', { unitLearningRates: [] }, { unitLearningRates: [{ layer: 1, unit: 2, factor: 0.5 }] }],
  ];
  for (const [part, one, other, beside] of PARTS) {
    test(`${part} ${JSON.stringify(other)}`, () => {
      const [first, again, changed] = [one, one, other].map((values) =>
        fingerprintOf({ ...base, [part]: { ...base[part], ...beside, ...values } }),
      );
      assert.equal(first, again);
      assert.notEqual(first, changed);
    });
  }

  test('frozen parameters stay, and a rate of 0 stops a unit', () => {
    const run = lab.start({ ...base, training: { freeze: ['w2', 'b3'], unitLearningRates: [{ layer: 1, unit: 1, factor: 0 }] } });
    const start = run.parameters();
    run.train(10);
    const moved = run.names.filter((_, at) => run.parameters()[at] !== start[at]);
    assert.deepEqual(moved, ['w3', 'w4', 'w5', 'w6', 'b2', 'w7', 'w8', 'w9', 'b4']);
  });
});
