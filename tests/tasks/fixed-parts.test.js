/** What a task does not let be changed, on a document in Node with the parts that it looks for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFixedParts } from '../../web/task-page/fixed-parts.js';
import { element } from '../../web/ui/dom.js';
import { find, freshRoot, usePage } from '../support/dom.js';

usePage();

const SETUP = ['data', 'hidden', 'activation', 'loss-kind', 'bias', 'learning-rate', 'seed', 'steps-to-run', 'speed'];
const TRAINING = ['training-optimizer', 'training-beta1', 'training-learningRate', 'training-batchSize', 'training-l2'];
const PANELS = ['network', 'data', 'training', 'breaks', 'seeds', 'ties', 'keep'];

/** A page with what a task may fix. @param {readonly string[]} allow */
function fixed(allow) {
  const field = (/** @type {string} */ name) => element('p', { class: 'field' }, element('input', { name }));
  freshRoot().append(
    element(
      'main',
      {},
      element(
        'div',
        { id: 'network' },
        ...['w1', 'w6'].map((part) =>
          element('div', { class: 'chip' }, element('label', { 'data-part': part }, element('input', { name: part }))),
        ),
        element('div', { class: 'steppers' }),
      ),
      element('div', { id: 'setup' }, ...SETUP.map(field)),
      element('div', { id: 'presets' }),
      element('div', { id: 'examples' }),
      element('div', { id: 'results' }),
      element('div', { class: 'batch-choice' }, element('select', { name: 'batch-beside-distance' }), element('button')),
      element('button', { 'data-action': 'new-start' }),
      element('div', { id: 'lab' }, ...PANELS.map((name) => element('details', { id: `panel-${name}` }))),
    ),
  );
  find(document, '#panel-training').append(
    ...TRAINING.map(field),
    element('table', {}, element('input', { name: 'unit-rate' }), element('input', { id: 'training-freeze-w1' })),
  );
  const parts = createFixedParts(/** @type {any} */ ({ allow }));
  parts.update();
  return parts;
}

const isFixed = (/** @type {string} */ name) => {
  const input = /** @type {HTMLInputElement} */ (find(document, `#network [name="${name}"]`));
  const { classList } = /** @type {Element} */ (input.closest('.chip'));
  assert.equal(classList.contains('fixed'), input.readOnly, 'it is seen to be fixed');
  return input.readOnly;
};
const out = (/** @type {string} */ part) =>
  /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll(part)])
    .filter(({ disabled }) => disabled)
    .map(({ name, id }) => name || id);
const hidden = (/** @type {string} */ selector) => find(document, selector).hasAttribute('hidden');
const panels = () => PANELS.filter((name) => !hidden(`#panel-${name}`));

test('where nothing may be changed, all that changes the experiment is out of use or gone; the pace is not', () => {
  fixed([]);
  assert.deepEqual([isFixed('w1'), isFixed('w6')], [true, true]);
  assert.deepEqual(
    out('#setup input'),
    SETUP.filter((name) => name !== 'speed'),
  );
  assert.deepEqual(out('.batch-choice select'), ['batch-beside-distance']);
  assert.deepEqual(out('#panel-training input'), [...TRAINING, 'unit-rate', 'training-freeze-w1']);
  assert.deepEqual(panels(), ['ties', 'keep']);
  for (const part of ['#presets', '#examples', '.steppers', '.batch-choice button', '[data-action="new-start"]'])
    assert.ok(hidden(part), part);
});

test('a weight that may be changed is free, and no other', () => {
  fixed(['w6']);
  assert.deepEqual([isFixed('w1'), isFixed('w6')], [true, false]);
});

test('with the start every weight is, and the panel of the network is there', () => {
  fixed(['start']);
  assert.deepEqual([isFixed('w1'), isFixed('w6')], [false, false]);
  assert.deepEqual(panels(), ['network', 'ties', 'keep']);
});

test('each field of the first screen follows what is allowed for it', () => {
  const cases = { hidden: 'hidden', activation: 'activation', loss: 'loss-kind', learningRate: 'learning-rate', seed: 'seed' };
  for (const [name, field] of Object.entries(cases)) {
    fixed([name]);
    assert.deepEqual(
      out('#setup input'),
      SETUP.filter((each) => each !== 'speed' && each !== field),
      name,
    );
    assert.equal(hidden('.steppers'), name !== 'hidden');
    assert.equal(hidden('[data-action="new-start"]'), name !== 'seed');
  }
  fixed(['batchSize']);
  assert.deepEqual(out('.batch-choice select'), []);
});

test('the panel of training is there for what only it can change, and in it only that is free', () => {
  fixed(['learningRate']);
  assert.ok(!panels().includes('training'), 'the first screen has that field');
  fixed(['l2']);
  assert.ok(panels().includes('training'));
  assert.deepEqual(out('#panel-training input'), [...TRAINING.filter((name) => name !== 'training-l2'), 'unit-rate', 'training-freeze-w1']);
  fixed(['unitLearningRates']);
  assert.deepEqual(out('#panel-training input'), TRAINING);
  fixed(['freeze']);
  assert.deepEqual(out('#panel-training input'), [...TRAINING, 'unit-rate']);
});

test('while a number is waited for, the lab is looked at only', () => {
  const parts = fixed([]);
  parts.wait(true);
  assert.ok(find(document, 'main').hasAttribute('inert'));
  parts.wait(false);
  assert.ok(!find(document, 'main').hasAttribute('inert'));
});
