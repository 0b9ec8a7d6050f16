/** In a browser: a teacher's own chapter opened by its link, the pages for teachers, and a student's answers saved at the end of the lesson. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseChapter } from '../../web/lesson/own/chapter-file.js';
import { writeChapterAddress } from '../../web/lesson/own/chapter-link.js';
import { axeViolations, useSite } from '../support/page.js';
import { OWN_CHAPTER } from './own-chapter.js';

const ADDRESS = writeChapterAddress(parseChapter(OWN_CHAPTER));

/** @typedef {import('../support/browsers.js').Page} Page */
/** @param {Page} page @param {string} step */
const until = (page, step) =>
  page.waitFor((wanted) => /** @type {HTMLElement | null} */ (document.querySelector('[data-chapter]'))?.dataset.step === wanted, step);
/** @param {Page} page @param {string} option */
async function answer(page, option) {
  await page.click(`[data-choice="${option}"]`);
  await page.click('[data-primary]');
}

describe('a chapter of a teacher\u2019s own', () => {
  const site = useSite('chromium');

  test('is opened by its link, told to its end, and left for ours; ours are as they were', async () => {
    const page = await site.open({ address: '' });
    await page.click('[data-primary]');
    await until(page, 'same');
    await page.goto('about:blank');
    await page.goto(site.url + ADDRESS);
    await until(page, 'step-1');
    assert.equal(await page.evaluate(() => document.documentElement.dataset.view), 'story');
    assert.match(await page.evaluate(() => document.querySelector('#story')?.textContent ?? ''), /Our own question/);
    assert.deepEqual(await axeViolations(page, '#story'), []);
    await answer(page, 'option-2');
    await until(page, 'step-2');
    await page.waitFor(() => /As you guessed/.test(document.querySelector('#story')?.textContent ?? ''));
    await page.click('[data-primary]');
    await until(page, 'step-3');
    await answer(page, 'option-1');
    // What was reached is there after a reload, and the address has nothing that the page does not know.
    await page.goto('about:blank');
    await page.goto(site.url + ADDRESS);
    await until(page, 'step-3');
    assert.equal(await page.evaluate(() => location.search), '');
    await page.click('[data-primary]');
    await until(page, 'same');
    assert.deepEqual(await page.errors(), []);
    await page.close();
  });

  test('is forgotten with ours, where our progress is cleared', async () => {
    const page = await site.open({ address: ADDRESS });
    await until(page, 'step-1');
    await answer(page, 'option-2');
    await until(page, 'step-2');
    const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('twin-neurons-own')).length);
    assert.equal(await kept(), 2, 'which it is, and what was done in it');
    await page.goto('about:blank');
    await page.goto(site.url);
    await until(page, 'start');
    await page.click('[data-primary]');
    await until(page, 'same');
    await page.click('[data-action="questions"]');
    await page.click('[data-action="clear-progress"]');
    await page.waitFor(() => !Object.keys(localStorage).some((key) => key.startsWith('twin-neurons-own')));
    assert.deepEqual(await page.errors(), []);
    await page.close();
  });

  test('with a damaged link shows what is wrong, and our lesson', async () => {
    const page = await site.open({ address: ADDRESS.slice(0, -2) });
    assert.match(
      await page.evaluate(() => document.querySelector('#trouble:not([hidden])')?.textContent ?? ''),
      /^chapter: the link is damaged/,
    );
    await until(page, 'start');
    assert.deepEqual(await page.errors(), []);
    await page.close();
  });

  test('gets its link on a page for teachers, as the files of a class get their table; both can be used by everybody', async () => {
    const page = await site.open({ address: '' });
    await page.goto(`${site.url}own-question.html?lang=es`);
    await page.waitFor(() => document.querySelector('#chapter-text') !== null);
    await page.evaluate((text) => {
      /** @type {HTMLTextAreaElement} */ (document.querySelector('#chapter-text')).value = text;
    }, JSON.stringify(OWN_CHAPTER));
    await page.click('[data-action="make-link"]');
    assert.equal(
      await page.evaluate(() => new URL(/** @type {HTMLAnchorElement} */ (document.querySelector('#chapter-link')).href).hash),
      ADDRESS,
    );
    assert.deepEqual(await axeViolations(page, 'body'), []);
    await page.goto(`${site.url}answers.html`);
    await page.waitFor(() => document.querySelector('#files') !== null);
    assert.deepEqual(await axeViolations(page, 'body'), []);
    assert.deepEqual(await page.errors(), []);
    await page.close();
  });

  test('is in what a student saves, with our chapters and the name, until all is forgotten', async () => {
    const page = await site.open({ address: ADDRESS });
    await until(page, 'step-1');
    await answer(page, 'option-2');
    await page.goto(`${site.url}?lesson=zeros`);
    await until(page, 'guess');
    await answer(page, 'two');
    await page.goto(`${site.url}?lesson=answer`);
    await until(page, 'three');
    for (const step of ['guesses', 'keep']) {
      await page.click('[data-primary]');
      await until(page, step);
    }
    await page.fill('#answers-name', 'Ada');
    const saved = await page.evaluate(async () => {
      /** @type {Blob[]} */
      const blobs = [];
      const { createObjectURL } = URL;
      URL.createObjectURL = (/** @type {any} */ blob) => (blobs.push(blob), createObjectURL(blob));
      for (const action of ['save-answers', 'save-answers-table']) {
        const button = document.querySelector(`[data-action="${action}"]`);
        if (button instanceof HTMLElement) button.click();
      }
      return Promise.all(blobs.map((blob) => blob.text()));
    });
    const { name, chapters } = JSON.parse(saved[0]);
    assert.equal(name, 'Ada');
    assert.deepEqual(
      chapters.map((/** @type {any} */ { chapter, title, guesses }) => [title ?? chapter, guesses]),
      [
        ['zeros', { guess: 'two' }],
        ['answer', {}],
        ['Our own question', { 'step-1': 'option-2' }],
      ],
    );
    assert.match(saved[1], /^name,chapter,done,guess,answers,score\r\nAda,zeros,no,two,,\r\n[^]*^Ada,Our own question,no,option-2,,\r\n/m);
    assert.deepEqual(await axeViolations(page, '#story'), []);
    await page.close();
  });
});
