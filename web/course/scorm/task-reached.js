/** What a platform is told of a task: what its run is where it is judged. What holds before, as many a condition does at the start, is no score. */

import { isObject } from '../../base/checks.js';

/** @typedef {import('./report.js').Reached} Reached */

/**
 * @param {Record<string, unknown>} told the message `task`, from whoever has sent it
 * @param {string | null} student the number that the student has typed
 * @returns {Reached | null} null where it is none
 */
export function taskReached({ step, link, met, isEnd, done }, student) {
  if (typeof link !== 'string' || typeof step !== 'number' || !Array.isArray(met) || met.length === 0) return null;
  const count = met.filter((each) => isObject(each) && each.met === true).length;
  const isOver = isEnd === true;
  return {
    link,
    step,
    progress: { student },
    isDone: isOver && done === true,
    score: isOver ? Math.round((100 * count) / met.length) : null,
    isKept: true,
  };
}
