/** A task as people give it: the text of its file, its link, or a text around the link. */
import { parseTask } from './task.js';
import { holdsTask, readTaskLink } from './task-link.js';

/**
 * @param {string} text
 * @returns {import('./task.js').Task}
 * @throws {import('../base/errors.js').ExperimentError}
 */
export function readTask(text) {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  return holdsTask(trimmed) && !trimmed.startsWith('{') ? readTaskLink(trimmed) : parseTask(trimmed);
}
