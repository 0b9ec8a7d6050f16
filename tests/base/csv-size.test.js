/** Tables far too large are refused in no time: they are judged before they are read. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TableError, parseTable } from '../../web/base/csv.js';

describe('a text of ten million characters is judged before it is read', () => {
  const limits = { characters: 1e7, rows: 20_000, columns: 80, value: 1e9 };
  /** @param {string} text */
  const millisecondsOf = (text) => {
    const began = performance.now();
    assert.throws(() => parseTable(text, limits), TableError);
    return performance.now() - began;
  };
  // A tenth of a second on an idle machine, 20 times as much where it is busy; read to its end and then refused, or worse, it is far more.
  for (const [what, text] of [
    ['nothing but line ends', '\n'.repeat(1e7)],
    ['line ends of two characters', '\r\n'.repeat(5e6)],
    ['two million rows', '1,2\n'.repeat(2e6)],
    ['one word again and again', 'layer\n'.repeat(1.6e6)],
    ['a quote that never ends', `${'1,2\n'.repeat(2e6)}"`],
  ]) {
    test(String(what), () => assert.ok(millisecondsOf(String(text)) < 2000));
  }
});
