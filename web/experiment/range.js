/** A start that is drawn from a range of one's own. Apart from the other edits, since the lab's first screen has those. */

import { isSeeded } from './kinds/schemes/index.js';

/** @typedef {import('./experiment.js').Experiment} Experiment */
/** @typedef {import('./experiment.js').ExperimentInput} ExperimentInput */

/**
 * The same experiment with every weight drawn uniformly from a range, by the seed that it has; a start that has none gets the format's own.
 * @param {Experiment} experiment
 * @param {{ low: number, high: number }} range
 * @returns {ExperimentInput}
 */
export function withRange(experiment, { low, high }) {
  const { init } = experiment;
  const seed = isSeeded(init) && 'seed' in init ? { seed: init.seed } : {};
  return { ...experiment, init: { scheme: 'uniform-range', low, high, ...seed } };
}
