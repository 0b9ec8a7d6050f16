/** Pictures of what neurons respond to: where cells and examples stand, what is colored how, where a level is crossed. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  contour,
  featureRange,
  inputsAt,
  mix,
  paintValues,
  parseColor,
  placeOf,
  planeInputs,
  roundInputsAt,
  tint,
  valueRange,
} from '../../web/drawing/response-picture.js';
import { assertClose } from '../support/shared.js';

const PLANE = { x: { min: -1, max: 3 }, y: { min: 0, max: 2 }, size: 4 };

describe('the plane', () => {
  test('has its cells row by row from the top, values growing to the right and upward', () => {
    const inputs = planeInputs(PLANE);
    assert.deepEqual(
      [inputs[0], inputs[3], inputs[15]],
      [
        [-0.5, 1.75],
        [2.5, 1.75],
        [2.5, 0.25],
      ],
    );
    assert.equal(inputs.length, 16);
  });

  test('takes in all examples with room around them', () => {
    assert.deepEqual(
      featureRange(
        [
          [0, 5],
          [1, 5],
        ],
        0,
      ),
      { min: -0.2, max: 1.2 },
    );
    assert.deepEqual(
      featureRange(
        [
          [0, 5],
          [1, 5],
        ],
        1,
      ),
      { min: 4, max: 6 },
      'a feature that never varies has a width all the same',
    );
  });

  test('places and inputs are each other\u2019s inverse', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 3, noNaN: true }), fc.double({ min: 0, max: 2, noNaN: true }), (first, second) => {
        assertClose(inputsAt(PLANE, placeOf(PLANE, [first, second])), [first, second]);
      }),
    );
    assert.deepEqual(placeOf(PLANE, [-1, 2]), { x: 0, y: 0 });
  });

  test('a place that was pointed at has no more digits than can be seen', () => {
    assert.deepEqual(roundInputsAt(PLANE, { x: 1 / 3, y: 1 / 3 }), [0.33, 1.33]);
    assert.deepEqual(
      roundInputsAt({ x: { min: 0, max: 300 }, y: { min: 0, max: 0.004 }, size: 1 }, { x: 0.5, y: 0.123456 }),
      [150, 0.00351],
    );
  });
});

describe('colors', () => {
  test('bounded activations have fixed ranges, others what occurs', () => {
    assert.deepEqual(valueRange('sigmoid', [0.4, 0.6]), { min: 0, max: 1 });
    assert.deepEqual(valueRange('tanh', [0.4, 0.6]), { min: -1, max: 1 });
    assert.deepEqual(valueRange('relu', [0, 7]), { min: 0, max: 7 });
    assert.deepEqual(valueRange('relu', [3, 3]), { min: 0, max: 3 });
  });

  test('run from the pale one to the strong one, past the ends no further', () => {
    const pixels = paintValues([-1, 0, 0.5, 1, 9], { min: 0, max: 1 }, [200, 100, 0], [100, 200, 50]);
    assert.deepEqual([...pixels.slice(0, 4)], [200, 100, 0, 255]);
    assert.deepEqual([...pixels.slice(8, 12)], [150, 150, 25, 255]);
    assert.deepEqual([...pixels.slice(16)], [100, 200, 50, 255]);
    assert.deepEqual([...paintValues([0], { min: 0, max: 0 }, [1, 2, 3], [9, 9, 9])], [1, 2, 3, 255]);
  });

  test('are read as browsers write them, and mixed', () => {
    assert.deepEqual(parseColor('rgb(0, 114, 178)'), [0, 114, 178]);
    assert.deepEqual(mix([0, 0, 0], [100, 200, 50], 0.5), [50, 100, 25]);
  });

  test('of a heat map grow with the size of the value, whatever its sign', () => {
    assert.deepEqual([tint(-2, 4), tint(4, 4), tint(0, 0)], [0.5, 1, 0]);
  });
});

describe('a level', () => {
  test('is crossed where the values say, between two cells', () => {
    const lines = contour([0, 1, 0, 1], 2, 0.25);
    assert.deepEqual(lines, [
      [
        { x: 0.375, y: 0.25 },
        { x: 0.375, y: 0.75 },
      ],
    ]);
  });

  test('is not crossed where all lies on one side', () => {
    assert.deepEqual(contour([0, 0, 0, 0], 2, 0.5), []);
    assert.deepEqual(contour([1, 1, 1, 1], 2, 0.5), []);
  });

  test('separates every two neighbors on different sides of it', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }), (cells) => {
        const values = cells.map(Number);
        const ends = new Set(
          contour(values, 5, 0.5)
            .flat()
            .map(({ x, y }) => `${x.toFixed(6)} ${y.toFixed(6)}`),
        );
        let crossings = 0;
        for (let row = 0; row < 5; row += 1) {
          for (let column = 0; column < 5; column += 1) {
            const here = values[row * 5 + column];
            if (column < 4 && here !== values[row * 5 + column + 1]) {
              crossings += 1;
              assert.ok(ends.has(`${((column + 1) / 5).toFixed(6)} ${((row + 0.5) / 5).toFixed(6)}`));
            }
            if (row < 4 && here !== values[(row + 1) * 5 + column]) {
              crossings += 1;
              assert.ok(ends.has(`${((column + 0.5) / 5).toFixed(6)} ${((row + 1) / 5).toFixed(6)}`));
            }
          }
        }
        assert.equal(ends.size, crossings);
      }),
    );
  });

  test('at a saddle the corners above it stay together', () => {
    const [first, second] = contour([1, 0, 0, 1], 2, 0.5);
    const corner = (/** @type {import('../../web/drawing/response-picture.js').Place[]} */ line) =>
      line.map(({ x, y }) => x + y).reduce((sum, each) => sum + each);
    // Each line cuts off one of the corners below the level: upper right and lower left, both of which have x + y = 1 in the middle.
    assert.deepEqual(
      [corner(first), corner(second)].map((sum) => Math.round(sum * 1000)),
      [2000, 2000],
    );
    assert.ok(first.every(({ x }) => x >= 0.5) !== second.every(({ x }) => x >= 0.5));
  });
});
