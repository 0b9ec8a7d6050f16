/**
 * The page as an anywidget in MyST: mystmd reads a chapter with its directive and builds it, and the widget renderer of MyST's themes shows it, in Chromium. A whole
 * theme is not tried: mystmd would fetch one from the network.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { checkCourse } from '../../tools/course/course-file.js';
import { makePackages } from '../../tools/course/packages.js';
import { PRESETS } from '../../web/experiment/presets.js';
import { openBrowser } from '../support/browsers.js';
import { serveSite } from '../support/site.js';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const HERE = fileURLToPath(new URL('.', import.meta.url));

/** What somebody writes into a chapter; the experiment is that of a link or of "Keep and share". */
const CHAPTER = `# Twins

:::{anywidget} twin_neurons.mjs
{ "experiment": ${JSON.stringify(PRESETS[0].experiment)}, "steps": 30 }
:::
`;

/** A theme that shows the widget and nothing else. */
const THEME = `
  import { createElement } from 'react';
  import { createRoot } from 'react-dom/client';
  import { ANY_RENDERERS } from '@myst-theme/anywidget';
  const root = createRoot(document.querySelector('div'));
  const { mdast } = await (await fetch('/index.json')).json();
  const [node] = mdast.children.flatMap(({ children }) => children).filter(({ type }) => type === 'anywidget');
  root.render(createElement(ANY_RENDERERS.anywidget, { node }));
  Object.assign(window, { leave: () => root.unmount(), model: node.model });
`;

describe('in MyST', () => {
  /** @type {Awaited<ReturnType<typeof serveSite>>} */
  let site;
  /** @type {Awaited<ReturnType<typeof openBrowser>>} */
  let browser;
  before(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'myst '));
    try {
      const packages = await makePackages(checkCourse({ version: 1 }), { dist: DIST, folder: '.' });
      await mkdir(join(folder, 'theme'));
      await Promise.all([
        writeFile(join(folder, 'twin_neurons.mjs'), packages['twin_neurons.mjs']),
        writeFile(join(folder, 'index.md'), CHAPTER),
        writeFile(join(folder, 'myst.yml'), 'version: 1\nproject:\n  toc:\n    - file: index.md\nsite:\n  template: ./theme\n'),
        writeFile(join(folder, 'theme', 'template.yml'), 'jtex: v1\ntitle: Nothing else\nversion: 1.0.0\nkind: site\n'),
      ]);
      await promisify(execFile)(process.execPath, [`${HERE}node_modules/mystmd/dist/myst.cjs`, 'build', '--site', '--ci'], { cwd: folder });
      const chapter = await readFile(join(folder, '_build/site/content/index.json'), 'utf8');
      const [, module] = /** @type {RegExpExecArray} */ (/"esm":"\/([^"]+\.mjs)"/.exec(chapter));
      const { outputFiles } = await build({
        stdin: { contents: THEME, resolveDir: HERE },
        bundle: true,
        write: false,
        format: 'esm',
        target: 'es2022',
        define: { 'process.env.NODE_ENV': '"production"' },
        logLevel: 'error',
      });
      site = await serveSite({
        [`/${module}`]: await readFile(join(folder, '_build/site/public', module), 'utf8'),
        '/index.json': chapter,
        '/theme.js': outputFiles[0].text,
        '/book.html':
          '<!doctype html><html lang="en"><meta charset="utf-8"><title>A book</title><link rel="icon" href="data:,"><div></div><script type="module" src="theme.js"></script>',
      });
    } finally {
      await rm(folder, { recursive: true });
    }
    browser = await openBrowser('chromium');
  });
  after(() => Promise.all([site?.close(), browser?.close()]));

  test('the directive shows the experiment, which trains and tells its state, and leaves without a word', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}book.html`);
    const state = (/** @type {number} */ step) =>
      page.waitFor((wanted) => {
        const { state: told } = /** @type {any} */ (window).model ?? {};
        return told?.step === wanted && !told.running && told;
      }, step);
    assert.equal((await state(0)).stepsToRun, 30);
    await page.evaluate(() => {
      const frame = document.querySelector('.myst-anywidget')?.shadowRoot?.querySelector('iframe');
      /** @type {HTMLElement | null | undefined} */ (frame?.contentDocument?.querySelector('[data-action="train"]'))?.click();
    });
    const { layers, fingerprint } = await state(30);
    assert.equal(layers[0].effective, 1);
    assert.match(fingerprint, /^[0-9a-f]{16}$/);
    await page.evaluate(() => /** @type {any} */ (window).leave());
    await page.waitFor(() => document.querySelector('.myst-anywidget') === null);
    assert.deepEqual(await page.errors(), []);
    await page.close();
  });
});
