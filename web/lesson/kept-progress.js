/** What a visitor's progress is read from: text that this device has kept, or anything that somebody has put there. */

import { isObject } from '../base/checks.js';

/** Progress that is longer than this is not ours. */
const LONGEST_TEXT = 20_000;

/** @param {string | null} text @returns {Record<string, unknown>} empty where it is none */
export function readKept(text) {
  if (text === null || text.length > LONGEST_TEXT) return {};
  try {
    const given = JSON.parse(text);
    return isObject(given) ? given : {};
  } catch {
    return {};
  }
}
