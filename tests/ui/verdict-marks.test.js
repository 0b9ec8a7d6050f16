/** The marks beside a verdict: a neuron's shape for each, and between two of them how they stand to each other. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { svgElement } from '../../web/ui/dom.js';
import { drawMarks } from '../../web/ui/verdict-marks.js';
import { usePage } from '../support/dom.js';

usePage();

/** @param {number} units */
function draw(units) {
  const marks = /** @type {SVGSVGElement} */ (svgElement('svg'));
  drawMarks(marks, units === 0 ? null : /** @type {any} */ ({ units, tied: [[1, 2]], groups: [], pairs: [] }));
  return marks;
}

test('each neuron has its own shape in its own color, one beside the other, with a sign between two', () => {
  const marks = draw(3);
  const shapes = [...marks.querySelectorAll('path')];
  assert.equal(new Set(shapes.map((shape) => shape.getAttribute('d'))).size, 3);
  assert.equal(new Set(shapes.map((shape) => shape.getAttribute('class'))).size, 3);
  const along = shapes.map((shape) => Number(/translate\(([\d.]+) /.exec(shape.getAttribute('transform') ?? '')?.[1]));
  const signs = [...marks.querySelectorAll('text')];
  assert.equal(signs.length, 2);
  signs.forEach((sign, at) => {
    const x = Number(sign.getAttribute('x'));
    assert.ok(along[at] < x && x < along[at + 1], `${along[at]}, ${x}, ${along[at + 1]}`);
  });
  assert.ok(along[2] < Number(marks.getAttribute('width')));
});

test('of one neuron there is one mark, and of no verdict none', () => {
  assert.deepEqual([draw(1).children.length, draw(0).children.length, draw(0).hasAttribute('hidden')], [1, 0, true]);
});
