/**
 * The styles of what is not on the first screen (page/styles/after-first-screen.css), loaded once, for all parts that need some of them. They stand before the
 * others, as if those imported them: what the first screen says of an element goes before.
 */

import { element } from './dom.js';

/** @type {Promise<void> | null} */
let loading = null;

/**
 * @returns {Promise<void>} when they are there
 * @throws {TypeError} where they cannot be loaded, as import() of a script; the next call tries again
 */
export function laterStyles() {
  const first = document.querySelector('link[rel="stylesheet"]');
  // In the page as one file all styles are there from the beginning.
  if (first === null) return Promise.resolve();
  return (loading ??= new Promise((resolve, reject) => {
    const link = element('link', { rel: 'stylesheet', href: 'later.css' });
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => {
      link.remove();
      loading = null;
      reject(new TypeError('later.css could not be loaded'));
    });
    first.before(link);
  }));
}
