/**
 * The story as a student goes through it, in three browsers: every question with wrong guesses or with right ones, a wrong answer and then the right
 * one. In the soak every browser goes both ways.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { CHAPTERS } from '../../web/lesson/story/chapters/index.js';
import { storyMessages } from '../../web/messages/en/story.js';
import { BROWSERS } from '../support/browsers.js';
import { SOAK } from '../support/engine.js';
import { openSite, whole } from '../support/page.js';
import { answer, arrive, choose, goOn, rest } from '../support/story.js';

/** @typedef {import('../support/browsers.js').Page} Page */

/** @param {Page} page */
const repliesOf = (page) => page.evaluate(() => document.querySelector('.story-reply:not([hidden])')?.getAttribute('data-right') ?? null);

/**
 * Goes through the question that is open, up to its last step.
 * @param {Page} page
 * @param {typeof CHAPTERS[number]} chapter
 * @param {boolean} isRight of the guess
 */
async function goThrough(page, { id, steps }, isRight) {
  for (const [at, { id: step, ask, reply }] of steps.entries()) {
    await arrive(page, id, step);
    await rest(page);
    if (reply !== undefined) assert.equal(await repliesOf(page), String(isRight), `${id} ${step}`);
    if (ask === undefined) {
      if (at < steps.length - 1) await goOn(page, step);
      continue;
    }
    const wrong = /** @type {string} */ (ask.options.find((option) => option !== ask.right));
    if (ask.kind === 'guess') {
      await choose(page, isRight ? ask.right : wrong);
      await goOn(page, step);
      continue;
    }
    await answer(page, wrong, false);
    await answer(page, ask.right, true);
  }
}

for (const [place, name] of BROWSERS.entries()) {
  describe(`the lesson in ${name}`, () => {
    /** @type {Awaited<ReturnType<typeof openSite>>} */
    let site;
    before(async () => {
      site = await openSite(name);
    });
    after(() => site?.close());

    for (const isRight of SOAK ? [false, true] : [place % 2 === 0]) {
      test(`every question, from one to the next, with ${isRight ? 'right' : 'wrong'} guesses`, async () => {
        const page = await site.open({ address: '' });
        for (const [at, chapter] of CHAPTERS.entries()) {
          await goThrough(page, chapter, isRight);
          if (at < CHAPTERS.length - 1) await page.click('[data-primary]');
        }
        // The picture to keep is behind them.
        await page.click('[data-action="back"]');
        await arrive(page, 'answer', CHAPTERS.find(({ id }) => id === 'answer')?.steps.find(({ sums }) => sums)?.id ?? '');
        const guesses = CHAPTERS.flatMap(({ steps }) => steps.filter(({ ask }) => ask?.kind === 'guess'));
        assert.equal(
          await page.evaluate((right) => document.querySelectorAll(`#story li[data-right="${right}"]`).length, isRight),
          guesses.length,
          'the end has all guesses against the runs',
        );
        const done = await page.evaluate(() =>
          [...document.querySelectorAll('.story-entry')].map((entry) => /** @type {HTMLElement} */ (entry).dataset.step ?? null),
        );
        assert.deepEqual(done.slice(0, CHAPTERS.length - 1), Array(CHAPTERS.length - 1).fill('done'));
        assert.equal(
          await page.evaluate(() => document.title.length > 0 && document.querySelector('.story-question')?.textContent),
          storyMessages.titles.answer,
        );
        assert.deepEqual(await page.errors(), []);
        await page.close();
      });
    }

    for (const isKept of [true, false]) {
      test(`a guess that is made and not said is ${isKept ? 'kept' : 'lost where the page leaves the device alone'} over a reload`, async () => {
        const page = await site.open({ address: `?lesson=ties${isKept ? '' : '&memory=none'}` });
        const again = async () => {
          await page.goto(await page.evaluate(() => location.href));
          await whole(page);
        };
        await page.click('.pile-buttons button');
        await again();
        assert.match(await page.evaluate(() => document.querySelector('.pile-count')?.textContent ?? ''), isKept ? /^1 of/ : /^0 of/);
        for (const step of ['sort', 'told']) await goOn(page, step);
        await choose(page, 'falls');
        await again();
        if (!isKept) for (const step of ['sort', 'told']) await goOn(page, step);
        const looks = () =>
          page.evaluate(() => [
            /** @type {HTMLInputElement} */ (document.querySelector('[data-choice="falls"]')).checked,
            !(/** @type {HTMLButtonElement} */ (document.querySelector('[data-primary]')).disabled),
            document.querySelector('.guess')?.getAttribute('points') !== '',
          ]);
        await page.waitFor(() => document.querySelector('.curves[aria-busy="false"]') !== null);
        assert.deepEqual(await looks(), Array(3).fill(isKept));
        if (isKept) {
          await goOn(page, 'draw');
          await again();
          await page.waitFor(() => document.querySelector('.curves[aria-busy="false"]') !== null);
          assert.notEqual(
            await page.evaluate(() => document.querySelector('.guess')?.getAttribute('points')),
            '',
            'beside what came of it',
          );
        }
        await page.close();
      });
    }
  });
}
