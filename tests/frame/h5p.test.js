/** The page in H5P: its embedder's frame, which has scrolling="no" and one height, and its resizer, which a harness speaks as h5p-resizer.js does. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { hostPage, openFrames, untilTold } from '../support/frames.js';

/** The resizer's half of the protocol, from h5p-resizer.js: it asks frames that have "h5p" in their address, and does what they tell. Runs as a page's own script. */
function resizer() {
  /** @type {Record<string, (frame: HTMLIFrameElement, data: any, respond: (action: string) => void) => void>} */
  const handlers = {
    hello(frame, _, respond) {
      frame.style.width = '100%';
      addEventListener('resize', () => respond('resize'));
      respond('hello');
    },
    prepareResize(frame, { scrollHeight, clientHeight }, respond) {
      if (frame.clientHeight === scrollHeight && scrollHeight === clientHeight) return;
      frame.style.height = `${clientHeight}px`;
      respond('resizePrepared');
    },
    resize(frame, { scrollHeight }) {
      frame.style.height = `${scrollHeight}px`;
    },
  };
  const frames = [...document.querySelectorAll('iframe')];
  addEventListener('message', ({ data, source, origin }) => {
    const frame = frames.find(({ contentWindow }) => contentWindow === source);
    if (data?.context !== 'h5p' || frame === undefined) return;
    const respond = (/** @type {string} */ action) => frame.contentWindow?.postMessage({ context: 'h5p', action }, origin);
    handlers[data.action]?.(frame, data, respond);
  });
  for (const { src, contentWindow } of frames)
    if (src.includes('h5p')) contentWindow?.postMessage({ context: 'h5p', action: 'ready' }, '*');
}

/** As H5P's Iframe Embedder writes it. @param {string} site */
const embedder = (site) =>
  `<iframe src="${site}?embed=1&preset=tied&from=h5p" scrolling="no" frameborder="0" style="width: 640px; height: 400px; display: block" title="Twin Neurons"></iframe>`;

/** @type {Parameters<typeof openFrames>[1]} */
const PAGES = (site) => ({
  '/embedder.html': hostPage(embedder(site)),
  '/lesson.html': hostPage(embedder(`${site}`).replace('preset=tied', 'lesson=zeros')),
  '/resizer.html': hostPage(`${embedder(site)}<script>(${resizer})()</script>`),
  '/late.html': hostPage(embedder(site)),
});

describe('H5P', () => {
  /** @type {Awaited<ReturnType<typeof openFrames>>} */
  let frames;
  before(async () => {
    frames = await openFrames('chromium', PAGES);
  });
  after(() => frames?.close());

  /** @param {import('../support/browsers.js').Page} page */
  const untilHigh = (page) =>
    page.waitFor(() => {
      const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
      const told = /** @type {any} */ (window).told.filter((/** @type {any} */ { data }) => data.type === 'resize').pop()?.data.height;
      return told > 1000 && frame.offsetHeight === told ? told : undefined;
    });

  for (const path of ['embedder.html', 'lesson.html'])
    test(`${path}: a frame that may not scroll and keeps its height scrolls inside itself, to its end and to its top`, async () => {
      const page = await frames.open(path);
      const { height } = await untilTold(page, 'resize');
      assert.ok(height > 400, `${height}`);
      await page.click('iframe');
      await page.enterFrame('iframe');
      await page.press('End');
      await page.waitFor(() => {
        const parts = [...document.body.children].filter((part) => part.getClientRects().length > 0);
        const bottom = Math.max(...parts.map((part) => part.getBoundingClientRect().bottom));
        return bottom <= innerHeight + 1 && document.body.scrollTop > 0;
      });
      await page.press('Home');
      await page.waitFor(() => document.body.scrollTop === 0);
      assert.deepEqual(await page.errors(), []);
      await page.close();
    });

  test('a resizer makes the frame as high as the page', async () => {
    const page = await frames.open('resizer.html');
    await untilHigh(page);
    await page.enterFrame('iframe');
    assert.equal(await page.evaluate(() => document.body.scrollHeight - document.body.clientHeight), 0);
    await page.close();
  });

  test('a resizer that comes later is told the height when it asks', async () => {
    const page = await frames.open('late.html');
    await untilTold(page, 'resize');
    await page.evaluate(resizer);
    await untilHigh(page);
    await page.close();
  });
});
