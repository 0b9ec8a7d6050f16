/** A seed that is each student's own protects nothing where all that it draws may be changed: then one answer is everybody's. */
import { fail } from '../base/checks.js';
import { parameterNames } from '../experiment/parameters.js';
import { startOfTask } from './task.js';

/** Two that have nothing in common. */
const SEEDS = /** @type {const} */ ([1, 2]);

/**
 * @param {import('./task.js').Task} task
 * @param {(experiment: import('../experiment/experiment.js').Experiment) => ArrayLike<number>} valuesOf the parameters that an experiment starts from
 * @throws {import('../base/errors.js').ExperimentError}
 */
export function refuseIdleSeed(task, valuesOf) {
  if (task.seed === undefined) return;
  const [one, other] = SEEDS.map((seed) => valuesOf(startOfTask(task, seed)));
  const isSame = parameterNames(task.experiment.network).every((name, at) => task.allow.includes(name) || Object.is(one[at], other[at]));
  if (isSame)
    fail(
      'task.seed',
      'every parameter that depends on the seed may be changed, so that one answer would be right for every student; take one of them out of "allow", or take "seed" out',
    );
}
