/** "How it learns": what is frozen, typed and refused, on a document in Node. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { createTrainingPanel } from '../../../web/panels/training/panel.js';
import { find, freshRoot, select, textsOf, type, usePage } from '../../support/dom.js';
import { tiedExperiment } from '../../support/shared.js';
import { MESSAGES, snapshotOf } from '../../support/views.js';

usePage();

/** The package's lab, typed as the page's own module: they are the same code. @type {import('../../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

/** @type {HTMLElement} */
let root;
/** @type {object[]} */
let wishes;
/** @type {ReturnType<typeof createTrainingPanel>} */
let panel;
beforeEach(() => {
  root = freshRoot();
  wishes = [];
  panel = createTrainingPanel(root, {
    messages: MESSAGES,
    offers: { optimizers: lab.names.optimizers, options: lab.options },
    onChange(training) {
      if ('freeze' in training && /** @type {any} */ (training).freeze.includes('w99')) throw new Error('there is no w99');
      wishes.push(training);
    },
    attempt: (wish) => wish(),
  });
  panel.update(snapshotOf(lab, tiedExperiment(), { event: 'changed' }));
});

test('a frozen weight that there is not is refused at its field, until another is typed', () => {
  const field = find(root, '#training-freeze');
  const error = find(root, '#training-freeze-error');
  assert.deepEqual([error.hidden, field.hasAttribute('aria-invalid')], [true, false]);
  type(field, 'w5, w99');
  assert.deepEqual(
    [error.hidden, error.textContent, field.getAttribute('aria-invalid'), field.getAttribute('aria-describedby')],
    [false, 'there is no w99', 'true', error.id],
  );
  type(field, 'w5');
  assert.deepEqual([error.hidden, field.hasAttribute('aria-invalid'), field.hasAttribute('aria-describedby')], [true, false, false]);
  assert.deepEqual(wishes, [{ freeze: ['w5'] }]);
});

test('only the options of the optimizer are there', () => {
  const isThere = (/** @type {string} */ name) => find(root, `#training-${name}`).closest('.field')?.hasAttribute('hidden') === false;
  assert.deepEqual(['momentum', 'beta1', 'l2'].map(isThere), [false, false, true]);
  select(find(root, '[name="optimizer"]'), 'adam');
  assert.deepEqual(wishes, [{ optimizer: 'adam' }]);
  panel.update(snapshotOf(lab, tiedExperiment({ training: { optimizer: 'adam' } }), { event: 'changed' }));
  assert.deepEqual(['momentum', 'beta1', 'l2'].map(isThere), [false, true, true]);
});

test('numbers keep to their ranges, and sizes are whole', () => {
  for (const [name, text] of [
    ['l2', '-1'],
    ['batchSize', '1.5'],
    ['dropout-rate', '1'],
  ]) {
    type(find(root, `#training-${name}`), text);
    assert.equal(find(root, `#training-${name}`).getAttribute('aria-invalid'), 'true', name);
  }
  assert.deepEqual(wishes, []);
  type(find(root, '#training-dropout-rate'), '0,25');
  assert.equal(/** @type {any} */ (wishes[0]).dropout.rate, 0.25);
});

test('a neuron has one learning rate of its own, the last that was set, whatever others of its layer or its place have', () => {
  const layers = { network: { inputs: 2, hidden: [2, 2] }, data: { set: 'xor' }, init: { scheme: 'normal' } };
  panel.update(snapshotOf(lab, layers, { event: 'changed' }));
  const rate = (/** @type {number} */ neuron, /** @type {number} */ factor) => {
    type(find(root, '#unit-rate-neuron'), String(neuron));
    type(find(root, '#unit-rate-factor'), String(factor));
    find(root, '[data-action="set-unit-rate"]').click();
    panel.update(snapshotOf(lab, { ...layers, training: /** @type {any} */ (wishes.at(-1)) }, { event: 'changed' }));
  };
  for (const neuron of [1, 2, 3]) rate(neuron, 0.5);
  rate(1, 4);
  assert.deepEqual(/** @type {any} */ (wishes.at(-1)).unitLearningRates, [
    { layer: 1, unit: 2, factor: 0.5 },
    { layer: 2, unit: 1, factor: 0.5 },
    { layer: 1, unit: 1, factor: 4 },
  ]);
  assert.deepEqual(
    textsOf(root, '.unit-rates li').map((text) => text?.replace(/:.*/, '')),
    ['Neuron 2', 'Neuron 3', 'Neuron 1'],
  );
});
