/** Two runs beside each other, in browsers: the kept run, the difference in words, the swap, by what a person sees. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { BROWSERS } from '../../support/browsers.js';
import { axeViolations, enter, overflowOf, read, textOf, train, useSite } from '../../support/page.js';

/** @typedef {import('../../support/browsers.js').Page} Page */

/** The numbers of the table, the kept run before the present one. @param {Page} page */
function cells(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('.compare-table tbody tr')].map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)),
  );
}

describe('the way between two', () => {
  const { panelTest } = useSite('chromium');

  panelTest('compare', 'to the mirror image the highest place is halfway, where the two are tied; around, J stays', async (page) => {
    await page.click('[data-preset="random"]');
    await train(page);
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('[name="way-to"] option')].map((each) => each.textContent)), [
      'itself, with neurons 1 and 2 swapped',
    ]);
    await page.click('[data-action="walk"]');
    await page.waitFor(() => /highest place/.test(document.querySelector('.way-outcome')?.textContent ?? ''));
    const said = await textOf(page, '.way-outcome');
    assert.match(said, /The highest place is at 50 % of the way, J = [\d.]+; there neurons 1 and 2 are tied, equal in every bit\./);
    assert.match(said, /in six moves with a neuron to spare \(dashed\), J changes by (nothing|at most \d\.\de\u22121[5-9])/);
    assert.match(await textOf(page, '.way-drawn output'), /^50 %: J = .* around, move 4: hand the second/);
    assert.equal(await overflowOf(page), 0);
    assert.deepEqual(await axeViolations(page, '#panel-compare'), []);
    await page.click('[data-action="keep"]');
    assert.equal(await page.evaluate(() => document.querySelector('[name="way-to"] option')?.textContent), 'the kept run');
  });
});

for (const browser of BROWSERS) {
  describe(`the page in ${browser}`, () => {
    const { panelTest } = useSite(browser);

    panelTest(
      'compare',
      'a kept run stands beside the next one, and the difference in words; swapped neurons swap their curves',
      async (page) => {
        assert.match(await textOf(page, '.swap-outcome'), /^Train first/);
        await train(page);
        assert.match(await textOf(page, '.swap-outcome'), /^These two start equal/);
        await page.click('[data-action="keep"]');
        assert.match(await textOf(page, '.chart-loss .summary'), /kept, dotted: 0\.693147/);
        await enter(page, '[name="w6"]', '-0.3');
        assert.equal(await textOf(page, '.difference'), 'w6 at the start: \u22120.3 instead of 0.6.');
        await page.click('[data-action="catch-up"]');
        await page.waitFor(() => document.getElementById('step')?.textContent === '2,000');
        assert.deepEqual((await cells(page)).slice(0, 3), [
          ['2,000', '2,000'],
          ['0.693147', '0.324558'],
          ['Neurons 1 and 2 are exactly tied after 2,000 steps (every bit equal).', (await read(page)).verdict],
        ]);
        await page.click('.chart-loss .chart-head button');
        const table = await page.evaluate(() =>
          [...document.querySelectorAll('.chart-loss tr')].map((row) => [...row.children].map((cell) => cell.textContent)),
        );
        assert.deepEqual(
          [table[0], table[table.length - 1]],
          [
            ['step', 'J', 'J, kept'],
            ['2,000', '0.324558', '0.693147'],
          ],
        );
        const first = await read(page);
        await page.click('[data-action="swap"]');
        await page.waitFor(() => document.querySelector('.swap-outcome')?.textContent?.startsWith('Neurons 1 and 2 have') ?? false);
        const second = await read(page);
        assert.match(
          await textOf(page, '.swap-outcome'),
          /^Neurons 1 and 2 have exchanged their curves, and J is the same: equal in every bit/,
        );
        assert.equal(second.exactLoss, first.exactLoss);
        const { w1, w2, w3, w4, w5, w6 } = first.values;
        assert.deepEqual(second.values, { w1: w3, w2: w4, w3: w1, w4: w2, w5: w6, w6: w5 });
        await page.click('[data-action="forget"]');
        assert.equal(await page.evaluate(() => document.querySelector('.compared')?.hasAttribute('hidden')), true);
      },
    );
  });
}

describe('for everybody', () => {
  const { panelTest } = useSite('chromium');

  for (const [width, colorScheme] of /** @type {[number, 'light' | 'dark'][]} */ ([
    [320, 'light'],
    [1280, 'dark'],
  ])) {
    panelTest('compare', `at ${width} px, ${colorScheme}, it fits and axe finds nothing wrong`, async (page) => {
      await page.click('[data-preset="random"]');
      await train(page);
      await page.click('[data-action="swap"]');
      await page.waitFor(() => document.querySelector('.swap-outcome')?.textContent?.startsWith('Neurons 1 and 2 have') ?? false);
      assert.equal(await overflowOf(page), 0);
      assert.deepEqual(await axeViolations(page, '#panel-compare'), []);
      assert.deepEqual(await axeViolations(page, '#results'), []);
    });
  }
});
