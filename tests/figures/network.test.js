/** The hand on a weight of the network figure: how far a movement takes it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { alongOf, drawnBy } from '../../web/figures/network/layout.js';

describe('a weight that is drawn along its line', () => {
  test('goes by tenths that a hand can tell apart, near where it was taken, both ways', () => {
    for (let tenths = 0; tenths <= 12; tenths += 1)
      for (const way of [1, -1]) assert.equal(drawnBy(0.7, way * tenths * 5), Math.round(7 + way * tenths) / 10 + 0);
  });

  test('gets to large values in the width of a phone', () => {
    assert.ok(drawnBy(0.7, 150) > 8);
    assert.ok(drawnBy(0.7, -150) < -6);
  });

  test('goes as far as the hand goes along the line, whatever its length and way', () => {
    const at = (/** @type {number} */ x, /** @type {number} */ y) => ({ x, y });
    const line = (/** @type {number} */ length) =>
      /** @type {import('../../web/figures/network/layout.js').Line} */ (
        /** @type {unknown} */ ({ start: at(10, 10), end: at(10 + 0.6 * length, 10 + 0.8 * length) })
      );
    for (const length of [40, 400]) {
      assert.ok(Math.abs(alongOf(line(length), 6, 8) - 10) < 1e-9);
      assert.ok(Math.abs(alongOf(line(length), 8, -6)) < 1e-9);
    }
  });
});
