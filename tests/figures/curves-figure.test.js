/** The figure of curves on a document in Node: what it hides until it was guessed, and the guess that somebody draws on it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PARTS } from '../../web/figures/curves/guess.js';
import { createCurvesFigure } from '../../web/figures/curves/figure.js';
import { moreFiguresMessages } from '../../web/messages/en/more-figures.js';
import { find, freshRoot, resize, usePage, useSizes } from '../support/dom.js';

usePage();
useSizes();
globalThis.getComputedStyle = /** @type {any} */ (() => ({ color: 'rgb(0, 0, 0)' }));
Reflect.set(HTMLElement.prototype, 'setPointerCapture', () => {});
Reflect.set(SVGElement.prototype, 'setPointerCapture', () => {});

const messages = moreFiguresMessages.curves;
const AREA = { left: 50, right: 450, top: 10, bottom: 210 };
/** From 1e-6 to 100, a tenfold each eighth. */
const ASKED = {
  name: 'distance',
  unit: null,
  isAsked: true,
  points: Array.from({ length: 9 }, (_, at) => ({ x: at * 10, y: 10 ** (at - 6) })),
};
const TOLD = {
  name: 'w1',
  unit: 1,
  points: [
    { x: 0, y: 1 },
    { x: 80, y: 7 },
  ],
};

/** @param {object} input */
async function open(input) {
  /** @type {any} */
  let plot = null;
  /** @type {string[]} */
  const guesses = [];
  const figure = createCurvesFigure({
    messages,
    loadPlot: async () => ({
      createPlot: (_, first) => {
        plot = first;
        return { update: (next) => (plot = next), destroy() {}, fit() {}, area: () => AREA };
      },
    }),
    onGuess: (shape) => guesses.push(shape),
  });
  const root = freshRoot();
  root.append(figure.element);
  figure.show(/** @type {any} */ ({ end: 80, title: 'distance', isLog: true, ...input }));
  resize(figure.element, 500, 220);
  for (let turn = 0; turn < 100 && plot === null; turn += 1) await new Promise(requestAnimationFrame);
  const overlay = find(root, '.curves-over');
  const point = (/** @type {string} */ kind, /** @type {number} */ clientX, /** @type {number} */ clientY) =>
    overlay.dispatchEvent(new PointerEvent(kind, { clientX, clientY, pointerId: 1, button: 0, bubbles: true }));
  const path = () =>
    (find(root, '.guess').getAttribute('points') ?? '')
      .split(' ')
      .filter(Boolean)
      .map((pair) => pair.split(',').map(Number));
  return { figure, root, guesses, point, path, plot: () => plot, hint: () => find(root, '.guess-hint').hasAttribute('hidden') };
}

test('a curve that is asked for has its start alone, in the picture, the words and the table, until it was guessed', async () => {
  const { figure, plot } = await open({ curves: [ASKED, TOLD], asks: true });
  const lengths = () =>
    plot()
      .lines.map((/** @type {any} */ { points }) => points.length)
      .sort();
  assert.deepEqual(lengths(), [1, 2]);
  assert.equal(figure.words(), messages.words({ title: 'distance', curves: [{ name: 'w1', from: 1, to: 7 }], asks: true, guess: null }));
  assert.deepEqual(figure.table().head, [messages.step, 'w1']);
  figure.show(/** @type {any} */ ({ end: 80, title: 'distance', isLog: true, curves: [ASKED, TOLD] }));
  assert.deepEqual(lengths(), [2, 9]);
  assert.match(figure.words(), /distance goes from 1\.0e\u22126 to 100\./);
  assert.deepEqual(figure.table().head, [messages.step, 'distance', 'w1']);
});

test('there is room for a guess that falls: a thousandth of where the curve starts', async () => {
  const { plot } = await open({ curves: [ASKED], asks: true });
  const start = plot().lines[0].points[0].y;
  const { min, max } = plot().y;
  // From 1e-6 to 100 there are eight powers of ten; the axis has three more below.
  assert.ok((start - min) / (max - start) > 0.3 && (start - min) / (max - start) < 0.6, `${start} of ${min} to ${max}`);
});

test('what is drawn lies where the pointer was, and is a guess when it is more than a dot', async () => {
  const { figure, point, path, guesses, hint } = await open({ curves: [ASKED], asks: true });
  assert.equal(hint(), false);
  point('pointerdown', 50, 100);
  assert.equal(hint(), true);
  point('pointerup', 50, 100);
  assert.deepEqual([guesses, path().length], [[], 1]);
  point('pointerdown', 50, 100);
  point('pointermove', 450, 20);
  // Beyond the axis it is at its end.
  point('pointermove', 900, 20);
  point('pointerup', 900, 20);
  assert.deepEqual(guesses, ['rises']);
  const drawn = path();
  assert.equal(drawn.length, PARTS);
  for (const [at, wanted] of /** @type {const} */ ([
    [0, [50, 100]],
    [PARTS - 1, [450, 20]],
  ]))
    drawn[at].forEach((value, axis) => assert.ok(Math.abs(value - wanted[axis]) < 1e-9, `${drawn[at]}`));
  point('pointermove', 60, 200);
  assert.deepEqual(path(), drawn, 'a pointer that is up draws nothing');

  const heights = figure.guess();
  figure.choose('rises');
  assert.deepEqual(figure.guess(), heights, 'the drawn one stays where its shape is chosen');
  figure.choose('falls');
  assert.notDeepEqual(figure.guess(), heights);
  figure.redraw(heights);
  assert.deepEqual(path(), drawn);
});

test('where nothing is asked, nothing is drawn', async () => {
  const { point, path, guesses } = await open({ curves: [ASKED] });
  point('pointerdown', 50, 100);
  point('pointermove', 450, 20);
  point('pointerup', 450, 20);
  assert.deepEqual([path(), guesses], [[], []]);
});
