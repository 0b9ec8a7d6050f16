/** Undo and redo: two buttons, and the keys that people expect, outside of fields where those keys undo typing. */

import { element } from '../ui/dom.js';

/** @typedef {import('../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../messages/en/page.js').Messages} Messages */

/** What has an undo of its own, for what is typed there. */
const TYPED_INTO =
  'textarea, [contenteditable], input:not([type="button"], [type="checkbox"], [type="file"], [type="radio"], [type="range"])';

/**
 * @param {HTMLElement} root
 * @param {{ messages: Messages, signal: AbortSignal, onUndo: () => void, onRedo: () => void }} options signal: the page is left for one in another language
 */
export function createUndoView(root, { messages, signal, onUndo, onRedo }) {
  /** @type {(action: string, text: string, keys: string, act: () => void) => HTMLButtonElement} */
  const button = (action, text, keys, act) => {
    const made = element(
      'button',
      {
        type: 'button',
        class: 'quiet-button',
        'data-action': action,
        'aria-keyshortcuts': keys,
        title: `${text} (${keys.replace('Control', 'Ctrl')})`,
      },
      text,
    );
    made.addEventListener('click', act);
    return made;
  };
  const undo = button('undo', messages.foot.undo, 'Control+Z', onUndo);
  const redo = button('redo', messages.foot.redo, 'Control+Shift+Z', onRedo);
  root.append(element('span', { class: 'undo', role: 'group', 'aria-label': messages.foot.history }, undo, redo));
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    const wish = wishOf(event);
    if (wish === null || (event.target instanceof Element && event.target.closest(TYPED_INTO) !== null)) return;
    event.preventDefault();
    if (wish === 'undo') onUndo();
    else onRedo();
  };
  document.addEventListener('keydown', onKey, { signal });
  return {
    /** @param {Snapshot} snapshot */
    update({ canUndo, canRedo }) {
      undo.disabled = !canUndo;
      redo.disabled = !canRedo;
    },
  };
}

/** @param {KeyboardEvent} event */
function wishOf({ key, ctrlKey, metaKey, shiftKey, altKey }) {
  if (!(ctrlKey || metaKey) || altKey) return null;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' ? 'redo' : null;
}
