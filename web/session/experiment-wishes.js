/** What somebody may wish of the experiment: each makes another one out of what there is, and starts it. */

import { withBias, withChoice, withLayers, withSeed, withStart } from '../experiment/edits.js';
import { SCHEDULED } from '../experiment/schedule.js';
import { withParametersAt } from '../ties/tie-edits.js';

/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('../experiment/experiment.js').ExperimentInput} ExperimentInput */
/** @typedef {import('./snapshot.js').SessionEvent} SessionEvent */

/**
 * @param {object} options
 * @param {() => Experiment} options.experiment the present one
 * @param {() => Float64Array} options.startValues its parameters at step 0, whatever has been trained since
 * @param {() => number} options.newSeed
 * @param {(next: ExperimentInput, event: SessionEvent, changed?: string | null, steps?: number | null) => void} options.start changed: the parameter that is; steps: to run, as many as before where left out
 * @param {(change: import('../experiment/schedule.js').Change) => void} options.tune from here on
 */
export function createExperimentWishes({ experiment, startValues, newSeed, start, tune }) {
  return {
    /** @param {number} [seed] */
    newStart(seed = newSeed()) {
      start(withSeed(experiment(), seed), 'changed');
    },
    /**
     * @param {ExperimentInput} next
     * @param {number | null} [steps] to run; left out: as many as before
     */
    load(next, steps) {
      start(next, 'loaded', null, steps);
    },
    /**
     * Gives one parameter another start and goes back there.
     * @param {string} name
     * @param {number} value
     * @param {readonly string[]} [others] parameters that get the same value
     */
    edit(name, value, others = []) {
      start(withParametersAt(experiment(), startValues(), [name, ...others], value), 'edited', name);
    },
    /** @param {ExperimentInput} next the experiment with another start, as one of the changes makes it */
    change(next) {
      start(next, 'changed');
    },
    /** @param {readonly number[]} hidden units of each hidden layer; none: no hidden layer */
    setLayers(hidden) {
      start(withLayers(experiment(), startValues(), hidden), 'changed');
    },
    /** @param {Parameters<typeof withStart>[1]} numbers every weight and bias of the start */
    setStart(numbers) {
      start(withStart(experiment(), numbers), 'changed');
    },
    /** @param {boolean} bias */
    setBias(bias) {
      start(withBias(experiment(), startValues(), bias), 'changed');
    },
    /** @param {import('../experiment/edits.js').Choice} change */
    choose(change) {
      const tuned = tuningOf(change);
      if (tuned === null) start(withChoice(experiment(), startValues(), change), 'changed');
      else tune(tuned);
    },
  };
}

/**
 * @param {import('../experiment/edits.js').Choice} change
 * @returns {import('../experiment/schedule.js').Change | null} null where it names more than what may change during a run
 */
function tuningOf({ learningRate, training = learningRate === undefined ? {} : { learningRate }, ...others }) {
  const names = Object.keys(training);
  const isTuning = names.length > 0 && names.every((name) => SCHEDULED.some((each) => each === name));
  return isTuning && Object.keys(others).length === 0 ? training : null;
}
