/** What the chapters beyond the question say of many starts, over at least twenty of them, with the case that bounds it. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { distanceOrMirrored } from '../../web/figures/race/lines.js';
import { keptNumber, sameDirection } from '../../web/ties/around-neuron.js';
import { BEYOND } from '../../web/lesson/story/beyond/index.js';
import { SEEDS, STARTS, doublingOf, experimentOf, lab, recordingsOf, topOf, trained, wayOf } from './beyond-facts.js';

/** @typedef {import('../../web/lesson/story/beyond/chapter.js').BeyondChapter} BeyondChapter */

after(() => lab.close());

/** How long halves are trained on after the cut. */
const TRAINED_ON = 10_000;

describe('split: a cut moves nothing, and firmness says whether the halves part', () => {
  for (const set of ['moons', 'gaussians', 'and', 'or', 'xor', 'coffee'])
    for (const activation of ['tanh', 'sigmoid']) {
      test(`on ${set} with ${activation}, 20 seeds`, () => {
        for (const seed of SEEDS) {
          const experiment = experimentOf('split', 'moons', {
            data: { set },
            network: { activation },
            init: { seed },
            training: { learningRate: 1 },
          });
          const steps = 5000;
          const start = trained(experiment, steps, (run) => {
            const cut = run.split(1, 1, 0.5);
            for (const share of [-1, 0.25, 0.5, 2])
              assert.ok(
                Math.abs(trained(run.split(1, 1, share), 0, (each) => each.loss()) - run.loss()) <= 7e-16 * Math.max(1, run.loss()),
              );
            return cut;
          });
          const { perStep } = trained(start, 0, (run) => run.firmness(1, 1, 2));
          const distance = trained({ ...start, init: { ...start.init, nudge: [{ parameter: 'w1', by: 1e-6 }] } }, TRAINED_ON, (run) =>
            run.distance(1, 1, 2),
          );
          // As far as a push of a millionth of a neuron must grow to be seen in its weights.
          assert.equal(distance > 0.1, perStep ** TRAINED_ON > 1e5, `seed ${seed}: ${perStep} a step, ${distance} apart`);
        }
      });
    }
});

test('split: on moons the halves part as fast as firmness said', () => {
  const make = recordingsOf(/** @type {BeyondChapter} */ (BEYOND.find(({ id }) => id === 'split')));
  const { experiment, recording } = make('halves');
  const distances = recording.moments.map(({ step, parameters }) => ({
    step,
    distance: distanceOrMirrored(recording.experiment.network, parameters) || 0,
  }));
  const between = distances.filter(({ step, distance }) => step > 300 && distance < 1e-4);
  const [first, last] = [between[0], between[between.length - 1]];
  const doubling = ((last.step - first.step) * Math.LN2) / Math.log(last.distance / first.distance);
  assert.ok(last.step - first.step > 500 && Math.abs(doubling / doublingOf(experiment) - 1) < 0.05, `${doubling} steps`);
});

describe('pass: twins stand at the top of the straight way', () => {
  test('from 20 starts of XOR; and around it the way is level', () => {
    for (const seed of SEEDS) {
      const { recording, half, straight, level } = wayOf(seed);
      const { network } = recording.experiment;
      const top = topOf(straight.moments);
      assert.equal(top.step, 50);
      assert.equal(distanceOrMirrored(network, top.parameters), 0, 'tied in every bit');
      assert.equal(half.moments[half.moments.length - 1].loss, top.loss);
      const losses = level.moments.map(({ loss }) => loss);
      assert.ok(Math.max(...losses) - Math.min(...losses) <= 1e-15);
      const end = recording.moments[recording.moments.length - 1].parameters;
      const around = level.moments[level.moments.length - 1].parameters;
      assert.deepEqual([...around.slice(0, 4)], [end[2], end[3], end[0], end[1]], 'the two have changed places');
    }
  });
});

describe('relu-law: what a neuron keeps', () => {
  for (const activation of ['relu', 'leaky-relu', 'linear'])
    for (const set of ['and', 'moons'])
      test(`changes in a step by α² times the difference of the squared gradients: ${activation} on ${set}, 20 seeds`, () => {
        for (const seed of SEEDS)
          for (const learningRate of [0.01, 0.05, 0.2]) {
            const experiment = experimentOf('relu-law', 'relu', {
              data: { set },
              network: { activation },
              init: { seed },
              training: { learningRate },
            });
            trained(experiment, 0, (run) => {
              const { network } = run.experiment;
              for (const unit of [1, 2]) {
                const before = keptNumber(network, run.parameters(), unit);
                const change = learningRate ** 2 * keptNumber(network, run.gradients(), unit);
                const next = trained(experiment, 1, (each) => keptNumber(network, each.parameters(), unit));
                assert.ok(Math.abs(next - before - change) < 1e-14 * Math.max(1, Math.abs(before)));
              }
            });
          }
      });

  test('bars the way through zero where it is not above zero, and not elsewhere: 40 starts', () => {
    const flips = { barred: 0, free: 0 };
    for (const seed of STARTS) {
      trained(experimentOf('relu-law', 'relu', { init: { seed }, training: { learningRate: 0.01 } }), 0, (run) => {
        const { network } = run.experiment;
        const outgoing = () => [run.get('w5'), run.get('w6')];
        const signs = outgoing().map(Math.sign);
        const kept = [1, 2].map((unit) => keptNumber(network, run.parameters(), unit));
        for (let turn = 0; turn < 2000; turn += 1) {
          run.train(1);
          outgoing().forEach((weight, at) => {
            if (Math.sign(weight) === signs[at]) return;
            signs[at] = Math.sign(weight);
            flips[kept[at] <= 0 ? 'barred' : 'free'] += 1;
          });
        }
      });
    }
    assert.equal(flips.barred, 0);
    assert.ok(flips.free >= 5, `${flips.free} change their sign where they can`);
  });

  test('drifts the further the larger the steps are: 20 starts', () => {
    const drift = [0.01, 0.05, 0.2].map((learningRate) =>
      SEEDS.reduce((sum, seed) => {
        const experiment = experimentOf('relu-law', 'relu', { init: { seed }, training: { learningRate } });
        const [before, now] = [0, 2000].map((steps) =>
          trained(experiment, steps, (run) => [1, 2].map((unit) => keptNumber(run.experiment.network, run.parameters(), unit))),
        );
        return sum + Math.abs(now[0] - before[0]) + Math.abs(now[1] - before[1]);
      }, 0),
    );
    assert.ok(drift[1] > 2 * drift[0] && drift[2] > 2 * drift[1], String(drift));
  });

  test('is kept by no sigmoid neuron: 20 starts', () => {
    for (const seed of SEEDS) {
      const experiment = experimentOf('relu-law', 'sigmoid', { init: { seed } });
      const [before, now] = [0, 2000].map((steps) =>
        trained(experiment, steps, (run) => [1, 2].map((unit) => keptNumber(run.experiment.network, run.parameters(), unit))),
      );
      assert.ok(
        now.some((value, at) => Math.abs(value - before[at]) > 0.1),
        `seed ${seed}: ${before} and ${now}`,
      );
    }
  });
});

describe('condense: what bounds it', () => {
  test('on XOR tiny neurons neither turn nor learn in 2,000 steps: 20 starts', () => {
    for (const seed of SEEDS) {
      const experiment = experimentOf('condense', 'xor', { init: { seed } });
      const [before, now] = [0, 2000].map((steps) =>
        trained(experiment, steps, (run) => ({
          turned: sameDirection(run.experiment.network, run.parameters()),
          loss: Number(run.loss()),
        })),
      );
      assert.ok(
        Math.abs(now.turned - before.turned) < 0.01 && Math.abs(now.loss - Math.LN2) < 1e-6,
        `seed ${seed}: ${now.turned}, ${now.loss}`,
      );
    }
  });
});

describe('digits: what bounds it', () => {
  test('with small steps a last bit changes no digit that is shown, with large ones it can: 20 starts', () => {
    const changed = SEEDS.filter((seed) => {
      const [calm, wild] = ['calm', 'one'].map((run) =>
        [[], [{ parameter: 'w1', ulps: 1 }]].map((nudge) =>
          trained(experimentOf('digits', run, { init: { seed, nudge } }), 2000, (each) => Number(each.loss())),
        ),
      );
      assert.ok(Math.abs(calm[0] - calm[1]) < 1e-10 * calm[0]);
      return Math.abs(wild[0] - wild[1]) > 0.01 * wild[0];
    });
    assert.ok(changed.length >= 1 && changed.includes(3), String(changed));
  });
});
