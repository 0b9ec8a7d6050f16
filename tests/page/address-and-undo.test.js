/** The page and its address, undo and redo, in Chromium, as a person uses them. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { parseLink } from 'twin-neurons';
import { HOMEWORK, HOMEWORK_LINK } from '../support/homework.js';
import { fingerprintAfter } from '../support/node-runs.js';
import { enter, read, textOf, train, useSite } from '../support/page.js';
import { TIED_WEIGHTS } from '../support/shared.js';

/** @typedef {import('../support/browsers.js').Page} Page */

const site = useSite('chromium', {
  files: async () => {
    const html = await readFile(new URL('../../dist/index.html', import.meta.url), 'utf8');
    return {
      '/embed.html': `<!doctype html><title>Course</title><link rel="icon" href="icon.svg"><iframe srcdoc="${html.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`,
    };
  },
});
const { pageTest } = site;

const hashOf = (/** @type {Page} */ page) => page.evaluate(() => location.hash);

const refusalOf = (/** @type {Page} */ page) =>
  page.evaluate(() => (document.getElementById('refusal')?.hidden ? '' : (document.getElementById('refusal')?.textContent ?? '')));

/** Waits until the address has the experiment that is shown. @param {Page} page @param {string} before */
const nextHash = async (page, before) => page.waitFor((old) => location.hash !== old && location.hash, before);

describe('the address', () => {
  pageTest(
    'opens the experiment of a link, to the bit, with its steps, and trains to the fingerprint of Node',
    async (page) => {
      const { values, shown } = await read(page);
      assert.deepEqual(Object.values(values), [1 / 3, 0.4, 0.2, 0, 0.6, Math.PI]);
      assert.equal(shown.w5, '0.6');
      assert.equal(await textOf(page, '[data-preset][aria-pressed="true"]'), '');
      assert.equal(await textOf(page, '.status'), 'Homework 3. At its start.');
      await train(page);
      const { fingerprint, step } = await read(page);
      assert.equal(step, '500');
      assert.equal(fingerprint, await fingerprintAfter(HOMEWORK, 500));
      assert.equal(await hashOf(page), HOMEWORK_LINK);
    },
    { address: HOMEWORK_LINK },
  );

  pageTest('is written at every change, and says nothing before the first', async (page) => {
    assert.equal(await hashOf(page), '');
    await enter(page, '[name="w6"]', '-0.3');
    const edited = await nextHash(page, '');
    const { init, name } = parseLink(new URLSearchParams(edited.slice(1)).get('run') ?? '');
    assert.deepEqual([init.set, name], [{ w6: -0.3 }, '']);
    await enter(page, '#steps-to-run', '77');
    assert.match(await nextHash(page, edited), /&steps=77$/);
  });

  pageTest('follows a link that is opened while the page is there, and refuses a bad one with a sentence', async (page) => {
    await page.evaluate((hash) => void (location.hash = hash), HOMEWORK_LINK);
    await page.waitFor(() => /** @type {HTMLInputElement} */ (document.querySelector('[name="w6"]')).value === '3.1416');
    const before = await read(page);
    await page.evaluate((hash) => void (location.hash = hash), `${HOMEWORK_LINK.slice(0, 60)}&steps=3`);
    await page.waitFor(() => document.getElementById('refusal')?.hidden === false);
    assert.match(await refusalOf(page), /^link: it is damaged: .*copy it again/);
    assert.deepEqual(await read(page), before);
  });

  pageTest(
    'with a bad link gets one sentence, and the lab of every day',
    async (page) => {
      assert.match(await refusalOf(page), /^link: it is none of Twin Neurons/);
      assert.deepEqual(Object.values((await read(page)).values), TIED_WEIGHTS.flat(2));
      await page.click('[data-preset="zeros"]');
      await nextHash(page, '#run=%00');
      assert.equal(await refusalOf(page), '');
    },
    { address: '#run=%00' },
  );
});

test('works where it has no address of its own and may not write one', async () => {
  const page = await site.newPage();
  try {
    await page.goto(`${site.url}embed.html`);
    await page.waitFor(() => document.querySelector('iframe')?.contentDocument?.documentElement.dataset.ready === 'true');
    await page.evaluate(() =>
      /** @type {HTMLElement} */ (document.querySelector('iframe')?.contentDocument?.querySelector('[data-view-choice="lab"]')).click(),
    );
    await page.waitFor(() => document.querySelector('iframe')?.contentDocument?.querySelector('[data-preset="zeros"]'));
    await page.evaluate(() => {
      const lab = /** @type {any} */ (document.querySelector('iframe')?.contentWindow);
      const write = lab.history.replaceState.bind(lab.history);
      lab.history.replaceState = (/** @type {unknown[]} */ ...all) => {
        lab.hasTried = true;
        write(...all);
      };
      lab.document.querySelector('[data-preset="zeros"]').click();
    });
    await page.waitFor(() => /** @type {any} */ (document.querySelector('iframe')?.contentWindow).hasTried);
    assert.equal(
      await page.evaluate(() => document.querySelector('iframe')?.contentDocument?.querySelector('[aria-pressed="true"]')?.textContent),
      'All zeros',
    );
    assert.deepEqual(await page.errors(), []);
  } finally {
    await page.close();
  }
});

describe('undo and redo', () => {
  pageTest('take changes back and make them again, by button and by key', async (page) => {
    const isDisabled = () =>
      page.evaluate(() =>
        ['undo', 'redo'].map((action) => /** @type {HTMLButtonElement} */ (document.querySelector(`[data-action="${action}"]`)).disabled),
      );
    assert.deepEqual(await isDisabled(), [true, true]);
    const tied = await read(page);
    await enter(page, '[name="w6"]', '-0.3');
    const edited = await read(page);
    await page.click('[data-preset="logistic"]');
    const logistic = await read(page);
    await train(page);
    await page.click('[data-action="undo"]');
    assert.deepEqual(await read(page), edited);
    await page.press('Control+z');
    assert.deepEqual(await read(page), tied);
    assert.equal(await textOf(page, '[data-preset][aria-pressed="true"]'), 'Tied');
    assert.deepEqual(await isDisabled(), [true, false]);
    await page.press('Control+Shift+z');
    await page.click('[data-action="redo"]');
    assert.deepEqual(await read(page), logistic);
  });

  pageTest('leave the keys to a field that is being typed into', async (page) => {
    await enter(page, '[name="w6"]', '-0.3');
    const edited = await read(page);
    await page.click('[name="w5"]');
    await page.press('Control+z');
    assert.equal((await read(page)).values.w6, edited.values.w6);
  });
});
