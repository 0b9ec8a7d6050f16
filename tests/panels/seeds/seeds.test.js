/** Many seeds: what is swept and what the results come to, in Node; then the panel, by what a person sees. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { parseExperiment } from '../../../web/experiment/experiment.js';
import { PRESETS } from '../../../web/experiment/presets.js';
import {
  COMPARISON,
  comparedExperiment,
  histogram,
  majorityShare,
  seededExperiment,
  summarize,
} from '../../../web/ties/seed-statistics.js';
import { looksAlike } from '../../../web/ties/verdict.js';
import { axeViolations, complaint, enter, openSite, read, unfold } from '../../support/page.js';
import { tiedExperiment } from '../../support/shared.js';

/** @typedef {import('../../../web/engine/sweep.js').SweepResult} SweepResult */

/**
 * @param {number} seed
 * @param {Partial<SweepResult>} parts
 * @returns {SweepResult}
 */
const result = (seed, parts) => ({
  seed,
  step: 10,
  loss: 0.5,
  stopped: null,
  effective: [2],
  solved: 1,
  parted: 0,
  fingerprint: '',
  ...parts,
});

describe('a histogram of final losses', () => {
  test('has round edges, at most a dozen bars, and every run in its bar', () => {
    const losses = Array.from({ length: 500 }, (_, at) => 0.0123 + (0.68 * ((at * 37) % 500)) / 500);
    const bins = histogram(losses.map((loss, at) => result(at, { loss })));
    assert.ok(bins.length <= 12 && bins.length >= 5);
    assert.equal(
      bins.reduce((sum, { results }) => sum + results.length, 0),
      500,
    );
    for (const [at, { from, to, results }] of bins.entries()) {
      assert.ok(results.every(({ loss }) => loss >= from && loss < to));
      if (at > 0) assert.equal(from, bins[at - 1].to);
    }
    assert.ok(bins[0].results.length > 0 && bins[bins.length - 1].results.length > 0);
  });

  test('is one bar where all runs end alike, none where none stayed finite, and leaves diverged runs out', () => {
    assert.equal(histogram([result(1, { loss: Math.LN2 }), result(2, { loss: Math.LN2 + 1e-12 })]).length, 1);
    assert.equal(histogram([result(1, { loss: 0 })]).length, 1);
    assert.deepEqual(histogram([result(1, { stopped: 'diverged' })]), []);
    const bins = histogram([result(1, { loss: 1e30, stopped: 'diverged' }), result(2, { loss: 0.1 })]);
    assert.deepEqual(
      bins.map(({ results }) => results.map(({ seed }) => seed)),
      [[2]],
    );
    assert.ok(histogram([result(1, { loss: 1e-9 }), result(2, { loss: 1e12 })]).length <= 12);
  });
});

describe('a summary', () => {
  test('counts the solved, the diverged, the widths and the partings', () => {
    const summary = summarize([
      result(1, { loss: 0.3, solved: 0.75, parted: null, effective: [1] }),
      result(2, { loss: 0.1, parted: 40 }),
      result(3, { loss: 0.2, parted: 7 }),
      result(4, { loss: 9, stopped: 'diverged', solved: 0.5 }),
    ]);
    assert.deepEqual([summary.seeds, summary.diverged, summary.solved], [4, 1, 2]);
    assert.deepEqual([summary.best?.seed, summary.middle?.seed, summary.worst?.seed], [2, 3, 1]);
    assert.deepEqual(summary.effective, [
      { widths: [2], count: 3 },
      { widths: [1], count: 1 },
    ]);
    assert.deepEqual(summary.parted, { atStart: 1, never: 1, later: [7, 40] });
  });

  test('says nothing of solving where targets are no yes or no', () => {
    assert.equal(summarize([result(1, { solved: null })]).solved, null);
  });

  test('knows the share of the majority', () => {
    assert.equal(majorityShare([[1], [0], [0], [0]]), 0.75);
    assert.equal(majorityShare([[1], [1], [0]]), 2 / 3);
  });
});

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

for (const name of /** @type {const} */ (['chromium', 'firefox', 'webkit'])) {
  describe(`the panel in ${name}`, () => {
    /** @type {Awaited<ReturnType<typeof openSite>>} */
    let site;
    before(async () => {
      site = await openSite(name);
    });
    after(() => site?.close());

    test('sweeps, shows how the losses spread, and opens a run of a bar', async () => {
      const page = await site.open();
      await page.select('[name="speed"]', 'Infinity');
      await unfold(page, 'seeds');
      await enter(page, '[name="seeds-amount"]', '30');
      await enter(page, '[name="seeds-steps"]', '500');
      await page.click('#panel-seeds .job button');
      await page.waitFor(() => document.querySelector('#panel-seeds .job-status')?.textContent === '30 runs done.');
      const said = await page.evaluate(() => ({
        bars: [...document.querySelectorAll('.seeds-bar')].map((bar) => bar.getAttribute('aria-label') ?? ''),
        facts: [...document.querySelectorAll('.seeds-facts li')].map((fact) => fact.textContent ?? ''),
      }));
      assert.equal(
        said.bars.reduce((sum, bar) => sum + parseInt(bar, 10), 0),
        30,
      );
      assert.match(said.facts[0], /^\d+ of 30 \([\d.]+%\) get every example right\.$/);
      assert.ok(said.facts.includes('Effective width (neurons that differ in some bit): 2 in every run.'), said.facts.join(' '));
      if (name === 'chromium') assert.deepEqual(await axeViolations(page, '#panel-seeds'), []);
      const [, from, to, seed] = /J from ([\d.]+) to ([\d.]+): open seed (\d+)/.exec(said.bars[0]) ?? [];
      await page.click('.seeds-bar');
      await page.waitFor(() => document.getElementById('step')?.dataset.value === '500');
      const { exactLoss } = await read(page);
      assert.ok(exactLoss >= Number(from) && exactLoss < Number(to), `${exactLoss} is from ${from} to ${to}`);
      assert.equal(await page.evaluate(() => /** @type {HTMLInputElement} */ (document.getElementById('seed')).value), seed);
      assert.deepEqual(await page.errors(), []);
      await page.close();
    });

    test('compares widths on the coffee data, refuses bad numbers, and can be canceled', async () => {
      const page = await site.open();
      await unfold(page, 'seeds');
      await enter(page, '[name="seeds-amount"]', '20000');
      assert.notEqual(await complaint(page, '[name="seeds-amount"]'), '');
      await enter(page, '[name="seeds-amount"]', '5');
      await page.click('.seeds-compare .job button');
      await page.waitFor(() => document.querySelector('.seeds-compare .job-status')?.textContent === '25 runs done.');
      const rows = await page.evaluate(() =>
        [...document.querySelectorAll('.seeds-widths tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent)),
      );
      assert.deepEqual(
        rows.map(([neurons]) => neurons),
        ['1', '2', '3', '6', '3, tied'],
      );
      assert.ok(
        rows.every((cells) => cells.slice(1, 4).every((cell) => /^[\d.]+%$/.test(cell ?? ''))),
        JSON.stringify(rows),
      );
      await enter(page, '[name="seeds-amount"]', '10000');
      await enter(page, '[name="seeds-steps"]', '1000000');
      await page.click('#panel-seeds .job button');
      await page.click('#panel-seeds .job button:not([hidden])');
      await page.waitFor(() => document.querySelector('#panel-seeds .job-status')?.textContent === 'Canceled.');
      assert.deepEqual(await page.errors(), []);
      await page.close();
    });
  });
}

test('at 320 px both panels of runs keep to the width of the page', async () => {
  const site = await openSite('chromium');
  try {
    const page = await site.open({ width: 320, height: 740, colorScheme: 'dark' });
    await unfold(page, 'breaks');
    await unfold(page, 'seeds');
    await enter(page, '[name="seeds-amount"]', '5');
    await page.click('#panel-seeds .job button');
    await page.waitFor(() => document.querySelector('#panel-seeds .job-status')?.textContent === '5 runs done.');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('#panel-seeds :is(button, input, select), #panel-breaks :is(button, input)')]
        .filter((control) => control.getClientRects().length > 0 && control.getBoundingClientRect().height < 24)
        .map((control) => control.outerHTML.slice(0, 80)),
    );
    assert.deepEqual(small, []);
    assert.deepEqual(await axeViolations(page, '#lab'), []);
    await page.close();
  } finally {
    await site.close();
  }
});
