/** "Change the network" in browsers: what is chosen there is what the engine trains, to the bit. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { BROWSERS } from '../../support/browsers.js';
import { fingerprintAfter } from '../../support/node-runs.js';
import { complaint, enter, paste, read, textOf, train, unfold, useSite, valueOf } from '../../support/page.js';
import { testPanelLook } from '../../support/panel-look.js';
import { tiedExperiment } from '../../support/shared.js';

for (const name of BROWSERS) {
  describe(`network, data and training in ${name}`, () => {
    const { pageTest } = useSite(name);

    pageTest('a deeper network on a table of one\u2019s own, trained by Adam, has the same bits as in Node', async (page) => {
      await unfold(page, 'data');
      await paste(page, '#data-text', 'a;b;"the c";sold\n0,5;1;0;1\n-1;0;1/4;0\n2;2;2;1\n');
      await page.click('[data-action="use-data"]');
      await page.waitFor(() => document.getElementById('data-said')?.textContent?.startsWith('3 examples read'));
      await unfold(page, 'network');
      await page.click('[data-action="add-layer"]');
      await enter(page, '#layer-1-units', '3');
      const w = [
        [
          [0.1, 0.2, 0.3],
          [0.1, 0.2, 0.3],
          [-0.4, 0.5, 1 / 3],
        ],
        [
          [0.7, 0.7, 0.7],
          [0.2, 0.1, 0],
        ],
        [[0.6, -0.6]],
      ];
      await paste(page, '#weights-text', JSON.stringify({ w }));
      await page.click('[data-action="use-weights"]');
      await unfold(page, 'training');
      await page.select('[name="optimizer"]', 'adam');
      await enter(page, '#training-l2', '0.01');
      await enter(page, '#training-batchSize', '2');
      await enter(page, '#steps-to-run', '300');
      await train(page);
      const experiment = tiedExperiment({
        network: { inputs: 3, hidden: [3, 2] },
        data: {
          x: [
            [0.5, 1, 0],
            [-1, 0, 0.25],
            [2, 2, 2],
          ],
          y: [1, 0, 1],
        },
        init: { scheme: 'explicit', w },
        training: { optimizer: 'adam', l2: 0.01, batchSize: 2 },
      });
      assert.equal((await read(page)).fingerprint, await fingerprintAfter(experiment, 300));
      assert.deepEqual(await page.errors(), []);
    });
  });
}

describe('layers, neurons and weights', () => {
  const { panelTest } = useSite('chromium');

  panelTest('network', 'layers and neurons come as twins and go, up to the limits', async (page) => {
    // Eight layers with words under each need the whole width.
    await page.click('.layer-list li .square + input + .square');
    assert.equal((await read(page)).effective, '1 neuron in effect.');
    assert.equal(await valueOf(page, '#layer-1-units'), '3');
    for (let layer = 2; layer <= 8; layer += 1) await page.click('[data-action="add-layer"]');
    assert.equal(
      await page.evaluate(() => /** @type {HTMLButtonElement} */ (document.querySelector('[data-action="add-layer"]')).disabled),
      true,
    );
    assert.equal(await page.evaluate(() => document.querySelectorAll('.layer-effective').length), 8);
    const widths = await page.evaluate(() =>
      [...document.querySelectorAll('.drawing .layer-width')].map((text) => text.lastChild?.textContent),
    );
    assert.deepEqual(widths, Array(8).fill('1 of 3'), 'each layer of the drawing says how many different neurons it has');
    await enter(page, '#layer-2-units', '129');
    assert.match(await complaint(page, '#layer-2-units'), /from 1 to 128/);
    await enter(page, '#layer-2-units', '128');
    assert.equal(await textOf(page, '.layer-list li:nth-child(2) .layer-effective'), '1 in effect');
    for (let layer = 8; layer >= 1; layer -= 1) await page.click('.layer-list li .quiet-button');
    assert.match((await read(page)).verdict ?? '', /logistic regression/);
  });

  panelTest('network', 'the drawing itself adds and removes neurons and layers, by the keyboard too', async (page) => {
    const shape = () =>
      page.evaluate(() => /** @type {HTMLSelectElement} */ (document.querySelector('[name="hidden"]')).selectedOptions[0].textContent);
    await page.click('[aria-label="One neuron more in layer 1"]');
    assert.equal(await shape(), '3');
    assert.match((await read(page)).verdict ?? '', /Neurons 1, 2 and 3 are exactly tied at the start/);
    await page.press('Enter');
    assert.equal(await shape(), '4', 'the focus is still on the button');
    await page.click('#network [aria-label="Add a layer"]');
    assert.equal(await shape(), '4 and 4');
    for (let units = 4; units > 1; units -= 1) await page.click('#network [aria-label="One neuron fewer in layer 2"]');
    await page.click('#network [aria-label="Remove layer 2"]');
    assert.equal(await shape(), '4');
  });

  panelTest('network', 'the weights as text are the present ones; a row too long says which', async (page) => {
    assert.match(await valueOf(page, '#weights-text'), /^layer 1\t.*\nneuron 1 \(w1\u2013w2\)\t0\.2\t0\.4\n/);
    await train(page);
    const trained = await valueOf(page, '#weights-text');
    assert.ok(trained.includes(String((await read(page)).values.w1)), 'every digit of the trained weight');
    await paste(page, '#weights-text', '1,2\n3,4,5\n6,7');
    await page.click('[data-action="use-weights"]');
    assert.equal(await textOf(page, '#weights-said'), 'Row 2 of layer 1 needs 2 weights, got 3.');
    assert.equal((await read(page)).exactStep, 2000, 'what was there before stays');
    await paste(page, '#weights-text', trained);
    await page.click('[data-action="use-weights"]');
    const again = await read(page);
    assert.equal(again.exactStep, 0);
    assert.match(again.verdict ?? '', /exactly tied at the start/);
    await page.select('[name="weights-format"]', 'json');
    assert.deepEqual(JSON.parse(await valueOf(page, '#weights-text')).w[0][0], [again.values.w1, again.values.w2]);
  });

  panelTest('network', 'an output that is not a sigmoid goes with squared error, and back', async (page) => {
    await page.select('[name="output-activation"]', 'linear');
    assert.equal(await valueOf(page, '[name="loss-kind"]'), 'squared-error');
    await page.select('[name="loss-kind"]', 'cross-entropy');
    assert.equal(await valueOf(page, '[name="output-activation"]'), 'sigmoid');
  });

  panelTest('network', 'a start from a range of one’s own has the same bits as in Node, and a new start stays in it', async (page) => {
    await enter(page, '#range-low', '-0,1');
    await enter(page, '#range-high', '0.3');
    await page.click('[data-action="draw-range"]');
    const init = { scheme: 'uniform-range', low: -0.1, high: 0.3 };
    const first = await read(page);
    assert.equal(first.fingerprint, await fingerprintAfter(tiedExperiment({ init }), 0));
    await page.click('[data-action="new-start"]');
    const second = await read(page);
    assert.notEqual(second.fingerprint, first.fingerprint);
    for (const value of Object.values(second.values)) assert.ok(value >= -0.1 && value < 0.3, `${value}`);
  });

  testPanelLook(panelTest, 'network');
});
