/** What a race can draw under its networks besides the weights. Pure; what the lines are called comes in as texts. */

import { networkLayers } from '../../experiment/parameters.js';
import { pairSeen } from '../ties-seen.js';

/** @typedef {import('./figure.js').RaceLines} RaceLines */
/** @typedef {import('../figure.js').Moment} Moment */
/** @typedef {import('../figure.js').Recording} Recording */
/** @typedef {import('../../experiment/experiment.js').Experiment['network']} Network */

/** Distances are drawn by their powers of ten, down to this one: what is smaller is rounding. */
const SMALLEST = 1e-15;

/**
 * What enters a neuron of the first hidden layer, its bias last where it has one, and what leaves it.
 * @param {Network} network
 * @param {ArrayLike<number>} parameters
 * @param {number} unit counted from 1
 */
export function aroundNeuron(network, parameters, unit) {
  const [{ units, inputs, weights, biases }, next] = networkLayers(network);
  const into = Array.from({ length: inputs }, (_, input) => parameters[weights + (unit - 1) * inputs + input]);
  return {
    weights: into,
    bias: biases < 0 ? 0 : parameters[biases + unit - 1],
    out: Array.from({ length: next.units }, (_, to) => parameters[next.weights + to * units + unit - 1]),
  };
}

/**
 * What a ReLU, leaky-ReLU or linear neuron keeps while it is trained in small steps: the square of what enters it, less the square of what leaves it.
 * @param {Network} network @param {ArrayLike<number>} parameters @param {number} unit counted from 1
 */
export function keptNumber(network, parameters, unit) {
  const { weights, bias, out } = aroundNeuron(network, parameters, unit);
  return squares([...weights, bias]) - squares(out);
}

/**
 * How far the neurons point in one direction: the mean |cos| of the angles between what enters two of them, without biases; 1: all on one line.
 * @param {Network} network @param {ArrayLike<number>} parameters
 */
export function sameDirection(network, parameters) {
  const all = Array.from({ length: network.hidden[0] }, (_, at) => aroundNeuron(network, parameters, at + 1).weights);
  const pairs = all.flatMap((one, at) =>
    all.slice(at + 1).map((other) => Math.abs(dot(one, other)) / (Math.sqrt(squares(one) * squares(other)) || 1)),
  );
  return pairs.reduce((sum, each) => sum + each, 0) / pairs.length;
}

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

/** @param {readonly number[]} values */
const squares = (values) => dot(values, values);

/** @param {readonly number[]} one @param {readonly number[]} other */
function dot(one, other) {
  return one.reduce((sum, value, at) => sum + value * other[at], 0);
}

/**
 * @param {object} texts
 * @param {(loss: number) => string} texts.loss
 * @param {(distance: number) => string} texts.distance
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
      label: ({ parameters }, { experiment }) => texts.distance(distanceOrMirrored(experiment.network, parameters)),
      isFree: true,
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
