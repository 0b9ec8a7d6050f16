/** The chapters beyond the question on the page, in Chromium: where they are opened, what follows, another language, what is kept and forgotten. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BEYOND_IDS } from '../../web/base/address-keys.js';
import { BEYOND } from '../../web/lesson/story/beyond/index.js';
import { beyondMessages as english } from '../../web/messages/en/story-beyond.js';
import { beyondMessages as spanish } from '../../web/messages/es/story-beyond.js';
import { useSite, whole } from '../support/page.js';
import { arrive, choose, goOn } from '../support/story.js';

/** @typedef {import('../support/browsers.js').Page} Page */

const site = useSite('chromium');

/** @param {Page} page */
const questionOn = (page) => page.evaluate(() => document.querySelector('.story-question')?.textContent ?? '');
/** @param {Page} page */
const stepOn = (page) => page.evaluate(() => document.getElementById('story')?.dataset.step ?? '');

test('they are listed after the eight, opened on the stage, and lead back', async () => {
  const page = await site.open({ address: '?lesson=beyond' });
  assert.deepEqual(
    await page.evaluate(() => [...document.querySelectorAll('[data-section="chapters"] a')].map((each) => each.textContent)),
    BEYOND_IDS.map((id) => english.titles[id]),
  );
  const papers = await page.evaluate(() =>
    [...document.querySelectorAll('[data-section="sources"] li')].map((each) => each.textContent ?? ''),
  );
  assert.equal(papers.length, BEYOND_IDS.length, 'a paper each');
  await page.click('[data-chapter="noise"]');
  await arrive(page, 'noise', BEYOND[2].steps[0].id);
  assert.match(await page.evaluate(() => location.search), /lesson=noise/);
  assert.equal(await questionOn(page), english.titles.noise);
  await page.click('[data-action="questions"]');
  await page.click('.story-entry[data-chapter="answer"]');
  await arrive(page, 'answer', 'three');
  assert.match(await page.evaluate(() => location.search), /lesson=answer/);
  assert.deepEqual(await page.errors(), []);
  await page.close();
});

test('the last leads to the further reading, and the lab opens the run that is shown', async () => {
  const page = await site.open({ address: '?lesson=digits' });
  await arrive(page, 'digits', 'guess');
  await choose(page, 'first');
  await goOn(page, 'guess');
  await goOn(page, 'see');
  await page.click('[data-action="to-lab"]');
  await page.waitFor(() => document.getElementById('step')?.dataset.value === '2000');
  await page.click('[data-action="back-to-question"]');
  await page.waitFor(() => document.getElementById('story')?.checkVisibility());
  await page.click('[data-primary]');
  await page.waitFor(() => document.querySelector('[data-section="chapters"]')?.checkVisibility());
  assert.match(await page.evaluate(() => location.search), /lesson=beyond/);
  await page.close();
});

test('another language keeps the chapter and its step; what was done is kept, and forgotten with the rest', async () => {
  const page = await site.open({ address: '?lang=en&lesson=decay' });
  await arrive(page, 'decay', 'guess');
  await choose(page, 'twins');
  await goOn(page, 'guess');
  await page.click('#language [data-language="es"]');
  await page.waitFor((title) => document.querySelector('.story-question')?.textContent === title, spanish.titles.decay);
  assert.equal(await stepOn(page), 'see');
  await page.goto(`${site.url}?lang=en&lesson=decay`);
  await whole(page);
  assert.equal(await stepOn(page), 'see');
  await page.goto(`${site.url}?lang=en&lesson=twins`);
  await whole(page);
  await goOn(page, 'start');
  await page.click('[data-action="questions"]');
  await page.click('[data-action="clear-progress"]');
  await page.goto(`${site.url}?lang=en&lesson=decay`);
  await whole(page);
  assert.equal(await stepOn(page), 'guess');
  await page.close();
});
