/** Chromium, driven by playwright-core. It owns how Chromium is started; what a page test may do is in ../browsers.js. */
import { chromium } from 'playwright-core';
import { borrow, isAlive } from './borrow.js';
import { makePageDriver } from './page-driver.js';

/**
 * Debian builds the same Chromium twice: for a desk, and as a shell that has no window at all, which takes half of the processor's time for the same
 * pages. Where a run is long or measured, build.sh asks for the first.
 */
const PROGRAM = process.env.TWIN_CHROMIUM ?? 'chromium-headless-shell';

/** As root there is no sandbox and in CI no graphics card; the rest keeps Chromium from calling its maker. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @returns {Promise<import('./borrow.js').Started>} */
export async function startChromium() {
  const server = await chromium.launchServer({ executablePath: `/usr/bin/${PROGRAM}`, args: ARGUMENTS });
  return { endpoint: server.wsEndpoint(), isRunning: () => isAlive(server.process()), close: () => server.close() };
}

/** @returns {Promise<import('../browsers.js').BrowserDriver>} */
export async function openChromium() {
  const lent = await borrow({ kind: 'chromium', preferences: {} }, startChromium);
  const browser = await chromium.connect(lent.endpoint);
  return {
    async newDriver({ width, height, colorScheme, reducedMotion, touch }) {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme,
        reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
        hasTouch: touch,
      });
      return makeDriver(browser, await context.newPage());
    },
    // Closing the connection closes its pages.
    async close() {
      await browser.close();
      await lent.giveBack();
    },
  };
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {import('playwright-core').Page} page
 * @returns {import('../browsers.js').Driver}
 */
function makeDriver(browser, page) {
  return {
    ...makePageDriver(page),
    tap: (x, y) => page.touchscreen.tap(x, y),
    setViewport: (width, height) => page.setViewportSize({ width, height }),
    addInitScript: (source) => page.addInitScript({ content: source }),
    async usedHeap() {
      const session = await page.context().newCDPSession(page);
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      await session.detach();
      return usedSize;
    },
    async domCounters() {
      const session = await page.context().newCDPSession(page);
      await session.send('HeapProfiler.collectGarbage');
      const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
      await session.detach();
      return { nodes, listeners: jsEventListeners };
    },
    async longestTask(act) {
      await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
      await act();
      /** @type {{ traceEvents: any[] }} */
      const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
      const mains = new Set(traceEvents.filter(({ args }) => args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`));
      // What follows a promise of the browser's own, such as a file that is read, is a checkpoint outside all tasks.
      const isTask = /RunTask$|PerformMicrotaskCheckpoint$/;
      const tasks = traceEvents.filter(({ name, pid, tid, tdur }) => tdur > 0 && isTask.test(name) && mains.has(`${pid} ${tid}`));
      return Math.max(...tasks.map(({ tdur }) => tdur)) / 1000;
    },
    close: () => page.context().close(),
  };
}
