/** A teacher's chapter as a book of the story, opened by its link; behind it comes ours. A part of the page of its own, loaded when an address has one. */

import { firstBook } from '../story/book.js';
import { readChapterAddress } from './chapter-link.js';
import { chapterOf, textsOf } from './told-chapter.js';

/**
 * @param {string} hash of the page's address
 * @param {Parameters<typeof firstBook>[0]} texts
 * @param {import('../../messages/languages.js').Language} language
 * @returns {import('../story/book.js').Book}
 * @throws {import('../../base/errors.js').ExperimentError} where the link is damaged
 */
export function ownBook(hash, texts, language) {
  const { chapter, sum } = readChapterAddress(hash);
  const book = firstBook(texts, language);
  const id = `own-${sum}`;
  const chapters = { [id]: textsOf(chapter) };
  return {
    ...book,
    told: [chapterOf(chapter, id)],
    ids: [id, ...book.ids],
    titles: { ...book.titles, [id]: chapter.title },
    title: chapter.title,
    place: () => '',
    chapters,
    loadChapters: async () => chapters,
  };
}
