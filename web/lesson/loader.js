/**
 * Brings the lesson onto the page: whether it is shown at first, loading it, and its sentence where it cannot be loaded. The lesson itself is
 * lesson-page.js, a part of the page of its own.
 */

import { OUTLINE } from './chapters/outline.js';
import { loadShown } from './load-shown.js';
import { LANGUAGES } from '../messages/languages.js';
import { pageAddress } from '../ui/page-address.js';
import { laterStyles } from '../ui/load-styles.js';

/** @typedef {import('../messages/languages.js').LanguageId} LanguageId */
/** @typedef {import('../page/header/view-switch.js').PageView} PageView */
/** @typedef {ReturnType<typeof import('./lesson-page.js').createLessonPage>} LessonPage */

/**
 * @param {import('../base/address-keys.js').Presentation} presentation
 * @param {string | null} remembered
 * @param {PageView} lessonView where the lesson is
 * @returns {PageView} what the address asks for, else what was left; the lesson, where nobody said otherwise
 */
export function firstView(presentation, remembered, lessonView) {
  if (presentation.hide.includes('lesson')) return 'lab';
  if (presentation.lesson !== null) return lessonView;
  // What can be hidden are parts of the lab: whoever hides some means it, and links from before the story was there go on.
  const isLab =
    presentation.embed ||
    presentation.preset !== null ||
    presentation.hide.length > 0 ||
    pageAddress().hash !== '' ||
    /%23run/i.test(location.search) ||
    remembered === 'lab';
  return isLab ? 'lab' : lessonView;
}

/** @param {LanguageId} id */
export function lessonParts(id) {
  return Promise.all([import('./lesson-page.js'), LANGUAGES[id].lesson(), laterStyles()]);
}

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {LanguageId} options.languageId
 * @param {string} options.failed the sentence where it cannot be loaded
 * @param {() => Promise<Omit<import('./lesson-page.js').Page, 'texts' | 'language'>>} options.page what it shares with the lab
 * @param {(lesson: LessonPage) => void} options.onLoaded
 */
export function createLessonLoader(root, { languageId, failed, page, onLoaded }) {
  const load = async () => {
    const [{ createLessonPage }, texts] = await lessonParts(languageId);
    const made = createLessonPage(root, { ...(await page()), texts, language: LANGUAGES[languageId] });
    onLoaded(made);
    return made;
  };
  const { open, opening } = loadShown(root, { failed, load });
  return {
    open,
    /**
     * Opens a chapter, and loads the lesson for it where that has not been.
     * @param {number | 'teachers'} chapter
     * @returns {boolean} whether there is such a chapter beside the lab
     */
    goTo(chapter) {
      if (typeof chapter !== 'number' || chapter > OUTLINE.length + 1) return false;
      open().then((lesson) => lesson?.open(chapter));
      return true;
    },
    /** The address says the chapter, where the lesson is shown. @param {PageView} view */
    async show(view) {
      const lesson = await (view === 'lab' ? opening() : open());
      lesson?.inAddress(view === 'lesson');
    },
  };
}
