/** "What breaks a tie?" in browsers, by what a person sees. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { BROWSERS } from '../../support/browsers.js';
import { axeViolations, complaint, enter, read, unfold, useSite } from '../../support/page.js';
import { BREAK_IT, KEEP_IT } from './answers.js';

/** @typedef {import('../../support/browsers.js').Page} Page */

/**
 * The panel opened, all trials run for so many steps, and what its table says.
 * @param {Page} page
 * @param {string} steps
 */
async function runAll(page, steps) {
  await unfold(page, 'breaks');
  await enter(page, '[name="breaks-steps"]', steps);
  await page.click('#panel-breaks .job button');
  await page.waitFor(() => /^Of \d/.test(document.querySelector('#panel-breaks .job-status')?.textContent ?? ''));
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('#panel-breaks tbody tr')].map((row) => [
        /** @type {HTMLElement} */ (row).dataset.change,
        [...row.children].slice(1, 4).map((cell) => cell.textContent),
      ]),
    ),
  );
}

for (const name of BROWSERS) {
  describe(`the panel in ${name}`, () => {
    const { panelTest } = useSite(name);

    panelTest('breaks', 'answers every row by a run and opens the run behind an answer', async (page) => {
      const table = await runAll(page, '500');
      for (const id of KEEP_IT) assert.deepEqual(table[id], ['=No: equal in every bit.', 'never', 'exactly 0'], id);
      for (const id of BREAK_IT) assert.equal(table[id][0], '\u2260Yes.', id);
      if (name === 'chromium') assert.deepEqual(await axeViolations(page, '#panel-breaks'), []);
      assert.match(table['one-ulp'][0] ?? '', /^\u2248In the last bits only: they differ by \d\.\de-1\d now\.$/);
      const [, , distance] = table.dropout;
      await page.select('[name="speed"]', 'Infinity');
      await page.click('[data-change="dropout"] button');
      await page.waitFor(() => document.getElementById('step')?.dataset.value === '500');
      await page.waitFor(() => document.querySelector('[data-action="pause"]:not([hidden])') === null);
      assert.equal((await read(page)).verdict, `Neurons 1 and 2 are apart: ${distance} after 500 steps.`);
    });

    panelTest('breaks', 'refuses a number of steps that is none, can be canceled, and says whose network it took', async (page) => {
      await page.select('[name="hidden"]', '1');
      await runAll(page, '10');
      const base = () => page.evaluate(() => document.querySelector('#panel-breaks .breaks-base')?.textContent ?? '');
      assert.match(await base(), /no two neurons.*XOR, 2-2-1 sigmoid, without biases, \u03b1 0\.5/);
      await page.select('[name="hidden"]', '3');
      assert.match(await base(), /changed since/);
      await enter(page, '[name="breaks-steps"]', '0,5');
      assert.notEqual(await complaint(page, '[name="breaks-steps"]'), '');
      await enter(page, '[name="breaks-steps"]', '100000');
      await page.click('#panel-breaks .job button');
      await page.click('#panel-breaks .job button:not([hidden])');
      await page.waitFor(() => document.querySelector('#panel-breaks .job-status')?.textContent === 'Canceled.');
    });
  });
}
