/** "Change the network", "Data" and "How it learns" in browsers: what is chosen there is what the engine trains, to the bit. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { axeViolations, complaint, enter, openSite, read, train, unfold } from '../../support/page.js';
import { TIED_WEIGHTS, XOR, tiedExperiment } from '../../support/shared.js';

/** @typedef {import('../../support/browsers.js').Page} Page */

/** @type {Awaited<ReturnType<typeof openLab>>} */
let lab;
before(async () => {
  lab = await openLab();
});
after(() => lab.close());

/**
 * The fingerprint of an experiment after some steps in Node.
 * @param {object} experiment
 * @param {number} steps
 */
function fingerprintOf(experiment, steps) {
  const run = lab.start(experiment);
  try {
    run.train(steps);
    return run.fingerprint();
  } finally {
    run.close();
  }
}

/** @param {Page} page @param {string} selector */
const textOf = (page, selector) => page.evaluate((part) => document.querySelector(part)?.textContent ?? '', selector);
/** @param {Page} page @param {string} selector */
const valueOf = (page, selector) => page.evaluate((part) => /** @type {HTMLInputElement} */ (document.querySelector(part)).value, selector);

/**
 * Puts a text into a text field as pasting does.
 * @param {Page} page
 * @param {string} selector
 * @param {string} text
 */
const paste = (page, selector, text) =>
  page.evaluate(
    (part, pasted) => {
      const field = /** @type {HTMLTextAreaElement} */ (document.querySelector(part));
      field.value = pasted;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    selector,
    text,
  );

for (const name of /** @type {const} */ (['chromium', 'firefox', 'webkit'])) {
  describe(`network, data and training in ${name}`, () => {
    /** @type {Awaited<ReturnType<typeof openSite>>} */
    let site;
    before(async () => {
      site = await openSite(name);
    });
    after(() => site?.close());

    test('a deeper network on a table of one\u2019s own, trained by Adam, has the same bits as in Node', async () => {
      const page = await site.open();
      await page.select('[name="speed"]', 'Infinity');
      await unfold(page, 'data');
      await paste(page, '#data-text', 'a;b;"the c";sold\n0,5;1;0;1\n-1;0;1/4;0\n2;2;2;1\n');
      await page.click('[data-action="use-data"]');
      assert.match(await textOf(page, '#data-said'), /^3 examples read/);
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
      assert.equal((await read(page)).fingerprint, fingerprintOf(experiment, 300));
      assert.deepEqual(await page.errors(), []);
    });
  });
}

describe('panels', () => {
  /** @type {Awaited<ReturnType<typeof openSite>>} */
  let site;
  before(async () => {
    site = await openSite('chromium');
  });
  after(() => site?.close());

  /**
   * @param {string} panel
   * @param {string} name
   * @param {(page: Page) => Promise<void>} body
   * @param {import('../../support/browsers.js').PageOptions} [options]
   */
  function panelTest(panel, name, body, options) {
    test(`${panel}: ${name}`, async () => {
      const page = await site.open(options);
      try {
        await page.select('[name="speed"]', 'Infinity');
        await unfold(page, panel);
        await body(page);
        assert.deepEqual(await page.errors(), []);
      } finally {
        await page.close();
      }
    });
  }

  panelTest('network', 'layers and neurons come as twins and go, up to the limits', async (page) => {
    // Eight layers with words under each need the whole width.
    await page.click('[data-view="lab"]');
    await page.click('.layer-list li .square + input + .square');
    assert.equal((await read(page)).effective, 'The layer acts like 1 neuron.');
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
    assert.deepEqual(widths, Array(8).fill('1 of 3'), 'each layer of the drawing says how many neurons it acts like');
    await enter(page, '#layer-2-units', '129');
    assert.match(await complaint(page, '#layer-2-units'), /from 1 to 128/);
    await enter(page, '#layer-2-units', '128');
    assert.equal(await textOf(page, '.layer-list li:nth-child(2) .layer-effective'), 'acts like 1');
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
      ['1,2,0\n3,1', 'Line 2 has 2 cells, but the first line has 3.'],
      [
        '1,2,0\n3,1,7',
        'Line 2: a target of 7 does not go with cross-entropy, which takes 0 to 1. Choose the loss \u201csquared error\u201d first.',
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

  panelTest('training', 'options that treat neurons alike keep the tie, dropout parts it', async (page) => {
    const options = { optimizer: 'momentum', momentum: 0.5, l1: 0.001, clip: 0.5 };
    await page.select('[name="optimizer"]', 'momentum');
    await enter(page, '#training-momentum', '0.5');
    await enter(page, '#training-l1', '0.001');
    await enter(page, '#training-clip', '0.5');
    await train(page);
    const alike = await read(page);
    assert.match(alike.verdict ?? '', /exactly tied after 2,000 steps/);
    assert.equal(alike.fingerprint, fingerprintOf(tiedExperiment({ training: options }), 2000));
    await enter(page, '#training-dropout-rate', '0,25');
    assert.match(await page.evaluate(() => document.querySelector('#why')?.textContent ?? ''), /can part them/);
    await train(page);
    const parted = await read(page);
    assert.match(parted.verdict ?? '', /apart/);
    assert.equal(parted.fingerprint, fingerprintOf(tiedExperiment({ training: { ...options, dropout: { rate: 0.25, seed: 1 } } }), 2000));
    await enter(page, '#training-dropout-rate', '1');
    assert.notEqual(await complaint(page, '#training-dropout-rate'), '');
    await enter(page, '#training-batchSize', '1.5');
    assert.match(await complaint(page, '#training-batchSize'), /whole number/);
  });

  panelTest('training', 'a frozen weight and a neuron\u2019s own learning rate reach the engine', async (page) => {
    await enter(page, '#training-freeze', 'w5, w99');
    assert.match(await complaint(page, '#training-freeze'), /w99/);
    await enter(page, '#training-freeze', 'W5');
    await enter(page, '#unit-rate-neuron', '2');
    await enter(page, '#unit-rate-factor', '1/4');
    await page.click('[data-action="set-unit-rate"]');
    assert.match(await textOf(page, '.unit-rates'), /^Neuron 2: 0\.25 times/);
    await train(page);
    const { fingerprint, verdict } = await read(page);
    const training = { freeze: ['w5'], unitLearningRates: [{ layer: 1, unit: 2, factor: 0.25 }] };
    assert.equal(fingerprint, fingerprintOf(tiedExperiment({ data: XOR, init: { scheme: 'explicit', w: TIED_WEIGHTS }, training }), 2000));
    assert.match(verdict ?? '', /apart/);
    await page.click('.unit-rates button');
    assert.equal(await textOf(page, '.unit-rates'), '');
  });

  for (const panel of ['network', 'data', 'training']) {
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      panelTest(
        panel,
        `axe finds nothing wrong, ${colorScheme}, and at 320 px nothing is cut off`,
        async (page) => {
          assert.deepEqual(await axeViolations(page, `#panel-${panel}`), []);
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
          const small = await page.evaluate(
            (id) =>
              [...document.querySelectorAll(`#panel-${id} button, #panel-${id} input:not([type="radio"]), #panel-${id} select`)]
                .filter((control) => control.checkVisibility() && control.getBoundingClientRect().height < 24)
                .map((control) => control.id || control.textContent),
            panel,
          );
          assert.deepEqual(small, []);
        },
        { colorScheme, width: 320, height: 700 },
      );
    }
  }
});
