/** Firefox ESR, driven by puppeteer-core over WebDriver BiDi. It owns how Firefox is started; what a page test may do is in ../browsers.js. */
import { launch } from 'puppeteer-core';

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
  /** @type {string[]} */
  const errors = [];
  /** @type {string[]} */
  const requests = [];
  /** Where code runs: the page, or a frame of it that was entered. @type {import('puppeteer-core').Page | import('puppeteer-core').Frame} */
  let scope = page;
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('request', (request) => requests.push(request.url()));
  return {
    goto(url) {
      scope = page;
      return page.goto(url);
    },
    evaluate: (expression) => scope.evaluate(expression),
    async enterFrame(selector) {
      const frame = await (await page.$(selector))?.contentFrame();
      if (!frame) throw new Error(`${selector} is no frame`);
      scope = frame;
    },
    async mouse(action, x, y) {
      if (action === 'move') await page.mouse.move(x, y);
      else await page.mouse[action]();
    },
    tap: async () => { throw new Error('Firefox has no touch screen here'); },
    key: (action, key) => page.keyboard[action](/** @type {import('puppeteer-core').KeyInput} */ (key)),
    type: (text) => page.keyboard.type(text),
    screenshot: (path) => page.screenshot({ path: /** @type {`${string}.png`} */ (path) }),
    setViewport: (width, height) => page.setViewport({ width, height }),
    addInitScript: (source) => page.evaluateOnNewDocument(source),
    errors: async () => errors,
    requests: async () => requests,
    close: () => page.browserContext().close(),
  };
}
