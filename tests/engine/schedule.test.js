/** What changes on the way: by an experiment's schedule, or by change() during a run, which then says so and is the same run again. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { EngineError, ExperimentError, openLab, parseExperiment, parseLink, withParameters, writeLink } from 'twin-neurons';
import { DEEP, tiedExperiment } from '../support/shared.js';

/** @type {import('twin-neurons').Lab} */
let lab;
before(async () => {
  lab = await openLab();
});
after(() => lab.close());

/** Everything that a change could disturb: memory, mini-batches, dropout, noise, clipping. */
const FULL = {
  ...DEEP,
  training: {
    optimizer: 'adam',
    learningRate: 0.02,
    batchSize: 3,
    dropout: { rate: 0.2 },
    gradientNoise: { std: 0.01 },
    clip: 1,
    l2: 0.01,
  },
};
/** @type {Record<string, any>} */
const RUNS = { 'on the fast path': tiedExperiment({ training: { learningRate: 0.5 } }), 'with everything else on': FULL };

/** @param {any} experiment @param {object[]} schedule */
const scheduled = (experiment, schedule) => ({ ...experiment, training: { ...experiment.training, schedule } });
/** @param {any} experiment @param {number} steps */
const fingerprintOf = (experiment, steps) => {
  const run = lab.start(experiment);
  run.train(steps);
  const fingerprint = run.fingerprint();
  run.close();
  return fingerprint;
};

describe('plain gradient descent', () => {
  test('goes on from a change as a run does that starts there with the new values', () => {
    const run = lab.start(
      scheduled(tiedExperiment(), [
        { from: 30, learningRate: 0.125, l2: 0.01 },
        { from: 50, l1: 0.001, l2: 0 },
      ]),
    );
    run.train(30);
    const second = lab.start(
      withParameters(parseExperiment(tiedExperiment({ training: { learningRate: 0.125, l2: 0.01 } })), run.parameters()),
    );
    run.train(20);
    second.train(20);
    assert.deepEqual(run.parameters(), second.parameters());
    const third = lab.start(
      withParameters(parseExperiment(tiedExperiment({ training: { learningRate: 0.125, l1: 0.001 } })), run.parameters()),
    );
    assert.deepEqual(run.gradients(), third.gradients(), 'at the step of a change, the gradient is that of the next step');
    run.train(7);
    third.train(7);
    assert.deepEqual(run.parameters(), third.parameters());
  });
});

for (const [name, experiment] of Object.entries(RUNS)) {
  describe(`change(), ${name}`, () => {
    test('during a run gives the run that its experiment says, by link, after reset(), and in parts', () => {
      const run = lab.start(experiment);
      run.train(20);
      run.change({ learningRate: 0.1 });
      run.train(1);
      run.change({ l1: 0.001, l2: 0.002 });
      run.change({ l2: 0.003 });
      run.train(40);
      assert.deepEqual(run.experiment.training.schedule, [
        { from: 20, learningRate: 0.1 },
        { from: 21, l1: 0.001, l2: 0.003 },
      ]);
      const fingerprint = run.fingerprint();
      assert.notEqual(fingerprint, fingerprintOf(experiment, 61), 'it is another run');
      assert.equal(fingerprintOf(parseLink(writeLink(run.experiment)), 61), fingerprint);
      run.reset();
      run.train(61);
      assert.equal(run.fingerprint(), fingerprint);
      run.reset();
      while (run.step < 61) run.workOn('train', 2);
      assert.equal(run.fingerprint(), fingerprint);
      const digits = run.digits(61);
      assert.equal(digits.parameters.length, run.names.length);
      assert.ok(digits.loss > 0);
    });

    test('takes away what was to come, and at the start holds for all of the run', () => {
      const run = lab.start(
        scheduled(experiment, [
          { from: 5, l1: 0.1, learningRate: 1 },
          { from: 20, learningRate: 2, l2: 0.1 },
          { from: 30, learningRate: 3 },
        ]),
      );
      run.train(10);
      run.change({ learningRate: 0.25 });
      assert.deepEqual(run.experiment.training.schedule, [
        { from: 5, learningRate: 1, l1: 0.1 },
        { from: 10, learningRate: 0.25 },
        { from: 20, l2: 0.1 },
      ]);
      run.reset();
      run.change({ learningRate: 0.125 });
      assert.equal(run.experiment.training.learningRate, 0.125);
      assert.deepEqual(run.experiment.training.schedule, [
        { from: 5, l1: 0.1 },
        { from: 20, l2: 0.1 },
      ]);
      run.train(30);
      assert.equal(run.fingerprint(), fingerprintOf(run.experiment, 30));
    });
  });
}

describe('a run that would diverge', () => {
  const wild = {
    network: { inputs: 1, hidden: [], outputActivation: 'linear' },
    data: { x: [[100]], y: [1] },
    loss: 'squared-error',
    training: { learningRate: 1 },
  };
  test('goes on with a smaller learning rate from the last step that it took', () => {
    const run = lab.start(wild);
    const { step, stopped } = run.train(50);
    assert.equal(stopped, 'diverged');
    run.change({ learningRate: 1e-5 });
    assert.equal(run.train(50).step, step + 50);
    assert.equal(fingerprintOf(run.experiment, step + 50), run.fingerprint());
  });

  test('stays stopped in parts, also at a step of its schedule', () => {
    const run = lab.start(wild);
    const { step } = run.train(50);
    const again = lab.start(scheduled(wild, [{ from: step, l2: 0 }]));
    for (let part = 0; part < 100; part += 1) again.workOn('train', 1);
    assert.deepEqual([again.step, again.stopped], [step, 'diverged']);
  });
});

test('firmness is of the step that comes', () => {
  const run = lab.start(scheduled(tiedExperiment(), [{ from: 1, learningRate: 0.25 }]));
  const before = run.firmness(1, 1, 2);
  assert.equal(before.perStep, 1 - 0.5 * before.lambda);
  run.train(1);
  const { lambda, perStep } = run.firmness(1, 1, 2);
  assert.equal(perStep, 1 - 0.25 * lambda);
});

describe('what cannot change is refused, and nothing changes:', () => {
  for (const [what, values, error, sentence] of /** @type {const} */ ([
    ['another option', { momentum: 0.5 }, EngineError, /change\(\) has no option "momentum"; it has learningRate, l1 and l2/],
    ['nothing at all', undefined, EngineError, /must be an object; got null/],
    ['no values', {}, null, /./],
    [
      'a rate below 0',
      { learningRate: -1 },
      ExperimentError,
      /^training\.schedule\[0\]\.learningRate: must be a number from 0 to 1000000; got -1/,
    ],
    ['a penalty of NaN', { l1: NaN }, ExperimentError, /got NaN/],
  ])) {
    test(what, () => {
      const run = lab.start(tiedExperiment());
      run.train(3);
      const { experiment } = run;
      if (error === null) run.change(/** @type {any} */ (values));
      else
        assert.throws(
          () => run.change(/** @type {any} */ (values)),
          (thrown) => thrown instanceof error && sentence.test(`${thrown}`.replace(/^\w+: /, '')),
        );
      assert.deepEqual(run.experiment, experiment);
    });
  }

  test('a hundred and first change', () => {
    const run = lab.start(tiedExperiment());
    for (let step = 1; step <= 100; step += 1) {
      run.train(1);
      run.change({ learningRate: step / 100 });
    }
    run.train(1);
    assert.throws(() => run.change({ learningRate: 2 }), /at most 100 changes; got 101/);
    assert.equal(run.experiment.training.schedule.length, 100);
  });
});
