/** What may change on the way: the options of training that an experiment's schedule gives other values from a step on. */

/** @typedef {import('./experiment.js').Training} Training */
/** @typedef {import('./experiment.js').ScheduleEntry} ScheduleEntry */
/** @typedef {Partial<Record<typeof SCHEDULED[number], number>>} Change */

export const SCHEDULED = Object.freeze(/** @type {const} */ (['learningRate', 'l1', 'l2']));

/**
 * The training that the step after this one is made with.
 * @template {Pick<Training, 'learningRate' | 'l1' | 'l2' | 'schedule'>} T
 * @param {T} training
 * @param {number} step steps taken
 * @returns {T}
 */
export function trainingAt(training, step) {
  const passed = training.schedule.filter(({ from }) => from <= step);
  return passed.length === 0 ? training : Object.assign({}, training, ...passed);
}

/**
 * The experiment as the step after the one shown is made.
 * @template {{ training: Training }} E
 * @param {{ experiment: E, step: number }} shown
 * @returns {E}
 */
export function experimentAt({ experiment, step }) {
  return { ...experiment, training: trainingAt(experiment.training, step) };
}

/**
 * The same training with other values from a step on: whatever the schedule had for later steps is over.
 * @param {Training} training
 * @param {number} step steps taken
 * @param {Change} change
 * @returns {object} to be checked with the experiment
 */
export function trainingFrom(training, step, change) {
  const without = training.schedule.map((entry) =>
    entry.from < step ? entry : Object.fromEntries(Object.entries(entry).filter(([name]) => !(name in change))),
  );
  const at = step === 0 ? [] : [{ from: step, ...without.find(({ from }) => from === step), ...change }];
  const schedule = [...without.filter(({ from }) => Number(from) !== step), ...at]
    .filter((entry) => Object.keys(entry).length > 1)
    .sort((one, other) => Number(one.from) - Number(other.from));
  return { ...training, ...(step === 0 ? change : {}), schedule };
}
