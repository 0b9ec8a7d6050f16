/**
 * Grids: one experiment with every combination of some of its fields' values, each a whole experiment of its own. A field is named by its path in the
 * normal form ("training.learningRate"); where it is a list, a single value stands for a list of it, so that 2, 3 and 4 are widths of one hidden layer.
 */
import { parseExperiment } from './experiment.js';
import { isObject } from '../base/checks.js';
import { ExperimentError } from '../base/errors.js';

/** @typedef {import('./experiment.js').Experiment} Experiment */
/** Values by the path of their field. @typedef {Readonly<Record<string, readonly unknown[]>>} Grid */
/** @typedef {{ settings: Record<string, unknown>, experiment: Experiment }} Combination settings: the field's values, as the grid gives them */

/** Each seed of a sweep takes its place. */
const SEED = 'init.seed';

/**
 * @param {Grid} grid
 * @returns {Record<string, unknown>[]} every combination of the values, those of the last field changing first
 */
export function settingsOf(grid) {
  /** @type {Record<string, unknown>[]} */
  let all = [{}];
  for (const [path, values] of Object.entries(grid)) {
    all = all.flatMap((settings) => values.map((value) => ({ ...settings, [path]: value })));
  }
  return all;
}

/**
 * @param {Experiment} experiment
 * @param {Grid} grid
 * @returns {Combination[]} in the order of settingsOf
 * @throws {ExperimentError} where a combination is no experiment, or a field is not there
 */
export function combine(experiment, grid) {
  if (Object.hasOwn(grid, SEED))
    throw new ExperimentError(SEED, 'takes the seeds of the sweep, one after the other, so a grid cannot have it');
  return settingsOf(grid).map((settings) => ({ settings, experiment: withSettings(experiment, settings) }));
}

/**
 * @param {Experiment} experiment
 * @param {Record<string, unknown>} settings
 */
function withSettings(experiment, settings) {
  const changed = JSON.parse(JSON.stringify(experiment));
  for (const [path, value] of Object.entries(settings)) {
    const keys = path.split('.');
    const last = /** @type {string} */ (keys.pop());
    const owner = keys.reduce((part, key) => (isObject(part) && Object.hasOwn(part, key) ? part[key] : undefined), changed);
    if (!isObject(owner)) throw new ExperimentError(path, 'is no field of this experiment');
    owner[last] = Array.isArray(owner[last]) && !Array.isArray(value) ? [value] : value;
  }
  return parseExperiment(changed);
}
