/** The page's address without an experiment, and the language in it. What it says of an experiment is address-bar.js. */

import { wholePageQuery } from '../base/address-keys.js';

/**
 * The address of the whole page without an experiment. A frame that was made from a text has none of its own, but may say where the page is on the web, as
 * data-site of its root element. @returns {string} '' where there is none
 */
export function wholePage() {
  const { site = '' } = document.documentElement.dataset;
  if (location.protocol === 'about:') return /^https?:/.test(site) ? site : '';
  return location.href.replace(/[?#].*$/, '') + wholePageQuery(location.search);
}

/**
 * An address that asks for a language asks for this one from now on; one that leaves the language open stays as it is.
 * @param {string} id
 */
export function showLanguage(id) {
  const url = new URL(location.href);
  if (!url.searchParams.has('lang')) return;
  url.searchParams.set('lang', id);
  try {
    history.replaceState(history.state, '', url);
  } catch {
    // Forbidden here, as in a frame without an address of its own.
  }
}
