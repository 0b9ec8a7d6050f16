/**
 * A student's progress in all chapters, as it is told to the page around the frame, and given back by it. What comes in is a stranger's: its shape is
 * checked here, and then it is read as what a device has kept, so that nothing that does not fit the chapters is taken.
 */

import { TOLD_IDS } from '../base/address-keys.js';
import { choice, flag, list, object, text, whole } from '../base/checks.js';
import { ExperimentError, describe } from '../base/errors.js';
import { BEYOND } from '../lesson/story/beyond/index.js';
import { CHAPTERS } from '../lesson/story/chapters/index.js';
import { mergeStories } from '../lesson/merge-progress.js';
import { checkOf, entryOf, readStory } from '../lesson/story/story.js';
import { tellProgress } from '../lesson/told-progress.js';

/** @typedef {import('../base/checks.js').Kind} Kind */
/** @typedef {import('../lesson/story/chapter.js').Chapter} Chapter */
/** @typedef {import('../lesson/told-progress.js').ToldProgress} ToldProgress */
/** @typedef {{ chapter: string, all: readonly ToldProgress[] }} GivenProgress as it was told, of chapters that there are */
/** @typedef {{ recall: () => string | null, remember: (text: string) => void }} Memory */

const LONGEST_ID = 64;
const MOST_STEPS = 100;
const MOST_ANSWERS = 20;

/** What keeps the progress, by the name of its memory; each has a place of its own. @type {readonly { key: string, chapters: readonly Chapter[] }[]} */
const BOOKS = [
  { key: 'twin-neurons-story', chapters: CHAPTERS },
  { key: 'twin-neurons-beyond', chapters: /** @type {any} */ (BEYOND) },
];

/** Whether a chapter asks what was learned. @param {string} chapter its id */
export const isScored = (chapter) =>
  BOOKS.some(({ chapters }) => chapters.some(({ id, steps }) => id === chapter && checkOf(steps) !== undefined));

/** @param {Kind} kind @returns {Kind} */
const orNull = (kind) => ({
  wanted: `${kind.wanted}, or null`,
  check: (value, path, scope) => (value === null ? null : kind.check(value, path, scope)),
});

/** The ids of steps, each with what was chosen there. @type {Kind} */
const CHOICES = {
  wanted: 'an object of texts',
  check(value, path, scope) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || Object.keys(value).length > MOST_STEPS)
      throw new ExperimentError(path, `must be an object of texts; got ${describe(value)}`);
    const id = text(LONGEST_ID);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [id.check(key, path, scope), id.check(one, path, scope)]));
  },
};

/** @type {readonly import('../base/checks.js').Row[]} */
const ROWS = [
  { key: 'chapter', kind: choice(TOLD_IDS) },
  { key: 'step', kind: text(LONGEST_ID), optional: true },
  { key: 'reached', kind: whole(1, MOST_STEPS), fallback: () => 1 },
  { key: 'steps', kind: whole(1, MOST_STEPS), optional: true },
  { key: 'guess', kind: orNull(text(LONGEST_ID)), optional: true },
  { key: 'guesses', kind: CHOICES, optional: true },
  { key: 'skipped', kind: flag, optional: true },
  { key: 'hasRun', kind: flag, optional: true },
  {
    key: 'answers',
    kind: list(text(LONGEST_ID), { most: MOST_ANSWERS, wanted: `a list of at most ${MOST_ANSWERS} answers` }),
    fallback: () => [],
  },
  { key: 'done', kind: flag, optional: true },
  { key: 'score', kind: orNull(whole(0, 100)), optional: true },
];

const CHAPTER = object(ROWS, 'the progress of a chapter');
const MOST_CHAPTERS = TOLD_IDS.length;
const ALL = list(CHAPTER, {
  most: MOST_CHAPTERS,
  wanted: `a list of the progress of at most ${MOST_CHAPTERS} chapters`,
  unique: ({ chapter }) => `the chapter ${chapter}`,
});
/** A whole message, or the fields of it that are asked for. */
const GIVEN = object(
  [
    { key: 'twinNeurons', kind: whole(1, 1), optional: true },
    { key: 'type', kind: choice(['progress']), optional: true },
    { key: 'id', kind: { wanted: 'an id', check: () => undefined }, optional: true },
    ...ROWS,
    { key: 'all', kind: ALL },
  ],
  'what a progress message has told',
);

/**
 * @param {unknown} given
 * @param {string} path
 * @returns {GivenProgress}
 * @throws {ExperimentError}
 */
export function readProgress(given, path) {
  const { chapter, all } = GIVEN.check(given, path, { root: undefined, own: {} });
  return { chapter, all };
}

/**
 * @param {object} options
 * @param {(key: string) => Memory} options.memoryOf
 * @param {readonly string[]} options.only the chapters that there are; none: all
 */
export function createProgress({ memoryOf, only }) {
  const books = BOOKS.map(({ key, chapters }) => ({ memory: memoryOf(key), chapters }));
  const kept = () => books.map(({ memory, chapters }) => ({ chapters, progress: readStory(memory.recall(), chapters) }));

  return {
    /**
     * @param {string | null} shown the chapter that is open; null: none is
     * @returns {ToldProgress & { all: ToldProgress[] }}
     */
    tell(shown) {
      const all = kept().flatMap(({ chapters, progress }) => chapters.map((chapter) => tellProgress(chapter, entryOf(progress, chapter))));
      const told = only.length === 0 ? all : only.flatMap((id) => all.filter(({ chapter }) => chapter === id));
      const open = shown ?? kept()[0].progress.chapter;
      return { ...(told.find(({ chapter }) => chapter === open) ?? told[0]), all: told };
    },
    /**
     * Takes up what was told before: of each chapter the furthest step and every answer, of here and of there.
     * @param {GivenProgress} given
     * @returns {string} the chapter that was open
     */
    restore({ chapter: open, all }) {
      for (const { memory, chapters } of books) {
        const ours = readStory(memory.recall(), chapters);
        const own = chapters.filter(({ id }) => all.some(({ chapter }) => chapter === id));
        const theirs = readStory(
          JSON.stringify({ chapter: open, chapters: Object.fromEntries(own.flatMap((each) => entryFor(each, all))) }),
          chapters,
        );
        const merged = mergeStories({ ...theirs, chapters: { ...ours.chapters, ...theirs.chapters } }, ours, chapters);
        memory.remember(JSON.stringify(chapters.some(({ id }) => id === open) ? merged : { ...merged, chapter: ours.chapter }));
      }
      return open;
    },
  };
}

/** A chapter's progress as a device keeps it. @param {Chapter} chapter @param {readonly ToldProgress[]} all */
function entryFor({ id, steps }, all) {
  const { step, reached, guess, guesses, answers } = /** @type {ToldProgress} */ (all.find(({ chapter }) => chapter === id));
  const last = Math.min(reached, steps.length) - 1;
  const shown = steps.slice(0, last + 1).find((each) => each.id === step) ?? steps[last];
  const asked = steps.find(({ ask }) => ask?.kind === 'guess')?.id;
  const check = checkOf(steps)?.id;
  const choices = {
    ...(asked !== undefined && guess ? { [asked]: guess } : {}),
    ...guesses,
    ...(check !== undefined && answers.length > 0 ? { [check]: answers[answers.length - 1] } : {}),
  };
  // A chapter that was never begun is none that is kept.
  return last === 0 && Object.keys(choices).length === 0 ? [] : [[id, { step: shown.id, reached: last, choices, answers }]];
}
