/** Text fields and texts of many lines: a browser lays out every line of a field, and ten megabytes of them stop the page for minutes. */

import { element } from './dom.js';

/** Longer texts are used, but not shown. */
const MOST_SHOWN = 200_000;

/**
 * A field for a table, numbers or JSON: nobody corrects, completes or capitalizes what stands in it.
 * @param {{ id: string, rows: number, describedBy: string }} options describedBy: ids
 */
export function createTextField({ id, rows, describedBy }) {
  const asTyped = { spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off' };
  return element('textarea', { id, rows, ...asTyped, 'aria-describedby': describedBy });
}

/**
 * @param {HTMLTextAreaElement} field empty where the text is too long to be shown
 * @param {string} text
 */
export function showText(field, text) {
  field.value = text.length <= MOST_SHOWN ? text : '';
}

/**
 * What is pasted and too long to be shown goes past the field.
 * @param {HTMLTextAreaElement} field
 * @param {(text: string) => void} take
 */
export function takeLongPastes(field, take) {
  field.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.length <= MOST_SHOWN) return;
    event.preventDefault();
    take(text);
  });
}
