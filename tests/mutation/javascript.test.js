/**
 * A sample of small changes to the JavaScript of web/: so many must be noticed by a test. A short run asks the nearest tests in Node; a soak run
 * every one that comes there, and then the nearest in Chromium. mutation/javascript/run.js tries any of them.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SOAK } from '../support/engine.js';
import { measureJavaScript } from './javascript/run.js';

/** In a soak run every test in Node that comes to a change may judge it, and the nearest four that open the page; else the nearest two in Node. */
const { sample, judges, browsers } = SOAK ? { sample: 300, judges: Infinity, browsers: 4 } : { sample: 60, judges: 2, browsers: 0 };
/**
 * Of the sixty, 45 of 54 were noticed by the nearest three tests in Node when that was measured last; tests were written for what was not, so that
 * others fare worse. Of the three hundred, 238 of 298 were noticed by all tests in Node, and then tests were written for 17 more.
 */
const LEAST = SOAK ? 0.8 : 0.55;

test(`of ${sample} changes to web/ at least ${Math.round(100 * LEAST)} % are noticed`, async (t) => {
  const { counts, survivors, share } = await measureJavaScript({ sample, judges, browsers, enough: SOAK ? Infinity : LEAST });
  t.diagnostic(JSON.stringify(counts));
  for (const survivor of survivors) t.diagnostic(survivor);
  assert.ok(share >= LEAST, survivors.join('\n'));
});
