/** Legends of the charts: what stands in them, and when there is none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BRAID, drawLegend } from '../../../web/page/charts/chart-legend.js';
import { find, freshRoot, usePage } from '../../support/dom.js';
import { MESSAGES } from '../../support/views.js';

usePage();

/** @typedef {import('../../../web/drawing/chart-series.js').Line} Line */

/** @param {string} label @param {number | null} unit @param {Partial<Line>} [more] @returns {Line} */
const line = (label, unit, more = {}) => ({ label, unit, braid: null, input: 1, kind: 'incoming', points: [], ...more });

/** @param {Line[]} lines @param {string} [note] */
function legend(lines, note = '') {
  const root = freshRoot();
  root.append(...drawLegend(lines, note, MESSAGES));
  return root;
}
const names = (/** @type {HTMLElement} */ root) => [...root.children].map((each) => each.textContent);

test('the loss alone needs none, beside another it does', () => {
  assert.equal(legend([line('J', null, { kind: 'loss' })]).childElementCount, 0);
  assert.deepEqual(names(legend([line('J', null, { kind: 'loss' }), line('w1', 1)])), ['J', 'w1']);
  assert.deepEqual(names(legend([line('w1', 1)])), ['w1']);
});

test('the weights of a neuron stand together, under its color, dash and shape', () => {
  const root = legend([line('w1', 1), line('w2', 1), line('w3', 2), line('w9', null)], 'since step 5');
  assert.deepEqual(names(root), ['w1 w2', 'w3', 'w9', 'since step 5']);
  assert.equal(root.querySelectorAll('.swatch-mark').length, 2);
  assert.equal(root.children[0].querySelector('line')?.hasAttribute('stroke-dasharray'), false);
  assert.equal(root.children[1].querySelector('line')?.hasAttribute('stroke-dasharray'), true);
});

test('more than three neurons are named by their numbers', () => {
  const root = legend([1, 2, 3, 4].map((unit) => line(`w${unit}`, unit)));
  assert.deepEqual(names(root), [MESSAGES.charts.legendOfNeurons, '1', '2', '3', '4']);
  assert.equal(/** @type {HTMLElement} */ (root.children[1]).title, 'w1');
  const withOutput = legend([line('b1', null), ...[1, 2, 3].map((unit) => line(`w${unit}`, unit))]);
  assert.equal(names(withOutput)[1], MESSAGES.charts.outputLegend);
});

test('neurons of two layers, which have the same colors, are named apart and have lines of their own', () => {
  const root = legend([1, 2, 3, 4].map((number) => line(`w${number}`, 2 - (number % 2), { number, layer: number < 3 ? 1 : 2 })));
  assert.deepEqual(names(root), [MESSAGES.charts.legendOfNeurons, '1', '2', '3', '4']);
  const dashes = [...root.querySelectorAll('line')].map((each) => each.getAttribute('stroke-dasharray'));
  assert.equal(new Set(dashes).size, 4, dashes.join(' | '));
});

test('a pair is braided of two colors; many pairs have their names at the ends of their lines', () => {
  const pair = (/** @type {number} */ unit) => line(`${unit} and ${unit + 1}`, unit, { braid: unit + 1, kind: 'pair' });
  const root = legend([pair(1)]);
  assert.equal(root.querySelectorAll('line').length, 2);
  assert.equal(find(root, 'line:last-of-type').getAttribute('stroke-dasharray'), BRAID.join(' '));
  const many = [1, 2, 3, 4].map(pair);
  assert.equal(legend(many).textContent, '');
  assert.equal(legend(many, '6 of 28').textContent, '6 of 28');
});
