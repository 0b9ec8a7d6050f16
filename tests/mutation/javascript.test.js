/** A sample of small changes to the JavaScript of web/: so many must be noticed by a test in Node. mutation/javascript/run.js tries any of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SOAK } from '../support/engine.js';
import { measureJavaScript } from './javascript/run.js';

/** In a soak run every test that comes to a change may judge it; else the nearest two. */
const { sample, judges } = SOAK ? { sample: 1000, judges: Infinity } : { sample: 60, judges: 2 };
/** Half of web/ draws, and has no judge but a browser; with the nearest eight tests in Node 53 % of the sixty are noticed today, with two 42 %. */
const LEAST = SOAK ? 0.45 : 0.35;

test(`of ${sample} changes to web/ at least ${100 * LEAST} % are noticed`, async (t) => {
  const { counts, survivors, share } = await measureJavaScript({ sample, judges, enough: SOAK ? Infinity : LEAST });
  t.diagnostic(JSON.stringify(counts));
  for (const survivor of survivors) t.diagnostic(survivor);
  assert.ok(share >= LEAST, survivors.join('\n'));
});
