/** What the tests of the page share: the page on the real engine in a browser, and what a person reads on it. */
import assert from 'node:assert/strict';
import { appendFile, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './browsers.js';
import { serveSite } from './site.js';

/** @typedef {import('./browsers.js').Page} Page */
/** @typedef {import('./browsers.js').PageOptions} PageOptions */

/**
 * How a page is opened.
 * @typedef {object} Opening
 * @property {string} [address] behind the site's: '?lesson=2', '#run=…'
 * @property {(page: Page) => Promise<unknown>} [prepare] before the page is loaded
 */

/** Where the page opens on the lab; without an address it opens on the lesson. */
export const LAB = '?preset=tied';

/**
 * A browser with the site, to be closed in `after`.
 * @param {import('./browsers.js').BrowserName} name
 * @param {Record<string, string>} [files] served in place of the built ones, by path
 */
export async function openSite(name, files = {}) {
  const site = await serveSite(files);
  const browser = await openBrowser(name);
  return {
    url: site.url,
    /**
     * The page, ready to be used.
     * @param {PageOptions & Opening} [options]
     */
    async open({ address = LAB, prepare, ...options } = {}) {
      const page = await browser.newPage(options);
      await prepare?.(page);
      await page.goto(site.url + address);
      await whole(page);
      return page;
    },
    /** @param {PageOptions} [options] */
    newPage: (options) => browser.newPage(options),
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

/**
 * The site in a browser for the tests of a file or of a describe, and the tests of its pages.
 * @param {import('./browsers.js').BrowserName} browser
 * @param {{ files?: () => Promise<Record<string, string>> }} [options] files: served in place of the built ones, by path
 */
export function useSite(browser, { files = async () => ({}) } = {}) {
  /** @type {Awaited<ReturnType<typeof openSite>>} */
  let site;
  before(async () => {
    site = await openSite(browser, await files());
  });
  after(() => site?.close());

  /**
   * A page of its own for a test, as fast as it goes; it must have had no error and asked no other server for anything.
   * @param {string} name
   * @param {(page: Page) => Promise<void>} body
   * @param {PageOptions & Opening} [options]
   */
  const pageTest = (name, body, options) =>
    test(name, async () => {
      const page = await site.open(options);
      try {
        await page.select('[name="speed"]', 'Infinity');
        await body(page);
        assert.deepEqual(await page.errors(), []);
        assert.deepEqual(
          (await page.requests()).filter((address) => !address.startsWith(site.url) && !/^(data|blob|about):/.test(address)),
          [],
        );
      } finally {
        await page.close();
      }
    });

  return {
    get url() {
      return site.url;
    },
    /** @param {PageOptions & Opening} [options] */
    open: (options) => site.open(options),
    /** @param {PageOptions} [options] */
    newPage: (options) => site.newPage(options),
    pageTest,
    /**
     * The same with a panel of the lab unfolded.
     * @param {string} panel
     * @param {string} name
     * @param {(page: Page) => Promise<void>} body
     * @param {PageOptions & Opening} [options]
     */
    panelTest: (panel, name, body, options) =>
      pageTest(
        name,
        async (page) => {
          await unfold(page, panel);
          await body(page);
        },
        options,
      ),
  };
}

/**
 * Waits until the page can be used and the panel that is open from the beginning is there: it moves what is below it when it arrives, from
 * under the pointer, if one is there by then.
 * @param {Page} page
 */
export async function whole(page) {
  await page.waitFor(() => document.documentElement.dataset.ready === 'true');
  await page.waitFor(() => [...document.querySelectorAll('.panel[open] > .panel-body')].every((body) => body.childElementCount > 0));
}

/**
 * From the lesson to the lab, which is loaded then.
 * @param {Page} page
 */
export async function toLab(page) {
  await page.click('[data-view-choice="lab"]');
  // A large network has no fields.
  await page.waitFor(() => document.querySelector('#network .drawing[aria-label]') !== null);
  await whole(page);
}

/**
 * What the page says now.
 * @param {Page} page
 */
export function read(page) {
  return page.evaluate(() => {
    /** @type {(id: string) => HTMLElement} */
    const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
    const fields = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll('.chip input[name]')]);
    const alert = /** @type {HTMLElement} */ (document.querySelector('.controls [role="alert"]'));
    return {
      verdict: byId('verdict').textContent,
      effective: byId('effective').textContent,
      step: byId('step').textContent,
      loss: byId('loss').textContent,
      exactStep: Number(byId('step').dataset.value),
      exactLoss: Number(byId('loss').dataset.value),
      fingerprint: byId('fingerprint').textContent,
      alert: alert.hidden ? '' : alert.textContent,
      values: Object.fromEntries(fields.map((field) => [field.name, Number(field.dataset.value)])),
      shown: Object.fromEntries(fields.map((field) => [field.name, field.value])),
    };
  });
}

/**
 * Presses Train and waits until the page pauses by itself.
 * @param {Page} page
 */
export async function train(page) {
  await page.click('[data-action="train"]');
  await page.waitFor(() => document.querySelector('[data-action="pause"]:not([hidden])') === null);
}

/**
 * Types a text into a field and confirms it.
 * @param {Page} page
 * @param {string} selector
 * @param {string} text
 */
export async function enter(page, selector, text) {
  await page.fill(selector, text);
  await page.press('Enter');
}

/**
 * The sentence at a field, '' where there is none.
 * @param {Page} page
 * @param {string} selector
 */
export function complaint(page, selector) {
  return page.evaluate((field) => {
    const input = document.querySelector(field);
    const id = input?.getAttribute('aria-describedby');
    return input?.getAttribute('aria-invalid') === 'true' && id ? (document.getElementById(id)?.textContent ?? '') : '';
  }, selector);
}

/** What axe could not decide, for people to look at. */
const INCOMPLETES = fileURLToPath(new URL('../../.cache/axe-incompletes.txt', import.meta.url));

/**
 * What axe finds wrong in a part of the page. What it leaves to people is added to .cache/axe-incompletes.txt.
 * @param {Page} page
 * @param {string} selector
 * @returns {Promise<string[]>}
 */
export async function axeViolations(page, selector) {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate((source) => new Function(source)(), axe);
  const { violations, incomplete } = await page.evaluate(async (part) => {
    const results = await /** @type {any} */ (window).axe.run(part);
    /** @type {(found: any[]) => string[]} */
    const lines = (found) =>
      found.map(({ id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ node) => node.html.slice(0, 90)).join(' | ')}`);
    return { violations: lines(results.violations), incomplete: lines(results.incomplete) };
  }, selector);
  await appendFile(INCOMPLETES, incomplete.map((line) => `${selector}: ${line}\n`).join(''));
  return violations;
}

/**
 * Unfolds a panel of the lab, if it is not unfolded, and waits until it is there.
 * @param {Page} page
 * @param {string} id
 */
export async function unfold(page, id) {
  if (!(await page.evaluate((panel) => document.querySelector(`#panel-${panel}`)?.hasAttribute('open'), id)))
    await page.click(`#panel-${id} > summary`);
  await page.waitFor((panel) => document.querySelector(`#panel-${panel} > .panel-body`)?.childElementCount, id);
}

/**
 * The text of an element, '' where there is none.
 * @param {Page} page
 * @param {string} selector
 */
export const textOf = (page, selector) => page.evaluate((part) => document.querySelector(part)?.textContent ?? '', selector);

/**
 * What stands in a field.
 * @param {Page} page
 * @param {string} selector
 */
export const valueOf = (page, selector) =>
  page.evaluate((part) => /** @type {HTMLInputElement} */ (document.querySelector(part)).value, selector);

/**
 * By how many pixels the page is wider than its window.
 * @param {Page} page
 */
export const overflowOf = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/**
 * Puts a text into a text field as pasting does.
 * @param {Page} page
 * @param {string} selector
 * @param {string} text
 */
export const paste = (page, selector, text) =>
  page.evaluate(
    (part, pasted) => {
      const field = /** @type {HTMLTextAreaElement} */ (document.querySelector(part));
      field.value = pasted;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    selector,
    text,
  );

/**
 * The controls of a part of the page that are too small to be hit.
 * @param {Page} page
 * @param {string} selector
 */
export const smallControls = (page, selector) =>
  page.evaluate(
    (part) =>
      [...document.querySelectorAll(`${part} :is(button, input:not([type="radio"]), select, textarea)`)]
        .filter((control) => control.checkVisibility() && control.getBoundingClientRect().height < 24)
        .map((control) => control.id || control.outerHTML.slice(0, 80)),
    selector,
  );
