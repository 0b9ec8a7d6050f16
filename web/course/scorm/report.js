/**
 * What a part of the course tells a learning platform: the page's messages, as SCORM's data model has them. It keeps what the platform must
 * give back when the part is opened again. It knows no page and no version: those are handed in.
 */

import { isObject } from '../../base/checks.js';

/** @typedef {import('./versions.js').Version} Version */
/** @typedef {import('./find-platform.js').Platform} Platform */

/** The most that a platform of either version keeps of our own. */
const MOST_KEPT = 4096;
const KEPT_VERSION = 1;
/** What a question is called. */
const NAME = /^[\w-]{1,100}$/;

/**
 * What a platform keeps for us.
 * @typedef {object} Kept
 * @property {string | null} link to what the student has now
 * @property {string | number | null} step where it stands
 * @property {unknown} progress as the page has told it, for `set-progress`; null: none
 * @property {readonly string[]} asked the questions that were answered, in the order in which they were told
 * @property {number | null} score
 */

/** @typedef {{ id: string, kind: 'guess' | 'check', options: readonly string[], text: string }} Asked a question: text is what it says, in words */

/**
 * How far a student is.
 * @typedef {object} Reached
 * @property {string | null} link
 * @property {string | number | null} step
 * @property {unknown} progress
 * @property {boolean} isDone
 * @property {number | null} score
 * @property {boolean} [isKept] once it was done, what it was done with is kept, whatever is tried later
 */

/** @type {Kept} */
const NOTHING = Object.freeze({ link: null, step: null, progress: null, asked: [], score: null });

/**
 * @param {object} options
 * @param {Platform} options.platform
 * @param {Version} options.version
 * @param {readonly Asked[]} options.asks the questions that it may be told the answers to
 * @param {boolean} options.isJudged whether there is something that can be right or wrong
 * @param {() => Date} options.now
 * @param {(code: string) => void} options.onRefused the platform has not taken something; once, with its number of the error
 */
export function createReport({ platform, version, asks, isJudged, now, onRefused }) {
  const { calls, elements } = version;
  const began = now();
  let kept = NOTHING;
  let isDone = false;
  /** A platform that shows a student's work again, or only lets it be browsed, is told nothing. */
  let isOpen = false;
  let isRefused = false;

  /** @param {keyof Version['calls']} call @param {string[]} texts */
  function ask(call, ...texts) {
    try {
      return String(platform[calls[call]](...texts));
    } catch {
      return '';
    }
  }
  /** @param {string} element */
  const get = (element) => ask('get', element);

  /** @param {string} element @param {string} value */
  function set(element, value) {
    if (ask('set', element, value) !== 'true') refuse();
  }

  function refuse() {
    if (isRefused) return;
    isRefused = true;
    onRefused(ask('lastError'));
  }

  /** Everything that may have changed, and then all of it is to be kept. */
  function save() {
    if (!isOpen) return;
    for (const [element, value] of version.outcome({ isDone, isJudged, score: kept.score })) set(element, value);
    set(elements.location, kept.step === null ? '' : String(kept.step));
    set(elements.suspendData, writeKept(kept));
    set(elements.sessionTime, version.duration((now().getTime() - began.getTime()) / 1000));
    // It is gone on with, whenever it is opened again.
    set(elements.exit, 'suspend');
    if (ask('commit', '') !== 'true') refuse();
  }

  return {
    /** @returns {Kept | null} what was kept before; null: the platform will not be told anything */
    begin() {
      if (ask('initialize', '') !== 'true') return null;
      kept = readKept(get(elements.suspendData));
      isDone = version.doneWords.includes(get(elements.status));
      isOpen = !['browse', 'review'].includes(get(elements.mode));
      save();
      return kept;
    },

    /**
     * A student has committed to an answer. Questions of a chapter are told apart by what can be chosen in them.
     * @param {{ kind: unknown, choice: unknown, right: unknown }} answered
     */
    answer({ kind, choice, right }) {
      const asked = asks.find((each) => each.kind === kind && each.options.some((option) => option === choice));
      if (!isOpen || asked === undefined) return;
      const count = Number(get('cmi.interactions._count')) || 0;
      // A platform may have forgotten those of former sessions: then their places are free.
      const known = kept.asked.slice(0, count).indexOf(asked.id);
      const at = known === -1 ? count : known;
      kept = { ...kept, asked: Object.assign([...kept.asked.slice(0, count)], { [at]: asked.id }) };
      set(`cmi.interactions.${at}.id`, asked.id);
      for (const [part, value] of version.interaction(describe(asked, String(choice), right === true), now()))
        set(`cmi.interactions.${at}.${part}`, value);
      save();
    },

    /**
     * How far it is. What was done stays done, and a score is never taken back.
     * @param {Reached} reached
     */
    reach(reached) {
      const isLater = isDone && !reached.isDone && reached.isKept === true;
      isDone ||= reached.isDone;
      const scores = [kept.score, reached.score].filter((score) => score !== null);
      const { link, step, progress } = isLater ? kept : reached;
      kept = { ...kept, link, step, progress, score: scores.length === 0 ? null : Math.max(...scores) };
      save();
    },

    end() {
      save();
      ask('terminate', '');
      isOpen = false;
    },
  };
}

/** @param {Asked} asked @param {string} choice @param {boolean} right @returns {import('./versions.js').Answered} */
function describe({ kind, options, text }, choice, right) {
  const letter = String.fromCharCode('a'.charCodeAt(0) + options.indexOf(choice));
  return { choice, letter, text, right: kind === 'guess' ? null : right };
}

/**
 * At most as long as a platform keeps; what is least missed is left out first.
 * @param {Kept} kept
 */
function writeKept(kept) {
  const { link: _, ...withoutLink } = kept;
  const { progress: __, ...leastOfAll } = withoutLink;
  const texts = [kept, withoutLink, leastOfAll].map((each) => JSON.stringify({ v: KEPT_VERSION, ...each }));
  return texts.find((text) => text.length <= MOST_KEPT) ?? '';
}

/**
 * Whatever a platform has given back.
 * @param {string} text
 * @returns {Kept}
 */
function readKept(text) {
  try {
    const given = JSON.parse(text);
    if (!isObject(given) || given.v !== KEPT_VERSION) return NOTHING;
    const { link, step, progress, asked, score } = given;
    return {
      link: typeof link === 'string' ? link : null,
      step: typeof step === 'string' || typeof step === 'number' ? step : null,
      progress: progress ?? null,
      asked: Array.isArray(asked) && asked.every((each) => typeof each === 'string' && NAME.test(each)) ? asked : [],
      score: typeof score === 'number' && score >= 0 && score <= 100 ? score : null,
    };
  } catch {
    return NOTHING;
  }
}
