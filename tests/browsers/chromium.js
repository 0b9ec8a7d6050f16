/** Chromium, driven by playwright-core. It owns how Chromium is started; what a page test may do is in ../browsers.js. */
import { chromium } from 'playwright-core';

/** As root there is no sandbox and in CI no graphics card; the rest keeps Chromium from calling its maker. */
const ARGUMENTS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/** @returns {Promise<import('../browsers.js').BrowserDriver>} */
export async function openChromium() {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGUMENTS });
  return {
    async newDriver({ width, height, colorScheme, reducedMotion, touch }) {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme,
        reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
        hasTouch: touch,
      });
      return makeDriver(await context.newPage());
    },
    close: () => browser.close(),
  };
}

/**
 * @param {import('playwright-core').Page} page
 * @returns {import('../browsers.js').Driver}
 */
function makeDriver(page) {
  /** @type {string[]} */
  const errors = [];
  /** @type {string[]} */
  const requests = [];
  /** Where code runs: the page, or a frame of it that was entered. @type {import('playwright-core').Page | import('playwright-core').Frame} */
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
    tap: (x, y) => page.touchscreen.tap(x, y),
    key: (action, key) => page.keyboard[action](key),
    type: (text) => page.keyboard.type(text),
    screenshot: (path) => page.screenshot({ path }),
    setViewport: (width, height) => page.setViewportSize({ width, height }),
    addInitScript: (source) => page.addInitScript({ content: source }),
    errors: async () => errors,
    requests: async () => requests,
    async usedHeap() {
      const session = await page.context().newCDPSession(page);
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      await session.detach();
      return usedSize;
    },
    close: () => page.context().close(),
  };
}
