/** Looking back over a run, and stopping it by itself, in a session on the real engine. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { sampleAt } from '../../web/session/replay.js';
import { openSession, presetOf } from '../support/session.js';

/** The package's lab, typed as the page's own module: they are the same code. @type {import('../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

/** @param {any} experiment @param {{ tick?: number }} [options] */
const open = (experiment, options) => openSession(lab, { experiment, stepsToRun: 3000, ...options });

/** What a run of its own says of a step. @param {any} experiment @param {number} step */
function runTo(experiment, step) {
  const run = lab.start(experiment);
  run.train(step);
  const said = { loss: run.loss(), values: run.parameters(), fingerprint: run.fingerprint(), gradients: run.gradients() };
  run.close();
  return said;
}

describe('a step of the past', () => {
  test('is shown to the bit: parameters, loss, fingerprint and what the panels ask for', () => {
    const experiment = {
      ...presetOf('outgoing-apart'),
      training: { learningRate: 0.5, optimizer: 'adam', batchSize: 3, gradientNoise: { std: 0.01 } },
    };
    const { session, last, train: run } = open(experiment);
    run(3000);
    const present = last();
    for (const step of [2999, 17, 1500, 1501, 0]) {
      session.look(step);
      const { loss, values, fingerprint, gradients } = runTo(experiment, step);
      assert.deepEqual([last().step, last().scrubbed, last().presentStep], [step, true, 3000]);
      assert.deepEqual([last().loss, last().fingerprint], [loss, fingerprint]);
      assert.deepEqual(last().values, values);
      assert.deepEqual(session.inspect.gradients(), gradients);
      assert.equal(last().history, present.history, 'the history stays whole');
    }
    session.look(3000);
    assert.equal(last().scrubbed, false);
    assert.equal(last().fingerprint, present.fingerprint);
    session.close();
  });

  test('that is too far to train to comes from the history, with every bit of its parameters', () => {
    const { session, last, train: run } = open(presetOf('random'), { tick: 30 });
    run(3000);
    const { history, names } = last();
    session.look(1501);
    const sample = sampleAt(history, 1501);
    assert.equal(last().step, history.steps[sample]);
    assert.deepEqual(
      [...last().values],
      names.map((name) => history.parameters[name][sample]),
    );
    assert.ok(Math.abs(last().loss - history.loss[sample]) < 1e-15);
    assert.equal(last().fingerprint, '', 'the engine knows no way there');
    const { step } = last();
    session.look(step + 1);
    assert.equal(last().step, history.steps[sample + 1], 'a step forward gets on');
    session.look(history.steps[sample] - 1);
    assert.equal(last().step, history.steps[sample - 1]);
    session.look(1501, true);
    assert.deepEqual(
      [last().step, last().fingerprint],
      [1501, runTo(presetOf('random'), 1501).fingerprint],
      'with more time it is trained to',
    );
    session.close();
  });

  test('that comes from the history has the gradients of its own penalties, whatever is looked at after it', () => {
    const schedule = [
      { from: 500, l2: 0.5 },
      { from: 2000, l2: 0.01, l1: 0.1 },
    ];
    const experiment = { ...presetOf('random'), training: { learningRate: 0.5, schedule } };
    const { session, last, train: run } = open(experiment, { tick: 30 });
    run(3000);
    for (const step of [1501, 2600, 300, 1501]) {
      session.look(step);
      assert.deepEqual(session.inspect.gradients(), runTo(experiment, last().step).gradients, `step ${last().step}`);
    }
    session.close();
  });

  test('step back and step forward go one step, and end at the present', () => {
    const { session, last, train: run } = open(presetOf('tied'));
    run(10);
    session.lookBeside(-1);
    session.lookBeside(-1);
    assert.equal(last().step, 8);
    session.lookBeside(1);
    assert.deepEqual([last().step, last().scrubbed], [9, true]);
    session.lookBeside(1);
    session.lookBeside(1);
    assert.deepEqual([last().step, last().scrubbed], [10, false]);
    session.look(0);
    session.lookBeside(-1);
    assert.deepEqual([last().step, last().scrubbed], [0, true]);
    session.close();
  });

  test('Train, Step, Reset and an edit leave it and go on from the present', () => {
    const { session, last, train: run } = open(presetOf('tied'));
    run(100);
    session.look(40);
    run(100);
    assert.deepEqual([last().step, last().scrubbed], [200, false]);
    session.look(40);
    session.step();
    assert.deepEqual([last().step, last().scrubbed], [201, false]);
    assert.equal(last().fingerprint, runTo(presetOf('tied'), 201).fingerprint, 'looking back changes nothing');
    session.look(40);
    session.reset();
    assert.deepEqual([last().step, last().scrubbed, last().presentStep], [0, false, 0]);
    run(50);
    session.look(20);
    session.edit('w6', 0.3);
    assert.deepEqual([last().step, last().scrubbed], [0, false]);
    assert.deepEqual([...last().values], [0.2, 0.4, 0.2, 0.4, 0.6, 0.3]);
    session.close();
  });

  test('leaves no run behind in the engine', () => {
    const alive = lab.alive;
    const { session, train: run } = open(presetOf('tied'));
    run(50);
    for (let step = 49; step >= 0; step -= 1) session.look(step);
    assert.equal(lab.alive, alive + 2);
    session.look(50);
    assert.equal(lab.alive, alive + 1);
    session.look(3);
    session.close();
    assert.equal(lab.alive, alive);
  });

  test('a step aside pauses a run that is being trained, and goes from the step that it has reached', () => {
    const { session, last, frame } = openSession(lab, { stepsToRun: 3000, stepsPerSecond: 1000 });
    session.train();
    frame();
    const reached = last().step;
    assert.ok(reached > 1 && reached < 3000 && last().running);
    session.lookBeside(-1);
    assert.deepEqual([last().running, last().step, last().presentStep], [false, reached - 1, reached]);
    frame();
    assert.equal(last().presentStep, reached, 'no frame trains any more');
    session.close();
  });

  test('pauses a run that is being trained', () => {
    const { session, last } = open(presetOf('tied'));
    session.train();
    session.look(0);
    assert.equal(last().running, false);
    session.close();
  });
});

describe('a run stops by itself', () => {
  test('at the very step at which the loss is below a limit, and goes on from there when asked again', () => {
    const { session, last, train: run } = open(presetOf('outgoing-apart'));
    session.setStopConditions({ lossBelow: 0.5, parting: false });
    run();
    const { step, loss, event, stopReason } = last();
    assert.deepEqual([event, stopReason], ['stopped', { kind: 'loss', limit: 0.5 }]);
    assert.equal(last().plannedStep, step, 'the charts end there');
    assert.ok(loss < 0.5 && runTo(presetOf('outgoing-apart'), step - 1).loss >= 0.5, `step ${step}`);
    run(100);
    assert.deepEqual([last().step, last().stopReason], [step + 100, null]);
    session.close();
  });

  test('at the very step at which two neurons part, in any layer', () => {
    const experiment = { ...presetOf('tied'), training: { learningRate: 0.5, unitLearningRates: [{ layer: 1, unit: 2, factor: 0.5 }] } };
    const { session, last, train: run } = open(experiment);
    session.setStopConditions({ lossBelow: null, parting: true });
    run();
    assert.equal(last().event, 'stopped');
    assert.deepEqual(last().stopReason, { kind: 'parting', layer: 1, units: [1, 2] });
    assert.equal(last().verdicts[0].kind, 'apart');
    session.look(last().step - 1);
    assert.notEqual(last().verdicts[0].kind, 'apart');
    session.close();
  });

  test('and not where nothing of it comes true', () => {
    const { session, last, train: run } = open(presetOf('tied'));
    session.setStopConditions({ lossBelow: 0.1, parting: true });
    run(500);
    assert.deepEqual([last().step, last().event, last().stopReason], [500, 'finished', null]);
    session.close();
  });
});
