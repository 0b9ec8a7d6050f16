/** dist/twin-neurons.html, the page as one file: what is in it, and that it works wherever such a file may be opened. */
import assert from 'node:assert/strict';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { BROWSERS, openBrowser } from '../support/browsers.js';
import { enter, read, train, unfold, whole, toLab } from '../support/page.js';
import { serveSite } from '../support/site.js';

/** @typedef {import('../support/browsers.js').Page} Page */

const FILE = fileURLToPath(new URL('../../dist/twin-neurons.html', import.meta.url));
const LIMIT = 450_000;
/** The tied preset after 2,000 steps, in every browser and in Node. */
const TIED_FINGERPRINT = '6c8d8eea1d2d3c38';

describe('the page as one file', () => {
  test(`is at most ${LIMIT / 1000} KB`, async () => {
    assert.ok((await readFile(FILE)).length <= LIMIT);
  });

  test('names no other file, and has the licenses of what it is made of', async () => {
    const html = await readFile(FILE, 'utf8');
    const addresses = [...html.matchAll(/\s(?:src|href|content)="([^"]*)"/g)].map(([, address = '']) => address);
    assert.deepEqual(
      addresses.filter((address) => /\.(js|css|wasm|svg|png|json|webmanifest)\b|^https?:/.test(address)),
      [],
    );
    assert.doesNotMatch(html, /<script[^>]*\ssrc=|<link(?! rel="icon" href="data:)/);
    assert.equal(html.match(/Permission is hereby granted/g)?.length, 3);
    assert.match(html, /---- chart\.js ----/);
  });

  test('lets nothing run but what it brings, by hash, and nothing be loaded', async () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(await readFile(FILE, 'utf8'))?.[1] ?? '';
    const directives = new Map(policy.split('; ').map((directive) => /** @type {[string, string]} */ (directive.split(/ (.*)/, 2))));
    assert.equal(directives.get('default-src'), "'none'");
    assert.match(directives.get('script-src') ?? '', /^('sha256-[A-Za-z0-9+/]{43}=' ){3}'wasm-unsafe-eval'$/);
    assert.match(directives.get('style-src') ?? '', /^'sha256-[A-Za-z0-9+/]{43}=' 'sha256-[A-Za-z0-9+/]{43}='$/);
    assert.equal(directives.get('img-src'), 'data: blob:');
    assert.equal(directives.get('worker-src'), 'blob:');
    for (const name of ['connect-src', 'font-src', 'frame-src', 'media-src']) assert.ok(!directives.has(name), name);
  });
});

/** Ways to meet the file inside another page; the frame fills the page. @type {Record<string, (html: string) => string>} */
const FRAMES = {
  'a sandboxed frame': () => '<iframe sandbox="allow-scripts" src="twin-neurons.html"></iframe>',
  srcdoc: (html) => `<iframe srcdoc="${html.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`,
  'srcdoc of a sandboxed frame': (html) =>
    `<iframe sandbox="allow-scripts" srcdoc="${html.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`,
};
const FRAME_STYLE = '<style>body { margin: 0; } iframe { border: 0; display: block; width: 100vw; height: 100vh; }</style>';

/**
 * Uses the page as a person would: trains, changes the theme (storage) and a weight (the address), sweeps (workers), and changes the language.
 * @param {Page} page
 */
async function usePage(page) {
  await whole(page);
  await toLab(page);
  await page.select('[name="speed"]', 'Infinity');
  await train(page);
  assert.equal((await read(page)).fingerprint, TIED_FINGERPRINT);
  await page.click('[data-action="theme"]');
  await enter(page, '[name="w6"]', '-0.3');
  await train(page);
  assert.equal((await read(page)).loss, '0.324558');
  await unfold(page, 'seeds');
  await enter(page, '[name="seeds-amount"]', '5');
  await enter(page, '[name="seeds-steps"]', '50');
  await page.click('#panel-seeds .job button');
  await page.waitFor(() => document.querySelector('#panel-seeds .job-status')?.textContent === '5 runs done.');
  await page.click('[data-language="es"]');
  await page.waitFor(() => document.documentElement.lang === 'es');
  assert.equal((await read(page)).loss, '0,324558');
  assert.deepEqual(await page.errors(), []);
}

for (const name of BROWSERS) {
  describe(`the page as one file in ${name}`, () => {
    /** @type {Awaited<ReturnType<typeof openBrowser>>} */
    let browser;
    before(async () => {
      browser = await openBrowser(name);
    });
    after(() => browser?.close());

    test('opens from a folder, by a path with a space in it, and asks nobody for anything', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'twin neurons '));
      try {
        await copyFile(FILE, join(folder, 'lab of neurons.html'));
        const page = await browser.newPage();
        await page.goto(String(pathToFileURL(join(folder, 'lab of neurons.html'))));
        await usePage(page);
        const outside = (await page.requests()).filter((address) => !/^(data:|blob:|file:.*lab%20of%20neurons\.html)/.test(address));
        assert.deepEqual(outside, []);
        await page.close();
      } finally {
        await rm(folder, { recursive: true });
      }
    });

    for (const [place, write] of Object.entries(FRAMES)) {
      test(`works in ${place}, where storage and history may be forbidden`, async () => {
        const site = await serveSite({
          '/frame.html': `<!doctype html><title>Frame</title><link rel="icon" href="data:,">${FRAME_STYLE}${write(await readFile(FILE, 'utf8'))}`,
        });
        try {
          const page = await browser.newPage();
          await page.goto(`${site.url}frame.html`);
          await page.enterFrame('iframe');
          await usePage(page);
          const outside = (await page.requests()).filter((address) => !/^(data:|blob:|about:)|\/(frame|twin-neurons)\.html/.test(address));
          assert.deepEqual(outside, []);
          await page.close();
        } finally {
          await site.close();
        }
      });
    }
  });
}
