/** How a run is played: paced by what is seen to change, in 3 to 6 seconds, and by which moments it is told where nothing may move. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { activationsOf } from '../../web/drawing/forward.js';
import { paceOf, stillMoments, visibleChanges } from '../../web/drawing/pacing.js';
import { openLab } from 'twin-neurons';
import { keptSteps, recordRun } from '../../web/session/recording.js';

/** @typedef {import('../../web/figures/figure.js').Moment} Moment */

const XOR = {
  version: 1,
  network: { inputs: 2, hidden: [2], outputs: 1, activation: 'sigmoid', bias: true },
  data: { set: 'xor' },
  loss: 'cross-entropy',
  training: { learningRate: 1 },
};
const start = (/** @type {number} */ w5) => ({
  ...XOR,
  init: {
    scheme: 'explicit',
    w: [
      [
        [0.2, 0.4],
        [0.2, 0.4],
      ],
      [[w5, 0.6]],
    ],
  },
});

/** @type {import('../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

/** Moments of so many steps each. @param {number[]} steps */
const moments = (steps) => steps.map((step) => /** @type {Moment} */ ({ step, parameters: new Float64Array(), loss: 0, right: null }));

describe('a recording', () => {
  test('keeps each of the first steps, and the last one, in order and once', () => {
    for (const steps of [0, 1, 99, 100, 101, 700, 2000, 40_000]) {
      const kept = keptSteps(steps);
      assert.deepEqual(
        kept,
        [...new Set(kept)].sort((one, other) => one - other),
      );
      assert.equal(kept[0], 0);
      assert.equal(kept.at(-1), steps);
      assert.ok(kept.length <= 601);
    }
  });

  test('says of every moment what the engine says of that step', () => {
    const { moments: kept, data } = recordRun(lab, { experiment: start(0.7), steps: 2000 });
    const run = lab.start(start(0.7));
    for (const { step, parameters, loss, right } of [kept[0], kept[50], kept[300], kept[600]]) {
      run.train(step - run.step);
      assert.deepEqual(parameters, run.parameters());
      assert.equal(loss, run.loss());
      assert.equal(right, 4 * Number(run.solved()));
    }
    assert.deepEqual([kept.at(-1)?.right, data.x.length], [4, 4]);
    run.close();
  });

  test('draws what the engine answers, in every activation', () => {
    for (const activation of lab.names.activations) {
      const run = lab.start({ ...start(0.7), network: { ...XOR.network, activation } });
      run.train(20);
      const { x } = run.data();
      const drawn = activationsOf(run.experiment.network, run.parameters(), x);
      const answered = [run.activations(x, 1), run.activations(x, 2)];
      answered.forEach((rows, layer) =>
        rows.forEach((row, example) =>
          row.forEach((value, unit) => assert.ok(Math.abs(drawn[layer][unit][example] - value) < 1e-12, activation)),
        ),
      );
      run.close();
    }
  });
});

describe('the pace', () => {
  test('is slow where the picture changes and quick where it does not', () => {
    // 1,000 steps, of which only the ten from 500 on change anything.
    const run = { moments: moments(Array.from({ length: 101 }, (_, at) => at * 10)) };
    const changes = Array.from({ length: 100 }, (_, at) => (at === 50 ? 1 : 0));
    const { seconds, momentAt } = paceOf(run, changes);
    const shown = (/** @type {number} */ index) =>
      Array.from({ length: 1000 }, (_, at) => momentAt((seconds * at) / 1000)).filter((each) => each === index).length;
    assert.ok(shown(50) > 650 && shown(20) < 10, `${shown(50)} ${shown(20)}`);
  });

  test('never goes back, begins at the start and ends at the end', () => {
    const recording = recordRun(lab, { experiment: start(0.7), steps: 2000 });
    const { seconds, momentAt } = paceOf(recording, visibleChanges(recording));
    const played = Array.from({ length: 400 }, (_, at) => momentAt((seconds * at) / 399));
    assert.deepEqual([played[0], played.at(-1), momentAt(-1), momentAt(100)], [0, 600, 0, 600]);
    assert.ok(played.every((index, at) => at === 0 || index >= played[at - 1]));
  });

  test('gives every run 3 to 6 seconds, whatever its length', () => {
    for (const [w5, steps] of [
      [0.6, 20],
      [0.6, 2000],
      [0.7, 2000],
      [0.7, 20_000],
    ]) {
      const recording = recordRun(lab, { experiment: start(w5), steps });
      const { seconds } = paceOf(recording, visibleChanges(recording));
      assert.ok(seconds >= 3 && seconds <= 6, `${w5} ${steps}: ${seconds}`);
    }
  });

  test('plays a run in which nothing changes, and one of a single moment', () => {
    const { momentAt } = paceOf({ moments: moments([0, 50, 100]) }, [0, 0]);
    assert.deepEqual([momentAt(0), momentAt(1.6), momentAt(3)], [0, 1, 2]);
    assert.equal(paceOf({ moments: moments([0]) }, []).momentAt(2), 0);
  });

  test('where nothing may move, a run is told by its start, a moment amid its change, and its end', () => {
    const recording = recordRun(lab, { experiment: start(0.7), steps: 2000 });
    const [first, middle, last] = stillMoments(recording, visibleChanges(recording));
    assert.equal(first, 0);
    assert.equal(last, 600);
    assert.ok(recording.moments[middle].step > 100 && recording.moments[middle].step < 1000, `${recording.moments[middle].step}`);
  });
});
