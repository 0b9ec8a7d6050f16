/** What a student brings along, in the address beside the task: the number, and the step at which the run was left. What is opened from there has both again. */

import { readLink, writeLink } from '../experiment/link-bytes.js';
import { readStudentNumber } from '../tasks/task.js';
import { holdsTask } from '../tasks/task-link.js';

/** A teacher may write the number there, too. */
const NUMBER = 'student';
const STEP = 'at';
/** Browsers take only some changes of the address a second. */
const WRITE_AFTER_MS = 300;

/** @param {string} hash */
const partsOf = (hash) => new URLSearchParams(hash.slice(1));

/**
 * @param {string} hash
 * @returns {number | null} null where there is none, or what is there is none
 */
export function readNumber(hash) {
  const written = partsOf(hash).get(NUMBER);
  return written === null ? null : readStudentNumber(written);
}

/**
 * @param {string} hash
 * @param {{ most: number, experiment: import('../experiment/experiment.js').Experiment }} now most: the steps of the task; experiment: what was opened
 * @returns {number | null} null where there is none, or it is none of the task, or of another run than the one that was opened
 */
export function readStepReached(hash, { most, experiment }) {
  const written = partsOf(hash).get(STEP) ?? '';
  const step = Number(written);
  return /^[1-9]\d{0,6}$/.test(written) && step <= most && isOpened(hash, experiment) ? step : null;
}

/** An address without a run opens the task's own start. @param {string} hash @param {import('../experiment/experiment.js').Experiment} experiment */
function isOpened(hash, experiment) {
  try {
    const run = partsOf(hash).get('run');
    return run === null || writeLink(readLink(run).experiment) === writeLink(experiment);
  } catch {
    return false;
  }
}

/** The student begins anew with it. @param {number} number */
export function rememberNumber(number) {
  change((parts) => {
    parts.set(NUMBER, String(number));
    for (const key of ['run', 'steps', STEP]) parts.delete(key);
  });
}

/**
 * @param {number} most the steps of the task
 * @returns {(step: number) => void} to be told wherever a run rests
 */
export function createStepMemory(most) {
  let timer = 0;
  let written = -Infinity;
  return (step) => {
    const write = () => {
      written = performance.now();
      change((parts) => (step > 0 && step <= most ? parts.set(STEP, String(step)) : parts.delete(STEP)));
    };
    clearTimeout(timer);
    // At once, so that a reload finds it; only what follows soon after waits.
    if (performance.now() - written > WRITE_AFTER_MS) write();
    else timer = window.setTimeout(write, WRITE_AFTER_MS);
  };
}

/** @param {(parts: URLSearchParams) => void} make */
function change(make) {
  // A page made from a text has the task elsewhere, and what stands here would take its place.
  if (!holdsTask(location.hash)) return;
  const parts = partsOf(location.hash);
  make(parts);
  if (`#${parts}` === location.hash) return;
  try {
    history.replaceState(history.state, '', `${location.pathname}${location.search}#${parts}`);
  } catch {
    // Forbidden here, as in a frame without an address of its own: it begins anew there.
  }
}
