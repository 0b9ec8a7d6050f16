/** Where the neurons point, and what ReLU neurons keep, in Chromium: by what a person sees, in both languages, by keyboard and on paper. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { writeLink } from '../../../web/experiment/link.js';
import { parseExperiment } from '../../../web/experiment/experiment.js';
import { axeViolations, overflowOf, smallControls, textOf, train, unfold, useSite } from '../../support/page.js';

/** @typedef {import('../../support/browsers.js').Page} Page */

/** @param {{ network?: object, data?: object, init?: object, training?: object }} [change] */
const tiny = ({ network = {}, data = { set: 'or' }, init = {}, training = {} } = {}) =>
  parseExperiment({
    version: 1,
    network: { inputs: 2, hidden: [8], outputs: 1, activation: 'tanh', bias: true, ...network },
    data,
    init: { scheme: 'normal', seed: 1, scale: 1e-3, ...init },
    training: { learningRate: 0.5, ...training },
  });

const relu = tiny({
  network: { hidden: [2], activation: 'relu' },
  data: { set: 'and' },
  init: { scheme: 'he-normal', seed: 11, scale: 1 },
  training: { learningRate: 0.05 },
});

/** @param {Page} page */
const look = (page) =>
  page.evaluate(() => {
    const texts = (/** @type {string} */ selector) => [...document.querySelectorAll(selector)].map((each) => each.textContent ?? '');
    return {
      arrows: texts('.directions .dial-arrow text'),
      axes: texts('.directions .dial-feature'),
      words: texts('.directions-words')[0],
      growth: texts('#push')[0],
      table: [...document.querySelectorAll('.directions .table-box tr')].map((row) => [...row.children].map((cell) => cell.textContent)),
      kept: [...document.querySelectorAll('.kept-numbers tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent)),
      why: texts('.kept-numbers > .note')[0],
    };
  });

describe('where the neurons point', () => {
  const site = useSite('chromium');

  /**
   * @param {string} name
   * @param {import('../../../web/experiment/experiment.js').Experiment} experiment
   * @param {number} steps
   * @param {(page: Page) => Promise<void>} body
   * @param {import('../../support/browsers.js').PageOptions & { lang?: string }} [options]
   */
  const directionsTest = (name, experiment, steps, body, { lang = 'en', ...options } = {}) =>
    site.panelTest(
      'pictures',
      name,
      async (page) => {
        await page.waitFor(() => document.querySelector('.directions .dial-arrow') !== null);
        await body(page);
      },
      { ...options, address: `?lang=${lang}#run=${writeLink(experiment)}&steps=${steps}` },
    );

  directionsTest('is drawn live, and the growth that a tiny start predicts stands beside the one measured', tiny(), 32, async (page) => {
    const start = await look(page);
    assert.deepEqual(start.arrows, ['1', '2', '3', '4', '5', '6', '7', '8']);
    assert.deepEqual(start.axes, ['x1', 'x2']);
    assert.equal(start.words, 'After 0 steps the neurons are on one line to 0.628 of 1.');
    assert.match(start.growth, /a factor of 1\.\d{4} a step\. Measured: nothing yet\./);
    await train(page);
    const { words, growth } = await look(page);
    assert.match(words, /^After 32 steps the neurons are on one line to 0\.\d{3} of 1\.$/);
    const [, predicted, measured] = /factor of (1\.\d+) a step\. Measured from step 29 to 32: (1\.\d+) a step\.$/.exec(growth) ?? [];
    assert.ok(Math.abs(Number(predicted) - 1.0884) < 0.003 && Math.abs(Number(measured) - Number(predicted)) < 0.003, growth);
    assert.match((await look(page)).why, /these do not/);
  });

  directionsTest(
    'has a table that the keyboard opens; where the weights are not tiny any more nothing is predicted',
    tiny(),
    300,
    async (page) => {
      await train(page);
      assert.match((await look(page)).growth, /^No growth is predicted: that is for tiny weights/);
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('.directions .quiet-button')).focus());
      await page.press('Enter');
      const { table } = await look(page);
      assert.deepEqual(table[0], ['Neuron', 'Angle', 'Size of its weights']);
      assert.equal(table.length, 9);
      assert.match(String(table[1][1]), /^−?\d+°$/);
    },
  );

  directionsTest(
    'of more than two inputs, the angle to the first neuron is drawn, for the layer that is chosen',
    tiny({ network: { inputs: 4, hidden: [5, 3] }, data: { set: 'demand' }, init: { scale: 1 } }),
    10,
    async (page) => {
      assert.deepEqual((await look(page)).axes, ['Angle to neuron 1', '']);
      assert.match((await look(page)).growth, /one hidden layer/);
      await page.select('[name="directions-layer"]', '2');
      const second = await look(page);
      assert.deepEqual(
        [second.arrows, second.axes],
        [
          ['6', '7', '8'],
          ['Angle to neuron 6', ''],
        ],
      );
    },
  );

  directionsTest('ReLU neurons show the number that they keep, and what it bars', relu, 200, async (page) => {
    const start = (await look(page)).kept;
    assert.deepEqual(
      start.map(([neuron, number, sign]) => [neuron, number, sign]),
      [
        ['1', '−0.0327', 'keeps its sign, in small steps'],
        ['2', '2.5517', 'may change its sign'],
      ],
    );
    await page.click('[data-action="step"]');
    const next = (await look(page)).kept;
    start.forEach((row, at) => {
      const [before, drift, now] = [row[1], row[3], next[at][1]].map((text) => Number(String(text).replace('−', '-')));
      assert.ok(Math.abs(before + drift - now) < 1.5e-4, `${row} ${next[at]}`);
    });
    await unfold(page, 'training');
    await page.select('[name="optimizer"]', 'adam');
    const adam = await look(page);
    assert.match(adam.why, /^Under plain gradient descent these neurons would keep a number each\./);
    assert.equal(await page.evaluate(() => document.querySelector('.kept-numbers .table-scroll')?.checkVisibility()), false);
    await page.click('[data-action="undo"]');
    assert.equal((await look(page)).kept[0][2], 'keeps its sign, in small steps');
  });

  directionsTest('is not there without a hidden layer, and comes back with one', tiny(), 10, async (page) => {
    await page.select('[name="hidden"]', '0');
    assert.equal(await page.evaluate(() => document.querySelector('.directions')?.checkVisibility()), false);
    await page.click('[data-action="undo"]');
    assert.equal((await look(page)).arrows.length, 8);
  });

  for (const lang of ['en', 'es'])
    for (const colorScheme of /** @type {const} */ (['light', 'dark']))
      directionsTest(
        `in "${lang}", ${colorScheme}, at 320 px: axe finds nothing wrong, nothing is cut off, every control can be hit`,
        relu,
        20,
        async (page) => {
          await page.click('.directions .quiet-button');
          assert.deepEqual(await axeViolations(page, '#panel-pictures'), []);
          assert.equal(await overflowOf(page), 0);
          assert.deepEqual(await smallControls(page, '#panel-pictures'), []);
          assert.match(await textOf(page, '.kept-numbers'), lang === 'en' ? /keeps its sign/ : /conserva su signo/);
        },
        { lang, colorScheme, width: 320, height: 700 },
      );
});
