/**
 * The figures as pictures, by what can be measured: nothing sticks out of its box, no writing covers other writing, marks stand out from the
 * paper, in three sizes, light and dark; and the hands of each, by keyboard and by pointer. The pictures go to .cache/figures/ for the eye.
 */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openFigures } from './figures-page.js';
import { axeViolations } from '../support/page.js';

/** @typedef {import('../support/browsers.js').Page} Page */

const FOLDER = fileURLToPath(new URL('../../.cache/figures/', import.meta.url));
const SIZES = /** @type {const} */ ([
  [1280, 560],
  [768, 480],
  [360, 340],
]);

/** What of the writing in a figure sticks out of its box, and what covers other writing. Runs in the page. */
function measure() {
  /** @type {string[]} */
  const faults = [];
  for (const exhibit of document.querySelectorAll('[data-exhibit]')) {
    const name = exhibit.getAttribute('data-exhibit');
    const box = exhibit.getBoundingClientRect();
    const seen = [
      ...exhibit.querySelectorAll('text, .pile-chip, .pile-card, .plane-times, .plane-share, .plane-base, .plane-tile, p'),
    ].filter(
      (part) => (part.textContent ?? '').trim() !== '' && part.getBoundingClientRect().width > 0 && part.closest('[hidden]') === null,
    );
    // Of writing on the page what is written counts, not the box that it stands in.
    const rects = seen.map((part) => {
      const range = document.createRange();
      range.selectNodeContents(part);
      return { part, rect: (part.matches('text') ? part : range).getBoundingClientRect() };
    });
    for (const { part, rect } of rects) {
      const isOut = rect.left < box.left - 1 || rect.right > box.right + 1 || rect.top < box.top - 2;
      if (isOut) faults.push(`${name}: "${part.textContent}" sticks out`);
      if (part.scrollWidth > part.clientWidth + 1 && part.matches('.pile-chip, .plane-times'))
        faults.push(`${name}: "${part.textContent}" is cut`);
    }
    rects.forEach(({ part, rect }, at) => {
      for (const { part: other, rect: second } of rects.slice(at + 1)) {
        if (part.contains(other) || other.contains(part)) continue;
        const across = Math.min(rect.right, second.right) - Math.max(rect.left, second.left);
        const down = Math.min(rect.bottom, second.bottom) - Math.max(rect.top, second.top);
        // The box of a letter is higher than the letter.
        if (across > 1 && down > 0.34 * Math.min(rect.height, second.height))
          faults.push(`${name}: "${part.textContent}" and "${other.textContent}" cover each other`);
      }
    });
  }
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) faults.push('something sticks out of the page');
  return faults;
}

/** Marks that do not stand out from the paper, 3 : 1. Runs in the page. */
function faintMarks() {
  const luminance = (/** @type {string} */ color) => {
    const [r, g, b] = (color.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
      const value = Number(part) / 255;
      return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paper = luminance(getComputedStyle(document.body).backgroundColor);
  const faint = [
    ...document.querySelectorAll('.thread, .ball, .pull, .plane-border, .signal-node circle, .pulse.minus circle, .twin-dot'),
  ].filter((mark) => {
    const { stroke, fill } = getComputedStyle(mark);
    const own = luminance(mark.matches('.pull, .twin-dot') ? fill : stroke);
    return (Math.max(own, paper) + 0.05) / (Math.min(own, paper) + 0.05) < 3;
  });
  return [...new Set(faint.map((mark) => mark.outerHTML.slice(0, 60)))];
}

/** The words and the tables of all figures. Runs in the page. */
function readAll() {
  const figures = /** @type {Record<string, import('../../web/figures/figure.js').Figure<any>>} */ (/** @type {any} */ (window).figures);
  return Object.entries(figures).map(([name, figure]) => ({ name, words: figure.words(), table: figure.table() }));
}

describe('the figures', () => {
  /** @type {Awaited<ReturnType<typeof openFigures>>} */
  let figures;
  before(async () => {
    await mkdir(FOLDER, { recursive: true });
    figures = await openFigures('chromium');
  });
  after(() => figures?.close());

  /**
   * @param {Page} page
   * @param {string} name
   */
  const words = (page, name) => page.evaluate((which) => /** @type {any} */ (window).figures[which].words(), name);

  for (const kind of ['beads', 'plane', 'signal', 'curves', 'piles'])
    for (const [width, boxHeight] of SIZES)
      for (const colorScheme of /** @type {const} */ (['light', 'dark']))
        test(`${kind}, ${width} px wide, ${colorScheme}: nothing is cut or covered, marks stand out`, async () => {
          const page = await figures.open({ only: kind, boxHeight, width, height: 800, colorScheme, reducedMotion: true });
          if (kind === 'curves') await page.waitFor(() => document.querySelectorAll('canvas[height]').length > 0);
          if (kind === 'piles')
            await page.waitFor(() => /runs/.test(document.querySelector('[data-exhibit="piles: told"] .pile-count')?.textContent ?? ''));
          assert.deepEqual(await page.evaluate(measure), []);
          assert.deepEqual(await page.evaluate(faintMarks), []);
          for (const { name, words: said, table } of await page.evaluate(readAll)) {
            assert.ok(said.length > 20, `${name} says nothing`);
            assert.ok(table.rows.length > 0, `${name} has no table`);
            for (const row of table.rows) assert.equal(row.length, table.head.length, name);
          }
          if (colorScheme === 'light') assert.deepEqual(await axeViolations(page, 'body'), []);
          await page.setViewport(width, await page.evaluate(() => document.documentElement.scrollHeight));
          await page.screenshot(`${FOLDER}${kind}-${width}-${colorScheme}.png`);
          assert.deepEqual(await page.errors(), []);
          await page.close();
        });

  test('beads split when a weight is dragged, and when it is changed by a key', async () => {
    const page = await figures.open({ only: 'beads: equal' });
    const broken = () => page.evaluate(() => document.querySelectorAll('.joint.broken').length);
    assert.equal(await broken(), 0);
    await page.evaluate(() => /** @type {HTMLElement | null} */ (document.querySelector('[data-bead="∂z3/∂a1"]'))?.focus());
    await page.press('ArrowUp');
    assert.equal(await broken(), 1);
    assert.match(await words(page, 'beads: equal'), /they differ.*w5 = 0\.7.*w6 = 0\.6/);
    await page.press('ArrowDown');
    assert.equal(await broken(), 0);
    await page.drag('[data-bead="∂z3/∂a2"]', 0, -40);
    assert.equal(await broken(), 1);
    assert.match(await words(page, 'beads: equal'), /w6 = 1\b/);
    await page.close();
  });

  test('the plane\u2019s neurons swap by two presses of a key, and the answer stays', async () => {
    const page = await figures.open({ only: 'plane: solved' });
    const before = await words(page, 'plane: solved');
    for (const unit of [1, 2]) {
      await page.evaluate((which) => /** @type {HTMLElement | null} */ (document.querySelector(`[data-unit="${which}"]`))?.focus(), unit);
      await page.press('Enter');
    }
    assert.match(
      await page.evaluate(() => document.querySelector('.plane-told')?.textContent ?? ''),
      /^Swapped 1 and 2\. The answer stays/,
    );
    const after_ = await words(page, 'plane: solved');
    assert.notEqual(after_, before);
    assert.equal(after_.split('Neuron 1')[0], before.split('Neuron 1')[0]);
    await page.close();
  });

  test('a card of the piles is put by its button and by dragging, and comes back', async () => {
    const page = await figures.open({ only: 'piles: sorting', reducedMotion: true });
    const sorted = () => page.evaluate(() => document.querySelector('.pile-count')?.textContent);
    assert.equal(await sorted(), '6 of 15 sorted.');
    await page.click('[data-choice="stays"]');
    assert.equal(await sorted(), '7 of 15 sorted.');
    await page.click('[data-pile="stays"] .pile-chip');
    assert.equal(await sorted(), '6 of 15 sorted.');
    await page.close();
  });

  test('the signal goes on by a step and back, and is still where less motion is wished for', async () => {
    const page = await figures.open({ only: 'signal: forward', reducedMotion: true });
    const said = () => page.evaluate(() => document.querySelector('.signal-sentence')?.textContent ?? '');
    assert.match(await said(), /^1 of 7\./);
    const buttons = await page.evaluate(() =>
      [...document.querySelectorAll('.figures > button')].map((button) => [button.textContent, /** @type {HTMLElement} */ (button).hidden]),
    );
    assert.deepEqual(buttons.slice(0, 3), [
      ['Play', true],
      ['Back', false],
      ['Next', false],
    ]);
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelectorAll('.figures > button')[2]).click());
    assert.match(await said(), /^2 of 7\./);
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelectorAll('.figures > button')[1]).click());
    assert.match(await said(), /^1 of 7\./);
    await page.close();
  });

  test('a guess is drawn on the curves, or chosen, and the asked curve is not told before', async () => {
    const page = await figures.open({ only: 'curves: a guess' });
    await page.waitFor(() => document.querySelector('.curves-over.asks') !== null);
    const name = 'curves: a guess is asked for';
    assert.doesNotMatch(await words(page, name), /w5/);
    await page.click('.curves-shapes button');
    assert.match(await words(page, name), /Your guess goes from 0\.7/);
    await page.close();
  });
});
