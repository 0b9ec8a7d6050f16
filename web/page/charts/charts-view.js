/**
 * The three charts over one step axis: weights, distance between neurons, loss. Each has a legend, a sentence and a data table, so
 * that nothing is told by the picture alone.
 */

import { createPlot } from '../plot.js';
import { formatExact } from '../../base/format.js';
import { LOSSES } from '../../experiment/kinds/losses/index.js';
import { layerDash } from '../../drawing/layer-dash.js';
import { neuronClass, neuronDash, neuronShape } from '../../drawing/neuron-style.js';
import { logAxis } from '../../drawing/log-axis.js';
import {
  MOST_PAIRS,
  MOST_WEIGHTS,
  distanceLines,
  equalParameters,
  lossLine,
  niceTicks,
  stepAxisEnd,
  stepTicks,
  weightLines,
} from '../../drawing/chart-series.js';
import { BRAID, MOST_LISTED, drawLegend } from './chart-legend.js';
import { createColorReader } from '../../ui/color-reader.js';
import { createDataTable } from './chart-table.js';
import { createPrediction, held } from './predicted-distance.js';
import { element, setText } from '../../ui/dom.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../drawing/chart-series.js').Line} Line */
/** @typedef {import('../plot.js').Plot} Plot */
/** @typedef {import('../../messages/en/page.js').Messages} Messages */
/** @typedef {import('../../ui/color-reader.js').ColorReader} ColorReader */

/** Line widths: biases thin, outgoing weights thick. */
const WIDTHS = Object.freeze({ incoming: 2, bias: 1.25, outgoing: 3, pair: 2.5, loss: 2 });
/** How the lines of a run that was kept look: over the others, so that both are seen where they coincide. */
const KEPT = Object.freeze({ dash: [1.5, 4.5], width: 1.5 });
/** How a prediction looks, over what was measured. */
const PREDICTED = Object.freeze({ dash: [7, 5], width: 1.5 });
/** With more lines than this their ends are not named. */
const MOST_NAMES = 12;

/**
 * @typedef {object} Panel
 * @property {string} kind
 * @property {string} name
 * @property {(snapshot: Snapshot) => { lines: Line[], kept: Line[], plot: Plot, summary: string, note: string }} build note: stands in the legend
 */

/**
 * @param {HTMLElement} root
 * @param {{ messages: Messages, inspect: Parameters<typeof createPrediction>[0] }} options
 */
export function createChartsView(root, { messages, inspect }) {
  const colorOf = createColorReader(root);
  const panels = [
    weightsPanel(messages, colorOf),
    distancePanel(messages, colorOf, createPrediction(inspect)),
    lossPanel(messages, colorOf),
  ].map((panel) => createPanelView(root, panel, messages));
  return {
    panels,
    /** Gives up what the charts hold. */
    leave: () => panels.forEach(({ leave }) => leave()),
    /** What is drawn now, for pictures to keep; a chart without lines has no canvas to show. */
    pictures: () => panels.map(({ picture }) => picture()),
    /**
     * Draws anew after the colors have changed.
     * @param {Snapshot} snapshot
     */
    recolor(snapshot) {
      colorOf.forget();
      for (const panel of panels) if (panel.isDrawn()) panel.update(snapshot);
    },
  };
}

/**
 * @param {HTMLElement} root
 * @param {Panel} panel
 * @param {Messages} messages
 */
function createPanelView(root, panel, messages) {
  const canvas = element('canvas', { role: 'img' });
  const plotBox = element('div', { class: 'plot' }, canvas);
  const legend = element('span', { class: 'legend' });
  const summary = element('p', { class: 'summary' });
  const title = element('h2', {}, panel.name);
  const table = createDataTable(messages.charts.tableOf(panel.name), messages);
  // A single line needs no legend; its sentence stands there instead.
  const isSingle = panel.kind === 'loss';
  if (isSingle) summary.classList.add('legend');
  const head = element('div', { class: 'chart-head' }, title, isSingle ? summary : legend, table.button);
  root.append(
    element(
      'section',
      { class: `chart chart-${panel.kind}`, 'aria-label': panel.name },
      head,
      plotBox,
      isSingle ? null : summary,
      table.element,
    ),
  );
  /** @type {ReturnType<typeof createPlot> | null} */
  let plot = null;
  let shownLegend = '';
  return {
    /** Whether it has ever been told what to draw; where the charts are hidden, it is not. */
    isDrawn: () => plot !== null,
    leave: () => plot?.destroy(),
    picture: () => ({ kind: panel.kind, name: panel.name, canvas: plot === null || plotBox.hidden ? null : canvas }),
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      const built = panel.build(snapshot);
      plotBox.hidden = built.lines.length === 0;
      table.button.hidden = plotBox.hidden;
      if (plot === null) plot = createPlot(canvas, built.plot);
      else plot.update(built.plot);
      const key = built.lines.map(({ label, unit, kind }) => `${label}${unit}${kind}`).join(' ') + built.note;
      if (key !== shownLegend) legend.replaceChildren(...drawLegend(built.lines, built.note, messages));
      shownLegend = key;
      head.classList.toggle('long', legend.childElementCount > MOST_LISTED + 1);
      setText(summary, built.summary);
      if (snapshot.event === null) return;
      canvas.setAttribute('aria-label', `${panel.name}. ${built.summary}`);
      table.update(built.lines, built.kept);
    },
  };
}

/**
 * @param {Messages} messages
 * @param {ColorReader} colorOf
 */
function weightsPanel({ charts, count }, colorOf) {
  const linesOf = once((kept) => (kept === null ? [] : weightLines(kept)));
  return {
    kind: 'weights',
    name: charts.weightsAndBiases,
    /** @param {Snapshot} snapshot */
    build(snapshot) {
      const lines = weightLines(snapshot);
      const kept = linesOf(snapshot.kept);
      const [least, most] = extent([...lines, ...kept]);
      const pad = Math.max((most - least) * 0.06, 0.02);
      const y = { min: Math.min(least - pad, -0.1), max: Math.max(most + pad, 1) };
      const ticks = niceTicks(y.min, y.max, 4).map((value) => ({ value, label: tickText(value) }));
      return {
        lines,
        kept,
        note: snapshot.names.length > MOST_WEIGHTS ? charts.someWeights(lines.length, snapshot.names.length) : '',
        summary: joined(
          snapshot.verdicts.length === 0 || snapshot.names.length > MOST_WEIGHTS ? '' : charts.weightsSummary(equalParameters(snapshot)),
          snapshot.kept && charts.keptSummary,
        ),
        plot: {
          ...frame(snapshot, lines, kept, { colorOf, count }, ''),
          y: { ...y, ticks, title: charts.weightsAxis },
          strip: null,
          reference: null,
        },
      };
    },
  };
}

/**
 * @param {Messages} messages
 * @param {ColorReader} colorOf
 * @param {ReturnType<typeof createPrediction>} prediction
 */
function distancePanel({ charts, count }, colorOf, prediction) {
  const linesOf = once((kept) => (kept === null ? [] : distanceLines(kept).lines));
  return {
    kind: 'distance',
    name: charts.distance,
    /** @param {Snapshot} snapshot */
    build(snapshot) {
      const { lines, pairs } = distanceLines(snapshot);
      const kept = linesOf(snapshot.kept);
      const said = prediction.update(snapshot, stepAxisEnd(snapshot));
      const its = said === null ? undefined : lines.find(({ unit, braid }) => said.units[0] === unit && said.units[1] === braid);
      const ahead = said === null || its === undefined ? null : held(said, its.points);
      const scale = logAxis([...lines, ...kept, ...(ahead === null ? [] : [ahead])]);
      const nearest = lines.reduce(
        (/** @type {Line | null} */ best, line) => (best === null || last(line) < last(best) ? line : best),
        null,
      );
      const [mapped, keptMapped] = [lines, kept].map((some) => some.map((line) => ({ ...line, points: scale.map(line.points) })));
      const framed = frame(snapshot, mapped, keptMapped, { colorOf, count }, '');
      return {
        lines,
        kept,
        note: joined(
          pairs > MOST_PAIRS ? charts.nearestPairs(MOST_PAIRS, pairs) : '',
          snapshot.kept && charts.keptNote,
          ahead && charts.predictedNote,
        ),
        summary: joined(
          nearest === null
            ? charts.noPairs
            : // Of several, it is said which one this is of.
              (lines.length > 1 ? `${nearest.label}: ` : '') +
                charts.distanceSummary(nearest.points[0].y, last(nearest), snapshot.presentStep),
          ahead && charts.predicted(ahead),
        ),
        plot: {
          ...framed,
          lines:
            ahead === null ? framed.lines : [...framed.lines, { points: scale.map(ahead.points), color: colorOf('ink'), ...PREDICTED }],
          y: { min: scale.min, max: scale.max, ticks: scale.ticks, title: charts.distanceAxis },
          strip: lines.length === 0 ? null : { to: scale.floor, label: charts.zeroStrip },
          reference: null,
        },
      };
    },
  };
}

/**
 * @param {Messages} messages
 * @param {ColorReader} colorOf
 */
function lossPanel({ charts, count }, colorOf) {
  const linesOf = once((kept) => (kept === null ? [] : [lossLine(kept)]));
  return {
    kind: 'loss',
    name: charts.loss,
    /** @param {Snapshot} snapshot */
    build(snapshot) {
      const line = lossLine(snapshot);
      const kept = linesOf(snapshot.kept);
      const [, most] = extent([line, ...kept]);
      const max = most > 0 ? most * 1.12 : 1;
      const ticks = niceTicks(0, max, 3).map((value) => ({ value, label: tickText(value) }));
      const { atHalf } = LOSSES[snapshot.experiment.loss];
      return {
        lines: [line],
        kept,
        note: '',
        summary:
          snapshot.kept === null
            ? charts.lossSummary(line.points[0].y, last(line), snapshot.presentStep, snapshot.right, snapshot.data.x.length)
            : charts.lossBeside(last(line), snapshot.presentStep, snapshot.kept.loss),
        plot: {
          ...frame(snapshot, [line], kept, { colorOf, count }, charts.stepAxis),
          y: { min: 0, max, ticks, title: charts.lossAxis },
          strip: null,
          reference: atHalf !== null && max > atHalf && max < 5 * atHalf ? { value: atHalf, label: charts.coinFlip } : null,
        },
      };
    },
  };
}

/**
 * What all three plots have in common: lines in the colors of their neurons over the same steps.
 * @param {Snapshot} snapshot
 * @param {Line[]} lines
 * @param {Line[]} kept those of the run kept to compare
 * @param {{ colorOf: ColorReader, count: (value: number) => string }} means
 * @param {string} title of the step axis; '' where it is written below another chart
 */
function frame(snapshot, lines, kept, { colorOf, count }, title) {
  const max = stepAxisEnd(snapshot);
  const ticks = stepTicks(max).map((value) => ({ value, label: count(value) }));
  /** @type {(unit: number | null) => string} */
  const unitColor = (unit) => colorOf(unit === null ? 'neuron-output' : neuronClass(unit));
  const ends = lines.map(({ label, unit, points }) => ({
    value: points[points.length - 1].y,
    text: lines.length > 1 && lines.length <= MOST_NAMES ? label : '',
    color: unitColor(unit),
    shape: neuronShape(unit ?? 1),
  }));
  return {
    cursor: snapshot.scrubbed ? snapshot.step : null,
    lines: lines
      .flatMap((line) => {
        const width = WIDTHS[line.kind];
        const dash =
          line.braid !== null
            ? []
            : line.unit !== null
              ? layerDash(line.unit, line.layer)
              : line.kind === 'incoming'
                ? neuronDash(line.input)
                : [];
        /** @type {import('../plot.js').PlotLine} */
        const own = { points: line.points, color: unitColor(line.unit), dash, width };
        return line.braid === null ? [own] : [own, { ...own, color: unitColor(line.braid), dash: BRAID }];
      })
      .concat(kept.map((line) => ({ points: line.points, color: unitColor(line.unit), ...KEPT }))),
    ends,
    x: { max, ticks, title },
    colors: {
      ink: colorOf('ink'),
      faint: colorOf('faint'),
      hairline: colorOf('hairline'),
      strip: colorOf('strip'),
      paper: colorOf('paper'),
    },
  };
}

/** @param {number} value */
export function tickText(value) {
  const size = Math.abs(value);
  const text = size === 0 || (size >= 1e-4 && size < 1e5) ? formatExact(value) : value.toExponential().replace('+', '');
  return text.replaceAll('-', '\u2212');
}

/** @param {Line} line */
function last({ points }) {
  return points[points.length - 1].y;
}

/**
 * @param {Line[]} lines
 * @returns {[number, number]}
 */
function extent(lines) {
  let least = Infinity;
  let most = -Infinity;
  for (const { points } of lines) {
    for (const { y } of points) {
      if (y < least) least = y;
      if (y > most) most = y;
    }
  }
  return [least, most];
}

/**
 * The lines of the kept run, made once as long as it stays the same.
 * @param {(kept: Snapshot | null) => Line[]} make
 */
function once(make) {
  /** @type {Snapshot | null} */
  let known = null;
  /** @type {Line[]} */
  let lines = [];
  return (/** @type {Snapshot | null} */ kept) => {
    if (kept !== known) lines = make(kept);
    known = kept;
    return lines;
  };
}

/** @param {...(string | null)} texts */
function joined(...texts) {
  return texts.filter((text) => text !== null && text !== '').join(' ');
}
