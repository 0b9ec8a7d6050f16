/**
 * Frames of the lesson on a page of another site, in real browsers: a host that speaks SPLICE as it is published (cssplice.org) and keeps the state itself,
 * and two frames of one device, which keep each other's progress.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { BROWSERS } from '../support/browsers.js';
import { openFrames } from '../support/frames.js';
import { answer, arrive } from '../support/story.js';

/** @typedef {import('../support/browsers.js').Page} Page */

/**
 * The host: what each frame says, and of SPLICE what it has to answer. What it keeps stays over a reload, as texts, like a database's; what it has at first is
 * given. Runs as the page's own script.
 */
function host(/** @type {object} */ first) {
  const frames = [...document.querySelectorAll('iframe')];
  /** @type {any[]} */
  const heard = [];
  addEventListener('message', ({ source, origin, data }) => {
    const at = frames.findIndex(({ contentWindow }) => contentWindow === source);
    if (at === -1 || typeof data !== 'object') return;
    heard.push({ ...data, at });
    const { subject, message_id, score, state } = data;
    const key = `splice-${at}`;
    /** @param {object} fields */
    const respond = (fields) => frames[at].contentWindow?.postMessage({ subject: `${subject}.response`, message_id, ...fields }, origin);
    if (subject === 'SPLICE.getState') respond({ state: sessionStorage.getItem(key) ?? JSON.stringify(first) });
    if (subject === 'SPLICE.sendEvent') respond({});
    if (subject !== 'SPLICE.reportScoreAndState') return;
    sessionStorage.setItem(key, JSON.stringify(state));
    sessionStorage.setItem(`${key}-score`, score);
    respond({});
  });
  Object.assign(window, {
    heard,
    send: (/** @type {number} */ at, /** @type {object} */ data) => frames[at].contentWindow?.postMessage({ twinNeurons: 1, ...data }, '*'),
    // One of them in front: places in it are places on the screen.
    raise: (/** @type {number} */ at) => frames.forEach((frame, index) => (frame.style.zIndex = String(Number(index === at)))),
  });
}

/** @type {Parameters<typeof openFrames>[1]} */
const PAGES = (site, origin) => {
  const page = (/** @type {readonly string[]} */ ...keys) =>
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>A course</title><link rel="icon" href="data:,">${keys
      .map(
        (each, at) =>
          `<iframe id="f${at}" src="${site}?embed=1&origin=${encodeURIComponent(origin())}&${each}" width="1180" height="760" style="position: fixed; inset: 0 auto auto 0; border: 0" title="Twin Neurons"></iframe>`,
      )
      .join('')}<script>(${host})(${JSON.stringify({ twinNeurons: 1, progress: upToCheck('zeros') })})</script>`;
  return { '/splice.html': page('only=zeros&memory=parent'), '/two.html': page('lesson=zeros', 'lesson=twins') };
};

/** What a student has done up to the check. @param {string} chapter */
const upToCheck = (chapter) => ({ chapter, all: [{ chapter, reached: 6, guess: chapter === 'zeros' ? 'none' : null, answers: [] }] });

/** What the host has heard that fits, the last of it. @param {Page} page @param {Record<string, unknown>} fields */
const untilHeard = (page, fields) =>
  page.waitFor(
    (wanted) =>
      /** @type {any} */ (window).heard
        .filter((/** @type {any} */ each) => Object.entries(wanted).every(([key, value]) => each[key] === value))
        .pop(),
    fields,
  );

/** @param {Page} page @param {number} at @param {object} command */
async function ask(page, at, command) {
  const id = await page.evaluate(
    (frame, fields) => {
      const next = /** @type {any} */ (window).heard.length;
      /** @type {any} */ (window).send(frame, { ...fields, id: `a${next}` });
      return `a${next}`;
    },
    at,
    /** @type {any} */ (command),
  );
  return untilHeard(page, { at, id });
}

for (const name of BROWSERS)
  describe(`the lesson on a course's page in ${name}`, () => {
    /** @type {Awaited<ReturnType<typeof openFrames>>} */
    let frames;
    before(async () => {
      frames = await openFrames(name, PAGES);
    });
    after(() => frames?.close());

    test('a host that speaks SPLICE is asked for the state, told score, state and each answer, and gives them back to the next frame', async () => {
      const page = await frames.open('splice.html');
      const { message_id } = await untilHeard(page, { subject: 'SPLICE.getState' });
      assert.match(message_id, /\S/);
      await page.enterFrame('#f0');
      await arrive(page, 'zeros', 'check');
      await answer(page, 'small', false);
      await answer(page, 'no-twin', true);
      await page.leaveFrame();
      await untilHeard(page, { subject: 'SPLICE.reportScoreAndState', score: 0.7 });
      const events = await page.evaluate(() =>
        /** @type {any} */ (window).heard.filter((/** @type {any} */ { subject }) => subject === 'SPLICE.sendEvent'),
      );
      assert.deepEqual(
        events.map((/** @type {any} */ { location, name: called, data }) => [location, called, data.choice, data.right, data.attempt]),
        [
          ['zeros', 'answer', 'small', false, 1],
          ['zeros', 'answer', 'no-twin', true, 2],
        ],
      );
      await page.goto(`${frames.host}splice.html`);
      await page.enterFrame('#f0');
      await arrive(page, 'zeros', 'check');
      await page.leaveFrame();
      assert.equal((await ask(page, 0, { type: 'get-progress' })).score, 70);
      assert.deepEqual(await page.errors(), []);
      await page.close();
    });

    test('two frames of one device keep what was done in the other', async () => {
      const page = await frames.open('two.html');
      for (const at of [0, 1]) await untilHeard(page, { at, type: 'ready' });
      // Both stand at their checks before either is answered: what the one then writes must not be what it knew before.
      const chapters = /** @type {const} */ (['zeros', 'twins']);
      for (const [at, chapter] of chapters.entries()) await ask(page, at, { type: 'set-progress', progress: upToCheck(chapter) });
      for (const [at, right] of ['no-twin', 'start'].entries()) {
        await page.evaluate((front) => /** @type {any} */ (window).raise(front), at);
        await page.enterFrame(`#f${at}`);
        await arrive(page, chapters[at], 'check');
        await answer(page, right, true);
        await page.leaveFrame();
      }
      /** @param {number} at */
      const scores = async (at) => {
        const { all } = await ask(page, at, { type: 'get-progress' });
        return all.filter((/** @type {any} */ { done }) => done).map((/** @type {any} */ each) => [each.chapter, each.score]);
      };
      const both = [
        ['twins', 100],
        ['zeros', 100],
      ];
      assert.deepEqual([await scores(0), await scores(1)], [both, both]);
      await page.goto(`${frames.host}two.html`);
      for (const at of [0, 1]) await untilHeard(page, { at, type: 'ready' });
      assert.deepEqual([await scores(0), await scores(1)], [both, both]);
      assert.deepEqual(await page.errors(), []);
      await page.close();
    });
  });
