/** Many seeds as the panel sweeps them: what is started, and what the results say. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { parseExperiment } from '../../../web/experiment/experiment.js';
import { PRESETS } from '../../../web/experiment/presets.js';
import { COMPARISON, comparedExperiment, majorityShare, seededExperiment } from '../../../web/ties/seed-statistics.js';
import { looksAlike } from '../../../web/ties/verdict.js';
import { tiedExperiment } from '../../support/shared.js';

describe('a sweep of the panel', () => {
  /** @type {import('../../../web/engine/lab.js').Lab} */
  let lab;
  before(async () => {
    lab = /** @type {any} */ (await openLab());
  });
  after(() => lab.close());

  test('gives the run that its bar opens, to the bit', async () => {
    const present = parseExperiment(PRESETS[0].experiment);
    for (const start of /** @type {const} */ (['random', 'tied', 'one-ulp'])) {
      for (const swept of await lab.sweep(seededExperiment(present, start, 3), { seeds: [3, 6], steps: 200 })) {
        const run = lab.start(seededExperiment(present, start, swept.seed));
        run.train(200);
        assert.equal(run.fingerprint(), swept.fingerprint, start);
        run.close();
      }
    }
  });

  test('of tied starts stays tied, whatever the seed; of random ones is apart from the start', async () => {
    const present = parseExperiment(tiedExperiment({ network: { hidden: [3, 2] }, init: { scheme: 'zeros' } }));
    const tied = await lab.sweep(seededExperiment(present, 'tied', 1), { seeds: [1, 8], steps: 300 });
    assert.ok(tied.every(({ effective, parted }) => effective.join() === '1,1' && parted === null));
    const random = await lab.sweep(seededExperiment(present, 'random', 1), { seeds: [1, 8], steps: 300 });
    assert.ok(random.every(({ effective, parted }) => effective.join() === '3,2' && parted === 0));
  });

  test('of tied starts but for one last bit says when each parted: at that step and not before', async () => {
    const present = parseExperiment(tiedExperiment({ training: { learningRate: 5 } }));
    const results = await lab.sweep(seededExperiment(present, 'one-ulp', 1), { seeds: [1, 12], steps: 2000 });
    const parted = results.filter((one) => one.parted !== null);
    assert.ok(parted.length > 0 && parted.length < results.length, `${parted.length} of 12 part within 2,000 steps`);
    for (const { seed, parted: step } of parted) {
      const run = lab.start(seededExperiment(present, 'one-ulp', seed));
      run.train(Number(step) - 1);
      assert.ok(looksAlike(present.network, run.parameters(), 1, [1, 2]), `seed ${seed} looks alike before step ${step}`);
      run.train(1);
      assert.ok(!looksAlike(present.network, run.parameters(), 1, [1, 2]), `seed ${seed} is apart at step ${step}`);
      run.close();
    }
  });

  test('of one neuron has nobody to part from', async () => {
    const present = parseExperiment(PRESETS[5].experiment);
    const [only] = await lab.sweep(seededExperiment(present, 'tied', 1), { seeds: [1, 1], steps: 5 });
    assert.equal(only.parted, null);
    assert.deepEqual(only.effective, []);
  });

  test('on the coffee data: wider is better, tied neurons are worth one, and one is worth the majority', async () => {
    /** @type {Record<string, number>} */
    const middle = {};
    for (const row of COMPARISON.rows) {
      const results = await lab.sweep(comparedExperiment(row, 1), { seeds: [1, 9], steps: COMPARISON.steps });
      middle[`${row.units} ${row.start}`] = results.map(({ solved }) => Number(solved)).sort((one, other) => one - other)[4];
    }
    const run = lab.start(comparedExperiment(COMPARISON.rows[0], 1));
    const majority = majorityShare(run.data().y);
    run.close();
    assert.equal(middle['1 random'], majority);
    assert.equal(middle['3 tied'], majority);
    assert.ok(middle['2 random'] > majority && middle['3 random'] > middle['2 random'] && middle['6 random'] === 1, JSON.stringify(middle));
  });
});
