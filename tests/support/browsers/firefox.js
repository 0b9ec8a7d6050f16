/** Firefox ESR, driven by puppeteer-core over WebDriver BiDi. It owns how Firefox is started; what a page test may do is in ../browsers.js. */
import { once } from 'node:events';
import { connect, launch } from 'puppeteer-core';
import { borrow, isAlive } from './borrow.js';
import { makePageDriver } from './page-driver.js';

/**
 * @param {Record<string, number>} preferences
 * @returns {Promise<import('./borrow.js').Started>}
 */
export async function startFirefox(preferences) {
  const browser = await launch({
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    headless: true,
    extraPrefsFirefox: preferences,
  });
  const endpoint = browser.wsEndpoint();
  const child = /** @type {import('node:child_process').ChildProcess} */ (browser.process());
  // It talks to one at a time.
  await browser.disconnect();
  return {
    endpoint,
    isRunning: () => isAlive(child),
    async close() {
      if (!isAlive(child)) return;
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

/** @returns {Promise<import('../browsers.js').BrowserDriver>} */
export async function openFirefox() {
  /**
   * Firefox takes the user's preferences of color and motion at its start, so there is one Firefox for each combination in use.
   * @type {Map<string, ReturnType<typeof connectTo>>}
   */
  const running = new Map();
  return {
    async newDriver({ width, height, colorScheme, reducedMotion, touch }) {
      if (touch) throw new Error('Firefox has no touch screen here');
      const key = `${colorScheme} ${reducedMotion}`;
      const starting =
        running.get(key) ??
        connectTo({
          'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
          'ui.prefersReducedMotion': reducedMotion ? 1 : 0,
        });
      running.set(key, starting);
      const { contexts, browser } = await starting;
      const context = await browser.createBrowserContext();
      contexts.add(context);
      const page = await context.newPage();
      await page.setViewport({ width, height });
      return makeDriver(page, async () => {
        contexts.delete(context);
        await context.close();
      });
    },
    close: async () => Promise.all([...running.values()].map(async (connection) => (await connection).close())),
  };
}

/** @param {Record<string, number>} preferences */
async function connectTo(preferences) {
  const lent = await borrow({ kind: 'firefox', preferences }, startFirefox);
  const browser = await connect({ browserWSEndpoint: lent.endpoint, protocol: 'webDriverBiDi' });
  /** @type {Set<import('puppeteer-core').BrowserContext>} those that are open */
  const contexts = new Set();
  return {
    browser,
    contexts,
    async close() {
      await Promise.all([...contexts].map((context) => context.close()));
      await browser.disconnect();
      await lent.giveBack();
    },
  };
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {() => Promise<void>} close
 * @returns {import('../browsers.js').Driver}
 */
function makeDriver(page, close) {
  return {
    ...makePageDriver(page),
    tap: async () => {
      throw new Error('Firefox has no touch screen here');
    },
    setViewport: (width, height) => page.setViewport({ width, height }),
    addInitScript: (source) => page.evaluateOnNewDocument(source),
    close,
  };
}
