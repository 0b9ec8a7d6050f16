/** The three browsers really are driven: every verb of browsers.js does to a small page of ours what a person would do. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { BROWSERS, openBrowser } from './browsers.js';
import { serveSite } from './site.js';

const PAGE = `<!doctype html><title>A page to drive</title><link rel="icon" href="icon.svg">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self' 'wasm-unsafe-eval'">
<button id="button">press</button> <button id="wrong">go wrong</button> <button id="disabled" disabled>no</button>
<input id="field" value="old"> <select id="list"><option>one</option><option>two</option></select> <input id="slider" type="range" min="0" max="10" value="5">
<p id="far"></p><button id="below">far below</button>
<script type="module" src="page.js"></script>`;

/** Spacing is written by the script, since the page's policy allows no inline styles. The module is the smallest that exports a function: f() = 42. */
const SCRIPT = `
window.seen = [];
const note = (event) => window.seen.push(event.type + ' ' + event.target.id);
for (const type of ['click', 'change', 'pointerover', 'touchend']) addEventListener(type, note);
addEventListener('pointerup', (event) => { window.released = [event.clientX, event.clientY]; });
document.querySelector('#far').style.height = '3000px';
document.querySelector('#wrong').onclick = () => { console.error('said wrong'); throw new Error('went wrong'); };
const bytes = [0,97,115,109,1,0,0,0,1,5,1,96,0,1,127,3,2,1,0,7,5,1,1,102,0,0,10,6,1,4,0,65,42,11];
const { instance } = await WebAssembly.instantiate(new Uint8Array(bytes));
window.answer = instance.exports.f();
`;

const ICON = '<svg xmlns="http://www.w3.org/2000/svg"/>';

/** What the script above leaves in the page's window. @typedef {Window & { seen: string[], released: number[], answer: number }} Driven */

for (const name of BROWSERS) {
  describe(`${name}`, () => {
    /** @type {Awaited<ReturnType<typeof openBrowser>>} */
    let browser;
    /** @type {Awaited<ReturnType<typeof serveSite>>} */
    let site;
    /** @type {import('./browsers.js').Page} */
    let page;
    before(async () => {
      site = await serveSite({ '/drive.html': PAGE, '/page.js': SCRIPT, '/icon.svg': ICON });
      browser = await openBrowser(name);
      page = await browser.newPage({ width: 900, height: 700 });
      await page.goto(`${site.url}drive.html`);
      await page.waitFor(() => /** @type {Driven} */ (/** @type {unknown} */ (window)).answer);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });
    const driven = () =>
      page.evaluate(() => {
        const { seen, released, answer } = /** @type {Driven} */ (/** @type {unknown} */ (window));
        return { seen, released, answer };
      });

    test('runs WebAssembly under a strict content security policy', async () => {
      assert.equal((await driven()).answer, 42);
    });

    test('evaluates functions with arguments, waits for their promises and passes their errors on', async () => {
      assert.deepEqual(await page.evaluate(async (a, b) => [a + b, { nested: [null, 0.1] }], 1, 2), [3, { nested: [null, 0.1] }]);
      assert.equal(await page.evaluate(() => undefined), undefined);
      await assert.rejects(
        page.evaluate(() => {
          throw new Error('from the page');
        }),
        /from the page/,
      );
    });

    test('clicks what the pointer reaches, also far below', async () => {
      await page.click('#button');
      await page.click('#below');
      const { seen } = await driven();
      assert.ok(seen.includes('click button') && seen.includes('click below'), seen.join());
    });

    test('fills a field, chooses from a list, presses keys and types', async () => {
      await page.fill('#field', '1/3');
      await page.press('Tab');
      await page.select('#list', 'two');
      await page.click('#field');
      await page.press('End');
      await page.type(' +é');
      await page.press('Shift+Home');
      await page.press('Delete');
      await page.type('0,5');
      await page.press('Enter');
      assert.deepEqual(
        await page.evaluate(() => ['#field', '#list'].map((it) => /** @type {HTMLInputElement} */ (document.querySelector(it)).value)),
        ['0,5', 'two'],
      );
      assert.ok((await driven()).seen.includes('change list'));
      await assert.rejects(page.select('#list', 'three'), /no option "three"/);
    });

    test('hovers and drags', async () => {
      await page.hover('#slider');
      assert.ok((await driven()).seen.includes('pointerover slider'));
      await page.drag('#slider', 40, 0);
      assert.ok(Number(await page.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector('#slider')).value)) > 5);
    });

    test('has the viewport it was asked for, and changes it', async () => {
      assert.deepEqual(await page.evaluate(() => [innerWidth, innerHeight]), [900, 700]);
      await page.setViewport(360, 640);
      assert.deepEqual(await page.evaluate(() => [innerWidth, innerHeight]), [360, 640]);
      await page.setViewport(900, 700);
    });

    test("knows the page's errors and requests", async () => {
      assert.deepEqual(await page.errors(), []);
      await page.click('#wrong');
      await page.evaluate(() => undefined); // events arrive in order: with this answer the errors are there
      const errors = (await page.errors()).join();
      assert.match(errors, /said wrong/);
      assert.match(errors, /went wrong/);
      const requests = await page.requests();
      assert.equal(requests[0], `${site.url}drive.html`);
      assert.ok(requests.includes(`${site.url}page.js`));
    });

    test('takes a picture of the viewport', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'twin-neurons-picture-'));
      try {
        await page.screenshot(join(folder, 'page.png'));
        const picture = await readFile(join(folder, 'page.png'));
        // A PNG file's width and height stand at bytes 16 and 20.
        assert.deepEqual([picture.readUInt32BE(16), picture.readUInt32BE(20)], [900, 700]);
      } finally {
        await rm(folder, { recursive: true });
      }
    });

    test('shows a page dark and with less motion, or light and with motion, as asked', async () => {
      const preferences = () =>
        ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)'].map((query) => matchMedia(query).matches);
      assert.deepEqual(await page.evaluate(preferences), [false, false]);
      const other = await browser.newPage({ colorScheme: 'dark', reducedMotion: true });
      await other.goto(`${site.url}drive.html`);
      assert.deepEqual(await other.evaluate(preferences), [true, true]);
      await other.close();
    });

    test("runs a script before the page's own, or says that it cannot", async () => {
      if (name === 'webkit') {
        await assert.rejects(
          page.addInitScript(() => undefined),
          /WebKit has no init scripts/,
        );
        return;
      }
      const other = await browser.newPage();
      await other.addInitScript((value) => {
        Object.assign(window, { early: value });
      }, 'bird');
      await other.goto(`${site.url}drive.html`);
      assert.equal(await other.evaluate(() => Reflect.get(window, 'early')), 'bird');
      await other.close();
    });

    test('taps on a touch screen, or says that it has none', async () => {
      if (name !== 'chromium') {
        await assert.rejects(browser.newPage({ touch: true }), /has no touch screen/);
        return;
      }
      const other = await browser.newPage({ touch: true });
      await other.goto(`${site.url}drive.html`);
      await other.waitFor(() => Reflect.get(window, 'answer'));
      await other.tap('#button');
      assert.ok((await other.evaluate(() => Reflect.get(window, 'seen'))).includes('touchend button'));
      await other.close();
    });
  });
}

describe('browsers that are lent to one test file after the other', () => {
  const LENDER = fileURLToPath(new URL('browsers/lend.js', import.meta.url));
  /** What a test file does: `body` borrows a Chromium by `ask` and tells where it is. @param {string} body */
  const file = (body) =>
    `${process.execPath} --input-type=module -e "
      import { borrow } from '${new URL('browsers/borrow.js', import.meta.url)}';
      import { startChromium } from '${new URL('browsers/chromium.js', import.meta.url)}';
      const ask = () => borrow({ kind: 'chromium', preferences: {} }, startChromium);
      ${body}"`;
  /** @param {string[]} files */
  const lendTo = (...files) => {
    const { stdout, status } = spawnSync(process.execPath, [LENDER, 'sh', '-c', files.join(';')], { encoding: 'utf8' });
    return { told: stdout.trim().split('\n'), status };
  };
  const TELL = 'const lent = await ask(); console.log(lent.endpoint);';

  test('the next file gets the browser that was given back, and nobody one that another still has', () => {
    const both =
      'const two = [await ask(), await ask()]; console.log(two.map((lent) => lent.endpoint).join(String.fromCharCode(10))); process.exit(3)';
    const { told, status } = lendTo(file(`${TELL} await lent.giveBack();`), file(both));
    assert.equal(told.length, 3);
    assert.equal(told[0], told[1]);
    assert.notEqual(told[1], told[2]);
    assert.equal(status, 3, "the command's own end is the lender's");
  });

  test('a browser that was not given back is not lent again', () => {
    const { told } = lendTo(file(`${TELL} process.exit()`), file(`${TELL} process.exit()`));
    assert.equal(new Set(told).size, 2);
  });
});
