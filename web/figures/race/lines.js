/** What a race can draw under its networks besides the weights. Pure; what the lines are called comes in as texts. */

import { aroundNeuron, keptNumber, sameDirection, squares } from '../../ties/around-neuron.js';
import { pairSeen } from '../ties-seen.js';

/** @typedef {import('./figure.js').RaceLines} RaceLines */
/** @typedef {import('../figure.js').Moment} Moment */
/** @typedef {import('../figure.js').Recording} Recording */
/** @typedef {import('../../experiment/experiment.js').Experiment['network']} Network */

/** Distances are drawn by their powers of ten, down to this one: what is smaller is rounding. */
const SMALLEST = 1e-15;

/** Of an axis of powers of ten: a distance that hardly changes is a line that hardly falls. */
const LEAST_SPAN = 4;

/**
 * The distance of the first two neurons, whichever way round the second is: a tanh neuron and its mirror image do the same.
 * @param {Network} network @param {ArrayLike<number>} parameters
 */
export function distanceOrMirrored(network, parameters) {
  const direct = pairSeen(network, parameters, 1, 1, 2).distance;
  if (network.activation !== 'tanh') return direct;
  const [one, two] = [1, 2]
    .map((unit) => aroundNeuron(network, parameters, unit))
    .map(({ weights, bias, out }) => [...weights, bias, ...out]);
  return Math.min(direct, Math.sqrt(squares(one.map((value, at) => value + two[at]))));
}

/** @param {Network} network */
const unitsOf = (network) => Array.from({ length: network.hidden[0] }, (_, at) => at + 1);

/**
 * @param {object} texts
 * @param {(loss: number) => string} texts.loss
 * @param {(from: number, distance: number) => string} texts.distance
 * @param {(share: number) => string} texts.turned
 * @param {(values: readonly number[]) => string} texts.kept
 * @param {(values: readonly number[]) => string} texts.outgoing
 * @returns {Readonly<Record<'loss' | 'distance' | 'turned' | 'kept' | 'outgoing', RaceLines>>}
 */
export function raceLines(texts) {
  const logOf = (/** @type {number} */ distance) => Math.log10(Math.max(distance, SMALLEST));
  const outgoing = (/** @type {Network} */ network, /** @type {Moment} */ { parameters }, /** @type {number} */ unit) =>
    aroundNeuron(network, parameters, unit).out[0];
  return {
    loss: { of: () => [{ unit: null, valueOf: ({ loss }) => loss }], label: ({ loss }) => texts.loss(loss) },
    distance: {
      of: ({ experiment: { network } }) => [{ unit: null, valueOf: ({ parameters }) => logOf(distanceOrMirrored(network, parameters)) }],
      label: ({ parameters }, { experiment: { network }, moments }) =>
        texts.distance(distanceOrMirrored(network, moments[0].parameters), distanceOrMirrored(network, parameters)),
      span: LEAST_SPAN,
    },
    turned: {
      of: ({ experiment: { network } }) => [{ unit: null, valueOf: ({ parameters }) => sameDirection(network, parameters) }],
      label: ({ parameters }, { experiment }) => texts.turned(sameDirection(experiment.network, parameters)),
    },
    kept: {
      of: ({ experiment: { network } }) =>
        unitsOf(network).map((unit) => ({ unit, valueOf: ({ parameters }) => keptNumber(network, parameters, unit) })),
      label: ({ parameters }, { experiment: { network } }) =>
        texts.kept(unitsOf(network).map((unit) => keptNumber(network, parameters, unit))),
    },
    outgoing: {
      of: ({ experiment: { network } }) => unitsOf(network).map((unit) => ({ unit, valueOf: (moment) => outgoing(network, moment, unit) })),
      label: (moment, { experiment: { network } }) => texts.outgoing(unitsOf(network).map((unit) => outgoing(network, moment, unit))),
    },
  };
}
