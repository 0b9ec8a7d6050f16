/** Whether a difference grows or heals, and how fast, as it is told. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { measureGrowth, growthRate } from '../../web/ties/difference-growth.js';

describe('growth', () => {
  test('a factor a step is told as doubling or halving', () => {
    assert.deepEqual(growthRate(2), { kind: 'grows', steps: 1, flips: false });
    assert.deepEqual(growthRate(0.5), { kind: 'heals', steps: 1, flips: false });
    assert.deepEqual(growthRate(-2), { kind: 'grows', steps: 1, flips: true });
    assert.equal(Math.round(growthRate(1.0226).steps), 31);
    assert.equal(growthRate(1).kind, 'neither');
    assert.equal(growthRate(1 + 1e-9).kind, 'neither');
  });

  test('is measured at the end of a history, and not where rounding decides', () => {
    const steps = Array.from({ length: 101 }, (_, at) => 10 * at);
    const grown = measureGrowth(steps, (at) => 1e-9 * 1.01 ** steps[at], 1);
    assert.ok('factor' in grown && Math.abs(grown.factor - 1.01) < 1e-9 && grown.to === 1000);
    assert.deepEqual(
      measureGrowth(steps, () => 0, 1),
      { none: 'zero' },
    );
    assert.deepEqual(
      measureGrowth([0, 1], () => 1e-3, 1),
      { none: 'short' },
    );
    assert.deepEqual(
      measureGrowth(steps, () => 2e-16, 1),
      { none: 'rounding' },
    );
  });
});
