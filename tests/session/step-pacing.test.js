/** How many steps a frame takes, on a machine of the test's own: its clock moves by what each portion costs. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { StepPacing } from '../../web/session/step-pacing.js';

/**
 * A machine that takes so many milliseconds for a step, and what it was asked for.
 * @param {number} perStep
 */
function machine(perStep) {
  let time = 0;
  /** @type {number[]} */
  const portions = [];
  const pace = new StepPacing(() => time);
  pace.begin();
  return {
    portions,
    /** @param {number} perSecond @param {number} [most] */
    frame(perSecond, most = Infinity) {
      portions.length = 0;
      const began = time;
      pace.frame(perSecond, most, (steps) => {
        portions.push(steps);
        time += steps * perStep;
        return steps;
      });
      return { steps: portions.reduce((sum, steps) => sum + steps, 0), ms: time - began };
    },
    /** @param {number} ms */
    pass: (ms) => (time += ms),
  };
}

describe('a frame at full speed', () => {
  test('learns how fast the machine is, and then fills its slice with few looks at the clock', () => {
    const { frame, portions } = machine(0.01);
    for (let count = 0; count < 20; count += 1) frame(Infinity);
    const { ms } = frame(Infinity);
    assert.ok(ms >= 8 && ms <= 9.1, `a slice of ${ms} ms`);
    assert.ok(portions.length <= 9, `${portions.length} looks`);
    assert.ok(Math.abs(portions[0] - 100) <= 1, 'portions of about a millisecond');
  });

  test('asks for twice as much while the clock has not moved, up to a hundred thousand steps', () => {
    const { frame, portions } = machine(0);
    frame(Infinity, 2 ** 21);
    assert.deepEqual(portions.slice(0, 5), [1, 2, 4, 8, 16]);
    assert.equal(Math.max(...portions), 1e5);
  });

  test('takes at least one step, however slow the machine, and gets faster again with it', () => {
    const { frame, portions } = machine(50);
    assert.deepEqual([frame(Infinity).steps, frame(Infinity).steps, portions], [1, 1, [1]]);
  });
});

describe('a frame at a speed', () => {
  test('takes the first step at once, then what the time allows, and keeps what is left over', () => {
    const { frame, pass } = machine(0);
    assert.equal(frame(100).steps, 1);
    pass(15);
    assert.equal(frame(100).steps, 1);
    pass(15);
    assert.equal(frame(100).steps, 2, 'two halves are a step');
  });

  test('never catches up on more than a tenth of a second', () => {
    const { frame, pass } = machine(0);
    frame(1000);
    pass(60_000);
    assert.equal(frame(1000).steps, 100);
  });

  test('owes nothing that the machine could not do', () => {
    const { frame, pass } = machine(20);
    for (let count = 0; count < 5; count += 1) {
      pass(100);
      frame(1000);
    }
    assert.equal(frame(0).steps, 1);
    assert.equal(frame(0).steps, 0);
  });

  test('takes no more than there is left to take', () => {
    assert.equal(machine(0).frame(Infinity, 7).steps, 7);
  });
});
