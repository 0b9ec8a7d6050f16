/** J on the way from one network to another of the same shape: straight on, and, where two neurons are to change places, around with a neuron to spare. */

import { withRun } from '../base/with-run.js';
import { withParameters } from '../experiment/experiment.js';
import { swappedPlaces } from '../ties/swapped-places.js';
import { unitParameters } from '../ties/verdict.js';
import { isSmall } from './snapshot.js';

/** @typedef {import('../engine/lab.js').Lab} Lab */
/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {{ experiment: Experiment, values: ArrayLike<number> }} Place */
/** @typedef {{ layer: number, units: readonly [number, number] }} Pair counted from 1 */
/** @typedef {{ losses: readonly number[], top: { part: number, loss: number, tied: readonly { layer: number, units: readonly number[] }[] } }} StraightWay part: of the way, 0 to 1 */

/** Steps of a straight way, an even number, so that one place is halfway; and of each move of a level one. */
const STRAIGHT = 120;
const MOVE = 20;
/** So many parameters are set without a pause. */
const NUMBERS_A_PART = 1000;
/** Moves of a level way. */
export const MOVES = 6;

/**
 * @param {Lab} lab
 * @param {Place} from
 * @param {ArrayLike<number>} to parameters of the same network
 * @returns {Generator<void, StraightWay>} in parts, one a place
 */
export function* straightWay(lab, { experiment, values }, to) {
  const run = lab.start(withParameters(experiment, values));
  try {
    /** @type {number[]} */
    const losses = [];
    for (let at = 0; at <= STRAIGHT; at += 1) {
      yield;
      losses.push(yield* lossAt(lab, run, between(values, to, at / STRAIGHT)));
    }
    const at = losses.indexOf(Math.max(...losses));
    const top = between(values, to, at / STRAIGHT);
    for (const [index, name] of run.names.entries()) {
      if (index % NUMBERS_A_PART === 0) yield;
      run.set(name, top[index]);
    }
    const tied = run.ties().flatMap(({ layer, groups }) => groups.filter((units) => units.length > 1).map((units) => ({ layer, units })));
    return { losses, top: { part: at / STRAIGHT, loss: losses[at], tied } };
  } finally {
    run.close();
  }
}

/** The parameters with two neurons in each other's place. @param {Place} place @param {Pair} pair @returns {number[]} */
export function mirrorImage({ experiment, values }, { layer, units }) {
  return swappedPlaces(experiment.network, { layer, units: [...units] }).map((index) => values[index]);
}

/**
 * Six moves by which two neurons change places while no answer changes: what enters a neuron may change while nothing leaves it, and what leaves may be
 * handed on between two that the same enters.
 * @param {Lab} lab
 * @param {Place} place
 * @param {Pair} pair
 * @returns {Generator<void, number[]>} in parts: the losses, MOVES times as many steps as a move has, and one more
 * @throws {import('../base/errors.js').ExperimentError} where the layer is as wide as a layer can be
 */
export function* levelWay(lab, { experiment, values }, { layer, units: [first, second] }) {
  const wider = withRun(lab, withParameters(experiment, values), (run) => run.split(layer, first, 1));
  yield;
  const run = lab.start(wider);
  try {
    const { network } = wider;
    const spare = network.hidden[layer - 1];
    const entering = (layer === 1 ? network.inputs : network.hidden[layer - 2]) + (network.bias ? 1 : 0);
    const into = (/** @type {number} */ unit) => unitParameters(network, layer, unit).slice(0, entering);
    const out = (/** @type {number} */ unit) => unitParameters(network, layer, unit).slice(entering);
    const start = run.parameters();
    for (const index of into(spare)) start[index] = 0;
    /** @type {(from: Float64Array, to: number, like: number) => Float64Array} */
    const copied = (from, to, like) => changed(from, (next) => into(to).forEach((index, at) => (next[index] = from[into(like)[at]])));
    /** @type {(from: Float64Array, giver: number, taker: number) => Float64Array} */
    const handed = (from, giver, taker) =>
      changed(from, (next) =>
        out(giver).forEach((index, at) => {
          next[out(taker)[at]] = from[index];
          next[index] = 0;
        }),
      );
    const frames = [start];
    const go = (/** @type {(from: Float64Array) => Float64Array} */ move) => frames.push(move(frames[frames.length - 1]));
    go((from) => copied(from, spare, first));
    go((from) => handed(from, first, spare));
    go((from) => copied(from, first, second));
    go((from) => handed(from, second, first));
    go((from) => copied(from, second, spare));
    go((from) => handed(from, spare, second));
    const losses = [yield* lossAt(lab, run, start)];
    for (const [before, to] of frames.slice(1).entries()) {
      for (let at = 1; at <= MOVE; at += 1) {
        yield;
        losses.push(yield* lossAt(lab, run, between(frames[before], to, at / MOVE)));
      }
    }
    return losses;
  } finally {
    run.close();
  }
}

/** @param {Float64Array} from @param {(next: Float64Array) => void} change */
function changed(from, change) {
  const next = Float64Array.from(from);
  change(next);
  return next;
}

/**
 * J of a run with other parameters; where one look takes longer than a page may stand still, in parts of it.
 * @param {Lab} lab
 * @param {import('../engine/run.js').Run} run
 * @param {Float64Array} place
 * @returns {Generator<void, number>}
 */
function* lossAt(lab, run, place) {
  if (isSmall(run)) return run.lossAt(place);
  const there = withParameters(run.experiment, place);
  yield;
  const other = lab.start(there);
  try {
    do yield;
    while (!other.workOn('look', 1));
    return other.loss();
  } finally {
    other.close();
  }
}

/** @param {ArrayLike<number>} from @param {ArrayLike<number>} to @param {number} part of the way, 0 to 1 */
function between(from, to, part) {
  return Float64Array.from(from, (value, index) => (1 - part) * value + part * to[index]);
}
