/** A button for each other language, named in its own: whoever cannot read the page can read the name. */

import { element } from '../../ui/dom.js';

/** @typedef {import('../../messages/en/shell.js').ShellMessages} Messages */

/**
 * @template {string} Id
 * @param {HTMLElement} root
 * @param {object} options
 * @param {Messages} options.messages
 * @param {readonly { id: Id, name: string }[]} options.languages
 * @param {Id} options.chosen
 * @param {(id: Id) => void} options.onChoose
 */
export function createLanguageChoice(root, { messages, languages, chosen, onChoose }) {
  const buttons = languages
    .filter(({ id }) => id !== chosen)
    .map(({ id, name }) => {
      const button = element('button', { type: 'button', class: 'quiet-button', lang: id, 'data-language': id }, name);
      button.addEventListener('click', () => {
        for (const each of buttons) each.disabled = true;
        onChoose(id);
      });
      return button;
    });
  root.setAttribute('role', 'group');
  root.setAttribute('aria-label', messages.languageLabel);
  root.append(...buttons);
  return {
    focus: () => buttons[0]?.focus({ preventScroll: true }),
    /** The other language could not be loaded; it can be asked for again. */
    restore: () => {
      for (const each of buttons) each.disabled = false;
    },
  };
}
