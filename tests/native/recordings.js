/**
 * The recordings that the native builds repeat: the engine's tests, run once more with TWIN_RECORD. Kept in .cache/ for as long as the
 * module and the tests are the same.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CACHE, ROOT, hashOf, hashOfSources, putInPlace, removeOld, writeCalls } from './build.js';

/** The tests whose calls are written down. */
export const RECORDED = [
  'armor',
  'datasets',
  'divergence',
  'error-sentences',
  'firmness',
  'gradients',
  'history',
  'many',
  'many-seeds',
  'math',
  'optimizers',
  'parts',
  'permutation',
  'fast-221',
  'randomness',
  'ties',
].map((name) => `tests/src/${name}.test.js`);

/** @returns {Promise<string[]>} the paths of the recordings, one for each engine that a test opened */
export async function getRecordings() {
  writeCalls();
  const inputs = [
    ...RECORDED,
    'tests/src/wrong-calls.js',
    'tests/support/engine.js',
    'tests/support/runs.js',
    'tests/native/recorder.js',
    'dist/engine.wasm',
    'dist/engine-many.wasm',
  ];
  const key = hashOf([hashOfSources(), ...inputs.map((file) => readFileSync(join(ROOT, file), 'latin1'))]);
  const folder = join(CACHE, `recordings-${key}`);
  if (!existsSync(folder)) {
    removeOld('recording');
    const fresh = mkdtempSync(join(CACHE, 'recording-'));
    // A test runner's own variable would make the inner one report to the outer one.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    await promisify(execFile)(process.execPath, ['--test', '--test-reporter=spec', ...RECORDED], {
      cwd: ROOT,
      env: { ...env, TWIN_RECORD: fresh },
      maxBuffer: 2 ** 28,
    });
    putInPlace(fresh, folder);
  }
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
}
