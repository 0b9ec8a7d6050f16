/** The device check: fifty pinned runs, which must end with the same bits wherever they are trained, and whose differences are told. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkDevice, openLab, parseExperiment } from 'twin-neurons';
import { checkedExperiments } from '../../web/engine/device-check.js';
import { runCommand } from '../support/command.js';

/** How many kinds there were when the runs were pinned; what the format learns later is not among them. */
const KINDS = Object.freeze({ activations: 6, optimizers: 5, losses: 2, schemes: 10, datasets: 10 });

describe('the pinned runs', () => {
  const experiments = checkedExperiments().map((experiment) => parseExperiment(experiment));

  test('are fifty, and use every kind that there was then', () => {
    assert.equal(experiments.length, 50);
    const used = (/** @type {(experiment: import('twin-neurons').Experiment) => string} */ of) => new Set(experiments.map(of));
    assert.equal(used(({ network }) => network.activation).size, KINDS.activations);
    assert.equal(used(({ training }) => training.optimizer).size, KINDS.optimizers);
    assert.equal(used(({ loss }) => loss).size, KINDS.losses);
    assert.equal(used(({ init }) => init.scheme).size, KINDS.schemes);
    assert.equal(used(({ data }) => ('set' in data ? data.set : '')).size, KINDS.datasets);
    for (const key of /** @type {const} */ (['l1', 'l2', 'clip', 'batchSize']))
      assert.ok(
        experiments.some(({ training }) => training[key] > 0),
        key,
      );
    for (const key of /** @type {const} */ (['dropout', 'gradientNoise']))
      assert.ok(
        experiments.some(({ training }) => Object.values(training[key])[0] > 0),
        key,
      );
    for (const key of /** @type {const} */ (['freeze', 'unitLearningRates']))
      assert.ok(
        experiments.some(({ training }) => training[key].length > 0),
        key,
      );
    for (const key of /** @type {const} */ (['tie', 'nudge']))
      assert.ok(
        experiments.some(({ init }) => init[key].length > 0),
        key,
      );
  });

  for (const simd of [true, false]) {
    test(`end with their fingerprints ${simd ? 'with SIMD' : 'without SIMD'}`, async () => {
      const lab = await openLab({ simd });
      assert.deepEqual(checkDevice(lab), { runs: 50, agreed: 50, differing: [] });
      assert.equal(lab.alive, 0);
      lab.close();
    });
  }

  test('that end otherwise are told by their number', async () => {
    const lab = await openLab();
    // A device on which a step goes astray: every run begins elsewhere.
    const astray = Object.create(lab, {
      start: {
        value: (/** @type {any} */ experiment) =>
          lab.start({ ...experiment, init: { ...experiment.init, nudge: [{ parameter: 'w1', by: 0.001 }] } }),
      },
    });
    const { runs, agreed, differing } = checkDevice(astray);
    assert.equal(agreed + differing.length, runs);
    assert.ok(differing.length === runs);
    assert.ok(differing.every(({ run, expected, got }) => run >= 1 && expected !== got && /^[0-9a-f]{16}$/.test(got)));
    lab.close();
  });
});

describe('twin-neurons check', () => {
  test('says that this device agrees, with SIMD and without', async () => {
    const { code, stdout, stderr } = await runCommand(['check']);
    assert.equal(stderr, '');
    assert.match(
      stdout,
      /^50 of 50 runs .* with SIMD \(version \S+\)\n50 of 50 runs .* without SIMD \(version \S+\)\nThis device agrees\.\n$/,
    );
    assert.equal(code, 0);
  });

  test('takes no file', async () => {
    const { code, stderr } = await runCommand(['check', 'experiment.json']);
    assert.match(stderr, /check takes no file/);
    assert.equal(code, 2);
  });
});
