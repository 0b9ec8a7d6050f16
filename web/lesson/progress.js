/**
 * Where a student is in the lesson: which chapter, which step of it, what was guessed and answered. Pure: no page, no engine. Progress is
 * plain data, kept by whoever is handed in as `memory`; what comes back from there is checked like any input.
 *
 * The steps of a chapter, and what lets a student go on from each:
 *
 *     predict ──▶ run ──▶ contrast ──▶ explain ──▶ check ──▶ play ──▶ the next chapter
 *     a guess,    the run  nothing      nothing     an answer,
 *     or skip     is over                           right or wrong
 */

import { isObject } from '../base/checks.js';
import { readKept } from './kept-progress.js';
import { mergeProgress } from './merge-progress.js';

/** @typedef {import('./chapters/outline.js').Outline} Outline */
/**
 * Where progress is kept. watch: from now on the listener is told what another page of the device has kept, null where it has forgotten all;
 * it takes the place of the listener before.
 * @typedef {{ recall: () => string | null, remember: (text: string) => void, forget: () => void, watch?: (listener: (text: string | null) => void) => void }} Memory
 */

export const STEPS = Object.freeze(/** @type {const} */ (['predict', 'run', 'contrast', 'explain', 'check', 'play']));
/** @typedef {(typeof STEPS)[number]} Step */

/** What stands for a guess where the student went on without one. */
export const SKIPPED = '';

/**
 * @typedef {object} ChapterProgress
 * @property {Step} step shown
 * @property {Step} reached the furthest
 * @property {string | null} guess id of an option; SKIPPED; null: not yet
 * @property {boolean} hasRun
 * @property {readonly string[]} answers to the check question, in their order, the last one shown
 */
/** @typedef {{ chapter: number, chapters: Readonly<Record<string, ChapterProgress>> }} Progress chapter: counted from 1; one more than there are: further reading */

/**
 * What a view needs to know.
 * @typedef {object} LessonState
 * @property {number} chapter
 * @property {Outline | null} outline of the chapter; null: further reading
 * @property {ChapterProgress} progress of the chapter
 * @property {boolean} canGoOn from the step that is shown
 * @property {readonly string[]} done ids of the chapters that were gone through
 * @property {boolean} hasProgress whether there is something to be cleared
 */

/** @type {ChapterProgress} */
const UNTOUCHED = Object.freeze({ step: 'predict', reached: 'predict', guess: null, hasRun: false, answers: Object.freeze([]) });
const MOST_ANSWERS = 20;

/**
 * @param {object} options
 * @param {readonly Outline[]} options.outline
 * @param {Memory} options.memory
 * @param {number | null} options.chapter to open on; null: where the student was
 * @param {(state: LessonState) => void} options.onChange
 */
export function createLesson({ outline, memory, chapter, onChange }) {
  let progress = readProgress(memory.recall(), outline);
  if (chapter !== null) progress = { ...progress, chapter: Math.min(chapter, outline.length + 1) };

  const state = () => describe(progress, outline);
  /** @param {Progress} next */
  const become = (next) => {
    // Another tab or frame may have gone on in the meantime.
    progress = merged(next, memory.recall());
    memory.remember(JSON.stringify(progress));
    onChange(state());
  };
  /** @param {Progress} mine @param {string | null} kept @returns {Progress} */
  const merged = (mine, kept) => mergeProgress(mine, readProgress(kept, outline), { steps: STEPS, mostAnswers: MOST_ANSWERS });
  /** The chapter that is shown stays at its step, though nothing was done in it here. @returns {Progress} */
  const staying = () => {
    const shown = outline[progress.chapter - 1];
    return shown === undefined ? progress : { ...progress, chapters: { ...progress.chapters, [shown.id]: entryOf(progress, shown) } };
  };
  memory.watch?.((text) => {
    progress = text === null ? { ...progress, chapters: {} } : merged(staying(), text);
    onChange(state());
  });
  /** @param {(entry: ChapterProgress, chapter: Outline) => Partial<ChapterProgress>} change */
  const edit = (change) => {
    const at = outline[progress.chapter - 1];
    if (at === undefined) return;
    const entry = entryOf(progress, at);
    become({ ...progress, chapters: { ...progress.chapters, [at.id]: { ...entry, ...change(entry, at) } } });
  };
  /** @param {ChapterProgress} entry @param {Step} step */
  const at = (entry, step) => ({ step, reached: STEPS.indexOf(step) > STEPS.indexOf(entry.reached) ? step : entry.reached });

  return Object.freeze({
    state,
    /** @param {number} chapter counted from 1 */
    open(chapter) {
      if (chapter >= 1 && chapter <= outline.length + 1) become({ ...progress, chapter });
    },
    /** @param {string} option one of the guesses, or SKIPPED. Once the run is over, a guess stays what it was. */
    guess(option) {
      edit((entry, { guess }) =>
        entry.hasRun || !(guess.options.includes(option) || option === SKIPPED) ? {} : { guess: option, ...at(entry, 'run') },
      );
    },
    /** The chapter's run is over. */
    ran() {
      if (!state().progress.hasRun) edit((entry) => (entry.guess === null ? {} : { hasRun: true }));
    },
    /** @param {string} option */
    answer(option) {
      edit((entry, { check }) => (check.options.includes(option) ? { answers: [...entry.answers, option].slice(-MOST_ANSWERS) } : {}));
    },
    /** One step on; from the last, the next chapter. */
    next() {
      const { canGoOn, progress: entry } = state();
      if (!canGoOn) return;
      const following = STEPS[STEPS.indexOf(entry.step) + 1];
      if (following === undefined) this.open(progress.chapter + 1);
      else edit((present) => at(present, following));
    },
    /** @param {Step} step one that was reached before */
    show(step) {
      edit((entry) => (STEPS.indexOf(step) <= STEPS.indexOf(entry.reached) ? { step } : {}));
    },
    /** Forgets everything, on the device too, and begins again. */
    clear() {
      memory.forget();
      progress = { chapter: 1, chapters: {} };
      onChange(state());
    },
  });
}

/** @typedef {ReturnType<typeof createLesson>} Lesson */

/**
 * @param {Progress} progress
 * @param {readonly Outline[]} outline
 * @returns {LessonState}
 */
function describe(progress, outline) {
  const chapter = outline[progress.chapter - 1] ?? null;
  const entry = chapter === null ? UNTOUCHED : entryOf(progress, chapter);
  return Object.freeze({
    chapter: progress.chapter,
    outline: chapter,
    progress: entry,
    canGoOn: chapter !== null && canLeave(entry),
    done: outline.filter((each) => entryOf(progress, each).reached === 'play').map(({ id }) => id),
    hasProgress: Object.keys(progress.chapters).length > 0,
  });
}

/** @param {ChapterProgress} entry */
function canLeave({ step, guess, hasRun, answers }) {
  switch (step) {
    case 'predict':
      return guess !== null;
    case 'run':
      return hasRun;
    case 'check':
      return answers.length > 0;
    default:
      return true;
  }
}

/** @param {Progress} progress @param {Outline} chapter */
function entryOf({ chapters }, { id }) {
  return Object.hasOwn(chapters, id) ? chapters[id] : UNTOUCHED;
}

/**
 * Whatever the device gave back as progress: what does not fit the outline is left out.
 * @param {string | null} text
 * @param {readonly Outline[]} outline
 * @returns {Progress}
 */
export function readProgress(text, outline) {
  const given = readKept(text);
  const { chapter, chapters } = given;
  const isPlace = Number.isInteger(chapter) && Number(chapter) >= 1 && Number(chapter) <= outline.length + 1;
  const entries = outline.flatMap((each) => {
    const entry = isObject(chapters) && Object.hasOwn(chapters, each.id) ? readEntry(chapters[each.id], each) : null;
    return entry === null ? [] : [[each.id, entry]];
  });
  return { chapter: isPlace ? Number(chapter) : 1, chapters: Object.fromEntries(entries) };
}

/**
 * @param {unknown} given
 * @param {Outline} chapter
 * @returns {ChapterProgress | null}
 */
function readEntry(given, { guess: guesses, check }) {
  if (!isObject(given)) return null;
  const { step, reached, guess, hasRun, answers } = given;
  const shown = STEPS.find((each) => each === step);
  const furthest = STEPS.find((each) => each === reached);
  const isGuess = guess === null || guess === SKIPPED || (typeof guess === 'string' && guesses.options.includes(guess));
  if (shown === undefined || furthest === undefined || !isGuess || typeof hasRun !== 'boolean' || !Array.isArray(answers)) return null;
  if (STEPS.indexOf(shown) > STEPS.indexOf(furthest) || (guess === null && furthest !== 'predict')) return null;
  return {
    step: shown,
    reached: furthest,
    guess,
    hasRun,
    answers: answers.filter((each) => check.options.includes(each)).slice(-MOST_ANSWERS),
  };
}
