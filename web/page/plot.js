/**
 * The only file that imports Chart.js: a small line plot over steps, drawn at once and without animation. Whoever uses it hands over
 * finished lines, ranges and ticks; this file owns how they look on a canvas.
 */

import { placeLabels } from '../drawing/label-places.js';
import { Chart, LineController, LineElement, LinearScale, PointElement } from 'chart.js';

Chart.register(LineController, LineElement, LinearScale, PointElement);

/** @typedef {{ x: number, y: number }} Point */
/** @typedef {{ points: Point[], color: string, dash: number[], width: number }} PlotLine */
/** @typedef {{ value: number, text: string, color: string, shape: string }} PlotEnd marker and name at the end of a line; text '' for a marker alone */
/** @typedef {{ value: number, label: string }} Tick */

/**
 * @typedef {object} Plot
 * @property {PlotLine[]} lines drawn in this order
 * @property {PlotEnd[]} ends
 * @property {{ max: number, ticks: Tick[], title: string }} x
 * @property {{ min: number, max: number, ticks: Tick[], title: string }} y
 * @property {number | null} cursor a step that is looked at
 * @property {{ to: number, label: string } | null} strip a band from the bottom up, with its name
 * @property {{ value: number, label: string } | null} reference a level worth knowing
 * @property {{ ink: string, faint: string, hairline: string, strip: string, paper: string }} colors
 */

/** Room for the names at the ends of lines. */
const END_ROOM = 84;
const AXIS_WIDTH = 56;
const FONT_SIZE = 12;
const LABEL_GAP = 14;
/** From a line's end to its name. */
const LEADER = 14;

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Plot} first
 */
export function createPlot(canvas, first) {
  let plot = first;
  const font = { family: getComputedStyle(canvas).fontFamily, size: FONT_SIZE };
  /** @param {'x' | 'y'} axis */
  const scale = (axis) => ({
    type: /** @type {const} */ ('linear'),
    afterBuildTicks: (/** @type {any} */ built) => {
      built.ticks = plot[axis].ticks.map((tick) => ({ ...tick }));
    },
    ticks: { font, maxRotation: 0, autoSkip: axis === 'x', callback: labelOf(() => plot[axis].ticks) },
    border: { display: false },
    grid: { drawTicks: false },
    title: { display: true, font, padding: 0 },
  });
  const chart = new Chart(canvas, {
    type: 'line',
    data: { datasets: [] },
    options: {
      animation: false,
      parsing: false,
      normalized: true,
      events: [],
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { top: 6, right: END_ROOM } },
      elements: { point: { radius: 0, hitRadius: 0 }, line: { borderJoinStyle: 'round' } },
      scales: {
        x: scale('x'),
        y: {
          ...scale('y'),
          afterFit: (/** @type {any} */ fitted) => {
            fitted.width = AXIS_WIDTH;
          },
        },
      },
    },
    plugins: [
      { id: 'twin-neurons', beforeDatasetsDraw: (drawn) => drawBehind(drawn, plot), afterDatasetsDraw: (drawn) => drawEnds(drawn, plot) },
    ],
  });

  /** @param {Plot} next */
  const update = (next) => {
    plot = next;
    putLines(chart, plot);
    putScales(chart, plot);
    chart.update('none');
  };
  update(first);
  // It fits itself to its box, too, but some frames later.
  return { update, destroy: () => chart.destroy(), fit: () => chart.resize(), area: () => chart.chartArea };
}

/**
 * @param {() => Tick[]} ticks
 * @returns {(value: string | number) => string}
 */
function labelOf(ticks) {
  return (value) => ticks().find((tick) => tick.value === Number(value))?.label ?? '';
}

/**
 * Keeps the data set objects: Chart.js builds all its bookkeeping anew for an object that it has not seen.
 * @param {Chart} chart
 * @param {Plot} plot
 */
function putLines(chart, { lines }) {
  const { datasets } = chart.data;
  datasets.length = Math.min(datasets.length, lines.length);
  lines.forEach(({ points, color, dash, width }, at) => {
    datasets[at] ??= { data: [] };
    // Chart.js draws the first data set on top.
    Object.assign(datasets[at], { data: points, borderColor: color, borderDash: dash, borderWidth: width, order: -at });
  });
}

/**
 * @param {Chart} chart
 * @param {Plot} plot
 */
function putScales(chart, { x, y, colors }) {
  const { scales } = /** @type {any} */ (chart.options);
  Object.assign(scales.x, { min: 0, max: x.max });
  Object.assign(scales.y, { min: y.min, max: y.max });
  for (const [name, { title }] of /** @type {[string, { title: string }][]} */ ([
    ['x', x],
    ['y', y],
  ])) {
    scales[name].title.text = title;
    scales[name].title.display = title !== '';
    scales[name].title.color = colors.faint;
    scales[name].ticks.color = colors.faint;
    scales[name].ticks.display = name === 'y' || title !== '';
    scales[name].grid.color = colors.hairline;
  }
}

/**
 * @param {Chart} chart
 * @param {Plot} plot
 */
function drawBehind({ ctx, chartArea, scales }, { cursor, strip, reference, colors }) {
  ctx.save();
  ctx.textBaseline = 'middle';
  if (strip !== null) {
    const top = scales.y.getPixelForValue(strip.to);
    ctx.fillStyle = colors.strip;
    ctx.fillRect(chartArea.left, top, chartArea.width, chartArea.bottom - top);
    // With forced colors the strip has the color of the paper: its edge shows where it is.
    ctx.fillStyle = colors.hairline;
    ctx.fillRect(chartArea.left, top, chartArea.width, 1);
  }
  if (reference !== null) {
    const level = scales.y.getPixelForValue(reference.value);
    ctx.strokeStyle = colors.faint;
    ctx.setLineDash([2, 4]);
    ctx.beginPath();
    ctx.moveTo(chartArea.left, level);
    ctx.lineTo(chartArea.right, level);
    ctx.stroke();
  }
  if (cursor !== null) {
    const at = scales.x.getPixelForValue(cursor);
    ctx.strokeStyle = colors.ink;
    ctx.lineWidth = 1.5;
    ctx.setLineDash([]);
    ctx.beginPath();
    ctx.moveTo(at, chartArea.top);
    ctx.lineTo(at, chartArea.bottom);
    ctx.stroke();
  }
  ctx.restore();
}

/**
 * Markers and names at the ends of lines, and the names of strip and reference. Names that would touch are moved apart, and a leader tells
 * whose each is.
 * @param {Chart} chart
 * @param {Plot} plot
 */
function drawEnds({ ctx, width, chartArea, scales, data }, { ends, strip, reference, colors }) {
  ctx.save();
  ctx.font = `${FONT_SIZE}px ${getComputedStyle(ctx.canvas).fontFamily}`;
  ctx.textBaseline = 'middle';
  const points = /** @type {Point[] | undefined} */ (data.datasets[0]?.data);
  const x = scales.x.getPixelForValue(points?.[points.length - 1]?.x ?? 0);
  for (const { value, color, shape } of ends) drawMarker(ctx, x, scales.y.getPixelForValue(value), color, shape, colors.paper);
  ctx.fillStyle = colors.ink;
  const named = ends.map(({ value, text }) => ({ value, text, y: scales.y.getPixelForValue(value) }));
  ctx.strokeStyle = colors.faint;
  ctx.lineWidth = 1;
  ctx.setLineDash([]);
  for (const { text, y, ends: from } of placeLabels(named, { top: chartArea.top, bottom: chartArea.bottom, gap: LABEL_GAP })) {
    for (const end of from) drawLeader(ctx, { x: x + 6, y: end }, { x: x + LEADER, y });
    // A name that is longer than its room is drawn narrower.
    ctx.fillText(text, x + LEADER + 3, y, width - x - LEADER - 3);
  }
  // At the far end, since names stand beside the last point, and that is at the near end when a run begins.
  if (strip !== null) {
    ctx.textAlign = 'right';
    nameInside(ctx, strip.label, chartArea.right - 8, scales.y.getPixelForValue(strip.to) + FONT_SIZE * 0.75, colors);
    ctx.textAlign = 'left';
  }
  if (reference !== null) nameInside(ctx, reference.label, chartArea.left + 8, scales.y.getPixelForValue(reference.value) - 9, colors);
  ctx.restore();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Point} from
 * @param {Point} to
 */
function drawLeader(ctx, from, to) {
  if (Math.abs(from.y - to.y) < 2) return;
  ctx.beginPath();
  ctx.moveTo(from.x, from.y);
  ctx.lineTo(to.x, to.y);
  ctx.stroke();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {Plot['colors']} colors
 */
function nameInside(ctx, text, x, y, colors) {
  ctx.lineWidth = 4;
  ctx.lineJoin = 'round';
  ctx.strokeStyle = colors.paper;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colors.faint;
  ctx.fillText(text, x, y);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {string} color
 * @param {string} shape SVG path data in a box from -1 to 1
 * @param {string} paper
 */
function drawMarker(ctx, x, y, color, shape, paper) {
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(4, 4);
  const path = new Path2D(shape);
  ctx.lineWidth = 0.6;
  ctx.strokeStyle = paper;
  ctx.fillStyle = color;
  ctx.fill(path);
  ctx.stroke(path);
  ctx.restore();
}
