/** The main flow of the page in the browsers that page.test.js does not drive: the same numbers, the same fingerprint. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { complaint, enter, openSite, read, train } from '../support/page.js';

/** The tied preset after 2,000 steps, in every browser and in Node. */
const TIED_FINGERPRINT = '6c8d8eea1d2d3c38';

for (const name of /** @type {const} */ (['chromium', 'firefox', 'webkit'])) {
  describe(`the page in ${name}`, () => {
    /** @type {Awaited<ReturnType<typeof openSite>>} */
    let site;
    before(async () => {
      site = await openSite(name);
    });
    after(() => site?.close());

    test('sets, trains, says who is tied, resets and refuses', async () => {
      const page = await site.open();
      await page.select('[name="speed"]', 'Infinity');
      await train(page);
      const tied = await read(page);
      assert.equal(tied.verdict, 'Neurons 1 and 2 are exactly tied after 2,000 steps (every bit equal).');
      assert.equal(tied.loss, '0.693147');
      assert.equal(tied.fingerprint, TIED_FINGERPRINT);
      await enter(page, '[name="w6"]', '-0,3');
      await train(page);
      const apart = await read(page);
      assert.match(apart.verdict ?? '', /apart/);
      assert.equal(apart.loss, '0.324558');
      await page.click('[data-action="reset"]');
      assert.equal((await read(page)).values.w6, -0.3);
      await enter(page, '[name="w6"]', 'six');
      assert.notEqual(await complaint(page, '[name="w6"]'), '');
      await page.select('[name="hidden"]', '8');
      await train(page);
      assert.equal(Object.keys((await read(page)).values).length, 24);
      assert.deepEqual(await page.errors(), []);
    });

    test('says that the device computes the same bits as everywhere, asked in its foot or by its address', async () => {
      const told = (/** @type {import('../support/browsers.js').Page} */ page) =>
        page.waitFor(
          () =>
            /\.$|Copy/.test(document.getElementById('device-check')?.textContent ?? '') &&
            document.getElementById('device-check')?.textContent,
        );
      const page = await site.open();
      await page.click('[data-action="check-device"]');
      assert.match(
        String(await told(page)),
        /^Your device agrees: 50 of 50 runs end with the same bits as everywhere \([\d.]+ s\)\. With SIMD and without\./,
      );
      await page.goto(`${site.url}?check=1&lang=es`);
      assert.match(
        String(
          await page.waitFor(
            () =>
              /Copiar/.test(document.getElementById('device-check')?.textContent ?? '') &&
              document.getElementById('device-check')?.textContent,
          ),
        ),
        /^Tu dispositivo coincide: 50 de 50/,
      );
      assert.deepEqual(await page.errors(), []);
      await page.close();
    });
  });
}
