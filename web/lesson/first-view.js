/** Whether the page opens on the lesson or on the lab. */

import { pageAddress } from '../ui/page-address.js';

/** @typedef {import('../page/header/view-switch.js').PageView} PageView */

/** Whether the address has a chapter of a teacher's own. */
export const holdsChapter = () => /^#chapter=/.test(pageAddress().hash);

/** Whether a chapter is a teacher's own: its id is made of the sum over its link. @param {string} id */
export const isOwnId = (id) => id.startsWith('own-');

/**
 * @param {import('../base/address-keys.js').Presentation} presentation
 * @param {string | null} remembered
 * @param {PageView} lessonView where the lesson is
 * @returns {PageView} what the address asks for, else what was left; the lesson, where nobody said otherwise
 */
export function firstView(presentation, remembered, lessonView) {
  if (presentation.only.length > 0) return 'story';
  if (presentation.hide.includes('lesson')) return 'lab';
  if (presentation.lesson !== null || holdsChapter()) return lessonView;
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
