/**
 * A student's progress in all chapters, as it is told to the page around the frame, and given back by it. What comes in is a stranger's: its shape is
 * checked here, and then it is read as what a device has kept, so that nothing that does not fit the chapters is taken.
 */

import { TOLD_IDS } from '../base/address-keys.js';
import { choice, list, object, whole } from '../base/checks.js';
import { BEYOND } from '../lesson/story/beyond/index.js';
import { CHAPTERS } from '../lesson/story/chapters/index.js';
import { mergeStories } from '../lesson/merge-progress.js';
import { ownKey } from '../lesson/own/kept-own.js';
import { checkOf, entryOf, readStory } from '../lesson/story/story.js';
import { tellProgress } from '../lesson/told-progress.js';
import { TOLD_ROWS } from '../lesson/told-rows.js';

/** @typedef {import('../lesson/story/chapter.js').Chapter} Chapter */
/** @typedef {import('../lesson/told-progress.js').ToldProgress} ToldProgress */
/** @typedef {{ chapter: string, all: readonly ToldProgress[] }} GivenProgress as it was told, of chapters that there are */
/** @typedef {{ recall: () => string | null, remember: (text: string) => void }} Memory */

/** What keeps the progress, by the name of its memory; each has a place of its own. @type {readonly { key: string, chapters: readonly Chapter[] }[]} */
const BOOKS = [
  { key: 'twin-neurons-story', chapters: CHAPTERS },
  { key: 'twin-neurons-beyond', chapters: /** @type {any} */ (BEYOND) },
];

const CHAPTER = object(TOLD_ROWS, 'the progress of a chapter');
/** Ours, and the one that is in the address. */
const MOST_CHAPTERS = TOLD_IDS.length + 1;
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
    ...TOLD_ROWS,
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
 * @param {readonly string[]} options.only the chapters that there are, "own" for the one of the address; none: all
 * @param {import('../lesson/own/kept-own.js').KeptOwn | null} [options.own] the teacher's chapter that the address has
 */
export function createProgress({ memoryOf, only, own = null }) {
  const ownBooks = own === null ? [] : [{ key: ownKey(own.chapter.id), chapters: [own.chapter] }];
  const books = [...ownBooks, ...BOOKS].map(({ key, chapters }) => ({ memory: memoryOf(key), chapters }));
  const isOwn = (/** @type {string} */ id) => id === own?.chapter.id;
  const isNamed = (/** @type {string} */ name, /** @type {string} */ id) => (name === 'own' ? isOwn(id) : name === id);
  const kept = () => books.map(({ memory, chapters }) => ({ chapters, progress: readStory(memory.recall(), chapters) }));

  /** @param {Chapter} chapter @param {import('../lesson/story/story.js').Entry} entry @returns {ToldProgress} */
  const tellOne = (chapter, entry) => ({ ...tellProgress(chapter, entry), ...(isOwn(chapter.id) && { title: own?.title }) });

  return {
    /** Whether a chapter asks what was learned. @param {string} chapter its id */
    isScored: (chapter) => books.some(({ chapters }) => chapters.some(({ id, steps }) => id === chapter && checkOf(steps) !== undefined)),
    /**
     * @param {string | null} shown the chapter that is open; null: none is
     * @returns {ToldProgress & { all: ToldProgress[] }}
     */
    tell(shown) {
      const all = kept().flatMap(({ chapters, progress }) => chapters.map((chapter) => tellOne(chapter, entryOf(progress, chapter))));
      const told = only.length === 0 ? all : only.flatMap((name) => all.filter(({ chapter }) => isNamed(name, chapter)));
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
        const given = chapters.filter(({ id }) => all.some(({ chapter }) => chapter === id));
        const theirs = readStory(
          JSON.stringify({ chapter: open, chapters: Object.fromEntries(given.flatMap((each) => entryFor(each, all))) }),
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
