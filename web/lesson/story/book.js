/** Chapters that are told one after the other, and what is around them: the eight of the question. Those beyond it are in beyond/book.js. */

import { QUESTION_IDS } from '../../base/address-keys.js';
import { CHAPTERS } from './chapters/index.js';
import { createStoryRuns } from './runs.js';

/** @typedef {import('./chapter.js').Chapter} Chapter */
/** @typedef {Readonly<Record<string, import('../../messages/en/story.js').ChapterTexts>>} Texts by the id of the chapter */
/** @typedef {{ stageMoreFigure: typeof import('./more-figures.js').stageMoreFigure, messages: import('../../messages/en/more-figures.js').MoreFiguresMessages }} MoreFigures */
/**
 * The runs of the chapter that is open; some take longer, and are prepared before they are shown.
 * @typedef {ReturnType<typeof createStoryRuns> & { isReady?: (runs: readonly string[]) => boolean, prepare?: (runs: readonly string[], onWork: (sentence: string) => void) => Promise<void> }} BookRuns
 */

/**
 * @typedef {object} Book
 * @property {readonly Chapter[]} told
 * @property {readonly string[]} ids of the chapters in their order, then of what the list leads on to
 * @property {Readonly<Record<string, string>>} titles by id
 * @property {string} title the question that the first chapter opens with
 * @property {(number: number, all: number) => string} place
 * @property {(number: number) => string} backTo
 * @property {string} [end] what is said where nothing follows; left out: something always does
 * @property {Texts} chapters what is there at once
 * @property {() => Promise<Texts>} loadChapters
 * @property {() => Promise<MoreFigures>} loadFigures
 * @property {(options: { lab: import('../../engine/lab.js').Lab, chapter: () => Chapter, signal: AbortSignal }) => BookRuns} createRuns
 */

/**
 * @param {Pick<typeof import('../../messages/en/story.js'), 'storyMessages' | 'storyChapters'>} texts
 * @param {import('../../messages/languages.js').Language} language
 * @returns {Book}
 */
export function firstBook({ storyMessages: { title, titles, place, backTo }, storyChapters: chapters }, language) {
  return {
    told: CHAPTERS,
    ids: QUESTION_IDS,
    titles,
    title,
    place,
    backTo,
    chapters,
    loadChapters: async () => (await language.laterStory()).laterStoryChapters,
    async loadFigures() {
      const [{ stageMoreFigure }, messages] = await Promise.all([import('./more-figures.js'), language.moreFigures()]);
      return { stageMoreFigure, messages };
    },
    createRuns: createStoryRuns,
  };
}
