/**
 * The lesson as a student goes through it, in three browsers: every chapter with a wrong guess and with the right one, a wrong answer and
 * then the right one.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { BROWSERS } from '../support/browsers.js';
import { CHAPTERS } from '../../web/lesson/chapters/chapters.js';
import { questionOf } from '../../web/lesson/story/questions.js';
import { OUTLINE } from '../../web/lesson/chapters/outline.js';
import { lessonMessages } from '../../web/messages/en/lesson.js';
import { furtherItems } from '../../web/messages/en/lesson-later.js';
import { axeViolations, openSite, read, whole } from '../support/page.js';

/** @typedef {import('../support/browsers.js').Page} Page */
/** @typedef {Awaited<ReturnType<typeof openSite>>} Site */

/** What must be seen of a chapter's own run when it is over. @type {Readonly<Record<string, RegExp>>} */
const VERDICTS = {
  'same-data': /exactly tied after 2,000 steps/,
  gradients: /apart: 21\.7 after 2,000 steps/,
  'stay-equal': /exactly tied after 2,000 steps/,
  bias: /exactly tied after 2,000 steps/,
  zeros: /logistic regression/,
  blame: /apart: 3\.51 after 2,000 steps/,
  order: /apart: 0\.424 after 1 step/,
  seed: /apart: 17\.1 after 2,000 steps/,
  'how-many': /exactly tied after 5,000 steps/,
  roles: /All 3 neurons are apart after 5,000 steps/,
};

/** What a chapter leaves open in the lab to play with, where that is not the run it began with: the fingerprint of its start. @type {Readonly<Record<string, string>>} */
const LEFT_OPEN = await (async () => {
  const lab = await openLab();
  const start = (/** @type {typeof CHAPTERS[number]['runs']} */ runs, /** @type {string} */ name) =>
    lab.start(runs[name].experiment).fingerprint();
  const entries = CHAPTERS.filter(({ runs, run, play }) => start(runs, play.run) !== start(runs, run)).map(({ id, runs, play }) => [
    id,
    start(runs, play.run),
  ]);
  lab.close();
  return Object.fromEntries(entries);
})();

/** What the two sides of each contrast must say. @type {Readonly<Record<string, Readonly<Record<string, RegExp>>>>} */
const CONTRASTS = {
  'same-data': { tied: /exactly tied.*0\.693147/, random: /apart: 17\.1.*0\.365989/ },
  gradients: {},
  'stay-equal': { 'only-outgoing': /apart: 18\.1/, equal: /exactly tied/ },
  bias: { output: /exactly tied/, equal: /exactly tied/, own: /apart: 19\.1/ },
  zeros: { logistic: /no twin.*0\.017430/, tanh: /exactly tied.*0\.562335/, sigmoid: /exactly tied.*0\.005239/ },
  blame: { plus: /−0\.35094.*0\.6.*0\.24752.*−0\.052118/, minus: /−0\.51122.*−0\.6.*0\.24752.*0\.075921/ },
  order: { right: /0\.010463.*agrees/, bug: /0\.0096321.*disagrees/, referee: /0\.010463/ },
  seed: { first: /no$/, again: /yes.*no$/, other: /no.*no$/, equal: /no.*yes$/ },
  'how-many': {
    one: /0 of 20.*79\.5%/,
    two: /0 of 20.*92\.5%/,
    three: /15 of 20.*100%/,
    six: /20 of 20.*100%/,
    tied: /0 of 20.*79\.5%/,
    and: /20 of 20.*100%/,
  },
  roles: { first: /J 0\.007316/, other: /J 0\.007710/, swapped: /J 0\.007316/, demand: /price/ },
};

/** @param {Page} page @param {string} action */
const press = (page, action) => page.click(`[data-lesson="${action}"]`);

/** @param {Page} page @param {string} step */
const arrive = (page, step) =>
  page.waitFor(
    (wanted) =>
      document.querySelector(`[data-lesson-step="${wanted}"][aria-current="step"]`) !== null &&
      document.querySelector('.lesson-content.loading') === null,
    step,
  );

/** @param {Page} page @param {string} option */
const choose = (page, option) => page.click(`.lesson-content input[value="${option}"]`);

/** @param {Page} page */
const lessonText = (page) => page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('.lesson-content')).innerText);

/**
 * Goes through the chapter that is open, up to its last step.
 * @param {Page} page
 * @param {number} at of the outline
 * @param {{ isRight: boolean, look: (step: string) => Promise<void> }} options isRight: of the guess; look: at every step
 */
async function goThrough(page, at, { isRight, look }) {
  const { id, guess, check } = OUTLINE[at];
  await page.waitFor(
    (title) =>
      document.querySelector('.lesson-question')?.textContent === title &&
      document.querySelector('.lesson-content .lesson-option') !== null,
    lessonMessages.questions[id],
  );
  await arrive(page, 'predict');
  await look('predict');
  await choose(page, isRight ? guess.right : guess.options.filter((option) => option !== guess.right)[0]);
  await press(page, 'next');
  await arrive(page, 'run');
  await press(page, 'run');
  await page.waitFor(() => document.querySelector('[data-lesson="next"]:not(:disabled)') !== null);
  assert.match((await read(page)).verdict ?? '', VERDICTS[id], id);
  await look('run');
  await press(page, 'next');
  await arrive(page, 'contrast');
  await contrast(page, id);
  await look('contrast');
  await press(page, 'next');
  await arrive(page, 'explain');
  assert.match(await lessonText(page), isRight ? /The runs agree with you/ : /The runs say something else/, id);
  await look('explain');
  await press(page, 'next');
  await arrive(page, 'check');
  await choose(page, check.options.filter((option) => option !== check.right)[0]);
  await press(page, 'answer');
  assert.match(await lessonText(page), /Not quite/, id);
  await choose(page, check.right);
  await press(page, 'answer');
  assert.match(await lessonText(page), /Right\./, id);
  await look('check');
  await press(page, 'next');
  await arrive(page, 'play');
  if (id in LEFT_OPEN)
    await page.waitFor((fingerprint) => document.getElementById('fingerprint')?.textContent === fingerprint, LEFT_OPEN[id]);
  await look('play');
}

/** @param {Page} page @param {string} id of the chapter */
async function contrast(page, id) {
  if (id === 'gradients') return fillChains(page);
  if (id === 'how-many') {
    assert.doesNotMatch(await lessonText(page), /in all 20\. Six tied/, 'what is to be seen is said when it is there');
    await page.click('.lesson-content .job button');
  }
  const expected = CONTRASTS[id];
  const texts = [];
  // One after the other: on a busy machine each may take its time.
  for (const each of Object.keys(expected)) {
    texts.push([
      each,
      await page.waitFor((wanted) => {
        const found = document.querySelector(`.lesson-content [data-case="${wanted}"]`);
        const isFilled =
          found instanceof HTMLTableRowElement
            ? found.cells[1].textContent !== ''
            : document.querySelector('.contrast[aria-busy="false"]') !== null;
        return isFilled && found?.textContent;
      }, each),
    ]);
  }
  for (const [each, text] of texts) assert.match(text, expected[each], `${id}, ${each}`);
}

/** The chains with blanks: a wrong number gets a hint, the right ones the sentence. @param {Page} page */
async function fillChains(page) {
  assert.match(await lessonText(page), /w5 is not w6/);
  await page.click('[data-task="half"]');
  await page.fill('.chain-blank', '7');
  await page.press('Enter');
  assert.match(await lessonText(page), /Not yet.*x2/);
  await page.fill('.chain-blank', '0');
  await page.press('Enter');
  assert.match(await lessonText(page), /x1 is not x2/);
  await page.click('[data-task="alone"]');
  await page.fill('[data-factor="2"] .chain-blank', '-0,3');
  await page.press('Enter');
  await page.fill('[data-factor="4"] .chain-blank', '1');
  await page.press('Enter');
  assert.match(await lessonText(page), /You can now read every gradient/);
}

/** @param {Page} page */
async function hurry(page) {
  await whole(page);
  await page.select('[name="speed"]', 'Infinity');
}

for (const name of BROWSERS) {
  describe(`the lesson in ${name}`, () => {
    /** @type {Site} */
    let site;
    before(async () => {
      site = await openSite(name);
    });
    after(() => site?.close());

    for (const isRight of [false, true]) {
      test(`every chapter, from one to the next, with ${isRight ? 'right' : 'wrong'} guesses`, async () => {
        const page = await site.newPage();
        // What the other steps consist of, these do, too.
        const looksAt = name === 'chromium' && isRight ? ['contrast', 'check'] : [];
        const look = async (/** @type {string} */ step) => {
          if (looksAt.includes(step)) assert.deepEqual(await axeViolations(page, '#lesson'), [], step);
        };
        for (const [at] of OUTLINE.entries()) {
          // What is told on the stage is gone through in stage.test.js.
          if (questionOf(at + 1)?.number === null) continue;
          await page.goto(`${site.url}?lesson=${at + 1}`);
          await whole(page);
          await hurry(page);
          await goThrough(page, at, { isRight, look });
        }
        await press(page, 'next');
        await page.waitFor(
          (title) => document.querySelector('[data-further="copies"] h3')?.textContent === title,
          furtherItems.copies.title,
        );
        assert.deepEqual(await page.errors(), []);
        await page.close();
      });
    }
  });
}
