/**
 * Curves over steps, large and named; where a guess is asked for, the student draws it first, with mouse or finger, or is given one of three
 * shapes for what was chosen, and then the true curve is drawn over it. Chart.js comes through a loader, so that it is there only once a curve is drawn.
 */

import { capturePointer } from '../capture-pointer.js';
import { niceTicks, stepTicks } from '../../drawing/chart-series.js';
import { logAxis } from '../../drawing/log-axis.js';
import { neuronClass, neuronDash, neuronShape } from '../../drawing/neuron-style.js';
import { countFormatter, formatExact, formatFigure } from '../../base/format.js';
import { createColorReader } from '../../ui/color-reader.js';
import { element, setAttributes, svgElement } from '../../ui/dom.js';
import { watchLook } from '../watch-look.js';
import { drawn, emptyGuess, guessPoints, isWhole, shapeOf, shapedGuess } from './guess.js';

/** @typedef {{ x: number, y: number }} Point */
/** @typedef {{ name: string, label?: string, unit: number | null, points: readonly Point[], isAsked?: boolean, isThin?: boolean }} Curve label: at its end; left out: its name; unit: whose color it has; isAsked: hidden but for its start until it was guessed; isThin: of a run before */
/** @typedef {import('../../messages/en/more-figures.js').MoreFiguresMessages['curves']} Messages */
/** @typedef {import('../../page/plot.js').Plot} Plot */
/** @typedef {{ update: (plot: Plot) => void, destroy: () => void, fit: () => void, area: () => { left: number, right: number, top: number, bottom: number } }} DrawnPlot */

/**
 * @typedef {object} CurvesInput
 * @property {readonly Curve[]} curves
 * @property {number} end of the step axis
 * @property {string} title of the value axis
 * @property {boolean} [isLog] the value axis is logarithmic, with a place for exactly 0
 * @property {boolean} [asks] a guess is asked for
 * @property {number} [upTo] curves are drawn up to this step; left out: whole
 */

/** @typedef {import('../figure.js').Figure<CurvesInput>} CurvesFigure */

/** Room on a logarithmic axis under the start of a curve that is asked for. */
const ROOM_TO_FALL = 1e-3;
/** A table has so many steps. */
const ROWS = 9;

/**
 * @param {object} options
 * @param {Messages} options.messages
 * @param {() => Promise<{ createPlot: (canvas: HTMLCanvasElement, plot: Plot) => DrawnPlot }>} options.loadPlot
 * @param {(shape: import('./guess.js').ShapeId) => void} [options.onGuess] a guess is there, or another: what it does in all
 * @returns {CurvesFigure & { choose: (shape: import('./guess.js').ShapeId) => void, guess: () => (number | null)[], redraw: (heights: readonly (number | null)[]) => void }}
 *   choose: a shape, where none like it is drawn; guess: its heights, null where it is not drawn; redraw: puts such heights back
 */
export function createCurvesFigure({ messages, loadPlot, onGuess }) {
  const canvas = element('canvas', { role: 'img' });
  const path = svgElement('polyline', { class: 'guess' });
  const hint = svgElement('text', { class: 'guess-hint' }, messages.draw);
  const overlay = svgElement('svg', { class: 'curves-over', 'aria-hidden': 'true' }, path, hint);
  const root = element('div', { class: 'curves' }, element('div', { class: 'curves-box' }, canvas), overlay);
  root.setAttribute('aria-busy', 'true');
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
  const look = watchLook(root, {
    onSize: () =>
      requestAnimationFrame(() => {
        if (!hasLeft) plot?.fit();
        draw();
      }),
    onColors: draw,
  });

  /** @param {import('./guess.js').ShapeId} shape */
  function choose(shape) {
    if (input === null || (isWhole(guess) && shapeOf(guess, startOf(input), axisOf(input)) === shape)) return;
    guess = shapedGuess(shape, startOf(input), axisOf(input));
    drawGuess();
  }

  /** @param {CurvesInput} from */
  const startOf = (from) => axisOf(from).map(from.curves.find(({ isAsked }) => isAsked)?.points.slice(0, 1) ?? [])[0]?.y ?? 0;

  const points = () => guessPoints(guess, input?.end ?? 1);

  overlay.addEventListener('pointerdown', (down) => {
    if (input === null || !input.asks || plot === null || down.button !== 0) return;
    capturePointer(overlay, down.pointerId);
    const end = new AbortController();
    /** @type {Point | null} */
    let before = null;
    guess = emptyGuess();
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
          if (input === null || !isWhole(guess)) return;
          onGuess?.(shapeOf(guess, startOf(input), axisOf(input)));
        },
        { signal: end.signal },
      );
  });

  /** Where a pointer is: part of the axis, and value. @param {PointerEvent} event */
  function placeOf({ clientX, clientY }) {
    const area = areaOf();
    if (input === null || area === null) return null;
    const corner = overlay.getBoundingClientRect();
    const { min, max } = axisOf(input);
    const x = (clientX - corner.x - area.left) / (area.right - area.left);
    const y = (clientY - corner.y - area.top) / (area.bottom - area.top);
    return { x: Math.max(0, Math.min(1, x)), y: max - (max - min) * Math.max(0, Math.min(1, y)) };
  }

  const areaOf = () => plot?.area() ?? null;

  function drawGuess() {
    const area = areaOf();
    if (input === null || area === null) return;
    const { min, max } = axisOf(input);
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
    canvas.setAttribute('aria-label', words());
    if (root.clientWidth === 0) return;
    if (plot === null) {
      loading ??= loadPlot().then(({ createPlot }) => {
        if (hasLeft || input === null) return;
        plot = createPlot(canvas, plotOf(input));
        root.setAttribute('aria-busy', 'false');
        draw();
      });
      return;
    }
    colorOf.forget();
    plot.update(plotOf(input));
    drawGuess();
  }

  /** @param {CurvesInput} from @returns {Plot} */
  function plotOf(from) {
    const { curves, end, title, asks = false, upTo = Infinity } = from;
    const { min, max, ticks, map, zero } = axisOf(from);
    const lines = curves.map((curve) => ({
      ...curve,
      points: map(curve.points.filter(({ x }) => x <= (asks && curve.isAsked ? 0 : upTo))),
    }));
    const colorOfCurve = (/** @type {Curve} */ { unit }) => colorOf(unit === null ? 'ink' : neuronClass(unit));
    const drawnLines = [...lines].sort((one, other) => (one.unit ?? 0) - (other.unit ?? 0));
    return {
      lines: drawnLines.map((curve) => ({
        points: curve.points,
        color: colorOfCurve(curve),
        dash: curve.unit === null ? [] : neuronDash(curve.unit),
        width: curve.isThin ? 1.25 : 3,
      })),
      ends: lines.flatMap((curve) => {
        const last = curve.points[curve.points.length - 1];
        return last === undefined
          ? []
          : [
              {
                value: last.y,
                text: curve.label ?? (curve.isThin ? '' : curve.name),
                color: colorOfCurve(curve),
                shape: neuronShape(curve.unit ?? 1),
              },
            ];
      }),
      x: {
        max: end,
        ticks: stepTicks(end).map((value) => ({ value, label: countFormatter(messages.locale)(value) })),
        title: messages.steps,
      },
      y: {
        min,
        max,
        ticks,
        title,
      },
      cursor: null,
      strip: zero === null ? null : { to: zero, label: messages.zero },
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

  /** The ends of the guess, as values. @param {CurvesInput} from */
  function guessedOf(from) {
    const all = points();
    if (all.length === 0) return null;
    const value = (/** @type {number} */ y) => (from.isLog ? 10 ** y : y);
    return { from: value(all[0].y), to: value(all[all.length - 1].y) };
  }

  function words() {
    if (input === null) return '';
    const { curves, asks = false } = input;
    const told = curves.filter(({ isAsked = false }) => !(asks && isAsked));
    return messages.words({
      title: input.title,
      curves: told.map(({ name, points: all }) => ({ name, from: all[0]?.y ?? 0, to: all[all.length - 1]?.y ?? 0 })),
      asks,
      guess: guessedOf(input),
    });
  }

  return {
    element: root,
    choose,
    guess: () => Array.from(guess, (height) => (Number.isNaN(height) ? null : height)),
    redraw(heights) {
      guess = Float64Array.from(emptyGuess(), (_, at) => heights[at] ?? NaN);
      drawGuess();
    },
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
 * The value axis. It holds all curves, the hidden ones too: a guess is drawn on the axis that the truth will have.
 * @param {CurvesInput} input
 * @returns {import('./guess.js').Range & { ticks: import('../../page/plot.js').Tick[], map: (points: readonly Point[]) => Point[], zero: number | null }} map: where points lie on it; zero: below it is the place of exactly 0
 */
function axisOf({ curves, isLog = false }) {
  const all = curves.flatMap(({ points }) => points.map(({ y }) => y));
  if (isLog) {
    // A guess that falls has somewhere to go.
    const low = curves
      .filter(({ isAsked }) => isAsked)
      .map(({ points }) => ({ points: points.slice(0, 1).map(({ x, y }) => ({ x, y: y * ROOM_TO_FALL })) }));
    const { min, max, floor, ticks, map } = logAxis([...curves, ...low]);
    const hasZero = all.includes(0);
    return { min: hasZero ? min : floor, max, ticks, map, zero: hasZero ? floor : null };
  }
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const pad = (high - low || Math.abs(high) || 1) * 0.12;
  const range = { min: low - pad, max: high + pad };
  const ticks = niceTicks(range.min, range.max, 5).map((value) => ({ value, label: formatExact(value).replace('-', '\u2212') }));
  return { ...range, ticks, map: (points) => points.map((point) => ({ ...point })), zero: null };
}
