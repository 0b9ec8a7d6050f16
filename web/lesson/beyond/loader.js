/** Brings what goes beyond the story onto the page: a part of the page of its own, loaded with its texts when it is shown. */

import { LANGUAGES } from '../../messages/languages.js';
import { laterStyles } from '../../ui/load-styles.js';
import { loadShown } from '../load-shown.js';

/** @typedef {import('../../messages/languages.js').LanguageId} LanguageId */
/** @typedef {ReturnType<typeof import('./page.js').createBeyondPage>} BeyondOnPage */

/** @param {LanguageId} id */
export function beyondParts(id) {
  return Promise.all([import('./page.js'), LANGUAGES[id].beyond(), LANGUAGES[id].story(), LANGUAGES[id].storyBeyond(), laterStyles()]);
}

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {LanguageId} options.languageId
 * @param {import('../../messages/en/shell.js').ShellMessages} options.messages
 * @param {(run: import('../story/chapter.js').LessonRun) => void} options.openRun in the lab
 * @param {(id: import('../../base/address-keys.js').QuestionId) => void} options.onOpen a chapter on the stage
 * @param {() => void} options.onBack
 */
export function createBeyondLoader(root, { languageId, messages, openRun, onOpen, onBack }) {
  /** @type {BeyondOnPage | null} */
  let opened = null;
  const load = async () => {
    const [{ createBeyondPage }, beyond, { storyMessages }, { beyondMessages }] = await beyondParts(languageId);
    const { glossary } = LANGUAGES[languageId];
    opened = createBeyondPage(root, {
      messages: beyond,
      figures: storyMessages.figures,
      loadGlossary: glossary,
      glossaryFailed: messages.glossaryFailed,
      locale: messages.locale,
      titles: beyondMessages.titles,
      openRun,
      onOpen,
      onBack,
    });
    return opened;
  };
  return {
    open: loadShown(root, { failed: messages.lessonFailed, load }).open,
    /** The page where it was opened. */
    opened: () => opened,
  };
}
