/** The figure of the plane on a document in Node: what lies over the answer, what is said of it, and that a swap leaves it as it is. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { createPlaneFigure } from '../../web/figures/plane/figure.js';
import { moreFiguresMessages } from '../../web/messages/en/more-figures.js';
import { find, freshRoot, resize, textsOf, usePage, useSizes } from '../support/dom.js';

usePage();
useSizes();

const messages = moreFiguresMessages.plane;
/** @type {any} */
let lab;
/** What is painted: how many maps, of how many colors each. @type {number[]} */
let painted = [];
before(async () => {
  lab = await openLab();
  const putImageData = (/** @type {{ data: Uint8ClampedArray }} */ { data }) =>
    painted.push(new Set(Array.from({ length: data.length / 4 }, (_, at) => data.slice(4 * at, 4 * at + 3).join())).size);
  document.createElement('canvas').constructor.prototype.getContext = () => ({ putImageData });
  globalThis.ImageData = /** @type {any} */ (
    class {
      /** @param {Uint8ClampedArray} data */
      constructor(data) {
        this.data = data;
      }
    }
  );
  globalThis.getComputedStyle = /** @type {any} */ (
    (/** @type {Element} */ { className }) => ({ color: className.includes('paper') ? 'rgb(255, 255, 255)' : 'rgb(10, 20, 200)' })
  );
});
after(() => lab.close());

const XOR = {
  network: { inputs: 2, hidden: [2] },
  data: { set: 'xor' },
  init: { scheme: 'normal', seed: 3 },
  training: { learningRate: 2 },
};

/** @param {object} experiment @param {number} steps @param {{ features?: string[], width?: number }} [shown] */
function open(experiment, steps, { features = ['x1', 'x2'], width = 800 } = {}) {
  painted = [];
  /** @type {unknown[]} */
  const swaps = [];
  const figure = createPlaneFigure({ messages, onSwap: (...told) => swaps.push(told) });
  const root = freshRoot();
  root.append(figure.element);
  const run = lab.start(experiment);
  run.train(steps);
  const data = { ...run.data(), features };
  const right = run.solved === undefined ? null : Math.round(run.solved() * data.x.length);
  const show = (/** @type {number | null} */ seen) =>
    figure.show({ experiment: run.experiment, data, moment: { step: steps, parameters: run.parameters(), loss: run.loss(), right: seen } });
  show(right);
  resize(figure.element, width, 500);
  return { figure, root, run, swaps, show, data };
}
const count = (/** @type {HTMLElement} */ root, /** @type {string} */ selector) => root.querySelectorAll(selector).length;

test('before a step no example is wrong, and nothing is said to be right', () => {
  const { root } = open(XOR, 0);
  assert.deepEqual(
    ['.plane-one', '.plane-zero', '.plane-wrong'].map((part) => count(root, part)),
    [2, 2, 0],
  );
  assert.deepEqual([textsOf(root, '.plane-share'), textsOf(root, '.plane-base')], [[''], ['']]);
  assert.equal(find(root, '.note').hidden, true);
});

test('the maps of the neurons and the answer are painted, each neuron has its border, and its number where that is seen', () => {
  const { root, figure, run } = open(XOR, 3000);
  assert.equal(painted.length, 3);
  assert.ok(
    painted.every((colors) => colors > 10),
    String(painted),
  );
  const borders = [...root.querySelectorAll('.plane-border')];
  assert.deepEqual(
    borders.map(({ classList }) => [...classList].slice(1)),
    [['neuron-1'], ['neuron-2']],
  );
  assert.deepEqual(
    borders.map((border) => border.getAttribute('stroke-dasharray')),
    ['none', '12 12'],
  );
  assert.ok(borders.every((border) => /^M[\d.]+,[\d.]+L/.test(border.getAttribute('d') ?? '')));
  assert.equal(count(root, '.plane-casing'), 2);
  assert.ok((find(root, '.plane-half').getAttribute('d') ?? '').length > 10);
  assert.ok(textsOf(root, '.plane-number text').every((number) => ['1', '2'].includes(number ?? '')));
  const { rows } = figure.table();
  assert.deepEqual(
    rows.map(([name]) => name),
    [messages.neuron(1), messages.neuron(2), messages.answer],
  );
  assert.match(rows[0][3], /^w5 = /);
  assert.match(rows[2][3], /^b3 = /);
  const values = run.parameters();
  assert.equal(textsOf(root, '.plane-bias')[0], messages.bias({ name: 'b3', value: values[8] }, 0));
  assert.match(figure.words(), /x1 and x2.*w5 = .*border crosses/);
});

test('the features are named at the edges, one to the right and one upward', () => {
  const { root } = open(XOR, 0, { features: ['temperature', 'duration'] });
  const [right, up] = [...root.querySelectorAll('.plane-axis')];
  assert.deepEqual(
    [right, up].map(({ textContent }) => textContent),
    ['temperature \u2192', '\u2191 duration'],
  );
  assert.deepEqual(
    [right, up].map((name) => name.getAttribute('text-anchor')),
    ['end', 'start'],
  );
  const at = (/** @type {Element} */ name, /** @type {string} */ key) => Number(name.getAttribute(key));
  const side = Number.parseFloat(find(root, '.plane-answer').style.width);
  const unit = 100 / side;
  assert.ok(Math.abs(at(right, 'x') - (100 - 6 * unit)) < 1e-9 && Math.abs(at(right, 'y') - (100 - 6 * unit)) < 1e-9);
  assert.ok(Math.abs(at(up, 'x') - 6 * unit) < 1e-9 && Math.abs(at(up, 'y') - 16 * unit) < 1e-9);
});

test('a wrong example is ringed, and how many are right stands beside what the commonest answer gets', () => {
  const tied = { ...XOR, init: { scheme: 'zeros' } };
  const { root, show } = open(tied, 500);
  show(2);
  assert.equal(count(root, '.plane-wrong'), count(root, '.wrong'));
  assert.equal(textsOf(root, '.plane-share')[0], messages.right(2, 4));
  assert.equal(textsOf(root, '.plane-base')[0], messages.baseline({ answer: 0, right: 2 }, 4));
  show(null);
  assert.deepEqual([textsOf(root, '.plane-share'), textsOf(root, '.plane-base')], [[''], ['']]);
});

test('two neurons that are swapped leave the answer as it is, which is said until the next is shown', () => {
  const { root, swaps, show, run } = open(XOR, 1000);
  const tiles = () => /** @type {HTMLButtonElement[]} */ ([...root.querySelectorAll('.plane-tile')]);
  tiles()[0].click();
  tiles()[1].click();
  assert.equal(swaps.length, 1);
  const [layer, first, second, parameters] = /** @type {any[]} */ (swaps[0]);
  const before = run.parameters();
  assert.deepEqual([layer, first, second], [1, 1, 2]);
  assert.deepEqual([...parameters.slice(0, 4)], [before[2], before[3], before[0], before[1]]);
  assert.match(textsOf(root, '.plane-told')[0] ?? '', /^Swapped 1 and 2\. The answer stays/);
  show(4);
  assert.equal(textsOf(root, '.plane-told')[0], '');
});

test('a tile is chosen by a click and let go by another; one that was dragged is not chosen by it', () => {
  const { root } = open(XOR, 0);
  const [tile] = /** @type {HTMLButtonElement[]} */ ([...root.querySelectorAll('.plane-tile')]);
  Object.assign(tile, { setPointerCapture() {} });
  const isChosen = () => tile.getAttribute('aria-pressed');
  const clicked = () => (tile.click(), isChosen());
  assert.deepEqual([isChosen(), clicked(), clicked()], ['false', 'true', 'false']);
  const point = (/** @type {string} */ kind, clientX = 0) =>
    tile.dispatchEvent(new PointerEvent(kind, { clientX, pointerId: 1, button: 0, bubbles: true }));
  point('pointerdown');
  // Beyond the figure, where there is no other tile to swap it with.
  point('pointermove', -50);
  point('pointerup', -50);
  assert.equal(clicked(), 'false', 'the click that a drag ends with');
  assert.equal(clicked(), 'true', 'the next one, by the keyboard as well');
});

test('what a tile is multiplied by stands under it, in its middle', () => {
  const { root } = open(XOR, 0);
  const boxOf = (/** @type {Element} */ part) => {
    const { left, top, width, height } = /** @type {HTMLElement} */ (part).style;
    return [left, top, width, height].map((length) => Number(length.replace('px', '')));
  };
  const labels = [...root.querySelectorAll('.plane-times')].map(boxOf);
  const tiles = [...root.querySelectorAll('.plane-tile')].map(boxOf);
  assert.equal(labels.length, 2);
  for (const [at, [left, top, width, height]] of tiles.entries())
    assert.deepEqual(labels[at], [left - 10, top + height, width + 20, 22], 'wider than the tile by 10 px on each side');
});

test('without two features there is no plane, which is said', () => {
  const { root, figure } = open(
    {
      ...XOR,
      network: { inputs: 3, hidden: [2] },
      data: {
        x: [
          [0, 0, 1],
          [1, 1, 0],
        ],
        y: [0, 1],
      },
    },
    1,
    { features: ['a', 'b', 'c'] },
  );
  assert.deepEqual([find(root, '.note').hidden, find(root, '.plane-answer').hasAttribute('hidden')], [false, true]);
  assert.deepEqual([figure.words(), figure.table()], [messages.notTwo, { head: [], rows: [] }]);
});

test('without hidden neurons the answer stands alone', () => {
  const { root } = open({ ...XOR, network: { inputs: 2, hidden: [] } }, 10);
  assert.deepEqual(
    [count(root, '.plane-tile'), find(root, '.plane-arrow').hasAttribute('hidden'), textsOf(root, '.plane-bias')[0]],
    [0, true, ''],
  );
});
