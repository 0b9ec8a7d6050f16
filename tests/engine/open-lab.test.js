/** What openLab can be told: where its files come from, and what it refuses. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { EngineError, openLab } from 'twin-neurons';
import { tiedExperiment } from '../support/shared.js';

const DIST = new URL('../../dist/', import.meta.url);
const bytes = () => readFileSync(new URL('engine.wasm', DIST));
const SWEPT = { network: { inputs: 2, hidden: [2] }, data: { set: 'xor' }, init: { scheme: 'normal', seed: 1 } };
const RANGE = /** @type {const} */ ({ seeds: [1, 3], steps: 5, workers: 2 });

/** @param {import('twin-neurons').Lab} lab */
async function results(lab) {
  const run = lab.start(tiedExperiment());
  run.train(3);
  const all = { fingerprint: run.fingerprint(), swept: await lab.sweep(SWEPT, RANGE) };
  lab.close();
  return all;
}

describe('openLab', () => {
  /** @type {Record<string, () => import('twin-neurons').LabOptions>} */
  const SOURCES = {
    'bytes in a Uint8Array': () => ({ wasm: bytes() }),
    'bytes in an ArrayBuffer': () => ({ wasm: new Uint8Array(bytes()).buffer }),
    'a Response': () => ({ wasm: new Response(new Uint8Array(bytes())) }),
    'a URL': () => ({ wasm: new URL('engine.wasm', DIST), worker: new URL('sweep-worker.js', DIST) }),
    'addresses as texts': () => ({ wasm: new URL('engine.wasm', DIST).href, worker: new URL('sweep-worker.js', DIST).href }),
    'the engine without SIMD': () => ({ wasm: new URL('engine-scalar.wasm', DIST) }),
  };
  for (const [what, options] of Object.entries(SOURCES)) {
    test(`takes the engine from ${what}, and its results are the same`, async () => {
      assert.deepEqual(await results(await openLab(options())), await results(await openLab()));
    });
  }

  test('hands the threads of a sweep the engine it was given, and finds their script where it was told', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'twin-neurons-moved-'));
    try {
      // Moved by a bundler: another name, and no engine beside it.
      const script = join(folder, 'worker-4f2a.mjs');
      copyFileSync(new URL('sweep-worker.js', DIST), script);
      const lab = await openLab({ wasm: bytes(), worker: pathToFileURL(script) });
      assert.deepEqual(await results(lab), await results(await openLab()));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  /** @type {[string, any, RegExp][]} */
  const REFUSED = [
    ['null', null, /the options of openLab must be an object; got null/],
    ['a list', [], /must be an object; got a list/],
    ['an option that it does not have', { wasmUrl: 'x' }, /openLab has no option "wasmUrl"; it has simd, wasm and worker/],
    ['simd that is no flag', { simd: 1 }, /simd must be true or false; got 1/],
    ['wasm that is nothing to load', { wasm: {} }, /wasm must be the bytes of engine\.wasm, a Response or a URL; got an object/],
    ['wasm as null', { wasm: null }, /wasm must be .*got null/],
    ['half an address in Node', { wasm: 'engine.wasm' }, /got "engine\.wasm"/],
    ['a worker that is no address', { worker: () => {} }, /worker must be the URL of sweep-worker\.js; got a function/],
  ];
  for (const [what, options, words] of REFUSED) {
    test(`refuses ${what}`, () => {
      return assert.rejects(openLab(options), (error) => {
        assert.ok(error instanceof EngineError, String(error));
        assert.equal(error.code, 'bad-argument');
        assert.match(error.message, words);
        return true;
      });
    });
  }

  test('says that what it was given is no engine, or not there', async () => {
    const failed = { name: 'EngineError', code: 'load-failed' };
    await assert.rejects(openLab({ wasm: new Uint8Array(8) }), {
      ...failed,
      message: /the engine \(the option wasm\) could not be started/,
    });
    await assert.rejects(openLab({ wasm: new Response(null, { status: 404 }) }), {
      ...failed,
      message: /the option wasm\) could not be loaded: the server answered 404/,
    });
  });
});
