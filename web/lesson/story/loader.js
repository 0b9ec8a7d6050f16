/** Brings the story onto the page. It is a part of the page of its own, loaded with its texts when it is shown; where it cannot be, it says so. */

import { BEYOND_IDS } from '../../base/address-keys.js';
import { LANGUAGES } from '../../messages/languages.js';
import { createDeviceMemory } from '../../ui/device-memory.js';
import { holdsChapter } from '../first-view.js';
import { loadShown } from '../load-shown.js';

/** @typedef {import('../../messages/languages.js').LanguageId} LanguageId */
/** @typedef {ReturnType<typeof import('./page.js').createStoryPage>} StoryOnPage */

/** @param {string | null} id */
const isBeyond = (id) => BEYOND_IDS.includes(/** @type {any} */ (id));

/** @param {LanguageId} id */
export function storyParts(id) {
  return Promise.all([import('./page.js'), LANGUAGES[id].story()]);
}

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {LanguageId} options.languageId
 * @param {string} options.failed the sentence where it cannot be loaded
 * @param {() => Omit<import('./page.js').StoryPage, 'texts' | 'figureMessages' | 'language' | 'book'>} options.page
 */
export function createStoryLoader(root, { languageId, failed, page }) {
  /** @type {StoryOnPage | null} */
  let story = null;
  let leaving = new AbortController();
  const language = LANGUAGES[languageId];

  /** @param {string | null} asked the id of a chapter; null: where it was left */
  const tell = async (asked) => {
    const { createStoryPage, chapter, ...telling } = await tellingOf(asked);
    leaving.abort();
    leaving = new AbortController();
    const { signal } = leaving;
    const shared = page();
    shared.signal.addEventListener('abort', () => leaving.abort());
    // Each book has its own place; what is forgotten is forgotten in all, and in the chapters of teachers that were opened.
    const memories = [shared.memory, createDeviceMemory('twin-neurons-beyond')];
    const forget = () => {
      memories.forEach((each) => each.forget());
      return import('../own/kept-own.js').then(({ forgetOwn }) => forgetOwn(createDeviceMemory));
    };
    const memory = { ...memories[isBeyond(chapter) ? 1 : 0], forget };
    story = createStoryPage(root, { ...shared, memory, ...telling, asked: chapter, language, signal });
    await story.ready;
    return story;
  };

  /** What is told, and from which chapter on. @param {string | null} asked */
  const tellingOf = async (asked) => {
    const [{ createStoryPage }, texts] = await storyParts(languageId);
    const book = isBeyond(asked) ? await (await import('./beyond/book.js')).beyondBook(language) : undefined;
    const usual = { book, chapter: asked, texts };
    const { presentation } = page();
    const isUsual = presentation.only.length === 0 && presentation.memory === 'device' && !holdsChapter();
    const told = isUsual ? usual : await (await import('./as-asked.js')).storyAsAsked(usual, presentation, language);
    return { createStoryPage, figureMessages: texts.figureMessages, ...told };
  };
  const { open } = loadShown(root, { failed, load: () => tell(page().asked) });
  return {
    open,
    /** Opens a chapter that is told on the stage, whatever book it is in. @param {string} id */
    async openChapter(id) {
      const opened = await open();
      if (story !== null && opened !== null && !story.isHere(id)) await tell(id);
      story?.open(id);
    },
    /** Goes on from what is remembered, where it was opened. @param {string} id */
    async resume(id) {
      if (story !== null) await tell(id);
    },
    /** The story where it was opened. */
    opened: () => story,
  };
}
