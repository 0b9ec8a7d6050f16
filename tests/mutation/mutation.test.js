/**
 * A sample of small changes to the C, always the same places of the present text: nearly all must show in the recorded results of the
 * engine's tests. mutation/run.js tries all of them; mutation/survivors.js has those that cannot show.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { SOAK } from '../support/engine.js';
import { measureMutants } from './run.js';
import { applyMutant, changeOf, findMutants } from './mutants.js';
import { EQUIVALENTS } from './survivors.js';

describe('mutants', () => {
  test('are found in code, and not in comments, texts and includes', () => {
    const text = '#include "a.h"\n/* 1 + 2 */\nint f(int x) { return x + 1; } // - \nchar s[] = "3 < 4";\n';
    const changed = findMutants('f.c', text).map((mutant) => applyMutant(text, mutant).split('\n').slice(2).join('\n'));
    const tail = ' // - \nchar s[] = "3 < 4";\n';
    assert.deepEqual(changed, [
      `int f(int y) { return x + 1; }${tail}`,
      `int f(int x) { return y + 1; }${tail}`,
      `int f(int x) { return x - 1; }${tail}`,
      `int f(int x) { return x + 2; }${tail}`,
      `int f(int x) { return x + 0; }${tail}`,
    ]);
  });

  test('that are said to be equivalent are still there', () => {
    const textOf = (/** @type {string} */ file) => readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8');
    for (const { file, code, change } of EQUIVALENTS) {
      assert.ok(
        findMutants(file, textOf(file)).some((mutant) => mutant.code === code && changeOf(mutant) === change),
        `${file}: ${code}: ${change}`,
      );
    }
  });

  // Of 80 about 47 compile and differ: enough for a share that does not hang on two or three of them. A soak finds the share itself.
  const { sample, least } = SOAK ? { sample: 1500, least: 0.95 } : { sample: 80, least: 0.9 };

  test(`of the engine are noticed, of ${sample} at least ${100 * least} %`, async (t) => {
    const { counts, survivors, share } = await measureMutants({ sample, enough: SOAK ? Infinity : least });
    t.diagnostic(JSON.stringify(counts));
    for (const survivor of survivors) t.diagnostic(survivor);
    assert.ok(share >= least, survivors.join('\n'));
  });
});
