/** The data as the page shows them: names of features and targets, and the small table of the examples. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { createDataWords } from '../../web/page/data-words.js';
import { createExamplesView } from '../../web/page/examples-view.js';
import { freshRoot, usePage } from '../support/dom.js';
import { tiedExperiment } from '../support/shared.js';
import { MESSAGES, snapshotOf } from '../support/views.js';

usePage();

/** @type {import('../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

/** @param {number[][]} y */
const own = (y) => tiedExperiment({ data: { x: y.map((_, at) => [at, 0]), y, features: ['a', 'b'], targets: ['y'] } });
const lastCells = (/** @type {HTMLElement} */ root) =>
  [...root.querySelectorAll('tbody tr')].map((row) => row.querySelector('td:last-child')?.textContent);

test('of many examples it shows the first ones, also where another set begins with the same one', () => {
  const root = freshRoot();
  const view = createExamplesView(root, { messages: MESSAGES, onEdit: () => {} });
  const many = Array.from({ length: 20 }, () => [0]);
  view.update(snapshotOf(lab, own(many)));
  assert.deepEqual(lastCells(root), Array(8).fill('0'));
  view.update(snapshotOf(lab, own(many.map((target, at) => (at === 3 ? [1] : target)))));
  assert.deepEqual(lastCells(root), ['0', '0', '0', '1', '0', '0', '0', '0']);
});

test('an example is removed by its own button, and the others stay', () => {
  const root = freshRoot();
  /** @type {unknown[]} */
  const edits = [];
  const view = createExamplesView(root, { messages: MESSAGES, onEdit: (examples) => edits.push(examples) });
  view.update(snapshotOf(lab, own([[0], [1], [0]])));
  root.querySelectorAll('tbody tr')[1].querySelector('button')?.click();
  assert.deepEqual(edits, [
    {
      x: [
        [0, 0],
        [2, 0],
      ],
      y: [[0], [0]],
    },
  ]);
});

test('what nobody sees in a name of a table is shown as what it is, and joiners stay', () => {
  const data = {
    features: ['a\u202eb', 'c\nd', '\u{1f469}\u200d\u{1f680}'],
    targets: ['y\u0000'],
    display: [{ name: 'a\u202eb', unit: '' }],
  };
  const snapshot = /** @type {any} */ ({ data, experiment: { data: { x: [], y: [] } } });
  const inWords = createDataWords({});
  const { data: shown } = inWords(snapshot);
  assert.deepEqual(shown.features, ['a\u2039U+202E\u203ab', 'c\u2039U+000A\u203ad', '\u{1f469}\u200d\u{1f680}']);
  assert.deepEqual(shown.targets, ['y\u2039U+0000\u203a']);
  assert.equal(shown.display[0].name, 'a\u2039U+202E\u203ab');
  assert.equal(inWords(snapshot).data, shown);
});
