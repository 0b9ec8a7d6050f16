/** The package in browsers: the same file as in Node, the same bits, and sweeps on Web Workers. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { BROWSERS, openBrowser } from '../support/browsers.js';
import { serveSite } from '../support/site.js';
import { tiedExperiment } from '../support/shared.js';

const PAGE = '<!doctype html><title>The package</title><link rel="icon" href="icon.svg">';

/** One of each: activations, optimizers, batches, dropout and noise. @type {Record<string, any>} */
const EXPERIMENTS = {
  tied: tiedExperiment(),
  moons: {
    network: { inputs: 2, hidden: [7], activation: 'tanh' },
    data: { set: 'moons' },
    training: { optimizer: 'adam', learningRate: 0.01 },
  },
  coffee: {
    network: { inputs: 2, hidden: [5, 3], activation: 'softplus' },
    data: { set: 'coffee', examples: 101 },
    training: { optimizer: 'momentum', learningRate: 0.05, batchSize: 10, dropout: { rate: 0.2 }, gradientNoise: { std: 0.01 }, clip: 1 },
  },
};
const SWEEP = { network: { inputs: 2, hidden: [2] }, data: { set: 'xor' }, init: { scheme: 'uniform' } };
const STEPS = 2000;

for (const name of BROWSERS) {
  describe(`the package in ${name}`, () => {
    /** @type {Awaited<ReturnType<typeof openBrowser>>} */
    let browser;
    /** @type {Awaited<ReturnType<typeof serveSite>>} */
    let site;
    /** @type {import('../support/browsers.js').Page} */
    let page;
    /** @type {import('twin-neurons').Lab} */
    let lab;
    before(async () => {
      lab = await openLab();
      site = await serveSite({ '/package.html': PAGE, '/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' });
      browser = await openBrowser(name);
      page = await browser.newPage();
      await page.goto(`${site.url}package.html`);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
      lab.close();
    });

    test('gives the fingerprints of Node', async () => {
      const found = await page.evaluate(
        async (url, experiments, steps) => {
          const { openLab: open } = await import(url);
          const inPage = await open();
          return Object.values(experiments).map((experiment) => {
            const run = inPage.start(experiment);
            run.train(steps);
            return run.fingerprint();
          });
        },
        `${site.url}twin-neurons.js`,
        EXPERIMENTS,
        STEPS,
      );
      const expected = Object.values(EXPERIMENTS).map((experiment) => {
        const run = lab.start(experiment);
        run.train(STEPS);
        return run.fingerprint();
      });
      assert.deepEqual(found, expected);
      assert.equal(new Set(found).size, expected.length);
    });

    test('sweeps with the results of Node', async () => {
      const found = await page.evaluate(
        async (url, experiment) => {
          const { openLab: open } = await import(url);
          return (await open()).sweep(experiment, { seeds: [1, 20], steps: 500, workers: 2 });
        },
        `${site.url}twin-neurons.js`,
        SWEEP,
      );
      assert.deepEqual(found, await lab.sweep(SWEEP, { seeds: [1, 20], steps: 500 }));
    });

    test('says in a sentence that the engine cannot be loaded', async () => {
      const { code, message } = await page.evaluate(async (url) => {
        const real = window.fetch;
        window.fetch = () => Promise.resolve(new Response('', { status: 404 }));
        try {
          const { openLab: open } = await import(url);
          return await open().catch((/** @type {any} */ error) => ({ code: error.code, message: error.message }));
        } finally {
          window.fetch = real;
        }
      }, `${site.url}twin-neurons.js`);
      assert.equal(code, 'load-failed');
      assert.match(message, /engine\.wasm\) could not be loaded: the server answered 404/);
    });
  });
}
