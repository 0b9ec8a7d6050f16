/** Two runs beside each other: what differs between two experiments, the swap test, and the panel by what a person sees. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { differences, startOf } from '../../../web/experiment/compare.js';
import { parseExperiment } from '../../../web/experiment/experiment.js';
import { messages as pageMessages } from '../../../web/messages/en/page.js';
import { labMessages } from '../../../web/messages/en/lab.js';
import { PRESETS } from '../../../web/experiment/presets.js';
import { compareSwapped, findSwap, swappedPlaces, withSwappedUnits } from '../../../web/ties/swap-test.js';
import { axeViolations, enter, openSite, read, train, unfold } from '../../support/page.js';

const messages = { ...pageMessages, ...labMessages };

/** @typedef {import('../../support/browsers.js').Page} Page */
/** @typedef {import('../../../web/experiment/compare.js').Side} Side */

/** The package's lab, typed as the page's own module: they are the same code. @type {import('../../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

/** @type {any} */
const TIED = PRESETS[0].experiment;

/** @param {any} experiment @returns {Side} */
function sideOf(experiment) {
  const run = lab.start(experiment);
  const start = run.parameters();
  run.close();
  return { experiment: run.experiment, start };
}

/**
 * What the page says of the difference.
 * @param {any} before
 * @param {any} now
 */
function said(before, now) {
  return differences(sideOf(before), sideOf(now)).map((difference) => messages.compare.sentence(difference, messages));
}

/** @param {any} experiment @param {number} steps */
function trained(experiment, steps) {
  const run = lab.start(experiment);
  const start = run.parameters();
  run.train(steps);
  const result = {
    experiment: run.experiment,
    start,
    values: run.parameters(),
    loss: run.loss(),
    names: run.names,
    history: run.history(),
  };
  run.close();
  return result;
}

describe('the difference of two experiments, in words', () => {
  const init = { scheme: 'uniform', scale: 1, seed: 42 };
  const training = TIED.training;
  /** @type {[string, any, any, string[]][]} */
  const cases = [
    ['nothing', TIED, TIED, []],
    ['the name is no difference', TIED, { ...TIED, name: 'other' }, []],
    ['a weight', TIED, { ...TIED, init: { ...TIED.init, set: { w6: -0.3 } } }, ['w6 at the start: \u22120.3 instead of 0.6.']],
    ['the learning rate', TIED, { ...TIED, training: { ...training, learningRate: 1 } }, ['Learning rate \u03b1: 1 instead of 0.5.']],
    [
      'the last bit of a weight',
      TIED,
      { ...TIED, init: { ...TIED.init, nudge: [{ parameter: 'w1', ulps: 1 }] } },
      ['w1 at the start: 0.2, and 2.8e-17 more.'],
    ],
    ['a seed', { ...TIED, init }, { ...TIED, init: { ...init, seed: 43 } }, ['Seed of the random start: 43 instead of 42.']],
    ['the data', TIED, { ...TIED, data: { set: 'and' } }, ['Data: AND instead of XOR.']],
    [
      'a part of the data',
      { ...TIED, data: { set: 'circles' } },
      { ...TIED, data: { set: 'circles', examples: 50 } },
      ['Examples: 50 instead of 200.'],
    ],
    [
      'one of the own examples',
      {
        ...TIED,
        data: {
          x: [
            [0, 0],
            [1, 1],
            [1, 0],
          ],
          y: [0, 1, 1],
        },
      },
      {
        ...TIED,
        data: {
          x: [
            [0, 0],
            [1, 1],
            [1, 0],
          ],
          y: [0, 0, 1],
        },
      },
      ['1 of the 3 examples differs.'],
    ],
    ['the number of neurons', TIED, { ...TIED, network: { ...TIED.network, hidden: [3] }, init }, ['Hidden neurons: 3 instead of 2.']],
    [
      'activation and loss',
      TIED,
      { ...TIED, network: { ...TIED.network, activation: 'tanh' }, loss: 'squared-error' },
      ['Activation: tanh instead of sigmoid.', 'Loss J: squared error instead of cross-entropy.'],
    ],
    ['the biases', TIED, { ...TIED, network: { ...TIED.network, bias: true } }, ['Biases: on instead of off.']],
    ['the optimizer', TIED, { ...TIED, training: { ...training, optimizer: 'adam' } }, ['Optimizer: Adam instead of gradient descent.']],
    ['an option inside another', TIED, { ...TIED, training: { ...training, dropout: { rate: 0.2 } } }, ['Dropout rate: 0.2 instead of 0.']],
    [
      'what holds for one neuron or one weight',
      { ...TIED, training: { ...training, freeze: ['w1'] } },
      { ...TIED, training: { ...training, freeze: ['w5'], unitLearningRates: [{ layer: 1, unit: 2, factor: 0.5 }] } },
      ['w1 is not frozen.', 'w5 is frozen.', 'Learning rate of neuron 2 in layer 1: 0.5 times \u03b1 instead of 1 times \u03b1.'],
    ],
    [
      'many weights',
      { ...TIED, network: { ...TIED.network, hidden: [4] }, init },
      { ...TIED, network: { ...TIED.network, hidden: [4] }, init: { scheme: 'zeros' } },
      ['12 of 12 weights and biases start with another value.'],
    ],
  ];
  for (const [what, before, now, expected] of cases) test(what, () => assert.deepEqual(said(before, now), expected));

  test('every option that the engine has is spoken of by its name', () => {
    for (const { name, minimum, maximum, default: usual } of lab.options.filter((option) => option.name !== 'optimizer')) {
      const [outer, inner] = name.split('.');
      // Whole numbers, such as seeds and sizes, take another whole number; the rest something within their range.
      const whole = Number.isInteger(usual) && maximum > 1e4;
      const other = whole ? usual + 3 : usual === minimum ? (minimum + Math.min(maximum, 1)) / 2 : (usual + minimum) / 2;
      const [sentence] = said(TIED, { ...TIED, training: { ...training, [outer]: inner === undefined ? other : { [inner]: other } } });
      assert.match(sentence ?? '', / instead of /, name);
    }
  });
});

describe('the swap test', () => {
  const random = { ...TIED, init: { scheme: 'uniform', scale: 1, seed: 3 } };
  /** @type {[string, any, import('../../../web/ties/swap-test.js').SwappedUnits, boolean][]} */
  const cases = [
    ['two neurons, no biases: the same bits', random, { layer: 1, units: [1, 2] }, true],
    [
      'with momentum, mini-batches, a frozen weight and a learning rate of its own',
      {
        ...random,
        training: {
          optimizer: 'momentum',
          learningRate: 0.1,
          batchSize: 3,
          freeze: ['w1'],
          unitLearningRates: [{ layer: 1, unit: 2, factor: 0.5 }],
        },
      },
      { layer: 1, units: [1, 2] },
      true,
    ],
    ['three neurons: up to rounding', { ...random, network: { ...random.network, hidden: [3] } }, { layer: 1, units: [1, 3] }, false],
    [
      'with biases, in the second layer: up to rounding',
      { ...random, network: { ...random.network, hidden: [2, 2], bias: true } },
      { layer: 2, units: [1, 2] },
      false,
    ],
  ];
  for (const [what, experiment, swapped, isExact] of cases) {
    test(what, () => {
      const one = trained(experiment, 400);
      const other = trained(withSwappedUnits(one.experiment, one.start, swapped), 400);
      assert.deepEqual(findSwap(one, other), swapped);
      assert.deepEqual(
        [...other.start],
        swappedPlaces(one.experiment.network, swapped).map((place) => one.start[place]),
      );
      assert.notDeepEqual(other.values, one.values);
      const outcome = compareSwapped(one.experiment.network, swapped, one, other);
      assert.equal(outcome.isExact, isExact);
      // Rounding grows along a run; 400 steps of these leave it far below what any chart shows.
      assert.ok(outcome.curves < 1e-10 && outcome.loss < 1e-12, JSON.stringify(outcome));
      if (isExact) assert.deepEqual([outcome.curves, outcome.loss], [0, 0]);
    });
  }

  test('another change is not taken for a swap', () => {
    const one = sideOf(random);
    const exchanged = parseExperiment(withSwappedUnits(one.experiment, one.start, { layer: 1, units: [1, 2] }));
    assert.equal(findSwap(one, one), null);
    assert.equal(findSwap(one, sideOf(TIED)), null);
    assert.equal(findSwap(one, sideOf({ ...exchanged, training: { ...exchanged.training, learningRate: 1 } })), null);
    assert.equal(findSwap(one, sideOf({ ...random, network: { ...random.network, hidden: [3] } })), null);
    assert.notEqual(findSwap(one, sideOf(exchanged)), null);
  });

  test('a start is the first sample of a history', () => {
    const { history, names, start } = trained(random, 5000);
    assert.deepEqual(startOf({ history, names }), [...start]);
  });
});

for (const browser of /** @type {const} */ (['chromium', 'firefox', 'webkit'])) {
  describe(`the page in ${browser}`, () => {
    /** @type {Awaited<ReturnType<typeof openSite>>} */
    let site;
    before(async () => {
      site = await openSite(browser);
    });
    after(() => site?.close());

    test('a kept run stands beside the next one, and the difference in words; swapped neurons swap their curves', async () => {
      const page = await site.open();
      try {
        await page.select('[name="speed"]', 'Infinity');
        await unfold(page, 'compare');
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
        assert.deepEqual(await page.errors(), []);
      } finally {
        await page.close();
      }
    });
  });
}

describe('for everybody', () => {
  /** @type {Awaited<ReturnType<typeof openSite>>} */
  let site;
  before(async () => {
    site = await openSite('chromium');
  });
  after(() => site?.close());

  for (const [width, colorScheme] of /** @type {[number, 'light' | 'dark'][]} */ ([
    [320, 'light'],
    [1280, 'dark'],
  ])) {
    test(`at ${width} px, ${colorScheme}, it fits and axe finds nothing wrong`, async () => {
      const page = await site.open({ width, height: 740, colorScheme });
      try {
        await page.select('[name="speed"]', 'Infinity');
        await unfold(page, 'compare');
        await page.click('[data-preset="random"]');
        await train(page);
        await page.click('[data-action="swap"]');
        await page.waitFor(() => document.querySelector('.swap-outcome')?.textContent?.startsWith('Neurons 1 and 2 have') ?? false);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
        assert.deepEqual(await axeViolations(page, '#panel-compare'), []);
        assert.deepEqual(await axeViolations(page, '#results'), []);
        assert.deepEqual(await page.errors(), []);
      } finally {
        await page.close();
      }
    });
  }
});

/** @param {Page} page @param {string} selector */
function textOf(page, selector) {
  return page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);
}

/** The numbers of the table, the kept run before the present one. @param {Page} page */
function cells(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('.compare-table tbody tr')].map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)),
  );
}
