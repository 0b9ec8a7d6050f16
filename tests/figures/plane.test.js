/** Where the parts of the plane lie, where the borders have their numbers, and what always saying one thing gets. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { baseline, layoutPlane, placeNumbers } from '../../web/figures/plane/geometry.js';

/** @typedef {import('../../web/figures/plane/geometry.js').Box} Box */

/** @param {Box} one @param {Box} other */
const overlap = (one, other) =>
  one.x < other.x + other.width - 1e-9 &&
  other.x < one.x + one.width - 1e-9 &&
  one.y < other.y + other.height - 1e-9 &&
  other.y < one.y + one.height - 1e-9;

describe('the plane', () => {
  for (const [width, height] of [
    [328, 296],
    [328, 420],
    [736, 500],
    [820, 690],
    [1180, 560],
  ])
    for (const count of [0, 1, 2, 3, 6, 8])
      test(`${count} maps and the answer in ${width} × ${height} px: nothing covers another, nothing is cut`, () => {
        const { answer, tiles, words, bias, arrow, label } = layoutPlane(width, height, count);
        const labelled = tiles.map((tile) => ({ ...tile, height: tile.height + label }));
        const parts = [answer, words, ...labelled, ...(count > 0 ? [bias, arrow] : [])];
        assert.equal(tiles.length, count);
        for (const [at, part] of parts.entries()) {
          assert.ok(
            part.x >= 0 && part.y >= 0 && part.x + part.width <= width + 1 && part.y + part.height <= height + 1,
            `part ${at} is cut`,
          );
          for (const other of parts.slice(at + 1)) assert.ok(!overlap(part, other), `part ${at} is covered`);
        }
        assert.ok(answer.width >= Math.min(170, height * 0.5), `the answer is ${answer.width} px`);
        for (const tile of tiles) assert.ok(tile.width >= 24, `a map of ${tile.width} px`);
      });

  test('has the bias at the end of the row of maps, and of more than four maps between their row and the answer', () => {
    for (const count of [1, 2, 3, 4, 5, 6, 8]) {
      const { tiles, bias, answer, label } = layoutPlane(328, 420, count);
      const last = tiles[count - 1];
      if (count <= 4) {
        assert.ok(bias.x >= last.x + last.width, `${count} maps: beside the last`);
        assert.ok(Math.abs(bias.y + bias.height / 2 - last.y - last.height / 2) < 1e-9, `${count} maps: at its middle`);
      } else assert.ok(bias.y >= last.y + last.height + label && bias.y + bias.height <= answer.y, `${count} maps: above the answer`);
      assert.ok(bias.width >= 90, `${count} maps: ${bias.width} px for it`);
    }
  });
});

describe('the number of a border', () => {
  /** @param {number} y @returns {[{ x: number, y: number }, { x: number, y: number }][]} */
  const level = (y) =>
    Array.from({ length: 20 }, (_, at) => [
      { x: at / 20, y },
      { x: (at + 1) / 20, y },
    ]);

  test('stands on it, away from the examples, and from the numbers of borders that lie on it', () => {
    const examples = [{ x: 0.5, y: 0.5 }];
    const [first, second, outside] = placeNumbers([level(0.5), level(0.5), []], examples);
    assert.equal(outside, null);
    for (const place of [first, second]) assert.ok(place !== null && place.y === 0.5 && Math.abs(place.x - 0.5) > 0.2);
    assert.ok(Math.abs(Number(first?.x) - Number(second?.x)) > 0.2);
  });

  test('does not cover what is read elsewhere', () => {
    const read = [{ x: 0.9, y: 0.1 }];
    const [place] = placeNumbers([level(0.1)], [], read);
    assert.ok(Number(place?.x) < 0.2);
    const [other] = placeNumbers([level(0.1)], [], [{ x: 0.1, y: 0.1 }]);
    assert.ok(Number(other?.x) > 0.8);
  });

  test('is inside of the picture', () => {
    const [place] = placeNumbers([level(0.01)], []);
    assert.equal(place, null);
  });
});

test('the commonest answer is the baseline; of equal counts it is no', () => {
  assert.deepEqual(baseline([[1], [1], [0]]), { answer: 1, right: 2 });
  assert.deepEqual(baseline([[0], [1], [1], [0]]), { answer: 0, right: 2 });
});
