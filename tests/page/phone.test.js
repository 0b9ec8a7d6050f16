/** The page on a phone: a narrow screen, and fingers instead of a pointer. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parseExperiment, writeLink } from 'twin-neurons';
import { openSite, read, unfold } from '../support/page.js';

describe('the page on a phone', () => {
  /** @type {Awaited<ReturnType<typeof openSite>>} */
  let site;
  before(async () => {
    site = await openSite('chromium');
  });
  after(() => site?.close());

  test('is used by touch: a start is chosen, trained and reset, a weight is typed, a panel unfolded', async () => {
    const page = await site.open({ width: 360, height: 740, touch: true });
    await page.tap('[data-preset="outgoing-apart"]');
    await page.select('[name="speed"]', 'Infinity');
    await page.tap('[data-action="train"]');
    await page.waitFor(() => document.getElementById('step')?.dataset.value === '2000');
    assert.match((await read(page)).verdict ?? '', /apart/);
    await page.tap('[data-action="reset"]');
    assert.equal((await read(page)).exactStep, 0);
    await page.tap('[name="w6"]');
    await page.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector('[name="w6"]')).select());
    await page.type('0,6');
    await page.press('Enter');
    assert.equal((await read(page)).values.w6, 0.6);
    await page.tap('[data-action="train"]');
    await page.waitFor(() => document.getElementById('step')?.dataset.value === '2000');
    assert.match((await read(page)).verdict ?? '', /exactly tied/);
    await page.tap('#panel-ties > summary');
    await page.waitFor(() => document.querySelector('#panel-ties > .panel-body')?.childElementCount);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
    assert.deepEqual(await page.errors(), []);
    await page.close();
  });

  test('has nothing to touch that is smaller than 24 px', async () => {
    const page = await site.open({ width: 360, height: 740, touch: true });
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, input, select, summary')]
        .filter((control) => control.getClientRects().length > 0)
        .filter((control) => Math.min(control.getBoundingClientRect().width, control.getBoundingClientRect().height) < 24)
        // A box that belongs to its label is touched by the label.
        .filter((control) => !(control.closest('label') ?? document.querySelector(`label[for="${control.id}"]`)))
        .map((control) => control.outerHTML.slice(0, 90)),
    );
    assert.deepEqual(small, []);
    await page.close();
  });

  test('has nothing that sticks out at the largest network, the chain rule of it unfolded', async () => {
    const network = { inputs: 2, hidden: Array(8).fill(128), outputs: 1, activation: /** @type {const} */ ('tanh') };
    const largest = parseExperiment({ version: 1, network, data: { set: 'xor' }, init: { scheme: 'constant', value: 0.1 } });
    const page = await site.open({ address: `#run=${writeLink(largest)}`, width: 360, height: 740 });
    await page.waitFor(() => (document.querySelector('#panel-chain .factor-formula math')?.getBoundingClientRect().width ?? 0) > 100);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
    await page.close();
  });

  for (const lang of ['en', 'es'])
    test(`has nothing that sticks out where a reader spaces the letters: the chain of two layers, unfolded, in ${lang}`, async () => {
      const page = await site.open({ address: `?preset=outgoing-apart&lang=${lang}`, width: 360, height: 740 });
      await page.select('[name="data"]', 'demand');
      await page.click('[data-reshape="add"]');
      await unfold(page, 'chain');
      // As WCAG 1.4.12 has it.
      await page.evaluate(() => {
        const spacing = new CSSStyleSheet();
        spacing.replaceSync(
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }',
        );
        document.adoptedStyleSheets.push(spacing);
        for (const fold of document.querySelectorAll('#panel-chain details')) fold.setAttribute('open', '');
      });
      await page.waitFor(() => document.querySelectorAll('.chain-paths .formula.path, .chain-forward .formula').length > 8);
      const out = await page.evaluate(() => [
        document.documentElement.scrollWidth - document.documentElement.clientWidth,
        // The starts are a row that scrolls.
        ...[...document.querySelectorAll('main *, .controls *')]
          .filter((each) => each.checkVisibility() && each.closest('.presets') === null && each.getBoundingClientRect().width > 0)
          .filter(
            (each) => each.getBoundingClientRect().right > innerWidth || (each.tagName === 'BUTTON' && each.scrollWidth > each.clientWidth),
          )
          .map((each) => each.outerHTML.slice(0, 90)),
      ]);
      assert.deepEqual(out, [0]);
      assert.deepEqual(await page.errors(), []);
      await page.close();
    });
});
