/** The examples of embedding, each opened in real browsers: the frame is there, trains, and tells the page around it. And the element. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { writeAddress } from '../../web/experiment/address.js';
import { MESSAGES_VERSION } from '../../web/frame/messages.js';
import { parseExperiment } from '../../web/experiment/experiment.js';
import { readPresentation } from '../../web/base/address-keys.js';
import { PRESETS } from '../../web/experiment/presets.js';
import { BROWSERS } from '../support/browsers.js';
import { openSite } from '../support/page.js';

/** @typedef {import('../support/browsers.js').Page} Page */

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const ELEMENT_LIMIT = 2 * 1024;

/** What a notebook's cell shows, as Python writes it. */
const notebook = execFileSync('/usr/bin/python3', [`${DIST}examples/notebook.py`, `${DIST}twin-neurons.html`, '?embed=1&preset=tied'], {
  encoding: 'utf8',
  maxBuffer: 2 ** 24,
});

/** Notes from now on what the page is told. @param {Page} page */
const listen = (page) =>
  page.evaluate(() => {
    const told = /** @type {any[]} */ ([]);
    Object.assign(window, { told });
    addEventListener('message', ({ data }) => told.push(data));
  });

/** Presses Train in the frame, at full speed, as soon as that can be done, and waits for what the page is told at the end. @param {Page} page @param {string} selector of the frame, or the element around it */
async function trainIn(page, selector) {
  await page.evaluate((wanted) => document.querySelector(wanted)?.scrollIntoView(), selector);
  await page.waitFor((wanted) => {
    const found = document.querySelector(wanted);
    const frame = /** @type {HTMLIFrameElement | null} */ (found?.shadowRoot?.querySelector('iframe') ?? found);
    if (frame?.contentDocument?.documentElement?.dataset.ready !== 'true') return false;
    const speed = /** @type {HTMLSelectElement} */ (frame.contentDocument.querySelector('[name="speed"]'));
    speed.value = 'Infinity';
    speed.dispatchEvent(new Event('change', { bubbles: true }));
    /** @type {HTMLElement} */ (frame.contentDocument.querySelector('[data-action="train"]')).click();
    return true;
  }, selector);
  return page.waitFor(() =>
    /** @type {any} */ (window).told
      .filter((/** @type {any} */ { type, running, step }) => type === 'state' && !running && step === 2000)
      .pop(),
  );
}

for (const name of BROWSERS) {
  describe(`in ${name}`, () => {
    /** @type {Awaited<ReturnType<typeof openSite>>} */
    let site;
    before(async () => {
      site = await openSite(name, { '/notebook.html': notebook });
    });
    after(() => site?.close());

    /** @param {string} path */
    const open = async (path) => {
      const page = await site.newPage();
      await page.goto(site.url + path);
      await listen(page);
      return page;
    };

    test('a plain frame trains and tells', async () => {
      const page = await open('examples/iframe.html');
      const { layers } = await trainIn(page, 'iframe');
      assert.equal(layers[0].effective, 1);
      assert.deepEqual(await page.errors(), []);
      await page.close();
    });

    test('two elements on one page train, tell by events, and are as high as their content', async () => {
      const page = await open('examples/element.html');
      assert.equal((await trainIn(page, '#tied')).layers[0].effective, 1);
      await page.waitFor(() => /^tied: step 2000, J 0\.69314/.test(document.getElementById('said')?.textContent ?? ''));
      await listen(page);
      assert.equal((await trainIn(page, '#apart')).layers[0].effective, 2);
      await page.waitFor(() => /^apart: step 2000, J 0\.3245/.test(document.getElementById('said')?.textContent ?? ''));
      await page.waitFor(() =>
        [...document.querySelectorAll('twin-neurons')].every((each) => {
          const frame = each.shadowRoot?.querySelector('iframe');
          return frame?.offsetHeight === Math.ceil(frame?.contentDocument?.body.getBoundingClientRect().height ?? 0);
        }),
      );
      assert.deepEqual(await page.errors(), []);
      await page.close();
    });

    test("a notebook's cell trains and tells, without an address, and is as high as it is itself, and says that its link leads nowhere, until it is told where", async () => {
      const page = await open('notebook.html');
      assert.equal((await trainIn(page, 'iframe')).layers[0].effective, 1);
      // Nobody in a notebook listens to how high it is.
      await page.waitFor(() => {
        const frame = document.querySelector('iframe');
        const body = frame?.contentDocument?.body;
        return body && frame.offsetHeight !== 640 && body.scrollHeight === body.clientHeight;
      });
      const link = () =>
        page.evaluate(() => {
          const anchor = document.querySelector('iframe')?.contentDocument?.querySelector('a.whole-page');
          return [anchor?.getAttribute('href'), anchor?.getAttribute('title')];
        });
      assert.deepEqual(await link(), [null, 'link: this page was made from a text and has no address on the web to lead to']);
      assert.deepEqual(await page.errors(), []);
      await page.evaluate(() => {
        const root = /** @type {HTMLElement} */ (document.querySelector('iframe')?.contentDocument?.documentElement);
        root.dataset.site = 'https://example.org/twin-neurons/';
        root.querySelector('a.whole-page')?.dispatchEvent(new Event('focus'));
      });
      assert.match(String((await link())[0]), /^https:\/\/example\.org\/twin-neurons\/#run=/);
      await page.close();
    });
  });
}

describe("the notebook's program", () => {
  const program = `${DIST}examples/notebook.py`;
  /** What Python prints. @param {string} lines */
  const python = (lines) =>
    execFileSync('/usr/bin/python3', ['-c', `import sys, runpy\n${lines}`], { encoding: 'utf8', maxBuffer: 2 ** 24 });
  const run = `names = runpy.run_path(${JSON.stringify(program)}, run_name='__main__')`;

  test('is run by %run and in a cell without a word, and then makes a cell that knows where the page is on the web', () => {
    assert.equal(python(`sys.argv = ['notebook.py']\n${run}`), '');
    assert.equal(python(`sys.argv = ['ipykernel_launcher.py', '-f', 'kernel.json']\nexec(open(${JSON.stringify(program)}).read())`), '');
    const file = JSON.stringify(`${DIST}twin-neurons.html`);
    const cell = python(`${run}\nprint(names['twin_neurons'](${file}, site='https://example.org/'))`);
    assert.match(
      cell.slice(0, 205),
      /^<div><iframe srcdoc="&lt;!doctype html&gt;\s*&lt;html data-address=&quot;\?embed=1&quot; data-site=&quot;https:\/\/example\.org\/&quot; /,
    );
  });
});

describe('in a browser', () => {
  /** @type {Awaited<ReturnType<typeof openSite>>} */
  let site;
  before(async () => {
    site = await openSite('chromium', {
      '/empty.html': '<!doctype html><title>A page</title><link rel="icon" href="data:,"><script type="module" src="element.js"></script>',
    });
  });
  after(() => site?.close());

  test("a slide's frame is loaded when the slide is shown, trains, and is gone when it is left", async () => {
    const page = await site.newPage();
    await page.goto(`${site.url}examples/slides.html`);
    await listen(page);
    assert.equal(await page.evaluate(() => document.querySelector('iframe')?.hasAttribute('src')), false);
    await page.click('#next');
    assert.equal((await trainIn(page, 'iframe')).step, 2000);
    await page.click('#next');
    assert.equal(await page.evaluate(() => document.querySelector('iframe')?.hasAttribute('src')), false);
    assert.deepEqual(await page.errors(), []);
    await page.close();
  });

  test("a course's frame has only what Canvas lets pass, trains, and gets the height that it asks for", async () => {
    // canvas_sanitize: for every element style, class, id, title, role, lang, dir and aria-…; for frames these.
    const passes = [
      'src',
      'width',
      'height',
      'name',
      'align',
      'frameborder',
      'scrolling',
      'sandbox',
      'allowfullscreen',
      'style',
      'class',
      'id',
      'title',
    ];
    const page = await site.newPage();
    await page.goto(`${site.url}examples/course.html`);
    await listen(page);
    assert.deepEqual(
      (await page.evaluate(() => document.querySelector('iframe')?.getAttributeNames() ?? [])).filter((name) => !passes.includes(name)),
      [],
    );
    assert.equal((await trainIn(page, 'iframe')).layers[0].effective, 1);
    await page.waitFor(() => {
      const frame = document.querySelector('iframe');
      return frame?.offsetHeight === Math.ceil(frame?.contentDocument?.body.getBoundingClientRect().height ?? 0);
    });
    assert.deepEqual(await page.errors(), []);
    await page.close();
  });

  /**
   * A page with one element, ready.
   * @param {Record<string, string>} attributes
   */
  async function openElement(attributes) {
    const page = await site.newPage();
    await page.goto(`${site.url}empty.html`);
    await page.evaluate((given) => {
      const element = document.createElement('twin-neurons');
      for (const [key, value] of Object.entries(given)) element.setAttribute(key, value);
      const told = /** @type {any[]} */ ([]);
      Object.assign(window, { told });
      for (const type of ['ready', 'resize', 'state', 'step', 'error'])
        element.addEventListener(type, (event) => told.push(/** @type {CustomEvent} */ (event).detail));
      document.body.append(element);
    }, attributes);
    await page.waitFor(() => /** @type {any} */ (window).told.some((/** @type {any} */ { type }) => type === 'ready'));
    return page;
  }

  /** The address of the element's frame. @param {Page} page */
  const addressOf = (page) => page.evaluate(() => document.querySelector('twin-neurons')?.shadowRoot?.querySelector('iframe')?.src ?? '');

  test('an element says all that its attributes say in the address of its frame', async () => {
    const hash = writeAddress({ experiment: parseExperiment(PRESETS[4].experiment), steps: 9 });
    const page = await openElement({
      preset: 'tied',
      hide: 'chart,lab',
      theme: 'dark',
      lang: 'en',
      v: '1',
      experiment: `https://example.org/${hash}`,
      title: 'Zeros',
    });
    const address = new URL(await addressOf(page));
    const { presentation, refusals } = readPresentation(address.search);
    assert.deepEqual(
      [refusals, presentation.embed, presentation.preset, presentation.hide, presentation.theme, presentation.origin],
      [[], true, 'tied', ['chart', 'lab'], 'dark', new URL(site.url).origin],
    );
    assert.equal(address.hash, hash);
    const { title, loading, sandbox } = await page.evaluate(() => {
      const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('twin-neurons')?.shadowRoot?.querySelector('iframe'));
      return { title: frame.title, loading: frame.loading, sandbox: [...frame.sandbox] };
    });
    assert.deepEqual([title, loading], ['Zeros', 'lazy']);
    assert.ok(!sandbox.includes('allow-top-navigation') && !sandbox.includes('allow-forms') && !sandbox.includes('allow-modals'));
    await page.close();
  });

  test("an element trains, pauses, resets, takes experiments, and refuses with the frame's sentence", async () => {
    const page = await openElement({});
    const results = await page.evaluate(async (experiment) => {
      const element = /** @type {any} */ (document.querySelector('twin-neurons'));
      const paused = (await element.run(), await element.pause());
      const reset = await element.reset();
      element.experiment = experiment;
      const set = await element.send('get-state');
      const sentence = await element.send('set-state', { experiment: { network: 3 } }).catch((/** @type {Error} */ error) => error.message);
      return { paused: paused.running, reset: reset.step, set: set.experiment.network.hidden, sentence };
    }, PRESETS[5].experiment);
    assert.deepEqual(results, { paused: false, reset: 0, set: [], sentence: 'network: must be an object; got 3' });
    await page.close();
  });

  test('an element opens with an experiment given as JSON', async () => {
    const page = await openElement({ experiment: JSON.stringify(PRESETS[5].experiment) });
    await page.waitFor(() =>
      /** @type {any} */ (window).told.some(
        (/** @type {any} */ { type, experiment }) => type === 'state' && experiment.network.hidden.length === 0,
      ),
    );
    await page.close();
  });

  test('an element makes one new frame for attributes that change together, and leaves nothing behind when it is removed', async () => {
    const page = await openElement({ preset: 'tied' });
    const first = await addressOf(page);
    await page.evaluate(() => {
      const element = document.querySelector('twin-neurons');
      element?.setAttribute('preset', 'zeros');
      element?.setAttribute('theme', 'light');
    });
    await page.waitFor((old) => document.querySelector('twin-neurons')?.shadowRoot?.querySelector('iframe')?.src !== old, first);
    assert.deepEqual([...new URL(await addressOf(page)).searchParams.keys()].sort(), ['embed', 'origin', 'preset', 'theme']);
    assert.equal(await page.evaluate(() => document.querySelector('twin-neurons')?.shadowRoot?.querySelectorAll('iframe').length), 1);
    const left = await page.evaluate(async () => {
      const element = /** @type {any} */ (document.querySelector('twin-neurons'));
      const asked = element.send('get-state').catch((/** @type {Error} */ error) => error.message);
      element.remove();
      return [await asked, element.shadowRoot.querySelectorAll('iframe').length];
    });
    assert.deepEqual(left, ['The frame is gone.', 0]);
    assert.deepEqual(await page.errors(), []);
    await page.close();
  });
});

describe('for other programs', () => {
  test(`the element is at most ${ELEMENT_LIMIT} bytes compressed, and speaks the page's version of the messages`, async () => {
    const script = await readFile(`${DIST}element.js`);
    assert.ok(gzipSync(script, { level: 9 }).length <= ELEMENT_LIMIT);
    assert.equal(
      /const MESSAGES_VERSION = (\d+);/.exec(await readFile(new URL('../../web/element.js', import.meta.url), 'utf8'))?.[1],
      String(MESSAGES_VERSION),
    );
  });

  test('there is what Discourse and the like look for: a description, a picture, and an oEmbed answer with a frame', async () => {
    const page = await readFile(`${DIST}index.html`, 'utf8');
    const tag = (/** @type {string} */ property) =>
      new RegExp(`<meta (?:property|name)="${property}" content="([^"]+)">`).exec(page)?.[1] ?? '';
    for (const property of ['description', 'og:title', 'og:description', 'og:image', 'og:image:alt', 'twitter:card'])
      assert.notEqual(tag(property), '', property);
    const picture = await readFile(DIST + tag('og:image'));
    assert.deepEqual([picture.readUInt32BE(16), picture.readUInt32BE(20)].map(String), [tag('og:image:width'), tag('og:image:height')]);
    const link = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(page)?.[1] ?? '';
    const answer = JSON.parse(await readFile(DIST + link, 'utf8'));
    assert.deepEqual([answer.version, answer.type], ['1.0', 'rich']);
    assert.ok(answer.width > 0 && answer.height > 0);
    assert.match(answer.html, /^<iframe [^>]*src="[^"]*\?embed=1[^"]*"/);
  });
});
