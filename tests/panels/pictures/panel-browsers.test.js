/** "What did each neuron learn?" in browsers, by what a person sees: the plane, a picture a neuron, the heat map, their tables. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { BROWSERS } from '../../support/browsers.js';
import { axeViolations, complaint, enter, overflowOf, read, train, unfold, useSite } from '../../support/page.js';

/** @typedef {import('../../support/browsers.js').Page} Page */

const PANEL = '#panel-pictures';

/**
 * What the panel says and shows.
 * @param {Page} page
 */
function look(page) {
  return page.evaluate(() => {
    const texts = (/** @type {string} */ selector) =>
      [...document.querySelectorAll(`#panel-pictures ${selector}`)].map((each) => each.textContent ?? '');
    return {
      summary: texts('.plane .summary')[0],
      neurons: texts('figcaption'),
      axes: texts('.axis-title'),
      ticks: texts('.plane-axes text:not(.axis-title)').map((text) => Number(text.replace('\u2212', '-'))),
      classes: texts('.add-classes label'),
      line: document.querySelector('#panel-pictures .plane .level')?.getAttribute('d') ?? '',
      squares: (document.querySelector('#panel-pictures .plane .example-1')?.getAttribute('d') ?? '').split('M').length - 1,
      circles: (document.querySelector('#panel-pictures .plane .example-0')?.getAttribute('d') ?? '').split('M').length - 1,
      heat: texts('.heat tbody tr').length,
    };
  });
}

/**
 * The brightness of the plane's picture at a place, 0 to 255.
 * @param {Page} page
 * @param {number} x 0 at the left
 * @param {number} y 0 at the top
 */
function shadeAt(page, x, y) {
  return page.evaluate(
    (right, down) => {
      const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('#panel-pictures .plane canvas'));
      const [red, green, blue] = canvas.getContext('2d')?.getImageData(right * canvas.width, down * canvas.height, 1, 1).data ?? [0, 0, 0];
      return (red + green + blue) / 3;
    },
    x,
    y,
  );
}

for (const name of BROWSERS) {
  describe(`pictures in ${name}`, () => {
    const { panelTest } = useSite(name);

    panelTest('pictures', 'show what the network has learned, take a new example, and change with the data', async (page) => {
      const tied = await look(page);
      assert.deepEqual(
        tied.neurons,
        ['Neuron 1 = 20.472 to 0.671', 'Neuron 2 = 10.472 to 0.671'],
        'twins have one picture, and say whose twin they are',
      );
      assert.deepEqual([tied.squares, tied.circles], [2, 2]);
      await page.click('[data-preset="logistic"]');
      await train(page);
      const learned = await look(page);
      assert.match(learned.summary, /^4 of 4 examples are on the right side of 0\.5\. /);
      assert.notEqual(learned.line, '');
      assert.equal(
        await page.evaluate(() => document.querySelector('#panel-pictures .neuron-pictures')?.checkVisibility()),
        false,
        'there are no hidden neurons',
      );
      assert.ok((await shadeAt(page, 0.86, 0.14)) < (await shadeAt(page, 0.14, 0.86)) - 20, '1, 1 has a stronger shade than 0, 0');
      await page.click(`${PANEL} .plane .picture`);
      const added = await look(page);
      assert.deepEqual([added.squares, added.circles], [2, 3], 'a click on the middle is a new example of class 1');
      assert.equal((await read(page)).exactStep, 0);
      await page.select('[name="data"]', 'demand');
      assert.equal((await look(page)).heat, 5, 'four features and the bias; no hidden neuron goes to the output');
      assert.deepEqual(await page.errors(), []);
    });
  });
}

describe('pictures in one browser', () => {
  const { panelTest } = useSite('chromium');

  panelTest('pictures', 'coffee has its axes in degrees and minutes, not in what the network gets', async (page) => {
    await page.select('[name="data"]', 'coffee');
    const { axes, ticks } = await look(page);
    assert.match(axes[0], /^temperature \(.+\)$/);
    assert.match(axes[1], /^duration \(.+\)$/);
    assert.ok(Math.max(...ticks) > 200 && Math.min(...ticks) >= 0, String(ticks));
  });

  panelTest('pictures', 'the form adds an example by keyboard alone, in the units of the axes', async (page) => {
    await enter(page, '#field-add-1', '0,25');
    await page.press('Tab');
    await page.type('1/2');
    await page.press('Tab');
    await page.press('Enter');
    await page.waitFor(() => document.querySelector('#panel-pictures .plane .example-1')?.getAttribute('d')?.split('M').length === 4);
    await enter(page, '#field-add-1', 'left');
    assert.notEqual(await complaint(page, '#field-add-1'), '');
    await page.click('[data-action="add-example"]');
    assert.equal((await look(page)).squares + (await look(page)).circles, 5, 'what is no number adds nothing');
  });

  panelTest('pictures', 'more than two features have a heat map with names and signs, which says the weights', async (page) => {
    await page.select('[name="data"]', 'demand');
    await enter(page, '[name="w1"]', '-0.3');
    const rows = await page.evaluate(() =>
      [...document.querySelectorAll('.heat tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent)),
    );
    assert.deepEqual(
      rows.map(([feature]) => feature),
      ['price', 'shipping', 'marketing', 'material', 'to the output'],
    );
    assert.deepEqual(rows[0], ['price', '\u22120.3', '+0.2']);
    assert.deepEqual(rows[4], ['to the output', '+0.6', '+0.6']);
    assert.deepEqual(
      await page.evaluate(() => [...document.querySelectorAll('.heat tbody tr:first-child td')].map((cell) => cell.className)),
      ['minus', 'plus'],
    );
  });

  panelTest('pictures', 'deeper networks show the layer that is chosen', async (page) => {
    await unfold(page, 'network');
    await page.click('[data-action="add-layer"]');
    await enter(page, '#layer-2-units', '20');
    await page.select('[name="picture-layer"]', '2');
    const { neurons } = await look(page);
    assert.equal(neurons.length, 16);
    assert.match(neurons[0], /^Neuron 3 = 4, 5, /);
    assert.match((await page.evaluate(() => document.querySelector('#panel-pictures')?.textContent)) ?? '', /The first 16 of 20 neurons\./);
  });

  panelTest('pictures', 'of several outputs each has its own picture, and examples are not added by class', async (page) => {
    await unfold(page, 'data');
    await page.evaluate(() => {
      const text = /** @type {HTMLTextAreaElement} */ (document.getElementById('data-text'));
      text.value = 'x,y,one,two\n0,0,0,1\n0,1,0,1\n1,1,1,0';
    });
    await page.select('[name="data-targets"]', '2');
    await page.click('[data-action="use-data"]');
    const first = await look(page);
    assert.deepEqual([first.squares, first.circles], [1, 2]);
    await page.select('[name="picture-output"]', '1');
    const second = await look(page);
    assert.deepEqual([second.squares, second.circles], [2, 1]);
    await page.click(`${PANEL} .plane .picture`);
    assert.equal(await page.evaluate(() => document.querySelector('#panel-pictures .add-form')?.checkVisibility()), false);
    assert.deepEqual([(await look(page)).squares, (await look(page)).circles], [2, 1]);
  });

  panelTest('pictures', 'after a reset they are those of the start', async (page) => {
    await page.click('[data-preset="incoming-apart"]');
    const start = await look(page);
    await train(page);
    assert.notDeepEqual((await look(page)).neurons, start.neurons);
    await page.click('[data-action="reset"]');
    assert.deepEqual((await look(page)).neurons, start.neurons);
  });

  panelTest('pictures', 'the table has every example with the activations and the output', async (page) => {
    await page.click(`${PANEL} .panel-body > .quiet-button`);
    const table = await page.evaluate(() =>
      [...document.querySelectorAll('#panel-pictures .table-box tr')].map((row) => [...row.children].map((cell) => cell.textContent)),
    );
    assert.deepEqual(table[0], ['example', 'x1', 'x2', 'y', 'Neuron 1', 'Neuron 2', 'output']);
    assert.equal(table.length, 5);
    assert.deepEqual(table[1].slice(0, 6), ['1', '0', '0', '0', '0.5', '0.5']);
  });

  panelTest('pictures', 'while training they are drawn a few times a second, not every frame', async (page) => {
    await enter(page, '#steps-to-run', '');
    const { drawn, elapsed } = await page.evaluate(async () => {
      const original = CanvasRenderingContext2D.prototype.putImageData;
      let count = 0;
      CanvasRenderingContext2D.prototype.putImageData = function (/** @type {any[]} */ ...rest) {
        count += 1;
        return Reflect.apply(original, this, rest);
      };
      /** @type {HTMLElement | null} */ (document.querySelector('[data-action="train"]'))?.click();
      const before = count;
      const began = performance.now();
      for (let frame = 0; frame < 60; frame += 1) await new Promise((done) => requestAnimationFrame(done));
      return { drawn: count - before, elapsed: performance.now() - began };
    });
    await page.click('[data-action="pause"]');
    assert.ok(drawn <= 3 * (elapsed / 250 + 1), `${drawn} pictures in ${elapsed} ms`);
  });

  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    panelTest(
      'pictures',
      `axe finds nothing wrong, ${colorScheme}, at 320 px nothing is cut off`,
      async (page) => {
        await page.click(`${PANEL} .panel-body > .quiet-button`);
        assert.deepEqual(await axeViolations(page, PANEL), []);
        assert.equal(await overflowOf(page), 0);
        await page.select('[name="data"]', 'demand');
        assert.deepEqual(await axeViolations(page, PANEL), []);
        assert.equal(await overflowOf(page), 0);
      },
      { colorScheme, width: 320, height: 700 },
    );
  }
});
