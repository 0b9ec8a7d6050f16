/** What the tests of frames share: pages of one site around frames of another, and what those pages are told. */
import { openBrowser } from './browsers.js';
import { serveSite } from './site.js';

/** @typedef {import('./browsers.js').Page} Page */
/** @typedef {{ origin: string, data: any }} Told */

/** In a page around a frame: notes what it is told, and lets tests send. Runs as the page's own script. */
function listen() {
  /** @type {Told[]} */
  const told = [];
  const { frames } = window;
  addEventListener('message', ({ origin, data }) => told.push({ origin, data }));
  Object.assign(window, { told, send: (/** @type {unknown} */ data) => frames[0]?.postMessage(data, '*') });
}

export const LISTENING = `<script>(${listen})()</script>`;

/**
 * A page of another site.
 * @param {string} body
 */
export const hostPage = (body) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A course</title><link rel="icon" href="data:,">${LISTENING}${body}`;

/**
 * The page's site, a host's on another origin, and a browser; to be closed in `after`.
 * @param {import('./browsers.js').BrowserName} name
 * @param {(site: string, host: () => string) => Record<string, string>} pages of the host, by path; site ends in a slash, host is its own origin
 */
export async function openFrames(name, pages) {
  const site = await serveSite();
  /** @type {Record<string, string>} */
  const files = {};
  const host = await serveSite(files);
  Object.assign(
    files,
    pages(site.url, () => new URL(host.url).origin),
  );
  const browser = await openBrowser(name);
  return {
    site: site.url,
    host: host.url,
    /** @param {string} path @param {import('./browsers.js').PageOptions} [options] */
    async open(path, options) {
      const page = await browser.newPage(options);
      await page.goto(host.url + path);
      return page;
    },
    async close() {
      await browser.close();
      await Promise.all([site.close(), host.close()]);
    },
  };
}

/**
 * Everything that the page has been told by its frame so far in our own words.
 * @param {Page} page
 * @returns {Promise<any[]>}
 */
export const toldOf = (page) =>
  page.evaluate(() =>
    /** @type {any} */ (window).told.map((/** @type {Told} */ each) => each.data).filter((/** @type {any} */ data) => data?.twinNeurons),
  );

/**
 * Sends a command, and gives the answer to it.
 * @param {Page} page
 * @param {object} command
 */
export async function ask(page, command) {
  const id = await page.evaluate((fields) => {
    const page = /** @type {any} */ (window);
    const next = (page.asked ?? 0) + 1;
    page.asked = next;
    /** @type {any} */ (window).send({ twinNeurons: 1, id: next, ...fields });
    return next;
  }, command);
  return page.waitFor((wanted) => /** @type {any} */ (window).told.find((/** @type {Told} */ { data }) => data.id === wanted)?.data, id);
}

/**
 * Waits until the page has been told something of this type, and gives the last of it that fits.
 * @param {Page} page
 * @param {string} type
 * @param {Record<string, unknown>} [fields] that it must have
 * @returns {Promise<any>}
 */
export const untilTold = (page, type, fields = {}) =>
  page.waitFor(
    (wanted, having) =>
      /** @type {any} */ (window).told
        .map((/** @type {Told} */ { data }) => data)
        .filter((/** @type {any} */ data) => data?.type === wanted && Object.entries(having).every(([key, value]) => data[key] === value))
        .pop(),
    type,
    fields,
  );

/**
 * Waits until the page is told a height other than this one, and gives it.
 * @param {Page} page
 * @param {number} old
 * @returns {Promise<number>}
 */
export const untilHeightIsNot = (page, old) =>
  page.waitFor(
    (height) =>
      /** @type {any} */ (window).told
        .map((/** @type {Told} */ { data }) => data)
        .filter((/** @type {any} */ { type }) => type === 'resize')
        .map((/** @type {any} */ data) => data.height)
        .find((/** @type {number} */ each) => each !== height),
    old,
  );
