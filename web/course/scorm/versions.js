/**
 * The two versions of SCORM that packages are made for: how a platform's functions and the elements of its data model are called in each, and
 * how values are written there. Pure.
 */

/**
 * @typedef {object} Outcome what a part of the course has come to
 * @property {boolean} isDone
 * @property {boolean} isJudged it has something that can be right or wrong; else there is nothing to pass
 * @property {number | null} score from 0 to 100; null: none yet
 */
/**
 * @typedef {object} Answered
 * @property {string} choice what was chosen, by its id
 * @property {string} letter its place among the options: "a", "b"
 * @property {string} text the question in words
 * @property {boolean | null} right null: a guess, which is not judged
 */
/** @typedef {readonly (readonly [element: string, value: string])[]} Values to be set, in this order */

/**
 * @typedef {object} Version
 * @property {string} api the name of the platform's object
 * @property {{ initialize: string, terminate: string, get: string, set: string, commit: string, lastError: string }} calls its functions
 * @property {{ suspendData: string, location: string, sessionTime: string, exit: string, mode: string, status: string }} elements status: whether it was done in a session before
 * @property {readonly string[]} doneWords what that says then
 * @property {(outcome: Outcome) => Values} outcome
 * @property {(answered: Answered, at: Date) => Values} interaction what is set of one behind its id, by the last part of the element's name
 * @property {(seconds: number) => string} duration
 */

const pad = (/** @type {number} */ number, digits = 2) => String(number).padStart(digits, '0');

/** @param {number} seconds */
function split(seconds) {
  const whole = Math.floor(seconds);
  return { hours: Math.floor(whole / 3600), minutes: Math.floor(whole / 60) % 60, seconds: whole % 60 };
}

/** @param {string} name of the element @param {number} score */
const rawScore = (name, score) =>
  /** @type {const} */ ([
    [`${name}.min`, '0'],
    [`${name}.max`, '100'],
    [`${name}.raw`, String(score)],
  ]);

/** @type {Version} */
const SCORM_12 = {
  api: 'API',
  calls: {
    initialize: 'LMSInitialize',
    terminate: 'LMSFinish',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    lastError: 'LMSGetLastError',
  },
  elements: {
    suspendData: 'cmi.suspend_data',
    location: 'cmi.core.lesson_location',
    sessionTime: 'cmi.core.session_time',
    exit: 'cmi.core.exit',
    mode: 'cmi.core.lesson_mode',
    status: 'cmi.core.lesson_status',
  },
  doneWords: ['completed', 'passed'],
  outcome: ({ isDone, isJudged, score }) => [
    ...(score === null ? [] : rawScore('cmi.core.score', score)),
    ['cmi.core.lesson_status', isDone ? (isJudged ? 'passed' : 'completed') : 'incomplete'],
  ],
  // A response to a choice is a letter here.
  interaction: ({ letter, right }, at) => [
    ['time', `${pad(at.getHours())}:${pad(at.getMinutes())}:${pad(at.getSeconds())}`],
    ['type', 'choice'],
    ['student_response', letter],
    ['result', right === null ? 'neutral' : right ? 'correct' : 'wrong'],
  ],
  duration(given) {
    const { hours, minutes, seconds } = split(Math.min(given, 9999 * 3600));
    return `${pad(hours, 4)}:${pad(minutes)}:${pad(seconds)}.00`;
  },
};

/** @type {Version} */
const SCORM_2004 = {
  api: 'API_1484_11',
  calls: {
    initialize: 'Initialize',
    terminate: 'Terminate',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
    lastError: 'GetLastError',
  },
  elements: {
    suspendData: 'cmi.suspend_data',
    location: 'cmi.location',
    sessionTime: 'cmi.session_time',
    exit: 'cmi.exit',
    mode: 'cmi.mode',
    status: 'cmi.completion_status',
  },
  doneWords: ['completed'],
  outcome: ({ isDone, isJudged, score }) => [
    ...(score === null ? [] : /** @type {const} */ ([...rawScore('cmi.score', score), ['cmi.score.scaled', String(score / 100)]])),
    ['cmi.completion_status', isDone ? 'completed' : 'incomplete'],
    ['cmi.success_status', isDone && isJudged ? 'passed' : 'unknown'],
  ],
  interaction: ({ choice, right, text }, at) => [
    ['type', 'choice'],
    ['description', text.slice(0, 250)],
    // Hundredths of a second, which is as fine as a time may be there.
    ['timestamp', `${at.toISOString().slice(0, 22)}Z`],
    ['learner_response', choice],
    ['result', right === null ? 'neutral' : right ? 'correct' : 'incorrect'],
  ],
  duration(given) {
    const { hours, minutes, seconds } = split(given);
    return `PT${hours}H${minutes}M${seconds}S`;
  },
};

/** By the name that a package has for its own. @type {Readonly<Record<string, Version>>} */
export const VERSIONS = Object.freeze({ scorm12: SCORM_12, scorm2004: SCORM_2004 });
