/** A run as it is drawn: trained once from its start, with a moment kept often enough that nothing is missed between two of them. */

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
 * @param {Lab} lab
 * @param {{ experiment: ExperimentInput, steps: number }} asked
 * @returns {Recording} shorter than asked where the run stops before: a step that would not stay finite is not taken
 * @throws {import('../base/errors.js').ExperimentError} where the experiment is wrong
 */
export function recordRun(lab, asked) {
  const work = recordMoments(lab, asked);
  let next = work.next();
  while (!next.done) next = work.next();
  return next.value;
}

/**
 * The same, moment by moment, for runs that take longer than a frame (slices.js).
 * @param {Lab} lab
 * @param {{ experiment: ExperimentInput, steps: number }} asked
 * @returns {Generator<number, Recording>} yields how much is done
 */
export function* recordMoments(lab, { experiment, steps }) {
  const run = lab.start(experiment);
  try {
    const { x, y, features, targets } = run.data();
    /** @type {Moment[]} */
    const moments = [];
    for (const step of keptSteps(steps)) {
      if (step > run.step) run.train(step - run.step);
      const share = run.solved();
      moments.push(
        Object.freeze({
          step: run.step,
          parameters: run.parameters(),
          loss: run.loss(),
          right: share === null ? null : Math.round(share * x.length),
        }),
      );
      if (run.stopped !== null) break;
      yield step / steps;
    }
    return Object.freeze({ experiment: run.experiment, data: { x, y, features, targets }, moments });
  } finally {
    run.close();
  }
}
