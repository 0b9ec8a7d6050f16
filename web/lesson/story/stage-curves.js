/**
 * Recorded runs as curves: the weights of the last of them over those of the runs before, and how far apart the two neurons of each are. Where a step
 * asks for a guess, the last distance is hidden until it was drawn or chosen.
 */

import { distanceLines, weightLines } from '../../drawing/chart-series.js';
import { parameterNames } from '../../experiment/parameters.js';
import { createCurvesFigure } from '../../figures/curves/figure.js';
import { SHAPES } from '../../figures/curves/guess.js';
import { element } from '../../ui/dom.js';
import { isObject } from '../../base/checks.js';
import { keepGuess, keptGuess } from './companions/kept-guesses.js';

/** @typedef {import('../../figures/figure.js').Recording} Recording */
/** @typedef {import('../../figures/curves/figure.js').Curve} Curve */

/**
 * @param {import('./chapter.js').CurvesOnStage} asked
 * @param {object} options
 * @param {import('../../messages/en/more-figures.js').MoreFiguresMessages['curves']} options.messages
 * @param {(run: string) => Recording} options.recordingOf
 * @param {(run: string) => string} options.titleOf
 * @param {(option: string) => void} options.onDraw what a drawn guess does in all
 * @returns {import('./figures.js').Staged}
 */
export function stageCurves({ runs, shows, of: only, asks = false }, { messages, recordingOf, titleOf, onDraw }) {
  const lanes = runs.map((run) => ({ title: titleOf(run), ...seriesOf(recordingOf(run)) }));
  const end = Math.max(...lanes.map(({ history }) => history.steps[history.steps.length - 1]));
  const of = runs.join();
  const keep = () => keepGuess('drawn', { of, heights: asking().guess() });
  const make = () =>
    createCurvesFigure({
      messages,
      onGuess(shape) {
        keep();
        onDraw(shape);
      },
      loadPlot: () => import('../../page/plot.js'),
    });
  /** @type {Curve[]} */
  const weights = lanes.flatMap((lane, at) =>
    weightLines(lane)
      .filter(({ kind, label }) => only?.includes(label) ?? kind !== 'bias')
      .map(({ label, unit, points }) => ({
        name: at < lanes.length - 1 ? `${label} (${lane.title})` : label,
        // The lines of a run before have names only where there are few.
        label: at < lanes.length - 1 && only === undefined ? '' : label,
        unit,
        points,
        isThin: at < lanes.length - 1,
      })),
  );
  /** @type {Curve[]} */
  const distances = lanes.map((lane, at) => ({
    name: lane.title,
    // Colors are of neurons; these lines are of two of them.
    label: lanes.length === 1 ? '' : lane.title,
    unit: null,
    points: distanceLines(lane).lines[0].points,
    isAsked: asks && at === lanes.length - 1,
    isThin: at < lanes.length - 1,
  }));
  const parts = [
    ...(shows === 'weights' ? [{ figure: make(), input: { curves: weights, title: messages.weights } }] : []),
    { figure: make(), input: { curves: distances, title: messages.distance, isLog: true } },
  ];
  const figures = parts.map(({ figure }) => figure);
  const asking = () => figures[figures.length - 1];
  if (asks) asking().redraw(keptHeights(of));
  const { moments } = recordingOf(runs[0]);
  return {
    kind: 'curves',
    figure: {
      element: parts.length === 1 ? figures[0].element : element('div', { class: 'curves-pair' }, ...figures.map((each) => each.element)),
      show: () => {},
      words: () => figures.map((each) => each.words()).join(' '),
      table() {
        const [first, ...rest] = figures.map((each) => each.table());
        return {
          head: [...first.head, ...rest.flatMap(({ head }) => head.slice(1))],
          rows: first.rows.map((row, at) => [...row, ...rest.flatMap(({ rows }) => rows[at].slice(1))]),
        };
      },
      leave: () => figures.forEach((each) => each.leave()),
    },
    tools: [],
    show(index, at) {
      const upTo = moments[Math.min(index, moments.length - 1)].step;
      for (const { figure, input } of parts)
        figure.show({ ...input, end, asks: asks && at === 'start', ...(at === 'run' ? { upTo } : {}) });
    },
    choose: (option) => {
      const shape = SHAPES.find((each) => each === option);
      if (shape === undefined) return;
      asking().choose(shape);
      keep();
    },
    setEditable: () => {},
    setNumbers: () => {},
  };
}

/**
 * The line that was drawn here before the page was left.
 * @param {string} of
 * @returns {(number | null)[]}
 */
function keptHeights(of) {
  const kept = keptGuess('drawn');
  if (!isObject(kept) || kept.of !== of || !Array.isArray(kept.heights)) return [];
  return kept.heights.map((height) => (Number.isFinite(height) ? height : null));
}

/**
 * A recording as what lines are made of.
 * @param {Recording} recording
 */
function seriesOf({ experiment, moments }) {
  const names = parameterNames(experiment.network);
  return {
    experiment,
    names,
    history: {
      steps: moments.map(({ step }) => step),
      parameters: Object.fromEntries(names.map((name, at) => [name, Float64Array.from(moments, ({ parameters }) => parameters[at])])),
    },
    verdicts: [{ pairs: [{ layer: 1, units: /** @type {[number, number]} */ ([1, 2]), distance: 0 }] }],
  };
}
