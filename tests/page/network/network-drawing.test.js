/** The parts of the network drawing, on a document in Node: names that have no room, columns, what stands at the end. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawEdge, drawEnd, drawGridLines, drawNodes, showWeight } from '../../../web/page/network-drawing.js';
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
    names: 'beside',
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

test('a short name stands in its input, a longer one beside it, and one without room is cut, and whole for who asks', () => {
  const root = shown(drawNodes(layout(), snapshot(['x1', 'sepal']), MESSAGES));
  assert.deepEqual(textsOf(root, '.node-input text'), ['x1', 'sepal']);
  assert.deepEqual(
    [...root.querySelectorAll('.node-input text')].map((text) => text.classList.contains('long-name')),
    [false, true],
  );
  assert.equal(root.querySelector('.shortened'), null);
  const long = 'length of the sepal in centimeters';
  const cut = shown(drawNodes(layout(), snapshot(['age', long]), MESSAGES));
  const [short, whole] = textsOf(cut, '.shortened text');
  assert.equal(whole, long);
  assert.match(short ?? '', /^length of the .*\u2026$/);
  // So many letters as fit before the next column.
  assert.equal(short?.length, Math.floor((240 - 17 - 40 - 17 - 12) / 7.2));
  assert.deepEqual(
    ['aria-label', 'role', 'tabindex'].map((name) => cut.querySelector('.shortened')?.getAttribute(name)),
    [long, 'img', '0'],
  );
  assert.deepEqual(textsOf(cut, '.node-input text:not(.long-name)'), ['age']);
});

test('a field at the height of a name takes its room', () => {
  const lengthWith = (/** @type {object[]} */ fields) =>
    textsOf(shown(drawNodes(layout({ fields }), snapshot(['x1', 'length of the sepal in centimeters']), MESSAGES)), '.shortened text')[0]
      ?.length;
  const free = lengthWith([]) ?? 0;
  assert.ok(Number(lengthWith([{ x: 160, y: 174, width: 60 }])) < free);
  assert.equal(lengthWith([{ x: 160, y: 100, width: 60 }]), free, 'not one at another height');
  assert.equal(lengthWith([{ x: 20, y: 174, width: 60 }]), free, 'nor one before it');
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
    { x: 10, y: 5, room: 72, kind: 'input', number: 1 },
    { x: 90, y: 5, room: 300, kind: 'input', number: 1 },
    { x: 200, y: 5, room: 300, kind: 'bias', number: 0 },
    { x: 300, y: 5, room: 300, kind: 'output', number: 1 },
  ];
  const rows = [
    { x: 5, y: 40, unit: 1, number: 1 },
    { x: 5, y: 80, unit: null, number: 3 },
  ];
  const name = MESSAGES.columnFrom('temperature');
  const root = shown(drawGridLines(layout({ grid: { columns, rows, left: 0, pitch: 40 } }), snapshot(['temperature', 'x2']), MESSAGES));
  assert.deepEqual(
    [...root.querySelectorAll('.column')].map(({ lastChild }) => lastChild?.textContent),
    [`${name.slice(0, 9)}\u2026`, name, MESSAGES.columnBias, MESSAGES.columnOut],
  );
  assert.deepEqual(textsOf(root, '.column title'), [name, name, MESSAGES.columnBias, MESSAGES.columnOut]);
  assert.deepEqual([textsOf(root, '.row-output'), root.querySelectorAll('.row-mark').length], [['3'], 1]);
  const [line, ...more] = root.querySelectorAll('.hairline');
  assert.deepEqual([more.length, ...['x1', 'x2', 'y1', 'y2'].map((key) => line.getAttribute(key))], [0, '0', '600', '60', '60']);
  assert.deepEqual(drawGridLines(layout({ grid: null }), snapshot(['x1', 'x2']), MESSAGES), []);
});

test('a target has its name at the end, cut where it would cover the network', () => {
  const loss = svgElement('text');
  const targetOf = (/** @type {string} */ target) => {
    const found = shown(drawEnd(layout(), MESSAGES, loss, target)).querySelector('.target');
    return [found?.firstChild?.textContent, found?.classList.contains('long-target'), found?.querySelector('title')?.textContent];
  };
  assert.deepEqual(targetOf('y'), ['y', false, undefined]);
  assert.deepEqual(targetOf('class'), ['class', true, 'class']);
  assert.deepEqual(targetOf('price of the house in dollars'), ['price of the hous\u2026', true, 'price of the house in dollars']);
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
