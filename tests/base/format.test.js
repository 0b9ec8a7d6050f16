/** Numbers as text: fields, losses, differences, and what looks equal. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  equalsSign,
  formatDifference,
  formatFigure,
  formatInText,
  formatLoss,
  formatParameter,
  formatShortLoss,
} from '../../web/base/format.js';
import { isNear } from '../../web/ties/near.js';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('numbers as text', () => {
  test('a number that has more digits than are written is near, and others are equal', () => {
    assert.deepEqual(
      [0, 0.5, -0.0894, 1 / 3, -0.08942].map((value) => equalsSign(value)),
      ['=', '=', '=', '\u2248', '\u2248'],
    );
  });

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
    assert.equal(formatLoss(1.5e-9), '1.5000e−9');
    assert.deepEqual([0.48431, 5e-5, 4.9e-5, 0].map(formatShortLoss), ['0.4843', '0.0001', '4.9e\u22125', '0.0000']);
    assert.equal(formatDifference(2.9e-6), '2.9e−6');
    assert.equal(formatDifference(3.4142), '3.41');
    assert.equal(formatInText(-0.3), '\u22120.3');
  });

  test('a figure of a formula is exact where that is short, and has five digits or an exponent else', () => {
    const cases = /** @type {[number, string][]} */ ([
      [0.12345, '0.12345'],
      [0.123456, '0.12346'],
      [-12.3456, '\u221212.346'],
      [1000000, '1000000'],
      [999999.5, '1.0000e+6'],
      [12345678, '1.235e+7'],
      [0.0001, '0.0001'],
      [0.000100001, '0.00010000'],
      [0.000012345678, '1.235e\u22125'],
      [1e-7, '1.000e\u22127'],
    ]);
    for (const [value, text] of cases) assert.equal(formatFigure(value), text);
  });

  test('parameters that are near are those that show the same figures', () => {
    assert.ok(isNear(0.2, 0.2000029));
    assert.ok(isNear(0, -1e-9));
    assert.ok(!isNear(0.2, 0.2002));
    // Both sides of each rounding: neighbors in the last digit shown, or in the next.
    const near = fc.tuple(finite, fc.constantFrom(0, 1e-3, 1e-4, 4e-5, -6e-5, 1e-6)).map(([value, part]) => [value, value * (1 + part)]);
    const tenths = fc
      .tuple(fc.integer({ min: -2e6, max: 2e6 }), fc.integer({ min: 0, max: 20 }))
      .map(([n, more]) => [n / 1e4, n / 1e4 + more / 1e5]);
    fc.assert(
      fc.property(fc.oneof(near, tenths), ([first, second]) => {
        // Whole zeros: "-0.0000" looks like "0", and an exact "0.2" like a rounded "0.2000".
        const [one, other] = [first, second].map((value) => Number(formatParameter(value)) + 0);
        assert.equal(isNear(first, second), one === other, `${first} and ${second}`);
      }),
      { numRuns: 2000 },
    );
  });
});
