/** Brings the story onto the page. It is a part of the page of its own, loaded with its texts when it is shown; where it cannot be, it says so. */

import { LANGUAGES } from '../../messages/languages.js';
import { loadShown } from '../load-shown.js';

/** @typedef {import('../../messages/languages.js').LanguageId} LanguageId */
/** @typedef {ReturnType<typeof import('./page.js').createStoryPage>} StoryOnPage */

/** @param {LanguageId} id */
export function storyParts(id) {
  return Promise.all([import('./page.js'), LANGUAGES[id].story(), LANGUAGES[id].figures()]);
}

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {LanguageId} options.languageId
 * @param {string} options.failed the sentence where it cannot be loaded
 * @param {() => Omit<import('./page.js').StoryPage, 'texts' | 'figureMessages' | 'language'>} options.page
 */
export function createStoryLoader(root, { languageId, failed, page }) {
  /** @type {StoryOnPage | null} */
  let story = null;
  const load = async () => {
    const [{ createStoryPage }, texts, figureMessages] = await storyParts(languageId);
    story = createStoryPage(root, { ...page(), texts, figureMessages, language: LANGUAGES[languageId] });
    await story.ready;
    return story;
  };
  return {
    open: loadShown(root, { failed, load }).open,
    /** The story where it was opened. */
    opened: () => story,
  };
}
