/**
 * Tasks as links: "#task=" and a text of letters that any address can hold, with a checksum over it. The experiment in it is written as in every link
 * of a run. The letter in front names this way of writing, so that a later one can stand beside it.
 */
import { writeJson } from '../base/checks.js';
import { ExperimentError } from '../base/errors.js';
import { objectFromLetters, toLetters } from '../base/letters.js';
import { readLink, writeLink } from '../experiment/link-bytes.js';
import { sha256 } from './sha256.js';
import { compactTask, parseTask } from './task.js';

/** @typedef {import('./task.js').Task} Task */

const FORMAT = 'a';
/** As many as browsers and mail programs leave whole. */
const LONGEST = 100_000;
const SUM_LETTERS = 6;
/** A link's letters, and what stands between its lines in a mail. */
const LETTERS = /^(?:[\w-]+(?:=?[ \t]*\r?\n[ \t>|]*)?)+/;
const TASK = /(?:^|[^a-z])task\s*(?:=|%(?:25)*3d)\s*/i;

/**
 * @param {Task} task
 * @returns {string} of letters, digits, "-" and "_"
 * @throws {ExperimentError} where it is too large for a link
 */
export function writeTaskLink(task) {
  const json = writeJson({ ...compactTask(task), experiment: writeLink(task.experiment) });
  const letters = toLetters(json);
  const text = FORMAT + letters + sumOf(letters);
  if (text.length > LONGEST)
    throw new ExperimentError('task', `a link has room for ${LONGEST} characters, and this task takes more; save it as a file instead`);
  return text;
}

/**
 * @param {string} text of writeTaskLink, or an address or a text around it, as mail programs leave it
 * @returns {Task}
 * @throws {ExperimentError}
 */
export function readTaskLink(text) {
  const behind = TASK.exec(text);
  const from = behind === null ? text.trim() : text.slice(behind.index + behind[0].length);
  const all = LETTERS.exec(from.slice(0, 2 * LONGEST))?.[0] ?? '';
  const lines = all.split('\n');
  // A text may go on in the line below the link.
  for (let count = lines.length; count > 0; count -= 1) {
    const task = readLetters(
      lines
        .slice(0, count)
        .join('')
        .replace(/[^\w-]/g, ''),
    );
    if (task !== null) return task;
  }
  throw new ExperimentError(
    'task',
    'the link is damaged: characters of it are missing or changed; copy it again, from its start to its end',
  );
}

/**
 * @param {string} text
 * @returns {Task | null} null where it is no whole link
 */
function readLetters(text) {
  const letters = text.slice(1, -SUM_LETTERS);
  if (text[0] !== FORMAT || sumOf(letters) !== text.slice(-SUM_LETTERS)) return null;
  const value = objectFromLetters(letters);
  return value === null ? null : parseTask({ ...value, experiment: readLink(value.experiment).experiment });
}

/**
 * Whether an address asks for a task, as it was written or as a mail program has left it.
 * @param {string} text
 */
export const holdsTask = (text) => TASK.test(text);

/** @param {string} letters */
const sumOf = (letters) => sha256(letters).slice(0, SUM_LETTERS);
