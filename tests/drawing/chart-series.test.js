/** The lines of the charts: samples, distances, ticks. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { distanceLines, lossLine, niceTicks, spread, stepAxisEnd, stepTicks, weightLines } from '../../web/drawing/chart-series.js';
import { parameterNames } from '../../web/experiment/parameters.js';
import { judge } from '../../web/ties/verdict.js';

/** @param {number} units @param {boolean} [bias] */
const shape = (units, bias = true) => ({ inputs: 2, hidden: units === 0 ? [] : [units], outputs: 1, bias });

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

  test('a line has as many points as there is room for among so many lines: 4,000 together, 100 to 500 each', () => {
    const steps = Float64Array.from({ length: 2048 }, (_, at) => at);
    /** @type {(network: import('../../web/experiment/parameters.js').Shape) => number[]} */
    const pointCounts = (network) => {
      const names = parameterNames(network);
      const history = { steps, loss: steps, parameters: Object.fromEntries(names.map((name) => [name, steps])) };
      return weightLines(/** @type {any} */ ({ experiment: { network }, history, names })).map(({ points }) => points.length);
    };
    assert.deepEqual(pointCounts(shape(2, false)), Array(6).fill(500));
    assert.deepEqual(pointCounts(shape(2)), Array(9).fill(444));
    assert.deepEqual(pointCounts(shape(128)), Array(48).fill(100), 'and of a large network 48 lines');
    assert.equal(lossLine(/** @type {any} */ ({ history: { steps, loss: steps } })).points.length, 500);
  });

  test('the line of a weight has the layer and the number of the neuron whose color it has, and those of the output have none', () => {
    const network = { inputs: 2, hidden: [2, 2], outputs: 1, bias: true };
    const names = parameterNames(network);
    const history = { steps: [0], loss: [1], parameters: Object.fromEntries(names.map((name) => [name, Float64Array.of(0)])) };
    const lines = weightLines(/** @type {any} */ ({ experiment: { network }, history, names }));
    const of = (/** @type {string} */ wanted) => {
      const { unit, layer, number } = lines.find(({ label }) => label === wanted) ?? {};
      return [unit, layer, number];
    };
    assert.deepEqual(['w1', 'w4', 'w5', 'w8', 'w10', 'b3', 'b5'].map(of), [
      [1, 1, 1],
      [2, 1, 2],
      [1, 2, 3],
      [2, 2, 4],
      [2, 2, 4],
      [1, 2, 3],
      [null, 2, null],
    ]);
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
      [{ layer: 1, tied: [], same: [], mirror: [], dead: [], different: 2 }],
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

  test('of a range there are at least three ticks, where so many are asked for, and never a crowd', () => {
    assert.deepEqual(niceTicks(-4.95, 3.1, 4), [-4, -2, 0, 2]);
    for (let from = -13; from <= 0; from += 0.25)
      for (let to = 0.75; to < 13; to += 0.25)
        for (const about of [3, 4, 5]) {
          const { length } = niceTicks(from, to, about);
          assert.ok(length >= 3 && length <= 8, `${from} to ${to}: ${length}`);
        }
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

describe('the step axis', () => {
  /** @type {(presentStep: number, plannedStep: number, stepsToRun: number | null, keptStep?: number) => number} */
  const end = (presentStep, plannedStep, stepsToRun, keptStep) =>
    stepAxisEnd(
      /** @type {any} */ ({ presentStep, plannedStep, stepsToRun, kept: keptStep === undefined ? null : { presentStep: keptStep } }),
    );

  test('reaches to where training pauses, or as far as the longer of two runs', () => {
    assert.deepEqual([end(0, 2000, 2000), end(300, 2000, 2000), end(3000, 2000, 2000), end(0, 2000, 2000, 5000)], [2000, 2000, 3000, 5000]);
  });

  test('grows in large steps where training has no end', () => {
    assert.deepEqual(
      [end(3, Infinity, null), end(150, Infinity, null), end(700, 700, null), end(150, Infinity, 2000)],
      [100, 200, 1000, 200],
    );
  });
});
