/**
 * A run's past: another run of the same experiment, taken to the step that somebody wants to look at, so that everything said of that
 * step comes from the engine. Training is repeatable to the bit, so the way there is to train again; where that would take too long, the
 * parameters come from the nearest step that the history kept.
 */

import { trainingAt } from '../experiment/schedule.js';
import { isSmall } from './snapshot.js';

/** @typedef {Pick<import('../engine/lab.js').Lab, 'start'>} Lab */
/** @typedef {import('../engine/run.js').Run} Run */
/** @typedef {import('../engine/run.js').History} History */

export class Replay {
  #lab;
  #now;
  /** @type {Run | null} */
  #run = null;
  #step = Infinity;
  /** Whether the run was trained to its step, and not only given the parameters of it. */
  #isTrained = true;

  /**
   * @param {Lab} lab
   * @param {() => number} now milliseconds
   */
  constructor(lab, now) {
    this.#lab = lab;
    this.#now = now;
  }

  /** The run at the step looked at; null in the present. */
  get run() {
    return this.#run;
  }

  /** Infinity in the present. */
  get step() {
    return this.#step;
  }

  /** 16 hex digits, as Run.fingerprint; '' where the engine knows the parameters of this step, but not the way there. */
  get fingerprint() {
    return this.#run === null || !this.#isTrained ? '' : this.#run.fingerprint();
  }

  /**
   * @param {Run} present
   * @param {History} history of the present run
   * @param {number} step
   * @param {number} patience milliseconds that training again may take
   */
  look(present, history, step, patience) {
    const before = this.#step;
    const { training } = present.experiment;
    // Where a schedule was put aside for a sample, as below, no step can be trained to.
    if (!this.#isTrained && training.schedule.length > 0) this.leave();
    const run = (this.#run ??= this.#lab.start(present.experiment));
    if (!this.#isTrained || run.step > step) run.reset();
    this.#isTrained = true;
    if (isSmall(run) && this.#trainTo(run, step, patience)) return;
    const kept = sampleAt(history, step);
    // A step forward that falls back on the sample it came from would never get on.
    const sample = step > before && history.steps[kept] <= before ? kept + 1 : kept;
    for (const name of run.names) run.set(name, history.parameters[name][sample]);
    this.#step = history.steps[sample];
    const { learningRate, l1, l2 } = trainingAt(training, this.#step);
    // The gradient has the penalties of this step, and not those of the step that the run itself stands at.
    if (training.schedule.length > 0) run.change({ learningRate, l1, l2 });
    this.#isTrained = false;
  }

  /** Back to the present. */
  leave() {
    this.#run?.close();
    this.#run = null;
    this.#step = Infinity;
    this.#isTrained = true;
  }

  /**
   * @param {Run} run
   * @param {number} step
   * @param {number} patience
   * @returns {boolean} whether it arrived
   */
  #trainTo(run, step, patience) {
    const began = this.#now();
    for (let portion = 1; run.step < step && this.#now() - began < patience; portion *= 2) run.train(Math.min(portion, step - run.step));
    this.#step = run.step;
    return run.step === step;
  }
}

/**
 * @param {History} history
 * @param {number} step
 * @returns {number} the last sample that is not after this step
 */
export function sampleAt({ steps }, step) {
  let low = 0;
  let high = steps.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (steps[middle] <= step) low = middle;
    else high = middle - 1;
  }
  return low;
}
