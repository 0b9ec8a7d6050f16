/**
 * The page as an anywidget, by npm's anywidget itself: its model and its view on the widget manager of Jupyter's own packages, in real browsers. What stands
 * for a kernel speaks the messages of ipywidgets (update, custom; a status when it has heard), and has the traits that a notebook's Python would have.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { checkCourse } from '../../tools/course/course-file.js';
import { makePackages } from '../../tools/course/packages.js';
import { PRESETS } from '../../web/experiment/presets.js';
import { BROWSERS, openBrowser } from '../support/browsers.js';
import { serveSite } from '../support/site.js';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const HERE = fileURLToPath(new URL('.', import.meta.url));

/** The front end of a notebook, without a notebook. anywidget is a module for RequireJS, as Jupyter loads it. */
const FRONT_END = `
  import * as base from '@jupyter-widgets/base';
  import { ManagerBase } from '@jupyter-widgets/base-manager';
  let anywidget;
  globalThis.define = (names, make) => {
    if (String(names) !== '@jupyter-widgets/base') throw new Error('anywidget needs ' + names);
    anywidget = make(base);
  };
  await import('anywidget');
  export class Manager extends ManagerBase {
    async loadClass(name, module) {
      return module === 'anywidget' ? anywidget[name] : base[name];
    }
    async _create_comm() {
      throw new Error('nobody opens a widget from here');
    }
    async _get_comm_info() {
      return {};
    }
  }
`;

/** The kernel, and a cell with one view. Runs as the page's own script. @param {Record<string, unknown>} given */
async function notebook(given) {
  const page = /** @type {any} */ (window);
  // @ts-ignore it is made by this test
  const { Manager } = await import('/front-end.js');
  const esm = await (await fetch('/twin_neurons.mjs')).text();
  /** What Python has. @type {Record<string, any>} */
  const traits = { ...given };
  /** @type {(message: object) => Promise<void>} */
  let hear = async () => {};
  const message = (/** @type {object} */ data) => ({ content: { comm_id: 'one', data }, buffers: [], parent_header: {}, metadata: {} });
  let updates = 0;
  const comm = {
    comm_id: 'one',
    target_name: 'jupyter.widget',
    on_msg: (/** @type {typeof hear} */ listener) => (hear = listener),
    on_close() {},
    close() {},
    send(/** @type {any} */ { method, state }, /** @type {any} */ callbacks) {
      if (method !== 'update') throw new Error(`a kernel does not know ${method}`);
      updates += 1;
      // As JSON, as over a socket.
      Object.assign(traits, JSON.parse(JSON.stringify(state)));
      queueMicrotask(() => callbacks.iopub.status({ content: { execution_state: 'idle' } }));
      return `m${updates}`;
    },
  };
  const manager = new Manager();
  const classes = Object.fromEntries(
    ['model', 'view'].flatMap((kind) => [
      [`_${kind}_module`, 'anywidget'],
      [`_${kind}_module_version`, '*'],
      [`_${kind}_name`, kind === 'model' ? 'AnyModel' : 'AnyView'],
    ]),
  );
  const model = await manager.handle_comm_open(comm, {
    content: { data: { state: { ...classes, _esm: esm, _anywidget_id: 'test.TwinNeurons', ...given } } },
    metadata: { version: '2.1.0' },
  });
  const view = await manager.create_view(model);
  document.querySelector('div')?.append(view.el);
  Object.assign(page, {
    traits,
    set(/** @type {Record<string, unknown>} */ state) {
      Object.assign(traits, state);
      return hear(message({ method: 'update', state, buffer_paths: [] }));
    },
    say: (/** @type {object} */ content) => hear(message({ method: 'custom', content })),
    remove: () => view.remove(),
    updates: () => updates,
    // Older anywidgets took a named export, and newer ones warn of it.
    exported: Object.keys(await import(URL.createObjectURL(new Blob([esm], { type: 'text/javascript' })))),
  });
}

/** @param {import('../support/browsers.js').Page} page @param {'set' | 'say'} how @param {object} what */
const kernel = (page, how, what) =>
  page.evaluate(async (name, given) => void (await /** @type {any} */ (window)[name](given)), how, /** @type {any} */ (what));

/** What Python reads of the page's state. @param {import('../support/browsers.js').Page} page @param {Record<string, unknown>} fields that it comes to have */
const untilState = (page, fields) =>
  page.waitFor((wanted) => {
    const { state } = /** @type {any} */ (window).traits ?? {};
    return state && Object.entries(wanted).every(([key, value]) => state[key] === value) && state;
  }, fields);

const ZEROS = { chapter: 'zeros', all: [{ chapter: 'zeros', reached: 6, guess: 'none', answers: ['small', 'no-twin'] }] };
const ANSWERED = { chapter: 'twins', all: [{ chapter: 'twins', reached: 6, answers: ['start'] }] };

/** @type {Awaited<ReturnType<typeof serveSite>>} */
let site;
before(async () => {
  const { 'twin_neurons.mjs': widget } = await makePackages(checkCourse({ version: 1 }), { dist: DIST, folder: '.' });
  const { outputFiles } = await build({
    stdin: { contents: FRONT_END, resolveDir: HERE },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    define: { global: 'globalThis' },
    logLevel: 'error',
  });
  const page = (/** @type {object} */ traits) =>
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>A notebook</title><link rel="icon" href="data:,"><style>body{margin:0}</style><div></div><script type="module">await (${notebook})(${JSON.stringify({ experiment: {}, steps: 30, state: {}, progress: {}, ...traits })})</script>`;
  site = await serveSite({
    '/twin_neurons.mjs': Buffer.from(widget).toString('utf8'),
    '/front-end.js': outputFiles[0].text,
    '/notebook.html': page({ experiment: PRESETS[0].experiment }),
    '/progress.html': page({ progress: ZEROS }),
  });
});
after(() => site?.close());

for (const name of BROWSERS)
  describe(`npm's anywidget in ${name}`, () => {
    /** @type {Awaited<ReturnType<typeof openBrowser>>} */
    let browser;
    before(async () => {
      browser = await openBrowser(name);
    });
    after(() => browser?.close());

    test('experiment and steps come from Python, commands too, and state goes there', async () => {
      const page = await browser.newPage();
      await page.goto(`${site.url}notebook.html`);
      await untilState(page, { stepsToRun: 30, step: 0 });
      assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).exported), ['default']);
      await kernel(page, 'say', { type: 'run' });
      const { fingerprint, layers } = await untilState(page, { step: 30, running: false });
      assert.match(fingerprint, /^[0-9a-f]{16}$/);
      assert.equal(layers[0].effective, 1);
      await kernel(page, 'set', { steps: 40 });
      await untilState(page, { stepsToRun: 40, step: 30 });
      await kernel(page, 'set', { experiment: PRESETS[2].experiment });
      const other = await untilState(page, { stepsToRun: 40, step: 0 });
      assert.equal(other.layers[0].effective, 2);

      // An experiment that is none: its sentence, also when other steps come with it; the page and Python stay as they were.
      await kernel(page, 'set', { experiment: { network: 5 }, steps: 50 });
      await untilState(page, { stepsToRun: 50 });
      await page.waitFor(() => document.querySelector('[role="alert"]:not([hidden])')?.textContent?.includes('network'));
      assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).traits.state.experiment), other.experiment);
      const refusalAfter = (/** @type {object} */ told) =>
        page.evaluate(async (state) => {
          const { contentWindow: source } = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
          dispatchEvent(new MessageEvent('message', { source, data: { ...state, twinNeurons: 1, type: 'state' } }));
          return document.querySelector('[role="alert"]:not([hidden])') !== null;
        }, told);
      assert.ok(await refusalAfter({ ...other, stepsToRun: 50 }), 'a state that is told again, late, hides nothing');
      assert.ok(!(await refusalAfter({ ...other, experiment: PRESETS[0].experiment })), 'what somebody chooses on the page does');

      assert.ok(await page.evaluate(() => document.querySelector('iframe')?.offsetHeight !== 600), 'it is as high as the page');
      await page.evaluate(() => /** @type {any} */ (window).remove());
      assert.equal(await page.evaluate(() => document.querySelector('iframe')), null);
      const told = await page.evaluate(() => /** @type {any} */ (window).updates());
      await kernel(page, 'set', { steps: 60 });
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).updates()), told, 'a view that is gone tells nothing');
      assert.deepEqual(await page.errors(), []);
      await page.close();
    });

    test('steps alone are for the experiment that the page shows; progress is gone on from, at the beginning and later, goes to Python, and comes to rest', async () => {
      const page = await browser.newPage();
      await page.goto(`${site.url}progress.html`);
      const scores = () =>
        page.waitFor(() => {
          const { all } = /** @type {any} */ (window).traits?.progress ?? {};
          return all?.length > 1 && Object.fromEntries(all.map((/** @type {any} */ each) => [each.chapter, each.score]));
        });
      assert.equal((await scores()).zeros, 70);
      await untilState(page, { stepsToRun: 30 });
      await kernel(page, 'set', { progress: ANSWERED });
      const { twins, zeros } = await scores();
      assert.deepEqual([twins, zeros], [100, 70]);
      // The page answers a later question, and has told nothing more in between: what it is told back is what it has told.
      const told = await page.evaluate(() => /** @type {any} */ (window).updates());
      await kernel(page, 'set', await page.evaluate(() => ({ progress: /** @type {any} */ (window).traits.progress })));
      await kernel(page, 'say', { type: 'run', steps: 5 });
      await untilState(page, { step: 5, running: false });
      const more = (await page.evaluate(() => /** @type {any} */ (window).updates())) - told;
      assert.ok(more <= 4, `${more} messages for one run`);
      assert.deepEqual(await page.errors(), []);
      await page.close();
    });
  });
