/** The lesson in a frame, in real browsers: what the page around it is told of a student, what it gives back, and that there is no way out of what it asks for. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parseChapter } from '../../web/lesson/own/chapter-file.js';
import { chapterOfAddress, writeChapterAddress } from '../../web/lesson/own/chapter-link.js';
import { OWN_CHAPTER } from '../lesson/own-chapter.js';
import { BROWSERS } from '../support/browsers.js';
import { ask, hostPage, openFrames, toldOf, untilTold } from '../support/frames.js';
import { arrive, choose, goOn } from '../support/story.js';

const OWN_ADDRESS = writeChapterAddress(parseChapter(OWN_CHAPTER));
const { id: OWN } = chapterOfAddress(OWN_ADDRESS);

/** @typedef {import('../support/browsers.js').Page} Page */
/** @typedef {Awaited<ReturnType<typeof openFrames>>} Frames */

/** @type {Parameters<typeof openFrames>[1]} */
const PAGES = (site, host) => {
  const frame = (/** @type {string} */ keys) =>
    hostPage(
      `<iframe src="${site}?embed=1&origin=${encodeURIComponent(host())}&${keys}" width="1180" height="760" style="position: fixed; inset: 0 auto auto 0; border: 0" title="Twin Neurons"></iframe>`,
    );
  return {
    '/zeros.html': frame('lesson=zeros'),
    '/parent.html': frame('lesson=zeros&memory=parent'),
    '/only.html': frame('only=zeros,split&memory=none'),
    '/last.html': frame('only=twins&memory=none'),
    '/lab.html': frame('preset=tied'),
    '/hidden.html': frame('hide=presets,controls,chart,setup,chain,lab,time,foot,verdict'),
    '/german.html': frame('lang=de'),
    '/own.html': frame(`only=own&memory=parent${OWN_ADDRESS}`),
  };
};

/** In the frame: everything that can be reached with the Tab key, as its words. @param {Page} page */
async function tabbed(page) {
  const name = () =>
    page.evaluate(() => {
      const { activeElement: at } = document;
      return at === null || at === document.body ? null : `${at.id} ${at.className} ${at.getAttribute('href') ?? ''} ${at.textContent}`;
    });
  /** @type {string[]} */
  const found = [];
  await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
  for (let presses = 0; presses < 80; presses += 1) {
    await page.press('Tab');
    const at = await name();
    if (at === null) break;
    found.push(at);
  }
  return found;
}

/** @param {Page} page in the frame */
const shown = (page) =>
  page.evaluate(() => {
    const { chapter, step } = /** @type {HTMLElement} */ (document.getElementById('story')).dataset;
    return [chapter, step];
  });

/** In the frame, to the check of "zeros". @param {Page} page @param {string} guess */
async function goToCheck(page, guess) {
  await arrive(page, 'zeros', 'guess');
  await choose(page, guess);
  for (const step of ['guess', 'race', 'stuck', 'moves', 'learns']) await goOn(page, step);
  await arrive(page, 'zeros', 'check');
}

/** @param {Page} page @param {string} option */
async function say(page, option) {
  await choose(page, option);
  await page.click('[data-primary]');
}

for (const name of BROWSERS) {
  describe(`the lesson in a frame in ${name}`, () => {
    /** @type {Frames} */
    let frames;
    before(async () => {
      frames = await openFrames(name, PAGES);
    });
    after(() => frames?.close());

    test('tells what a student answers and how far it went, and takes it up again in another frame', async () => {
      const page = await frames.open('parent.html');
      await untilTold(page, 'ready');
      assert.deepEqual((await ask(page, { type: 'get-progress' })).chapter, 'zeros');
      await page.enterFrame('iframe');
      await goToCheck(page, 'none');
      await say(page, 'small');
      await say(page, 'no-twin');
      await page.leaveFrame();
      await untilTold(page, 'progress', { done: true });
      const told = await toldOf(page);
      assert.deepEqual(
        told.filter(({ type }) => type === 'answer').map(({ twinNeurons, type, ...rest }) => rest),
        [
          { chapter: 'zeros', question: 'guess', choice: 'none', right: false, attempt: 1 },
          { chapter: 'zeros', question: 'check', choice: 'small', right: false, attempt: 1 },
          { chapter: 'zeros', question: 'check', choice: 'no-twin', right: true, attempt: 2 },
        ],
      );
      assert.deepEqual(
        told.filter(({ type }) => type === 'predict').map(({ twinNeurons, type, ...rest }) => rest),
        [
          { chapter: 4, question: 'zeros', choice: 'none', right: false },
          { chapter: 4, question: 'zeros', choice: 'small', right: false },
          { chapter: 4, question: 'zeros', choice: 'no-twin', right: true },
        ],
      );
      const progress = await ask(page, { type: 'get-progress' });
      assert.deepEqual(
        [progress.guess, progress.answers, progress.done, progress.score, progress.reached],
        ['none', ['small', 'no-twin'], true, 70, 6],
      );
      assert.equal(progress.all.length, 15);
      await page.close();

      const again = await frames.open('parent.html');
      await untilTold(again, 'ready');
      assert.equal((await ask(again, { type: 'get-progress' })).done, false, 'the device knows nothing');
      const restored = await ask(again, { type: 'set-progress', progress });
      assert.deepEqual([restored.type, restored.done, restored.score], ['progress', true, 70]);
      await again.enterFrame('iframe');
      assert.deepEqual(await shown(again), ['zeros', 'check']);
      await again.leaveFrame();
      const refused = await ask(again, { type: 'set-progress', progress: { chapter: 'zeros', all: [{ chapter: 'x' }] } });
      assert.match(refused.sentence, /^message\.progress\.all\[0\]\.chapter: /);
      await again.close();
    });
  });
}

describe('the lesson in a frame', () => {
  /** @type {Frames} */
  let frames;
  before(async () => {
    frames = await openFrames('chromium', PAGES);
  });
  after(() => frames?.close());

  test('tells what is answered to a chapter of the teacher\u2019s own, which is all there is, and takes it up again', async () => {
    const page = await frames.open('own.html');
    await untilTold(page, 'ready');
    await page.enterFrame('iframe');
    await arrive(page, OWN, 'step-1');
    await choose(page, 'option-2');
    await goOn(page, 'step-1');
    await goOn(page, 'step-2');
    await arrive(page, OWN, 'step-3');
    await say(page, 'option-2');
    await say(page, 'option-1');
    await page.waitFor(() => document.body.innerText.includes('That was all'));
    await page.leaveFrame();
    const progress = await untilTold(page, 'progress', { done: true });
    assert.deepEqual(
      progress.all.map((/** @type {any} */ { chapter, title, answers, score }) => [chapter, title, answers, score]),
      [[OWN, 'Our own question', ['option-2', 'option-1'], 70]],
    );
    assert.deepEqual(
      (await toldOf(page)).filter(({ type }) => type === 'answer').map(({ chapter, question, attempt }) => [chapter, question, attempt]),
      [
        [OWN, 'guess', 1],
        [OWN, 'check', 1],
        [OWN, 'check', 2],
      ],
    );
    await page.close();
    const again = await frames.open('own.html');
    await untilTold(again, 'ready');
    assert.deepEqual((await ask(again, { type: 'set-progress', progress })).score, 70);
    await again.enterFrame('iframe');
    assert.deepEqual(await shown(again), [OWN, 'step-3']);
    await again.close();
  });

  test('changes its theme and its language without a reload, and refuses one that it does not speak', async () => {
    const page = await frames.open('zeros.html');
    await untilTold(page, 'ready');
    await page.enterFrame('iframe');
    await page.evaluate(() => {
      Object.assign(window, { isSame: true });
    });
    const look = () =>
      page.evaluate(() => [
        /** @type {any} */ (window).isSame,
        document.documentElement.lang,
        document.documentElement.dataset.theme ?? null,
        getComputedStyle(document.body).colorScheme,
      ]);
    await page.leaveFrame();
    assert.equal((await ask(page, { type: 'theme', theme: 'dark' })).type, 'state');
    assert.equal((await ask(page, { type: 'lang', lang: 'es-MX' })).type, 'state');
    await page.enterFrame('iframe');
    assert.deepEqual((await look()).slice(0, 3), [true, 'es', 'dark']);
    assert.deepEqual(await shown(page), ['zeros', 'guess']);
    await page.leaveFrame();
    assert.equal((await ask(page, { type: 'theme', theme: null })).type, 'state');
    assert.match((await ask(page, { type: 'lang', lang: 'de' })).sentence, /^Esta página no habla ese idioma. Habla en, es\.$/);
    assert.equal((await ask(page, { type: 'goto', lesson: 'seed' })).type, 'state', 'the page in the other language obeys');
    await page.enterFrame('iframe');
    assert.deepEqual((await look()).slice(0, 3), [true, 'es', null]);
    await arrive(page, 'seed', 'guess');
    await page.close();
  });

  test('hands on the keys that it has no use for, and keeps those it has', async () => {
    const page = await frames.open('zeros.html');
    await untilTold(page, 'ready');
    await page.enterFrame('iframe');
    await arrive(page, 'zeros', 'guess');
    await page.click('.story-question');
    // Before the keys that move the page, and with it what is clicked.
    await page.click('[data-action="questions"]');
    await page.waitFor(() => document.querySelector('#story-questions:not([hidden])'));
    await page.press('Escape');
    await page.press('PageDown');
    await page.press('PageUp');
    await page.press('Escape');
    await page.leaveFrame();
    await untilTold(page, 'key', { key: 'Escape' });
    const keys = (await toldOf(page)).filter(({ type }) => type === 'key').map(({ key }) => key);
    assert.deepEqual(keys, ['PageDown', 'PageUp', 'Escape'], 'the first Escape put the list away');
    await page.close();
  });

  test('of only= has these chapters in their order, no way out of them, and an end', async () => {
    const page = await frames.open('only.html');
    await untilTold(page, 'ready');
    for (const lesson of ['twins', 'beyond', 'pass', 1])
      assert.equal((await ask(page, { type: 'goto', lesson })).sentence, 'There is no such chapter in this frame.');
    assert.deepEqual(
      (await ask(page, { type: 'get-progress' })).all.map((/** @type {any} */ { chapter }) => chapter),
      ['zeros', 'split'],
    );
    await page.enterFrame('iframe');
    await goToCheck(page, 'none');
    await page.click('[data-action="questions"]');
    assert.deepEqual(
      await page.evaluate(() =>
        [...document.querySelectorAll('.story-entry')].map((entry) => /** @type {HTMLElement} */ (entry).dataset.chapter),
      ),
      ['zeros', 'split'],
    );
    assert.match(
      await page.evaluate(() => document.querySelector('.story-clear')?.textContent ?? ''),
      /is not kept: it ends with this page/,
    );
    assert.match(await page.evaluate(() => document.querySelector('.story-head')?.textContent ?? ''), /1 of 2/);
    await page.press('Escape');
    const reached = await tabbed(page);
    assert.ok(reached.length >= 2, reached.join('\n'));
    assert.deepEqual(
      reached.filter((each) => /lesson=teachers|whole-page|Lab$|to-lab/.test(each)),
      [],
    );
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'))), []);
    await say(page, 'no-twin');
    await page.waitFor(() => document.querySelector('.story-answer[data-right="true"]') !== null);
    await page.click('[data-primary]');
    await arrive(page, 'split', 'cut');
    await page.close();
  });

  test('of only= stops at the end of the last chapter', async () => {
    const page = await frames.open('last.html');
    await untilTold(page, 'ready');
    await page.enterFrame('iframe');
    for (const step of ['start', 'same', 'change', 'apart', 'curves']) {
      await arrive(page, 'twins', step);
      await goOn(page, step);
    }
    await arrive(page, 'twins', 'check');
    await say(page, 'start');
    await page.waitFor(() => document.querySelector('.story-answer[data-right="true"]') !== null);
    const button = await page.evaluate(() => {
      const { textContent, disabled } = /** @type {HTMLButtonElement} */ (document.querySelector('[data-primary]'));
      return [textContent, disabled];
    });
    assert.deepEqual(button, ['That was all', true]);
    await page.close();
  });

  for (const path of ['lab.html', 'zeros.html', 'hidden.html'])
    test(`in ${path} has no way to the teacher's notes, and nothing hidden is reached by keys`, async () => {
      const page = await frames.open(path);
      await untilTold(page, 'ready');
      await page.enterFrame('iframe');
      const reached = await tabbed(page);
      assert.ok(reached.length >= (path === 'hidden.html' ? 1 : 3), reached.join('\n'));
      assert.deepEqual(
        reached.filter((each) => /teachers|glossary|check-device/i.test(each)),
        [],
      );
      assert.equal(await page.evaluate(() => document.querySelectorAll('a[href*="teachers"]').length), 0);
      if (path === 'hidden.html') {
        const inside = await page.evaluate(() =>
          [
            '#presets',
            '#controls',
            '.chart',
            '#setup',
            '#lab',
            '.time',
            '#foot',
            '.verdict',
            '.page-foot',
            '.preferences',
            '.view-switch',
          ].filter((part) =>
            [...document.querySelectorAll(`${part} :is(a, button, input, select, summary, [tabindex])`)].some(
              (each) => /** @type {HTMLElement} */ (each).getClientRects().length > 0,
            ),
          ),
        );
        assert.deepEqual(inside, []);
      }
      await page.close();
    });

  test('says what it does not speak', async () => {
    const page = await frames.open('german.html');
    await untilTold(page, 'ready');
    await page.enterFrame('iframe');
    assert.equal(
      await page.evaluate(() => document.querySelector('#notices')?.textContent),
      'The address of this page asks for the language \u201cde\u201d, which it does not speak. It speaks en, es.',
    );
    await page.close();
  });
});
