/** The bits of a number: written as C and Python write them, marked where they differ, counted. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { differingBits, hexFloat, markDifferences, ulpOf, ulpsApart } from '../../web/base/bits.js';

describe('the bits of a number', () => {
  test('are written as C and Python write them, always with all digits', () => {
    for (const [value, text] of /** @type {[number, string][]} */ ([
      [0.2, '0x1.999999999999ap-3'],
      [-0.3, '-0x1.3333333333333p-2'],
      [0.5, '0x1.0000000000000p-1'],
      [0, '0x0.0000000000000p+0'],
      [-0, '-0x0.0000000000000p+0'],
      [1e12, '0x1.d1a94a2000000p+39'],
      [5e-324, '0x0.0000000000001p-1022'],
      [2 ** -1022, '0x1.0000000000000p-1022'],
      [Number.MAX_VALUE, '0x1.fffffffffffffp+1023'],
    ]))
      assert.equal(hexFloat(value), text);
  });

  test('that differ are marked, digit by digit', () => {
    assert.deepEqual(markDifferences(hexFloat(0.2), hexFloat(0.2)), [{ text: '0x1.999999999999ap-3', differs: false }]);
    const next = 0.2 + ulpOf(0.2);
    assert.deepEqual(markDifferences(hexFloat(next), hexFloat(0.2)), [
      { text: '0x1.999999999999', differs: false },
      { text: 'b', differs: true },
      { text: 'p-3', differs: false },
    ]);
    assert.deepEqual(markDifferences(hexFloat(-1), hexFloat(1)), [
      { text: '-', differs: true },
      { text: '0x1.0000000000000p+0', differs: false },
    ]);
    assert.deepEqual(markDifferences(hexFloat(1), hexFloat(1024)).at(-1), { text: 'p+0', differs: true });
  });

  test('are counted, and so are the numbers between two', () => {
    assert.equal(ulpsApart(0.2, 0.2), 0n);
    assert.equal(ulpsApart(0.2, 0.2 + ulpOf(0.2)), 1n);
    assert.equal(ulpsApart(1 - 2 ** -53, 1 + 2 ** -52), 2n);
    assert.equal(ulpsApart(-0, 0), 1n);
    assert.equal(ulpsApart(-5e-324, 5e-324), 3n);
    assert.equal(ulpOf(0.2), 2 ** -55);
    assert.equal(differingBits(0.2, 0.2 + ulpOf(0.2)), 1);
    assert.equal(differingBits(1, -1), 1);
  });
});
