/** The page on paper: black on white with its tables open, a worksheet that gives no answer away, and afterwards everything as it was. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { CHAPTERS } from '../../web/lesson/story/chapters/index.js';
import { fillIn } from '../../web/lesson/text.js';
import { LANGUAGES, LANGUAGE_IDS } from '../../web/messages/languages.js';
import { openSite, train } from '../support/page.js';

/** @typedef {import('../support/browsers.js').Page} Page */

/** What printing is about. @param {Page} page */
const look = (page) =>
  page.evaluate(() => ({
    theme: document.documentElement.dataset.theme ?? 'as the system says',
    tables: [...document.querySelectorAll('.chart .table-box')].map((box) => !(/** @type {HTMLElement} */ (box).hidden)),
    stage: document.querySelector('.stage')?.getAttribute('style'),
    // Left of the plot there are only words: how light they are.
    isInkDark: (() => {
      const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('.chart-weights canvas'));
      const { data } = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).getImageData(0, 0, 48, canvas.height);
      const lightness = Array.from({ length: data.length / 4 }, (_, at) => 4 * at)
        .filter((at) => data[at + 3] > 100)
        .map((at) => data[at]);
      return lightness.reduce((sum, each) => sum + each, 0) / lightness.length < 128;
    })(),
  }));

describe('the page on paper', () => {
  /** @type {Awaited<ReturnType<typeof openSite>>} */
  let site;
  before(async () => {
    site = await openSite('chromium');
  });
  after(() => site?.close());

  test('is black on white with all tables open, also from the dark theme; afterwards it is as it was', async () => {
    const page = await site.open({ colorScheme: 'dark' });
    await page.select('[name="speed"]', 'Infinity');
    await train(page);
    await page.click('.chart-weights .chart-head button');
    const shown = await look(page);
    assert.deepEqual([shown.theme, shown.isInkDark, shown.tables], ['as the system says', false, [true, false, false]]);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const printed = await look(page);
    assert.deepEqual([printed.theme, printed.isInkDark, printed.tables], ['light', true, [true, true, true]]);
    assert.match(printed.stage ?? '', /width: \d+px/);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    assert.deepEqual(await look(page), shown);
    assert.deepEqual(await page.errors(), []);
    await page.close();
  });

  for (const id of LANGUAGE_IDS) {
    test(`every question of the stage in "${id}" is a worksheet with a box for every option, and no answer`, async () => {
      const { picture } = await LANGUAGES[id].glossary();
      const { storyMessages, storyChapters: first } = await LANGUAGES[id].story();
      const storyChapters = { ...first, ...(await LANGUAGES[id].laterStory()).laterStoryChapters };
      for (const { id: name, steps, claims } of CHAPTERS) {
        const page = await site.open({ address: `?lang=${id}&lesson=${name}` });
        // Somebody is there: what a print needs is loaded.
        await page.hover('#story');
        // What the picture's signs mean comes with the glossary.
        await page.waitFor(() => document.querySelector('#story .sheet-signs b') !== null);
        const sheet = await page.evaluate(() => ({
          isShown: /** @type {HTMLElement} */ (document.querySelector('#story .worksheet')).offsetHeight > 0,
          boxes: document.querySelectorAll('#story .sheet-box').length,
          text: document.querySelector('#story .worksheet')?.textContent ?? '',
          signs: document.querySelector('#story .sheet-signs')?.textContent ?? '',
        }));
        const asked = steps.flatMap(({ id: step, ask }) =>
          ask === undefined ? [] : [{ ask, texts: storyChapters[name].steps[step].ask }],
        );
        assert.equal(sheet.isShown, false, 'on the screen it is not there');
        assert.equal(sheet.boxes, asked.flatMap(({ ask }) => ask.options).length);
        assert.ok(sheet.text.includes(storyMessages.titles[name]));
        assert.ok(sheet.signs.endsWith(picture.means), sheet.signs);
        for (const reply of asked.flatMap(({ texts }) => Object.values(texts?.replies ?? {})))
          assert.ok(!sheet.text.includes(fillIn(reply, claims, storyMessages.figures)), reply);
        assert.doesNotMatch(sheet.text, /[{}[\]]/);
        await page.close();
      }
    });
  }
});
