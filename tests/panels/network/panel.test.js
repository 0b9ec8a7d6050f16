/** "Change the network": what the panel counts and wishes, on a document in Node. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { createLayersPanel } from '../../../web/panels/network/panel.js';
import { find, freshRoot, select, textsOf, type, usePage } from '../../support/dom.js';
import { MESSAGES, snapshotOf } from '../../support/views.js';

usePage();

/** The package's lab, typed as the page's own module: they are the same code. @type {import('../../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

/** The panel of an experiment with so many hidden neurons, and what it wishes. @param {number[]} hidden @param {boolean} [bias] */
function draw(hidden, bias = true) {
  const root = freshRoot();
  /** @type {unknown[]} */
  const wishes = [];
  const panel = createLayersPanel(root, {
    messages: MESSAGES,
    activations: ['sigmoid', 'linear'],
    limits: { hiddenLayers: 3, units: 5, parameter: 1e12 },
    onLayers: (next) => wishes.push(next),
    onOutput: (activation) => wishes.push(activation),
    onStart: (start) => wishes.push(start),
    onRange: (range) => wishes.push(range),
    attempt: (wish) => wish(),
  });
  panel.update(snapshotOf(lab, { network: { inputs: 2, hidden, bias }, data: { set: 'xor' } }, { event: 'changed' }));
  return { root, wishes, panel };
}

test('weights and biases are counted together', () => {
  const counted = (/** @type {number[]} */ hidden, /** @type {boolean} */ bias) =>
    draw(hidden, bias).root.querySelector('.note')?.textContent;
  assert.equal(counted([2], false), MESSAGES.layers.counts(2, 1, 6));
  assert.equal(counted([2], true), MESSAGES.layers.counts(2, 1, 9));
  assert.equal(counted([3, 2], true), MESSAGES.layers.counts(2, 1, 9 + 8 + 3));
  assert.equal(counted([], true), MESSAGES.layers.counts(2, 1, 3));
});

test('each layer has its buttons, which end at the limits', () => {
  const { root, wishes } = draw([1, 5]);
  const buttons = [...root.querySelectorAll('.layer-list button')].map((button) => /** @type {HTMLButtonElement} */ (button));
  assert.deepEqual(
    buttons.map(({ disabled }) => disabled),
    [true, false, false, false, true, false],
  );
  buttons[1].click();
  buttons[3].click();
  buttons[2].click();
  find(root, '[data-action="add-layer"]').click();
  assert.deepEqual(wishes, [[2, 5], [1, 4], [5], [1, 5, 5]]);
  assert.equal(/** @type {HTMLButtonElement} */ (find(draw([1, 1, 1]).root, '[data-action="add-layer"]')).disabled, true);
});

test('a width is typed, and refused past the limits', () => {
  const { root, wishes } = draw([2, 3]);
  type(find(root, '#layer-2-units'), '4');
  for (const wrong of ['0', '6', '1.5', 'x']) type(find(root, '#layer-2-units'), wrong);
  assert.deepEqual(wishes, [[2, 4]]);
  assert.equal(find(root, '#layer-2-units').getAttribute('aria-invalid'), 'true');
});

test('weights are drawn from a range, 0 to 1 at first; one that ends before it begins is refused', () => {
  const { root, wishes, panel } = draw([2]);
  const button = find(root, '[data-action="draw-range"]');
  button.click();
  type(find(root, '#range-low'), '-0,5');
  button.click();
  type(find(root, '#range-high'), '-0.5');
  button.click();
  assert.deepEqual(wishes, [
    { low: 0, high: 1 },
    { low: -0.5, high: 1 },
  ]);
  assert.equal(find(root, '#range-error').textContent, MESSAGES.layers.rangeOrder(-0.5, 1e6));
  const init = { scheme: 'uniform-range', low: 2, high: 3 };
  panel.update(snapshotOf(lab, { network: { inputs: 2, hidden: [2] }, data: { set: 'xor' }, init }, { event: 'loaded' }));
  assert.equal(/** @type {HTMLInputElement} */ (find(root, '#range-high')).value, '3');
  assert.equal(find(root, '#range-error').hidden, true);
});

test('each layer says how many different neurons it has; without layers, that is said', () => {
  assert.deepEqual(textsOf(draw([2]).root, '.layer-effective'), [MESSAGES.widths.different(2)]);
  const { root, wishes } = draw([]);
  assert.equal(root.querySelector('section > p')?.hasAttribute('hidden'), false);
  find(root, '[data-action="add-layer"]').click();
  select(find(root, '[name="output-activation"]'), 'linear');
  assert.deepEqual(wishes, [[2], 'linear']);
});
