/** "What did each neuron learn?" on a document in Node: the table behind the pictures, what is said of an output, the plane of other data. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { createPicturesPanel } from '../../../web/panels/pictures/panel.js';
import { find, freshRoot, select, textsOf, usePage } from '../../support/dom.js';
import { XOR as TABLE } from '../../support/shared.js';
import { MESSAGES, snapshotOf } from '../../support/views.js';

usePage();

const texts = MESSAGES.pictures;
/** The package's lab, typed as the page's own module: they are the same code. @type {import('../../../web/engine/lab.js').Lab} */
let lab;
before(async () => {
  lab = /** @type {any} */ (await openLab());
  globalThis.getComputedStyle = /** @type {any} */ (() => ({ color: 'rgb(10, 20, 30)' }));
});
after(() => lab.close());

/** @type {HTMLElement} */
let root;
/** @type {ReturnType<typeof createPicturesPanel>} */
let panel;
/** @type {any} */
let run;
beforeEach(() => {
  root = freshRoot();
  panel = createPicturesPanel(root, { messages: MESSAGES, inspect: () => run, left: new AbortController().signal, onAdd: () => {} });
});

/** @param {object} experiment @param {import('../../../web/session/snapshot.js').SessionEvent} [event] */
function show(experiment, event) {
  run?.close();
  run = lab.start(/** @type {any} */ (experiment));
  panel.update({ ...snapshotOf(lab, experiment, { event }), names: run.names });
}
/** The table is unfolded by its button. */
function unfold() {
  const button = [...root.querySelectorAll('button')].find(({ textContent }) => textContent === texts.table);
  button?.click();
  return find(root, `#${button?.getAttribute('aria-controls')}`);
}
const rowsOf = (/** @type {Element} */ table) => [...table.querySelectorAll('tbody tr')].map((row) => textsOf(row, 'th, td'));
const ticks = () => [...root.querySelectorAll('.plane-axes text')].map(({ textContent }) => textContent);

const XOR = { network: { inputs: 2, hidden: [3] }, data: { set: 'xor' }, init: { scheme: 'normal', seed: 1 } };

test('the table has every example with its features, its target, each neuron and the output', () => {
  show(XOR, 'loaded');
  const table = unfold();
  assert.deepEqual(textsOf(table, 'thead th'), [
    texts.example,
    'x1',
    'x2',
    'y',
    ...[1, 2, 3].map((number) => texts.neuron(number)),
    texts.outputColumn,
  ]);
  const { x, y } = run.data();
  const [hidden, out] = [1, 2].map((layer) => run.activations(x, layer));
  assert.deepEqual(
    rowsOf(table),
    x.map((/** @type {number[]} */ inputs, /** @type {number} */ at) => [
      String(at + 1),
      ...[...inputs, ...y[at], ...hidden[at], ...out[at]].map(texts.cell),
    ]),
  );
});

test('of many examples it has fifty, spread over all, by their own numbers and in their own units', () => {
  show({ ...XOR, data: { set: 'coffee' } }, 'loaded');
  const rows = rowsOf(unfold());
  const { x, display } = run.data();
  assert.equal(rows.length, 50);
  const numbers = rows.map(([number]) => Number(number));
  assert.deepEqual([numbers[0], numbers[49]], [1, x.length]);
  const at = numbers[20] - 1;
  assert.deepEqual(
    rows[20].slice(1, 3),
    x[at].map((/** @type {number} */ value, /** @type {number} */ feature) =>
      texts.cell(display[feature].offset + display[feature].scale * value),
    ),
  );
});

test('other data of the same network have a plane of their own', () => {
  show(XOR, 'loaded');
  const before = ticks();
  show(
    {
      ...XOR,
      data: {
        x: [
          [-40, 0],
          [80, 1],
        ],
        y: [0, 1],
        features: ['x1', 'x2'],
        targets: ['y'],
      },
    },
    'changed',
  );
  assert.notDeepEqual(ticks(), before);
  assert.ok(ticks().includes('50'), String(ticks()));
});

test('it says how many examples the chosen output has right, and that output stays chosen', () => {
  // Both outputs say OR: of XOR that is right three times, of AND twice.
  const targets = TABLE.y.map((xor, at) => [xor, Math.min(...TABLE.x[at])]);
  const or = [2, 2];
  show(
    {
      network: { inputs: 2, hidden: [], outputs: 2 },
      data: { x: TABLE.x, y: targets },
      init: { scheme: 'explicit', w: [[or, or]], b: [[-1, -1]] },
    },
    'loaded',
  );
  const list = /** @type {HTMLSelectElement} */ (find(root, '[name="picture-output"]'));
  const said = () => find(root, '.pictures .summary').textContent ?? '';
  assert.match(said(), /^3 of 4 examples/);
  select(list, '1');
  assert.equal(list.value, '1');
  assert.match(said(), /^2 of 4 examples/);
});
