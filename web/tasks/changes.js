/** What an experiment changes of a task's: the page lets nothing pass that is not allowed, and the judge says what of a hand-in is not. */
import { writeJson } from '../base/checks.js';
import { parameterNames } from '../experiment/parameters.js';
import { SCHEDULED } from '../experiment/schedule.js';
import { CHOICES, startOfTask } from './task.js';

/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('./task.js').Task} Task */
/** @typedef {{ isOther: boolean, isOtherStart: boolean, names: readonly string[] }} Changes isOther: it is of another network or of other data; isOtherStart: it starts elsewhere altogether; names: of all that is changed and not allowed */
/** @typedef {{ experiment: Experiment, values: ArrayLike<number> }} Started an experiment, and the parameters that it starts from */

/**
 * What an experiment is held against: the student's start, or where the seed may be changed, the start of the seed that it has.
 * @param {Task} task
 * @param {number | null} number the student's
 * @param {Experiment} given
 * @returns {Experiment}
 */
export function expectedOf(task, number, { init }) {
  if (!task.allow.includes('seed') || !('seed' in init)) return startOfTask(task, number);
  return startOfTask({ ...task, seed: 'student' }, init.seed);
}

/** @param {unknown} one @param {unknown} other */
const isSame = (one, other) => writeJson(one) === writeJson(other);

/**
 * @param {readonly string[]} allow
 * @param {Started} expected
 * @param {Started} given
 * @returns {Changes}
 */
export function changesOf(allow, expected, given) {
  const [one, other] = [expected.experiment, given.experiment];
  /** @type {string[]} */
  const names = [];
  const fixed = /** @type {const} */ (['inputs', 'outputs', 'bias']).filter((key) => one.network[key] !== other.network[key]);
  const isOther = fixed.length > 0 || !isSame(one.data, other.data);
  names.push(...fixed, ...(isSame(one.data, other.data) ? [] : ['data']));
  names.push(...CHOICES.network.filter((key) => !isSame(one.network[key], other.network[key])));
  names.push(...CHOICES.whole.filter((key) => one[key] !== other[key]));
  names.push(...CHOICES.training.filter((key) => !isSame(one.training[key], other.training[key])));
  // What a schedule changes is changed, whenever that is.
  names.push(...SCHEDULED.filter((key) => !names.includes(key) && !isSame(scheduleOf(one, key), scheduleOf(other, key))));
  const start = changesOfStart(allow, expected, given);
  return {
    isOther: isOther || (names.includes('hidden') && !allow.includes('hidden')),
    isOtherStart: start.isOther,
    names: [...names.filter((name) => !allow.includes(name)), ...start.names],
  };
}

/** @param {Experiment} experiment @param {typeof SCHEDULED[number]} key */
function scheduleOf({ training }, key) {
  return training.schedule.flatMap((entry) => (key in entry ? [[entry.from, entry[key]]] : []));
}

/**
 * Starts are compared by their values, however they are made. Of another shape there is nothing to be compared but how they are made.
 * @param {readonly string[]} allow
 * @param {Started} expected
 * @param {Started} given
 * @returns {{ isOther: boolean, names: string[] }}
 */
function changesOfStart(allow, expected, given) {
  const { network, init } = expected.experiment;
  const { init: other } = given.experiment;
  if (allow.includes('start') || isSame(init, other)) return { isOther: false, names: [] };
  const fixed = parameterNames(network)
    .map((name, index) => ({ name, index }))
    .filter(({ name }) => !allow.includes(name));
  const moved =
    isSame(network.hidden, given.experiment.network.hidden) && expected.values.length === given.values.length
      ? fixed.filter(({ index }) => !Object.is(expected.values[index], given.values[index]))
      : fixed;
  return { isOther: moved.length > fixed.length / 2, names: moved.map(({ name }) => name) };
}
