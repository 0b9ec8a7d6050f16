/** The choice of a language, each named in its own: whoever cannot read the page can read the name. */

import { element } from '../ui/dom.js';

/** @typedef {import('../messages/en/page.js').Messages} Messages */

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
  const options = languages.map(({ id, name }) => element('option', { value: id, lang: id, selected: id === chosen }, name));
  const select = element('select', { name: 'language', class: 'quiet-select', 'aria-label': messages.languageLabel }, ...options);
  select.addEventListener('change', () => onChoose(/** @type {Id} */ (select.value)));
  root.append(select);
  return {
    focus: () => select.focus({ preventScroll: true }),
    /** Shows again the language that the page is in. */
    restore: () => {
      select.value = chosen;
    },
  };
}
