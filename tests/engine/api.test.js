/** The programming interface, as the package has it: what each call on a run gives. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab, parameterNames, parseExperiment } from 'twin-neurons';
import { DEEP, TIED_WEIGHTS, XOR, assertClose, tiedExperiment } from '../support/shared.js';

/** @type {import('twin-neurons').Lab} */
let lab;
before(async () => {
  lab = await openLab();
});
after(() => lab.close());

describe('a run', () => {
  test('trains in one go as it does step by step', () => {
    const [once, stepwise] = [lab.start(DEEP), lab.start(DEEP)];
    const result = once.train(40);
    for (let step = 0; step < 40; step += 1) {
      stepwise.train(1);
      assert.match(stepwise.fingerprint(), /^[0-9a-f]{16}$/);
    }
    assert.deepEqual(result, { step: 40, loss: once.loss(), stopped: null });
    assert.equal(once.fingerprint(), stepwise.fingerprint());
    assert.deepEqual(once.train(0), result);
  });

  test('stops before a step that would not stay finite, keeps its history, and goes on after reset()', () => {
    const run = lab.start(
      tiedExperiment({ network: { activation: 'linear', outputActivation: 'linear' }, training: { learningRate: 1000 } }),
    );
    const { step, loss, stopped } = run.train(1000);
    assert.equal(stopped, 'diverged');
    assert.ok(step > 0 && step < 1000 && Number.isFinite(loss));
    assert.ok(run.parameters().every(Number.isFinite));
    assert.equal(run.train(5).step, step);
    assert.equal(run.history().steps.length, step + 1);
    run.reset();
    assert.equal(run.stopped, null);
  });

  test('hands out copies', () => {
    const run = lab.start(tiedExperiment());
    const before = run.fingerprint();
    for (const list of [run.parameters(), run.gradients(), run.history().loss, run.history().parameters.w1]) list.fill(99);
    run.data().x[0][0] = 99;
    run.trace(0).layers[0].a[0] = 99;
    run.names[0] = 'b7';
    assert.equal(run.names[0], 'w1');
    assert.equal(run.fingerprint(), before);
    assert.equal(run.history().parameters.w1[0], 0.2);
    assert.equal(run.data().x[0][0], 0);
  });

  test('knows nothing of another run, in its lab or in another one', async () => {
    const other = await openLab();
    const runs = [lab.start(DEEP), lab.start(DEEP), other.start(DEEP)];
    const alone = lab.start(DEEP);
    alone.train(30);
    for (let turn = 0; turn < 10; turn += 1) {
      for (const run of runs) run.train(3);
      runs[1].get('w1');
      lab.start(tiedExperiment()).close();
    }
    for (const run of runs) assert.equal(run.fingerprint(), alone.fingerprint());
    other.close();
    assert.equal(runs[0].train(1).step, 31);
  });

  test('has the same bits without SIMD', async () => {
    const scalar = await openLab({ simd: false });
    for (const experiment of [DEEP, tiedExperiment(), { network: { inputs: 2, hidden: [7] }, data: { set: 'moons' } }]) {
      const runs = [lab.start(experiment), scalar.start(experiment)];
      for (const run of runs) run.train(200);
      assert.equal(runs[0].fingerprint(), runs[1].fingerprint());
    }
    scalar.close();
  });

  test('predicts any number of rows, and shows the activations of every layer', () => {
    const run = lab.start(DEEP);
    const rows = Array.from({ length: 200 }, (_, at) => [at / 100, -at / 50, 1]);
    const outputs = run.predict(rows);
    assert.equal(outputs.length, 200);
    for (const at of [0, 63, 64, 127, 199]) assert.deepEqual(run.predict([rows[at]])[0], outputs[at]);
    assert.deepEqual(run.activations(rows, 3), outputs);
    assert.deepEqual(
      run.activations(run.data().x, 2),
      run.data().x.map((_, example) => run.trace(example).layers[1].a),
    );
    assert.deepEqual(run.predict([]), []);
  });

  test('gives its data back, with names, and in the units of a data set by name', () => {
    assert.deepEqual(lab.start(tiedExperiment()).data(), {
      x: XOR.x,
      y: [[0], [1], [1], [0]],
      features: ['x1', 'x2'],
      targets: ['y'],
      display: ['x1', 'x2'].map((name) => ({ name, unit: '', offset: 0, scale: 1 })),
    });
    const { x, y, features, targets, display } = lab
      .start({ network: { inputs: 2, hidden: [3] }, data: { set: 'coffee', examples: 50 } })
      .data();
    assert.deepEqual([x.length, y.length, features, targets], [50, 50, ['temperature', 'duration'], ['good roast']]);
    assert.ok(y.every(([target]) => target === 0 || target === 1));
    for (const [at, [least, most]] of [
      [150, 300],
      [5, 25],
    ].entries()) {
      const shown = x.map((row) => display[at].offset + display[at].scale * row[at]);
      assert.ok(
        shown.every((value) => value > least && value < most),
        `${features[at]}: ${Math.min(...shown)} to ${Math.max(...shown)}`,
      );
    }
  });

  test('counts what it gets right, and says null where targets are no yes or no', () => {
    const and = lab.start({ network: { inputs: 2, hidden: [] }, data: { set: 'and' }, init: { scheme: 'zeros' } });
    assert.equal(and.solved(), 0);
    and.train(2000);
    assert.equal(and.solved(), 1);
    assert.equal(lab.start(tiedExperiment({ data: { x: [[0, 1]], y: [0.5] } })).solved(), null);
  });

  test('agrees with its numeric gradients', () => {
    const run = lab.start(DEEP);
    const gradients = run.gradients();
    assert.ok(gradients.every((value) => value !== 0));
    // A central difference with step 1e-5 leaves errors near 1e-10.
    assertClose(
      run.names.map((name) => run.numericGradient(name)),
      gradients,
      { relative: 1e-6, absolute: 1e-8, what: 'gradient' },
    );
  });

  test('shows inside one example what the loss and the gradients are made of', () => {
    const run = lab.start({ ...DEEP, training: {} });
    const traces = [0, 1, 2].map((example) => run.trace(example));
    assertClose([traces.reduce((sum, { loss }) => sum + loss, 0) / 3], [run.loss()]);
    /** @type {(layer: number, unit: number) => number} */
    const meanDelta = (layer, unit) => traces.reduce((sum, trace) => sum + trace.layers[layer].delta[unit], 0) / 3;
    const biases = traces[0].layers.flatMap(({ delta }, layer) => delta.map((_, unit) => meanDelta(layer, unit)));
    const gradients = run.gradients();
    assertClose(
      biases,
      gradients.filter((_, at) => run.names[at].startsWith('b')),
      { relative: 1e-12 },
    );
  });

  test('firmness predicts how a small difference grows', () => {
    const experiment = tiedExperiment({
      init: { scheme: 'explicit', w: TIED_WEIGHTS, nudge: [{ parameter: 'w1', by: 1e-9 }] },
      training: { learningRate: 5 },
    });
    const run = lab.start(experiment);
    run.train(500);
    const { lambda, perStep } = run.firmness(1, 1, 2);
    assert.ok(lambda < 0);
    assert.equal(perStep, 1 - 5 * lambda);
    const before = run.distance(1, 1, 2);
    run.train(1);
    // One step of the fastest-growing direction, in which the difference lies by now.
    assertClose([run.distance(1, 1, 2) / before], [perStep], { relative: 1e-3 });
  });
});

describe('a history', () => {
  test('holds the start, every step and the present while it is short', () => {
    const run = lab.start(tiedExperiment());
    run.train(3);
    const { steps, loss, parameters } = run.history();
    assert.deepEqual([...steps], [0, 1, 2, 3]);
    assert.equal(loss[3], run.loss());
    assert.deepEqual(Object.keys(parameters), parameterNames(run.experiment.network));
    assert.deepEqual(
      Object.values(parameters).map((values) => values[3]),
      [...run.parameters()],
    );
  });

  test('stays bounded over the whole run: from the start to the present, evenly', () => {
    const run = lab.start(tiedExperiment());
    run.train(100_003);
    const { steps, loss, parameters } = run.history();
    assert.ok(steps.length > 512 && steps.length <= 2048);
    assert.deepEqual([steps[0], steps[steps.length - 1]], [0, 100_003]);
    const gaps = new Set(steps.slice(1, -1).map((step, at) => step - steps[at]));
    assert.equal(gaps.size, 1);
    assert.equal(loss.length, steps.length);
    assert.ok(Object.values(parameters).every((values) => values.length === steps.length));
    assert.ok(run.memory < 256 * 1024);
    run.reset();
    assert.deepEqual([...run.history().steps], [0]);
  });

  test('does not depend on how the steps were asked for', () => {
    const [once, pieces] = [lab.start(tiedExperiment()), lab.start(tiedExperiment())];
    once.train(9000);
    for (let at = 0; at < 9; at += 1) {
      pieces.train(1000);
      pieces.history();
    }
    assert.deepEqual(pieces.history(), once.history());
  });
});

describe('an experiment given to start', () => {
  test('can be JSON text, a plain object or one that was parsed, and is kept in normal form', () => {
    const expected = parseExperiment(tiedExperiment());
    for (const input of [JSON.stringify(tiedExperiment()), tiedExperiment(), expected]) {
      assert.deepEqual(lab.start(input).experiment, expected);
    }
  });
});
