/** The geometry of the network's drawing. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ADD_LAYER_WIDTH, MOST_DRAWN, STEPPER, decimalsIn, fieldWidth } from '../../web/drawing/network-layout-parts.js';
import { layoutNetwork } from '../../web/drawing/network-layout.js';
import { parameterNames } from '../../web/experiment/parameters.js';

/** @param {number} units @param {boolean} [bias] */
const shape = (units, bias = true) => ({ inputs: 2, hidden: units === 0 ? [] : [units], outputs: 1, bias });

describe('the drawing', () => {
  /**
   * What can be used in the drawing, and the letters J and y, each with its box around (x, y).
   * @param {import('../../web/drawing/network-layout.js').Layout} layout
   */
  const boxesOf = ({ fields, steppers, addLayer, end }) => [
    ...fields,
    ...steppers.map(({ x, y, layer }) => ({ name: `steppers of layer ${layer}`, x, y, ...STEPPER })),
    { name: 'add layer', ...addLayer, width: ADD_LAYER_WIDTH, height: STEPPER.height },
    { name: 'J', ...end.loss, width: 14, height: 20 },
    { name: 'y', ...end.target, width: 14, height: 20 },
  ];

  for (const hidden of [[], ...[1, 2, 3, 4, 5, 6, 7, 8].map((units) => [units]), [2, 2], [3, 4, 5], [128, 128], [2, 2, 2, 2, 2, 2, 2, 2]]) {
    test(`at any width, with ${hidden.join('-') || 'no'} hidden neurons, nothing covers another thing or leaves the drawing`, () => {
      for (const bias of [false, true]) {
        for (let width = 288; width <= 900; width += 12) {
          const layout = layoutNetwork({ inputs: 2, hidden, outputs: 1, bias }, width);
          const boxes = boxesOf(layout);
          const where = `bias ${bias}, ${width} px`;
          boxes.forEach((one, at) => {
            assert.ok(
              one.x - one.width / 2 >= 0 &&
                one.x + one.width / 2 <= width &&
                one.y - one.height / 2 >= 0 &&
                one.y + one.height / 2 <= layout.height,
              `${one.name} inside, ${where}`,
            );
            for (const other of boxes.slice(at + 1)) {
              const isApart =
                Math.abs(one.x - other.x) >= (one.width + other.width) / 2 || Math.abs(one.y - other.y) >= (one.height + other.height) / 2;
              assert.ok(isApart, `${one.name} and ${other.name}, ${where}`);
            }
          });
        }
      }
    });
  }

  for (const [inputs, hidden] of /** @type {[number, number[]][]} */ ([
    [2, [2]],
    [2, [8]],
    [4, [3]],
    [4, [8]],
    [3, [4, 4]],
    [9, [2]],
    [20, [3]],
  ]))
    test(`cuts no digit of ${inputs}-${hidden.join('-')}-1 at any width: two decimals, a minus sign and the name have room`, () => {
      for (const bias of [false, true])
        for (let width = 288; width <= 900; width += 6)
          for (const field of layoutNetwork({ inputs, hidden, outputs: 1, bias }, width).fields) {
            const least = fieldWidth(field.name, Math.max(2, field.decimals));
            assert.ok(
              field.width >= least,
              `${field.name} has ${field.width.toFixed(1)} of ${least} px for ${field.decimals} decimals at ${width} px`,
            );
          }
    });

  test('shows more decimals where a field is wider, for a short name before a long one', () => {
    assert.ok(decimalsIn('w1', 96) > decimalsIn('w1', 80));
    assert.ok(decimalsIn('w1', 88) > decimalsIn('w120', 88));
    for (const decimals of [1, 2, 3, 4]) assert.equal(decimalsIn('w10', fieldWidth('w10', decimals)), decimals);
  });

  test('of layers of more than eight neurons is bands between layers, not every line; of smaller ones it is lines', () => {
    const { edges, bands = [], layers } = layoutNetwork({ inputs: 2, hidden: [9, 3, 2], outputs: 1, bias: true }, 800);
    assert.equal(bands.length, 2);
    assert.deepEqual([...new Set(edges.map(({ layer }) => layer))], [3, 4]);
    assert.equal(layers[1].length, MOST_DRAWN);
    assert.deepEqual(layoutNetwork({ inputs: 2, hidden: [8, 3], outputs: 1, bias: true }, 800).bands, []);
  });

  test('of two neurons leaves a frame of 480 px room for its bar and for Train', () => {
    for (const bias of [false, true]) assert.ok(layoutNetwork({ inputs: 2, hidden: [2], outputs: 1, bias }, 288).height <= 308);
  });

  test('has a field for every parameter, weights before biases', () => {
    for (const units of [0, 1, 2, 5]) {
      const names = layoutNetwork(shape(units), 600).fields.map(({ name }) => name);
      assert.deepEqual([...names].sort(), parameterNames(shape(units)).sort());
      const numbers = names.filter((name) => name.startsWith('w')).map((name) => Number(name.slice(1)));
      assert.deepEqual(
        names.slice(0, numbers.length),
        numbers.map((_, at) => `w${at + 1}`),
      );
    }
  });

  test('under a deep network each neuron has a row of its own: its incoming weights, then its bias', () => {
    const network = { inputs: 3, hidden: [2, 2], outputs: 2, bias: true };
    const { fields, grid } = layoutNetwork(network, 900);
    assert.deepEqual([...new Set(fields.map(({ name }) => name))].sort(), parameterNames(network).sort());
    const rows = grid?.rows ?? [];
    const namesOf = (/** @type {number} */ y) =>
      fields
        .filter((field) => Math.abs(field.y - y) < 1)
        .sort((one, other) => one.x - other.x)
        .map(({ name }) => name);
    assert.deepEqual(
      rows.map(({ y, unit, number }) => [unit, number, ...namesOf(y)]),
      [
        [1, 1, 'w1', 'w2', 'w3', 'b1'],
        [2, 2, 'w4', 'w5', 'w6', 'b2'],
        [1, 3, 'w7', 'w8', 'b3'],
        [2, 4, 'w9', 'w10', 'b4'],
        [null, 5, 'w11', 'w12', 'b5'],
        [null, 6, 'w13', 'w14', 'b6'],
      ],
    );
    assert.ok(rows.every(({ y }, at) => at === 0 || y > rows[at - 1].y));
  });
});
