/** The figure of the beads on a document in Node: a weight among them is moved by keys and by the hand, and an example is chosen. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { createBeadsFigure } from '../../web/figures/beads/figure.js';
import { moreFiguresMessages } from '../../web/messages/en/more-figures.js';
import { find, freshRoot, resize, select, textsOf, usePage, useSizes } from '../support/dom.js';
import { tiedExperiment } from '../support/shared.js';

usePage();
useSizes();

const messages = moreFiguresMessages.beads;
/** @type {any} */
let lab;
before(async () => {
  lab = await openLab();
});
after(() => lab.close());

function open(width = 800) {
  const experiment = tiedExperiment();
  const run = lab.start(experiment);
  /** @type {unknown[][]} */
  const edits = [];
  const figure = createBeadsFigure({ messages, onEdit: (name, value) => edits.push([name, value]) });
  const root = freshRoot();
  root.append(figure.element, ...figure.tools);
  /** @type {(values: ArrayLike<number>, name: string, example?: number) => any} */
  const chain = (values, name, example) => {
    const other = lab.start({
      ...experiment,
      init: {
        ...experiment.init,
        set: Object.fromEntries(run.names.map((/** @type {string} */ each, /** @type {number} */ at) => [each, values[at]])),
      },
    });
    const found = other.chain(name, example);
    other.close();
    return found;
  };
  figure.show({ experiment: run.experiment, data: run.data(), values: run.parameters(), chain, name: 'w1', example: 1 });
  resize(figure.element, width, 420);
  return { figure, root, run, edits, chain };
}
const beads = (/** @type {Element} */ root) => [...root.querySelectorAll('.bead')];
/** @param {Element} target @param {string} key */
function press(target, key) {
  const event = new KeyboardEvent('keydown', { key, cancelable: true });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}

test('two chains have a bead for each factor, shared ones once, and the weight among them can be moved', () => {
  const { root, run } = open();
  assert.equal(beads(root).length, 8);
  assert.deepEqual(
    ['shared', 'equal', 'differs'].map((kind) => root.querySelectorAll(`.bead.${kind}`).length),
    [2, 6, 0],
  );
  const weights = [...root.querySelectorAll('.bead[role="slider"]')];
  assert.deepEqual(
    weights.map((bead) => ['aria-label', 'aria-valuenow', 'aria-valuetext', 'tabindex'].map((name) => bead.getAttribute(name))),
    ['w5', 'w6'].map((name) => [messages.drag(name), '0.6', '0.6', '0']),
  );
  assert.equal(root.querySelectorAll('.grip').length, 2);
  assert.ok(
    beads(root)
      .filter((bead) => bead.getAttribute('role') === 'img')
      .every((bead) => / = /.test(bead.getAttribute('aria-label') ?? '')),
  );
  const { factors } = run.chain('w1', 1);
  assert.deepEqual(
    beads(root)
      .slice(0, 2)
      .map((bead) => bead.getAttribute('data-bead')),
    factors.slice(0, 2).map((/** @type {{ symbol: string }} */ { symbol }) => symbol),
  );
});

test('between two beads stands "=" and two bars where they are equal, and "\u2260" alone where they differ', () => {
  const { root } = open();
  const joints = () =>
    [...root.querySelectorAll('.joint')].map((joint) => [
      joint.textContent,
      joint.querySelectorAll('line').length,
      joint.classList.contains('broken'),
    ]);
  const [equal, broken] = [
    ['=', 2, false],
    ['\u2260', 0, true],
  ];
  assert.deepEqual(joints(), [equal, equal, equal]);
  press(find(root, '.bead[data-bead="\u2202z3/\u2202a1"]'), 'ArrowUp');
  assert.deepEqual(joints(), [broken, equal, equal], 'w5 is another one than w6 now');
});

test('a weight is moved by keys: by tenths, by ones; other keys are left to the page', () => {
  const { root, edits } = open();
  const weight = () => find(root, '.bead[data-bead="\u2202z3/\u2202a1"]');
  for (const key of ['ArrowUp', 'ArrowRight', 'PageUp', 'ArrowDown', 'ArrowLeft', 'PageDown']) assert.ok(press(weight(), key), key);
  assert.ok(!press(weight(), 'Home'));
  assert.deepEqual(
    edits,
    [0.7, 0.8, 1.8, 1.7, 1.6, 0.6].map((value) => ['w5', value]),
  );
  press(weight(), 'ArrowUp');
  assert.equal(weight().getAttribute('aria-valuenow'), '0.7');
  assert.ok(root.querySelectorAll('.bead.differs').length > 0, 'now it is another one than w6');
});

test('a hand moves it by the pixels that it goes, up or to the right, until it lets go', () => {
  const { root, edits } = open();
  const drawing = find(root, '.beads-drawing');
  Object.assign(drawing, { setPointerCapture() {} });
  const point = (/** @type {Element} */ target, /** @type {string} */ name, x = 0, y = 0) =>
    target.dispatchEvent(Object.assign(new Event(name), { clientX: x, clientY: y, pointerId: 1 }));
  point(find(root, '.bead[data-bead="\u2202z3/\u2202a1"]'), 'pointerdown', 100, 100);
  point(drawing, 'pointermove', 100, 80);
  point(drawing, 'pointermove', 130, 100);
  point(drawing, 'pointerup');
  point(drawing, 'pointermove', 300, 100);
  assert.deepEqual(edits, [
    ['w5', 0.8],
    ['w5', 0.9],
  ]);
});

test('another example is chosen by a click or by keys, around both ends', () => {
  const { root } = open();
  const rows = () => [...root.querySelectorAll('[role="radio"]')];
  const chosen = () => rows().findIndex((row) => row.getAttribute('aria-checked') === 'true');
  assert.deepEqual([rows().length, chosen()], [4, 1]);
  assert.deepEqual(
    rows().map((row) => row.getAttribute('tabindex')),
    ['-1', '0', '-1', '-1'],
  );
  rows()[3].dispatchEvent(new Event('click'));
  assert.equal(chosen(), 3);
  press(rows()[3], 'ArrowDown');
  assert.equal(chosen(), 0);
  press(rows()[0], 'ArrowUp');
  assert.equal(chosen(), 3);
  press(rows()[2], ' ');
  assert.equal(chosen(), 2);
  assert.ok(!press(rows()[2], 'a'));
});

test('the examples are one group of choices, which has a name', () => {
  const group = find(open().root, '[role="radiogroup"]');
  assert.equal(group.getAttribute('aria-label'), messages.examples);
  assert.equal(group.querySelectorAll('[role="radio"]').length, 4);
});

test('another weight has another chain, beside that of its twin', () => {
  const { root, figure } = open();
  select(find(root, '[name="beads-weight"]'), 'w2');
  assert.equal(/** @type {HTMLSelectElement} */ (find(root, '[name="beads-against"]')).value, 'w4');
  assert.deepEqual(figure.table().head, [messages.factor, '\u2202J/\u2202w2', '\u2202J/\u2202w4', messages.compared]);
  const { rows } = figure.table();
  assert.ok(rows.every((row) => row[3] === messages.equal));
  assert.deepEqual(
    rows.slice(-2).map(([name]) => name),
    [messages.product(2), messages.meanOf(4)],
  );
  assert.match(figure.words(), /w2/);
  assert.ok(textsOf(root, '.block-name').join(' ').includes('w4'));
});

test('the ends of the arrows\u2019 lines say how far they reach, on a phone the right ones', () => {
  const reaches = (/** @type {number} */ width) => textsOf(open(width).root, '.reach').map((text) => Number(text?.replace('\u2212', '-')));
  const [least, most, ...others] = reaches(800);
  assert.ok(most > 0 && Number.isInteger(Math.log2(most)));
  assert.deepEqual([least, others], [-most, [least, most]]);
  assert.deepEqual(reaches(330), [most, most]);
});
