/** Numbers as text: fields, losses, differences, and what looks equal. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { formatDifference, formatInText, formatLoss, formatParameter, looksEqual } from '../../web/base/format.js';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('numbers as text', () => {
  test('a short decimal is shown as typed, a longer one rounded with its zeros', () => {
    const cases = /** @type {[number, string][]} */ ([
      [0.2, '0.2'],
      [0, '0'],
      [-0.3, '-0.3'],
      [1 / 3, '0.3333'],
      [0.20000001, '0.2000'],
      [-11.69612, '-11.696'],
      [123456789, '1.2e+8'],
    ]);
    for (const [value, text] of cases) assert.equal(formatParameter(value), text);
    assert.equal(formatParameter(-11.69612, 2), '-11.7');
  });

  test('no parameter needs more room than a field has', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) =>
        assert.ok(formatParameter(value).length <= 9, formatParameter(value)),
      ),
    );
  });

  test('losses and differences keep the digits that people compare', () => {
    assert.equal(formatLoss(Math.LN2), '0.693147');
    assert.equal(formatLoss(0), '0.000000');
    assert.equal(formatLoss(1.5e-9), '1.5000e-9');
    assert.equal(formatDifference(2.9e-6), '2.9e-6');
    assert.equal(formatDifference(3.4142), '3.41');
    assert.equal(formatInText(-0.3), '\u22120.3');
  });

  test('what looks equal is what shows the same figures', () => {
    assert.ok(looksEqual(0.2, 0.2000029));
    assert.ok(looksEqual(0, -1e-9));
    assert.ok(!looksEqual(0.2, 0.2002));
    fc.assert(fc.property(finite, (value) => looksEqual(value, value)));
  });
});
