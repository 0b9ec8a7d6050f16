/** The page in one language after another: what was made for the one before is let go, all of it. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { enter, unfold, useSite } from '../support/page.js';

/** @typedef {import('../support/browsers.js').Page} Page */

const SWITCHES = 50;
/** Switches before the first look: by then everything that is loaded once is there. */
const FIRST = 4;
/** What a look may find more: a timer that has not run out, a node that the collector has not reached. One page has some 7,000 nodes. */
const SPARE = { nodes: 1500, listeners: 150, megabytes: 6 };

/** @param {Page} page */
async function switchLanguage(page) {
  const next = await page.evaluate(() => (document.documentElement.lang === 'es' ? 'en' : 'es'));
  await page.click(`[data-language="${next}"]`);
  await page.waitFor(
    (id) =>
      document.documentElement.lang === id &&
      [...document.querySelectorAll('.panel[open] > .panel-body')].every((body) => body.childElementCount > 0),
    next,
  );
}

/** @param {Page} page */
async function look(page) {
  const counters = await page.domCounters();
  assert.ok(counters !== null);
  return { ...counters, megabytes: Number(await page.usedHeap()) / 2 ** 20 };
}

describe('a page that changes its language', () => {
  const { pageTest } = useSite('chromium');

  pageTest(`${SWITCHES} times, with every panel unfolded, keeps as many nodes, listeners and megabytes as before`, async (page) => {
    const panels = await page.evaluate(() => [...document.querySelectorAll('.panel')].map(({ id }) => id.replace('panel-', '')));
    assert.ok(panels.length > 9);
    for (const panel of panels) await unfold(page, panel);
    for (let at = 0; at < FIRST; at += 1) await switchLanguage(page);
    const before = await look(page);
    for (let at = 0; at < SWITCHES; at += 1) await switchLanguage(page);
    const after = await look(page);
    for (const what of /** @type {const} */ (['nodes', 'listeners', 'megabytes'])) {
      assert.ok(after[what] <= before[what] + SPARE[what], `${what}: ${before[what]} before, ${after[what]} after`);
    }
  });

  pageTest(
    'while a sweep of the old page runs, ends its threads',
    async (page) => {
      await unfold(page, 'seeds');
      await enter(page, '[name="seeds-amount"]', '10000');
      await enter(page, '[name="seeds-steps"]', '1000000');
      await page.click('#panel-seeds .panel-body button');
      await page.waitFor(() => /** @type {any} */ (window).threads.size > 0);
      await switchLanguage(page);
      await page.waitFor(() => /** @type {any} */ (window).threads.size === 0);
    },
    {
      prepare: (page) =>
        page.addInitScript(() => {
          const counted = /** @type {any} */ (window);
          counted.threads = new Set();
          const { terminate } = Worker.prototype;
          Worker.prototype.terminate = function end() {
            counted.threads.delete(this);
            terminate.call(this);
          };
          counted.Worker = new Proxy(Worker, {
            construct(kind, options) {
              const made = Reflect.construct(kind, options);
              counted.threads.add(made);
              return made;
            },
          });
        }),
    },
  );
});
