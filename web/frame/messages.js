/**
 * The messages between the page in a frame and the page around it, as docs/messages.md describes them: what they look like, and reading
 * those that come in. They come from a stranger: every key is looked up as an object's own, and what is not known is refused. This file
 * knows no window.
 */
import { BEYOND_IDS, QUESTION_IDS } from '../base/address-keys.js';
import { isObject } from '../base/checks.js';
import { readProgress } from './progress.js';
import { MOST_STEPS } from '../experiment/address.js';
import { ExperimentError, describe } from '../base/errors.js';
import { parseExperiment } from '../experiment/experiment.js';
import { readShared } from '../experiment/file.js';

/** @typedef {import('../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */

/** The version of the messages; it stands in each of them under the key "twinNeurons". */
export const MESSAGES_VERSION = 1;

const LONGEST_ID = 64;
const MARK = 'twinNeurons';

/** @typedef {string | number | undefined} Id what the sender of a command knows its answer by; undefined: it gave none */

/**
 * @typedef {{ type: 'get-state' } | { type: 'pause' } | { type: 'reset' } | { type: 'run', steps: number | undefined }
 *   | { type: 'set-state', experiment: Experiment | null, steps: number | null | undefined }
 *   | { type: 'goto', step: number } | { type: 'goto', lesson: number | string }
 *   | { type: 'get-progress' } | { type: 'set-progress', progress: import('./progress.js').GivenProgress }
 *   | { type: 'theme', theme: 'light' | 'dark' | null } | { type: 'lang', lang: string }} Command experiment null: the one that is shown; steps undefined: as many as before; null: until paused
 */

/** What each command may carry, and how that is read. @type {Readonly<Record<Command['type'], (data: object) => Command>>} */
const COMMANDS = Object.freeze({
  'get-state': (data) => ({ type: readOnly(data, 'get-state', []) }),
  'set-state': readSetState,
  run(data) {
    return { type: readOnly(data, 'run', ['steps']), steps: readWhole(data, 'steps', 1) };
  },
  pause: (data) => ({ type: readOnly(data, 'pause', []) }),
  reset: (data) => ({ type: readOnly(data, 'reset', []) }),
  goto: readGoto,
  'get-progress': (data) => ({ type: readOnly(data, 'get-progress', []) }),
  'set-progress': (data) => ({
    type: readOnly(data, 'set-progress', ['progress']),
    progress: readProgress(own(data, 'progress'), 'message.progress'),
  }),
  theme: readTheme,
  lang: readLang,
});

/**
 * @param {unknown} data of a message
 * @returns {data is object} whether it is meant for us; others' messages pass by the same window
 */
export function isForUs(data) {
  return typeof data === 'object' && data !== null && Object.hasOwn(data, MARK);
}

/**
 * Whether H5P's resizer asks how high we are: when it is there only after we have said it ("ready"), or when its window was resized.
 * @param {unknown} data of a message
 */
export const isResizer = (data) => isObject(data) && data.context === 'h5p' && (data.action === 'ready' || data.action === 'resize');

/**
 * @param {object} data
 * @returns {Id} undefined also where it is none, so that an answer never carries more than what an id is
 */
export function readId(data) {
  const id = own(data, 'id');
  return (typeof id === 'string' && id.length <= LONGEST_ID) || Number.isSafeInteger(id) ? /** @type {Id} */ (id) : undefined;
}

/**
 * @param {object} data of a message that is for us
 * @returns {Command}
 * @throws {ExperimentError} with a sentence on what would be right
 */
export function readCommand(data) {
  const version = own(data, MARK);
  if (version !== MESSAGES_VERSION)
    throw new ExperimentError(
      'message',
      `its ${MARK} must be ${MESSAGES_VERSION}, the version of these messages; got ${describe(version)}`,
    );
  const type = own(data, 'type');
  if (typeof type !== 'string' || !Object.hasOwn(COMMANDS, type)) {
    throw new ExperimentError('message.type', `must be one of ${Object.keys(COMMANDS).join(', ')}; got ${describe(type)}`);
  }
  if (own(data, 'id') !== undefined && readId(data) === undefined) {
    throw new ExperimentError('message.id', `must be a text of at most ${LONGEST_ID} characters or a whole number`);
  }
  return COMMANDS[/** @type {Command['type']} */ (type)](data);
}

/**
 * @param {object} data
 * @param {string} key
 * @returns {unknown}
 */
function own(data, key) {
  return Object.hasOwn(data, key) ? /** @type {Record<string, unknown>} */ (data)[key] : undefined;
}

/**
 * @template {string} T
 * @param {object} data
 * @param {T} type
 * @param {readonly string[]} keys that it may have beside those of every message
 * @returns {T}
 */
function readOnly(data, type, keys) {
  const unknown = Object.keys(data).find((key) => ![MARK, 'type', 'id', ...keys].includes(key));
  if (unknown !== undefined) throw new ExperimentError('message', `${type} has no ${describe(unknown)}`);
  return type;
}

/**
 * @param {object} data
 * @param {string} key
 * @param {number} least
 * @returns {number | undefined}
 */
function readWhole(data, key, least) {
  const value = own(data, key);
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= MOST_STEPS) return value;
  throw new ExperimentError(`message.${key}`, `must be a whole number from ${least} to ${MOST_STEPS}; got ${describe(value)}`);
}

/** @param {object} data @returns {Command} */
function readSetState(data) {
  const type = readOnly(data, 'set-state', ['experiment', 'steps']);
  const given = own(data, 'experiment');
  const steps = own(data, 'steps') === null ? null : readWhole(data, 'steps', 1);
  if (given === undefined && steps !== undefined) return { type, experiment: null, steps };
  if (typeof given !== 'string' && (typeof given !== 'object' || given === null)) {
    throw new ExperimentError('message.experiment', `must be an experiment: an object, its JSON or a link; got ${describe(given)}`);
  }
  const read = typeof given === 'string' ? readShared(given) : { experiment: parseExperiment(given), steps: null };
  return { type, experiment: read.experiment, steps: steps === undefined ? (read.steps ?? undefined) : steps };
}

/** @param {object} data @returns {Command} */
function readGoto(data) {
  const type = readOnly(data, 'goto', ['step', 'lesson']);
  const step = readWhole(data, 'step', 0);
  const lesson = own(data, 'lesson');
  if ((step === undefined) === (lesson === undefined)) throw new ExperimentError('message', 'goto must have either a step or a lesson');
  if (step !== undefined) return { type, step };
  if (typeof lesson === 'number' && Number.isInteger(lesson) && lesson >= 1 && lesson <= 99) return { type, lesson };
  if (typeof lesson === 'string' && (lesson === 'teachers' || [...QUESTION_IDS, ...BEYOND_IDS].some((id) => id === lesson)))
    return { type, lesson };
  throw new ExperimentError('message.lesson', `must be the id of a question, or its number; got ${describe(lesson)}`);
}

/** @param {object} data @returns {Command} */
function readTheme(data) {
  const type = readOnly(data, 'theme', ['theme']);
  const theme = own(data, 'theme');
  if (theme === 'light' || theme === 'dark' || theme === null) return { type, theme };
  throw new ExperimentError('message.theme', `must be light, dark, or null for as the system says; got ${describe(theme)}`);
}

/** @param {object} data @returns {Command} */
function readLang(data) {
  const type = readOnly(data, 'lang', ['lang']);
  const lang = own(data, 'lang');
  if (typeof lang === 'string' && /^[a-z]{2,3}(-[a-z0-9]{1,8}){0,3}$/i.test(lang)) return { type, lang };
  throw new ExperimentError('message.lang', `must be a language such as en or es; got ${describe(lang)}`);
}

// ---- what goes out ----

/**
 * @param {'ready' | 'resize' | 'state' | 'step' | 'predict' | 'answer' | 'progress' | 'task' | 'key' | 'error'} type
 * @param {object} [fields]
 * @param {Id} [id]
 */
export function message(type, fields = {}, id) {
  return { [MARK]: MESSAGES_VERSION, type, ...(id === undefined ? {} : { id }), ...fields };
}

/**
 * What frames are told to be as high as: in our words, in Canvas's, and in those of H5P's resizer, of which older ones read "height".
 * @param {number} height in CSS pixels
 */
export function resizeMessages(height) {
  return [
    message('resize', { height }),
    { subject: 'lti.frameResize', height },
    { context: 'h5p', action: 'resize', scrollHeight: height, height },
  ];
}

/** @param {Snapshot} snapshot */
export function stateOf({ experiment, step, presentStep, loss, running, stopped, stepsToRun, fingerprint, verdicts }) {
  const layers = verdicts.map(({ layer, units, groups, different, tied }) => ({ layer, units, effective: groups, different, tied }));
  return { experiment, step, presentStep, loss, running, stopped, stepsToRun, fingerprint, layers };
}

/** @param {Snapshot} snapshot */
export function stepOf({ step, loss }) {
  return { step, loss };
}
