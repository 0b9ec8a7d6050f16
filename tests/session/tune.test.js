/** Another learning rate or penalty during a run: what the session does, tells, keeps and takes back. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openLab, parseLink, writeLink } from 'twin-neurons';
import { openSession, presetOf } from '../support/session.js';

/** The package's lab, typed as the page's own module: they are the same code. @type {import('../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

const open = () => openSession(lab, { experiment: presetOf('random') });

test('from the present step on: the run goes on, its history is whole, and its link is the same run', () => {
  const { session, train, last } = open();
  train(100);
  session.choose({ learningRate: 2 });
  assert.deepEqual([last().event, last().step, last().running], ['retuned', 100, false]);
  assert.deepEqual(last().experiment.training.schedule, [{ from: 100, learningRate: 2 }]);
  train(50);
  session.choose({ training: { l2: 0.01 } });
  train(50);
  const { experiment, fingerprint, history } = last();
  assert.deepEqual(experiment.training.schedule, [
    { from: 100, learningRate: 2 },
    { from: 150, l2: 0.01 },
  ]);
  assert.deepEqual([history.steps[0], history.steps.at(-1)], [0, 200]);
  const run = lab.start(parseLink(writeLink(/** @type {any} */ (experiment))));
  run.train(200);
  assert.equal(run.fingerprint(), fingerprint);
  run.close();
  session.reset();
  train(200);
  assert.equal(last().fingerprint, fingerprint, 'Reset trains the same run again');
});

test('while it trains, without a pause', () => {
  const { session, frame, last, runToEnd } = openSession(lab, { experiment: presetOf('random'), stepsPerSecond: 1000 });
  session.train(1000);
  frame();
  frame();
  const { step } = last();
  assert.ok(step > 0 && step < 1000);
  session.choose({ learningRate: 0.125 });
  assert.equal(last().running, true);
  runToEnd();
  assert.equal(last().step, 1000);
  assert.deepEqual(last().experiment.training.schedule, [{ from: step, learningRate: 0.125 }]);
  const run = lab.start(last().experiment);
  run.train(1000);
  assert.equal(run.fingerprint(), last().fingerprint);
  run.close();
});

test('a step of the past is that of the run, on both sides of a change', () => {
  const { session, train, last } = open();
  train(30);
  session.choose({ learningRate: 3 });
  train(30);
  for (const step of [10, 30, 45, 59]) {
    session.look(step, true);
    const run = lab.start(last().experiment);
    run.train(step);
    assert.deepEqual([last().step, last().fingerprint], [step, run.fingerprint()]);
    run.close();
  }
  session.choose({ learningRate: 1 });
  assert.deepEqual([last().scrubbed, last().step], [false, 60], 'a change is made where the run stands');
});

test('undo takes it back and redo brings it, each at its start; quick changes of the same are one', () => {
  const { session, train, last } = open();
  const before = last().experiment;
  train(30);
  session.choose({ learningRate: 3 });
  session.choose({ learningRate: 2 });
  train(10);
  const { fingerprint } = last();
  session.undo();
  assert.deepEqual([last().step, last().experiment.training.schedule, last().experiment], [0, [], before]);
  session.redo();
  assert.deepEqual(last().experiment.training.schedule, [{ from: 30, learningRate: 2 }]);
  assert.equal(last().step, 0);
  train(40);
  assert.equal(last().fingerprint, fingerprint);
});

test('at the start, and for a run that has diverged, it is of all the run', () => {
  const { session, train, last } = open();
  session.choose({ learningRate: 2 });
  assert.deepEqual([last().event, last().experiment.training.learningRate, last().experiment.training.schedule], ['changed', 2, []]);
  train(20);
  session.choose({ learningRate: 1e6 });
  session.choose({ training: { l2: 1e6 } });
  train(2000);
  assert.equal(last().stopped, 'diverged');
  session.choose({ learningRate: 0.5 });
  assert.deepEqual([last().step, last().stopped, last().experiment.training.learningRate], [0, null, 0.5]);
  assert.deepEqual(last().experiment.training.schedule, [{ from: 20, l2: 1e6 }]);
});

test('what names more than that goes back to the start, and so does an end of the changes', () => {
  const { session, train, last } = open();
  train(20);
  session.choose({ training: { l1: 0.5 } });
  session.choose({ training: { schedule: [] } });
  assert.deepEqual([last().event, last().step, last().experiment.training.schedule], ['changed', 0, []]);
  train(20);
  session.choose({ training: { l1: 0.5, batchSize: 2 } });
  assert.deepEqual([last().step, last().experiment.training.l1, last().experiment.training.schedule], [0, 0.5, []]);
});

test('a session whose lab takes no such experiment refuses it, and the run stays', () => {
  /** @type {Pick<typeof lab, 'start'>} */
  const guarded = {
    start(experiment) {
      const run = lab.start(experiment);
      if (run.experiment.training.schedule.length === 0) return run;
      run.close();
      throw new Error('not here');
    },
  };
  const { session, train, last } = openSession(lab, { lab: /** @type {any} */ (guarded), experiment: presetOf('random') });
  train(10);
  const { alive } = lab;
  assert.throws(() => session.choose({ learningRate: 1 }), /not here/);
  assert.deepEqual([last().step, last().experiment.training.schedule, lab.alive], [10, [], alive]);
});
