/**
 * The lesson as the address asks for it: with only=, some chapters and no others, in that order and with no way out; with memory=, the sentence on who
 * keeps what a student has done; with a teacher's own chapter, that one first. Loaded where one of them is asked for.
 */

import { BEYOND_IDS } from '../../base/address-keys.js';
import { createDeviceMemory } from '../../ui/device-memory.js';
import { holdsChapter, isOwnId } from '../first-view.js';
import { beyondBook } from './beyond/book.js';
import { firstBook } from './book.js';
import { readStory } from './story.js';

/** @param {string} id */
const isBeyond = (id) => BEYOND_IDS.some((each) => each === id);

/** @typedef {Pick<typeof import('../../messages/en/story.js'), 'storyMessages' | 'storyChapters'>} StoryTexts */
/** @typedef {{ book: import('./book.js').Book | undefined, chapter: string | null, texts: StoryTexts, memory?: import('./page.js').StoryPage['memory'] }} Asked what is told, from which chapter on, in which words */

/**
 * @param {Asked} usual
 * @param {Pick<import('../../base/address-keys.js').Presentation, 'only' | 'memory'>} presentation
 * @param {import('../../messages/languages.js').Language} language
 * @returns {Promise<Asked>}
 */
export async function storyAsAsked(usual, { only, memory }, language) {
  const { kept, finished } = await language.embed();
  const { storyMessages } = usual.texts;
  const texts = memory === 'device' ? usual.texts : { ...usual.texts, storyMessages: { ...storyMessages, kept: kept[memory] } };
  if (holdsChapter() && (usual.chapter === null || isOwnId(usual.chapter))) {
    const { ownTelling } = await import('../own/book.js');
    return ownTelling({ ...usual, texts }, { only, end: finished }, language);
  }
  // "own" without a chapter in the address is none.
  const ours = only.filter((id) => id !== 'own');
  if (ours.length === 0) return { ...usual, texts };
  return { ...(await onlyThese(usual.chapter, { only: ours, texts, language, end: finished })), texts };
}

/**
 * @param {string | null} asked a chapter; null, or none of these: where the student was, else the first
 * @param {object} options
 * @param {readonly string[]} options.only
 * @param {StoryTexts} options.texts
 * @param {import('../../messages/languages.js').Language} options.language
 * @param {string} options.end
 */
async function onlyThese(asked, { only, texts, language, end }) {
  const first = firstBook(texts, language);
  const beyond = only.some(isBeyond) ? await beyondBook(language) : null;
  const [place] = [first, beyond].flatMap((book, at) => {
    const text = createDeviceMemory(at === 0 ? 'twin-neurons-story' : 'twin-neurons-beyond').recall();
    return book === null || text === null ? [] : [readStory(text, book.told).chapter].filter((id) => only.includes(id));
  });
  const chapter = asked !== null && only.includes(asked) ? asked : (place ?? only[0]);
  const book = isBeyond(chapter) && beyond !== null ? beyond : first;
  return {
    chapter,
    book: {
      ...book,
      ids: only,
      // The book beyond calls the last question the way back to all of them.
      titles: { ...beyond?.titles, ...first.titles },
      place: (/** @type {number} */ number) => book.place(number, only.length),
      end,
    },
  };
}
