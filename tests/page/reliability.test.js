/** The page under load and over time: many of it at once, long training, resets without end, no room to store. No error, flat memory. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { BROWSERS } from '../support/browsers.js';
import { enter, openSite, read, train } from '../support/page.js';

/** @typedef {import('../support/browsers.js').Page} Page */

const SOAK = process.env.TWIN_SOAK === '1';
const FRAMES = SOAK ? 50 : 12;
const MINUTES = SOAK ? 10 : 0.1;
const RESETS = SOAK ? 1000 : 60;
const RESETS_A_LOOK = SOAK ? 100 : 15;
/** What the heap may grow by: views are made and caches are filled for a while, but no run and no history may stay. */
const GROWTH_MB = 6;
const MEGABYTE = 2 ** 20;

const COURSE = '<!doctype html><html lang="en"><title>Course</title><link rel="icon" href="data:,"><body>';

/**
 * The heap at each look, by a browser that tells it.
 * @param {Page} page
 * @param {number[]} heap
 */
async function lookAtHeap(page, heap) {
  const used = await page.usedHeap();
  if (used !== null) heap.push(used / MEGABYTE);
}

/** @param {readonly number[]} heap in MB; the first looks are before everything is there */
function assertFlat(heap) {
  const settled = heap.slice(Math.floor(heap.length / 3));
  const growth = Math.min(...settled.slice(-2)) - Math.min(...settled.slice(0, 2));
  assert.ok(growth <= GROWTH_MB, `the heap grew by ${growth.toFixed(1)} MB: ${heap.map((each) => each.toFixed(1)).join(', ')}`);
}

describe(`${FRAMES} embedded pages on one page`, () => {
  /** @type {Awaited<ReturnType<typeof openSite>>} */
  let site;
  before(async () => {
    site = await openSite('chromium', { '/course.html': COURSE });
  });
  after(() => site?.close());

  test('all open, none starts by itself, and each trains when it is asked to', async () => {
    const page = await site.newPage();
    await page.goto(`${site.url}course.html`);
    await page.evaluate((count) => {
      for (let at = 1; at <= count; at += 1) {
        const frame = Object.assign(document.createElement('iframe'), {
          src: 'index.html?embed=1',
          width: 700,
          height: 500,
          title: `Exercise ${at}`,
        });
        document.body.append(Object.assign(document.createElement('h2'), { textContent: frame.title }), frame);
      }
    }, FRAMES);
    const state = (/** @type {'ready' | 'trained' | 'running'} */ what) =>
      page.evaluate((wanted) => {
        const documents = [...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument);
        return documents.filter((each) => {
          if (wanted === 'ready') return each?.documentElement?.dataset.ready === 'true';
          if (wanted === 'running') return each?.querySelector('[data-action="pause"]:not([hidden])');
          return Number(each?.getElementById('step')?.dataset.value) >= 2000;
        }).length;
      }, what);
    for (let ready = 0; ready < FRAMES; ) {
      // They open one after another; patience is for each, not for all.
      ready = await page.waitFor((before) => {
        const now = [...document.querySelectorAll('iframe')].filter(
          (frame) => frame.contentDocument?.documentElement?.dataset.ready === 'true',
        ).length;
        return now > before && now;
      }, ready);
    }
    assert.equal(await state('running'), 0);
    for (let at = 0; at < FRAMES; at += 1) {
      await page.evaluate((which) => {
        const frame = document.querySelectorAll('iframe')[which];
        frame.scrollIntoView({ block: 'center' });
        const within = /** @type {Document} */ (frame.contentDocument);
        const speed = /** @type {HTMLSelectElement} */ (within.querySelector('[name="speed"]'));
        speed.value = 'Infinity';
        speed.dispatchEvent(new Event('change', { bubbles: true }));
      }, at);
      await page.waitFor((which) => {
        const within = document.querySelectorAll('iframe')[which].contentDocument;
        if (Number(within?.getElementById('step')?.dataset.value) >= 2000) return true;
        // In sight only from the next frames on: it refuses to run before.
        if (within?.querySelector('[data-action="pause"]:not([hidden])') === null)
          /** @type {HTMLElement} */ (within.querySelector('[data-action="train"]')).click();
        return false;
      }, at);
    }
    assert.equal(await state('trained'), FRAMES);
    assert.equal(await state('running'), 0);
    assert.deepEqual(await page.errors(), []);
    await page.close();
  });
});

for (const name of BROWSERS) {
  describe(`the page over time in ${name}`, () => {
    /** @type {Awaited<ReturnType<typeof openSite>>} */
    let site;
    before(async () => {
      site = await openSite(name);
    });
    after(() => site?.close());

    test(`trains for ${MINUTES * 60} s: it stays usable and its memory flat`, async () => {
      const page = await site.open();
      await page.select('[name="speed"]', 'Infinity');
      await enter(page, '#steps-to-run', '');
      await page.click('[data-action="train"]');
      /** @type {number[]} */
      const heap = [];
      const end = performance.now() + MINUTES * 60_000;
      let step = 0;
      while (performance.now() < end) {
        step = await page.waitFor((before) => {
          const now = Number(document.getElementById('step')?.dataset.value);
          return now > before && now;
        }, step + 5000);
        await lookAtHeap(page, heap);
      }
      await page.click('[data-action="pause"]');
      assert.ok((await read(page)).exactStep >= step);
      if (heap.length > 0) assertFlat(heap);
      assert.deepEqual(await page.errors(), []);
      await page.close();
    });

    test(`is trained and reset ${RESETS} times: the same run each time, and memory flat`, async () => {
      const page = await site.open();
      await page.select('[name="speed"]', 'Infinity');
      await enter(page, '#steps-to-run', '20');
      /** @type {number[]} */
      const heap = [];
      /** @type {Set<string>} */
      const fingerprints = new Set();
      for (let done = 0; done < RESETS; done += RESETS_A_LOOK) {
        const found = await page.evaluate(async (count) => {
          const press = (/** @type {string} */ action) =>
            /** @type {HTMLElement} */ (document.querySelector(`[data-action="${action}"]`)).click();
          const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
          const isRunning = () => document.querySelector('[data-action="pause"]:not([hidden])') !== null;
          /** @type {string[]} */
          const ends = [];
          for (let at = 0; at < count; at += 1) {
            press('train');
            do await frame();
            while (isRunning());
            ends.push(document.getElementById('fingerprint')?.textContent ?? '');
            press('reset');
          }
          return ends;
        }, RESETS_A_LOOK);
        for (const fingerprint of found) fingerprints.add(fingerprint);
        await lookAtHeap(page, heap);
      }
      assert.equal(fingerprints.size, 1, [...fingerprints].join());
      assert.equal((await read(page)).exactStep, 0);
      if (heap.length > 0) assertFlat(heap);
      assert.deepEqual(await page.errors(), []);
      await page.close();
    });

    test('works where there is no room left to store a choice', async () => {
      const page = await site.open();
      await page.evaluate(() => {
        for (let length = 2 ** 22; length >= 1; ) {
          try {
            localStorage.setItem(`full-${length}-${localStorage.length}`, 'x'.repeat(length));
          } catch {
            length = Math.floor(length / 2);
          }
        }
      });
      const before = await page.evaluate(() => document.documentElement.dataset.theme ?? 'light');
      await page.click('[data-action="theme"]');
      assert.notEqual(await page.evaluate(() => document.documentElement.dataset.theme), before);
      await page.click('[data-language="es"]');
      await page.waitFor(() => document.documentElement.lang === 'es');
      await page.select('[name="speed"]', 'Infinity');
      await train(page);
      assert.equal((await read(page)).exactLoss.toFixed(6), '0.693147');
      assert.deepEqual(await page.errors(), []);
      await page.close();
    });
  });
}
