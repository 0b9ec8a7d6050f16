/** Handing a file to the visitor. */

import { element } from './dom.js';

/** Long enough for any browser to have taken the file. */
const KEPT_MS = 60_000;

/**
 * @param {string} name
 * @param {Blob} content
 */
export function download(name, content) {
  const href = URL.createObjectURL(content);
  element('a', { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), KEPT_MS);
}

/**
 * @param {string} name
 * @param {string} text
 * @param {string} type
 */
export function downloadText(name, text, type) {
  download(name, new Blob([text], { type: `${type};charset=utf-8` }));
}
