/** A sample of small changes to the JavaScript of web/: nearly all must be noticed by a test in Node. mutation/javascript/run.js tries any of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SOAK } from '../support/engine.js';
import { measureJavaScript } from './javascript/run.js';

const sample = SOAK ? 1000 : 60;
const LEAST = 0.85;

test(`of ${sample} changes to web/ at least ${100 * LEAST} % are noticed`, async (t) => {
  const { counts, survivors, share } = await measureJavaScript({ sample });
  t.diagnostic(JSON.stringify(counts));
  for (const survivor of survivors) t.diagnostic(survivor);
  assert.ok(share >= LEAST, survivors.join('\n'));
});
