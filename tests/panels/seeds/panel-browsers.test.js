/** Many seeds in browsers: the panel by what a person sees. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { BROWSERS } from '../../support/browsers.js';
import { axeViolations, complaint, enter, overflowOf, read, smallControls, unfold, useSite } from '../../support/page.js';

for (const name of BROWSERS) {
  describe(`the panel in ${name}`, () => {
    const { panelTest } = useSite(name);

    panelTest('seeds', 'sweeps, shows how the losses spread, and opens a run of a bar', async (page) => {
      await enter(page, '[name="seeds-amount"]', '30');
      await enter(page, '[name="seeds-steps"]', '500');
      await page.click('#panel-seeds .job button');
      await page.waitFor(() => document.querySelector('#panel-seeds .job-status')?.textContent === '30 runs done.');
      const said = await page.evaluate(() => ({
        bars: [...document.querySelectorAll('.seeds-bar')]
          .map((bar) => bar.getAttribute('aria-label') ?? '')
          .filter((label) => label.includes('J from')),
        kinds: [...document.querySelectorAll('.seeds-bars:has(.seeds-kind) tr:has(button)')].map((row) => row.textContent),
        facts: [...document.querySelectorAll('.seeds-facts li')].map((fact) => fact.textContent ?? ''),
      }));
      assert.equal(
        said.bars.reduce((sum, bar) => sum + parseInt(bar, 10), 0),
        30,
      );
      assert.match(said.facts[0], /^\d+ of 30 \([\d.]+%\) get every example right\. Only the start differs from run to run: it decides\.$/);
      assert.deepEqual(said.kinds, ['2 different30']);
      if (name === 'chromium') assert.deepEqual(await axeViolations(page, '#panel-seeds'), []);
      const [, from, to, seed] = /J from ([\d.]+) to ([\d.]+): open seed (\d+)/.exec(said.bars[0]) ?? [];
      await page.click('.seeds-bar');
      await page.waitFor(() => document.getElementById('step')?.dataset.value === '500');
      const { exactLoss } = await read(page);
      assert.ok(exactLoss >= Number(from) && exactLoss < Number(to), `${exactLoss} is from ${from} to ${to}`);
      assert.equal(await page.evaluate(() => /** @type {HTMLInputElement} */ (document.getElementById('seed')).value), seed);
    });

    panelTest('seeds', 'compares widths on the coffee data, refuses bad numbers, and can be canceled', async (page) => {
      await enter(page, '[name="seeds-amount"]', '20000');
      assert.notEqual(await complaint(page, '[name="seeds-amount"]'), '');
      await enter(page, '[name="seeds-amount"]', '5');
      await page.click('.seeds-compare .job button');
      await page.waitFor(() => document.querySelector('.seeds-compare .job-status')?.textContent === '25 runs done.');
      const rows = await page.evaluate(() =>
        [...document.querySelectorAll('.seeds-widths tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent)),
      );
      assert.deepEqual(
        rows.map(([neurons]) => neurons),
        ['1', '2', '3', '6', '3, tied'],
      );
      assert.ok(
        rows.every((cells) => cells.slice(1, 4).every((cell) => /^[\d.]+%$/.test(cell ?? ''))),
        JSON.stringify(rows),
      );
      await enter(page, '[name="seeds-amount"]', '10000');
      await enter(page, '[name="seeds-steps"]', '1000000');
      await page.click('#panel-seeds .job button');
      await page.click('#panel-seeds .job button:not([hidden])');
      await page.waitFor(() => document.querySelector('#panel-seeds .job-status')?.textContent === 'Canceled.');
    });
  });
}

describe('with the panel of what breaks a tie', () => {
  const { panelTest } = useSite('chromium');

  panelTest(
    'seeds',
    'at 320 px both panels of runs keep to the width of the page',
    async (page) => {
      await unfold(page, 'breaks');
      await enter(page, '[name="seeds-amount"]', '5');
      await page.click('#panel-seeds .job button');
      await page.waitFor(() => document.querySelector('#panel-seeds .job-status')?.textContent === '5 runs done.');
      assert.equal(await overflowOf(page), 0);
      for (const panel of ['seeds', 'breaks']) assert.deepEqual(await smallControls(page, `#panel-${panel}`), []);
      assert.deepEqual(await axeViolations(page, '#lab'), []);
    },
    { width: 320, height: 740, colorScheme: 'dark' },
  );
});
