/** The weights as text, on a document in Node: what stands in the field when, and what is said of it. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { createWeightsEditor } from '../../../web/panels/network/weights-editor.js';
import { find, freshRoot, select, usePage } from '../../support/dom.js';
import { tiedExperiment } from '../../support/shared.js';
import { MESSAGES, snapshotOf } from '../../support/views.js';

usePage();

/** The package's lab, typed as the page's own module: they are the same code. @type {import('../../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

const texts = MESSAGES.layers;
/** @type {HTMLElement} */
let root;
/** @type {ReturnType<typeof createWeightsEditor>} */
let editor;
/** @type {unknown[]} */
let starts;
beforeEach(() => {
  root = freshRoot();
  starts = [];
  editor = createWeightsEditor({ messages: MESSAGES, largest: 1e6, onStart: (start) => starts.push(start) });
  root.append(editor.element);
});

const field = () => /** @type {HTMLTextAreaElement} */ (find(root, '#weights-text'));
const said = () => find(root, '#weights-said');
const label = () => find(root, 'label[for="weights-text"]').textContent;
const press = (/** @type {string} */ action) => find(root, `[data-action="${action}"]`).click();
/** @param {string} text */
function edit(text) {
  field().value = text;
  field().dispatchEvent(new Event('input', { bubbles: true }));
}
const show = (/** @type {object} */ experiment, /** @type {any} */ event = 'changed', steps = 0) =>
  editor.update(snapshotOf(lab, experiment, { event, steps }));

test('the present weights stand in the field, and nothing is said of them', () => {
  show(tiedExperiment(), 'loaded');
  assert.match(field().value, /0\.2\t0\.4/);
  assert.deepEqual([label(), said().textContent, field().getAttribute('aria-invalid')], [texts.text(0), '', null]);
  select(find(root, '[name="weights-format"]'), 'json');
  assert.doesNotThrow(() => JSON.parse(field().value));
  show(tiedExperiment(), null, 10);
  assert.equal(label(), texts.text(10));
});

test('what was edited stays until another experiment is opened or the present ones are asked for', () => {
  show(tiedExperiment(), 'loaded');
  const written = field().value;
  edit('mine');
  show(tiedExperiment(), 'changed');
  assert.deepEqual([field().value, label()], ['mine', texts.textEdited]);
  press('show-weights');
  assert.deepEqual([field().value, label()], [written, texts.text(0)]);
  edit('mine');
  show(tiedExperiment(), 'loaded');
  assert.equal(field().value, written);
});

test('what is used becomes the start; what is none is refused, and marked until it is right', () => {
  show(tiedExperiment(), 'loaded');
  const written = field().value;
  edit('0.1');
  press('use-weights');
  assert.deepEqual([starts, field().getAttribute('aria-invalid'), said().classList.contains('trouble-text')], [[], 'true', true]);
  assert.notEqual(said().textContent, '');
  edit(written);
  press('use-weights');
  assert.deepEqual(
    [said().textContent, field().getAttribute('aria-invalid'), said().classList.contains('trouble-text')],
    [texts.used, null, false],
  );
  assert.equal(starts.length, 1);
});

test('of a large network it says how many weights there are, and does not show them', () => {
  show({ network: { inputs: 2, hidden: [64, 78] }, data: { set: 'xor' } }, 'loaded');
  const amount = 3 * 64 + 65 * 78 + 79;
  assert.deepEqual([field().value, said().textContent], ['', texts.notShown(amount)]);
});
