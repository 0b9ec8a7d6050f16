/**
 * The stage, measured over all steps of its chapters, in three sizes, two languages and two themes: one figure in view, one button, few words, nothing that
 * scrolls inside the page, nothing that tells the answer before the guess. A chapter that is light in one language is dark in the other, and only English
 * moves: Spanish is as for people who want no motion. The soak sees both themes in both. It, or TWIN_PICTURES=1, leaves a picture of each step in
 * .cache/screenshots for the eye.
 */
import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { BEYOND } from '../../web/lesson/story/beyond/index.js';
import { CHAPTERS } from '../../web/lesson/story/chapters/index.js';
import { fillIn } from '../../web/lesson/text.js';
import { LANGUAGES, LANGUAGE_IDS } from '../../web/messages/languages.js';
import { SOAK } from '../support/engine.js';
import { axeViolations, read, useSite, whole } from '../support/page.js';
import { answer, choose, goOn } from '../support/story.js';

/** @typedef {import('../support/browsers.js').Page} Page */

/** Hundreds of pictures that nobody looks at take a third of the time. */
const ARE_SEEN = SOAK || process.env.TWIN_PICTURES === '1';
const PICTURES = fileURLToPath(new URL('../../.cache/screenshots/', import.meta.url));
const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
/** The least part of the window under the header that the figure has; of the window's height on a phone, where it is pinned above the caption. */
const SIZES = /** @type {const} */ ([
  { width: 1280, height: 800, share: 0.6, high: 0 },
  { width: 768, height: 1024, share: 0.6, high: 0 },
  { width: 360, height: 740, share: 0, high: 0.4 },
]);
const MOST_CONTROLS = 12;
const MOST_WORDS = 60;
const MOST_CAPTION = 45;
const MOST_BYTES = 80_000;

const site = useSite('chromium');
before(() => mkdir(PICTURES, { recursive: true }));

/** What a step must keep to, as it is on the page now. @param {Page} page */
const measure = (page) =>
  page.evaluate(() => {
    /** @type {(each: Element) => boolean} */
    const isSeen = (each) => each.checkVisibility({ visibilityProperty: true }) && each.getBoundingClientRect().width > 1;
    const all = (/** @type {string} */ selector) => [...document.querySelectorAll(selector)].filter(isSeen);
    const stage = /** @type {HTMLElement} */ (document.querySelector('[data-stage]')).getBoundingClientRect();
    const head = Math.max(0, document.querySelector('.top')?.getBoundingClientRect().bottom ?? 0);
    const seen = Math.max(0, Math.min(stage.bottom, innerHeight) - Math.max(stage.top, 0));
    return {
      step: document.getElementById('story')?.dataset.step,
      controls: all('button, a[href], input, select, textarea, summary, [role="slider"], [tabindex="0"]').length,
      fields: all('input, select, textarea').length,
      words: document.body.innerText.split(/\s+/).filter((word) => word !== '').length,
      caption: (document.querySelector('[data-caption]')?.textContent ?? '').split(/\s+/).filter((word) => word !== '').length,
      share: (stage.width * seen) / (innerWidth * (innerHeight - head)),
      high: seen / innerHeight,
      primaries: all('[data-primary]').length,
      // On a phone a button that waits for an answer stands below the question, which it would hide.
      isInSight: all(innerWidth < 700 ? '[data-primary]:enabled' : '[data-primary]').every(
        (each) => each.getBoundingClientRect().bottom <= innerHeight,
      ),
      sticksOut: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      scrollers: all('body *')
        .filter(
          (each) =>
            /auto|scroll/.test(getComputedStyle(each).overflow) &&
            (each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1),
        )
        .map((each) => each.className),
      cut: all('[data-stage] text, [data-stage] p, [data-stage] .net-hand')
        .filter((each) => {
          const { left, right, top, bottom } = each.getBoundingClientRect();
          return left < stage.left - 9 || right > stage.right + 9 || top < stage.top - 3 || bottom > stage.bottom + 3;
        })
        .map((each) => each.textContent),
      touching: all('.net').flatMap((net) =>
        [...net.querySelectorAll('.net-readout text')].filter(isSeen).flatMap((words) => {
          const box = words.getBoundingClientRect();
          return [...net.querySelectorAll('.net-rim')].flatMap((rim) => {
            const { left, right, top, bottom, width } = rim.getBoundingClientRect();
            const [x, y] = [(left + right) / 2, (top + bottom) / 2];
            const away = Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
            return away < width / 2 ? [words.textContent] : [];
          });
        }),
      ),
      text: document.body.innerText,
    };
  });

/** Whether all cards have come to where they belong. What asks for a hand moves on for ever. */
const isAtRest = () =>
  document.querySelector('[data-stage] [aria-busy="true"]') === null &&
  document.getAnimations().every((each) => each.playState !== 'running' || each.effect?.getTiming().iterations === Infinity);

/**
 * The same page in every size and in the themes, one after the other.
 * @param {Page} page
 * @param {readonly string[]} themes
 * @param {(size: typeof SIZES[number], theme: string) => Promise<void>} body
 */
async function everyWay(page, themes, body) {
  for (const size of SIZES) {
    await page.setViewport(size.width, size.height);
    for (const theme of themes) {
      await page.evaluate(async (wanted) => {
        document.documentElement.dataset.theme = wanted;
        scrollTo(0, 0);
        // What a figure does with its new size, it does before the frame after the next.
        for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      }, theme);
      await body(size, theme);
    }
  }
}

for (const language of LANGUAGE_IDS) {
  describe(`in ${language}, in every size, light and dark`, () => {
    for (const [place, { id, steps, claims }] of [...CHAPTERS, ...BEYOND].entries()) {
      const themes = SOAK ? ['light', 'dark'] : [(place + LANGUAGE_IDS.indexOf(language)) % 2 === 0 ? 'light' : 'dark'];
      test(`every step of ${id} keeps to its counts`, async () => {
        const { storyMessages, storyChapters: first } = await LANGUAGES[language].story();
        const { beyondChapters } = await LANGUAGES[language].storyBeyond();
        const storyChapters = { ...first, ...(await LANGUAGES[language].laterStory()).laterStoryChapters, ...beyondChapters };
        const page = await site.open({ address: `?lang=${language}&lesson=${id}`, reducedMotion: language !== 'en' });
        const look = async (/** @type {string} */ step, /** @type {string} */ name, /** @type {readonly string[]} */ sealed = []) =>
          everyWay(page, themes, async ({ width, share, high }, theme) => {
            await page.waitFor(isAtRest);
            const { text, ...now } = await measure(page);
            const where = `${name}, ${width}, ${theme}`;
            assert.equal(now.step, step, where);
            assert.deepEqual([now.primaries, now.isInSight], [1, true], where);
            assert.ok(now.caption <= MOST_CAPTION, `${where}: ${now.caption} words`);
            assert.ok(now.share >= share && now.high >= high, `${where}: ${now.share} of the area, ${now.high} of the height`);
            assert.deepEqual([now.sticksOut, now.scrollers, now.cut, now.touching], [0, [], [], []], where);
            assert.deepEqual(
              sealed.filter((reply) => text.includes(reply)),
              [],
              `${where} gives its answer away`,
            );
            if (ARE_SEEN) await page.screenshot(`${PICTURES}stage-${id}-${name}-${width}-${language}-${theme}.png`);
          });
        for (const [at, { id: step, ask }] of steps.entries()) {
          const name = `${at + 1}-${step}`;
          const replies = Object.values(storyChapters[id].steps[step].ask?.replies ?? {}).map((reply) =>
            fillIn(reply, claims, storyMessages.figures),
          );
          await look(step, name, replies);
          if (ask === undefined) {
            if (at < steps.length - 1) await goOn(page, step);
            continue;
          }
          const wrong = /** @type {string} */ (ask.options.find((option) => option !== ask.right));
          if (ask.kind === 'guess') {
            await choose(page, wrong);
            await goOn(page, step);
            continue;
          }
          await answer(page, wrong, false);
          assert.equal(
            await page.evaluate(() => /** @type {HTMLButtonElement} */ (document.querySelector('[data-primary]')).disabled),
            true,
            'a wrong answer is not done',
          );
          await look(step, `${name}-wrong`);
          await choose(page, ask.right);
          assert.equal(await page.evaluate(() => document.querySelector('.story-answer')), null, 'a reply leaves with its answer');
          await answer(page, ask.right, true);
          await look(step, `${name}-right`);
        }
        if (language === 'en') assert.deepEqual(await axeViolations(page, 'html'), []);
        assert.deepEqual(await page.errors(), []);
        await page.close();
      });
    }
  });
}

describe('on arrival', () => {
  for (const { width, height } of SIZES) {
    test(`at ${width} by ${height}: few controls and words, no form field, and nothing moves`, async () => {
      const page = await site.open({
        address: '',
        width,
        height,
        prepare: (fresh) =>
          fresh.addInitScript(() => {
            Object.assign(window, { shifts: [] });
            new PerformanceObserver((list) =>
              /** @type {any} */ (window).shifts.push(...list.getEntries().map((entry) => /** @type {any} */ (entry).value)),
            ).observe({
              type: 'layout-shift',
              buffered: true,
            });
          }),
      });
      const { controls, fields, words, primaries } = await measure(page);
      assert.ok(controls <= MOST_CONTROLS && words <= MOST_WORDS, `${controls} controls, ${words} words`);
      assert.deepEqual([fields, primaries], [0, 1]);
      const bottom = await page.evaluate(() => document.querySelector('[data-primary]')?.getBoundingClientRect().bottom ?? Infinity);
      assert.ok(bottom <= height, 'the button is in sight');
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).shifts), []);
      await page.close();
    });
  }

  test(`at most ${MOST_BYTES} compressed bytes are loaded before Train`, async () => {
    const page = await site.open({ address: '' });
    const paths = (await page.requests())
      .map((address) => new URL(address).pathname.slice(1) || 'index.html')
      .filter((path) => !/icon|manifest|offline|service/.test(path));
    const sizes = await Promise.all([...new Set(paths)].map(async (path) => gzipSync(await readFile(DIST + path)).length));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    assert.ok(total > 20_000 && total <= MOST_BYTES, `${total} bytes`);
    await page.close();
  });
});

describe('the first minute', () => {
  test('equal neurons waste one of them; one weight is changed, and XOR is solved', async () => {
    const page = await site.open({ address: '' });
    const words = () => page.evaluate(() => document.querySelector('.stage-words')?.textContent ?? '');
    await goOn(page, 'start');
    assert.match(await words(), /tied.*3 of 4 examples right/s);
    await goOn(page, 'same');
    await goOn(page, 'change');
    assert.match(await words(), /No two neurons are equal.*4 of 4 examples right.*0\.0079/s);
    await page.close();
  });

  test('a weight is moved by keys, typed, or dragged, and the run afterwards is that of the weight', async () => {
    const page = await site.open({ address: '' });
    await goOn(page, 'start');
    await goOn(page, 'same');
    const value = () =>
      page.evaluate(() => Number(document.querySelector('[role="slider"][data-weight="w5"]')?.getAttribute('aria-valuenow')));
    assert.equal(await value(), 0.7);
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('[data-weight="w5"]')).focus());
    await page.press('ArrowDown');
    assert.equal(await value(), 0.6);
    await page.press('Enter');
    await page.type('-0,4');
    await page.press('Enter');
    assert.equal(await value(), -0.4);
    assert.equal(await page.evaluate(() => document.querySelector('[data-line="w5"]')?.getAttribute('data-sign')), '-1');
    await page.press('Enter');
    await page.type('0.6');
    await page.press('Enter');
    await goOn(page, 'change');
    assert.match((await page.evaluate(() => document.querySelector('[data-caption]')?.textContent)) ?? '', /equal again/);
    await page.close();
  });

  test('on a phone the meaning of a term, the reply to an answer, and the choice that a drawn line makes, come into view', async () => {
    const page = await site.open({ address: '', width: 360, height: 740 });
    const isInView = (/** @type {string} */ selector) =>
      page.evaluate((wanted) => {
        const { top, bottom } = /** @type {Element} */ (document.querySelector(wanted)).getBoundingClientRect();
        const pinned = /** @type {Element} */ (document.querySelector('[data-stage]')).getBoundingClientRect();
        const go = /** @type {Element} */ (document.querySelector('.story-go'));
        // What a term means lies over the button, too.
        const end = go.querySelector(wanted) || wanted === '.term-means' ? innerHeight : go.getBoundingClientRect().top;
        return top >= pinned.bottom - 1 && bottom <= end + 1;
      }, selector);
    await page.click('[data-term="picture"]');
    await page.waitFor(() => document.querySelector('.term-means b') !== null);
    assert.ok(await isInView('.term-means'));
    await page.press('Escape');
    for (const step of ['start', 'same', 'change', 'apart', 'curves']) await goOn(page, step);
    await page.click('[data-choice="data"]');
    await page.click('[data-primary]');
    assert.ok(await isInView('.story-answer'));
    await page.goto(`${site.url}?lesson=ties`);
    await whole(page);
    await goOn(page, 'sort');
    await goOn(page, 'told');
    await page.waitFor(() => document.querySelector('.curves[aria-busy="false"]') !== null);
    await page.evaluate(() => {
      const over = /** @type {Element} */ (document.querySelector('.curves-over'));
      const { x, y, width, height } = over.getBoundingClientRect();
      const at = (/** @type {string} */ type, /** @type {number} */ along, /** @type {number} */ down) =>
        over.dispatchEvent(
          new PointerEvent(type, { pointerId: 1, isPrimary: true, clientX: x + along * width, clientY: y + down * height, bubbles: true }),
        );
      at('pointerdown', 0.2, 0.72);
      at('pointermove', 0.75, 0.85);
      at('pointerup', 0.75, 0.85);
    });
    assert.ok(await page.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector('[data-choice="falls"]')).checked));
    assert.ok(await isInView('[data-choice="falls"]'));
    assert.ok(await isInView('[data-primary]'));
    await page.close();
  });

  test('with less movement a run is told by its start, middle and end at once', async () => {
    const page = await site.open({ address: '', reducedMotion: true });
    await page.click('[data-primary]');
    assert.equal(await page.evaluate(() => document.querySelector('[data-playing]')), null);
    await page.waitFor(() => document.querySelector('.net-stills'));
    assert.equal(await page.evaluate(() => document.querySelector('[data-playing]')), null);
    assert.deepEqual(
      await page.evaluate(() =>
        [...document.querySelectorAll('.net-stills .race-title')].map((each) => each.textContent?.replace(/\d+$/, 'n')),
      ),
      ['step n', 'step n', 'step 2,n'],
    );
    await page.close();
  });

  for (const way of ['[data-action="to-lab"]', '[data-view-choice="lab"]'])
    test(`the run is opened in the lab, whole, by ${way}, and the question is gone back to`, async () => {
      const page = await site.open({ address: '' });
      await goOn(page, 'start');
      await page.click(way);
      await page.waitFor(() => document.getElementById('step')?.dataset.value === '2000');
      assert.equal((await read(page)).loss, '0.484300');
      await page.click('[data-preset="zeros"]');
      await page.click('[data-view-choice="lesson"]');
      await page.click('[data-view-choice="lab"]');
      await page.waitFor(() => document.getElementById('network')?.checkVisibility());
      assert.equal((await read(page)).shown.w1, '0', 'the lab is kept as it was left');
      await page.click('[data-action="back-to-question"]');
      await page.waitFor(() => document.getElementById('story')?.checkVisibility());
      assert.equal(await page.evaluate(() => document.getElementById('story')?.dataset.step), 'same');
      await page.goto(site.url);
      await whole(page);
      await page.click('[data-view-choice="lesson"]');
      await page.waitFor(() => document.getElementById('story')?.dataset.step);
      assert.equal(await page.evaluate(() => document.getElementById('story')?.dataset.step), 'same', 'it comes back where it was left');
      await page.close();
    });

  test('a lab that the address has a start for opens on that, whatever step of the lesson it is opened from', async () => {
    const page = await site.open({ address: '?lesson=twins&preset=zeros' });
    await goOn(page, 'start');
    await page.click('[data-view-choice="lab"]');
    await page.waitFor(() => document.querySelector('.chip') !== null);
    const { shown, step } = await read(page);
    assert.deepEqual([shown.w1, step], ['0', '0']);
    await page.close();
  });
});
