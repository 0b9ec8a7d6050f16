/**
 * The page as pictures, for people to look at: .cache/screenshots/ after a test run, to be kept by whoever runs it. What a machine can see is
 * tested here too: nothing sticks out of the page at any width.
 */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openSite, read, train, unfold } from '../support/page.js';

const FOLDER = fileURLToPath(new URL('../../.cache/screenshots/', import.meta.url));
const HEIGHT = 800;

describe('pictures of the page', () => {
  /** @type {Awaited<ReturnType<typeof openSite>>} */
  let site;
  before(async () => {
    await mkdir(FOLDER, { recursive: true });
    site = await openSite('chromium');
  });
  after(() => site.close());

  for (const width of [360, 768, 1280]) {
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      test(`${width} px wide, ${colorScheme}: the first screen, and all of it unfolded; nothing sticks out`, async () => {
        const page = await site.open({ width, height: HEIGHT, colorScheme });
        await page.click('[data-preset="outgoing-apart"]');
        await page.select('[name="speed"]', 'Infinity');
        await train(page);
        assert.equal((await read(page)).exactStep, 2000);
        await page.evaluate(() => scrollTo(0, 0));
        await page.screenshot(`${FOLDER}${width}-${colorScheme}.png`);
        const folded = await page.evaluate(() =>
          [...document.querySelectorAll('.panel:not([open])')].map(({ id }) => id.replace('panel-', '')),
        );
        for (const id of folded) await unfold(page, id);
        const sticksOut = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(sticksOut, 0);
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.setViewport(width, height);
        await page.screenshot(`${FOLDER}${width}-${colorScheme}-unfolded.png`);
        assert.deepEqual(await page.errors(), []);
      });
    }
  }
});
