/** The chapters beyond the question, as a book of the story: loaded with their texts and figures when one of them is opened. */

import { BEYOND_IDS } from '../../../base/address-keys.js';
import { BEYOND } from './index.js';
import { beyondFigures } from './figures.js';
import { createBeyondRuns } from './runs.js';

/**
 * @param {import('../../../messages/languages.js').Language} language
 * @returns {Promise<import('../book.js').Book>}
 */
export async function beyondBook(language) {
  const { beyondMessages: words, beyondChapters: chapters } = await language.storyBeyond();
  return {
    told: /** @type {any} */ (BEYOND),
    ids: [...BEYOND_IDS, 'beyond', 'answer'],
    titles: words.titles,
    title: words.titles[BEYOND_IDS[0]],
    place: words.place,
    backTo: words.backTo,
    chapters,
    loadChapters: async () => chapters,
    loadFigures: async () => /** @type {any} */ ({ stageMoreFigure: beyondFigures(words), messages: null }),
    createRuns: (options) => /** @type {any} */ (createBeyondRuns({ .../** @type {any} */ (options), working: words.working })),
  };
}
