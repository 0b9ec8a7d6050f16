/** A labelled field for a whole number that is always in force: what does not fit gets its sentence, and the number before it stays. */

import { formatExact } from '../base/format.js';
import { element } from './dom.js';
import { createNumberField, wholeBetween } from './number-field.js';

/** @typedef {import('../messages/en/page.js').Messages} Messages */

/**
 * @param {{ name: string, label: string, value: number, least: number, most: number, step?: number, messages: Messages }} options
 * @returns {{ element: HTMLElement, value: () => number }} the number in force
 */
export function wholeNumberField({ name, label, value, least, most, step = 1, messages }) {
  let inForce = value;
  const field = createNumberField({
    name,
    label,
    notANumber: messages.errors.notANumber,
    check: wholeBetween(least, most, messages.errors),
    format: formatExact,
    step,
    onCommit: (number) => {
      inForce = number;
    },
  });
  field.set(value);
  return {
    element: element('div', { class: 'field' }, element('label', { for: field.input.id }, label), field.input, field.error),
    value: () => inForce,
  };
}
