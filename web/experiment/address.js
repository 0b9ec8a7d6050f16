/**
 * What stands behind the "#" of the page's address: an experiment as a link, and how many steps to train it, so that two people who
 * open it can compare fingerprints. What others put there stays.
 */
import { ExperimentError } from '../base/errors.js';
import { parseLink, writeLink } from './link.js';

/** @typedef {import('./experiment.js').Experiment} Experiment */

const RUN = 'run';
const STEPS = 'steps';
export const MOST_STEPS = 1e9;

/**
 * @param {{ experiment: Experiment, steps: number | null }} run steps null: not said
 * @param {string} [hash] what stands there now, with or without its "#"
 * @returns {string} with its "#"
 * @throws {ExperimentError} where the experiment is too large for a link
 */
export function writeAddress({ experiment, steps }, hash = '') {
  const others = [...partsOf(hash)].filter(([key, value]) => value !== '' && key !== RUN && key !== STEPS);
  const own = [[RUN, writeLink(experiment)], ...(steps === null ? [] : [[STEPS, String(steps)]])];
  return `#${new URLSearchParams([...own, ...others])}`;
}

/**
 * @param {string} hash with or without its "#"
 * @returns {{ experiment: Experiment, steps: number | null } | null} null where it holds no experiment
 * @throws {ExperimentError}
 */
export function readAddress(hash) {
  const parts = partsOf(hash);
  const run = parts.get(RUN);
  if (run === null) return null;
  const steps = parts.get(STEPS);
  if (steps !== null && !(/^[1-9]\d{0,9}$/.test(steps) && Number(steps) <= MOST_STEPS)) {
    throw new ExperimentError('link', `its steps must be a whole number from 1 to ${MOST_STEPS}`);
  }
  return { experiment: parseLink(run), steps: steps === null ? null : Number(steps) };
}

/** @param {string} hash */
function partsOf(hash) {
  return new URLSearchParams(hash.startsWith('#') ? hash.slice(1) : hash);
}
