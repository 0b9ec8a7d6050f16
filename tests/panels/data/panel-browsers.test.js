/** "Data" in Chromium: named sets, tables of one's own, and what is refused. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { openLab } from 'twin-neurons';
import { complaint, enter, paste, read, textOf, useSite, valueOf } from '../../support/page.js';
import { testPanelLook } from '../../support/panel-look.js';
import { tiedExperiment } from '../../support/shared.js';

/** @type {Awaited<ReturnType<typeof openLab>>} */
let lab;
before(async () => {
  lab = await openLab();
});
after(() => lab.close());

const { panelTest } = useSite('chromium');

panelTest('data', 'every named set is there, with its size, noise and seed', async (page) => {
  for (const { name, features, examples } of lab.datasets) {
    await page.select('[name="data-set"]', name);
    assert.match(await textOf(page, '#data-now'), new RegExp(`^Now: ${examples} examples, ${features.length} features, 1 target`));
    assert.equal(await valueOf(page, '[name="data"]'), name, 'and the first screen says so');
  }
  await page.select('[name="data-set"]', 'moons');
  await enter(page, '#data-examples', '50');
  await enter(page, '#data-noise', '0,3');
  await enter(page, '#data-seed', '9');
  const moons = tiedExperiment({ data: { set: 'moons', examples: 50, noise: 0.3, seed: 9 } });
  const run = lab.start(moons);
  assert.equal((await read(page)).exactLoss, run.loss());
  run.close();
  await enter(page, '#data-noise', '11');
  assert.notEqual(await complaint(page, '#data-noise'), '');
});

panelTest('data', 'a wrong table is refused with its line, and the examples stay', async (page) => {
  const before = await read(page);
  for (const [text, sentence] of [
    ['a,b,y\n1,2,0\n3,x,1', 'Line 3, column 2: \u201cx\u201d is not a number.'],
    ['1,2,0\n3,1', 'Line 2 has 2 cells, but the first line has 3. Cells are set apart by commas.'],
    [
      '1,2,0\n3,1,7',
      'Line 2: a target of 7 does not go with cross-entropy and sigmoid outputs, which reach 0 to 1. Take linear outputs and the loss \u201csquared error\u201d.',
    ],
    ['', 'There is nothing to read yet. Paste a table, or choose a file.'],
  ]) {
    await paste(page, '#data-text', text);
    await page.click('[data-action="use-data"]');
    assert.equal(await textOf(page, '#data-said'), sentence);
    assert.equal((await read(page)).fingerprint, before.fingerprint);
  }
});

panelTest('data', 'a file is read, the present examples are shown, features come and go', async (page) => {
  await page.evaluate(() => {
    const input = /** @type {HTMLInputElement} */ (document.getElementById('data-file'));
    const transfer = new DataTransfer();
    transfer.items.add(new File(['\uFEFFx;y;z\r\n1,5;2;0\r\n3;4;1\r\n'], 'own.csv', { type: 'text/csv' }));
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await page.waitFor(() => document.getElementById('data-said')?.textContent?.startsWith('2 examples read'));
  await page.click('[data-action="add-feature"]');
  assert.match(await textOf(page, '#data-now'), /3 features/);
  await page.click('[data-action="show-data"]');
  assert.equal(await valueOf(page, '#data-text'), 'x,y,x3,z\n1.5,2,0,0\n3,4,0,1');
  await page.click('[data-action="remove-feature"]');
  await page.click('[data-action="show-data"]');
  await page.click('#data-standardize');
  await page.click('[data-action="use-data"]');
  await page.click('[data-action="show-data"]');
  assert.equal(await valueOf(page, '#data-text'), 'x,y,z\n-1,-1,0\n1,1,1');
});

testPanelLook(panelTest, 'data');
