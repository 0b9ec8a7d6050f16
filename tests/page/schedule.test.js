/** A learning rate that changes during a run, on the page: in words, in the link, taken back; and the speed, which is no part of the run. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { parseExperiment, writeLink } from 'twin-neurons';
import { fingerprintAfter } from '../support/node-runs.js';
import { enter, read, textOf, train, unfold, useSite, valueOf } from '../support/page.js';
import { presetOf } from '../support/session.js';
import { tiedExperiment } from '../support/shared.js';

/** @type {any} */
const RANDOM = tiedExperiment({ init: { scheme: 'uniform', seed: 42, scale: 1 } });
const scheduled = (/** @type {object[]} */ ...schedule) => ({ ...RANDOM, training: { ...RANDOM.training, schedule } });

describe('during a run', () => {
  const { pageTest, open } = useSite('chromium');

  pageTest('another learning rate and penalty hold from there on; Reset, the link and Node train the same run again', async (page) => {
    await page.click('[data-preset="random"]');
    await enter(page, '#steps-to-run', '200');
    await train(page);
    await enter(page, '[name="learning-rate"]', '0.1');
    const tuned = await read(page);
    assert.equal(tuned.exactStep, 200, 'the run stays where it is');
    await page.waitFor(() => /from step 200 on/.test(document.querySelector('.schedule .note')?.textContent ?? ''));
    assert.equal(
      await textOf(page, '.schedule .note'),
      'Changed on the way: \u03b1 = 0.1 from step 200 on. Reset trains the same run again.',
    );
    await train(page);
    await unfold(page, 'training');
    await enter(page, '#training-l2', '0.01');
    await train(page);
    const { fingerprint, exactStep } = await read(page);
    assert.equal(exactStep, 600);
    assert.equal(fingerprint, await fingerprintAfter(scheduled({ from: 200, learningRate: 0.1 }, { from: 400, l2: 0.01 }), 600));
    await page.click('[data-action="reset"]');
    assert.equal(await valueOf(page, '[name="learning-rate"]'), '0.5');
    await enter(page, '#steps-to-run', '600');
    await train(page);
    assert.equal((await read(page)).fingerprint, fingerprint);
    assert.equal(await valueOf(page, '[name="learning-rate"]'), '0.1');
    assert.equal(await valueOf(page, '#training-l2'), '0.01');
    const schedule = [
      { from: 200, learningRate: 0.1 },
      { from: 400, l2: 0.01 },
    ];
    const preset = parseExperiment(presetOf('random'));
    const link = writeLink(parseExperiment({ ...preset, training: { ...preset.training, schedule } }), 600);
    await page.waitFor((wanted) => location.hash.includes(wanted), link);
    assert.deepEqual(await page.errors(), []);
    const other = await open({ address: `#run=${link}&steps=600` });
    await train(other);
    assert.equal((await read(other)).fingerprint, fingerprint, 'the address is the run');
    await other.close();
  });

  pageTest('the changes can be forgotten, used from the start, and undone', async (page) => {
    await page.click('[data-preset="random"]');
    await enter(page, '#steps-to-run', '100');
    await train(page);
    await enter(page, '[name="learning-rate"]', '0.25');
    await page.click('[data-action="schedule-from-start"]');
    assert.deepEqual([(await read(page)).exactStep, await valueOf(page, '[name="learning-rate"]')], [0, '0.25']);
    assert.equal(await textOf(page, '.schedule .note'), '');
    await train(page);
    assert.equal((await read(page)).fingerprint, await fingerprintAfter({ ...RANDOM, training: { learningRate: 0.25 } }, 100));
    await page.click('[data-action="undo"]');
    assert.match(await textOf(page, '.schedule .note'), /0\.25 from step 100 on/);
    await page.click('[data-action="schedule-forget"]');
    assert.deepEqual([(await read(page)).exactStep, await valueOf(page, '[name="learning-rate"]')], [0, '0.5']);
    await train(page);
    assert.equal((await read(page)).fingerprint, await fingerprintAfter(RANDOM, 100));
  });

  pageTest('while it trains, the speed changes and the learning rate too, and it goes on', async (page) => {
    await page.click('[data-preset="random"]');
    await page.select('[name="speed"]', '10');
    await enter(page, '#steps-to-run', '20000');
    await page.click('[data-action="train"]');
    await page.waitFor(() => Number(document.getElementById('step')?.dataset.value) > 3);
    await enter(page, '[name="learning-rate"]', '0.125');
    await page.select('[name="speed"]', 'Infinity');
    await page.waitFor(() => document.getElementById('step')?.dataset.value === '20000');
    const [, from = ''] = /from step ([\d,]+) on/.exec(await textOf(page, '.schedule .note')) ?? [];
    const run = scheduled({ from: Number(from.replace(',', '')), learningRate: 0.125 });
    assert.equal((await read(page)).fingerprint, await fingerprintAfter(run, 20000));
  });
});
