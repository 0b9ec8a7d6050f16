/** The question in the page's address. */

import { isOwnId } from './first-view.js';

/** @param {string | null} id null: nothing of the lesson there; a teacher's own chapter has its link already */
export function writeQuestion(id) {
  try {
    const address = new URL(location.href);
    if (id === null || isOwnId(id)) address.searchParams.delete('lesson');
    else address.searchParams.set('lesson', id);
    history.replaceState(history.state, '', address);
  } catch {
    // Forbidden here, as in a frame without an address of its own.
  }
}
