/** The page in Chromium, by the numbers and sentences that a person sees; the numbers are those of tests/reference. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { axeViolations, complaint, enter, openSite, read, textOf, train, unfold, useSite } from '../support/page.js';

/** @typedef {import('../support/browsers.js').Page} Page */

const site = useSite('chromium');
const { pageTest } = site;

describe('presets', () => {
  pageTest('tied: exactly tied after 2,000 steps, and the loss of a coin flip', async (page) => {
    assert.deepEqual((await read(page)).shown, { w1: '0.2', w2: '0.4', w3: '0.2', w4: '0.4', w5: '0.6', w6: '0.6' });
    await train(page);
    const { verdict, effective, loss, step, exactLoss, values } = await read(page);
    assert.equal(verdict, 'Neurons 1 and 2 are exactly tied after 2,000 steps (every bit equal).');
    assert.deepEqual([effective, step, loss], ['1 neuron in effect.', '2,000', '0.693147']);
    assert.equal(await textOf(page, '.chart-loss .summary'), '0.751269 \u2192 0.693147 at step 2,000: 2 of 4 right.');
    assert.ok(Math.abs(exactLoss - Math.LN2) < 1e-4 && exactLoss !== Number(loss), 'data-value has full precision');
    assert.deepEqual([values.w1, values.w2, values.w5], [values.w3, values.w4, values.w6]);
    assert.notEqual(values.w1, 0.2, 'it has learned something');
  });

  for (const [id, loss] of [
    ['outgoing-apart', '0.324558'],
    ['incoming-apart', '0.654204'],
  ]) {
    pageTest(`${id}: the neurons part, J ${loss}`, async (page) => {
      await page.click(`[data-preset="${id}"]`);
      await train(page);
      const said = await read(page);
      assert.match(said.verdict ?? '', /^Neurons 1 and 2 are apart: [\d.]+ after 2,000 steps\.$/);
      assert.equal(said.effective, '2 different neurons.');
      assert.equal(said.loss, loss);
    });
  }

  pageTest('logistic: regression from zeros learns AND', async (page) => {
    await page.click('[data-preset="logistic"]');
    assert.deepEqual((await read(page)).shown, { w1: '0', w2: '0', b1: '0' });
    await train(page);
    const { loss, verdict } = await read(page);
    assert.equal(loss, '0.017430');
    assert.match(verdict ?? '', /logistic regression/);
  });

  pageTest('zeros with tanh on AND: only b3 moves', async (page) => {
    await page.click('[data-preset="zeros"]');
    await page.select('[name="activation"]', 'tanh');
    await page.select('[name="data"]', 'and');
    await enter(page, '#steps-to-run', '500');
    await train(page);
    const { loss, values, verdict } = await read(page);
    assert.equal(loss, '0.562335');
    const moved = Object.entries(values).filter(([, value]) => value !== 0);
    assert.deepEqual(
      moved.map(([name]) => name),
      ['b3'],
    );
    assert.match(verdict ?? '', /exactly tied after 500 steps/);
  });

  pageTest('random: the same seed gives the same start, another seed another', async (page) => {
    await page.click('[data-preset="random"]');
    const first = await read(page);
    assert.match(first.verdict ?? '', /apart/);
    await page.click('[data-action="new-start"]');
    const other = await read(page);
    assert.notDeepEqual(other.values, first.values);
    const seed = await page.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector('#seed')).value);
    assert.match(seed, /^\d+$/);
    await enter(page, '#seed', '42');
    assert.deepEqual((await read(page)).values, first.values);
  });
});

describe('with a keyboard', () => {
  pageTest('the first stop leads to Train, and is seen there only', async (page) => {
    const focused = () =>
      page.evaluate(() => {
        const shown = document.activeElement;
        const style = shown === null ? null : getComputedStyle(shown);
        return { text: shown?.textContent, action: shown?.getAttribute('data-action'), clip: style?.clipPath };
      });
    await page.press('Tab');
    assert.deepEqual(await focused(), { text: 'Skip to Train', action: null, clip: 'none' });
    const address = await page.evaluate(() => location.href);
    await page.press('Enter');
    assert.equal((await focused()).action, 'train');
    assert.equal(await page.evaluate(() => location.href), address);
    assert.notEqual(await page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.querySelector('.skip'))).clipPath), 'none');
  });
});

describe('the starting weights', () => {
  pageTest('an edited start is back, to the bit, after training and reset', async (page) => {
    await enter(page, '[name="w6"]', '-0.3');
    await enter(page, '[name="w1"]', '1/3');
    await page.press('Tab');
    const start = await read(page);
    assert.equal(start.values.w1, 1 / 3);
    await train(page);
    const end = await read(page);
    assert.notEqual(end.fingerprint, start.fingerprint);
    await page.click('[data-action="reset"]');
    assert.deepEqual(await read(page), start);
    await train(page);
    assert.deepEqual(await read(page), end, 'and the same run leads to the same bits');
  });

  pageTest('an edit after training goes back to the start with that weight changed', async (page) => {
    await train(page);
    await enter(page, '[name="w6"]', '-0,3');
    const { values, exactStep } = await read(page);
    assert.equal(exactStep, 0);
    assert.deepEqual(values, { w1: 0.2, w2: 0.4, w3: 0.2, w4: 0.4, w5: 0.6, w6: -0.3 });
    await train(page);
    assert.equal((await read(page)).loss, '0.324558');
  });

  pageTest('commas, fractions and arrow keys are understood', async (page) => {
    for (const [text, value] of /** @type {[string, number][]} */ ([
      ['0,5', 0.5],
      ['1/4', 0.25],
      ['\u22122', -2],
      ['1e-3', 0.001],
    ])) {
      await enter(page, '[name="w2"]', text);
      assert.equal((await read(page)).values.w2, value);
    }
    await enter(page, '[name="w2"]', '0.2');
    await page.press('ArrowUp');
    assert.equal((await read(page)).values.w2, 0.3);
    await page.press('Shift+ArrowDown');
    assert.equal((await read(page)).values.w2, -0.7);
    await page.press('Alt+ArrowUp');
    assert.equal((await read(page)).values.w2, -0.69);
    for (const [text, value] of /** @type {[string, number][]} */ ([
      ['\u00BD', 0.5],
      ['1\u20444', 0.25],
      ['\uFF0D\uFF10\uFF0E\uFF15', -0.5],
    ])) {
      await enter(page, '[name="w2"]', text);
      assert.equal((await read(page)).values.w2, value);
    }
    await enter(page, '[name="w2"]', '0.\u200B2');
    assert.match(await complaint(page, '[name="w2"]'), /U\+200B/);
    await page.press('Escape');
  });

  pageTest('as many steps up as down lead back to the same number, to the last bit', async (page) => {
    for (const value of [0.200000000001, 1e-12, 1e-300, 1 / 3, 0.30000000000000004, 123456.789]) {
      await enter(page, '[name="w2"]', String(value));
      for (const key of ['ArrowUp', 'Shift+ArrowUp', 'Alt+ArrowDown', 'Alt+ArrowUp', 'Shift+ArrowDown', 'ArrowDown']) await page.press(key);
      assert.equal((await read(page)).values.w2, value);
      for (const key of ['ArrowDown', 'ArrowUp']) await page.press(key);
      assert.equal((await read(page)).values.w2, value);
    }
  });

  pageTest('a file that is dropped anywhere never opens in place of the page, and a sentence says where it goes', async (page) => {
    const drop = (/** @type {string} */ selector) =>
      page.evaluate((part) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['1,2,0\n3,4,1'], 'own.csv'));
        const events = ['dragover', 'drop'].map((name) => new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
        for (const event of events) document.querySelector(part)?.dispatchEvent(event);
        return events.every(({ defaultPrevented }) => defaultPrevented);
      }, selector);
    const before = await read(page);
    for (const part of ['body', '#network', '[name="w1"]', '#results canvas']) {
      assert.equal(await drop(part), true, part);
      assert.match(await textOf(page, '#refusal'), /Drop a run .* a table onto/);
    }
    assert.equal((await read(page)).fingerprint, before.fingerprint);
    await unfold(page, 'data');
    assert.equal(await drop('#panel-data .data-own'), true);
    await page.waitFor(() => /2 examples read/.test(document.getElementById('data-said')?.textContent ?? ''));
  });

  pageTest('a text that is no number gets its sentence at the field, and the value stays', async (page) => {
    const before = await read(page);
    for (const text of ['abc', '1/0', '1e999', '--1', '']) {
      await enter(page, '[name="w3"]', text);
      assert.notEqual(await complaint(page, '[name="w3"]'), '', text);
      assert.deepEqual((await read(page)).values, before.values, text);
    }
    await page.press('Escape');
    assert.equal(await complaint(page, '[name="w3"]'), '');
    assert.deepEqual((await read(page)).values, before.values);
  });

  pageTest('a number past the engine\u2019s limit is refused at the field', async (page) => {
    await enter(page, '[name="w3"]', '1e300');
    assert.notEqual(await complaint(page, '[name="w3"]'), '');
    assert.equal((await read(page)).values.w3, 0.2);
  });

  pageTest('the focused field has a slider, and it moves the weight', async (page) => {
    await page.click('[name="w1"]');
    await page.drag('.chip.open .slider', 30, 0);
    const { values, exactStep } = await read(page);
    assert.ok(values.w1 > 0.2 && values.w1 <= 2, `${values.w1}`);
    assert.equal(exactStep, 0);
  });

  pageTest('Tab goes from field to field in the order of the numbers', async (page) => {
    await page.select('[name="bias"]', 'on');
    await page.click('[name="w1"]');
    const order = [];
    for (let at = 0; at < 9; at += 1) {
      order.push(await page.evaluate(() => /** @type {HTMLInputElement} */ (document.activeElement).name));
      await page.press('Tab');
    }
    assert.deepEqual(order, ['w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'b1', 'b2', 'b3']);
  });

  pageTest('a difference that no rounded number shows is near-tied, never tied', async (page) => {
    await enter(page, '[name="w3"]', '0.2000029');
    const { verdict, effective } = await read(page);
    assert.equal(verdict, 'Neurons 1 and 2 are near-tied: they differ by 2.9e−6 at the start.');
    assert.match(effective ?? '', /2 different neurons/);
    await enter(page, '[name="w3"]', '0.2');
    assert.match((await read(page)).verdict ?? '', /exactly tied/);
  });
});

describe('training', () => {
  pageTest('Step takes one step, Pause holds a run that has no end, Reset goes back', async (page) => {
    await page.click('[data-action="step"]');
    assert.equal((await read(page)).exactStep, 1);
    await enter(page, '#steps-to-run', '');
    await page.click('[data-action="train"]');
    await page.waitFor(() => Number(document.getElementById('step')?.dataset.value) > 2000);
    await page.click('[data-action="pause"]');
    const { exactStep } = await read(page);
    assert.ok(exactStep > 2000);
    await page.click('[data-action="reset"]');
    assert.equal((await read(page)).exactStep, 0);
  });

  pageTest('a run that diverges stops with a sentence and a remedy, and keeps its history', async (page) => {
    await page.select('[name="activation"]', 'linear');
    await page.select('[name="data"]', 'circles');
    await enter(page, '[name="learning-rate"]', '1000000');
    await train(page);
    const { alert, values, exactStep } = await read(page);
    assert.match(alert ?? '', /^Stopped after \d+ steps?: .* smaller learning rate/);
    assert.ok(Object.values(values).every(Number.isFinite));
    await page.click('.chart-loss .chart-head button');
    const rows = await page.evaluate(() => document.querySelectorAll('.chart-loss tbody tr').length);
    assert.ok(rows >= Math.min(exactStep + 1, 2), `${rows} rows of history`);
    await page.click('[data-action="reset"]');
    assert.equal((await read(page)).alert, '');
  });

  pageTest('every number of hidden neurons shows its fields and counts its groups', async (page) => {
    for (let units = 0; units <= 8; units += 1) {
      await page.select('[name="hidden"]', String(units));
      const { values, effective } = await read(page);
      assert.equal(Object.keys(values).length, units === 0 ? 2 : 3 * units, `${units} neurons`);
      assert.equal(effective === '1 neuron in effect.', units > 0);
    }
    await enter(page, '[name="w1"]', '0.7');
    assert.equal((await read(page)).effective, '2 different neurons.');
    await train(page);
    assert.match((await read(page)).verdict ?? '', /^Neurons 2, 3, 4, 5, 6, 7 and 8 are exactly tied .* Neuron 1 is apart/);
    assert.match((await textOf(page, '.chart-distance .summary')) ?? '', /^2\u20133: Exactly 0 /);
  });

  pageTest('the verdict is read out at events, not at every frame', async (page) => {
    const isBusy = () =>
      page.evaluate(() => [
        document.getElementById('verdict')?.getAttribute('aria-live'),
        document.getElementById('verdict')?.getAttribute('aria-busy'),
      ]);
    assert.deepEqual(await isBusy(), ['polite', 'false']);
    await enter(page, '#steps-to-run', '');
    await page.click('[data-action="train"]');
    assert.deepEqual(await isBusy(), ['off', 'true']);
    await page.click('[data-action="pause"]');
    assert.deepEqual(await isBusy(), ['polite', 'false']);
  });

  pageTest('data tables hold what the charts show', async (page) => {
    await train(page);
    await page.click('.chart-distance .chart-head button');
    const cells = await page.evaluate(() =>
      [...document.querySelectorAll('.chart-distance tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent)),
    );
    assert.deepEqual(cells[0], ['0', '0']);
    assert.deepEqual(cells[cells.length - 1], ['2,000', '0']);
  });

  pageTest('own examples are trained on', async (page) => {
    await page.select('[name="data"]', 'own');
    await enter(page, '[name="example-4-y"]', '1');
    assert.equal((await read(page)).exactStep, 0);
    await train(page);
    const own = await read(page);
    await page.select('[name="data"]', 'or');
    await train(page);
    assert.equal(own.loss, (await read(page)).loss, 'XOR with 1, 1 \u2192 1 is OR');
    await page.select('[name="data"]', 'own');
    await enter(page, '[name="example-1-y"]', '2');
    assert.notEqual(await complaint(page, '[name="example-1-y"]'), '');
  });
});

describe('for everybody', () => {
  for (const width of [320, 360, 768]) {
    pageTest(
      `at ${width} px nothing is cut off, and no field covers another`,
      async (page) => {
        await page.select('[name="bias"]', 'on');
        for (const units of ['0', '1', '2', '3', '8']) {
          await page.select('[name="hidden"]', units);
          const { overflow, overlaps } = await page.evaluate(() => {
            const chips = [...document.querySelectorAll('.chip, .node, .loss-value')].map((chip) => ({
              name: chip.textContent,
              box: chip.getBoundingClientRect(),
            }));
            const overlaps = chips.flatMap((one, at) =>
              chips.slice(at + 1).flatMap((other) => {
                const isApart =
                  one.box.right <= other.box.left + 1 ||
                  other.box.right <= one.box.left + 1 ||
                  one.box.bottom <= other.box.top + 1 ||
                  other.box.bottom <= one.box.top + 1;
                const isFields = one.name?.startsWith('w') || one.name?.startsWith('b');
                return isApart || !isFields ? [] : [`${one.name}/${other.name}`];
              }),
            );
            return { overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth, overlaps };
          });
          assert.equal(overflow, 0, `${units} neurons`);
          assert.deepEqual(overlaps, [], `${units} neurons`);
        }
      },
      { width, height: 740 },
    );
  }

  pageTest('at 1280 by 800 network, verdict, distance and loss are in sight at once', async (page) => {
    const hidden = await page.evaluate(() => {
      const floor = /** @type {HTMLElement} */ (document.getElementById('controls')).getBoundingClientRect().top;
      return ['.stage', '#verdict', '.chart-distance .plot', '.chart-loss .plot'].filter((selector) => {
        const box = document.querySelector(selector)?.getBoundingClientRect();
        return !box || box.top < 0 || box.bottom > floor;
      });
    });
    assert.deepEqual(hidden, []);
  });

  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    pageTest(
      `axe finds nothing wrong, ${colorScheme}`,
      async (page) => {
        const violations = () => axeViolations(page, 'html');
        assert.deepEqual(await violations(), [], 'at the start');
        await train(page);
        await page.click('.chart-weights .chart-head button');
        await page.click('summary');
        await enter(page, '[name="w1"]', 'abc');
        assert.deepEqual(await violations(), [], 'with a table, the examples and a complaint open');
        await page.select('[name="hidden"]', '8');
        assert.deepEqual(await violations(), [], 'with eight neurons');
      },
      { colorScheme },
    );
  }

  /** @param {Page} page @param {string} url what the page says when it cannot start */
  const troubleAt = async (page, url) => {
    await page.goto(url);
    const said = await page.waitFor(() => {
      const trouble = document.getElementById('trouble');
      return trouble && !trouble.hidden && trouble.textContent;
    });
    await page.close();
    return said;
  };

  test('a browser without WebAssembly gets a sentence', async () => {
    const page = await site.newPage();
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
    assert.match(await troubleAt(page, site.url), /WebAssembly/);
  });

  test('an engine that does not load is told, too', async () => {
    const broken = await openSite('chromium', { '/engine.wasm': 'not a module', '/engine-scalar.wasm': 'not a module' });
    try {
      assert.match(await troubleAt(await broken.newPage(), broken.url), /engine did not load/);
    } finally {
      await broken.close();
    }
  });
});
