/** The page in one language after another: what was made for the one before is let go, all of it. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { enter, unfold, useSite } from '../support/page.js';

/** @typedef {import('../support/browsers.js').Page} Page */

const SWITCHES = 50;
/** Each collects anew; what is held by something is there in all. */
const MOST_LOOKS = 20;
/** Pixels that a scrolled page may differ by: the browser keeps in place what is seen, and what is above it is a few lines more or fewer in another language. */
const LINES = 100;
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

for (const name of /** @type {const} */ (['chromium', 'firefox', 'webkit'])) {
  describe(`a page in ${name} whose language is changed far below its top`, () => {
    const { pageTest } = useSite(name);

    pageTest('stays where it is from its first frame on, and calls nobody back who scrolls on', async (page) => {
      const seen = await page.evaluate(async () => {
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        const root = document.documentElement;
        /** @param {number} to @param {string} language @param {number} [then] where the reader scrolls in the first frame */
        const switchAt = async (to, language, then = to) => {
          scrollTo({ top: to, behavior: 'instant' });
          await frame();
          /** @type {HTMLElement} */ (document.querySelector(`[data-language="${language}"]`)).click();
          while (root.lang !== language) await frame();
          const first = scrollY;
          scrollTo({ top: then, behavior: 'instant' });
          // It is whole when the button back has the focus.
          while (!document.activeElement?.hasAttribute('data-language')) await frame();
          for (let more = 0; more < 10; more += 1) await frame();
          return [first, scrollY];
        };
        return [await switchAt(600, 'es'), await switchAt(600, 'en', 0)];
      });
      for (const [at, wanted] of [600, 600, 600, 0].entries()) {
        const found = seen.flat()[at];
        assert.ok(Math.abs(found - wanted) <= LINES, `at ${found} instead of ${wanted}: ${JSON.stringify(seen)}`);
      }
    });
  });
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
    let after = await look(page);
    const grown = () =>
      /** @type {const} */ (['nodes', 'listeners', 'megabytes']).filter((what) => after[what] > before[what] + SPARE[what]);
    // The last page or two may not be collected yet.
    for (let looks = 1; looks < MOST_LOOKS && grown().length > 0; looks += 1) {
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
      after = await look(page);
    }
    assert.deepEqual(grown(), [], `${JSON.stringify(before)} before, ${JSON.stringify(after)} after`);
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
