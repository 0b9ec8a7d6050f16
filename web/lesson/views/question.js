/** A question with its answers as radio buttons, and the reply to the one that was given. */

import { element } from '../../ui/dom.js';

/** @typedef {{ ask: string, options: Readonly<Record<string, string>> }} Texts filled in */

let questions = 0;

/**
 * @param {object} options
 * @param {Texts} options.texts
 * @param {readonly string[]} options.ids of the options, in their order
 * @param {string | null} options.chosen
 * @param {(id: string) => void} options.onChoose
 */
export function createQuestion({ texts, ids, chosen, onChoose }) {
  questions += 1;
  const name = `lesson-question-${questions}`;
  const radios = ids.map((id) => {
    const radio = element('input', { type: 'radio', name, value: id, id: `${name}-${id}` });
    radio.checked = id === chosen;
    radio.addEventListener('change', () => onChoose(id));
    return radio;
  });
  const answers = radios.map((radio) =>
    element('label', { class: 'lesson-option', for: radio.id }, radio, element('span', {}, texts.options[radio.value])),
  );
  return {
    element: element('fieldset', { class: 'lesson-options' }, element('legend', {}, texts.ask), ...answers),
    /** @returns {string | null} */
    chosen: () => radios.find((radio) => radio.checked)?.value ?? null,
    /** @param {boolean} disabled */
    disable(disabled) {
      for (const radio of radios) radio.disabled = disabled;
    },
    focus: () => (radios.find((radio) => radio.checked) ?? radios[0]).focus(),
  };
}
