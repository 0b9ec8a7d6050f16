/** Where the page cannot start, it says so in a sentence: in browsers that are too old, and for links that are too new. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { BROWSERS } from '../support/browsers.js';
import { openSite } from '../support/page.js';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/** The sentences that are shown. @param {import('../support/browsers.js').Page} page */
const sentences = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.trouble')]
      .filter((each) => each.getClientRects().length > 0)
      .map(({ textContent }) => textContent ?? ''),
  );

test('the script for old browsers is in the JavaScript of 2009, with nothing newer', async () => {
  const script = await readFile(`${DIST}old-browser.js`, 'utf8');
  await transform(script, { target: 'es5', logLevel: 'silent' });
  assert.doesNotMatch(script, /=>|\b(const|let|class|import|export|async)\b|`/);
});

test('what a browser may be too old for comes after that script', async () => {
  const html = await readFile(`${DIST}index.html`, 'utf8');
  assert.match(html, /<p id="old-browser"[^>]*\shidden>[^<]*2023[^<]*<\/p>\s*<script src="old-browser\.js"><\/script>/);
  assert.match(html, /<script type="module" src="main\.js"/);
});

for (const name of BROWSERS) {
  describe(`a page that cannot start, in ${name}`, () => {
    /** @type {Awaited<ReturnType<typeof openSite>>} */
    let site;
    /** @type {Record<string, string>} */
    const files = {};
    before(async () => {
      const html = await readFile(`${DIST}index.html`, 'utf8');
      // The script as a browser without modules runs it: there is no "noModule" to be found.
      const script = await readFile(`${DIST}old-browser.js`, 'utf8');
      Object.assign(files, {
        '/no-modules/index.html': html.replace('type="module"', 'type="text/unknown"'),
        '/no-modules/old-browser.js': script.replace('"noModule"', '"noSuchThing"'),
        '/old-code/index.html': html,
        '/old-code/old-browser.js': script,
        '/old-code/main.js': 'this is not JavaScript',
        '/sandbox.html':
          '<!doctype html><title>A sandbox</title><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" src="/?embed=1" title="Twin Neurons"></iframe>',
        '/no-code/index.html': html,
        '/no-code/old-browser.js': script,
      });
      site = await openSite(name, files);
    });
    after(() => site?.close());

    for (const [place, reason] of [
      ['no-modules', 'it knows no modules'],
      ['old-code', 'it does not understand the code'],
      ['no-code', 'the code does not arrive'],
    ]) {
      test(`says so: ${reason}`, async () => {
        const page = await site.newPage();
        await page.goto(`${site.url}${place}/`);
        await page.waitFor(() => document.querySelector('#old-browser:not([hidden])'));
        assert.deepEqual(await sentences(page), [
          'This page did not start. It needs a browser made since 2023, with WebAssembly switched on. If yours is one, reload the page.',
        ]);
        await page.close();
      });
    }

    // WebKit lets none of the page's scripts run there, this one included.
    if (name !== 'webkit')
      test('says so: a sandbox leaves it no origin', async () => {
        const page = await site.newPage();
        await page.goto(`${site.url}sandbox.html`);
        await page.enterFrame('iframe');
        await page.waitFor(() => document.querySelector('#old-browser:not([hidden])'));
        assert.match(
          (await sentences(page)).join(),
          /^This page cannot start here: .* sandbox lacks “allow-same-origin”\. Add that, or use twin-neurons\.html/,
        );
        await page.close();
      });

    test('says nothing of the kind where the page starts', async () => {
      const page = await site.open();
      assert.deepEqual(await sentences(page), []);
      await page.close();
    });

    test('refuses politely a link made for a newer page', async () => {
      const page = await site.newPage();
      await page.goto(`${site.url}?v=2`);
      await page.waitFor(() => document.querySelector('#trouble:not([hidden])'));
      const [said, ...more] = await sentences(page);
      assert.match(said, /made for version 2 of this page, and this is an older one/);
      assert.deepEqual(more, []);
      // No empty frame of the page around the sentence.
      assert.equal(await page.evaluate(() => document.querySelector('main')?.getClientRects().length), 0);
      assert.equal(await page.evaluate(() => document.documentElement.dataset.ready ?? null), null);
      await page.goto(`${site.url}?v=1`);
      await page.waitFor(() => document.documentElement.dataset.ready === 'true');
      await page.close();
    });
  });
}
