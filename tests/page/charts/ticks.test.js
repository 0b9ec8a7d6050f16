/** How the marks of a chart's axis are written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tickText } from '../../../web/page/charts/charts-view.js';

test('a mark has its digits where they are few, else an exponent without a plus, and a minus that is one', () => {
  assert.deepEqual([0, 0.5, -2.5, 99_999, 0.0001].map(tickText), ['0', '0.5', '\u22122.5', '99999', '0.0001']);
  assert.deepEqual([1e5, -2e7, 0.00001, -5e-9].map(tickText), ['1e5', '\u22122e7', '1e\u22125', '\u22125e\u22129']);
});
