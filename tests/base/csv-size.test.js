/** Tables far too large are judged by their size, before anything in them is read: what would be wrong later in the text is not even seen. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TableError, parseTable } from '../../web/base/csv.js';

const limits = { characters: 1e7, rows: 20_000, columns: 80, value: 1e9 };

/** What the text is refused for. @param {string} text */
function refusal(text) {
  try {
    parseTable(text, limits);
  } catch (error) {
    assert.ok(error instanceof TableError);
    return JSON.parse(error.message);
  }
  throw new assert.AssertionError({ message: 'it is refused' });
}

describe('a text of about ten million characters', () => {
  test('with one more is refused for that, whatever stands in it', () => {
    assert.deepEqual(refusal(`"${'x'.repeat(1e7)}`), { kind: 'too-long', got: 1e7 + 1, wanted: 1e7 });
  });

  for (const [what, row] of /** @type {const} */ ([
    ['two numbers a row', '1,2\n'],
    ['one word a row', 'layer\n'],
    ['line ends of two characters', '1,2\r\n'],
  ])) {
    test(`${what}: is read no further than to the first row too many`, () => {
      const whole = row.repeat(Math.floor(9.9e6 / row.length));
      // A quote that never ends would be refused, were it come to; so would a cell too large, were the rows read.
      for (const text of [`${whole}"`, `1e99\n${whole}`]) assert.equal(refusal(text).kind, 'too-many-rows');
    });
  }

  test('of line ends alone is an empty table', () => {
    for (const text of ['\n'.repeat(1e7), '\r\n'.repeat(5e6)]) assert.deepEqual(refusal(text), { kind: 'empty' });
  });
});
