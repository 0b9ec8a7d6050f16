/** Ties by hand in browsers: the panel by what a person sees. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { axeViolations, enter, overflowOf, read, train, useSite } from '../../support/page.js';

/** @typedef {import('../../support/browsers.js').Page} Page */

/**
 * What the panel says now.
 * @param {Page} page
 */
function readTies(page) {
  return page.evaluate(() => {
    /** @type {(selector: string) => string} */
    const text = (selector) => document.querySelector(selector)?.textContent ?? '';
    const isOn = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (document.getElementById(id)).checked;
    return {
      incoming: isOn('tie-incoming'),
      bias: isOn('tie-bias'),
      outgoing: isOn('tie-outgoing'),
      meaning: text('#tie-incoming-meaning'),
      ask: document.querySelector('.ties-ask:not([hidden])')?.textContent ?? '',
      amount: text('.ties-nudge output'),
      nudges: text('.ties-nudge > p'),
      predicted: text('#firmness'),
      measured: text('#growth'),
      bits: [...document.querySelectorAll('.ties-bits tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent)),
      marks: [...document.querySelectorAll('.ties-bits mark')].map((mark) => mark.textContent),
    };
  });
}

/** @param {Page} page @param {number} place of the slider */
function slideNudge(page, place) {
  return page.evaluate((value) => {
    const slider = /** @type {HTMLInputElement} */ (document.querySelector('#nudge-amount'));
    slider.value = String(value);
    slider.dispatchEvent(new Event('input'));
  }, place);
}

describe('the panel', () => {
  const { panelTest } = useSite('chromium');

  /**
   * A test of the panel in Chromium.
   * @param {string} name
   * @param {(page: Page) => Promise<void>} body
   * @param {import('../../support/browsers.js').PageOptions} [options]
   */
  const tiesTest = (name, body, options) =>
    panelTest(
      'ties',
      name,
      async (page) => {
        await page.waitFor(() => document.querySelector('#tie-lock') !== null);
        await body(page);
      },
      options,
    );

  tiesTest('switches tie a random start part by part, and give back what was there', async (page) => {
    await page.click('[data-preset="random"]');
    const before = (await read(page)).values;
    const { incoming, outgoing, bias, meaning } = await readTies(page);
    assert.deepEqual([incoming, outgoing, meaning], [false, false, 'w1, w2 ≠ w3, w4']);
    assert.equal(bias, false, 'a network without biases has none to tie');
    await page.click('#tie-incoming');
    const half = await read(page);
    assert.deepEqual([half.values.w3, half.values.w4], [before.w1, before.w2]);
    assert.match(half.verdict ?? '', /apart/);
    await page.click('#tie-outgoing');
    assert.match((await read(page)).verdict ?? '', /exactly tied/);
    await train(page);
    assert.match((await read(page)).verdict ?? '', /exactly tied after 2,000 steps/);
    await page.click('#tie-incoming');
    await page.click('#tie-outgoing');
    assert.deepEqual((await read(page)).values, before);
  });

  tiesTest('where values are equal of themselves, switching off asks for others', async (page) => {
    await page.click('#tie-outgoing');
    const { outgoing, ask } = await readTies(page);
    assert.equal(outgoing, true, 'nothing has changed yet');
    assert.match(ask, /Give neuron 2 other values:/);
    await enter(page, '[name="other-w6"]', '-0,3');
    assert.equal((await read(page)).values.w6, -0.3);
    assert.equal((await readTies(page)).outgoing, false);
    await train(page);
    assert.equal((await read(page)).loss, '0.324558');
  });

  tiesTest('a lock makes an edit of one neuron an edit of both', async (page) => {
    await page.click('#tie-lock');
    await enter(page, '[name="w2"]', '0.9');
    const { values, verdict } = await read(page);
    assert.deepEqual([values.w2, values.w4], [0.9, 0.9]);
    assert.match(verdict ?? '', /exactly tied/);
    await page.click('#tie-lock');
    await enter(page, '[name="w2"]', '0.8');
    assert.equal((await read(page)).values.w4, 0.9);
  });

  tiesTest('one ulp is nudged, shown in the bits, forecast to grow, and grows so', async (page) => {
    await page.click('.ties-bits summary');
    await page.waitFor(() => document.querySelector('.ties-bits tbody') !== null);
    assert.deepEqual((await readTies(page)).bits[0], ['w1 0x1.999999999999ap-3', 'w3 0x1.999999999999ap-3', 'none: every bit equal']);
    await page.click('[data-action="nudge"]');
    const nudged = await readTies(page);
    assert.deepEqual(nudged.bits[0], ['w1 0x1.999999999999bp-3', 'w3 0x1.999999999999ap-3', '1 ulp, 1 bit']);
    assert.deepEqual(nudged.marks, ['b', 'a']);
    assert.match(nudged.nudges, /w1 by 1 ulp/);
    assert.match((await read(page)).verdict ?? '', /near-tied/);
    await slideNudge(page, 9);
    assert.equal((await readTies(page)).amount, 'by 1.0e−8');
    await page.click('[data-action="nudge"]');
    await enter(page, '#steps-to-run', '6000');
    await train(page);
    const { predicted, measured } = await readTies(page);
    /** @type {(sentence: string) => number} */
    const doubling = (sentence) => Number(/(?:double|doubled) every ([\d,.]+) steps/.exec(sentence)?.[1].replaceAll(',', ''));
    // The forecast is of the last step, the measurement of the last 900: the pace changes by less than one hundredth meanwhile.
    assert.ok(Math.abs(doubling(predicted) / doubling(measured) - 1) < 0.01, `${predicted} ${measured}`);
    await page.click('[data-action="nudges-back"]');
    assert.match((await read(page)).verdict ?? '', /exactly tied/);
  });

  tiesTest('a nudge below the last bit cannot be made', async (page) => {
    await slideNudge(page, 17);
    await page.click('[data-action="nudge"]');
    assert.equal((await read(page)).values.w1, 1.2);
    await slideNudge(page, 1);
    assert.match((await readTies(page)).amount, /less than the last bit of w1/);
    assert.ok(await page.evaluate(() => document.querySelector('[data-action="nudge"]')?.matches(':disabled')));
  });

  tiesTest('where no forecast holds, the reason is told; where there are no twins, that is', async (page) => {
    await page.click('[data-preset="outgoing-apart"]');
    assert.match((await readTies(page)).predicted, /^No prediction here: .* at most 0\.001 apart/);
    await page.select('[name="hidden"]', '0');
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('#panel-ties .panel-body > :not([hidden])')].map((part) => part.textContent),
    );
    assert.equal(shown.length, 1);
    assert.match(shown[0] ?? '', /Ties need two hidden neurons/);
  });

  tiesTest('a neuron is cut in two where the run stands: J stays, and undo brings the uncut network back', async (page) => {
    await page.click('[data-preset="random"]');
    const start = await read(page);
    await train(page);
    const before = await read(page);
    const outcome = () => page.evaluate(() => document.querySelector('.split-outcome')?.textContent ?? '');
    const rows = () => page.evaluate(() => [...document.querySelectorAll('.split-table tbody tr')].map((row) => row.textContent ?? ''));
    assert.equal((await rows()).length, 2);
    assert.match((await rows()).join(), /doubles every|not in a million steps|halves/);
    await page.click('[data-action="split"][data-neuron="2"]');
    await page.waitFor(() => document.querySelectorAll('.split-table tbody tr').length === 3);
    assert.match(await outcome(), /^Neuron 2 is cut in two: neuron 3 is its other half\. J is [\d.]+, the same/);
    assert.equal((await read(page)).loss, before.loss);
    assert.match((await read(page)).verdict ?? '', /2 and 3 are (exactly )?tied/);
    await page.click('[data-action="undo"]');
    await page.waitFor(() => document.querySelectorAll('.split-table tbody tr').length === 2);
    assert.equal((await read(page)).loss, start.loss);
    assert.equal(await outcome(), '');
  });

  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    tiesTest(
      `axe finds nothing wrong, ${colorScheme}`,
      async (page) => {
        await page.click('.ties-bits summary');
        await page.click('#tie-incoming');
        assert.deepEqual(await axeViolations(page, '#panel-ties'), []);
      },
      { colorScheme },
    );
  }

  for (const width of [320, 768]) {
    tiesTest(
      `at ${width} px it fits, with the bits open`,
      async (page) => {
        await page.click('.ties-bits summary');
        await page.click('#tie-incoming');
        assert.equal(await overflowOf(page), 0);
      },
      { width, height: 740 },
    );
  }
});

for (const browser of /** @type {const} */ (['firefox', 'webkit'])) {
  describe(`in ${browser}`, () => {
    const { panelTest } = useSite(browser);

    panelTest('ties', 'ties are made and taken back', async (page) => {
      await page.click('[data-preset="random"]');
      const before = (await read(page)).values;
      await page.click('#tie-incoming');
      await page.click('#tie-outgoing');
      assert.match((await read(page)).verdict ?? '', /exactly tied/);
      await page.click('[data-action="nudge"]');
      assert.match((await read(page)).verdict ?? '', /near-tied/);
      await page.click('[data-action="nudges-back"]');
      await page.click('#tie-incoming');
      await page.click('#tie-outgoing');
      assert.deepEqual((await read(page)).values, before);
    });
  });
}
