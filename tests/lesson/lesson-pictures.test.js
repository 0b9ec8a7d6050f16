/** How each chapter of the lesson looks, wide and narrow, light and dark: pictures for people in .cache/screenshots/, and nothing sticks out. */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { questionOf } from '../../web/lesson/story/questions.js';
import { OUTLINE } from '../../web/lesson/chapters/outline.js';
import { lessonMessages } from '../../web/messages/en/lesson.js';
import { arrive, guessAndRun } from '../support/lesson.js';
import { axeViolations, overflowOf, useSite } from '../support/page.js';

const FOLDER = fileURLToPath(new URL('../../.cache/screenshots/', import.meta.url));

const site = useSite('chromium');
before(() => mkdir(FOLDER, { recursive: true }));

for (const width of [360, 1280]) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    test(`${width} px wide, ${colorScheme}: the contrast of every chapter; nothing sticks out`, async () => {
      const page = await site.open({ address: '?lesson=2', width, height: 800, colorScheme });
      for (const [at] of OUTLINE.entries()) {
        // What is told on the stage has its pictures in stage.test.js.
        if (questionOf(at + 1)?.number === null) continue;
        if (at > 1) {
          await page.click('[data-lesson="contents"]');
          await page.click(`.lesson-entry[data-chapter="${at + 1}"]`);
        }
        await page.waitFor(
          (title) => document.querySelector('.lesson-question')?.textContent === title,
          lessonMessages.questions[OUTLINE[at].id],
        );
        await guessAndRun(page);
        await page.click('[data-lesson="next"]');
        await arrive(page, 'contrast');
        await page.waitFor(() => document.querySelector('.contrast[aria-busy="false"]') !== null);
        assert.equal(await overflowOf(page), 0, OUTLINE[at].id);
        assert.deepEqual(
          await page.evaluate(
            () => [...document.querySelectorAll('#lesson .table-scroll')].filter((each) => each.scrollWidth > each.clientWidth).length,
          ),
          0,
          `a table of ${OUTLINE[at].id} is cut off`,
        );
        const high = await page.evaluate(
          () => Math.ceil(/** @type {HTMLElement} */ (document.getElementById('lesson')).getBoundingClientRect().bottom + scrollY) + 130,
        );
        await page.setViewport(width, width < 1100 ? Math.max(high, 800) : 1200);
        await page.evaluate(() => scrollTo(0, 0));
        await page.screenshot(`${FOLDER}lesson-${at + 1}-${width}-${colorScheme}.png`);
        await page.setViewport(width, 800);
        if (colorScheme === 'dark' && width === 1280) assert.deepEqual(await axeViolations(page, '#lesson'), [], OUTLINE[at].id);
      }
      await page.close();
    });
  }
}
