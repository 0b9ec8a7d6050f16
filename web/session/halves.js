/** A neuron cut in two where a run stands: the start that this makes, and whether its halves would go separate ways. The run stays as it is. */

import { EngineError, ExperimentError } from '../base/errors.js';
import { withRun } from '../base/with-run.js';
import { withParameters } from '../experiment/experiment.js';

/** @typedef {import('../engine/lab.js').Lab} Lab */
/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {{ experiment: Experiment, values: ArrayLike<number> }} Place a run's experiment, and its parameters now */
/** @typedef {{ layer: number, unit: number }} Neuron counted from 1 */
/** @typedef {{ start: Experiment, before: number, after: number }} Cut before, after: the loss */

/** Halves that are equal. */
const EVEN = 0.5;

/**
 * @param {Lab} lab
 * @param {Place} place
 * @param {Neuron} neuron
 * @param {number} share of the outgoing weights that stays with it
 * @returns {Cut}
 * @throws {import('../base/errors.js').ExperimentError} where the layer is as wide as a layer can be
 */
export function cutNeuron(lab, { experiment, values }, { layer, unit }, share) {
  return withRun(lab, withParameters(experiment, values), (run) => {
    const start = run.split(layer, unit, share);
    return { start, before: run.loss(), after: withRun(lab, start, (cut) => cut.loss()) };
  });
}

/**
 * By which factor a small difference between the two even halves of a neuron multiplies a step.
 * @param {Lab} lab
 * @param {Place} place
 * @param {Neuron} neuron
 * @returns {number | 'kink' | 'unknown'} kink: J has no curvature here; unknown: this is no plain gradient descent on all examples, or the layer is full
 */
export function growthOfHalves(lab, place, { layer, unit }) {
  try {
    const { start } = cutNeuron(lab, place, { layer, unit }, EVEN);
    return withRun(lab, start, (cut) => cut.firmness(layer, unit, start.network.hidden[layer - 1]).perStep);
  } catch (error) {
    if (error instanceof EngineError) return error.code === 'kink' ? 'kink' : 'unknown';
    if (error instanceof ExperimentError) return 'unknown';
    throw error;
  }
}
