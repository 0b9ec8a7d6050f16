/** Text as letters that any address can hold: base64 of its UTF-8, as addresses have it. */

import { isObject } from './checks.js';

/** @param {string} text */
export function toLetters(text) {
  const binary = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * @param {string} letters
 * @returns {string | null} null where they are none of toLetters
 */
function fromLetters(letters) {
  try {
    const binary = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (sign) => sign.charCodeAt(0)));
  } catch {
    return null;
  }
}

/**
 * @param {string} letters
 * @returns {any} null where they are no JSON of an object
 */
export function objectFromLetters(letters) {
  try {
    const value = JSON.parse(fromLetters(letters) ?? '');
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
