/** Firefox ESR, driven by puppeteer-core over WebDriver BiDi. It owns how Firefox is started; what a page test may do is in ../browsers.js. */
import { launch } from 'puppeteer-core';
import { makePageDriver } from './page-driver.js';

/** @returns {Promise<import('../browsers.js').BrowserDriver>} */
export async function openFirefox() {
  /**
   * Firefox takes the user's preferences of color and motion at its start, so there is one Firefox for each combination in use.
   * @type {Map<string, Promise<import('puppeteer-core').Browser>>}
   */
  const running = new Map();
  return {
    async newDriver({ width, height, colorScheme, reducedMotion, touch }) {
      if (touch) throw new Error('Firefox has no touch screen here');
      const key = `${colorScheme} ${reducedMotion}`;
      const starting = running.get(key) ?? start(colorScheme, reducedMotion);
      running.set(key, starting);
      const browser = await starting;
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({ width, height });
      return makeDriver(page);
    },
    close: async () => Promise.all([...running.values()].map(async (browser) => (await browser).close())),
  };
}

/**
 * @param {'light' | 'dark'} colorScheme
 * @param {boolean} reducedMotion
 */
function start(colorScheme, reducedMotion) {
  return launch({
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    headless: true,
    extraPrefsFirefox: {
      'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
      'ui.prefersReducedMotion': reducedMotion ? 1 : 0,
    },
  });
}

/**
 * @param {import('puppeteer-core').Page} page
 * @returns {import('../browsers.js').Driver}
 */
function makeDriver(page) {
  return {
    ...makePageDriver(page),
    tap: async () => {
      throw new Error('Firefox has no touch screen here');
    },
    setViewport: (width, height) => page.setViewport({ width, height }),
    addInitScript: (source) => page.evaluateOnNewDocument(source),
    close: () => page.browserContext().close(),
  };
}
