/** The style of a neuron: eight colors, dashes and shapes, each its own, and then from the beginning again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layerDash } from '../../web/drawing/layer-dash.js';
import { NEURON_STYLES, neuronClass, neuronDash, neuronShape } from '../../web/drawing/neuron-style.js';

const UNITS = Array.from({ length: NEURON_STYLES }, (_, at) => at + 1);

test('every neuron has a class, a shape and a dash of its own, and the ninth looks like the first', () => {
  assert.equal(NEURON_STYLES, 8);
  assert.deepEqual(
    UNITS.map(neuronClass),
    UNITS.map((unit) => `neuron-${unit}`),
  );
  for (const style of [neuronClass, neuronShape, (/** @type {number} */ unit) => neuronDash(unit).join()]) {
    assert.equal(new Set(UNITS.map(style)).size, NEURON_STYLES);
    for (const unit of UNITS) assert.equal(style(unit + NEURON_STYLES), style(unit));
  }
});

test('the first neuron has a solid line, and the dashes of those after it show side by side where lines coincide', () => {
  assert.deepEqual(neuronDash(1), []);
  // Of lines on one another the later is drawn over the earlier: each must let some of every one before it through.
  for (const [at, unit] of [2, 3, 4, 5].entries()) {
    const [drawn, skipped] = neuronDash(unit);
    assert.equal(drawn, skipped, `as much of neuron ${unit} as of those under it`);
    assert.equal(drawn, 12 / 2 ** at, 'half of the dash before');
  }
  for (const unit of [6, 7, 8]) assert.ok(neuronDash(unit)[0] < neuronDash(unit)[1], 'the rest lets more through than it draws');
});

test('shapes are closed outlines within their box', () => {
  for (const unit of UNITS) {
    assert.match(neuronShape(unit), /^M.*Z$/);
    const numbers = neuronShape(unit).match(/-?\d*\.?\d+/g) ?? [];
    assert.ok(numbers.length >= 5 && numbers.every((number) => Math.abs(Number(number)) <= 1.2), neuronShape(unit));
  }
});

test('in each further layer a line of the same color has one dot more in its gaps', () => {
  for (const unit of UNITS) {
    const [first, second, third] = [1, 2, 3].map((layer) => layerDash(unit, layer));
    if (first.length > 0) assert.deepEqual(first, neuronDash(unit));
    assert.deepEqual([second.length, third.length], [4, 6]);
    assert.ok([...second, ...third].every((each) => each > 0));
    if (first.length > 0)
      assert.equal(
        second.slice(1).reduce((sum, each) => sum + each),
        first[1],
        'as much gap as before',
      );
  }
  assert.equal(new Set(UNITS.flatMap((unit) => [1, 2].map((layer) => layerDash(unit, layer).join()))).size, 2 * NEURON_STYLES);
});
