/** A teacher's chapter as a book of the story, opened by its link; behind it come ours. A part of the page of its own, loaded when an address has one. */

import { ExperimentError } from '../../base/errors.js';
import { createDeviceMemory } from '../../ui/device-memory.js';
import { byId, setReason } from '../../ui/dom.js';
import { pageAddress } from '../../ui/page-address.js';
import { createBeyondRuns } from '../story/beyond/runs.js';
import { firstBook } from '../story/book.js';
import { chapterOfAddress } from './chapter-link.js';
import { keepOwn, ownKey } from './kept-own.js';
import { textsOf } from './told-chapter.js';

/** @typedef {import('../story/as-asked.js').Asked} Asked */

/**
 * @param {string} hash of the page's address
 * @param {Asked['texts']} texts
 * @param {import('../../messages/languages.js').Language} language
 * @returns {import('../story/book.js').Book}
 * @throws {ExperimentError} where the link is damaged
 */
export function ownBook(hash, texts, language) {
  const { own, chapter, id } = chapterOfAddress(hash);
  const book = firstBook(texts, language);
  const chapters = { [id]: textsOf(own) };
  return {
    ...book,
    told: [chapter],
    ids: [id, ...book.ids],
    titles: { ...book.titles, [id]: own.title },
    title: own.title,
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
 * @param {{ only: import('../../base/address-keys.js').Presentation['only'], end: string }} presentation end: what is said behind the last of them
 * @param {import('../../messages/languages.js').Language} language
 * @returns {Asked}
 */
export function ownTelling(usual, { only, end }, language) {
  try {
    const book = ownBook(pageAddress().hash, usual.texts, language);
    const [id] = book.ids;
    keepOwn({ chapter: book.told[0], title: book.title }, createDeviceMemory);
    // Where its place among the others is not said, it is the first.
    const named = only.includes('own') ? only : ['own', ...only];
    const ids = named.map((each) => (each === 'own' ? id : each));
    return { ...usual, book: only.length === 0 ? book : { ...book, ids, end }, chapter: id, memory: createDeviceMemory(ownKey(id)) };
  } catch (error) {
    if (!(error instanceof ExperimentError)) throw error;
    const trouble = byId('trouble');
    setReason(trouble, error);
    trouble.hidden = false;
    return { ...usual, chapter: null };
  }
}
