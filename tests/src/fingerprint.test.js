/**
 * The same bits after 10,000 steps in Node, in Chromium, Firefox and WebKit, with and without WebAssembly's SIMD, and in native builds by
 * gcc and clang: eight experiments, compared by fingerprint and loss.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { BROWSERS, openBrowser } from '../support/browsers.js';
import { NN, openEngine } from '../support/engine.js';
import { fingerprintAll } from '../support/fingerprints.js';
import { CACHE, buildNative } from '../native/build.js';
import { serveSite } from '../support/site.js';

/** @typedef {ReturnType<typeof fingerprintAll>} Fingerprints */

const constants = Object.fromEntries(Object.entries(NN));

describe('the fingerprints of eight experiments', () => {
  /** @type {Fingerprints} */
  let expected;
  /** @type {import('../support/engine.js').RawEngine} */
  let engine;
  before(async () => {
    engine = await openEngine({ record: 'always' });
    expected = fingerprintAll(engine.c, engine.exchange, constants);
  });

  test('are eight, of runs that came to their end and learned', () => {
    assert.equal(new Set(expected.map(({ fingerprint }) => fingerprint)).size, 8);
    for (const { name, step, loss } of expected) assert.ok(step === 10000 && loss > 0 && loss < 1, `${name}: ${step}, ${loss}`);
  });

  test('are the same in the module without SIMD', async () => {
    const scalar = await openEngine({ file: 'engine-scalar.wasm', record: 'never' });
    assert.deepEqual(fingerprintAll(scalar.c, scalar.exchange, constants), expected);
  });

  for (const [compiler, level] of [
    ['gcc', '-O2'],
    ['gcc', '-O3'],
    ['clang', '-O0'],
    ['clang', '-O3'],
  ]) {
    test(`are the same natively, built by ${compiler} ${level}`, async () => {
      const recording = join(CACHE, 'fingerprints.bin');
      await mkdir(CACHE, { recursive: true });
      await writeFile(recording, engine.recorded());
      const program = await buildNative({ name: `${compiler}${level}`, compiler, flags: [level] });
      const { stdout } = await promisify(execFile)(program, [recording]);
      assert.match(stdout, /^\d+ calls$/m);
    });
  }

  describe('in browsers', () => {
    /** @type {Awaited<ReturnType<typeof serveSite>>} */
    let site;
    before(async () => {
      const page = `<!doctype html><title>fingerprints</title><script type="module">
        import { fingerprintAll } from './fingerprints.js';
        const results = {};
        for (const file of ['engine.wasm', 'engine-scalar.wasm']) {
          const bytes = await (await fetch(file)).arrayBuffer();
          const { instance: { exports: c } } = await WebAssembly.instantiate(bytes, {});
          c._initialize();
          const exchange = new Float64Array(c.memory.buffer, c.nn_exchange(), c.nn_exchange_length());
          results[file] = fingerprintAll(c, exchange, ${JSON.stringify(constants)});
        }
        document.title = JSON.stringify(results);
      </script>`;
      const module = await readFile(new URL('../support/fingerprints.js', import.meta.url), 'utf8');
      site = await serveSite({ '/fingerprints.html': page, '/fingerprints.js': module });
    });
    after(() => site.close());

    for (const name of BROWSERS) {
      test(`are the same in ${name}, with and without SIMD`, async () => {
        const browser = await openBrowser(name);
        try {
          const page = await browser.newPage();
          await page.goto(`${site.url}fingerprints.html`);
          const results = JSON.parse(await page.waitFor(() => document.title.startsWith('{') && document.title));
          assert.deepEqual(results, { 'engine.wasm': expected, 'engine-scalar.wasm': expected });
        } finally {
          await browser.close();
        }
      });
    }
  });
});
