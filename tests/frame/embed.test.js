/** The page as its address presents it: in a frame of any size, opened on a preset, without some of its parts, light or dark. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { readAddress } from '../../web/experiment/address.js';
import { PARTS } from '../../web/base/address-keys.js';
import { PRESETS } from '../../web/experiment/presets.js';
import { LAB, enter, openSite, read, train, whole } from '../support/page.js';

/** @typedef {import('../support/browsers.js').Page} Page */
/** @typedef {import('../support/browsers.js').PageOptions} PageOptions */

/** A page around a frame, with much above it and below. @param {string} query */
const around = (query) => `<!doctype html><title>A course</title><link rel="icon" href="icon.svg">
<p style="height: 3000px">Above</p><iframe src="/?${query}" width="600" height="500" title="Twin Neurons"></iframe><p style="height: 3000px">Below</p>`;

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => {
  site = await openSite('chromium', { '/course.html': around('embed=1') });
});
after(() => site?.close());

/**
 * The page with this address, used and closed.
 * @param {string} address from "?" on
 * @param {(page: Page) => Promise<void>} body
 * @param {PageOptions} [options]
 */
async function using(address, body, options) {
  const page = await site.newPage(options);
  try {
    await page.goto(site.url + address);
    await whole(page);
    await body(page);
    assert.deepEqual(await page.errors(), []);
  } finally {
    await page.close();
  }
}

/** @param {Page} page */
const notices = (page) =>
  page.evaluate(() => [...document.querySelectorAll('#notices:not([hidden]) .notice')].map((notice) => notice.textContent));

/** @param {Page} page @param {string} selector */
const isShown = (page, selector) =>
  page.evaluate((part) => [...document.querySelectorAll(part)].some((found) => found.getClientRects().length > 0), selector);

/** @param {Page} page */
const bodyHeight = (page) => page.evaluate(() => document.body.scrollHeight);

describe('in a frame', () => {
  for (const [width, height] of [
    [320, 480],
    [600, 500],
    [800, 600],
  ]) {
    test(`of ${width} by ${height} the network and Train are in sight, and it trains`, () =>
      using(
        '?embed=1',
        async (page) => {
          for (const selector of ['.drawing', '[data-action="train"]', '[data-action="step"]', '[data-action="reset"]', '#step']) {
            const bottom = await page.evaluate(
              (part) => document.querySelector(part)?.getBoundingClientRect().bottom ?? Infinity,
              selector,
            );
            assert.ok(bottom <= height, `${selector} ends at ${bottom}`);
          }
          await page.select('[name="speed"]', 'Infinity');
          await train(page);
          assert.equal((await read(page)).verdict, 'Neurons 1 and 2 are exactly tied after 2,000 steps (every bit equal).');
          assert.equal(
            await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
            0,
            'nothing sticks out',
          );
        },
        { width, height },
      ));
  }

  test('of 320 by 480 is used by touch', () =>
    using(
      '?embed=1',
      async (page) => {
        await page.select('[name="speed"]', 'Infinity');
        await page.evaluate(() => scrollTo(0, 0));
        await page.tap('[data-preset="outgoing-apart"]');
        await page.tap('[data-action="train"]');
        await page.waitFor(() => document.getElementById('step')?.dataset.value === '2000');
        assert.match((await read(page)).verdict ?? '', /^Neurons 1 and 2 are apart/);
        await page.tap('[data-action="reset"]');
        assert.equal((await read(page)).exactStep, 0);
      },
      { width: 320, height: 480, touch: true },
    ));

  test('the page is as high as its content, whatever the height of the frame', () =>
    using(
      '?embed=1',
      async (page) => {
        const heights = [];
        for (const height of [200, 480, 700, 1600, 4000]) {
          await page.setViewport(600, height);
          heights.push(await bodyHeight(page));
        }
        assert.deepEqual(new Set(heights).size, 1, heights.join());
      },
      { width: 600, height: 480 },
    ));

  test('nothing is laid over the content of a small one', () =>
    using(
      '?embed=1',
      async (page) => {
        const overlaid = await page.evaluate(() =>
          [...document.querySelectorAll('body *')]
            .filter((each) => ['fixed', 'sticky'].includes(getComputedStyle(each).position))
            .map(({ id }) => id),
        );
        assert.deepEqual(overlaid, []);
      },
      { width: 320, height: 480 },
    ));

  test('the link to the whole page has the very run that is shown, and nothing of the frame', () =>
    using('?embed=1&hide=chart&origin=https%3A%2F%2Fexample.org&lang=en', async (page) => {
      await enter(page, '[name="w6"]', '-0.3');
      await page.click('[data-action="step"]');
      await page.hover('.whole-page');
      const { href, target, rel } = await page.evaluate(() => {
        const link = /** @type {HTMLAnchorElement} */ (document.querySelector('.whole-page'));
        return { href: link.href, target: link.target, rel: link.rel };
      });
      assert.deepEqual([target, rel], ['_blank', 'noopener']);
      const address = new URL(href);
      assert.equal(address.origin + address.pathname + address.search, `${site.url}?lang=en`);
      const run = readAddress(address.hash);
      assert.equal(run?.steps, 1);
      assert.deepEqual(run?.experiment.init.set, { w6: -0.3 });
    }));

  test('without embed=1 there is no such link, and the question is asked', () =>
    using('', async (page) => {
      assert.ok(!(await isShown(page, '.whole-page')));
      assert.ok(await isShown(page, 'h1'));
    }));
});

describe('preset', () => {
  test('opens that preset, at its start', () =>
    using('?preset=outgoing-apart', async (page) => {
      const { values, exactStep } = await read(page);
      assert.deepEqual([values.w5, values.w6, exactStep], [0.6, -0.3, 0]);
    }));

  test('gives way to the experiment behind the "#"', async () => {
    const { writeAddress } = await import('../../web/experiment/address.js');
    const { parseExperiment } = await import('../../web/experiment/experiment.js');
    const hash = writeAddress({ experiment: parseExperiment(PRESETS[2].experiment), steps: 7 });
    await using(`?preset=zeros${hash}`, async (page) => {
      assert.deepEqual((await read(page)).values, { w1: 0.2, w2: 0.4, w3: -0.1, w4: 0.7, w5: 0.6, w6: 0.6 });
    });
  });

  test('that there is not gets a sentence that names those there are', () =>
    using('?preset=nothing-like-it', async (page) => {
      assert.deepEqual(await notices(page), [
        'There is no preset \u201cnothing-like-it\u201d, so the page opened as usual. The presets are tied, outgoing-apart, incoming-apart, random, zeros, logistic.',
      ]);
      assert.equal((await read(page)).values.w6, 0.6);
    }));
});

/** Where each part of the page is. The lesson has a test of its own. @type {Record<string, string>} */
const WHERE = {
  presets: '#presets',
  network: '#network',
  controls: '#controls',
  verdict: '#verdict',
  chart: '.chart',
  setup: '#setup, #examples',
  chain: '#panel-chain',
  lab: '#panel-ties, #panel-keep',
  time: '#time',
  foot: '#foot',
  header: '.brand',
};

describe('hide', () => {
  for (const [part, selector] of Object.entries(WHERE)) {
    test(`${part} hides it and no more, from the keyboard and screen readers, too`, () =>
      using(`?hide=${part}`, async (page) => {
        assert.ok(!(await isShown(page, selector)));
        for (const [other, where] of Object.entries(WHERE)) if (other !== part) assert.ok(await isShown(page, where), other);
      }));
  }

  test('knows a place for every part', () => {
    assert.deepEqual([...Object.keys(WHERE), 'lesson'].sort(), [...PARTS].sort());
  });

  test('charts that are hidden are not drawn: they cost no time', () =>
    using('?hide=chart', async (page) => {
      const drawn = () =>
        page.evaluate(() => [...document.querySelectorAll('.chart canvas')].map((canvas) => canvas.hasAttribute('style')));
      await train(page);
      await page.click('[data-action="theme"]');
      assert.deepEqual(await drawn(), [false, false, false]);
    }));

  test('all at once leaves a page without errors', () =>
    using(`?embed=1&hide=${PARTS.join(',')}`, async (page) => {
      for (const selector of Object.values(WHERE)) assert.ok(!(await isShown(page, selector)), selector);
    }));
});

describe('theme', () => {
  test('is as the address says, whatever the system says, and is not remembered', async () => {
    const page = await site.newPage({ colorScheme: 'light' });
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.goto(`${site.url}?theme=dark`);
    await whole(page);
    assert.equal(await background(), 'rgb(21, 23, 26)');
    await page.goto(site.url);
    await whole(page);
    assert.equal(await background(), 'rgb(253, 253, 251)');
    await page.close();
  });
});

describe('what is wrong in the address', () => {
  test('gets one sentence each, and the page opens as usual', () =>
    using('?preset=tied&embed=yes&hide=charts&theme=%3Cimg%20src%3Dx%3E', async (page) => {
      assert.deepEqual(await notices(page), [
        'The address of this page says embed=yes where 1 or 0 was expected, so that was left out.',
        `The address of this page says hide=charts where one or more of ${PARTS.join(', ')}, separated by commas was expected, so that was left out.`,
        'The address of this page says theme=<img src=x> where light or dark was expected, so that was left out.',
      ]);
      assert.equal((await read(page)).exactStep, 0);
    }));

  test('is nothing where nothing is', () => using('?embed=1&v=1&theme=light', async (page) => assert.deepEqual(await notices(page), [])));
});

describe('training', () => {
  const isPaused = () => document.querySelector('[data-action="pause"]:not([hidden])') === null;

  test('pauses when the page is hidden, and does not go on by itself', () =>
    using(LAB, async (page) => {
      await page.click('[data-action="train"]');
      await page.waitFor(() => Number(document.getElementById('step')?.dataset.value) > 0);
      await page.evaluate(() => {
        Object.defineProperty(document, 'hidden', { value: true, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      });
      assert.ok(await page.evaluate(isPaused));
      await page.evaluate(() => {
        Object.defineProperty(document, 'hidden', { value: false, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      });
      assert.ok(await page.evaluate(isPaused));
    }));

  test('in a frame never starts by itself, and pauses when the frame is scrolled out of sight', async () => {
    const page = await site.newPage({ width: 800, height: 700 });
    await page.goto(`${site.url}course.html`);
    const inFrame = () => {
      const { contentDocument } = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
      return {
        ready: contentDocument?.documentElement.dataset.ready === 'true',
        running: contentDocument?.querySelector('[data-action="pause"]:not([hidden])') !== null,
        step: Number(contentDocument?.getElementById('step')?.dataset.value),
      };
    };
    const scrollToFrame = () => page.evaluate(() => document.querySelector('iframe')?.scrollIntoView({ block: 'center' }));
    await scrollToFrame();
    await page.waitFor(() => document.querySelector('iframe')?.contentDocument?.documentElement.dataset.ready);
    assert.deepEqual(await page.evaluate(inFrame), { ready: true, running: false, step: 0 });
    await page.evaluate(() =>
      /** @type {HTMLElement} */ (document.querySelector('iframe')?.contentDocument?.querySelector('[data-action="train"]')).click(),
    );
    await page.waitFor(() => Number(document.querySelector('iframe')?.contentDocument?.getElementById('step')?.dataset.value) > 0);
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitFor(
      () => document.querySelector('iframe')?.contentDocument?.querySelector('[data-action="train"]:not([hidden])') !== null,
    );
    const { step } = await page.evaluate(inFrame);
    assert.ok(step < 2000, 'before it was over');
    await scrollToFrame();
    assert.deepEqual(await page.evaluate(inFrame), { ready: true, running: false, step });
    await page.close();
  });
});
