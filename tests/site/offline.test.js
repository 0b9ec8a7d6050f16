/** The page without a network after the first visit, and what becomes of it when a new release is put on the server. */
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { makeSite } from '../../tools/make-site.js';
import { BROWSERS, openBrowser } from '../support/browsers.js';
import { enter, read, toLab, train, unfold, whole } from '../support/page.js';
import { serveSite } from '../support/site.js';

/** @typedef {import('../support/browsers.js').Page} Page */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Loopback, which browsers trust with a service worker, but no address that a developer's server has. */
const HOST = '127.0.0.2';
const FOLDER = '/some/course/';
const OUTSIDE = '<!doctype html><title>Another page of the server</title><link rel="icon" href="data:,">';

/**
 * dist/ as another release would be: its scripts and styles say which.
 * @param {string} folder
 * @param {string} release
 */
async function makeRelease(folder, release) {
  await cp(join(ROOT, 'dist'), folder, { recursive: true });
  const names = (await readdir(join(folder, 'parts'))).filter((name) => name.endsWith('.js'));
  // A part has another name where it has another content: a browser may have kept the one that index.html asks for beside main.js.
  const renamed = (/** @type {string} */ text) => names.reduce((all, name) => all.replaceAll(name, `${release}-${name}`), text);
  for (const path of ['main.js', ...names.map((name) => join('parts', name))]) {
    const code = await readFile(join(folder, path), 'utf8');
    await rm(join(folder, path));
    await writeFile(join(folder, renamed(path)), `(globalThis.releases??=new Set()).add("${release}");${renamed(code)}`);
  }
  const styles = await readFile(join(folder, 'styles.css'), 'utf8');
  await writeFile(join(folder, 'styles.css'), `${styles}\n:root{--release:${release}}`);
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  await writeFile(join(folder, 'index.html'), renamed(html).replace('<html ', `<html data-release="${release}" `));
  makeSite(folder);
}

/** Which releases the page that is open is made of; one, or something is very wrong. @param {Page} page */
const releases = (page) =>
  page.evaluate(() => [
    ...new Set([
      document.documentElement.dataset.release,
      getComputedStyle(document.documentElement).getPropertyValue('--release').trim(),
      .../** @type {any} */ (globalThis).releases,
    ]),
  ]);

/**
 * Waits until the browser has taken a release whole, and none is waiting to take over.
 * @param {Page} page the lab, or another page of the same server
 */
async function untilKept(page) {
  await page.waitFor(async (folder) => {
    const registration = await navigator.serviceWorker.getRegistration(folder);
    return registration?.active?.state === 'activated' && !registration.installing && !registration.waiting;
  }, FOLDER);
}

for (const name of BROWSERS) {
  describe(`the page on the device of a visitor, in ${name}`, () => {
    /** @type {Awaited<ReturnType<typeof openBrowser>>} */
    let browser;
    /** @type {string} */
    let folder;
    /** @type {Awaited<ReturnType<typeof serveSite>>[]} */
    const sites = [];
    /** @type {typeof serveSite} */
    const serve = async (...args) => {
      const site = await serveSite(...args);
      sites.push(site);
      return site;
    };
    before(async () => {
      browser = await openBrowser(name);
      folder = await mkdtemp(join(tmpdir(), 'twin-neurons-releases-'));
      await makeRelease(join(folder, 'first'), 'first');
      await makeRelease(join(folder, 'second'), 'second');
    });
    after(async () => {
      await browser?.close();
      for (const site of sites) await site.close();
      await rm(folder, { recursive: true });
    });

    test('opens without a network after the first visit, whole, and stays one release when another comes', async () => {
      /** @type {Record<string, string>} */
      const pages = { '/index.html': OUTSIDE };
      const root = join(folder, 'served');
      await cp(join(folder, 'first'), root, { recursive: true });
      const site = await serve(pages, { root, folder: FOLDER, host: HOST });
      const outside = new URL('/', site.url).href;
      const page = await browser.newPage();

      await page.goto(site.url);
      await whole(page);
      await untilKept(page);

      // The server has the new release; the visitor's page is the old one, to its last part, until it is closed.
      await rm(root, { recursive: true });
      await cp(join(folder, 'second'), root, { recursive: true });
      await page.goto(`${site.url}?lang=en#x`);
      await whole(page);
      await unfold(page, 'seeds');
      assert.deepEqual(await releases(page), ['first']);
      await page.waitFor(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting));
      // A page with this listener is not kept by Firefox to be gone back to, where it would go on being the old release's.
      await page.evaluate(() => addEventListener('unload', () => {}));
      await page.goto(outside);
      await untilKept(page);
      await page.goto(site.url);
      await whole(page);
      // The side that is chosen here is the one that the next visit opens.
      await toLab(page);
      await unfold(page, 'seeds');
      assert.deepEqual(await releases(page), ['second']);
      const kept = await page.evaluate(async () => (await caches.keys()).filter((key) => key.startsWith('twin-neurons ')));
      assert.equal(kept.length, 1, kept.join());

      await site.close();
      await page.goto(`${site.url}index.html`);
      await whole(page);
      await page.select('[name="speed"]', 'Infinity');
      await train(page);
      assert.equal((await read(page)).loss, '0.693147');
      const panels = await page.evaluate(() =>
        [...document.querySelectorAll('.panel:not([open])')].map(({ id }) => id.replace('panel-', '')),
      );
      for (const id of panels) await unfold(page, id);
      await enter(page, '[name="seeds-amount"]', '5');
      await page.click('#panel-seeds .job button');
      await page.waitFor(() => / runs done\.$/.test(document.querySelector('#panel-seeds .job-status')?.textContent ?? ''));
      assert.deepEqual(await releases(page), ['second']);
      await page.close();
    });

    test('opens from a host that sends "/" on to "/index.html", again and again, and without a network', async () => {
      const instead = (/** @type {string} */ path) => (path === FOLDER ? { status: 302, location: 'index.html' } : null);
      const site = await serve({ '/index.html': OUTSIDE }, { root: join(folder, 'first'), folder: FOLDER, host: HOST, instead });
      const page = await browser.newPage();
      await page.goto(site.url);
      await whole(page);
      await untilKept(page);
      for (const visit of ['second', 'third']) {
        await page.goto(`${site.url}?visit=${visit}`);
        await whole(page);
      }
      await site.close();
      for (const path of ['', 'index.html']) {
        await page.goto(`${site.url}${path}`);
        await whole(page);
        assert.deepEqual(await releases(page), ['first']);
      }
      await page.close();
    });

    test('stays whole where a new release cannot be taken', async () => {
      let isBroken = false;
      const instead = (/** @type {string} */ path) => (isBroken && path.endsWith('/later.css') ? { status: 503 } : null);
      const root = join(folder, 'failing');
      await cp(join(folder, 'first'), root, { recursive: true });
      const site = await serve({}, { root, folder: FOLDER, host: HOST, instead });
      const page = await browser.newPage();
      await page.goto(site.url);
      await whole(page);
      await untilKept(page);
      isBroken = true;
      const worker = join(root, 'service-worker.js');
      const first = await readFile(worker, 'utf8');
      /** @type {[end: string, change: () => Promise<void>][]} */
      const changes = [
        ['redundant', () => cp(join(folder, 'second'), root, { recursive: true })],
        // Another script of the version in use: the files that it would take are there, and stay.
        ['installed', () => writeFile(worker, `${first}// The same files.`)],
      ];
      for (const [end, change] of changes) {
        await change();
        const ended = await page.evaluate(async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          const installing = new Promise((resolve) =>
            registration?.addEventListener('updatefound', () => resolve(registration.installing)),
          );
          await registration?.update().catch(() => {});
          const found = await installing;
          if (found.state !== 'installing') return found.state;
          return new Promise((resolve) => found.addEventListener('statechange', () => resolve(found.state)));
        });
        assert.equal(ended, end);
      }
      // A page that is opened while one worker takes over from another may be asked of the first and its files of nobody: Chromium does so when it is slow.
      await untilKept(page);
      await site.close();
      await page.goto(site.url);
      await whole(page);
      assert.deepEqual(await releases(page), ['first']);
      await page.close();
    });

    test('is not kept where it is shown in a frame, or on a developer\u2019s machine', async () => {
      const frame =
        '<!doctype html><title>Course</title><link rel="icon" href="data:,"><iframe src="index.html" width="800" height="600"></iframe>';
      const site = await serve({ '/course.html': frame }, { host: HOST });
      const local = await serve();
      const page = await browser.newPage();
      for (const url of [`${site.url}course.html`, `${site.url}?embed=1`, local.url]) {
        await page.goto(url);
        await page.waitFor(() => {
          const { contentDocument } = document.querySelector('iframe') ?? { contentDocument: document };
          return contentDocument?.documentElement.dataset.ready === 'true' && contentDocument.readyState === 'complete';
        });
        assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0, url);
      }
      await page.close();
    });
  });
}
