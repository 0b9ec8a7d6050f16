/** Fields for one number, on a document in Node: what is typed, what is asked back, and steps that lead back where they began. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import fc from 'fast-check';
import { speakNumbers } from '../../web/base/format.js';
import { messages as english } from '../../web/messages/en/page.js';
import { messages as spanish } from '../../web/messages/es/page.js';
import { createNumberField } from '../../web/ui/number-field.js';
import { freshRoot, type, usePage } from '../support/dom.js';

usePage();
after(() => speakNumbers('en'));

/** @param {number} value @param {typeof english} [messages] */
function open(value, messages = english) {
  /** @type {number[]} */
  const taken = [];
  const { input, error, set } = createNumberField({
    name: 'w1',
    label: 'w1',
    notANumber: messages.errors.notANumber,
    format: String,
    onCommit: (next) => taken.push(next),
  });
  freshRoot().append(input, error);
  set(value);
  const press = (/** @type {string} */ key, /** @type {KeyboardEventInit} */ how = {}) =>
    input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...how }));
  return { input, error, taken, press, now: () => taken[taken.length - 1] };
}

test('as many steps up as down lead back to the number, to the bit', () => {
  for (const value of [0.200000000001, 1e-12, 0.1 + 0.2, -1 / 3, 12345678.9012345]) {
    const { input, press, now } = open(value);
    input.focus();
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown']) press(key);
    assert.ok(Object.is(now(), value), String(now()));
    press('ArrowDown', { shiftKey: true });
    press('ArrowUp', { altKey: true });
    press('ArrowDown', { altKey: true });
    press('ArrowUp', { shiftKey: true });
    assert.ok(Object.is(now(), value), String(now()));
  }
  fc.assert(
    fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: 1, max: 20 }), (value, steps) => {
      const { press, now } = open(value);
      for (let step = 0; step < steps; step += 1) press('ArrowUp');
      for (let step = 0; step < steps; step += 1) press('ArrowDown');
      assert.ok(Object.is(now(), value));
    }),
    { numRuns: 100 },
  );
});

describe('a number is read', () => {
  for (const [typed, value] of /** @type {[string, number][]} */ ([
    ['\u00bd', 0.5],
    ['1\u00bd', 1.5],
    ['1\u20444', 0.25],
    ['\u2212\u00be', -0.75],
    ['\uff10\uff0e\uff15', 0.5],
    ['\uff0d\uff11', -1],
    ['\u20100.5', -0.5],
    ['\u20110.5', -0.5],
    ['\u200e0.5\u200f', 0.5],
    ['0.5\ufeff', 0.5],
    ['1,5', 1.5],
    ['0,125', 0.125],
    ['1234,567', 1234.567],
  ])) {
    test(JSON.stringify(typed), () => {
      const { input, now } = open(7);
      type(input, typed);
      assert.equal(now(), value);
    });
  }

  test('or its character that nobody sees is named', () => {
    const { input, error, taken } = open(7);
    type(input, '0.\u200b5');
    assert.match(error.textContent, /U\+200B/);
    assert.deepEqual(taken, []);
  });
});

test('what can be read in two ways is not taken, and both readings are named, by the mark of the page', () => {
  for (const [locale, messages, typed, readings, sure, value] of /** @type {[string, any, string, string[], string, number][]} */ ([
    ['en', english, '1,234', ['1.234', '1234'], '1.234', 1.234],
    ['es', spanish, '1.234', ['1,234', '1234'], '1,234', 1.234],
    ['en', english, '-12,345', ['-12.345', '-12345'], '-12345', -12345],
  ])) {
    speakNumbers(locale);
    const { input, error, taken } = open(7, messages);
    type(input, typed);
    for (const reading of readings) assert.ok(error.textContent?.includes(reading), error.textContent ?? '');
    assert.deepEqual(taken, []);
    type(input, sure);
    assert.deepEqual(taken, [value]);
  }
});
