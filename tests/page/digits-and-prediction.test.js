/** What the lab says of a run\u2019s own digits, and of what becomes of a small difference: on sessions of the real engine. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { readFile } from 'node:fs/promises';
import { distanceLines, stepAxisEnd } from '../../web/drawing/chart-series.js';
import { openLab } from '../../web/engine/engine.js';
import { chartsMessages } from '../../web/messages/en/charts.js';
import { createPrediction, held } from '../../web/page/charts/predicted-distance.js';
import { createDigitsView } from '../../web/page/digits-view.js';
import { find, freshRoot, usePage } from '../support/dom.js';
import { openSession } from '../support/session.js';
import { tiedExperiment } from '../support/shared.js';
import { MESSAGES, snapshotOf } from '../support/views.js';

usePage();

/** From the sources, so that an error of the engine is the class that the views know. @type {import('../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = await openLab({ wasm: await readFile(new URL('../../dist/engine.wasm', import.meta.url)) });
});
after(() => lab.close());

/** What is under the loss when a run is over; null: nothing. @param {object} experiment @param {number} steps */
function saidUnderLoss(experiment, steps) {
  const root = freshRoot();
  const { session, train, snapshots } = openSession(lab, { experiment: /** @type {any} */ (experiment), stepsToRun: steps });
  const view = createDigitsView(root, { messages: MESSAGES, inspect: () => session.inspect, later: (callback) => callback() });
  train(steps);
  for (const snapshot of snapshots) view.update(snapshot);
  const sentence = find(root, '#digits');
  session.close();
  return sentence.hidden ? null : sentence.textContent;
}

describe('under the loss', () => {
  const chaotic = {
    network: { inputs: 2, hidden: [2] },
    data: { set: 'and' },
    init: { scheme: 'uniform', seed: 3 },
    training: { learningRate: 20 },
  };

  test('stands from which digit on J is no more than chance, where six are not its own', () => {
    assert.match(
      saidUnderLoss(chaotic, 2000) ?? '',
      /^One bit at the start changes J from its (1st|2nd|3rd|4th|5th|6th) digit on: this run is chaotic/,
    );
  });

  test('stands nothing where six digits are its own', () => {
    assert.equal(saidUnderLoss({ ...chaotic, training: { learningRate: 0.5 } }, 2000), null);
    assert.equal(saidUnderLoss(tiedExperiment(), 2000), null);
  });

  test('stands nothing where it would take long to find out', () => {
    assert.equal(saidUnderLoss({ ...chaotic, data: { set: 'moons', examples: 20000 } }, 100), null);
  });

  test('twins that one bit unties are not called chaotic', () => {
    assert.match(
      saidUnderLoss(tiedExperiment({ training: { learningRate: 5 } }), 20000) ?? '',
      /such a bit unties neurons that are tied\.$/,
    );
  });
});

describe('a small difference is predicted where training begins', () => {
  /**
   * The prediction at the end of a run of such stretches, one after the other.
   * @param {object} experiment @param {readonly number[]} stretches
   */
  function predictedAfter(experiment, stretches) {
    const { session, last, snapshots, train } = openSession(lab, { experiment: /** @type {any} */ (experiment) });
    const prediction = createPrediction(() => session.inspect);
    let seen = 0;
    let said = null;
    const look = () => {
      for (; seen < snapshots.length; seen += 1) said = prediction.update(snapshots[seen], stepAxisEnd(snapshots[seen]));
    };
    look();
    for (const steps of stretches) {
      // What is asked of the engine is asked at the step that was told.
      session.setStepsToRun(steps);
      session.train();
      look();
      train(steps);
      look();
    }
    const answer = said === null ? null : held(said, distanceLines(last()).lines[0].points);
    session.close();
    return answer;
  }
  const nudged = (/** @type {object} */ change) => {
    const { init, ...rest } = tiedExperiment();
    return { ...rest, init: { ...init, nudge: [{ parameter: 'w1', by: 1e-8 }] }, ...change };
  };

  test('from the start, and says from which step on it is off by more than a factor of 2', () => {
    const found = predictedAfter(nudged({}), [2000]);
    assert.ok(found !== null && found.step === 0 && found.perStep > 1.01);
    assert.ok(found.left !== null && found.left > 20 && found.left < 200, String(found.left));
    assert.match(
      chartsMessages.predicted(found),
      /^Dashed: as predicted at step 0, times 1\.0\d+ a step; from step \d+ on it is off by more than a factor of 2\.$/,
    );
  });

  test('while the session is being made, nothing is asked of it', () => {
    const { session, last } = openSession(lab, { experiment: nudged({}) });
    assert.equal(createPrediction(() => null).update(last(), 2000), null);
    session.close();
  });

  test('later, where the network has settled, it holds', () => {
    const found = predictedAfter(nudged({}), [3000, 400]);
    assert.ok(found !== null && found.step === 3000);
    assert.equal(found.left, null);
    assert.match(chartsMessages.predicted(found), /holds within a factor of 2 so far\.$/);
  });

  test('up to 0.001, of the first layer where two neurons are so near', () => {
    const snapshot = snapshotOf(lab, nudged({}), { event: 'started' });
    const [verdict] = snapshot.verdicts;
    /** @param {readonly (number | null)[]} distances of the nearest neurons of each layer; null: there are no two that differ */
    const layerWith = (...distances) => {
      const verdicts = distances.map((distance, at) => ({
        ...verdict,
        nearest: distance === null ? null : { layer: at + 1, units: [1, 2], distance },
      }));
      const inspect = /** @type {any} */ ({ firmness: () => ({ perStep: 1.1 }) });
      return createPrediction(() => inspect).update({ ...snapshot, verdicts: /** @type {any} */ (verdicts) }, 2000)?.layer ?? null;
    };
    assert.deepEqual([layerWith(1e-3), layerWith(1.001e-3), layerWith(null), layerWith()], [1, null, null, null]);
    assert.deepEqual([layerWith(null, 1e-5), layerWith(0.5, 1e-5, 1e-9)], [2, 2]);
  });

  test('nothing is said of twins that are tied, nor of neurons that are far apart, nor at a kink', () => {
    assert.equal(predictedAfter(tiedExperiment(), [10]), null);
    assert.equal(predictedAfter(nudged({ init: { scheme: 'uniform', seed: 1 } }), [10]), null);
    const kinked = nudged({ network: { inputs: 2, hidden: [2], activation: 'relu', bias: true } });
    assert.equal(predictedAfter(kinked, [10]), null);
  });
});
