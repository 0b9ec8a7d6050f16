/** Looking back over a run and stopping it by itself, on the page in browsers, by what a person sees. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { BROWSERS } from '../support/browsers.js';
import { axeViolations, enter, read, train, unfold, useSite } from '../support/page.js';

/** @typedef {import('../support/browsers.js').Page} Page */

/** What the panels that ask the engine say: the chain rule, and what each neuron answers. @param {Page} page */
function panelsOf(page) {
  return page.evaluate(() =>
    ['chain', 'pictures'].map((id) => [...document.querySelectorAll(`#panel-${id} .panel-body`)].map((body) => body.textContent)),
  );
}

/** @param {Page} page */
function noteOf(page) {
  return page.evaluate(() => document.getElementById('time-note')?.textContent ?? '');
}

for (const browser of BROWSERS) {
  describe(`the page in ${browser}`, () => {
    const { pageTest } = useSite(browser);

    pageTest('the slider shows any step in the network, the verdict and the numbers; Train goes on from the present', async (page) => {
      await page.click('[data-preset="outgoing-apart"]');
      await unfold(page, 'pictures');
      // The plane is drawn when it knows how large it is.
      await page.waitFor(() =>
        document.querySelector('#panel-pictures .plane-answer')?.getAttribute('aria-label')?.includes('of 4 examples'),
      );
      const [start, said] = [await read(page), await panelsOf(page)];
      await train(page);
      const present = await read(page);
      assert.notDeepEqual(await panelsOf(page), said);
      await page.click('#time');
      const { exactStep } = await read(page);
      if (browser === 'chromium') assert.ok(Math.abs(exactStep - 1000) < 20, `a click at the middle shows step ${exactStep}`);
      await page.press('Home');
      assert.deepEqual({ ...(await read(page)), fingerprint: '' }, { ...start, fingerprint: '' });
      assert.deepEqual(await panelsOf(page), said, 'the chain rule and the pictures are those of that step');
      assert.match(await noteOf(page), /^Looking back\. Train and Step go on from step 2,000\.$/);
      await page.press('ArrowRight');
      assert.equal((await read(page)).step, '1');
      await page.press('PageUp');
      assert.equal((await read(page)).step, '21');
      await page.click('[data-action="step-back"]');
      const back = await read(page);
      assert.equal(back.step, '20');
      assert.match(back.verdict ?? '', /after 20 steps\.$/);
      assert.equal(await page.evaluate(() => document.getElementById('time')?.getAttribute('aria-valuetext')), 'step 20');
      await page.click('[data-action="step-forward"]');
      assert.equal((await read(page)).step, '21');
      await page.click('#time');
      await page.press('End');
      assert.deepEqual(await read(page), present);
      assert.equal(await noteOf(page), '');
      await page.press('Home');
      await page.click('[data-action="step"]');
      assert.equal((await read(page)).step, '2,001');
    });

    pageTest('a run stops where its loss falls below a limit, and says so', async (page) => {
      await page.click('[data-preset="outgoing-apart"]');
      await unfold(page, 'stop');
      await enter(page, '[name="stop-loss-limit"]', '0,5');
      await train(page);
      const { step, exactLoss } = await read(page);
      assert.ok(exactLoss < 0.5 && exactLoss > 0.499, `${exactLoss}`);
      assert.equal(await noteOf(page), `Stopped after ${step} steps: J is below 0.5.`);
      await page.click('[data-action="step-back"]');
      assert.ok((await read(page)).exactLoss >= 0.5, 'the step before was not below it');
      if (browser === 'chromium') for (const part of ['#panel-stop', '#results']) assert.deepEqual(await axeViolations(page, part), []);
    });
  });
}
