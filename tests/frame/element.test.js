/** The custom element in a page that is not ours: what it opens and what it never does, and what its promises and events say when things go wrong. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { writeAddress } from '../../web/experiment/address.js';
import { parseExperiment } from '../../web/experiment/experiment.js';
import { PRESETS } from '../../web/experiment/presets.js';
import { openSite } from '../support/page.js';

/** @typedef {import('../support/browsers.js').Page} Page */

const LOGISTIC = PRESETS[5].experiment;

/** Notes what the element tells, and what goes wrong without anybody hearing of it. */
const LISTENING = `<script>
  window.told = []; window.unheard = []; window.ran = false;
  addEventListener('unhandledrejection', (event) => unheard.push(String(event.reason)));
  for (const type of ['ready', 'state', 'error']) addEventListener(type, (event) => event.detail && told.push(event.detail), true);
</script>`;
/** @param {string} script @param {string} body */
const hostPage = (script, body) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A course</title><link rel="icon" href="data:,">${LISTENING}<body>${body}${script}`;
const MODULE = '<script type="module" src="/element.js"></script>';

describe('an element', () => {
  /** @type {Awaited<ReturnType<typeof openSite>>} */
  let site;
  before(async () => {
    site = await openSite('chromium', {
      '/plain.html': hostPage(MODULE, '<twin-neurons preset="zeros"></twin-neurons>'),
      '/classic.html': hostPage('<script src="/element-classic.js"></script>', '<twin-neurons></twin-neurons>'),
      '/empty.html': hostPage(MODULE, ''),
      '/early.html': hostPage(
        `<script>document.querySelector('twin-neurons').experiment = ${JSON.stringify(LOGISTIC)};</script>${MODULE}`,
        '<twin-neurons></twin-neurons>',
      ),
    });
  });
  after(() => site?.close());

  /** @param {string} path */
  async function open(path) {
    const page = await site.newPage();
    await page.goto(`${site.url}${path}`);
    return page;
  }

  /** @param {Page} page @param {string} type */
  const untilTold = (page, type) =>
    page.waitFor((wanted) => /** @type {any} */ (window).told.find((/** @type {any} */ each) => each.type === wanted), type);
  /** The frame's address, and how many there are. @param {Page} page */
  const frames = (page) =>
    page.evaluate(() => [...(document.querySelector('twin-neurons')?.shadowRoot?.querySelectorAll('iframe') ?? [])].map(({ src }) => src));
  /** How many hidden layers the frame's network has, once it has answered. @param {Page} page */
  const hidden = (page) =>
    page.evaluate(
      async () => (await /** @type {any} */ (document.querySelector('twin-neurons')).send('get-state')).experiment.network.hidden,
    );

  for (const src of [
    'javascript:parent.ran=true',
    ' \t\n javascript:parent.ran=true',
    'java\nscript:parent.ran=true',
    '\u0001javascript:parent.ran=true',
    'JAVASCRIPT:parent.ran=true//http://',
    'data:text/html,<script>parent.ran=true</script>',
    'blob:https://example.org/0',
    'vbscript:x',
    'file:///etc/hostname',
    'about:blank',
    'http://[',
  ]) {
    test(`never opens ${JSON.stringify(src)}, and says so`, async () => {
      const page = await open('empty.html');
      await page.evaluate((given) => {
        const element = document.createElement('twin-neurons');
        element.setAttribute('src', given);
        document.body.append(element);
      }, src);
      const { sentence } = await untilTold(page, 'error');
      assert.match(sentence, /^src must be an address that begins with http: or https:; got /);
      assert.deepEqual([await frames(page), await page.evaluate(() => /** @type {any} */ (window).ran)], [[], false]);
      const failed = await page.evaluate(() =>
        /** @type {any} */ (document.querySelector('twin-neurons')).run().catch((/** @type {Error} */ error) => error.message),
      );
      assert.equal(failed, 'The frame is gone.');
      // A right one opens after all.
      await page.evaluate(() => document.querySelector('twin-neurons')?.setAttribute('src', '/?from=here'));
      await untilTold(page, 'ready');
      assert.equal((await frames(page)).length, 1);
      await page.close();
    });
  }

  test('of a classic script is the same', async () => {
    const page = await open('classic.html');
    await untilTold(page, 'ready');
    assert.ok((await frames(page))[0].startsWith(`${site.url}?embed=1`));
    await page.close();
  });

  test('takes over an experiment that was set before its script came', async () => {
    const page = await open('early.html');
    await untilTold(page, 'ready');
    assert.deepEqual(await hidden(page), []);
    await page.close();
  });

  test('opens JSON with a "#" in it, changes without a new frame, clears with null, and is not loaded again for what it has', async () => {
    const page = await open('plain.html');
    await untilTold(page, 'ready');
    const [address] = await frames(page);
    const named = JSON.stringify({ ...LOGISTIC, name: 'Task #3, with #run=x in its name' });
    await page.evaluate((text) => {
      const element = /** @type {any} */ (document.querySelector('twin-neurons'));
      element.dataset.same = '';
      element.setAttribute('preset', 'zeros');
      element.experiment = text;
      element.experiment = text;
    }, named);
    assert.deepEqual(await hidden(page), []);
    assert.deepEqual(await frames(page), [address]);
    // From the start, too: the JSON is no link.
    await page.evaluate(() => {
      const element = /** @type {any} */ (document.querySelector('twin-neurons'));
      /** @type {any} */ (window).told.length = 0;
      element.replaceWith(element);
      document.body.append(element);
    });
    await untilTold(page, 'ready');
    assert.deepEqual([await hidden(page), await frames(page)], [[], [address]]);
    await page.evaluate(() => {
      /** @type {any} */ (window).told.length = 0;
      /** @type {any} */ (document.querySelector('twin-neurons')).experiment = null;
    });
    await untilTold(page, 'ready');
    assert.deepEqual([await hidden(page), await frames(page)], [[2], [address]]);
    await page.close();
  });

  test('shows another theme and another language in the same frame, with what it had', async () => {
    const page = await open('plain.html');
    await untilTold(page, 'ready');
    const inside = () =>
      page.evaluate(async () => {
        const element = /** @type {any} */ (document.querySelector('twin-neurons'));
        const { step } = await element.send('get-state');
        const frame = element.shadowRoot.querySelector('iframe');
        const { lang, dataset } = frame.contentDocument.documentElement;
        const host = /** @type {any} */ (window);
        return { step, lang, theme: dataset.theme ?? null, isSame: frame === (host.first ??= frame) };
      });
    await page.evaluate(() => /** @type {any} */ (document.querySelector('twin-neurons')).run(7));
    await page.waitFor(async () => (await /** @type {any} */ (document.querySelector('twin-neurons')).send('get-state')).step === 7);
    assert.deepEqual(await inside(), { step: 7, lang: 'en', theme: null, isSame: true });
    await page.evaluate(() => document.querySelector('twin-neurons')?.setAttribute('theme', 'dark'));
    assert.equal((await inside()).theme, 'dark');
    await page.evaluate(() => document.querySelector('twin-neurons')?.setAttribute('lang', 'es'));
    // Its texts are loaded first.
    await page.waitFor(
      () => document.querySelector('twin-neurons')?.shadowRoot?.querySelector('iframe')?.contentDocument?.documentElement.lang === 'es',
    );
    assert.deepEqual(await inside(), { step: 7, lang: 'es', theme: 'dark', isSame: true });
    await page.evaluate(() => document.querySelector('twin-neurons')?.removeAttribute('theme'));
    assert.equal((await inside()).theme, null);
    await page.close();
  });

  test('opens a link at once', async () => {
    const page = await open('empty.html');
    const link = `https://example.org/lab/${writeAddress({ experiment: parseExperiment(LOGISTIC), steps: 9 })}`;
    await page.evaluate((experiment) => document.body.append(Object.assign(document.createElement('twin-neurons'), { experiment })), link);
    await untilTold(page, 'ready');
    assert.deepEqual(await hidden(page), []);
    await page.close();
  });

  test('taken out with a command on its way leaves no error that nobody hears', async () => {
    const page = await open('plain.html');
    await untilTold(page, 'ready');
    const left = await page.evaluate(async () => {
      const element = /** @type {any} */ (document.querySelector('twin-neurons'));
      element.run();
      const asked = element.send('get-state').catch((/** @type {Error} */ error) => error.message);
      element.remove();
      const after = element.pause().catch((/** @type {Error} */ error) => error.message);
      const said = [await asked, await after];
      // An unheard rejection is told in a task of its own.
      await new Promise((resolve) => setTimeout(resolve));
      return [...said, .../** @type {any} */ (window).unheard];
    });
    assert.deepEqual(left, ['The frame is gone.', 'The frame is gone.']);
    await page.close();
  });
});
