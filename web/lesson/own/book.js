/** A teacher's chapter as a book of the story, opened by its link; behind it come ours. A part of the page of its own, loaded when an address has one. */

import { ExperimentError } from '../../base/errors.js';
import { createDeviceMemory } from '../../ui/device-memory.js';
import { byId, setText } from '../../ui/dom.js';
import { pageAddress } from '../../ui/page-address.js';
import { createBeyondRuns } from '../story/beyond/runs.js';
import { firstBook } from '../story/book.js';
import { readChapterAddress } from './chapter-link.js';
import { chapterOf, textsOf } from './told-chapter.js';

/** @typedef {import('../story/as-asked.js').Asked} Asked */

/**
 * @param {string} hash of the page's address
 * @param {Asked['texts']} texts
 * @param {import('../../messages/languages.js').Language} language
 * @returns {import('../story/book.js').Book}
 * @throws {ExperimentError} where the link is damaged
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
    createRuns: (options) => slowRuns(options, language),
  };
}

/**
 * A teacher's runs can take longer than a frame: they are made in slices before they are shown, and the page says so.
 * @param {Parameters<import('../story/book.js').Book['createRuns']>[0]} options
 * @param {import('../../messages/languages.js').Language} language
 * @returns {import('../story/book.js').BookRuns}
 */
function slowRuns(options, language) {
  let working = (/** @type {number} */ _) => '';
  const runs = createBeyondRuns({ .../** @type {any} */ (options), working: (/** @type {number} */ steps) => working(steps) });
  return /** @type {any} */ ({
    ...runs,
    /** @param {readonly string[]} names @param {(sentence: string) => void} onWork */
    async prepare(names, onWork) {
      working = (await language.storyBeyond()).beyondMessages.working;
      return runs.prepare(names, onWork);
    },
  });
}

/**
 * What is told where the address has a chapter. Each has a memory of its own, so that nothing of ours or of another is forgotten. Of a damaged link the page says what is
 * wrong, and shows what it usually does.
 * @param {Asked} usual
 * @param {Pick<import('../../base/address-keys.js').Presentation, 'only'>} presentation
 * @param {import('../../messages/languages.js').Language} language
 */
export function ownTelling(usual, { only }, language) {
  try {
    const book = ownBook(pageAddress().hash, usual.texts, language);
    const ids = only.length === 0 ? book.ids : [book.ids[0], ...only];
    return { ...usual, book: { ...book, ids }, chapter: book.ids[0], memory: createDeviceMemory(`twin-neurons-${book.ids[0]}`) };
  } catch (error) {
    if (!(error instanceof ExperimentError)) throw error;
    const trouble = byId('trouble');
    setText(trouble, error.message);
    trouble.hidden = false;
    return { ...usual, chapter: null };
  }
}
