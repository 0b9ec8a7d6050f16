/** A button that copies a text, says so, and where copying is forbidden selects the text to be copied by hand. */

import { element, setText } from './dom.js';

/**
 * @param {object} options
 * @param {string} options.label
 * @param {string} [options.class]
 * @param {() => string} options.read
 * @param {() => void} options.onRefused selects the text where it is shown
 * @param {{ foot: { copied: string, copyRefused: string } }} options.messages
 * @returns {{ button: HTMLButtonElement, note: HTMLElement }} the note is a live region, empty until something was copied
 */
export function createCopyButton({ label, class: className, read, onRefused, messages }) {
  const button = element('button', { type: 'button', class: className }, label);
  const note = element('span', { class: 'copy-note', role: 'status' });
  button.addEventListener('click', async () => {
    setText(note, '');
    try {
      await navigator.clipboard.writeText(read());
      setText(note, messages.foot.copied);
    } catch {
      onRefused();
      setText(note, messages.foot.copyRefused);
    }
  });
  return { button, note };
}

/**
 * Selects all that an element shows.
 * @param {HTMLElement} shown
 */
export function selectText(shown) {
  if (shown instanceof HTMLInputElement) {
    shown.focus();
    shown.select();
  } else getSelection()?.selectAllChildren(shown);
}
