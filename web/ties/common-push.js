/**
 * From a tiny start all neurons of a hidden layer feel the same push: to first order what enters neuron j grows by α aj v, and its outgoing weight aj by α v · (what
 * enters it), with one v for all. So what lies along v grows by 1 + α|v| a step. Pure; the gradients are the engine's.
 */

import { aroundNeuron, dot, squares } from './around-neuron.js';

/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {{ perStep: number, direction: readonly number[] }} Growth by which factor a step; direction: of what enters, the bias last, of length 1 */

/** Neurons of these are their z for a small z, so that the first order is all there is. @type {readonly string[]} */
const STRAIGHT_AT_ZERO = ['tanh', 'linear'];
/** Tiny: no weight around the neurons is larger. */
export const TINY = 0.1;
/** So many samples of a history are measured. */
const SAMPLES = 4;

/**
 * Plain gradient descent on all examples: a step is minus α times the gradient, and nothing else, from the first to the last.
 * @param {Experiment} experiment
 */
export function isPlainDescent({ training }) {
  const { optimizer, batchSize, l1, l2, clip, dropout, gradientNoise, freeze, unitLearningRates, schedule } = training;
  const others = [batchSize, l1, l2, clip, dropout.rate, gradientNoise.std, freeze.length, unitLearningRates.length, schedule.length];
  return optimizer === 'gradient-descent' && others.every((each) => each === 0);
}

/** Whether growth can be predicted for an experiment, while its weights are tiny. @param {Experiment} experiment */
export function hasCommonPush(experiment) {
  const { hidden, outputs, activation } = experiment.network;
  return hidden.length === 1 && outputs === 1 && STRAIGHT_AT_ZERO.includes(activation) && isPlainDescent(experiment);
}

/** What enters each neuron, its bias last, and its one outgoing weight. @param {Experiment['network']} network @param {ArrayLike<number>} values */
function neurons(network, values) {
  return Array.from({ length: network.hidden[0] }, (_, at) => {
    const { weights, bias, out } = aroundNeuron(network, values, at + 1);
    return { into: [...weights, bias], out: out[0] };
  });
}

/**
 * @param {Experiment} experiment
 * @param {ArrayLike<number>} values its parameters now
 * @param {() => ArrayLike<number>} gradients there
 * @returns {Growth | null} null: the weights are not tiny, or hasCommonPush() says no
 */
export function growthOfTiny(experiment, values, gradients) {
  if (!hasCommonPush(experiment)) return null;
  const { network, training } = experiment;
  const all = neurons(network, values);
  const leaving = squares(all.map(({ out }) => out));
  if (leaving === 0 || all.some(({ into, out }) => [...into, out].some((value) => Math.abs(value) > TINY))) return null;
  const slopes = neurons(network, gradients());
  // The gradient of what enters neuron j is −aj v: the v that fits all of them best.
  const push = all[0].into.map((_, input) => -slopes.reduce((sum, { into }, at) => sum + all[at].out * into[input], 0) / leaving);
  const size = Math.sqrt(squares(push));
  return { perStep: 1 + training.learningRate * size, direction: push.map((value) => value / (size || 1)) };
}

/**
 * By which factor a step what lies along a direction has grown lately.
 * @param {Experiment['network']} network
 * @param {readonly number[]} steps of the samples
 * @param {(at: number) => ArrayLike<number>} parametersAt a sample
 * @param {readonly number[]} direction
 * @returns {{ factor: number, from: number, to: number } | null} null: there are too few samples
 */
export function measuredAlong(network, steps, parametersAt, direction) {
  const last = steps.length - 1;
  const first = last + 1 - SAMPLES;
  if (first < 0) return null;
  const along = (/** @type {number} */ at) =>
    Math.sqrt(squares(neurons(network, parametersAt(at)).map(({ into, out }) => dot(into, direction) + out)));
  const [from, to] = [steps[first], steps[last]];
  const [before, now] = [along(first), along(last)];
  return before === 0 ? null : { factor: (now / before) ** (1 / (to - from)), from, to };
}
