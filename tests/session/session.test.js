/** The session in Node, with a clock and frames of our own: what it starts, how it trains in slices, what it tells. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { openSession, presetOf } from '../support/session.js';

/** The package's lab, typed as the page's own module: they are the same code. @type {import('../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

/** The page's speed at first. @param {Parameters<typeof openSession>[1]} [options] */
const openOnPage = (options) => openSession(lab, { stepsPerSecond: 1000, ...options });

describe('training', () => {
  test('Train takes the steps to run and then pauses', () => {
    const open = openOnPage();
    open.session.train();
    assert.equal(open.last().running, true);
    open.runToEnd();
    assert.equal(open.last().step, 2000);
    assert.equal(open.last().event, 'finished');
    assert.equal(open.last().running, false);
    assert.equal(open.last().loss.toFixed(6), '0.693147');
    assert.equal(open.last().verdicts[0].kind, 'tied');
  });

  test('it is told how many examples are right, but where there are too many to ask at each frame', () => {
    const open = openOnPage();
    open.session.train();
    open.runToEnd();
    assert.equal(open.last().right, 2);
    const coffee = (/** @type {number} */ examples) =>
      openSession(lab, { experiment: { ...presetOf('tied'), data: { set: 'coffee', examples } } });
    assert.equal(typeof coffee(500).last().right, 'number');
    assert.equal(coffee(501).last().right, null);
    const data = { set: 'coffee', examples: 500 };
    const network = { inputs: 2, hidden: [128, 128] };
    const large = openSession(lab, { experiment: { version: 1, network, data, init: { scheme: 'normal' } } });
    large.runToEnd();
    assert.deepEqual([large.last().working, large.last().right], [false, null]);
  });

  test('the speed is kept, whatever the frames', () => {
    for (const ms of [5, 16, 50]) {
      const { session, frame, last } = openOnPage({ stepsPerSecond: 100 });
      session.train();
      for (let elapsed = 0; elapsed < 1000; elapsed += ms) frame(ms);
      assert.ok(Math.abs(last().step - 100) <= 6, `${last().step} steps in a second of ${ms} ms frames`);
      session.close();
    }
  });

  test('one training can have a pace of its own, and the next has the speed that is set', () => {
    const { session, frame, last } = openOnPage({ stepsPerSecond: 1 });
    session.train(1000, Infinity);
    frame();
    frame();
    assert.deepEqual([last().step, last().running, last().stepsPerSecond], [1000, false, 1]);
    session.train();
    frame();
    assert.equal(last().step, 1001);
    session.pause();
    session.train(1e9, Infinity);
    session.setStepsPerSecond(1);
    const { step } = last();
    frame();
    assert.equal(last().step, step + 1, 'a speed that is set meanwhile is kept to');
  });

  test('after a long pause of the page it does not catch up', () => {
    const { session, frame, last } = openOnPage({ stepsPerSecond: 1000 });
    session.train();
    frame(3600_000);
    assert.ok(last().step <= 101, `${last().step} steps`);
  });

  test('at full speed a frame trains no longer than its slice', () => {
    let time = 0;
    const { session, frame, last } = openOnPage({ stepsPerSecond: Infinity, stepsToRun: null, now: () => (time += 1) });
    session.train();
    const before = time;
    frame(0);
    assert.ok(time - before < 24, `${time - before} ms`);
    assert.ok(last().step > 0);
    assert.equal(last().running, true);
  });

  test('Pause stops at once and no further frame trains', () => {
    const { session, frame, last } = openOnPage();
    session.train();
    frame();
    session.pause();
    const { step } = last();
    frame();
    assert.equal(last().step, step);
    assert.equal(last().event, 'paused');
  });

  test('a session that is closed while it trains asks nothing more of its run, and tells nothing more', () => {
    const open = openOnPage();
    open.session.train();
    open.frame();
    const told = open.snapshots.length;
    open.session.close();
    open.runToEnd();
    assert.equal(open.snapshots.length, told);
  });

  test('the same run in slices and in one go has the same bits', () => {
    const open = openOnPage({ stepsPerSecond: 777 });
    open.session.train();
    open.runToEnd();
    const run = lab.start(presetOf('tied'));
    run.train(2000);
    assert.equal(open.last().fingerprint, run.fingerprint());
    run.close();
  });

  test('a run that diverges stops, says so and keeps its history', () => {
    const experiment = /** @type {any} */ ({
      ...presetOf('outgoing-apart'),
      network: { inputs: 2, hidden: [2], outputs: 1, activation: 'linear', bias: false },
      data: { set: 'circles' },
      training: { learningRate: 1e6 },
    });
    const open = openOnPage({ experiment });
    open.session.train();
    open.runToEnd();
    assert.equal(open.last().stopped, 'diverged');
    assert.equal(open.last().event, 'diverged');
    assert.ok(open.last().history.steps.length >= 1);
    open.session.train();
    assert.equal(open.last().running, false, 'it does not start again');
    open.session.reset();
    assert.equal(open.last().stopped, null);
  });
});

describe('the start', () => {
  test('Reset is back at the edited start, to the bit', () => {
    const open = openOnPage();
    open.session.edit('w1', 1 / 3);
    const { fingerprint, values } = open.last();
    open.session.train();
    open.runToEnd();
    open.session.reset();
    assert.equal(open.last().fingerprint, fingerprint);
    assert.deepEqual(open.last().values, values);
  });

  test('an edit after training changes the start and nothing else of it', () => {
    const open = openOnPage();
    open.session.train();
    open.runToEnd();
    open.session.edit('w6', -0.3);
    assert.equal(open.last().step, 0);
    assert.deepEqual([...open.last().values], [0.2, 0.4, 0.2, 0.4, 0.6, -0.3]);
    assert.equal(open.last().changed, 'w6');
  });

  test('a new random start keeps its seed, and the same seed gives the same start', () => {
    const { session, last } = openOnPage();
    session.newStart();
    assert.equal(last().seed, 7);
    const { fingerprint } = last();
    session.newStart(8);
    assert.notEqual(last().fingerprint, fingerprint);
    session.newStart(7);
    assert.equal(last().fingerprint, fingerprint);
    session.edit('w1', 0.5);
    assert.equal(last().seed, 7, 'an edited random start still says which seed it came from');
    assert.equal(last().values[0], 0.5);
  });

  test('another neuron starts as the twin of the last one, and biases start at 0', () => {
    const { session, last } = openOnPage();
    session.setLayers([3]);
    assert.equal(last().verdicts[0].different, 1);
    session.setBias(true);
    assert.deepEqual(
      last()
        .names.filter((name) => name.startsWith('b'))
        .map((name) => last().values[last().names.indexOf(name)]),
      [0, 0, 0, 0],
    );
    assert.equal(last().verdicts[0].different, 1);
    session.setLayers([]);
    assert.deepEqual([...last().values], [0.2, 0.4, 0]);
    session.setLayers([2]);
    assert.deepEqual([...last().values], [0.2, 0.4, 0.2, 0.4, 0, 0, 0.5, 0.5, 0]);
  });

  test('what is refused leaves everything as it was', () => {
    const { session, last, snapshots } = openOnPage();
    const before = last();
    assert.throws(() => session.edit('w1', Infinity), { name: 'ExperimentError' });
    assert.throws(() => session.edit('w99', 1), { name: 'ExperimentError' });
    assert.throws(() => session.setLayers([-1]), { name: 'ExperimentError' });
    assert.throws(() => session.choose({ learningRate: NaN }), { name: 'ExperimentError' });
    assert.equal(snapshots.length, 1);
    session.reset();
    assert.equal(last().fingerprint, before.fingerprint);
  });

  test('no run is left behind in the engine', () => {
    const alive = lab.alive;
    const { session } = openOnPage();
    for (let count = 0; count < 50; count += 1) session.edit('w1', count);
    assert.equal(lab.alive, alive + 1);
    session.close();
    assert.equal(lab.alive, alive);
  });
});
