/** Runs of one clock beside each other: each with its network, and with its weights as small curves up to where the clock is. */

import { formatExact, formatInText } from '../../base/format.js';
import { spread } from '../../drawing/chart-series.js';
import { neuronClass, neuronDash } from '../../drawing/neuron-style.js';
import { networkLayers, parameterNames } from '../../experiment/parameters.js';
import { element, setAttributes, setText, svgElement } from '../../ui/dom.js';
import { createNetworkFigure } from '../network/figure.js';

/** @typedef {import('../figure.js').Recording} Recording */
/** @typedef {import('../figure.js').Moment} Moment */
/** @typedef {import('../../messages/en/figures.js').FigureMessages} Messages */
/** @typedef {{ title: string, recording: Recording }} Lane title: what is different about this run */
/** @typedef {{ unit: number | null, valueOf: (moment: Moment) => number }} RaceLine unit: the hidden neuron whose color it has */
/**
 * What is drawn under the networks.
 * @typedef {object} RaceLines
 * @property {(recording: Recording) => RaceLine[]} of
 * @property {(moment: Moment, recording: Recording) => string} label what the lines are, with their value at the clock
 * @property {number} [span] the axis is at least so long, and zero need not be seen on it
 * @property {boolean} [hasNumbers] the ends of the axis have theirs; those of a logarithm would say nothing
 */
/** @typedef {import('../figure.js').Figure<Moment> & { setNumbers: (shown: boolean) => void }} LanePicture */

/** The weights. @type {(name: string) => RaceLines} */
const weightsNamed = (name) => ({
  hasNumbers: true,
  label: () => name,
  of: ({ experiment: { network } }) =>
    weightsOf(network).map(({ index, unit }) => ({ unit, valueOf: ({ parameters }) => parameters[index] })),
});

/** With more lanes the networks are too small for their numbers, which the table has. */
const MOST_WITH_NUMBERS = 2;
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
 * @param {RaceLines | string} options.lines of weights their name
 * @param {(recording: Recording) => LanePicture} [options.pictureOf] in place of the network
 * @returns {import('../figure.js').Figure<number> & { show: (index: number, at?: string) => void, setNumbers: (shown: boolean) => void, tools?: readonly [] }} at: 'start' where nobody may move the clock yet; tools: there are none where there are no numbers
 */
export function createRaceFigure({
  messages,
  lanes,
  onScrub,
  lines: asked,
  pictureOf = (run) => createNetworkFigure({ messages, run, isSmall: true }),
}) {
  const lines = typeof asked === 'string' ? weightsNamed(asked) : asked;
  const most = Math.max(...lanes.map(({ recording }) => recording.moments.length));
  const drawn = lanes.map(({ recording }) => lines.of(recording));
  const range = rangeOf(lanes, drawn, lines.span);
  const made = lanes.map((lane, at) =>
    createLane(lane, { figure: pictureOf(lane.recording), range, drawn: drawn[at], label: lines.label, hasNumbers: lines.hasNumbers }),
  );
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
    show(index, at) {
      // Before a guess the clock stands, and the axis is without numbers: where a run ends would tell the answer.
      root.toggleAttribute('data-waits', at === 'start');
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
    ...(lanes.length > MOST_WITH_NUMBERS
      ? { tools: [], setNumbers: () => {} }
      : { setNumbers: (/** @type {boolean} */ isShown) => made.forEach((lane) => lane.setNumbers(isShown)) }),
    leave: () => made.forEach((lane) => lane.leave()),
  };
}

/**
 * @param {Lane} lane
 * @param {{ figure: LanePicture, range: { min: number, max: number }, drawn: readonly RaceLine[] } & Pick<RaceLines, 'label' | 'hasNumbers'>} made
 */
function createLane({ title, recording }, { figure, range, drawn, label, hasNumbers = false }) {
  const curves = createCurves(recording, drawn, range);
  const name = element('p', { class: 'race-name' });
  return {
    element: element(
      'section',
      { class: 'race-lane', 'aria-label': title },
      element('p', { class: 'race-title' }, title),
      element('div', { class: 'race-network' }, figure.element),
      name,
      curves.element,
      ...(hasNumbers ? axisNumbers(range) : []),
    ),
    /** @param {number} index @returns {number} the step it has reached */
    show(index) {
      const moment = recording.moments[Math.min(index, recording.moments.length - 1)];
      figure.show(moment);
      curves.show(moment.step);
      setText(name, label(moment, recording));
      return moment.step;
    },
    words: figure.words,
    setNumbers: figure.setNumbers,
    leave: figure.leave,
  };
}

/** The numbers at the ends of the axis. @param {{ min: number, max: number }} range */
function axisNumbers(range) {
  return /** @type {const} */ (['max', 'min']).flatMap((end) => {
    const value = Number(range[end].toPrecision(2));
    return value === 0
      ? []
      : [element('span', { class: `race-end race-${end}`, 'aria-hidden': 'true' }, formatExact(value).replace('-', '\u2212'))];
  });
}

let clips = 0;

/**
 * A run as lines, drawn once, and seen up to where the clock is.
 * @param {Recording} recording
 * @param {readonly RaceLine[]} drawn
 * @param {{ min: number, max: number }} range
 */
function createCurves({ moments }, drawn, { min, max }) {
  const last = moments[moments.length - 1].step || 1;
  const kept = spread(moments.length, POINTS).map((at) => moments[at]);
  const x = (/** @type {number} */ step) => (step / last) * BOX.width;
  const y = (/** @type {number} */ value) => BOX.height - PAD - ((value - min) / (max - min || 1)) * (BOX.height - 2 * PAD);
  const id = `race-clip-${(clips += 1)}`;
  const clip = svgElement('rect', { x: 0, y: -5, width: 0, height: BOX.height + 10 });
  const cursor = svgElement('line', { class: 'race-cursor', y1: 0, y2: BOX.height });
  const lines = drawn.map(({ unit, valueOf }) =>
    svgElement('polyline', {
      class: `race-line ${unit === null ? 'neuron-output' : neuronClass(unit)}`,
      points: kept.map((moment) => `${x(moment.step).toFixed(1)},${y(valueOf(moment)).toFixed(1)}`).join(' '),
      'stroke-dasharray': unit === null ? null : neuronDash(unit).join(' ') || null,
    }),
  );
  const svg = svgElement(
    'svg',
    { class: 'race-curves', viewBox: `0 0 ${BOX.width} ${BOX.height}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svgElement('clipPath', { id }, clip),
    ...(min <= 0 && max >= 0 ? [svgElement('line', { class: 'race-zero', x1: 0, x2: BOX.width, y1: y(0), y2: y(0) })] : []),
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

/** One range for all lanes, so that their curves compare. @param {readonly Lane[]} lanes @param {readonly (readonly RaceLine[])[]} drawn @param {number} [span] */
function rangeOf(lanes, drawn, span) {
  let [min, max] = span === undefined ? [0, 0] : [Infinity, -Infinity];
  lanes.forEach(({ recording }, at) => {
    for (const moment of recording.moments) {
      for (const { valueOf } of drawn[at]) {
        const value = valueOf(moment);
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
    }
  });
  const missing = Math.max(0, (span ?? 0) - (max - min)) / 2;
  return { min: min - missing, max: max + missing };
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
