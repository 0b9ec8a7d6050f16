/** Ties by hand: bits, growth and the changes of a start in Node; the panel in browsers, by what a person sees. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { differingBits, hexFloat, markDifferences, ulpOf, ulpsApart } from '../../../web/base/bits.js';
import { measureGrowth, paceOf } from '../../../web/ties/difference-growth.js';
import { createLocks, withNudge, withParametersAt, withTie, withoutNudges, withoutTie } from '../../../web/ties/tie-edits.js';
import { axeViolations, enter, openSite, read, train, unfold } from '../../support/page.js';
import { tiedExperiment } from '../../support/shared.js';

/** @typedef {import('../../support/browsers.js').Page} Page */

describe('the bits of a number', () => {
  test('are written as C and Python write them, always with all digits', () => {
    for (const [value, text] of /** @type {[number, string][]} */ ([
      [0.2, '0x1.999999999999ap-3'],
      [-0.3, '-0x1.3333333333333p-2'],
      [0.5, '0x1.0000000000000p-1'],
      [0, '0x0.0000000000000p+0'],
      [-0, '-0x0.0000000000000p+0'],
      [1e12, '0x1.d1a94a2000000p+39'],
      [5e-324, '0x0.0000000000001p-1022'],
      [2 ** -1022, '0x1.0000000000000p-1022'],
      [Number.MAX_VALUE, '0x1.fffffffffffffp+1023'],
    ]))
      assert.equal(hexFloat(value), text);
  });

  test('that differ are marked, digit by digit', () => {
    assert.deepEqual(markDifferences(hexFloat(0.2), hexFloat(0.2)), [{ text: '0x1.999999999999ap-3', differs: false }]);
    const next = 0.2 + ulpOf(0.2);
    assert.deepEqual(markDifferences(hexFloat(next), hexFloat(0.2)), [
      { text: '0x1.999999999999', differs: false },
      { text: 'b', differs: true },
      { text: 'p-3', differs: false },
    ]);
    assert.deepEqual(markDifferences(hexFloat(-1), hexFloat(1)), [
      { text: '-', differs: true },
      { text: '0x1.0000000000000p+0', differs: false },
    ]);
    assert.deepEqual(markDifferences(hexFloat(1), hexFloat(1024)).at(-1), { text: 'p+0', differs: true });
  });

  test('are counted, and so are the numbers between two', () => {
    assert.equal(ulpsApart(0.2, 0.2), 0n);
    assert.equal(ulpsApart(0.2, 0.2 + ulpOf(0.2)), 1n);
    assert.equal(ulpsApart(1 - 2 ** -53, 1 + 2 ** -52), 2n);
    assert.equal(ulpsApart(-0, 0), 1n);
    assert.equal(ulpsApart(-5e-324, 5e-324), 3n);
    assert.equal(ulpOf(0.2), 2 ** -55);
    assert.equal(differingBits(0.2, 0.2 + ulpOf(0.2)), 1);
    assert.equal(differingBits(1, -1), 1);
  });
});

describe('growth', () => {
  test('a factor a step is told as doubling or halving', () => {
    assert.deepEqual(paceOf(2), { kind: 'grows', steps: 1, flips: false });
    assert.deepEqual(paceOf(0.5), { kind: 'heals', steps: 1, flips: false });
    assert.deepEqual(paceOf(-2), { kind: 'grows', steps: 1, flips: true });
    assert.equal(Math.round(paceOf(1.0226).steps), 31);
    assert.equal(paceOf(1).kind, 'neither');
    assert.equal(paceOf(1 + 1e-9).kind, 'neither');
  });

  test('is measured at the end of a history, and not where rounding decides', () => {
    const steps = Array.from({ length: 101 }, (_, at) => 10 * at);
    const grown = measureGrowth(steps, (at) => 1e-9 * 1.01 ** steps[at], 1);
    assert.ok('factor' in grown && Math.abs(grown.factor - 1.01) < 1e-9 && grown.to === 1000);
    assert.deepEqual(
      measureGrowth(steps, () => 0, 1),
      { none: 'zero' },
    );
    assert.deepEqual(
      measureGrowth([0, 1], () => 1e-3, 1),
      { none: 'short' },
    );
    assert.deepEqual(
      measureGrowth(steps, () => 2e-16, 1),
      { none: 'rounding' },
    );
  });
});

describe('a start changed by hand', () => {
  /** The package's lab, typed as the page's own module: they are the same code. @type {import('../../../web/engine/lab.js').Lab} */
  let lab;
  before(async () => {
    lab = /** @type {any} */ (await openLab());
  });
  after(() => lab.close());
  const names = ['w1', 'w2', 'w3', 'w4', 'w5', 'w6'];
  /** @type {import('../../../web/ties/tie-edits.js').UnitPair} */
  const pair = { layer: 1, units: [1, 2] };
  const seeded = () => lab.start(/** @type {any} */ ({ ...tiedExperiment(), init: { scheme: 'uniform', seed: 42 } }));
  /** @param {import('../../../web/experiment/experiment.js').ExperimentInput} experiment */
  const startOf = (experiment) => {
    const run = lab.start(experiment);
    const start = { experiment: run.experiment, values: [...run.parameters()] };
    run.close();
    return start;
  };

  test('a tie copies one part of the first neuron, and taking it back restores what was there', () => {
    const run = seeded();
    const before = [...run.parameters()];
    const incoming = startOf(withTie(run.experiment, pair, 'incoming', names));
    assert.deepEqual(incoming.values, [before[0], before[1], before[0], before[1], before[4], before[5]]);
    const both = startOf(withTie(incoming.experiment, pair, 'outgoing', names));
    assert.deepEqual(both.values, [before[0], before[1], before[0], before[1], before[4], before[4]]);
    const freed = withoutTie(both.experiment, pair, 'incoming');
    assert.ok(freed);
    assert.deepEqual(startOf(freed).values, [...before.slice(0, 5), before[4]]);
    assert.equal(withoutTie(run.experiment, pair, 'incoming'), null, 'where nothing is tied, nothing is taken back');
  });

  test('one of three tied neurons is freed alone, and of one part alone', () => {
    const init = { scheme: 'uniform', seed: 42, tie: [{ layer: 1, units: [1, 2, 3], what: ['incoming', 'outgoing'] }] };
    const { experiment } = startOf(/** @type {any} */ ({ ...tiedExperiment({ network: { hidden: [3] } }), init }));
    const freed = withoutTie(experiment, { layer: 1, units: [1, 3] }, 'incoming');
    assert.ok(freed);
    const { values } = startOf(freed);
    assert.deepEqual(values.slice(0, 2), values.slice(2, 4));
    assert.notDeepEqual(values.slice(0, 2), values.slice(4, 6));
    assert.equal(new Set(values.slice(6)).size, 1);
  });

  test('a nudge is exact, another replaces it, and a tie takes it back', () => {
    const { experiment } = startOf(/** @type {any} */ (tiedExperiment()));
    const ulp = startOf(withNudge(experiment, { parameter: 'w1', ulps: 1 }));
    assert.equal(ulp.values[0], 0.2 + ulpOf(0.2));
    const larger = startOf(withNudge(ulp.experiment, { parameter: 'w1', by: 0.125 }));
    assert.equal(larger.values[0], 0.325);
    assert.deepEqual(startOf(withTie(larger.experiment, pair, 'incoming', names)).values, [0.2, 0.4, 0.2, 0.4, 0.6, 0.6]);
    assert.equal(startOf(withoutNudges(larger.experiment)).values[0], 0.2);
  });

  test('locked neurons are edited as one, on both sides', () => {
    const locks = createLocks();
    const deep = { inputs: 2, hidden: [3, 2], outputs: 1, bias: true };
    assert.deepEqual(locks.together(deep, 'w1'), ['w1']);
    locks.set(pair, true);
    assert.ok(locks.has({ layer: 1, units: [2, 1] }));
    assert.deepEqual(locks.together(deep, 'w3'), ['w3', 'w1']);
    assert.deepEqual(locks.together(deep, 'b1'), ['b1', 'b2']);
    assert.deepEqual(locks.together(deep, 'w7'), ['w7', 'w8']);
    locks.set({ layer: 1, units: [2, 3] }, true);
    assert.deepEqual(locks.together(deep, 'w2'), ['w2', 'w4', 'w6']);
    assert.deepEqual(locks.together({ ...deep, hidden: [] }, 'w1'), ['w1']);
    locks.clear();
    assert.deepEqual(locks.together(deep, 'w2'), ['w2']);
    const { experiment, values } = startOf(/** @type {any} */ (tiedExperiment()));
    assert.deepEqual(startOf(withParametersAt(experiment, values, ['w1', 'w3'], 0.7)).values, [0.7, 0.4, 0.7, 0.4, 0.6, 0.6]);
  });
});

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

/** @param {Page} page */
async function openTies(page) {
  await page.select('[name="speed"]', 'Infinity');
  await unfold(page, 'ties');
  await page.waitFor(() => document.querySelector('#tie-lock') !== null);
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
  /** @type {Awaited<ReturnType<typeof openSite>>} */
  let site;
  before(async () => {
    site = await openSite('chromium');
  });
  after(() => site?.close());

  /**
   * @param {string} name
   * @param {(page: Page) => Promise<void>} body
   * @param {import('../../support/browsers.js').PageOptions} [options]
   */
  const panelTest = (name, body, options) =>
    test(name, async () => {
      const page = await site.open(options);
      try {
        await openTies(page);
        await body(page);
        assert.deepEqual(await page.errors(), []);
      } finally {
        await page.close();
      }
    });

  panelTest('switches tie a random start part by part, and give back what was there', async (page) => {
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

  panelTest('where values are equal of themselves, switching off asks for others', async (page) => {
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

  panelTest('a lock makes an edit of one neuron an edit of both', async (page) => {
    await page.click('#tie-lock');
    await enter(page, '[name="w2"]', '0.9');
    const { values, verdict } = await read(page);
    assert.deepEqual([values.w2, values.w4], [0.9, 0.9]);
    assert.match(verdict ?? '', /exactly tied/);
    await page.click('#tie-lock');
    await enter(page, '[name="w2"]', '0.8');
    assert.equal((await read(page)).values.w4, 0.9);
  });

  panelTest('one ulp is nudged, shown in the bits, forecast to grow, and grows so', async (page) => {
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
    assert.equal((await readTies(page)).amount, 'by 1.0e-8');
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

  panelTest('a nudge below the last bit cannot be made', async (page) => {
    await slideNudge(page, 17);
    await page.click('[data-action="nudge"]');
    assert.equal((await read(page)).values.w1, 1.2);
    await slideNudge(page, 1);
    assert.match((await readTies(page)).amount, /less than the last bit of w1/);
    assert.ok(await page.evaluate(() => document.querySelector('[data-action="nudge"]')?.matches(':disabled')));
  });

  panelTest('where no forecast holds, the reason is told; where there are no twins, that is', async (page) => {
    await page.click('[data-preset="outgoing-apart"]');
    assert.match((await readTies(page)).predicted, /^No prediction here: .* at most 0\.001 apart/);
    await page.select('[name="hidden"]', '0');
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('#panel-ties .panel-body > :not([hidden])')].map((part) => part.textContent),
    );
    assert.equal(shown.length, 1);
    assert.match(shown[0] ?? '', /Ties need two hidden neurons/);
  });

  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    panelTest(
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
    panelTest(
      `at ${width} px it fits, with the bits open`,
      async (page) => {
        await page.click('.ties-bits summary');
        await page.click('#tie-incoming');
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
      },
      { width, height: 740 },
    );
  }
});

for (const name of /** @type {const} */ (['firefox', 'webkit'])) {
  test(`ties are made and taken back in ${name}`, async () => {
    const site = await openSite(name);
    try {
      const page = await site.open();
      await openTies(page);
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
      assert.deepEqual(await page.errors(), []);
    } finally {
      await site.close();
    }
  });
}
