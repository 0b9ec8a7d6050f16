/** One line to be typed, with its button: what does not fit gets its sentence at the field. */

import { element, setText } from '../ui/dom.js';

/**
 * @param {object} options
 * @param {string} options.name
 * @param {string} options.label
 * @param {string} [options.hint]
 * @param {string} options.button
 * @param {string} [options.inputmode]
 * @param {string} [options.autocomplete]
 * @param {(typed: string) => string | null} options.read why it does not fit; null where it does
 * @param {(typed: string) => void} options.onTaken
 */
export function createTextForm({ name, label, hint = '', button, inputmode, autocomplete = 'off', read, onTaken }) {
  const id = `task-${name}`;
  const input = element('input', {
    id,
    name,
    type: 'text',
    maxlength: 100,
    inputmode,
    autocomplete,
    'aria-describedby': `${id}-hint ${id}-error`,
  });
  const error = element('p', { class: 'field-error', id: `${id}-error`, role: 'alert', hidden: true });
  const send = element('button', { type: 'button', 'data-action': name }, button);
  const take = () => {
    const reason = read(input.value);
    error.hidden = reason === null;
    setText(error, reason ?? '');
    input.toggleAttribute('aria-invalid', false);
    if (reason === null) return onTaken(input.value);
    input.setAttribute('aria-invalid', 'true');
    input.focus();
  };
  send.addEventListener('click', take);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) take();
  });
  return element(
    'div',
    { class: 'task-form' },
    element('label', { for: id }, label),
    element('div', { class: 'task-row' }, input, send),
    element('p', { class: 'hint', id: `${id}-hint`, hidden: hint === '' }, hint),
    error,
  );
}
