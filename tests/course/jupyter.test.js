/**
 * The page in a real notebook: Debian's Jupyter with its own kernel, in Chromium, with the two ways of docs/embedding.md. A long mode only (./build.sh soak):
 * Jupyter is large, and what it does changes with Jupyter, not with us.
 */
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { writeAddress } from '../../web/experiment/address.js';
import { parseExperiment } from '../../web/experiment/experiment.js';
import { PRESETS } from '../../web/experiment/presets.js';
import { snippet } from '../../web/frame/snippets.js';
import { openBrowser } from '../support/browsers.js';

/** @typedef {import('../support/browsers.js').Page} Page */

const SOAK = process.env.TWIN_SOAK === '1';
const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const SITE = 'https://example.org/twin-neurons/';
/** Far more than a kernel needs to start on a busy machine. */
const PATIENCE_MS = 60_000;

const TEXT = `from IPython.display import HTML
HTML(twin_neurons('twin-neurons.html', '?embed=1&preset=tied'`;
/** What somebody has in the cells of a notebook. */
const CELLS = {
  run: '%run notebook.py',
  text: `${TEXT}, site='${SITE}'))`,
  homeless: `${TEXT}))`,
  file: `from IPython.display import IFrame
IFrame('/files/twin-neurons.html?embed=1&preset=tied', '100%', 640)`,
  copied: snippet('jupyter', {
    wish: {
      base: 'file:///home/ada/twin-neurons.html',
      only: [],
      hide: ['lab', 'setup'],
      lang: null,
      theme: 'dark',
      origin: null,
      run: writeAddress({ experiment: parseExperiment(PRESETS[0].experiment), steps: 2000 }),
    },
    title: 'Twins & "others"',
    open: 'Open',
  }),
};

/** @returns {Promise<number>} a port that nobody listens on */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A notebook server in a folder of its own, with nothing of this machine's user. */
async function openJupyter() {
  const folder = await mkdtemp(join(tmpdir(), 'twin-notebook-'));
  await copyFile(`${DIST}twin-neurons.html`, join(folder, 'twin-neurons.html'));
  await copyFile(`${DIST}examples/notebook.py`, join(folder, 'notebook.py'));
  const env = { ...process.env, HOME: folder, JUPYTER_CONFIG_DIR: join(folder, '.jupyter'), JUPYTER_DATA_DIR: join(folder, '.data') };
  const port = await freePort();
  const options = ['--no-browser', '--ip=127.0.0.1', `--port=${port}`, '--port-retries=0', '--allow-root'];
  const server = spawn('jupyter-notebook', [...options, '--NotebookApp.token=', '--NotebookApp.password='], { cwd: folder, env });
  let said = '';
  const listening = new Promise((resolve, reject) => {
    server.stderr.on('data', (text) => {
      said += text;
      if (said.includes('is running at')) resolve(undefined);
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`Jupyter ended: ${said}`)));
    setTimeout(reject, PATIENCE_MS, new Error(`Jupyter does not start: ${said}`)).unref();
  });
  await listening;
  return {
    folder,
    env,
    url: `http://127.0.0.1:${port}/`,
    /** @param {string} name @param {readonly string[]} cells their sources */
    async write(name, cells) {
      const code = cells.map((source) => ({ cell_type: 'code', execution_count: null, metadata: {}, outputs: [], source }));
      const kernelspec = { display_name: 'Python 3 (ipykernel)', language: 'python', name: 'python3' };
      await writeFile(join(folder, name), JSON.stringify({ cells: code, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 4 }));
    },
    /** @param {string} name @returns {Promise<any[]>} its cells, as they were saved */
    read: async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')).cells,
    async close() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      // It asks its kernels to end, and then ends itself.
      if (server.exitCode === null) {
        server.kill('SIGTERM');
        await ended;
      }
      await rm(folder, { recursive: true });
    },
  };
}

describe('in Jupyter', { skip: !SOAK && 'a long mode' }, () => {
  /** @type {Awaited<ReturnType<typeof openJupyter>>} */
  let jupyter;
  /** @type {Awaited<ReturnType<typeof openBrowser>>} */
  let browser;
  before(async () => {
    jupyter = await openJupyter();
    browser = await openBrowser('chromium');
  });
  after(async () => {
    await browser?.close();
    await jupyter?.close();
  });

  /** @param {Page} page @param {string} name */
  async function openNotebook(page, name) {
    await page.goto(`${jupyter.url}notebooks/${name}`);
    await page.waitFor(() => {
      const { notebook } = /** @type {any} */ (window).Jupyter ?? {};
      return notebook?.kernel?.is_connected() && notebook._fully_loaded;
    });
  }

  /** Runs every cell by the keys that a person presses, and waits until the kernel has done so. @param {Page} page @param {number} cells */
  async function runCells(page, cells) {
    await page.click('.cell .CodeMirror');
    for (let at = 0; at < cells; at += 1) await page.press('Shift+Enter');
    await page.waitFor((count) => {
      const found = /** @type {any} */ (window).Jupyter.notebook.get_cells().slice(0, count);
      return found.every((/** @type {any} */ cell) => Number(cell.input_prompt_number) > 0);
    }, cells);
  }

  /** The page in the output of a cell, ready. @param {Page} page @param {number} cell */
  const untilReady = (page, cell) =>
    page.waitFor((at) => {
      const frame = document.querySelectorAll('.code_cell')[at]?.querySelector('iframe');
      frame?.scrollIntoView();
      return frame?.contentDocument?.documentElement.dataset.ready === 'true';
    }, cell);

  /** Sends commands to that page as a notebook's own script would, and gives the last answer. @param {Page} page @param {number} cell @param {object[]} commands */
  const askCell = (page, cell, commands) =>
    page.evaluate(
      async (at, given) => {
        const frame = /** @type {HTMLIFrameElement} */ (document.querySelectorAll('.code_cell')[at].querySelector('iframe'));
        /** @type {any} */
        let answer;
        for (const [id, command] of given.entries()) {
          const told = new Promise((resolve) => {
            addEventListener('message', function hear({ source, data }) {
              if (source !== frame.contentWindow || data?.id !== id) return;
              removeEventListener('message', hear);
              resolve(data);
            });
          });
          frame.contentWindow?.postMessage({ twinNeurons: 1, id, ...command }, '*');
          answer = await told;
        }
        return answer;
      },
      cell,
      /** @type {any[]} */ (commands),
    );

  /** What a person sees of that page's links: the one to the whole page, and the one that Keep and share copies. @param {Page} page @param {number} cell */
  const linksOf = (page, cell) =>
    page.waitFor((at) => {
      const { contentDocument: inside } = /** @type {HTMLIFrameElement} */ (
        document.querySelectorAll('.code_cell')[at].querySelector('iframe')
      );
      const panel = /** @type {HTMLDetailsElement | null} */ (inside?.querySelector('#panel-keep') ?? null);
      if (panel === null) return null;
      panel.open = true;
      const copied = /** @type {HTMLTextAreaElement | null} */ (panel.querySelector('input[readonly], textarea[readonly]'));
      const whole = inside?.querySelector('a.whole-page');
      whole?.dispatchEvent(new Event('focus'));
      if (copied === null) return null;
      return [whole?.getAttribute('href') ?? null, copied.value, panel.textContent ?? ''];
    }, cell);

  /** Trains in the frame that has been entered. @param {Page} page */
  async function trainInside(page) {
    await page.evaluate(() => {
      const speed = /** @type {HTMLSelectElement} */ (document.querySelector('[name="speed"]'));
      speed.value = 'Infinity';
      speed.dispatchEvent(new Event('change', { bubbles: true }));
      /** @type {HTMLElement} */ (document.querySelector('[data-action="train"]')).click();
    });
    await page.waitFor(() => document.getElementById('step')?.dataset.value === '2000');
    assert.match(await page.evaluate(() => document.getElementById('verdict')?.textContent ?? ''), /exactly tied/);
  }

  /** Whether that page's frame is as high as the page. @param {Page} page @param {number} cell */
  const isWhole = (page, cell) =>
    page.evaluate((at) => {
      const frame = /** @type {HTMLIFrameElement} */ (document.querySelectorAll('.code_cell')[at].querySelector('iframe'));
      const { body } = /** @type {Document} */ (frame.contentDocument);
      return body.scrollHeight - body.clientHeight === 0 && frame.clientHeight;
    }, cell);

  test('the page as a text in a cell trains, answers, is as high as it wants to be, knows its site, and is all there again after a reload', async () => {
    await jupyter.write('text.ipynb', [CELLS.run, CELLS.text, CELLS.homeless]);
    const page = await browser.newPage();
    await openNotebook(page, 'text.ipynb');
    await runCells(page, 3);
    const outputs = await page.evaluate(() =>
      /** @type {any} */ (window).Jupyter.notebook
        .get_cells()
        .slice(0, 3)
        .map((/** @type {any} */ cell) => cell.output_area.outputs.length),
    );
    assert.deepEqual(outputs, [0, 1, 1], 'no TypeError, no warning');

    await untilReady(page, 1);
    await askCell(page, 1, [{ type: 'run', steps: 2000 }]);
    await page.waitFor(() => {
      const frame = document.querySelectorAll('.code_cell')[1].querySelector('iframe');
      return frame?.contentDocument?.querySelector('#step')?.getAttribute('data-value') === '2000';
    });
    const state = await askCell(page, 1, [{ type: 'get-state' }]);
    assert.deepEqual([state.step, state.running, state.layers[0].effective], [2000, false, 1]);

    const [whole, copied] = await linksOf(page, 1);
    assert.match(String(whole), /^https:\/\/example\.org\/twin-neurons\/#run=.*steps=2000/);
    assert.match(String(copied), /^https:\/\/example\.org\/twin-neurons\/#run=/);
    await untilReady(page, 2);
    const [nowhere, nothing, said] = await linksOf(page, 2);
    assert.deepEqual([nowhere, nothing], [null, '']);
    assert.match(String(said), /has no address on the web/);

    await page.waitFor(() => {
      const frame = document.querySelectorAll('.code_cell')[1].querySelector('iframe');
      const body = frame?.contentDocument?.body;
      return body && body.scrollHeight === body.clientHeight;
    });
    assert.ok(Number(await isWhole(page, 1)) > 700, 'it has grown');

    // Saved, the notebook has the page in it, and shows it where no kernel has run.
    await page.press('Escape');
    await page.evaluate(() => /** @type {any} */ (window).Jupyter.notebook.save_notebook());
    const cells = await jupyter.read('text.ipynb');
    assert.match(cells[1].outputs[0].data['text/html'].join(''), /^<div><iframe srcdoc=/);
    await openNotebook(page, 'text.ipynb');
    await untilReady(page, 1);
    const again = await askCell(page, 1, [{ type: 'run', steps: 5 }, { type: 'get-state' }]);
    assert.deepEqual([again.type, again.experiment], ['state', state.experiment]);
    await page.close();
  });

  test('what is copied from the builder of the file shows it as it was ticked', async () => {
    await jupyter.write('copied.ipynb', [CELLS.copied]);
    const page = await browser.newPage();
    await openNotebook(page, 'copied.ipynb');
    await runCells(page, 1);
    await untilReady(page, 0);
    const state = await askCell(page, 0, [{ type: 'get-state' }]);
    assert.deepEqual([state.stepsToRun, state.layers[0].effective], [2000, 1]);
    const { theme, hide } = await page.evaluate(() => ({ ...document.querySelector('iframe')?.contentDocument?.documentElement.dataset }));
    assert.deepEqual([theme, hide], ['dark', 'lab setup']);
    await page.close();
  });

  test('the page as a file of the server trains, in the sandbox that Jupyter puts such files in', async () => {
    await jupyter.write('file.ipynb', [CELLS.file]);
    const page = await browser.newPage();
    await openNotebook(page, 'file.ipynb');
    await runCells(page, 1);
    await page.waitFor(() => document.querySelector('.code_cell iframe') !== null);
    await page.enterFrame('.code_cell iframe');
    await page.waitFor(() => document.documentElement.dataset.ready === 'true');
    assert.equal(await page.evaluate(() => self.origin), 'null');
    await trainInside(page);
    await page.close();
  });

  test('nbconvert makes a page of it that opens from a disk and trains', async () => {
    const runFile = promisify(execFile);
    await jupyter.write('plain.ipynb', [CELLS.run, CELLS.text]);
    const options = { cwd: jupyter.folder, env: jupyter.env };
    await runFile('/usr/bin/python3', ['-m', 'nbconvert', '--to', 'html', '--execute', 'plain.ipynb'], options);
    const page = await browser.newPage();
    await page.goto(String(pathToFileURL(join(jupyter.folder, 'plain.html'))));
    await page.evaluate(() => document.querySelector('iframe')?.scrollIntoView());
    await page.enterFrame('iframe');
    await page.waitFor(() => document.documentElement.dataset.ready === 'true');
    await trainInside(page);
    await page.close();
  });
});
