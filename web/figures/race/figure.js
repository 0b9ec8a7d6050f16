/** Runs of one clock beside each other: each with its network, and with its weights as small curves up to where the clock is. */

import { formatInText } from '../../base/format.js';
import { spread } from '../../drawing/chart-series.js';
import { neuronClass, neuronDash } from '../../drawing/neuron-style.js';
import { networkLayers, parameterNames } from '../../experiment/parameters.js';
import { element, setAttributes, setText, svgElement } from '../../ui/dom.js';
import { createNetworkFigure } from '../network/figure.js';

/** @typedef {import('../figure.js').Recording} Recording */
/** @typedef {import('../figure.js').Moment} Moment */
/** @typedef {import('../../messages/en/figures.js').FigureMessages} Messages */
/** @typedef {{ title: string, recording: Recording }} Lane title: what is different about this run */

/** Points of a curve. */
const POINTS = 160;
const BOX = { width: 240, height: 70 };
const PAD = 4;

/**
 * It is shown the index of a moment; runs of as many steps have the same steps at the same index.
 * @param {object} options
 * @param {Messages} options.messages
 * @param {readonly Lane[]} options.lanes
 * @param {(index: number) => void} options.onScrub somebody moves the clock
 * @returns {import('../figure.js').Figure<number> & { setNumbers: (shown: boolean) => void }}
 */
export function createRaceFigure({ messages, lanes, onScrub }) {
  const most = Math.max(...lanes.map(({ recording }) => recording.moments.length));
  const range = rangeOf(lanes);
  const made = lanes.map((lane) => createLane(lane, range, messages));
  const slider = element('input', { type: 'range', min: 0, max: most - 1, value: 0, class: 'race-scrub', 'aria-label': messages.scrub });
  const step = element('span', { class: 'race-step' });
  slider.addEventListener('input', () => onScrub(Number(slider.value)));
  const root = element(
    'div',
    { class: 'race', 'data-lanes': lanes.length },
    element('div', { class: 'race-lanes' }, ...made.map((lane) => lane.element)),
    element('div', { class: 'race-clock' }, slider, step),
  );
  let shown = 0;
  return {
    element: root,
    show(index) {
      shown = Math.min(index, most - 1);
      const reached = made.map((lane) => lane.show(index));
      slider.value = String(shown);
      setText(step, messages.step(Math.max(...reached)));
      slider.setAttribute('aria-valuetext', step.textContent ?? '');
    },
    words: () => made.map((lane, at) => `${lanes[at].title}: ${lane.words()}`).join(' '),
    table: () => ({
      head: [messages.columns.parameter, ...lanes.map(({ title }) => title)],
      rows: tableRows(lanes, shown),
    }),
    setNumbers: (isShown) => made.forEach((lane) => lane.setNumbers(isShown)),
    leave: () => made.forEach((lane) => lane.leave()),
  };
}

/**
 * @param {Lane} lane
 * @param {{ min: number, max: number }} range
 * @param {Messages} messages
 */
function createLane({ title, recording }, range, messages) {
  const figure = createNetworkFigure({ messages, run: recording, isSmall: true });
  const curves = createCurves(recording, range);
  return {
    element: element(
      'section',
      { class: 'race-lane', 'aria-label': title },
      element('p', { class: 'race-title' }, title),
      element('div', { class: 'race-network' }, figure.element),
      curves.element,
    ),
    /** @param {number} index @returns {number} the step it has reached */
    show(index) {
      const moment = recording.moments[Math.min(index, recording.moments.length - 1)];
      figure.show(moment);
      curves.show(moment.step);
      return moment.step;
    },
    words: figure.words,
    setNumbers: figure.setNumbers,
    leave: figure.leave,
  };
}

let clips = 0;

/**
 * The weights of a run as lines, drawn once, and seen up to where the clock is.
 * @param {Recording} recording
 * @param {{ min: number, max: number }} range
 */
function createCurves({ experiment: { network }, moments }, { min, max }) {
  const last = moments[moments.length - 1].step || 1;
  const kept = spread(moments.length, POINTS).map((at) => moments[at]);
  const x = (/** @type {number} */ step) => (step / last) * BOX.width;
  const y = (/** @type {number} */ value) => BOX.height - PAD - ((value - min) / (max - min || 1)) * (BOX.height - 2 * PAD);
  const id = `race-clip-${(clips += 1)}`;
  const clip = svgElement('rect', { x: 0, y: -5, width: 0, height: BOX.height + 10 });
  const cursor = svgElement('line', { class: 'race-cursor', y1: 0, y2: BOX.height });
  const lines = weightsOf(network).map(({ index, unit }) =>
    svgElement('polyline', {
      class: `race-line ${unit === null ? 'neuron-output' : neuronClass(unit)}`,
      points: kept.map(({ step, parameters }) => `${x(step).toFixed(1)},${y(parameters[index]).toFixed(1)}`).join(' '),
      'stroke-dasharray': unit === null ? null : neuronDash(unit).join(' ') || null,
    }),
  );
  const svg = svgElement(
    'svg',
    { class: 'race-curves', viewBox: `0 0 ${BOX.width} ${BOX.height}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svgElement('clipPath', { id }, clip),
    svgElement('line', { class: 'race-zero', x1: 0, x2: BOX.width, y1: y(0), y2: y(0) }),
    svgElement('g', { 'clip-path': `url(#${id})` }, ...lines),
    cursor,
  );
  return {
    element: svg,
    /** @param {number} step */
    show(step) {
      setAttributes(clip, { width: x(step) });
      setAttributes(cursor, { x1: x(step), x2: x(step) });
    },
  };
}

/** @param {Recording['experiment']['network']} network @returns {{ index: number, unit: number | null }[]} */
function weightsOf(network) {
  return networkLayers(network).flatMap(({ layer, units, inputs, weights }) =>
    Array.from({ length: units * inputs }, (_, at) => {
      const isOutput = layer > network.hidden.length;
      return { index: weights + at, unit: isOutput ? (layer === 1 ? null : (at % inputs) + 1) : Math.floor(at / inputs) + 1 };
    }),
  );
}

/** One range for all lanes, so that their curves compare. @param {readonly Lane[]} lanes */
function rangeOf(lanes) {
  let [min, max] = [0, 0];
  for (const { recording } of lanes) {
    const weights = weightsOf(recording.experiment.network);
    for (const { parameters } of recording.moments) {
      for (const { index } of weights) {
        min = Math.min(min, parameters[index]);
        max = Math.max(max, parameters[index]);
      }
    }
  }
  return { min, max };
}

/** @param {readonly Lane[]} lanes @param {number} shown */
function tableRows(lanes, shown) {
  const names = [...new Set(lanes.flatMap(({ recording }) => parameterNames(recording.experiment.network)))];
  return names.map((name) => [
    name,
    ...lanes.map(({ recording: { experiment, moments } }) => {
      const value = moments[Math.min(shown, moments.length - 1)].parameters[parameterNames(experiment.network).indexOf(name)];
      return value === undefined ? '' : formatInText(value);
    }),
  ]);
}
