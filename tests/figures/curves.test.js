/** Names of lines that never cover each other, and the curve that somebody draws. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { placeLabels } from '../../web/drawing/label-places.js';
import { PARTS, drawn, emptyGuess, guessPoints, isWhole, shapeOf, shapedGuess } from '../../web/figures/curves/guess.js';

const ROOM = { top: 10, bottom: 210, gap: 14 };

describe('the names of lines', () => {
  test('never cover each other, stay inside, and keep the order of the lines, whatever these are', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 10, max: 210, noNaN: true }), { maxLength: 48 }), (heights) => {
        const ends = heights.map((y, at) => ({ value: -y, y, text: `w${at + 1}` }));
        const places = placeLabels(ends, ROOM);
        for (const [at, { y, ends: named }] of places.entries()) {
          assert.ok(y >= ROOM.top - 1e-9 && y <= ROOM.bottom + 1e-9, `at ${y}`);
          if (at === 0) continue;
          assert.ok(y - places[at - 1].y >= ROOM.gap - 1e-9, `${places[at - 1].y} and ${y}`);
          assert.ok(named[0] >= places[at - 1].ends[places[at - 1].ends.length - 1]);
        }
        assert.deepEqual(new Set(places.flatMap(({ ends: named }) => named)), new Set(heights));
      }),
    );
  });

  test('stand at their line where there is room', () => {
    const places = placeLabels(
      [50, 100, 150].map((y, at) => ({ value: y, y, text: `w${at + 1}` })),
      ROOM,
    );
    assert.deepEqual(
      places.map(({ text, y }) => [text, y]),
      [
        ['w1', 50],
        ['w2', 100],
        ['w3', 150],
      ],
    );
  });

  test('are shared by lines that end at the very same value, and by no others', () => {
    const end = (/** @type {string} */ text, /** @type {number} */ value) => ({ text, value, y: 100 - value });
    const names = placeLabels(
      [end('w1', 1), end('w3', 1), end('w5', 1 + 1e-12), end('b1', 7), end('b2', 7), end('b3', 7), end('', 50)],
      ROOM,
    );
    assert.deepEqual(
      names.map(({ text }) => text),
      ['b1 \u2026 b3', 'w5', 'w1 = w3'],
    );
  });
});

describe('a drawn guess', () => {
  test('goes straight between the places of the pointer, forward and back', () => {
    let guess = drawn(emptyGuess(), null, { x: 0, y: 1 });
    guess = drawn(guess, { x: 0, y: 1 }, { x: 1, y: 3 });
    assert.equal(isWhole(guess), true);
    assert.ok(Math.abs(guess[(PARTS - 1) / 2] - 2) < 1e-12);
    const back = drawn(guess, { x: 1, y: 0 }, { x: 0.5, y: 0 });
    assert.equal(back[PARTS - 1], 0);
    assert.equal(back[0], 1);
    assert.deepEqual(guessPoints(back, 2000)[PARTS - 1], { x: 2000, y: 0 });
  });

  test('is none while it covers little of the axis, and one of its first third is thought to go on', () => {
    assert.equal(isWhole(emptyGuess()), false);
    assert.equal(isWhole(drawn(emptyGuess(), { x: 0, y: 1 }, { x: 0.15, y: 1 })), false);
    assert.equal(isWhole(drawn(emptyGuess(), { x: 0, y: 1 }, { x: 0.35, y: 1 })), true);
    assert.equal(guessPoints(emptyGuess(), 10).length, 0);
  });

  test('by its shape begins where the curve begins, and goes where it says, within the axis', () => {
    const range = { min: -2, max: 6 };
    for (const [shape, sign] of /** @type {const} */ ([
      ['rises', 1],
      ['stays', 0],
      ['falls', -1],
    ])) {
      const guess = shapedGuess(shape, 0.6, range);
      assert.ok(Math.abs(guess[0] - 0.6) < 1e-12);
      assert.equal(Math.sign(Number((guess[PARTS - 1] - 0.6).toFixed(6))), sign);
      assert.ok(guess.every((y) => y >= range.min && y <= range.max));
    }
  });

  test('that is drawn is what it looks like: a slight fall is a fall, a shaky level line is none', () => {
    const range = { min: -9, max: 2 };
    const to = (/** @type {number} */ end) => drawn(emptyGuess(), { x: 0, y: -6 }, { x: 1, y: end });
    assert.equal(shapeOf(to(-7.2), -6, range), 'falls');
    assert.equal(shapeOf(to(-6.4), -6, range), 'stays');
    assert.equal(shapeOf(to(-5.6), -6, range), 'stays');
    assert.equal(shapeOf(to(-4.8), -6, range), 'rises');
    // Level, though far above where the true one starts; and one without a beginning begins there.
    assert.equal(shapeOf(to(-6), -9, range), 'stays');
    assert.equal(shapeOf(drawn(emptyGuess(), { x: 0.5, y: 1 }, { x: 1, y: 1 }), -6, range), 'rises');
  });
});
