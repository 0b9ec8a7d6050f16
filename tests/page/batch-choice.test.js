/** The choice of batches beside the distance, in Chromium: it changes the experiment as the training panel does, and leads to the count over many starts. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { writeLink } from '../../web/experiment/link.js';
import { parseExperiment } from '../../web/experiment/experiment.js';
import { STORY_START } from '../../web/lesson/story/starts.js';
import { axeViolations, enter, overflowOf, read, smallControls, train, unfold, useSite, valueOf } from '../support/page.js';

/** @typedef {import('../support/browsers.js').Page} Page */

/** Twins on XOR, one weight pushed: as in the chapter on noise. */
const pushed = parseExperiment({
  ...STORY_START,
  network: { ...STORY_START.network, bias: false },
  init: { scheme: 'explicit', w: STORY_START.init.w, nudge: [{ parameter: 'w1', by: 1e-8 }] },
  training: { learningRate: 1 },
});
const ADDRESS = `?lang=en#run=${writeLink(pushed)}&steps=20000`;
const FIELD = '[name="batch-beside-distance"]';

/** @param {Page} page */
const ready = (page) => page.waitFor(() => document.querySelector('.batch-choice select option') !== null);

describe('the choice of batches beside the distance', () => {
  const { pageTest } = useSite('chromium');

  /** @param {Page} page */
  const distance = (page) => page.evaluate(() => document.querySelector('.chart-distance .summary')?.textContent ?? '');

  pageTest(
    'parts twins or keeps them together, and undo takes it back',
    async (page) => {
      await ready(page);
      assert.deepEqual(
        await page.evaluate(() => [...document.querySelectorAll('.batch-choice option')].map((option) => option.textContent)),
        ['all examples at once', '2 examples at a time', 'one example at a time'],
      );
      await train(page);
      assert.match(await distance(page), /to [1-9]\d*(\.\d+)? at step 20,000/, 'all at once: apart');
      await page.select(FIELD, '2');
      assert.equal((await read(page)).exactStep, 0, 'training begins again');
      await train(page);
      assert.match(await distance(page), /to \d\.\de\u2212\d+ at step 20,000/, 'two at a time: together');
      await unfold(page, 'training');
      assert.equal(await valueOf(page, '#training-batchSize'), '2');
      await page.click('[data-action="undo"]');
      assert.equal(await valueOf(page, FIELD), '0');
      assert.equal(await valueOf(page, '#training-batchSize'), '0');
    },
    { address: ADDRESS },
  );

  pageTest('shows what the training panel says, whatever it is; a batch of more than there are is all of them', async (page) => {
    await ready(page);
    await unfold(page, 'training');
    await enter(page, '#training-batchSize', '3');
    assert.equal(await valueOf(page, FIELD), '3');
    await enter(page, '#training-batchSize', '9');
    assert.equal(await valueOf(page, FIELD), '0');
    await page.select('[name="data"]', 'circles');
    assert.deepEqual(
      await page.evaluate(() => [...document.querySelectorAll('.batch-choice option')].map((option) => option.getAttribute('value'))),
      ['0', '100', '9', '1'],
    );
  });

  pageTest('leads to the count over many starts, and is not there without two neurons in a layer', async (page) => {
    await ready(page);
    await page.click('.batch-choice button');
    await page.waitFor(() => {
      const box = document.querySelector('#panel-breaks[open] .over-starts')?.getBoundingClientRect();
      return box !== undefined && box.top >= -2 && box.top < innerHeight;
    });
    await page.click('[data-preset="logistic"]');
    assert.equal(await page.evaluate(() => document.querySelector('.batch-choice')?.checkVisibility()), false);
  });

  for (const width of [320, 1280])
    pageTest(
      `at ${width} px nothing sticks out, it can be hit, and axe finds nothing wrong, in Spanish`,
      async (page) => {
        await ready(page);
        assert.deepEqual(await axeViolations(page, '.chart-distance'), []);
        assert.equal(await overflowOf(page), 0);
        assert.deepEqual(await smallControls(page, '.batch-choice'), []);
      },
      { width, address: ADDRESS.replace('lang=en', 'lang=es') },
    );
});
