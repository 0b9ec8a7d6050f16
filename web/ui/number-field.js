/**
 * A field for one number: typed with a decimal point or comma or as a fraction, stepped by arrow keys, restored by Escape. A text that
 * is no number gets its sentence at the field, and the value before it stays in force.
 */

import { formatExact } from '../base/format.js';
import { NumberError, parseNumber } from '../base/read-number.js';
import { element, setReason } from './dom.js';

/**
 * @typedef {object} NumberFieldOptions
 * @property {string} name
 * @property {string} label the accessible name
 * @property {(text: string) => string} notANumber the sentence for a text that is none
 * @property {(value: number) => string | null} [check] a sentence for a number that does not fit here
 * @property {(value: number) => string} format the value as shown while nobody edits it
 * @property {number} [step] of an arrow key
 * @property {(value: number) => void} onCommit may throw an Error, whose message is then shown at the field
 * @property {string} [id]
 */

/**
 * @typedef {object} NumberField
 * @property {HTMLInputElement} input
 * @property {HTMLElement} error
 * @property {(value: number) => void} set shows a value, unless somebody is typing
 * @property {(value: number) => void} offer commits a value as if it had been typed
 * @property {() => void} restore forgets what is typed and any complaint about it
 */

/**
 * @param {NumberFieldOptions} options
 * @returns {NumberField}
 */
export function createNumberField({ name, label, notANumber, check, format, step = 0.1, onCommit, id = `field-${name}` }) {
  const error = element('p', { class: 'field-error', id: `${id}-error`, role: 'alert', hidden: true });
  const input = element('input', {
    id,
    name,
    type: 'text',
    role: 'spinbutton',
    'aria-label': label,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'done',
  });
  let value = 0;
  /** What the field showed when nobody had typed: a text equal to it is no edit. */
  let shown = '';

  /** @param {unknown} reason null: there is none */
  const complain = (reason) => {
    error.hidden = reason === null;
    setReason(error, reason ?? '');
    if (reason === null) input.removeAttribute('aria-invalid');
    else input.setAttribute('aria-invalid', 'true');
    if (reason === null) input.removeAttribute('aria-describedby');
    else input.setAttribute('aria-describedby', error.id);
  };

  const show = () => {
    shown = document.activeElement === input ? formatExact(value) : format(value);
    if (input.value !== shown) input.value = shown;
    input.dataset.value = String(value);
    input.setAttribute('aria-valuenow', String(value));
  };

  /** @param {number} next */
  const offer = (next) => {
    const sentence = check?.(next) ?? null;
    if (sentence !== null) return complain(sentence);
    try {
      onCommit(next);
    } catch (refusal) {
      return complain(refusal);
    }
    complain(null);
    value = next;
    show();
  };

  const commit = () => {
    if (input.value === shown) return complain(null);
    const typed = read(input.value);
    if (typed === null) complain(notANumber(input.value));
    else offer(typed);
  };

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') {
      complain(null);
      show();
      input.select();
      event.stopPropagation();
    }
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (direction === 0) return;
    event.preventDefault();
    const size = step * (event.shiftKey ? 10 : event.altKey ? 0.1 : 1);
    const from = read(input.value) ?? value;
    offer(tidy((input.value === shown ? value : from) + direction * size));
  };

  input.addEventListener('change', commit);
  input.addEventListener('input', () => {
    // Set by a script: nobody is typing, so nobody will confirm.
    if (document.activeElement !== input) commit();
  });
  input.addEventListener('keydown', onKey);
  input.addEventListener('focus', () => {
    if (input.hasAttribute('aria-invalid')) return;
    show();
    input.select();
  });
  input.addEventListener('blur', () => {
    if (input.value === shown) show();
  });

  return {
    input,
    error,
    set(next) {
      const isBeingTyped = input.value !== shown;
      value = next;
      if (!isBeingTyped) show();
    },
    offer,
    restore() {
      complain(null);
      show();
    },
  };
}

/**
 * @param {string} text
 * @returns {number | null} null for a text that is no number; the page has its own sentence for that
 */
function read(text) {
  try {
    return parseNumber(text);
  } catch (error) {
    if (error instanceof NumberError) return null;
    throw error;
  }
}

/**
 * Takes the noise of decimal steps away: 0.1 + 0.2 is 0.3 here.
 * @param {number} value
 * @returns {number}
 */
function tidy(value) {
  return Number(value.toFixed(10));
}

/** Commits what somebody typed and did not yet confirm: a script or a shortcut may act without the field losing the focus. */
export function commitPending() {
  if (document.activeElement instanceof HTMLInputElement) document.activeElement.dispatchEvent(new Event('change'));
}
