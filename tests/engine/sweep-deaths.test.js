/** Worker threads that are killed in the middle of a sweep, or never begin: others take over, and the results are what they would have been. */
import assert from 'node:assert/strict';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { BROWSERS, openBrowser } from '../support/browsers.js';
import { serveSite } from '../support/site.js';

const EXPERIMENT = { network: { inputs: 2, hidden: [2] }, data: { set: 'xor' }, init: { scheme: 'uniform' } };
const OPTIONS = { seeds: /** @type {[number, number]} */ ([1, 60]), steps: 20_000 };
const PAGE = '<!doctype html><title>Sweeps</title><link rel="icon" href="data:,">';

/** @type {import('twin-neurons').Lab} */
let lab;
/** @type {import('twin-neurons').SweepResult[]} */
let expected;
before(async () => {
  lab = await openLab();
  expected = await lab.sweep(EXPERIMENT, OPTIONS);
});
after(() => lab.close());

describe('worker threads of Node that are killed', () => {
  const threads = createRequire(import.meta.url)('node:worker_threads');
  const { Worker } = threads;
  /** @type {import('node:worker_threads').Worker[]} */
  const opened = [];
  before(() => {
    threads.Worker = class extends Worker {
      /** @param {any[]} rest */
      constructor(...rest) {
        super(...rest);
        opened.push(/** @type {any} */ (this));
      }
    };
    syncBuiltinESMExports();
  });
  after(() => {
    threads.Worker = Worker;
    syncBuiltinESMExports();
  });

  test('one in the middle: another goes on with its seeds', async () => {
    opened.length = 0;
    const found = await lab.sweep(EXPERIMENT, {
      ...OPTIONS,
      workers: 2,
      onProgress: () => opened.length === 2 && void opened[0].terminate(),
    });
    assert.deepEqual(found, expected);
    assert.equal(opened.length, 3);
  });

  test('all of them at once: as many new ones do all that is left', async () => {
    opened.length = 0;
    const killAll = () => opened.length === 2 && opened.forEach((worker) => void worker.terminate());
    assert.deepEqual(await lab.sweep(EXPERIMENT, { ...OPTIONS, workers: 2, onProgress: killAll }), expected);
    assert.equal(opened.length, 4);
  });

  test('whoever comes to a seed: the sweep ends and says so', async () => {
    opened.length = 0;
    let killed = 0;
    const killing = setInterval(() => {
      for (const worker of opened.splice(0)) {
        killed += 1;
        worker.terminate();
      }
    }, 1);
    try {
      const endless = lab.sweep(EXPERIMENT, { seeds: [1, 9], steps: 1e9, workers: 1 });
      await assert.rejects(endless, {
        name: 'EngineError',
        code: 'worker-failed',
        message: /^3 worker threads of the sweep failed at seed 1: it ended with code \d$/,
      });
    } finally {
      clearInterval(killing);
    }
    assert.equal(killed, 3);
  });
});

for (const name of BROWSERS) {
  describe(`Web Workers of ${name} that end, or never begin`, () => {
    /** @type {Awaited<ReturnType<typeof openBrowser>>} */
    let browser;
    /** @type {Awaited<ReturnType<typeof serveSite>>} */
    let site;
    before(async () => {
      site = await serveSite({ '/sweeps.html': PAGE });
      browser = await openBrowser(name);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    for (const [how, count] of /** @type {const} */ ([
      ['one', 3],
      ['all', 4],
    ])) {
      test(`${how} in the middle, without a word: new ones go on with their seeds`, async () => {
        const page = await browser.newPage();
        await page.goto(`${site.url}sweeps.html`);
        const { found, opened } = await page.evaluate(
          async (url, experiment, options, all) => {
            /** @type {Worker[]} */
            const workers = [];
            /** Those that have begun: an end before that is none in the middle. @type {Set<Worker>} */
            const heard = new Set();
            /** No work before both have begun, or the one might have done it all. @type {(() => void)[]} */
            const held = [];
            const Real = Worker;
            window.Worker = class extends Real {
              /** @param {[string | URL, WorkerOptions?]} rest */
              constructor(...rest) {
                super(...rest);
                workers.push(this);
                this.addEventListener('message', () => {
                  heard.add(this);
                  if (heard.size === 2) for (const send of held.splice(0)) send();
                });
              }

              /** @override @param {any} message */
              postMessage(message) {
                if ('experiment' in message && heard.size < 2) held.push(() => super.postMessage(message));
                else super.postMessage(message);
              }
            };
            const { openLab: open } = await import(url);
            const inPage = await open();
            const kill = () =>
              workers.length === 2 && heard.size === 2 && (all ? workers : workers.slice(0, 1)).forEach((worker) => worker.terminate());
            return { found: await inPage.sweep(experiment, { ...options, workers: 2, onProgress: kill }), opened: workers.length };
          },
          `${site.url}twin-neurons.js`,
          EXPERIMENT,
          OPTIONS,
          how === 'all',
        );
        assert.deepEqual(found, expected);
        assert.equal(opened, count);
        assert.deepEqual(await page.errors(), []);
        await page.close();
      });
    }

    for (const [how, count] of /** @type {const} */ ([
      ['one', 3],
      ['none', 3],
    ])) {
      test(`${how === 'one' ? 'one does not begin: another does its work' : 'none begins: the sweep ends and says so'}`, async () => {
        const page = await browser.newPage();
        await page.goto(`${site.url}sweeps.html`);
        const { found, opened } = await page.evaluate(
          async (url, experiment, options, all) => {
            let count = 0;
            const Real = Worker;
            const isDead = () => all || count === 1;
            window.Worker = class extends Real {
              /** @param {[string | URL, WorkerOptions?]} rest */
              constructor(...rest) {
                count += 1;
                const [script, ...more] = rest;
                super(isDead() ? URL.createObjectURL(new Blob([''], { type: 'text/javascript' })) : script, ...more);
              }
            };
            // The patience with those, which nobody needs to wait for here.
            const later = setTimeout;
            window.setTimeout = /** @type {typeof setTimeout} */ (
              (/** @type {() => void} */ act, /** @type {number} */ delay) => later(act, delay === 10_000 && isDead() ? 0 : delay)
            );
            const { openLab: open } = await import(url);
            const inPage = await open();
            const found = await inPage
              .sweep(experiment, { ...options, workers: all ? 1 : 2 })
              .catch((/** @type {Error} */ error) => error.message);
            return { found, opened: count };
          },
          `${site.url}twin-neurons.js`,
          EXPERIMENT,
          OPTIONS,
          how === 'none',
        );
        assert.deepEqual(
          found,
          how === 'one' ? expected : '3 worker threads of the sweep failed at seed 1: it had not begun after 10 seconds',
        );
        assert.equal(opened, count);
        assert.deepEqual(await page.errors(), []);
        await page.close();
      });
    }
  });
}
