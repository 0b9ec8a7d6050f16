/**
 * A monkey uses the page in every browser (web/dev/monkey.js): ten seconds each, two minutes in a soak. Nothing may go wrong, no number that is
 * none may be shown, memory may not grow on and on, and the page must be as good as new for the next visitor.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { enter, LAB, openSite, read, toLab, train, unfold } from '../support/page.js';

/** @typedef {import('../support/browsers.js').Page} Page */

const SOAK = process.env.TWIN_SOAK === '1';
const SECONDS = SOAK ? 120 : 10;
/** A soak is another monkey each day; the seed is in the name of the test. */
const SEED = SOAK ? Math.floor(Date.now() / 86_400_000) : 7;
/** Actions between two looks at it; each must be done within the patience of waitFor. */
const ACTIONS_A_LOOK = 15;
const MEGABYTE = 2 ** 20;

/**
 * Firefox tells of imports that fail since their page is left: of the preview of *Embed*, whose frame gets another address while it loads. What the page
 * itself leaves unhandled, the monkey has seen.
 */
const OF_A_FRAME_THAT_IS_LEFT = /error loading dynamically imported module/;

/**
 * Waits until the monkey stops.
 * @param {Page} page
 * @returns {Promise<{ state: string, actions: number, seen: number, used: number, heap: number[] }>} heap: bytes used at each look
 */
async function watchMonkey(page) {
  /** @type {number[]} */
  const heap = [];
  for (let actions = 0; ; ) {
    const now = await page.waitFor((from) => {
      const { fuzz, fuzzActions, fuzzSeen, fuzzUsed } = document.documentElement.dataset;
      const isNews = fuzz !== undefined && (fuzz !== 'running' || Number(fuzzActions) >= from);
      return isNews && { state: fuzz, actions: Number(fuzzActions), seen: Number(fuzzSeen), used: Number(fuzzUsed) };
    }, actions + ACTIONS_A_LOOK);
    actions = now.actions;
    const used = await page.usedHeap();
    if (used !== null) heap.push(used);
    if (now.state !== 'running') return { ...now, heap };
  }
}

for (const name of /** @type {const} */ (['chromium', 'firefox', 'webkit'])) {
  describe(`a monkey in ${name}`, () => {
    /** @type {Awaited<ReturnType<typeof openSite>>} */
    let site;
    before(async () => {
      site = await openSite(name);
    });
    after(() => site?.close());

    test(`uses every control for ${SECONDS} s (seed ${SEED}) and leaves a page that works`, async () => {
      const page = await site.newPage();
      await page.goto(`${site.url}${LAB}&fuzz=${SEED}&seconds=${SECONDS}`);
      const { state, seen, used, heap } = await watchMonkey(page);
      assert.equal(state, 'done');
      assert.ok(used > (SOAK ? 0.8 * seen : 20), `it used ${used} of ${seen} kinds of controls`);
      if (heap.length > 0) assertBounded(heap);

      // It may have left the page in any language, and on either side of it.
      if (await page.evaluate(() => document.documentElement.lang !== 'en')) await page.click('[data-language="en"]');
      await page.waitFor(() => document.documentElement.lang === 'en');
      await toLab(page);
      await page.evaluate(() => [...document.querySelectorAll('details')].forEach((details) => (details.open = false)));
      // Nor is a run to stop where it may have asked for it.
      await unfold(page, 'stop');
      await page.evaluate(() => {
        for (const box of document.querySelectorAll('#stop-loss, #stop-parting'))
          if (/** @type {HTMLInputElement} */ (box).checked) /** @type {HTMLElement} */ (box).click();
      });
      await page.click('[data-preset="tied"]');
      await page.select('[name="speed"]', 'Infinity');
      await enter(page, '#steps-to-run', '2000');
      await train(page);
      const { verdict, loss } = await read(page);
      assert.equal(verdict, 'Neurons 1 and 2 are exactly tied after 2,000 steps (every bit equal).');
      assert.equal(loss, '0.693147');
      assert.deepEqual(
        (await page.errors()).filter((error) => !OF_A_FRAME_THAT_IS_LEFT.test(error)),
        [],
      );
      assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), [], 'what it chose is not kept');
      await page.close();
    });
  });
}

/**
 * Memory may rise while panels open for the first time; after that its floor stays where it is.
 * @param {readonly number[]} heap
 */
function assertBounded(heap) {
  const half = Math.ceil(heap.length / 2);
  const floor = (/** @type {readonly number[]} */ some) => Math.min(...some) / MEGABYTE;
  const [early, late] = [floor(heap.slice(Math.floor(heap.length / 4), half)), floor(heap.slice(half))];
  assert.ok(late <= early * 1.5 + 8, `the heap's floor went from ${early.toFixed(1)} to ${late.toFixed(1)} MB`);
}

test('nobody loads the monkey who does not ask for it', async () => {
  const site = await openSite('chromium');
  try {
    const page = await site.open();
    assert.deepEqual(
      (await page.requests()).filter((address) => address.includes('fuzz')),
      [],
    );
    assert.equal(await page.evaluate(() => document.documentElement.dataset.fuzz ?? null), null);
  } finally {
    await site.close();
  }
});
