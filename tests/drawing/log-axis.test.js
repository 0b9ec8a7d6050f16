/** The axis of distances: powers of ten, and a strip below for what is exactly 0. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { logAxis } from '../../web/drawing/log-axis.js';

/** @param {readonly number[]} ys */
const line = (ys) => ({ points: ys.map((y, x) => ({ x, y })) });

test('a line breaks where it leaves exactly 0 and where it comes back, and nowhere else', () => {
  const { map } = logAxis([line([0, 0, 0.01, 10, 0])]);
  const mapped = map(line([0, 0, 0.01, 10, 0]).points);
  assert.deepEqual(
    mapped.map(({ x }) => x),
    [0, 1, 2, 2, 3, 4, 4],
  );
  assert.deepEqual(
    mapped.map(({ y }) => Number.isNaN(y)),
    [false, false, true, false, false, true, false],
  );
  assert.deepEqual([mapped[3].y, mapped[4].y], [-2, 1]);
});

test('what is exactly 0 lies below every power of ten, inside of the axis', () => {
  const { min, floor, max, map } = logAxis([line([0, 3e-8, 20])]);
  assert.deepEqual([floor, max], [-8, 2]);
  const [{ y }] = map([{ x: 0, y: 0 }]);
  assert.ok(min < y && y < floor);
});

test('the scale goes from a thousandth to ten at least, and its ticks are few and round', () => {
  const { floor, max, ticks } = logAxis([line([0.5])]);
  assert.deepEqual([floor, max], [-3, 1]);
  assert.deepEqual(ticks, [
    { value: 1, label: '10' },
    { value: -1, label: '0.1' },
    { value: -3, label: '0.001' },
  ]);
  assert.deepEqual(
    logAxis([line([1e-11])]).ticks.map(({ label }) => label),
    ['10', '0.001', '1e\u22127', '1e\u221211'],
  );
});
