/**
 * What stands behind the "#" of the page's address: an experiment as a link, and how many steps to train it, so that two people who
 * open it can compare fingerprints. What others put there stays.
 */
import { ExperimentError } from '../base/errors.js';
import { MOST_STEPS, damaged, isSteps, readLink, writeLink } from './link-bytes.js';

export { MOST_STEPS } from './link-bytes.js';

/** @typedef {import('./experiment.js').Experiment} Experiment */

const RUN = 'run';
const STEPS = 'steps';
/** A run as some programs leave it, which link.js reads: "#run%3Da…". */
const CHANGED_RUN = /(?:^|[^a-z])run(?:=|%(?:25)*3d|$)/i;

/**
 * @param {{ experiment: Experiment, steps: number | null }} run steps null: not said
 * @param {string} [hash] what stands there now, with or without its "#"
 * @returns {string} with its "#"
 * @throws {ExperimentError} where the experiment is too large for a link
 */
export function writeAddress({ experiment, steps }, hash = '') {
  const others = [...partsOf(hash)].filter(([key, value]) => value !== '' && key !== RUN && key !== STEPS);
  const own = [[RUN, writeLink(experiment, steps)], ...(steps === null ? [] : [[STEPS, String(steps)]])];
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
  if (run === null) {
    if (looksLikeRun(hash)) throw damaged();
    return null;
  }
  const said = parts.get(STEPS);
  const steps = said === null ? null : Number(said);
  if (said !== null && !(/^[1-9]\d*$/.test(said) && isSteps(steps)))
    throw new ExperimentError('link', `its steps must be a whole number from 1 to ${MOST_STEPS}`);
  const link = readLink(run);
  if (link.steps !== null && steps !== null && steps !== link.steps) throw damaged();
  return { experiment: link.experiment, steps: link.steps ?? steps };
}

/**
 * Whether there is something like a run, whatever has become of it.
 * @param {string} text
 */
export function looksLikeRun(text) {
  return CHANGED_RUN.test(text);
}

/**
 * Whether a run in an address is not as writeAddress wrote it, and link.js may find it all the same.
 * @param {string} text
 */
export function isChanged(text) {
  return looksLikeRun(text) && !/^#(?:[^&]*&)*run=[\w-]+(?:&steps=\d+)?(?:&(?!\w+;|#|steps)[^&]*)*$/.test(text);
}

/** @param {string} hash */
function partsOf(hash) {
  return new URLSearchParams(hash.startsWith('#') ? hash.slice(1) : hash);
}
