/**
 * The swap test: two neurons of a layer exchange all that is theirs, so that each becomes the other. Their curves must swap and the loss
 * must stay, in bits or up to rounding (tests/src/permutation.test.js has the exact statement).
 */

import { withStart } from '../experiment/edits.js';
import { differences } from '../experiment/compare.js';
import { readStart } from '../experiment/reshape.js';
import { parameterNames } from '../experiment/parameters.js';
import { swappedPlaces } from './swapped-places.js';
import { unitParameters } from './verdict.js';

/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('../experiment/experiment.js').ExperimentInput} ExperimentInput */
/** @typedef {import('../experiment/parameters.js').Shape} Shape */
/** @typedef {import('../experiment/compare.js').Side} Side */
/** @typedef {import('./swapped-places.js').SwappedUnits} SwappedUnits */
/** @typedef {{ values: Float64Array, loss: number, names: readonly string[], history: import('../engine/run.js').History }} Trained */

/** Curves that are compared in a part of the work. */
const PLACES_A_PART = 200;

/**
 * The same experiment with two neurons exchanged: their starts, and what training says of them by name or number.
 * @param {Experiment} experiment
 * @param {ArrayLike<number>} start
 * @param {SwappedUnits} swapped
 * @returns {ExperimentInput}
 */
export function withSwappedUnits(experiment, start, swapped) {
  const { network } = experiment;
  const places = swappedPlaces(network, swapped);
  const exchanged = withStart(
    experiment,
    readStart(
      network,
      places.map((place) => start[place]),
    ),
  );
  return /** @type {ExperimentInput} */ ({ ...exchanged, training: swappedTraining(experiment, swapped, places) });
}

/**
 * @param {Experiment} experiment
 * @param {SwappedUnits} swapped
 * @param {readonly number[]} places
 * @returns {Experiment['training']}
 */
function swappedTraining({ network, training }, { layer, units }, places) {
  const names = parameterNames(network);
  const otherUnit = (/** @type {number} */ unit) => (units.includes(unit) ? units[0] + units[1] - unit : unit);
  return {
    ...training,
    freeze: training.freeze.map((name) => names[places[names.indexOf(name)]]),
    unitLearningRates: training.unitLearningRates.map((rate) => (rate.layer === layer ? { ...rate, unit: otherUnit(rate.unit) } : rate)),
  };
}

/**
 * Which two neurons an experiment has exchanged, compared with another.
 * @param {Side} before
 * @param {Side} now
 * @returns {SwappedUnits | null} null where it is not that, or nothing differs
 */
export function findSwap(before, now) {
  const { network } = before.experiment;
  const isSameStart = (/** @type {ArrayLike<number>} */ start) => Array.from(start).every((value, at) => Object.is(value, now.start[at]));
  if (before.start.length !== now.start.length || isSameStart(before.start)) return null;
  const candidates = network.hidden.flatMap((_, at) => changedPair(network, at + 1, before.start, now.start));
  const found = candidates.find((swapped) => {
    const places = swappedPlaces(network, swapped);
    const start = places.map((place) => before.start[place]);
    if (!isSameStart(start)) return false;
    const experiment = { ...before.experiment, training: swappedTraining(before.experiment, swapped, places) };
    return differences({ experiment, start }, now).length === 0;
  });
  return found ?? null;
}

/**
 * Two neurons that have exchanged anything differ in it, and no other of their layer does.
 * @param {Shape} network
 * @param {number} layer
 * @param {ArrayLike<number>} before
 * @param {ArrayLike<number>} now
 * @returns {SwappedUnits[]} one, or none
 */
function changedPair(network, layer, before, now) {
  /** @type {number[]} */
  const changed = [];
  for (let unit = 1; unit <= network.hidden[layer - 1] && changed.length < 3; unit += 1) {
    if (unitParameters(network, layer, unit).some((place) => !Object.is(before[place], now[place]))) changed.push(unit);
  }
  return changed.length === 2 ? [{ layer, units: [changed[0], changed[1]] }] : [];
}

/**
 * How far a run and the one with two neurons exchanged agree, after as many steps.
 * @param {Shape} network
 * @param {SwappedUnits} swapped
 * @param {Trained} before
 * @param {Trained} now
 * @returns {Generator<void, { isExact: boolean, curves: number, loss: number }>} in parts; isExact: every bit of every step kept; curves: the largest
 *   difference in them; loss: that of the losses
 */
export function* compareSwapped(network, swapped, before, now) {
  let isExact = Object.is(before.loss, now.loss);
  let curves = 0;
  for (const [index, place] of swappedPlaces(network, swapped).entries()) {
    const one = before.history.parameters[before.names[place]];
    now.history.parameters[now.names[index]].forEach((value, sample) => {
      isExact &&= Object.is(value, one[sample]);
      curves = Math.max(curves, Math.abs(value - one[sample]));
    });
    if (index % PLACES_A_PART === PLACES_A_PART - 1) yield;
  }
  return { isExact, curves, loss: Math.abs(now.loss - before.loss) };
}
