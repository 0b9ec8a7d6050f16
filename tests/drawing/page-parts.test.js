/** The page's pure parts, without a browser: numbers as text, verdicts, the drawing's geometry, the charts' lines, the sentences. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { formatDifference, formatInText, formatLoss, formatParameter, looksEqual } from '../../web/base/format.js';
import { messages } from '../../web/messages/en/page.js';
import { ADD_LAYER_WIDTH, STEPPER } from '../../web/drawing/network-layout-parts.js';
import { layoutNetwork } from '../../web/drawing/network-layout.js';
import { NEURON_STYLES, neuronDash, neuronShape } from '../../web/drawing/neuron-style.js';
import { parameterNames } from '../../web/experiment/parameters.js';
import { PRESETS } from '../../web/experiment/presets.js';
import { distanceLines, niceTicks, spread, stepTicks } from '../../web/drawing/chart-series.js';
import { allPairs, differingParts, judge, unitParameters } from '../../web/ties/verdict.js';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

/** @param {number} units @param {boolean} [bias] */
const shape = (units, bias = true) => ({ inputs: 2, hidden: units === 0 ? [] : [units], outputs: 1, bias });

/** @type {(list: readonly number[], at: number, value: number) => number[]} */
const replaced = (list, at, value) => list.map((present, which) => (which === at ? value : present));

describe('numbers as text', () => {
  test('a short decimal is shown as typed, a longer one rounded with its zeros', () => {
    const cases = /** @type {[number, string][]} */ ([
      [0.2, '0.2'],
      [0, '0'],
      [-0.3, '-0.3'],
      [1 / 3, '0.3333'],
      [0.20000001, '0.2000'],
      [-11.69612, '-11.696'],
      [123456789, '1.2e+8'],
    ]);
    for (const [value, text] of cases) assert.equal(formatParameter(value), text);
    assert.equal(formatParameter(-11.69612, 2), '-11.7');
  });

  test('no parameter needs more room than a field has', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) =>
        assert.ok(formatParameter(value).length <= 9, formatParameter(value)),
      ),
    );
  });

  test('losses and differences keep the digits that people compare', () => {
    assert.equal(formatLoss(Math.LN2), '0.693147');
    assert.equal(formatLoss(0), '0.000000');
    assert.equal(formatLoss(1.5e-9), '1.5000e-9');
    assert.equal(formatDifference(2.9e-6), '2.9e-6');
    assert.equal(formatDifference(3.4142), '3.41');
    assert.equal(formatInText(-0.3), '\u22120.3');
  });

  test('what looks equal is what shows the same figures', () => {
    assert.ok(looksEqual(0.2, 0.2000029));
    assert.ok(looksEqual(0, -1e-9));
    assert.ok(!looksEqual(0.2, 0.2002));
    fc.assert(fc.property(finite, (value) => looksEqual(value, value)));
  });
});

describe('verdicts', () => {
  const network = shape(3, false);
  const tied = [0.2, 0.4, 0.2, 0.4, 0.2, 0.4, 0.6, 0.6, 0.6];

  /** @param {number[]} values @param {number[][]} groups @param {number} distance */
  const verdictOf = (values, groups, distance) =>
    judge(
      network,
      values,
      [{ layer: 1, groups, effective: groups.length }],
      allPairs(3).map((units) => ({
        layer: 1,
        units,
        distance: groups.some((group) => units.every((unit) => group.includes(unit))) ? 0 : distance,
      })),
    )[0];

  test('ties come from the engine alone: equal-looking neurons in two groups are near-tied', () => {
    assert.equal(verdictOf(tied, [[1, 2, 3]], 0).kind, 'tied');
    const near = verdictOf(replaced(tied, 4, 0.2 + 1e-12), [[1, 2], [3]], 1e-12);
    assert.equal(near.kind, 'mixed');
    assert.equal(near.nearest?.kind, 'near-tied');
    assert.match(
      messages.verdict.sentence(near, 5),
      /^Neurons 1 and 2 are exactly tied after 5 steps .* Neurons 1 and 3 are near-tied: they differ by 1\.0e-12\.$/,
    );
    const apart = verdictOf(replaced(tied, 4, 0.3), [[1, 2], [3]], 0.1);
    assert.match(
      messages.verdict.sentence(apart, 1),
      /exactly tied after 1 step \(every bit equal\)\. Neuron 3 is apart, by 0\.100 or more\.$/,
    );
    assert.equal(messages.verdict.effective(apart), 'The layer acts like 2 neurons.');
  });

  test('a unit is compared by incoming weights, bias and outgoing weight', () => {
    const names = parameterNames(shape(2));
    assert.deepEqual(
      unitParameters(shape(2), 1, 2).map((index) => names[index]),
      ['w3', 'w4', 'b2', 'w6'],
    );
    const values = [0.2, 0.4, 0.2, 0.4, 0, 0, 0.6, -0.3, 0];
    assert.deepEqual(
      differingParts(shape(2), 1, (index) => values[index]),
      ['outgoing'],
    );
    assert.deepEqual(
      differingParts(shape(2), 1, (index) => replaced(values, 4, -0)[index]),
      ['bias', 'outgoing'],
      'minus zero is another bit',
    );
  });
});

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

  test('every neuron has a shape and a dash of its own', () => {
    const units = Array.from({ length: NEURON_STYLES }, (_, at) => at + 1);
    assert.equal(new Set(units.map(neuronShape)).size, NEURON_STYLES);
    assert.equal(new Set(units.map((unit) => neuronDash(unit).join())).size, NEURON_STYLES);
  });
});

describe('the charts\u2019 lines', () => {
  test('samples are spread evenly, with the first and the last', () => {
    assert.deepEqual(spread(3, 10), [0, 1, 2]);
    assert.deepEqual(spread(11, 3), [0, 5, 10]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 2, max: 600 }), (count, most) => {
        const chosen = spread(count, most);
        assert.ok(chosen.length <= Math.max(most, 1) && chosen[0] === 0 && chosen[chosen.length - 1] === count - 1);
        assert.equal(new Set(chosen).size, chosen.length);
      }),
    );
  });

  test('a distance is exactly 0 only where every bit is equal', () => {
    const names = parameterNames(shape(2, false));
    const history = {
      steps: Float64Array.of(0, 1, 2),
      loss: Float64Array.of(1, 1, 1),
      parameters: Object.fromEntries(names.map((name) => [name, Float64Array.of(0.5, 0.5, 0.5)])),
    };
    history.parameters.w3 = Float64Array.of(0.5, 0.5 + 2 ** -53, 1);
    history.parameters.w4 = Float64Array.of(0.5, 0.5, 0.5);
    const verdicts = judge(
      shape(2, false),
      [0.5, 0.5, 1, 0.5, 0.5, 0.5],
      [{ layer: 1, groups: [[1], [2]], effective: 2 }],
      [{ layer: 1, units: [1, 2], distance: 0.5 }],
    );
    const { lines } = distanceLines(/** @type {any} */ ({ experiment: { network: shape(2, false) }, history, names, verdicts }));
    assert.deepEqual(
      lines[0].points.map(({ y }) => y),
      [0, 2 ** -53, 0.5],
    );
  });

  test('ticks are round and inside the range', () => {
    assert.deepEqual(niceTicks(0, 2000, 4), [0, 500, 1000, 1500, 2000]);
    assert.deepEqual(niceTicks(-0.13, 1.02, 4), [0, 0.5, 1]);
  });

  test('ticks of steps are whole, however short the run', () => {
    assert.deepEqual([1, 2, 3, 2000].map(stepTicks), [
      [0, 1],
      [0, 1, 2],
      [0, 1, 2, 3],
      [0, 500, 1000, 1500, 2000],
    ]);
    for (let last = 1; last < 300; last += 1) assert.ok(stepTicks(last).every(Number.isInteger), `${last}`);
  });
});

test('every preset has its words', () => {
  for (const { id } of PRESETS) assert.ok(messages.presets[id]?.name && messages.presets[id]?.about, id);
});
