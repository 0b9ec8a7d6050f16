/**
 * Two questions asked of the present network over many starts: does weight decay make twins of strangers, and do small batches keep twins together?
 * Pure; the sweeps themselves are the engine's.
 */

import { withSeed } from '../experiment/edits.js';
import { parseExperiment } from '../experiment/experiment.js';
import { networkLayers } from '../experiment/parameters.js';
import { allPairs, unitParameters } from './verdict.js';

/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('../engine/sweep.js').SweepResult} SweepResult */
/** @typedef {{ id: string, experiment: Experiment, counts: (result: SweepResult) => boolean }} Variant counts: whether a run, with its last parameters, is one of those that are counted */

/** So many starts, by their seeds. */
export const STARTS = /** @type {const} */ ([1, 40]);
/** What is added to a weight of neuron 1 that is otherwise the twin of the others. */
export const PUSH = 1e-8;
const FIRST_SEED = STARTS[0];

/** A layer in which two neurons could be alike. @param {Experiment} experiment @returns {number | null} counted from 1 */
export function wideLayer({ network }) {
  const at = network.hidden.findIndex((units) => units > 1);
  return at < 0 ? null : at + 1;
}

/** Strangers that are nearer than this have become twins; twins that are further apart than this have parted. */
export const TOGETHER = 1e-6;
export const PARTED = 1;

/**
 * How far apart two neurons are, in all that enters and leaves them. A tanh neuron and its mirror image do the same, so there the nearer of both counts.
 * @param {Experiment['network']} network @param {ArrayLike<number>} values @param {number} layer @param {readonly [number, number]} units
 */
function distanceOf(network, values, layer, units) {
  const [one, other] = units.map((unit) => unitParameters(network, layer, unit).map((index) => values[index]));
  const direct = Math.hypot(...one.map((value, at) => value - other[at]));
  return network.activation === 'tanh' ? Math.min(direct, Math.hypot(...one.map((value, at) => value + other[at]))) : direct;
}

/** All pairs of all hidden layers at the end of a run. @param {Experiment} experiment @param {SweepResult} result with its last parameters */
const distancesOf = ({ network }, { last = [] }) =>
  network.hidden.flatMap((units, at) => allPairs(units).map((pair) => distanceOf(network, last, at + 1, pair)));

/** From strangers: how often the end has twins, without weight decay and with it. @param {Experiment} experiment @param {number} l2 @returns {Variant[]} */
export function decayVariants(experiment, l2) {
  const random = parseExperiment(withSeed(experiment, FIRST_SEED));
  return [0, l2].map((each) => ({
    id: each === 0 ? 'without' : 'with',
    experiment: parseExperiment({ ...random, training: { ...random.training, l2: each } }),
    counts: (result) => result.stopped === null && distancesOf(experiment, result).some((distance) => distance < TOGETHER),
  }));
}

/** How many of the examples a step may see: all, half of them, one. @param {number} examples */
export const batchSizes = (examples) => [...new Set([examples, Math.max(1, Math.floor(examples / 2)), 1])];

/**
 * From twins with one weight pushed: how often they part, by how many examples a step sees.
 * @param {Experiment} experiment with a layer of two neurons or more
 * @param {number} examples how many the data has
 * @returns {(Variant & { batchSize: number })[]} all of them at once, half of them, one
 */
export function batchVariants(experiment, examples) {
  const random = parseExperiment(withSeed(experiment, FIRST_SEED));
  const layer = wideLayer(experiment) ?? 1;
  const units = Array.from({ length: experiment.network.hidden[layer - 1] }, (_, unit) => unit + 1);
  const { firstWeight } = networkLayers(experiment.network)[layer - 1];
  const init = { ...random.init, tie: [{ layer, units }], nudge: [{ parameter: `w${firstWeight}`, by: PUSH }] };
  return batchSizes(examples).map((batchSize) => {
    const { batchSize: _, shuffleSeed: __, ...training } = random.training;
    const batches = batchSize === examples ? {} : { batchSize, shuffleSeed: FIRST_SEED };
    return {
      id: batchSize === examples ? 'all' : batchSize === 1 ? 'one' : 'half',
      batchSize,
      experiment: parseExperiment({ ...random, init, training: { ...training, ...batches } }),
      counts: (result) => distancesOf(experiment, result).some((distance) => distance > PARTED),
    };
  });
}
