/** What an error says of a value that it refuses. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describe as said } from '../../web/base/errors.js';

test('a value is said in a few words, whatever it is', () => {
  const cases = /** @type {[unknown, string][]} */ ([
    [undefined, 'nothing'],
    [null, 'null'],
    ['xor', '"xor"'],
    ['x'.repeat(40), `"${'x'.repeat(40)}"`],
    ['x'.repeat(41), `"${'x'.repeat(40)}\u2026"`],
    [-0.5, '-0.5'],
    [NaN, 'NaN'],
    [true, 'true'],
    [12n, '12n'],
    [10n ** 30n, 'a bigint'],
    [[1], 'a list'],
    [{}, 'an object'],
    [() => 1, 'a function'],
    [Symbol('s'), 'Symbol(s)'],
  ]);
  for (const [value, words] of cases) assert.equal(said(value), words);
});
