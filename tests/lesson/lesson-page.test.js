/** The lesson on the page, in Chromium: what is in sight when it opens, what is remembered, the address, the keyboard. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { OUTLINE } from '../../web/lesson/chapters/outline.js';
import { glossary } from '../../web/messages/en/glossary.js';
import { lessonMessages } from '../../web/messages/en/lesson.js';
import { arrive, guessAndRun } from '../support/lesson.js';
import { read, train, useSite, whole } from '../support/page.js';
import { serveSite } from '../support/site.js';

/** @typedef {import('../support/browsers.js').Page} Page */

const FURTHER = OUTLINE.length + 1;

const site = useSite('chromium');

/** @param {Page} page */
const questionOf = (page) => page.evaluate(() => document.querySelector('.lesson-question')?.textContent ?? '');

/** @param {Page} page */
const searchOf = (page) => page.evaluate(() => location.search);

/** @param {Page} page @param {string} selector */
const isShown = (page, selector) =>
  page.evaluate((wanted) => /** @type {HTMLElement | null} */ (document.querySelector(wanted))?.checkVisibility() ?? false, selector);

test('beside the lab, while the chapter\u2019s run trains, nothing of the lesson and of the lab changes its place', async () => {
  const page = await site.open({ address: '?lesson=2' });
  await arrive(page, 'predict');
  await page.click('.lesson-content .lesson-option');
  await page.click('[data-lesson="next"]');
  await arrive(page, 'run');
  const places = () =>
    page.evaluate(() =>
      ['.lesson-run', '.lesson-go', '.stage', '.verdict', '.chart-weights .plot', '.chart-loss .plot'].map(
        (selector) => document.querySelector(selector)?.getBoundingClientRect().top,
      ),
    );
  const start = await places();
  await page.click('[data-lesson="run"]');
  await page.waitFor(() => Number(document.getElementById('step')?.dataset.value) > 300);
  assert.deepEqual(await places(), start);
  await page.waitFor(() => document.querySelector('[data-action="pause"]:not([hidden])') === null);
  assert.deepEqual(await places(), start);
  await page.close();
});

describe('lesson or lab', () => {
  test('the lab alone is one click away, has the whole width, and is remembered', async () => {
    const page = await site.open({ address: '' });
    assert.equal(await isShown(page, '#story'), true);
    await page.click('[data-view-choice="lab"]');
    await page.waitFor(() => document.querySelector('.chip') !== null);
    assert.equal(await isShown(page, '#story'), false);
    assert.equal(
      await page.evaluate(() => document.querySelector('main')?.getBoundingClientRect().left),
      await page.evaluate(() => document.querySelector('.brand')?.getBoundingClientRect().left),
    );
    await page.goto(site.url);
    await whole(page);
    assert.equal(await isShown(page, '#story'), false);
    await page.click('[data-view-choice="lesson"]');
    await page.waitFor(() => document.querySelector('[data-stage]')?.checkVisibility());
    assert.deepEqual(await page.errors(), []);
    await page.close();
  });
});

describe('a chapter', () => {
  test('is linkable, shows its experiment, and the address follows from chapter to chapter', async () => {
    const page = await site.open({ address: '?lesson=6' });
    await arrive(page, 'predict');
    assert.equal(await questionOf(page), lessonMessages.questions.blame);
    await page.click('[data-lesson="contents"]');
    await page.click('.lesson-entry[data-chapter="7"]');
    await page.waitFor((title) => document.querySelector('.lesson-question')?.textContent === title, lessonMessages.questions.order);
    assert.equal(await searchOf(page), '?lesson=7');
    await page.click('[data-lesson="contents"]');
    await page.click(`.lesson-entry[data-chapter="${FURTHER}"]`);
    await page.waitFor(() => document.querySelectorAll('[data-further]').length === 4);
    assert.equal(await searchOf(page), `?lesson=${FURTHER}`);
    await page.click('[data-run="swallowed"]');
    await page.waitFor(() => /exactly tied after 200 steps/.test(document.getElementById('verdict')?.textContent ?? ''));
    assert.deepEqual(await page.errors(), []);
    await page.close();
  });

  test('leaves a linked experiment in the lab until somebody runs it', async () => {
    const other = await site.open();
    await other.click('[data-preset="incoming-apart"]');
    await other.waitFor(() => location.hash !== '');
    const hash = await other.evaluate(() => location.hash);
    await other.close();
    const page = await site.open({ address: `?lesson=4${hash}` });
    await arrive(page, 'predict');
    assert.equal((await read(page)).shown.w4, '0.7');
    assert.equal('b1' in (await read(page)).values, false);
    await page.close();
  });

  test('comes back as it was left, and is forgotten when the progress is cleared', async () => {
    const page = await site.open({ address: '?lesson=2' });
    await guessAndRun(page);
    await page.click('[data-lesson="next"]');
    await arrive(page, 'contrast');
    await page.goto(`${site.url}?lesson=2`);
    await whole(page);
    await arrive(page, 'contrast');
    await page.click('[data-lesson="contents"]');
    await page.click('[data-lesson="clear"]');
    await arrive(page, 'predict');
    assert.equal(await page.evaluate(() => localStorage.getItem('twin-neurons-lesson')), null);
    await page.goto(`${site.url}?lesson=2`);
    await whole(page);
    await arrive(page, 'predict');
    await page.close();
  });

  test('works where nothing can be kept', async () => {
    const page = await site.open({
      address: '?lesson=2',
      prepare: (fresh) =>
        fresh.addInitScript(() =>
          Object.defineProperty(window, 'localStorage', {
            get: () => {
              throw new DOMException('forbidden', 'SecurityError');
            },
          }),
        ),
    });
    await guessAndRun(page);
    assert.deepEqual(await page.errors(), []);
    await page.close();
  });

  test('can be gone through without a guess, and then nothing is marked', async () => {
    const page = await site.open({ address: '?lesson=2' });
    await arrive(page, 'predict');
    await page.click('[data-lesson="skip"]');
    await arrive(page, 'run');
    await page.select('[name="speed"]', 'Infinity');
    await page.click('[data-lesson="run"]');
    await page.waitFor(() => document.querySelector('[data-lesson="next"]:not(:disabled)') !== null);
    for (const step of ['contrast', 'explain']) {
      await page.click('[data-lesson="next"]');
      await arrive(page, step);
    }
    assert.equal(await page.evaluate(() => document.querySelector('.lesson-guess')), null);
    await page.close();
  });

  test('is told what the lab\u2019s own Train does: whoever presses that has run it, too', async () => {
    const page = await site.open({ address: '?lesson=2' });
    await arrive(page, 'predict');
    await page.click('[data-lesson="skip"]');
    await arrive(page, 'run');
    await page.select('[name="speed"]', 'Infinity');
    await train(page);
    await page.waitFor(() => document.querySelector('[data-lesson="next"]:not(:disabled)') !== null);
    await page.close();
  });

  test('that cannot be loaded says so, and the lab stays as it is', async () => {
    const server = await serveSite();
    const page = await site.newPage();
    await page.goto(`${server.url}?lesson=2`);
    await whole(page);
    await server.close();
    const before = await read(page);
    await page.click('[data-lesson="contents"]');
    await page.click('.lesson-entry[data-chapter="3"]');
    await page.waitFor((text) => document.querySelector('.lesson-content [role="alert"]')?.textContent === text, lessonMessages.loadFailed);
    assert.deepEqual(await read(page), before);
    await page.close();
  });

  test('in the lab\u2019s switches of chapter 3, each equality that is broken parts the neurons', async () => {
    const page = await site.open({ address: '?lesson=3' });
    await guessAndRun(page);
    for (const part of ['incoming', 'bias', 'outgoing']) {
      await page.click(`[data-switch="${part}"]`);
      await page.click('[data-lesson="run"]');
      await page.waitFor(
        (count) => document.querySelectorAll('.lesson-tried li').length === count,
        2 + ['incoming', 'bias', 'outgoing'].indexOf(part),
      );
      await page.click(`[data-switch="${part}"]`);
    }
    const tried = await page.evaluate(() => [...document.querySelectorAll('.lesson-tried li')].map((each) => each.textContent));
    assert.equal(tried.filter((text) => /≠ apart/.test(text ?? '')).length, 3);
    assert.match(tried[3] ?? '', /Equal incoming, biases and outgoing: = exactly tied/);
    await page.close();
  });
});

describe('for everybody', () => {
  test('a chapter is done by the keyboard alone, and the focus is where the new step begins', async () => {
    const page = await site.open({ address: '?lesson=2' });
    await arrive(page, 'predict');
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('.lesson-content input')).focus());
    await page.press('ArrowDown');
    await page.press('Tab');
    await page.press('Tab');
    assert.equal(await focused(), lessonMessages.next.predict);
    await page.press('Enter');
    await arrive(page, 'run');
    assert.equal(await focused(), lessonMessages.headings.run);
    await page.press('Tab');
    await page.press('Enter');
    await page.waitFor(() => document.querySelector('[data-lesson="next"]:not(:disabled)') !== null);
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('[data-lesson="next"]')).focus());
    for (const step of /** @type {const} */ (['contrast', 'explain', 'check'])) {
      await page.press('Enter');
      await arrive(page, step);
      assert.equal(await focused(), lessonMessages.headings[step]);
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('[data-lesson="next"]')).focus());
    }
    await page.close();
  });

  test('on a phone a long step read to its end is followed by the next one from its beginning', async () => {
    const page = await site.open({ address: '?lesson=2', width: 360, height: 740 });
    await arrive(page, 'predict');
    await page.click('[data-lesson="skip"]');
    await arrive(page, 'run');
    await page.click('[data-lesson="run"]');
    await page.waitFor(() => document.querySelector('[data-lesson="next"]:not(:disabled)') !== null);
    for (const step of /** @type {const} */ (['contrast', 'explain', 'check'])) {
      await page.click('[data-lesson="next"]');
      await arrive(page, step);
      const { question, body } = await page.evaluate(() => ({
        question: document.querySelector('.lesson-question')?.getBoundingClientRect().top ?? NaN,
        body: document.querySelector('.lesson-body h3')?.getBoundingClientRect().bottom ?? NaN,
      }));
      assert.ok(question >= 0 && body < 370, `${step}: its question at ${question}, its heading down to ${body}`);
    }
    await page.close();
  });

  test('a term says what it means where it stands, and hides it again', async () => {
    const page = await site.open({ address: '?lesson=2' });
    await arrive(page, 'predict');
    await page.click('[data-term="sigmoid"]');
    await page.waitFor((means) => document.querySelector('.definition:not(:empty)')?.textContent?.includes(means), glossary.sigmoid.means);
    assert.equal(await page.evaluate(() => document.querySelector('[data-term="sigmoid"]')?.getAttribute('aria-expanded')), 'true');
    await page.click('[data-term="sigmoid"]');
    assert.equal(await page.evaluate(() => document.querySelector('.definition:not(:empty)')), null);
    await page.close();
  });

  test('every control is large enough to be hit', async () => {
    const page = await site.open({ address: '?lesson=2', width: 360, height: 740 });
    await arrive(page, 'predict');
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('#lesson :is(button, label, summary), #view-switch button')]
        .filter((each) => each.checkVisibility() && !each.classList.contains('term'))
        .filter((each) => each.getBoundingClientRect().height < 24 || each.getBoundingClientRect().width < 24)
        .map((each) => each.textContent),
    );
    assert.deepEqual(small, []);
    await page.close();
  });
});
