/** The page as an anywidget, in a browser, with a model of the test's own: what anywidget hands in, and nothing more. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkCourse } from '../../tools/course/course-file.js';
import { makePackages } from '../../tools/course/packages.js';
import { PRESETS } from '../../web/experiment/presets.js';
import { openBrowser } from '../support/browsers.js';
import { serveSite } from '../support/site.js';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/** A notebook's page: a model like anywidget's, and one view of it. Runs as that page's own script. @param {Record<string, unknown>} traits */
async function notebook(traits) {
  /** @type {Map<string, Set<(about: unknown) => void>>} */
  const listeners = new Map();
  const page = /** @type {any} */ (window);
  const of = (/** @type {string} */ event) => listeners.get(event) ?? listeners.set(event, new Set()).get(event);
  const model = {
    saved: 0,
    get: (/** @type {string} */ name) => traits[name],
    set(/** @type {string} */ name, /** @type {unknown} */ value) {
      traits[name] = value;
    },
    save_changes: () => (model.saved += 1),
    on: (/** @type {string} */ event, /** @type {(about: unknown) => void} */ listener) => of(event)?.add(listener),
    off: (/** @type {string} */ event, /** @type {(about: unknown) => void} */ listener) => of(event)?.delete(listener),
  };
  // @ts-ignore the module is made by ./build.sh course
  const { default: widget, ...others } = await import('/twin_neurons.mjs');
  page.model = model;
  page.traits = traits;
  page.fire = (/** @type {string} */ event, /** @type {unknown} */ about) => of(event)?.forEach((listener) => listener(about));
  page.listening = () => [...listeners.values()].reduce((sum, set) => sum + set.size, 0);
  page.cleanUp = await widget.render({ model, el: document.querySelector('div') });
  // Older anywidgets took a named export, and newer ones warn of it.
  page.others = Object.keys(others);
}

describe('the anywidget module', () => {
  /** @type {Awaited<ReturnType<typeof openBrowser>>} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serveSite>>} */
  let site;
  before(async () => {
    browser = await openBrowser('chromium');
    const { 'twin_neurons.mjs': widget } = await makePackages(checkCourse({ version: 1 }), { dist: DIST, folder: '.' });
    const traits = JSON.stringify({ experiment: PRESETS[0].experiment, steps: 30, state: {}, progress: {} });
    site = await serveSite({
      '/twin_neurons.mjs': Buffer.from(widget).toString('utf8'),
      '/notebook.html': `<!doctype html><html lang="en"><meta charset="utf-8"><title>A notebook</title><link rel="icon" href="data:,"><style>body{margin:0}</style><div></div><script type="module">await (${notebook})(${traits})</script>`,
    });
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  test('shows the page with the model\u2019s experiment, and tells the model what happens', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}notebook.html`);
    await page.waitFor(() => /** @type {any} */ (window).traits?.state.stepsToRun === 30);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).others), []);
    await page.evaluate(() => /** @type {any} */ (window).fire('msg:custom', { type: 'run' }));
    await page.waitFor(() => /** @type {any} */ (window).traits.state.step === 30 && !(/** @type {any} */ (window).traits.state.running));
    assert.ok((await page.evaluate(() => /** @type {any} */ (window).model.saved)) > 0);
    assert.match(await page.evaluate(() => /** @type {any} */ (window).traits.state.fingerprint), /^[0-9a-f]{16}$/);

    // Another number of steps, and then an experiment that is none: a sentence, and all is as it was.
    await page.evaluate(() => {
      const { traits, fire } = /** @type {any} */ (window);
      traits.steps = 40;
      fire('change:steps');
    });
    await page.waitFor(() => /** @type {any} */ (window).traits.state.stepsToRun === 40);
    await page.evaluate(() => {
      const { traits, fire } = /** @type {any} */ (window);
      traits.experiment = { network: 5 };
      fire('change:experiment');
    });
    await page.waitFor(() => document.querySelector('[role="alert"]:not([hidden])')?.textContent?.includes('network'));
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).traits.state.stepsToRun), 40);

    const height = await page.evaluate(() => document.querySelector('iframe')?.offsetHeight ?? 0);
    assert.ok(height > 0 && height !== 600, `${height}: it is as high as the page`);
    await page.evaluate(() => /** @type {any} */ (window).cleanUp());
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).listening()), 0);
    assert.deepEqual(await page.errors(), []);
  });
});
