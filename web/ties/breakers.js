/**
 * What might break a tie: each row takes an experiment whose neurons 1 and 2 start exactly equal, and changes one thing of it. Pure
 * functions from experiment to experiment; whether a change breaks the tie is for runs to say, never for this file.
 */

import { parseExperiment } from '../experiment/experiment.js';
import { networkLayers } from '../experiment/parameters.js';
import { readStart } from '../experiment/reshape.js';

/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('../experiment/experiment.js').ExperimentInput} ExperimentInput */

/** How much of each change; the page names these amounts. */
export const AMOUNTS = Object.freeze({
  /** Large enough to be seen at once, small enough for every activation. */
  difference: 0.5,
  /** Takes the second outgoing weight of the lab's first experiment from 0.6 to −0.3, as its preset does. */
  outgoingDifference: -0.9,
  largestBatch: 10,
  l2: 0.01,
  dropoutRate: 0.2,
  noise: 0.01,
  learningRateFactor: 0.5,
  seed: 42,
});

/** @typedef {{ layer: number, incoming: string, otherIncoming: string, otherOutgoing: string, otherBias: string, outputBias: string }} Twins names of a pair's parameters */

/**
 * @param {Experiment} experiment
 * @returns {number | null} the first hidden layer that has two neurons, counted from 1
 */
export function layerOfTwins({ network }) {
  const at = network.hidden.findIndex((units) => units >= 2);
  return at < 0 ? null : at + 1;
}

/**
 * The experiment with neurons 1 and 2 of its first wide hidden layer equal, trained by plain gradient descent on all examples at once:
 * what each row of TIE_BREAKERS changes in one thing.
 * @param {Experiment} experiment with such a layer
 * @param {ArrayLike<number>} parameters of its start
 * @returns {Experiment}
 */
export function withTwins(experiment, parameters) {
  const { network, training } = experiment;
  const { w, b } = readStart(network, parameters);
  const layer = /** @type {number} */ (layerOfTwins(experiment));
  const at = layer - 1;
  w[at][1] = [...w[at][0]];
  b[at][1] = b[at][0];
  for (const row of w[layer]) row[1] = row[0];
  return parseExperiment({
    ...experiment,
    name: 'tied twins',
    init: { scheme: 'explicit', w, ...(network.bias ? { b } : {}) },
    training: { learningRate: training.learningRate },
  });
}

/** @type {readonly { id: string, vary: (experiment: Experiment) => ExperimentInput }[]} */
export const TIE_BREAKERS = Object.freeze([
  { id: 'nothing', vary: (experiment) => experiment },
  { id: 'incoming', vary: (experiment) => withNudge(experiment, { parameter: twinsOf(experiment).otherIncoming, by: AMOUNTS.difference }) },
  {
    id: 'bias',
    vary: (experiment) => withNudge(withBiases(experiment), { parameter: twinsOf(experiment).otherBias, by: AMOUNTS.difference }),
  },
  {
    id: 'outgoing',
    vary: (experiment) => withNudge(experiment, { parameter: twinsOf(experiment).otherOutgoing, by: AMOUNTS.outgoingDifference }),
  },
  {
    id: 'output-bias',
    vary: (experiment) => withNudge(withBiases(experiment), { parameter: twinsOf(experiment).outputBias, by: AMOUNTS.difference }),
  },
  { id: 'mini-batches', vary: (experiment) => withTraining(experiment, { batchSize: smallBatch(experiment), shuffleSeed: 1 }) },
  { id: 'momentum', vary: (experiment) => withTraining(experiment, { optimizer: 'momentum' }) },
  { id: 'adam', vary: (experiment) => withTraining(experiment, { optimizer: 'adam' }) },
  { id: 'l2', vary: (experiment) => withTraining(experiment, { l2: AMOUNTS.l2 }) },
  { id: 'dropout', vary: (experiment) => withTraining(experiment, { dropout: { rate: AMOUNTS.dropoutRate, seed: 1 } }) },
  { id: 'gradient-noise', vary: (experiment) => withTraining(experiment, { gradientNoise: { std: AMOUNTS.noise, seed: 1 } }) },
  {
    id: 'unit-learning-rate',
    vary: (experiment) =>
      withTraining(experiment, { unitLearningRates: [{ layer: twinsOf(experiment).layer, unit: 2, factor: AMOUNTS.learningRateFactor }] }),
  },
  { id: 'frozen-weight', vary: (experiment) => withTraining(experiment, { freeze: [twinsOf(experiment).otherIncoming] }) },
  { id: 'one-ulp', vary: (experiment) => withNudge(experiment, { parameter: twinsOf(experiment).incoming, ulps: 1 }) },
  { id: 'seed', vary: (experiment) => ({ ...experiment, init: { scheme: 'uniform', seed: AMOUNTS.seed, scale: 1 } }) },
]);

/**
 * @param {Experiment} experiment
 * @returns {Twins}
 */
function twinsOf(experiment) {
  const layers = networkLayers(experiment.network);
  const layer = /** @type {number} */ (layerOfTwins(experiment));
  const { firstWeight, firstUnit, inputs } = layers[layer - 1];
  return {
    layer,
    incoming: `w${firstWeight}`,
    otherIncoming: `w${firstWeight + inputs}`,
    otherBias: `b${firstUnit + 1}`,
    otherOutgoing: `w${layers[layer].firstWeight + 1}`,
    outputBias: `b${layers[layers.length - 1].firstUnit}`,
  };
}

/**
 * @param {Experiment} experiment
 * @param {{ parameter: string, by: number } | { parameter: string, ulps: number }} nudge
 */
function withNudge(experiment, nudge) {
  return { ...experiment, init: { ...experiment.init, nudge: [nudge] } };
}

/**
 * The same start with biases, all 0 where there were none: equal ones, so still tied.
 * @param {Experiment} experiment
 * @returns {Experiment}
 */
function withBiases(experiment) {
  const { network, init } = experiment;
  if (network.bias || init.scheme !== 'explicit') return experiment;
  return parseExperiment({ ...experiment, network: { ...network, bias: true }, init: { scheme: 'explicit', w: init.w } });
}

/**
 * @param {Experiment} experiment
 * @param {object} training
 */
function withTraining(experiment, training) {
  return { ...experiment, training: { ...experiment.training, ...training } };
}

/** @param {Experiment} experiment */
function smallBatch({ data }) {
  const examples = 'set' in data ? data.examples : data.x.length;
  return Math.max(1, Math.min(AMOUNTS.largestBatch, Math.floor(examples / 2)));
}
