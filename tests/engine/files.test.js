/** Where the engine comes from: the module that the machine can run, and what is said where it does not come. */
import assert from 'node:assert/strict';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { EngineError } from '../../web/base/errors.js';
import { openLab as openOwnLab } from '../../web/engine/engine.js';
import { useFiles } from '../../web/engine/files.js';

describe('in Node', () => {
  const files = createRequire(import.meta.url)('node:fs/promises');
  const { readFile } = files;
  /** @type {string[]} */
  const asked = [];
  before(() => {
    files.readFile = (/** @type {URL} */ url, /** @type {any[]} */ ...rest) => {
      asked.push(basename(url.pathname));
      return readFile(url, ...rest);
    };
    syncBuiltinESMExports();
  });
  after(() => {
    files.readFile = readFile;
    syncBuiltinESMExports();
  });

  test('the module with SIMD is loaded, and the slower one only where it is asked for', async () => {
    (await openLab()).close();
    (await openLab({ simd: false })).close();
    assert.deepEqual(asked, ['engine.wasm', 'engine-scalar.wasm']);
  });
});

describe('an engine that does not come', () => {
  /** @param {unknown} error @param {{ simd?: boolean }} [options] */
  const refusal = async (error, options) => {
    useFiles({
      readEngine: async () => {
        throw error;
      },
    });
    return openOwnLab(options).then(
      () => assert.fail('it came'),
      (refused) => refused,
    );
  };

  test('is an error with the name of the file and the reason', async () => {
    const error = await refusal(new Error('the server answered 404'));
    assert.ok(error instanceof EngineError);
    assert.deepEqual([error.code, error.message], ['load-failed', 'the engine (engine.wasm) could not be loaded: the server answered 404']);
    assert.match((await refusal('gone', { simd: false })).message, /^the engine \(engine-scalar\.wasm\) could not be loaded: gone$/);
  });

  test('is told as it is where it has its own words', async () => {
    const own = new EngineError('unsupported', 'not here');
    assert.equal(await refusal(own), own);
  });

  test('or is no module cannot be started', async () => {
    useFiles({ readEngine: async () => new Uint8Array([1, 2, 3]) });
    await assert.rejects(openOwnLab(), (error) => {
      assert.ok(error instanceof EngineError);
      assert.equal(error.code, 'load-failed');
      assert.match(error.message, /^the engine \(engine\.wasm\) could not be started: /);
      return true;
    });
  });
});
