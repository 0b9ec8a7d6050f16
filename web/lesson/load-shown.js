/** A part of the lesson that is loaded when it is shown, once; where it cannot be, its place says so, and the next time it is asked for again. */

import { setText } from '../ui/dom.js';

/**
 * @template T
 * @param {HTMLElement} root
 * @param {{ failed: string, load: () => Promise<T> }} options failed: the sentence
 */
export function loadShown(root, { failed, load }) {
  /** @type {Promise<T> | null} */
  let loading = null;
  return {
    /** @returns {Promise<T | null>} null: it could not be loaded */
    async open() {
      try {
        return await (loading ??= load());
      } catch (error) {
        loading = null;
        setText(root, failed);
        if (!(error instanceof TypeError)) throw error;
        return null;
      }
    },
    /** What was opened, or is being loaded; null where nobody has asked for it. */
    opening: () => loading,
  };
}
