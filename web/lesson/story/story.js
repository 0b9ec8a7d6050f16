/**
 * Where a student is in the story: which chapter, which step of it, what was guessed and answered. Pure: no page, no engine. It is plain data, kept by
 * whoever is handed in as `memory`; what comes back from there is checked like any input.
 */

import { isObject } from '../../base/checks.js';
import { readKept } from '../kept-progress.js';

/** @typedef {import('./chapter.js').Chapter} Chapter */
/** @typedef {import('./chapter.js').Step} Step */

/**
 * @typedef {object} Entry a chapter's progress
 * @property {string} step shown
 * @property {number} reached the furthest step, counted from 0
 * @property {Readonly<Record<string, string>>} choices what was chosen at each step that asks
 * @property {readonly string[]} [answers] to the chapter's check, in their order, wrong ones and all; left out: none was given
 */
/** @typedef {{ chapter: string, chapters: Readonly<Record<string, Entry>> }} Progress */

/**
 * What a view needs to know.
 * @typedef {object} StoryState
 * @property {Chapter} chapter
 * @property {Step} step
 * @property {number} index of the step, counted from 0
 * @property {Readonly<Record<string, string>>} choices of this chapter
 * @property {Readonly<Record<string, Readonly<Record<string, string>>>>} allChoices by chapter
 * @property {boolean} isSettled whether what the step asks is answered, or was skipped, so that the way on is free
 * @property {boolean} isSkipped whether its guess was left behind; whoever has seen the run guesses no more
 * @property {readonly string[]} done ids of the chapters that were gone through
 * @property {boolean} hasProgress whether there is something to be cleared
 */

/** Answers to a check are kept up to so many: whoever tries more often has seen all of them. */
const MOST_ANSWERS = 20;

/**
 * @param {object} options
 * @param {readonly Chapter[]} options.chapters
 * @param {{ recall: () => string | null, remember: (text: string) => void, forget: () => void, watch?: (listener: (text: string | null) => void) => void }} options.memory watch: where another page of this device may go on, too
 * @param {() => Promise<Pick<typeof import('../merge-progress.js'), 'mergeStories'>>} options.loadMerge for what another page has remembered
 * @param {string | null} options.chapter to open on; null: where the student was
 * @param {(state: StoryState) => void} options.onChange
 * @param {() => void} options.onEnd the last step of a chapter is left
 */
export function createStory({ chapters, memory, loadMerge, chapter: asked, onChange, onEnd }) {
  let progress = readStory(memory.recall(), chapters);
  if (asked !== null && chapters.some(({ id }) => id === asked)) progress = { ...progress, chapter: asked };

  // What was done in another page of this device is known here, too; the place stays this page's own.
  memory.watch?.(async (text) => {
    if (text === null) return;
    const { mergeStories } = await loadMerge();
    progress = mergeStories(progress, readStory(text, chapters), chapters);
  });

  const state = () => describe(progress, chapters);
  /** @param {Progress} next */
  const become = (next) => {
    progress = next;
    memory.remember(JSON.stringify(progress));
    onChange(state());
  };
  /** @param {Partial<Entry>} change */
  const edit = (change) => {
    const { chapter } = state();
    const entry = { ...entryOf(progress, chapter), ...change };
    become({ ...progress, chapters: { ...progress.chapters, [chapter.id]: entry } });
  };

  return Object.freeze({
    state,
    /** @param {string} id of a chapter */
    open(id) {
      if (chapters.some((each) => each.id === id)) become({ ...progress, chapter: id });
    },
    /** A guess stays what it was once the run that decides it was seen; a check can be answered again. @param {string} option */
    choose(option) {
      const { chapter, step, index, choices } = state();
      if (!step.ask?.options.includes(option)) return;
      const entry = entryOf(progress, chapter);
      const isGuess = step.ask.kind === 'guess';
      if (isGuess && entry.reached > index) return;
      const answers = isGuess ? {} : { answers: [...answersOf(chapter, entry).slice(0, MOST_ANSWERS - 1), option] };
      edit({ choices: { ...choices, [step.id]: option }, ...answers });
    },
    /** @param {boolean} [skips] goes on without the guess that is asked for */
    next(skips = false) {
      const { chapter, index, isSettled } = state();
      if (!isSettled && !skips) return;
      if (index === chapter.steps.length - 1) return onEnd();
      const { reached } = entryOf(progress, chapter);
      edit({ step: chapter.steps[index + 1].id, reached: Math.max(reached, index + 1) });
    },
    back() {
      const { chapter, index } = state();
      if (index > 0) edit({ step: chapter.steps[index - 1].id });
    },
    /** The chapter from its first step; what was answered stays. */
    restart() {
      edit({ step: state().chapter.steps[0].id });
    },
    /** Forgets everything, on the device too, and begins again. */
    clear() {
      memory.forget();
      progress = { chapter: chapters[0].id, chapters: {} };
      onChange(state());
    },
  });
}

/** @typedef {ReturnType<typeof createStory>} Story */

/**
 * @param {Progress} progress
 * @param {readonly Chapter[]} chapters
 * @returns {StoryState}
 */
function describe(progress, chapters) {
  const chapter = chapters.find(({ id }) => id === progress.chapter) ?? chapters[0];
  const entry = entryOf(progress, chapter);
  const index = chapter.steps.findIndex(({ id }) => id === entry.step);
  const step = chapter.steps[index];
  const isSkipped = wasSkipped(step, index, entry);
  return Object.freeze({
    chapter,
    step,
    index,
    choices: entry.choices,
    allChoices: Object.fromEntries(chapters.map((each) => [each.id, entryOf(progress, each).choices])),
    isSettled: isSkipped || isSettled(step, entry),
    isSkipped,
    done: chapters
      .filter((each) => Object.hasOwn(progress.chapters, each.id) && isDone(each, progress.chapters[each.id]))
      .map(({ id }) => id),
    hasProgress: Object.keys(progress.chapters).length > 0,
  });
}

/** A guess may be wrong, and a check is settled by a right answer, whatever is tried after it. @param {Step} step @param {Entry} entry */
function isSettled({ id, ask }, { choices, answers }) {
  if (ask === undefined) return true;
  return ask.kind === 'guess' ? choices[id] !== undefined : choices[id] === ask.right || answers?.includes(ask.right) === true;
}

/**
 * The answers to a chapter's check, in their order. What older pages kept is the last of them alone.
 * @param {Chapter} chapter
 * @param {Entry} entry
 */
export function answersOf({ steps }, { answers, choices }) {
  const check = checkOf(steps);
  return answers ?? (check !== undefined && check.id in choices ? [choices[check.id]] : []);
}

/** The one step of a chapter that checks what was learned; what it asks alone is scored. @param {readonly Step[]} steps */
export const checkOf = (steps) => steps.find(({ ask }) => ask?.kind === 'check');

/**
 * Whether a chapter was gone through: every guess committed, or left behind without one, every run over, and the check answered right.
 * @param {Chapter} chapter
 * @param {Entry} entry
 */
export function isDone({ steps }, entry) {
  return entry.reached === steps.length - 1 && steps.every((step, at) => isSettled(step, entry) || wasSkipped(step, at, entry));
}

/** A guess that was left behind. @param {Step} step @param {number} at @param {Entry} entry */
export function wasSkipped({ id, ask }, at, { reached, choices }) {
  return ask?.kind === 'guess' && at < reached && choices[id] === undefined;
}

/** @param {Pick<Progress, 'chapters'>} progress @param {Chapter} chapter @returns {Entry} */
export function entryOf({ chapters }, { id, steps }) {
  return Object.hasOwn(chapters, id) ? chapters[id] : { step: steps[0].id, reached: 0, choices: {} };
}

/**
 * Whatever the device gave back as progress: what does not fit the chapters is left out.
 * @param {string | null} text
 * @param {readonly Chapter[]} chapters
 * @returns {Progress}
 */
export function readStory(text, chapters) {
  const { chapter, chapters: given } = readKept(text);
  const entries = chapters.flatMap((each) => {
    const entry = isObject(given) && Object.hasOwn(given, each.id) ? readEntry(given[each.id], each) : null;
    return entry === null ? [] : [[each.id, entry]];
  });
  const place = chapters.find(({ id }) => id === chapter) ?? chapters[0];
  return { chapter: place.id, chapters: Object.fromEntries(entries) };
}

/**
 * @param {unknown} given
 * @param {Chapter} chapter
 * @returns {Entry | null}
 */
function readEntry(given, { steps }) {
  if (!isObject(given)) return null;
  const { step, reached, choices, answers } = given;
  const index = steps.findIndex(({ id }) => id === step);
  if (index < 0 || !Number.isInteger(reached) || Number(reached) < index || Number(reached) >= steps.length || !isObject(choices))
    return null;
  const kept = steps.flatMap(({ id, ask }) => {
    const choice = Object.hasOwn(choices, id) ? choices[id] : undefined;
    return typeof choice === 'string' && ask?.options.includes(choice) ? [[id, choice]] : [];
  });
  const check = checkOf(steps)?.ask;
  const fitting = Array.isArray(answers) ? answers.slice(0, MOST_ANSWERS).filter((answer) => check?.options.includes(answer)) : [];
  return {
    step: steps[index].id,
    reached: Number(reached),
    choices: Object.fromEntries(kept),
    ...(fitting.length > 0 && { answers: fitting }),
  };
}
