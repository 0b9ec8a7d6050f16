/** The lesson on the page, in Chromium: the two sides, the address, what is remembered, what is lost, and the keyboard. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readAddress } from '../../web/experiment/address.js';
import { parseExperiment } from '../../web/experiment/experiment.js';
import { SECTIONS } from '../../web/lesson/beyond/sections.js';
import { CHAPTERS } from '../../web/lesson/story/chapters/index.js';
import { glossary } from '../../web/messages/en/glossary.js';
import { storyMessages } from '../../web/messages/en/story.js';
import { axeViolations, read, useSite, whole } from '../support/page.js';
import { serveSite } from '../support/site.js';
import { answer, arrive, choose, goOn, rest } from '../support/story.js';

/** @typedef {import('../support/browsers.js').Page} Page */

const site = useSite('chromium');

/** @param {Page} page */
const questionOf = (page) => page.evaluate(() => document.querySelector('.story-question')?.textContent ?? '');

/** @param {Page} page @param {string} selector */
const isShown = (page, selector) =>
  page.evaluate((wanted) => /** @type {HTMLElement | null} */ (document.querySelector(wanted))?.checkVisibility() ?? false, selector);

/** @param {Page} page @param {string} id */
async function openQuestion(page, id) {
  await page.click('[data-action="questions"]');
  await page.click(`.story-entry[data-chapter="${id}"]`);
}

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

  test('a linked experiment stays in the lab as it was, whatever the lesson shows beside it', async () => {
    const other = await site.open();
    await other.click('[data-preset="incoming-apart"]');
    await other.waitFor(() => location.hash !== '');
    const hash = await other.evaluate(() => location.hash);
    await other.close();
    const page = await site.open({ address: `?lesson=ties${hash}` });
    await arrive(page, 'ties', CHAPTERS[2].steps[0].id);
    await page.click('[data-primary]');
    await arrive(page, 'ties', CHAPTERS[2].steps[1].id);
    await page.click('[data-view-choice="lab"]');
    await page.waitFor(() => document.querySelector('.chip') !== null);
    assert.equal((await read(page)).shown.w4, '0.7');
    await page.close();
  });
});

describe('a question', () => {
  test('is linkable by its id and by the number it had, and the address follows', async () => {
    const page = await site.open({ address: '?lesson=zeros' });
    await arrive(page, 'zeros', CHAPTERS[3].steps[0].id);
    assert.equal(await questionOf(page), storyMessages.titles.zeros);
    await openQuestion(page, 'seed');
    await arrive(page, 'seed', CHAPTERS[5].steps[0].id);
    assert.equal(await page.evaluate(() => location.search), '?lesson=seed');
    await page.goto(`${site.url}?lesson=7`);
    await whole(page);
    await page.waitFor(() => document.getElementById('story')?.dataset.chapter === 'blame');
    assert.deepEqual(await page.errors(), []);
    await page.close();
  });

  test('comes back as it was left, and is forgotten when the progress is cleared', async () => {
    const { id, steps } = CHAPTERS[1];
    const page = await site.open({ address: `?lesson=${id}` });
    await goOn(page, steps[0].id);
    await choose(page, steps[1].ask?.options[0] ?? '');
    await goOn(page, steps[1].id);
    await page.goto(`${site.url}?lesson=${id}`);
    await whole(page);
    await arrive(page, id, steps[2].id);
    await page.click('[data-action="questions"]');
    await page.click('[data-action="clear-progress"]');
    assert.equal(await page.evaluate(() => localStorage.getItem('twin-neurons-story')), null);
    await page.goto(`${site.url}?lesson=${id}`);
    await whole(page);
    await arrive(page, id, steps[0].id);
    await page.close();
  });

  test('works where nothing can be kept', async () => {
    const { id, steps } = CHAPTERS[0];
    const page = await site.open({
      address: `?lesson=${id}`,
      prepare: (fresh) =>
        fresh.addInitScript(() =>
          Object.defineProperty(window, 'localStorage', {
            get: () => {
              throw new DOMException('forbidden', 'SecurityError');
            },
          }),
        ),
    });
    await goOn(page, steps[0].id);
    await goOn(page, steps[1].id);
    assert.deepEqual(await page.errors(), []);
    await page.close();
  });

  test('that cannot be loaded says so, and can be asked for again', async () => {
    const server = await serveSite();
    const page = await site.newPage();
    await page.goto(`${server.url}?lesson=twins`);
    await whole(page);
    await server.close();
    await openQuestion(page, 'ties');
    await page.waitFor((text) => document.querySelector('[data-caption]')?.textContent === text, storyMessages.loadFailed);
    await openQuestion(page, 'twins');
    await page.waitFor(() => document.getElementById('story')?.dataset.chapter === 'twins');
    await page.close();
  });
});

describe('the end', () => {
  test('has a picture of both networks to keep, with what is seen in it, and the link that makes it', async () => {
    const { id, steps } = CHAPTERS.find((chapter) => chapter.id === 'answer') ?? CHAPTERS[0];
    const page = await site.open({ address: `?lesson=${id}` });
    for (const { id: step } of steps.slice(
      0,
      steps.findIndex(({ keeps }) => keeps),
    ))
      await goOn(page, step);
    await page.waitFor(() => document.querySelector('[data-action="save-picture"]') !== null);
    await page.evaluate(() => {
      const kept = /** @type {any} */ (window);
      HTMLAnchorElement.prototype.click = function click() {
        kept.saved = { name: this.download, href: this.href };
      };
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (/** @type {string} */ text) => (kept.copied = text) } });
    });
    await page.click('[data-action="save-picture"]');
    const picture = await page.waitFor(async () => {
      const { saved } = /** @type {any} */ (window);
      if (saved === undefined) return null;
      const image = new Image();
      image.src = saved.href;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
      context.drawImage(image, 0, 0);
      const half = Math.floor(image.width / 2);
      /** Lines and maps in the colors of neurons 1 and 2. @param {number} from */
      const colored = (from) => {
        const { data } = context.getImageData(from, 0, half, image.height);
        let [blue, orange] = [0, 0];
        for (let at = 0; at < data.length; at += 4) {
          if (data[at] < 40 && data[at + 2] > 150) blue += 1;
          if (data[at] > 190 && data[at + 2] < 40) orange += 1;
        }
        return [blue, orange].map((count) => count / (half * image.height));
      };
      return { name: saved.name, width: image.width, left: colored(0), right: colored(half) };
    });
    assert.equal(picture.name, 'twin-neurons.png');
    assert.ok(picture.width > 1200, String(picture.width));
    for (const share of [...picture.left, ...picture.right]) assert.ok(share > 0.005 && share < 0.2, JSON.stringify(picture));
    await page.click('[data-action="copy-link"]');
    const link = await page.waitFor(() => /** @type {any} */ (window).copied);
    assert.deepEqual(readAddress(link.slice(link.indexOf('#')))?.experiment, parseExperiment(CHAPTERS[0].runs.apart.experiment));
    assert.deepEqual(await page.errors(), []);
    await page.close();
  });
});

describe('beyond the questions', () => {
  test('there are sections to be read, at the number that they had, too, whose links open their runs in the lab; and a way back', async () => {
    const page = await site.open({ address: '?lesson=11' });
    const sections = await page.evaluate(() =>
      [...document.querySelectorAll('#beyond section:not([data-section="chapters"], [data-section="sources"])')].map((each) =>
        each.getAttribute('data-section'),
      ),
    );
    assert.deepEqual(
      sections,
      SECTIONS.map(({ id }) => id),
    );
    assert.equal(await page.evaluate(() => location.search), '?lesson=11');
    const links = await page.evaluate(() =>
      [...document.querySelectorAll('#beyond a[data-run]')].map((link) => link.getAttribute('href') ?? ''),
    );
    assert.ok(links.length > SECTIONS.length && links.every((link) => readAddress(link.slice(link.indexOf('#'))) !== null));
    await page.click('[data-section="copies"] [data-run="one"]');
    await page.waitFor((steps) => document.getElementById('step')?.dataset.value === String(steps), SECTIONS.at(-1)?.runs.one.steps ?? 0);
    const opened = readAddress(await page.evaluate(() => location.hash))?.experiment;
    assert.deepEqual(opened, parseExperiment(SECTIONS.at(-1)?.runs.one.experiment ?? {}));
    assert.equal(await page.evaluate(() => location.search), '');
    await page.click('[data-action="back-to-question"]');
    await page.waitFor(() => location.search === '?lesson=beyond');
    assert.equal(await isShown(page, '#beyond'), true);
    await page.click('[data-action="to-questions"]');
    await arrive(page, 'twins', CHAPTERS[0].steps[0].id);
    assert.deepEqual([await isShown(page, '#beyond'), await isShown(page, '#story')], [false, true]);
    assert.deepEqual(await page.errors(), []);
    await page.close();
  });

  for (const colorScheme of /** @type {const} */ (['light', 'dark']))
    test(`axe finds nothing wrong, ${colorScheme}, and at 320 px nothing sticks out`, async () => {
      const page = await site.open({ address: '?lesson=beyond&lang=es', colorScheme, width: 320 });
      assert.deepEqual(await axeViolations(page, 'html'), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
      await page.close();
    });
});

describe('a term of a caption', () => {
  test('says what it means while it has the focus, in view, and moves nothing', async () => {
    const { id, steps } = CHAPTERS[2];
    const page = await site.open({ address: `?lesson=${id}`, width: 360, height: 740 });
    await arrive(page, id, steps[0].id);
    await page.waitFor(() => document.querySelector('.term') !== null);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('.term')).focus());
    await page.waitFor((means) => document.querySelector('.term-means')?.textContent?.includes(means), glossary.tied.means);
    const box = await page.evaluate(() => {
      const { left, right, top, bottom } = /** @type {HTMLElement} */ (document.querySelector('.term-means')).getBoundingClientRect();
      const under = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return { left, right, isOnTop: under?.closest('.term-means') !== null, height: document.documentElement.scrollHeight };
    });
    assert.ok(box.left >= 0 && box.right <= 360 && box.isOnTop, JSON.stringify(box));
    assert.equal(box.height, height);
    await page.press('Escape');
    assert.equal(await isShown(page, '.term-means'), false);
    assert.deepEqual(await page.errors(), []);
    await page.close();
  });
});

describe('for everybody', () => {
  test('the first question is gone through by the keyboard alone: the button has the focus from step to step, and the options where it waits for them', async () => {
    const { id, steps } = CHAPTERS[0];
    const page = await site.open({ address: `?lesson=${id}`, reducedMotion: true });
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('[data-primary]')).focus());
    for (const [at, { id: step }] of steps.slice(0, -1).entries()) {
      await page.press('Enter');
      await arrive(page, id, steps[at + 1].id);
      await rest(page);
      if (at < steps.length - 2) assert.ok(await page.evaluate(() => document.activeElement?.hasAttribute('data-primary')), step);
    }
    const { options, right } = /** @type {import('../../web/lesson/story/chapter.js').Ask} */ (steps[steps.length - 1].ask);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-choice'));
    assert.equal(await focused(), options[0]);
    await page.press(' ');
    for (const at of options.keys()) {
      assert.equal(await focused(), options[at]);
      await page.press('Tab');
      await page.press('Enter');
      await page.waitFor((isRight) => document.querySelector(`.story-answer[data-right="${isRight}"]`) !== null, options[at] === right);
      if (options[at] === right) break;
      assert.equal(await focused(), options[at], 'after a wrong answer the next one is an arrow away');
      await page.press('ArrowDown');
    }
    await page.close();
  });

  test('on a phone each step begins at its beginning, however far the one before was read', async () => {
    const { id, steps } = CHAPTERS[1];
    const page = await site.open({ address: `?lesson=${id}`, width: 360, height: 740 });
    await goOn(page, steps[0].id);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await choose(page, steps[1].ask?.options[0] ?? '');
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.click('[data-primary]');
    await arrive(page, id, steps[2].id);
    await page.waitFor(() => scrollY === 0);
    await page.close();
  });

  for (const [width, height] of [
    [1280, 800],
    [360, 740],
  ])
    test(`the list of questions lies over the first screen as soon as it is opened (${width} × ${height})`, async () => {
      const page = await site.open({ address: '', width, height });
      const buttonTop = () => page.evaluate(() => document.querySelector('[data-primary]')?.getBoundingClientRect().top);
      const before = await buttonTop();
      await page.click('[data-action="questions"]');
      await page.waitFor(() => document.querySelector('#story-questions:not([hidden])'));
      const place = await page.evaluate(() => {
        const { top, left, right } = /** @type {HTMLElement} */ (document.querySelector('#story-questions')).getBoundingClientRect();
        return { isInSight: top >= 0 && top < innerHeight / 2, isInside: left >= 0 && right <= innerWidth };
      });
      assert.deepEqual(
        [place, await buttonTop()],
        [{ isInSight: true, isInside: true }, before],
        'and what lies below it stays where it is',
      );
      await page.close();
    });

  test('the list of questions is put away by Escape and by a touch anywhere else', async () => {
    const page = await site.open({ address: '' });
    const isOpen = () => isShown(page, '#story-questions');
    await page.click('[data-action="questions"]');
    await page.waitFor(() => document.querySelector('#story-questions:not([hidden])'));
    await page.press('Escape');
    assert.equal(await isOpen(), false);
    await page.click('[data-action="questions"]');
    await page.waitFor(() => document.querySelector('#story-questions:not([hidden])'));
    await page.click('[data-stage]');
    assert.equal(await isOpen(), false);
    await page.click('[data-action="questions"]');
    await page.waitFor(() => document.querySelector('#story-questions:not([hidden])'));
    await page.click('[data-action="questions"]');
    assert.equal(await isOpen(), false);
    await page.close();
  });

  test('every control of a question is large enough to be hit', async () => {
    const { id, steps } = CHAPTERS[0];
    const page = await site.open({ address: `?lesson=${id}`, width: 360, height: 740 });
    for (const { id: step } of steps.slice(0, -1)) await goOn(page, step);
    const right = /** @type {string} */ (steps[steps.length - 1].ask?.right);
    await answer(page, right, true);
    await page.evaluate(() => scrollTo(0, 0));
    await page.click('[data-action="questions"]');
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('.top button, #story :is(button, label, summary)')]
        .filter((each) => each.checkVisibility())
        .filter((each) => each.getBoundingClientRect().height < 24 || each.getBoundingClientRect().width < 24)
        .map((each) => each.textContent),
    );
    assert.deepEqual(small, []);
    await page.close();
  });
});
