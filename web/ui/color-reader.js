/** Colors live in the style sheet; a canvas needs them as values. */

import { element } from './dom.js';

/** @typedef {((className: string) => string) & { forget: () => void }} ColorReader */

/**
 * @param {HTMLElement} root
 * @returns {ColorReader}
 */
export function createColorReader(root) {
  const probe = element('span', { class: 'color-probe', hidden: true });
  root.append(probe);
  /** @type {Map<string, string>} */
  const known = new Map();
  /** @type {(className: string) => string} */
  const read = (className) => {
    const present = known.get(className);
    if (present !== undefined) return present;
    probe.className = `color-probe ${className}`;
    const color = getComputedStyle(probe).color;
    known.set(className, color);
    return color;
  };
  return Object.assign(read, { forget: () => known.clear() });
}
