/** The parts of the network drawing, on a document in Node: names that have no room, columns, what stands at the end. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawEdge, drawEnd, drawGridLines, drawNodes, longNames, showWeight } from '../../../web/page/network-drawing.js';
import { svgElement } from '../../../web/ui/dom.js';
import { freshRoot, textsOf, usePage } from '../../support/dom.js';
import { MESSAGES } from '../../support/views.js';

usePage();

const node = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ unit, radius = 17) => ({ x, y, unit, radius });
/** Two inputs, two neurons, an output. @param {object} [change] */
const layout = (change = {}) =>
  /** @type {any} */ ({
    width: 600,
    layers: [[node(40, 100, 1), node(40, 200, 2)], [node(240, 100, 1), node(240, 200, 2)], [node(440, 150, 1)]],
    fields: [],
    end: { loss: { x: 520, y: 150 }, target: { x: 580, y: 150 } },
    ...change,
  });
const snapshot = (/** @type {string[]} */ features) =>
  /** @type {any} */ ({ experiment: { network: { inputs: 2, hidden: [2], outputs: 1, bias: true } }, data: { features, targets: ['y'] } });

/** @param {Element[]} parts */
function shown(parts) {
  const root = freshRoot();
  root.append(svgElement('svg', {}, ...parts));
  return root;
}

test('a short name stands in its input; a longer one has its sign there, and is told to who points at it', () => {
  const root = shown(drawNodes(layout(), snapshot(['age', 'sepal']), MESSAGES));
  assert.deepEqual(textsOf(root, '.node-input text'), ['age', 'x2']);
  assert.deepEqual(textsOf(root, '.node-input title'), ['age', 'sepal']);
});

test('the longer names are told by their signs, the first eight of them', () => {
  const told = (/** @type {string[]} */ features, targets = ['y']) => longNames(/** @type {any} */ ({ features, targets }));
  assert.equal(told(['x1', 'age']), '');
  assert.equal(told(['age', 'sepal']), 'x2 = sepal.');
  assert.equal(told(['temperature', 'duration'], ['good roast']), 'x1 = temperature, x2 = duration, y = good roast.');
  assert.equal(told(['sepal'], ['setosa', 'virginica']), 'x1 = sepal.', 'of several outputs none is y');
  assert.equal(told(Array(8).fill('sepal')).slice(-13), ', x8 = sepal.');
  assert.equal(told(Array(9).fill('sepal')).slice(-15), ', x8 = sepal, \u2026');
});

test('each neuron has its number and its name, and none where it is too small', () => {
  const root = shown(drawNodes(layout(), snapshot(['x1', 'x2']), MESSAGES));
  assert.deepEqual(textsOf(root, '.node-hidden text'), ['1', '2']);
  assert.deepEqual(textsOf(root, '.node-output title'), [MESSAGES.output]);
  assert.deepEqual(textsOf(root, '.node-hidden title'), [MESSAGES.neuron(1), MESSAGES.neuron(2)]);
  assert.deepEqual(
    [...root.querySelectorAll('[data-part]')].map((part) => part.getAttribute('data-part')),
    ['x1', 'x2', 'a1', 'a2', 'a3'],
  );
  const small = layout({ layers: [[node(40, 100, 1, 8)], [node(240, 100, 1, 8)], [node(440, 150, 1, 9)]] });
  assert.deepEqual(textsOf(shown(drawNodes(small, snapshot(['x1', 'x2']), MESSAGES)), '.node text').length, 1);
});

test('a column has as much of its name as fits, and all of it for who points at it', () => {
  const columns = [
    { x: 10, y: 5, room: 36, kind: 'input', number: 1 },
    { x: 90, y: 5, room: 300, kind: 'input', number: 1 },
    { x: 200, y: 5, room: 300, kind: 'bias', number: 0 },
    { x: 300, y: 5, room: 300, kind: 'output', number: 1 },
  ];
  const rows = [
    { x: 5, y: 40, unit: 1, number: 1 },
    { x: 5, y: 80, unit: null, number: 3 },
  ];
  const root = shown(drawGridLines(layout({ grid: { columns, rows, left: 0, pitch: 40 } }), snapshot(['temperature', 'x2']), MESSAGES));
  assert.deepEqual(
    [...root.querySelectorAll('.column')].map(({ lastChild }) => lastChild?.textContent),
    ['from\u2026', 'from x1', MESSAGES.columnBias, MESSAGES.columnOut],
  );
  assert.deepEqual(textsOf(root, '.column title'), ['from x1', 'from x1', MESSAGES.columnBias, MESSAGES.columnOut]);
  assert.deepEqual([textsOf(root, '.row-output'), root.querySelectorAll('.row-mark').length], [['3'], 1]);
  const [line, ...more] = root.querySelectorAll('.hairline');
  assert.deepEqual([more.length, ...['x1', 'x2', 'y1', 'y2'].map((key) => line.getAttribute(key))], [0, '0', '600', '60', '60']);
  assert.deepEqual(drawGridLines(layout({ grid: null }), snapshot(['x1', 'x2']), MESSAGES), []);
});

test('at the end stands y, or its name where it is short; a longer one is told to who points at it', () => {
  const loss = svgElement('text');
  const targetOf = (/** @type {string} */ target) => {
    const found = shown(drawEnd(layout(), MESSAGES, loss, target)).querySelector('.target');
    return [found?.lastChild?.textContent, found?.querySelector('title')?.textContent];
  };
  assert.deepEqual(targetOf('up'), ['up', 'up']);
  assert.deepEqual(targetOf('price of the house'), ['y', 'price of the house']);
  assert.deepEqual([loss.getAttribute('x'), loss.getAttribute('y')], ['520', '170']);
});

test('a weight is as thick as it is large, hollow where it is negative, and marked where it is zero', () => {
  const network = /** @type {any} */ ({ inputs: 2, hidden: [2], outputs: 1, bias: false });
  const { outer, inner } = drawEdge(/** @type {any} */ ({ name: 'w3', from: { x: 1, y: 2 }, to: { x: 3, y: 4 } }), network);
  assert.deepEqual(
    ['x1', 'y1', 'x2', 'y2', 'data-part'].map((key) => outer.getAttribute(key)),
    ['1', '2', '3', '4', 'w3'],
  );
  assert.ok(outer.classList.contains('neuron-2'));
  const widths = (/** @type {number} */ value) => {
    showWeight(outer, inner, value);
    return [...[outer, inner].map((line) => Number(line.getAttribute('stroke-width'))), outer.classList.contains('zero')];
  };
  assert.deepEqual(widths(0), [1.25, 0, true]);
  assert.deepEqual(widths(3), [5.04, 0, false]);
  assert.deepEqual(widths(-3), [7.54, 4.04, false]);
  assert.deepEqual(widths(-0.01), [3.77, 1.5, false]);
});
