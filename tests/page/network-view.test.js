/** The drawing of the network by its geometry and its fields, on a document in Node. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { layoutNetwork } from '../../web/drawing/network-layout.js';
import { showWeight } from '../../web/page/network-drawing.js';
import { createNetworkView } from '../../web/page/network-view.js';
import { svgElement } from '../../web/ui/dom.js';
import { find, freshRoot, textsOf, usePage } from '../support/dom.js';
import { tiedExperiment } from '../support/shared.js';
import { MESSAGES, snapshotOf } from '../support/views.js';

usePage();

/** The package's lab, typed as the page's own module: they are the same code. @type {import('../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
});
after(() => lab.close());

test('a line is the thicker the larger its weight, and a negative one is hollow', () => {
  const drawn = (/** @type {number} */ value) => {
    const [outer, inner] = [svgElement('line'), svgElement('line')];
    showWeight(outer, inner, value);
    return [...[outer, inner].map((line) => Number(line.getAttribute('stroke-width'))), outer.classList.contains('zero')];
  };
  assert.deepEqual(drawn(0), [1.25, 0, true]);
  assert.deepEqual(drawn(3), [5.04, 0, false]);
  assert.deepEqual(drawn(-3), [7.54, 4.04, false], 'the same line with a rim around a hollow');
  assert.deepEqual(drawn(-0.01), [3.77, 1.5, false], 'a hollow that can be seen');
  assert.deepEqual(drawn(1e9), [7.25, 0, false], 'and never thicker than this');
});

test('what stands under the drawing says of which step its numbers are, or why there are none', () => {
  const root = freshRoot();
  const view = createNetworkView(root, { messages: MESSAGES, signal: new AbortController().signal, onEdit: () => {}, onLayers: () => {} });
  const note = () => root.querySelector('.note')?.textContent;
  const snapshot = snapshotOf(lab, tiedExperiment(), { steps: 7 });
  view.update(snapshot);
  assert.equal(note(), MESSAGES.fieldsNow(7));
  view.update({ ...snapshot, running: true });
  assert.equal(note(), MESSAGES.fieldsRunning);
  const wide = snapshotOf(lab, tiedExperiment({ network: { hidden: [40, 2] }, init: /** @type {any} */ ({ scheme: 'zeros' }) }));
  view.update(wide);
  assert.equal(note(), MESSAGES.tooManyFields(wide.names.length));
  assert.equal(root.querySelectorAll('.chip').length, 0);
});

test('a slider reaches as far as its weight needs, from -2 to 2 at least, and edits as typing does', () => {
  const root = freshRoot();
  /** @type {unknown[]} */
  const edits = [];
  const view = createNetworkView(root, {
    messages: MESSAGES,
    signal: new AbortController().signal,
    onEdit: (name, value) => edits.push([name, value]),
    onLayers: () => {},
  });
  const w = [
    [
      [0.2, -3.5],
      [0.2, 0.4],
    ],
    [[0.6, 0.6]],
  ];
  const snapshot = snapshotOf(lab, tiedExperiment({ init: { scheme: 'explicit', w } }));
  view.update(snapshot);
  const slider = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (find(root, `.chip[data-part="${name}"] .slider`));
  const open = (/** @type {string} */ name) => {
    find(root, `.chip[data-part="${name}"]`).dispatchEvent(new Event('focusin'));
    return [slider(name).min, slider(name).max, slider(name).value].map(Number);
  };
  assert.deepEqual(open('w1'), [-2, 2, 0.2]);
  assert.deepEqual(open('w2'), [-8, 8, -3.5]);
  slider('w1').value = '1.5';
  slider('w1').dispatchEvent(new Event('input'));
  assert.deepEqual(edits, [['w1', 1.5]]);
  view.update({ ...snapshot, event: null, values: snapshot.values.map((value) => value * 20) });
  assert.deepEqual([slider('w1').min, slider('w1').max].map(Number), [-4, 4], 'grown with the weight while it is open');
});

test('of the largest network each number stands in its neuron, and what is not drawn is said where there is room', () => {
  const root = freshRoot();
  const view = createNetworkView(root, { messages: MESSAGES, signal: new AbortController().signal, onEdit: () => {}, onLayers: () => {} });
  const largest = { network: { hidden: Array(8).fill(128) }, init: /** @type {any} */ ({ scheme: 'zeros' }) };
  view.update(snapshotOf(lab, tiedExperiment(largest)));
  const classOf = (/** @type {string} */ part) => find(root, `[data-part="${part}"] text`).getAttribute('class');
  assert.deepEqual(['a1', 'a129', 'a1025'].map(classOf), ['', 'long-number', 'long-number']);
  const rest = [...root.querySelectorAll('.column')].filter(({ textContent }) => textContent === '+120');
  const [first, second, ...more] = rest.map((text) => Number(text.getAttribute('y')));
  assert.equal(more.length, 6);
  assert.equal(second, first, 'side by side');
  const layout = layoutNetwork(snapshotOf(lab, tiedExperiment(largest)).experiment.network, 330);
  const [one, other, third] = layout.more.map(({ y }) => y);
  assert.ok(one > other + 10 && third === one, 'in two lines on a phone');
});

test('each field is named in full: what it is, from where, and to which neuron or output; so is each neuron', () => {
  const root = freshRoot();
  const view = createNetworkView(root, { messages: MESSAGES, signal: new AbortController().signal, onEdit: () => {}, onLayers: () => {} });
  view.update(snapshotOf(lab, { network: { inputs: 2, hidden: [2, 2] }, data: { set: 'xor' }, init: { scheme: 'zeros' } }));
  const titleOf = (/** @type {string} */ name) => find(root, `.chip[data-part="${name}"]`).title;
  assert.deepEqual(['w2', 'w7', 'b4', 'w10', 'b5'].map(titleOf), [
    'w2, weight from x2 to neuron 1',
    'w7, weight from neuron 1 to neuron 4',
    'b4, bias of neuron 4',
    'w10, weight from neuron 4 to the output',
    'b5, bias of the output',
  ]);
  assert.deepEqual(textsOf(root, '.node-hidden title'), ['neuron 1', 'neuron 2', 'neuron 3', 'neuron 4']);
});
