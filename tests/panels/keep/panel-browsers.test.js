/** Keeping and sharing in Chromium: links, files, pictures and programs, as a person uses them. */
import assert from 'node:assert/strict';
import { HOMEWORK_LINK } from '../../support/homework.js';
import { enter, read, textOf, train, unfold, useSite, whole } from '../../support/page.js';
import { testPanelLook } from '../../support/panel-look.js';
import { tiedExperiment } from '../../support/shared.js';

/** @typedef {import('../../support/browsers.js').Page} Page */

const site = useSite('chromium');
const { pageTest, panelTest } = site;

/** What is copied or saved from now on is kept in the page for the test. @param {Page} page */
const catchFiles = (page) =>
  page.evaluate(() => {
    const kept = /** @type {any} */ (window);
    kept.copied = [];
    kept.saved = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (/** @type {string} */ text) => kept.copied.push(text) },
    });
    HTMLAnchorElement.prototype.click = function click() {
      kept.saved.push(this.download);
    };
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      kept.blob = blob;
      return make(blob);
    };
  });
const copied = (/** @type {Page} */ page) => page.waitFor(() => /** @type {any} */ (window).copied.pop());
const saved = (/** @type {Page} */ page) =>
  page.waitFor(async () => {
    const name = /** @type {any} */ (window).saved.pop();
    return name && { name, text: await /** @type {any} */ (window).blob.text() };
  });

const open = async (/** @type {Page} */ page) => {
  await unfold(page, 'keep');
  await page.waitFor(() => Boolean(document.querySelector('.keep-program')?.textContent));
};
/** Presses the panel's button of this name. @param {Page} page @param {string} name */
const press = async (page, name) => {
  await page.evaluate((wanted) => {
    const found = [...document.querySelectorAll('.keep button')].find(({ textContent }) => textContent === wanted);
    document.querySelector('[data-wanted]')?.removeAttribute('data-wanted');
    /** @type {HTMLElement} */ (found).dataset.wanted = '';
  }, name);
  await page.click('[data-wanted]');
};

pageTest('copies a link to the steps taken, and the fingerprint with them', async (page) => {
  await open(page);
  await catchFiles(page);
  await page.click('[data-action="step"]');
  await page.click('[data-action="step"]');
  await press(page, 'Copy link');
  const link = await copied(page);
  assert.ok(link.startsWith(`${site.url}#run=a`) && link.endsWith('&steps=2') && link.length < 150, link);
  const { fingerprint } = await read(page);
  await press(page, 'Copy fingerprint');
  assert.equal(await copied(page), `After 2 steps: ${fingerprint}`);
  await page.goto('about:blank');
  await page.goto(link);
  await whole(page);
  await train(page);
  assert.equal((await read(page)).fingerprint, fingerprint);
});

pageTest('shows and selects the link where copying is forbidden', async (page) => {
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.click('[data-action="copy-link"]');
  const selected = await page.waitFor(() => {
    const field = /** @type {HTMLInputElement | null} */ (document.querySelector('#link'));
    return field !== null && document.activeElement === field && field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
  });
  assert.match(selected, /^http.*#run=a/);
  assert.match(await textOf(page, '#foot .copy-note'), /Ctrl\+C/);
});

pageTest('saves an experiment, opens it from a file, a drop and a paste, and refuses what is none', async (page) => {
  await open(page);
  await catchFiles(page);
  await enter(page, '[name="w6"]', '-0.3');
  const edited = await read(page);
  await press(page, 'Save as JSON');
  const { name, text } = await saved(page);
  assert.equal(name, 'twin-neurons-2-2-1.json');
  /** @param {'drop' | 'change'} way @param {string} content */
  const give = (way, content) =>
    page.evaluate(
      (how, inside) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([inside], 'experiment.json'));
        if (how === 'drop')
          return void document
            .querySelector('.keep')
            ?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
        const input = /** @type {HTMLInputElement} */ (document.querySelector('#open-file'));
        input.files = dataTransfer.files;
        input.dispatchEvent(new Event('change'));
      },
      way,
      content,
    );
  for (const way of /** @type {const} */ (['change', 'drop'])) {
    await page.click('[data-preset="zeros"]');
    await give(way, text);
    await page.waitFor(() => document.querySelector('.keep-file [role="status"]')?.textContent !== '');
    assert.deepEqual((await read(page)).values, edited.values, way);
    await give(way, text.slice(0, -10));
    await page.waitFor(() => document.getElementById('open-error')?.hidden === false);
    assert.match(await textOf(page, '#open-error'), /not JSON: in line \d+, column \d+/);
    assert.deepEqual((await read(page)).values, edited.values, `${way}: what was there stays`);
  }
  await page.fill('#open-text', HOMEWORK_LINK);
  await press(page, 'Open');
  assert.equal((await read(page)).values.w6, Math.PI);
});

pageTest('gives each chart as a picture, and the history as a table', async (page) => {
  await open(page);
  await catchFiles(page);
  await train(page);
  for (const kind of ['weights', 'distance', 'loss']) {
    await page.click(`[data-picture="${kind}"]`);
    const { name } = await saved(page);
    assert.equal(name, `twin-neurons-2-2-1.${kind}.png`);
    const { width, height, colors } = await page.evaluate(async () => {
      const bitmap = await createImageBitmap(/** @type {any} */ (window).blob);
      const context = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d'));
      context.drawImage(bitmap, 0, 0);
      const pixels = new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer);
      return { width: bitmap.width, height: bitmap.height, colors: new Set(pixels).size };
    });
    assert.ok(width > 300 && height > 100 && colors > 10, `${kind}: ${width} × ${height}, ${colors} colors`);
  }
  await press(page, 'History (CSV)');
  const { name, text } = await saved(page);
  const last = text.trim().split('\n').pop()?.split(',').map(Number) ?? [];
  const { exactLoss, values } = await read(page);
  assert.equal(name, 'twin-neurons-2-2-1.csv');
  assert.deepEqual(last, [2000, exactLoss, ...Object.values(values)]);
  await page.click('[data-preset="logistic"]');
  assert.equal(
    await page.evaluate(() => /** @type {HTMLButtonElement} */ (document.querySelector('[data-picture="distance"]')).disabled),
    true,
  );
});

pageTest('writes the run as a program for each library, and says why it cannot where it cannot', async (page) => {
  await open(page);
  await catchFiles(page);
  await page.click('[data-action="step"]');
  const { exactLoss } = await read(page);
  for (const [library, words] of [
    ['numpy', 'import numpy as np'],
    ['pytorch', 'torch.optim.SGD'],
    ['keras', 'tf.keras.Sequential'],
  ]) {
    await page.select('[name="library"]', library);
    await press(page, 'Copy program');
    const program = await copied(page);
    assert.ok(program.includes(words) && program.includes('STEPS = 1\n') && program.includes(`J = ${exactLoss}`), library);
    assert.equal(program, await textOf(page, '.keep-program'));
    await press(page, 'Save as .py');
    assert.deepEqual(await saved(page), { name: `twin-neurons-2-2-1.${library}.py`, text: program });
  }
  await page.fill('#open-text', JSON.stringify(tiedExperiment({ training: { dropout: { rate: 0.5 } } })));
  await press(page, 'Open');
  assert.match(await textOf(page, '.keep-python .note'), /no program with dropout/);
});

testPanelLook(panelTest, 'keep', async (page) => {
  await open(page);
  await page.fill('#open-text', 'nothing of the kind');
  await press(page, 'Open');
});
