/** A run as it is drawn: trained once from its start, with a moment kept often enough that nothing is missed between two of them. */

import { allOf } from '../base/parts.js';

/** @typedef {import('../engine/lab.js').Lab} Lab */
/** @typedef {import('../experiment/experiment.js').ExperimentInput} ExperimentInput */
/** @typedef {import('../figures/figure.js').Moment} Moment */
/** @typedef {import('../figures/figure.js').Recording} Recording */

/** The first steps change most, so each of them is kept; after them so many more are, evenly spread over the rest. */
const FIRST = 100;
const REST = 500;

/**
 * @param {number} steps
 * @returns {number[]} the steps that are kept, from 0 to the last one
 */
export function keptSteps(steps) {
  const first = Math.min(steps, FIRST);
  const rest = Math.min(steps - first, REST);
  return [
    ...Array.from({ length: first + 1 }, (_, step) => step),
    ...Array.from({ length: rest }, (_, at) => first + Math.round(((steps - first) * (at + 1)) / rest)),
  ];
}

/**
 * A recording of which only the start is made at once. The rest is made when its moments are asked for, all in one piece, or before, by whoever goes on
 * with `work` in slices (slices.js).
 * @param {Lab} lab
 * @param {{ experiment: ExperimentInput, steps: number }} asked
 * @returns {Recording & { start: Moment, work: Generator<unknown, Recording> }} shorter than asked where the run stops before: a step that would not stay
 *   finite is not taken
 * @throws {import('../base/errors.js').ExperimentError} where the experiment is wrong
 */
export function recordRun(lab, asked) {
  const work = recordMoments(lab, asked);
  const { experiment, data, moments } = work.next().value;
  return {
    experiment,
    data,
    start: moments[0],
    get moments() {
      allOf(work);
      return moments;
    },
    work,
  };
}

/**
 * A run as it stands.
 * @param {import('../engine/run.js').Run} run
 * @param {number} examples how many it has
 * @returns {Moment}
 */
export function momentOf(run, examples) {
  const share = run.solved();
  const right = share === null ? null : Math.round(share * examples);
  return Object.freeze({ step: run.step, parameters: run.parameters(), loss: run.loss(), right });
}

/**
 * The same, moment by moment.
 * @param {Lab} lab
 * @param {{ experiment: ExperimentInput, steps: number }} asked
 * @returns {Generator<Recording, Recording>} yields the recording as it is so far
 */
export function* recordMoments(lab, { experiment, steps }) {
  const run = lab.start(experiment);
  try {
    const { x, y, features, targets } = run.data();
    /** @type {Moment[]} */
    const moments = [];
    const recording = Object.freeze({ experiment: run.experiment, data: { x, y, features, targets }, moments });
    for (const step of keptSteps(steps)) {
      if (step > run.step) run.train(step - run.step);
      moments.push(momentOf(run, x.length));
      if (run.stopped !== null) break;
      yield recording;
    }
    return recording;
  } finally {
    run.close();
  }
}
