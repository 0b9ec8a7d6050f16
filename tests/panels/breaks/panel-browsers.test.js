/** "What breaks a tie?" in browsers, by what a person sees. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { BROWSERS } from '../../support/browsers.js';
import { axeViolations, complaint, enter, read, unfold, useSite } from '../../support/page.js';
import { BREAK_IT, KEEP_IT } from './answers.js';
import { TIE_BREAKERS } from '../../../web/ties/breakers.js';

/** @typedef {import('../../support/browsers.js').Page} Page */

/**
 * The panel opened, all trials run for so many steps, all cards where they belong, and what its table says.
 * @param {Page} page
 * @param {string} steps
 */
async function runAll(page, steps) {
  await unfold(page, 'breaks');
  await enter(page, '[name="breaks-steps"]', steps);
  await page.click('#panel-breaks .job button');
  await page.waitFor(() => /Of \d+ runs/.test(document.querySelector('#panel-breaks .pile-count')?.textContent ?? ''));
  await page.waitFor(() => document.getAnimations().length === 0);
  await page.click('#panel-breaks .quiet-button[aria-controls]');
  const rows = await page.evaluate(() =>
    [...document.querySelectorAll('#panel-breaks tbody tr')].map((row) => [...row.children].slice(2).map((cell) => cell.textContent ?? '')),
  );
  return Object.fromEntries(TIE_BREAKERS.map(({ id }, at) => [id, rows[at]]));
}

/**
 * What lies on a pile, by the ids of its cards.
 * @param {Page} page
 * @param {string} pile
 */
const cardsOn = (page, pile) =>
  page.evaluate(
    (name) =>
      [...document.querySelectorAll(`#panel-breaks [data-pile="${name}"] [data-change]`)].map(
        (card) => /** @type {HTMLElement} */ (card).dataset.change ?? '',
      ),
    pile,
  );

for (const name of BROWSERS) {
  describe(`the panel in ${name}`, () => {
    const { panelTest } = useSite(name);

    panelTest('breaks', 'answers every row by a run and opens the run behind an answer', async (page) => {
      const table = await runAll(page, '500');
      for (const id of KEEP_IT) assert.deepEqual(table[id], ['No: equal in every bit.', 'never', 'exactly 0'], id);
      for (const id of BREAK_IT) assert.equal(table[id][0], 'Yes.', id);
      assert.deepEqual((await cardsOn(page, 'stays')).sort(), [...KEEP_IT].sort());
      assert.deepEqual((await cardsOn(page, 'breaks')).sort(), [...BREAK_IT, 'one-ulp'].sort());
      if (name === 'chromium') assert.deepEqual(await axeViolations(page, '#panel-breaks'), []);
      assert.match(table['one-ulp'][0] ?? '', /^In the last bits only: they differ by \d\.\de\u22121\d now\.$/);
      const [, , distance] = table.dropout;
      await page.select('[name="speed"]', 'Infinity');
      await page.click('#panel-breaks [data-change="dropout"]');
      await page.click('#panel-breaks .pile-buttons .quiet-button');
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
