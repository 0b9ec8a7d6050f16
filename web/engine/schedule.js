/** Training by a schedule: the engine takes the steps, and between two of them it is told what the next ones are made with. */
import { SCHEDULED, trainingAt } from '../experiment/schedule.js';

/** @typedef {import('./engine.js').Engine} Engine */
/** @typedef {import('../experiment/experiment.js').Training} Training */

/** Largest number of steps that one call into the engine takes: int32. */
const STEPS_A_CALL = 2 ** 31 - 1;

/**
 * Tells the engine what holds once so many steps are taken.
 * @param {Engine} engine
 * @param {number} id
 * @param {Training} training
 * @param {number} step
 */
export function setScheduled(engine, id, training, step) {
  const now = trainingAt(training, step);
  for (const name of SCHEDULED) engine.call('nn_set_option', id, engine.names.options.indexOf(name), now[name]);
}

/**
 * Where a run stands at a step that something changes at, or is back at its start.
 * @param {Engine} engine
 * @param {number} id
 * @param {Training} training
 */
export function keepToSchedule(engine, id, training) {
  if (training.schedule.length > 0) setScheduled(engine, id, training, engine.call('nn_step', id));
}

/**
 * The step that something changes at next. Most runs have no schedule, and whoever takes one step at a time waits for the look into it.
 * @param {Training} training
 * @param {number} step
 */
const nextChange = ({ schedule }, step) =>
  (schedule.length > 0 ? schedule.find((entry) => entry.from > step)?.from : undefined) ?? Infinity;

/**
 * Takes up to so many steps of a run.
 * @param {Engine} engine
 * @param {number} id
 * @param {Training} training
 * @param {number} steps
 * @param {number} [from] steps taken before, which only a schedule asks for
 * @param {'nn_train' | 'nn_many_train'} [name] what takes them
 */
export function takeSteps(
  engine,
  id,
  training,
  steps,
  from = training.schedule.length > 0 ? engine.call('nn_step', id) : 0,
  name = 'nn_train',
) {
  const end = from + steps;
  let step = from;
  do {
    const next = nextChange(training, step);
    const now = Math.min(end - step, STEPS_A_CALL, next - step);
    engine.call(name, id, now);
    step += now;
    // Nothing is asked after the last step: whoever takes one at a time waits for each question.
    if ((step < end || step === next) && engine.call('nn_stopped', id) !== 0) return;
    if (step === next) setScheduled(engine, id, training, step);
  } while (step < end);
}
