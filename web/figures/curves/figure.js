/**
 * Curves over steps, large and named; where a guess is asked for, the student draws it first, with mouse or finger, or chooses among three
 * shapes, and then the true curve is drawn over it. Chart.js comes through a loader, so that it is there only once a curve is drawn.
 */

import { capturePointer } from '../capture-pointer.js';
import { niceTicks, stepTicks } from '../../drawing/chart-series.js';
import { neuronClass, neuronDash, neuronShape } from '../../drawing/neuron-style.js';
import { countFormatter, formatExact, formatFigure } from '../../base/format.js';
import { createColorReader } from '../../ui/color-reader.js';
import { element, setAttributes, svgElement } from '../../ui/dom.js';
import { watchLook } from '../watch-look.js';
import { SHAPES, drawn, emptyGuess, guessPoints, isWhole, shapedGuess } from './guess.js';

/** @typedef {{ x: number, y: number }} Point */
/** @typedef {{ name: string, unit: number | null, points: readonly Point[], isAsked?: boolean, isThin?: boolean }} Curve unit: whose color it has; isAsked: hidden until it was guessed; isThin: of a run before */
/** @typedef {import('../../messages/en/more-figures.js').MoreFiguresMessages['curves']} Messages */
/** @typedef {import('../../page/plot.js').Plot} Plot */
/** @typedef {{ update: (plot: Plot) => void, destroy: () => void, area: () => { left: number, right: number, top: number, bottom: number } }} DrawnPlot */

/**
 * @typedef {object} CurvesInput
 * @property {readonly Curve[]} curves
 * @property {number} end of the step axis
 * @property {string} title of the value axis
 * @property {boolean} [asks] a guess is asked for
 * @property {number} [upTo] curves are drawn up to this step; left out: whole
 */

/** @typedef {import('../figure.js').Figure<CurvesInput>} CurvesFigure */

const LEAST_HEIGHT = 230;
/** A table has so many steps. */
const ROWS = 9;

/**
 * @param {object} options
 * @param {Messages} options.messages
 * @param {() => Promise<{ createPlot: (canvas: HTMLCanvasElement, plot: Plot) => DrawnPlot }>} options.loadPlot
 * @param {(guess: Point[]) => void} [options.onGuess] a guess is there, or another
 * @returns {CurvesFigure & { tools: readonly HTMLElement[], guess: () => Point[] }}
 */
export function createCurvesFigure({ messages, loadPlot, onGuess }) {
  const canvas = element('canvas', { role: 'img' });
  const path = svgElement('polyline', { class: 'guess' });
  const hint = svgElement('text', { class: 'guess-hint' }, messages.draw);
  const overlay = svgElement('svg', { class: 'curves-over', 'aria-hidden': 'true' }, path, hint);
  const root = element('div', { class: 'curves' }, element('div', { class: 'curves-box' }, canvas), overlay);
  root.style.minHeight = `${LEAST_HEIGHT}px`;
  const shapes = SHAPES.map((shape) => {
    const button = element('button', { type: 'button', class: 'quiet-button', 'aria-pressed': 'false' }, messages.shapes[shape]);
    button.addEventListener('click', () => choose(shape));
    return { shape, button };
  });
  const tools = element(
    'div',
    { class: 'curves-shapes', role: 'group', 'aria-label': messages.shapesLabel },
    ...shapes.map(({ button }) => button),
  );
  const colorOf = createColorReader(root);
  /** @type {CurvesInput | null} */
  let input = null;
  /** @type {DrawnPlot | null} */
  let plot = null;
  let hasLeft = false;
  /** @type {Float64Array} */
  let guess = emptyGuess();
  /** @type {Promise<void> | null} */
  let loading = null;
  const look = watchLook(root, { onSize: () => requestAnimationFrame(draw), onColors: draw });

  /** @param {import('./guess.js').ShapeId} shape */
  function choose(shape) {
    if (input === null) return;
    guess = shapedGuess(shape, startOf(input), rangeOf(input.curves));
    for (const each of shapes) setAttributes(each.button, { 'aria-pressed': String(each.shape === shape) });
    drawGuess();
    onGuess?.(points());
  }

  /** @param {CurvesInput} from */
  const startOf = ({ curves }) => curves.find(({ isAsked }) => isAsked)?.points[0]?.y ?? 0;

  const points = () => guessPoints(guess, input?.end ?? 1);

  overlay.addEventListener('pointerdown', (down) => {
    if (input === null || !input.asks || plot === null || down.button !== 0) return;
    capturePointer(overlay, down.pointerId);
    const end = new AbortController();
    /** @type {Point | null} */
    let before = null;
    guess = emptyGuess();
    for (const { button } of shapes) setAttributes(button, { 'aria-pressed': 'false' });
    const follow = (/** @type {PointerEvent} */ event) => {
      const to = placeOf(event);
      if (to === null) return;
      guess = drawn(guess, before, to);
      before = to;
      drawGuess();
    };
    follow(down);
    overlay.addEventListener('pointermove', follow, { signal: end.signal });
    for (const name of ['pointerup', 'pointercancel'])
      overlay.addEventListener(
        name,
        () => {
          end.abort();
          // A dot or a dash is no guess: what is drawn stays, and more can be drawn.
          if (isWhole(guess)) onGuess?.(points());
        },
        { signal: end.signal },
      );
  });

  /** Where a pointer is: part of the axis, and value. @param {PointerEvent} event */
  function placeOf({ clientX, clientY }) {
    const area = areaOf();
    if (input === null || area === null) return null;
    const corner = overlay.getBoundingClientRect();
    const { min, max } = rangeOf(input.curves);
    const x = (clientX - corner.x - area.left) / (area.right - area.left);
    const y = (clientY - corner.y - area.top) / (area.bottom - area.top);
    return { x: Math.max(0, Math.min(1, x)), y: max - (max - min) * Math.max(0, Math.min(1, y)) };
  }

  const areaOf = () => plot?.area() ?? null;

  function drawGuess() {
    const area = areaOf();
    if (input === null || area === null) return;
    const { min, max } = rangeOf(input.curves);
    const { end, asks = false } = input;
    setAttributes(overlay, { width: root.clientWidth, height: root.clientHeight });
    setAttributes(path, {
      points: points()
        .map(
          ({ x, y }) =>
            `${area.left + (x / end) * (area.right - area.left)},${area.top + ((max - y) / (max - min)) * (area.bottom - area.top)}`,
        )
        .join(' '),
    });
    setAttributes(hint, { x: (area.left + area.right) / 2, y: area.top + (area.bottom - area.top) * 0.2 });
    hint.toggleAttribute('hidden', !asks || points().length > 0);
    overlay.classList.toggle('asks', asks);
  }

  function draw() {
    if (input === null || hasLeft) return;
    tools.hidden = input.asks !== true;
    canvas.setAttribute('aria-label', words());
    if (root.clientWidth === 0) return;
    if (plot === null) {
      loading ??= loadPlot().then(({ createPlot }) => {
        if (hasLeft || input === null) return;
        plot = createPlot(canvas, plotOf(input));
        draw();
      });
      return;
    }
    colorOf.forget();
    plot.update(plotOf(input));
    drawGuess();
  }

  /** @param {CurvesInput} from @returns {Plot} */
  function plotOf({ curves, end, title, asks = false, upTo = Infinity }) {
    const range = rangeOf(curves);
    const shown = curves.filter(({ isAsked = false }) => !(asks && isAsked));
    const lines = shown.map((curve) => ({ ...curve, points: curve.points.filter(({ x }) => x <= upTo) }));
    const colorOfCurve = (/** @type {Curve} */ { unit }) => colorOf(unit === null ? 'ink' : neuronClass(unit));
    const drawnLines = [...lines].sort((one, other) => (one.unit ?? 0) - (other.unit ?? 0));
    return {
      lines: drawnLines.map((curve) => ({
        points: curve.points.map((point) => ({ ...point })),
        color: colorOfCurve(curve),
        dash: curve.unit === null ? [] : neuronDash(curve.unit),
        width: curve.isThin ? 1.25 : 3,
      })),
      ends: lines.flatMap((curve) => {
        const last = curve.points[curve.points.length - 1];
        return last === undefined
          ? []
          : [{ value: last.y, text: curve.isThin ? '' : curve.name, color: colorOfCurve(curve), shape: neuronShape(curve.unit ?? 1) }];
      }),
      x: {
        max: end,
        ticks: stepTicks(end).map((value) => ({ value, label: countFormatter(messages.locale)(value) })),
        title: messages.steps,
      },
      y: {
        ...range,
        ticks: niceTicks(range.min, range.max, 5).map((value) => ({ value, label: formatExact(value).replace('-', '\u2212') })),
        title,
      },
      cursor: null,
      strip: null,
      reference: null,
      colors: {
        ink: colorOf('ink'),
        faint: colorOf('faint'),
        hairline: colorOf('hairline'),
        strip: colorOf('strip'),
        paper: colorOf('paper'),
      },
    };
  }

  function words() {
    if (input === null) return '';
    const { curves, asks = false } = input;
    const told = curves.filter(({ isAsked = false }) => !(asks && isAsked));
    return messages.words({
      title: input.title,
      curves: told.map(({ name, points: all }) => ({ name, from: all[0]?.y ?? 0, to: all[all.length - 1]?.y ?? 0 })),
      asks,
      guess: points().length === 0 ? null : { from: points()[0].y, to: points()[points().length - 1].y },
    });
  }

  return {
    element: root,
    tools: [tools],
    guess: points,
    show(next) {
      input = next;
      draw();
    },
    words,
    table() {
      if (input === null) return { head: [], rows: [] };
      const { asks = false, end } = input;
      const curves = input.curves.filter(({ isAsked = false }) => !(asks && isAsked));
      const valueAt = (/** @type {Curve} */ { points: all }, /** @type {number} */ x) => all.filter((point) => point.x <= x).pop()?.y;
      return {
        head: [messages.step, ...curves.map(({ name }) => name)],
        rows: Array.from({ length: ROWS }, (_, at) => Math.round((end * at) / (ROWS - 1))).map((x) => [
          countFormatter(messages.locale)(x),
          ...curves.map((curve) => {
            const value = valueAt(curve, x);
            return value === undefined ? '\u2013' : formatFigure(value);
          }),
        ]),
      };
    },
    leave() {
      hasLeft = true;
      look.leave();
      plot?.destroy();
    },
  };
}

/**
 * What holds all curves, the hidden ones too: a guess is drawn on the axis that the truth will have.
 * @param {readonly Curve[]} curves
 * @returns {import('./guess.js').Range}
 */
function rangeOf(curves) {
  const all = curves.flatMap(({ points }) => points.map(({ y }) => y));
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const pad = (high - low || Math.abs(high) || 1) * 0.12;
  return { min: low - pad, max: high + pad };
}
