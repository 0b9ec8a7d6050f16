/** Nothing gets in and nothing gets out: what is written in the files of the site, and what three browsers do with the page. */
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { BROWSERS } from '../support/browsers.js';
import { enter, openSite, train, unfold } from '../support/page.js';

/** @typedef {import('../support/browsers.js').Page} Page */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The policy of every page; the manifest's directive is what an installed page needs more than any other. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self' blob:; frame-src 'self'; base-uri 'none'; form-action 'none'; manifest-src 'self'";

const files = (await readdir(`${ROOT}dist`, { recursive: true })).filter((path) => !/^v\d+\/|^types\//.test(path));
/** @param {string} path in dist/ */
const read = (path) => readFile(`${ROOT}dist/${path}`, 'utf8');
/** The page of one file has a policy of its own, in one-file.test.js; the examples of embedding stand for pages of others. */
const pages = files.filter((path) => path.endsWith('.html') && path !== 'twin-neurons.html' && !path.startsWith('examples/'));
const scripts = files.filter((path) => path.endsWith('.js'));

describe('the files of the site', () => {
  test('have a strict policy on every page, before anything that it is for', async () => {
    assert.deepEqual(pages.sort(), ['404.html', 'answers.html', 'grade.html', 'index.html', 'own-question.html']);
    for (const path of pages) {
      const html = await read(path);
      const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1] ?? '';
      if (path !== 'index.html') {
        // What shows less needs less, and is allowed no more.
        assert.ok(policy.startsWith("default-src 'none'; script-src 'self'"), path);
        for (const rule of policy.split('; ')) assert.ok(POLICY.includes(rule), `${path}: ${rule}`);
      } else assert.equal(policy, POLICY, path);
      assert.ok(html.indexOf('Content-Security-Policy') < html.search(/<(link|script|img|title)\b/), path);
    }
  });

  test('have no script and no style inside a page, and none in an attribute', async () => {
    for (const path of pages) {
      const html = await read(path);
      assert.deepEqual(html.match(/<script(?![^>]*\ssrc=)[^>]*>|<script[^>]*>[^<]|<style\b|\son\w+=|\sstyle=|javascript:/gi), null, path);
    }
  });

  test('make no code and no markup from text, and keep no cookie', async () => {
    assert.ok(scripts.length > 10);
    for (const path of scripts) {
      const found = (await read(path)).match(
        /\beval\(|\bnew Function\b|\b(inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\.write|\bDOMParser\b|\.cookie\b|\bset(Timeout|Interval)\(["'`]/g,
      );
      assert.deepEqual(found, null, path);
    }
  });

  test('name no other site but in licenses and names of formats', async () => {
    for (const path of [...scripts, 'index.html', '404.html', 'styles.css', 'later.css']) {
      const code = (await read(path)).replace(/\/\*![\s\S]*?\*\//g, '');
      const sites = (code.match(/https?:\/\/[^\s"'`)<\\]*/g) ?? []).filter(
        (address) =>
          !/^http:\/\/www\.w3\.org\/(1999|2000|1998)\/|^https?:\/\/(localhost|example\.(org|com)|127\.0\.0\.1|my\.course|arxiv\.org)\b|^https?:\/\/$/.test(
            address,
          ),
      );
      assert.deepEqual(sites, [], path);
    }
  });
});

/**
 * Uses the page, with what a person may do that writes, draws, loads, keeps or copies something.
 * @param {Page} page
 */
async function usePage(page) {
  await page.select('[name="speed"]', 'Infinity');
  await train(page);
  const folded = await page.evaluate(() => [...document.querySelectorAll('.panel:not([open])')].map(({ id }) => id.replace('panel-', '')));
  for (const id of folded) await unfold(page, id);
  await enter(page, '[name="seeds-amount"]', '3');
  await enter(page, '[name="seeds-steps"]', '20');
  await page.click('#panel-seeds .job button');
  await page.waitFor(() => / runs done\.$/.test(document.querySelector('#panel-seeds .job-status')?.textContent ?? ''));
  await page.click('[data-action="theme"]');
  await page.click('[data-language="es"]');
  await page.waitFor(() => document.documentElement.lang === 'es');
}

/** Counts whoever asks another origin for something. */
async function openOtherSite() {
  /** @type {string[]} */
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' }).end('window.isHacked = true;');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.3', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.3:${port}/`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/**
 * Tries, as a script that had got in would, to run more code, to draw from elsewhere and to send something away. Runs in the page.
 * @param {string} other
 */
async function attack(other) {
  /** @type {Record<string, unknown>} */
  const done = {};
  /** @param {string} tag @param {Record<string, string>} properties @param {string} [text] */
  const add = (tag, properties, text = '') => {
    const element = Object.assign(document.createElement(tag), properties);
    element.textContent = text;
    document.body.append(element);
    return element;
  };
  add('script', {}, 'window.isHacked = true;');
  add('script', { src: `${other}script.js` });
  add('script', { src: 'data:text/javascript,window.isHacked=true' });
  add('style', {}, 'body { outline: 7px solid red; }');
  add('link', { rel: 'stylesheet', href: `${other}style.css` });
  add('iframe', { src: `${other}frame.html` });
  add('img', { src: `${other}picture.png` });
  add('base', { href: other });
  const button = add('p', {});
  button.setAttribute('onclick', 'window.isHacked = true');
  button.click();
  add('iframe', { name: 'sent' });
  const form = /** @type {HTMLFormElement} */ (add('form', { action: `${other}form`, target: 'sent' }));
  form.requestSubmit();
  // Later, since what a driver runs at once may do more than the page may.
  done.eval = await new Promise((resolve) =>
    setTimeout(() => {
      try {
        resolve(new Function('return window.isHacked = true')());
      } catch {
        resolve('refused');
      }
    }),
  );
  done.fetch = await fetch(`${other}fetch`).then(
    () => 'answered',
    () => 'refused',
  );
  done.events = await new Promise((resolve) => {
    try {
      const events = new EventSource(`${other}events`);
      events.onerror = () => resolve('refused');
      events.onopen = () => resolve('answered');
    } catch {
      resolve('refused');
    }
  });
  done.hacked = /** @type {any} */ (window).isHacked ?? false;
  done.outline = getComputedStyle(document.body).outlineWidth === '7px';
  done.base = document.baseURI.startsWith(other);
  return done;
}

for (const name of BROWSERS) {
  describe(`the page in ${name}`, () => {
    /** @type {Awaited<ReturnType<typeof openSite>>} */
    let site;
    before(async () => {
      site = await openSite(name);
    });
    after(() => site?.close());

    test('asks only its own site, breaks none of its own rules, and keeps what SECURITY.md names and no more', async () => {
      const page = await site.open();
      await page.evaluate(() => {
        /** @type {string[]} */
        const violations = [];
        Object.assign(window, { violations });
        addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
          violations.push(`${violatedDirective} ${blockedURI}`),
        );
      });
      await usePage(page);
      const { violations, cookie, keys, others } = await page.evaluate(async () => ({
        violations: /** @type {any} */ (window).violations,
        cookie: document.cookie,
        keys: Object.keys(localStorage),
        others: [
          ...Object.keys(sessionStorage),
          ...(await indexedDB.databases()).map((database) => database.name),
          ...(await caches.keys()),
        ],
      }));
      assert.deepEqual(violations, []);
      assert.deepEqual(await page.errors(), []);
      assert.equal(cookie, '');
      assert.deepEqual(others, []);
      /** @type {string[]} */
      const named = (await readFile(`${ROOT}SECURITY.md`, 'utf8')).match(/(?<=`)twin-neurons-\w+(?=`)/g) ?? [];
      assert.ok(keys.includes('twin-neurons-theme') && keys.includes('twin-neurons-language'), keys.join());
      assert.deepEqual(
        keys.filter((key) => !named.includes(key)),
        [],
      );
      assert.deepEqual(
        (await page.requests()).filter((address) => !address.startsWith(site.url) && !/^(data|blob|about):/.test(address)),
        [],
      );
      await page.close();
    });

    test('lets nothing in and nothing out, whoever tries', async () => {
      const other = await openOtherSite();
      try {
        const page = await site.open();
        const done = await page.evaluate(attack, other.url);
        assert.deepEqual(done, { eval: 'refused', fetch: 'refused', events: 'refused', hacked: false, outline: false, base: false });
        assert.deepEqual(other.asked, []);
        await page.close();
      } finally {
        await other.close();
      }
    });
  });
}

test('without the policy all of it would get in: what is tried is real', async () => {
  const html = (await read('index.html')).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  const site = await openSite('chromium', { '/index.html': html });
  const other = await openOtherSite();
  try {
    const page = await site.open();
    const done = await page.evaluate(attack, other.url);
    assert.deepEqual(done, { eval: true, fetch: 'answered', events: 'refused', hacked: true, outline: true, base: true });
    assert.ok(other.asked.length >= 4, other.asked.join());
  } finally {
    await site.close();
    await other.close();
  }
});
