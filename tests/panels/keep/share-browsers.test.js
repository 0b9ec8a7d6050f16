/** A teacher's link in every browser: the same start, the same steps, the fingerprint of Node; then undo by key, and keeping the run. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { readAddress } from '../../../web/experiment/address.js';
import { BROWSERS } from '../../support/browsers.js';
import { enter, openSite, read, train, unfold, whole } from '../../support/page.js';

/** XOR without biases from w = 1/3, 0.4, 0.2, -0, 0.6, π, under the name "Homework 3", as the first version wrote it. */
const LINK =
  'run=a1QCBAeIKSG9tZXdvcmsgMwLTA4IEwYII5ArSC8TCgIDCgIHCgYDCgYEMxICBgYAT0hRIFcLCwuVVVVVVVVXVP-YEAcLmAgHlAAAAAAAAAIDBwuYGAeUYLURU-yEJQD0L&steps=500';

for (const name of BROWSERS) {
  describe(`a link in ${name}`, () => {
    /** @type {Awaited<ReturnType<typeof openSite>>} */
    let site;
    before(async () => {
      site = await openSite(name);
    });
    after(() => site?.close());

    test('replays to the fingerprint of Node, keeps up with changes, and can be kept', async () => {
      const lab = await openLab();
      const { experiment, steps } = readAddress(LINK) ?? assert.fail();
      const run = lab.start(experiment);
      run.train(steps ?? 0);
      const page = await site.newPage();
      await page.goto(`${site.url}#${LINK}`);
      await whole(page);
      await page.select('[name="speed"]', 'Infinity');
      await train(page);
      const trained = await read(page);
      assert.deepEqual([trained.exactStep, trained.exactLoss, trained.fingerprint], [steps, run.loss(), run.fingerprint()]);
      await enter(page, '[name="w6"]', '-0.3');
      const hash = await page.waitFor((old) => location.hash !== old && location.hash, `#${LINK}`);
      const changed = readAddress(hash) ?? assert.fail();
      assert.equal(changed.experiment.init.set.w6, -0.3);
      await page.click('#verdict');
      await page.press('Control+z');
      assert.equal((await read(page)).values.w6, Math.PI);
      await page.press('Control+Shift+Z');
      assert.equal((await read(page)).values.w6, -0.3);
      await unfold(page, 'keep');
      await page.waitFor(() => Boolean(document.querySelector('.keep-program')?.textContent));
      const link = await page.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector('#link')).value);
      assert.deepStrictEqual(readAddress(new URL(link).hash), changed);
      await page.evaluate(() => {
        const kept = /** @type {any} */ (window);
        HTMLAnchorElement.prototype.click = () => {};
        URL.createObjectURL = (blob) => {
          kept.blob = blob;
          return 'blob:none';
        };
      });
      await page.click('[data-picture="weights"]');
      const picture = await page.waitFor(async () => {
        const { blob } = /** @type {any} */ (window);
        return blob && { type: blob.type, width: (await createImageBitmap(blob)).width };
      });
      assert.ok(picture.type === 'image/png' && picture.width > 300, JSON.stringify(picture));
      await page.fill('#open-text', `#${LINK}`);
      await page.click('#open-text + button');
      assert.equal((await read(page)).values.w6, Math.PI);
      assert.deepEqual(await page.errors(), []);
      await page.close();
      lab.close();
    });
  });
}
