/**
 * From a run's history to the lines of the charts: pure, no DOM, no Chart.js. Lines have few enough points to be drawn within a frame.
 */

import { networkLayers, parameterPlace } from '../experiment/parameters.js';
import { unitParameters } from '../ties/verdict.js';

/** @typedef {import('../session/session.js').Snapshot} Snapshot */
/** @typedef {{ x: number, y: number }} Point */
/**
 * What lines are made of.
 * @typedef {object} Series
 * @property {import('../experiment/experiment.js').Experiment} experiment
 * @property {readonly string[]} names of the parameters
 * @property {{ steps: ArrayLike<number>, parameters: Readonly<Record<string, Float64Array>> }} history
 */

/**
 * @typedef {object} Line
 * @property {string} label
 * @property {number | null} unit the hidden neuron whose color it has; null for the output's own
 * @property {number} [layer] the hidden layer of that neuron
 * @property {number | null} [number] of that neuron among all, as the drawing has it
 * @property {number | null} braid a second neuron, for the distance of two
 * @property {number} input the input a weight comes from; tells the lines of an output without hidden neurons apart
 * @property {'incoming' | 'bias' | 'outgoing' | 'pair' | 'loss'} kind
 * @property {Point[]} points
 */

/** Points of all lines of a chart together, and at most and at least of one. */
const POINTS = { chart: 4000, most: 500, least: 100 };
/** Up to this many parameters are drawn. */
export const MOST_WEIGHTS = 48;
/** Up to this many pairs of neurons are drawn. */
export const MOST_PAIRS = 6;

/**
 * Evenly spread positions among so many, the first and the last included.
 * @param {number} count
 * @param {number} most at least 2
 * @returns {number[]}
 */
export function spread(count, most) {
  if (count <= most) return Array.from({ length: count }, (_, at) => at);
  return Array.from({ length: most }, (_, at) => Math.round((at * (count - 1)) / (most - 1)));
}

/**
 * @param {number} lines
 * @returns {number} points that each of so many lines may have
 */
function pointsFor(lines) {
  return Math.max(POINTS.least, Math.min(POINTS.most, Math.floor(POINTS.chart / Math.max(lines, 1))));
}

/**
 * @param {Series} series
 * @returns {Line[]} one a parameter, in keyboard order: weights before biases; of a large network some, evenly chosen
 */
export function weightLines({ experiment: { network }, history, names }) {
  const all = [...names.filter((name) => name.startsWith('w')), ...names.filter((name) => name.startsWith('b'))];
  const chosen = spread(all.length, MOST_WEIGHTS).map((at) => all[at]);
  const samples = spread(history.steps.length, pointsFor(chosen.length));
  const layers = networkLayers(network);
  return chosen.map((label) => {
    const place = parameterPlace(network, label);
    const isOutput = place?.layer === network.hidden.length + 1;
    const isOutgoing = isOutput && network.hidden.length > 0 && place.input !== null;
    const values = history.parameters[label];
    const unit = isOutgoing ? place.input : isOutput || place === null ? null : place.unit;
    const layer = (place?.layer ?? 1) - Number(isOutput);
    return {
      label,
      unit,
      layer,
      number: unit && layers[layer - 1].firstUnit + unit - 1,
      braid: null,
      input: place?.input ?? 0,
      kind: place?.input === null ? 'bias' : isOutgoing ? 'outgoing' : 'incoming',
      points: samples.map((at) => ({ x: history.steps[at], y: values[at] })),
    };
  });
}

/**
 * @param {Series & { verdicts: readonly { pairs: readonly { layer: number, units: readonly [number, number] | readonly number[], distance: number }[] }[] }} series
 * @returns {{ lines: Line[], pairs: number }} the nearest pairs of neurons, and how many there are
 */
export function distanceLines({ experiment: { network }, history, names, verdicts }) {
  const pairs = verdicts.flatMap((verdict) => verdict.pairs);
  const chosen = pairs.length <= MOST_PAIRS ? pairs : [...pairs].sort((a, b) => a.distance - b.distance).slice(0, MOST_PAIRS);
  const samples = spread(history.steps.length, pointsFor(2 * chosen.length));
  const lines = chosen.map(({ layer, units }) => {
    const [first, second] = units.map((unit) => unitParameters(network, layer, unit).map((index) => history.parameters[names[index]]));
    /** @type {(at: number) => number} */
    const distanceAt = (at) => distanceOf(first, second, at);
    return {
      label: units.map((unit) => unit + networkLayers(network)[layer - 1].firstUnit - 1).join('\u2013'),
      unit: units[0],
      braid: units[1],
      input: 0,
      kind: /** @type {const} */ ('pair'),
      points: samples.map((at) => ({ x: history.steps[at], y: distanceAt(at) })),
    };
  });
  return { lines, pairs: pairs.length };
}

/**
 * Exactly 0 only where all values are equal, bit for bit.
 * @param {Float64Array[]} first one history a parameter
 * @param {Float64Array[]} second
 * @param {number} at
 * @returns {number}
 */
export function distanceOf(first, second, at) {
  const isTied = first.every((values, which) => Object.is(values[at], second[which][at]));
  if (isTied) return 0;
  return Math.max(Math.hypot(...first.map((values, which) => values[at] - second[which][at])), Number.MIN_VALUE);
}

/**
 * @param {Snapshot} snapshot
 * @returns {Line}
 */
export function lossLine({ history }) {
  const points = spread(history.steps.length, POINTS.most).map((at) => ({ x: history.steps[at], y: history.loss[at] }));
  return { label: 'J', unit: null, braid: null, input: 0, kind: 'loss', points };
}

/**
 * Names of parameters that are equal in every bit now, as groups of those that different neurons have at the same place.
 * @param {Snapshot} snapshot
 * @returns {string[][]}
 */
export function equalParameters({ experiment: { network }, names, values, verdicts }) {
  if (names.length > MOST_WEIGHTS) return [];
  return verdicts.flatMap(({ layer, units }) => {
    const perUnit = Array.from({ length: units }, (_, at) => unitParameters(network, layer, at + 1));
    return perUnit[0].flatMap((_, place) => {
      /** @type {number[][]} */
      const groups = [];
      for (const index of perUnit.map((unit) => unit[place])) {
        const group = groups.find(([first]) => Object.is(values[first], values[index]));
        if (group) group.push(index);
        else groups.push([index]);
      }
      return groups.filter((group) => group.length > 1).map((group) => group.map((index) => names[index]));
    });
  });
}

/**
 * How far the step axis reaches: to where training will pause; without such a place, to a round number that grows in few, large steps.
 * @param {Snapshot} snapshot
 * @returns {number}
 */
export function stepAxisEnd({ presentStep, plannedStep, stepsToRun, kept }) {
  const isOpen = stepsToRun === null || !Number.isFinite(plannedStep);
  const goal = Math.max(presentStep, Number.isFinite(plannedStep) ? plannedStep : 100, kept?.presentStep ?? 0);
  return isOpen ? roundUp(goal) : Math.max(goal, 1);
}

/**
 * The next of 1, 2, 5, 10, 20, …
 * @param {number} value
 */
function roundUp(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= value) ?? value;
}

/** Round sizes, up to the next power of ten. */
const ROUND = Object.freeze([0.5, 1, 2, 5, 10, 20]);

/**
 * About so many round numbers that cover a range, and at least three where so many are asked for: by one alone nothing can be read.
 * @param {number} from
 * @param {number} to
 * @param {number} about
 * @returns {number[]}
 */
export function niceTicks(from, to, about) {
  const rough = Math.max(to - from, Number.MIN_VALUE) / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const ticksOf = (/** @type {number} */ factor) => {
    const tick = factor * power;
    const first = Math.ceil(from / tick - 1e-9);
    const last = Math.floor(to / tick + 1e-9);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => Number(((first + at) * tick).toPrecision(12)));
  };
  const size = ROUND.findIndex((factor) => factor * power >= rough);
  const ticks = ticksOf(ROUND[size]);
  return ticks.length < Math.min(3, about) ? ticksOf(ROUND[size - 1]) : ticks;
}

/**
 * Round numbers of steps: steps are whole, so a run of one step has no tick at a half, which would be written as 1.
 * @param {number} last at least 1
 * @returns {number[]}
 */
export function stepTicks(last) {
  return niceTicks(0, last, Math.min(4, last));
}
