/** The foot of the page: the words that the lesson and the lab use, folded away until somebody asks, and the way to the teacher's notes. */

import { element, setText } from '../ui/dom.js';

/** @typedef {import('../messages/en/page.js').Messages} Messages */
/** @typedef {Readonly<Record<string, { term: string, means: string }>>} Glossary */

/**
 * @param {HTMLElement} root
 * @param {{ messages: Messages, loadGlossary: () => Promise<Glossary> }} options
 */
export function createPageFoot(root, { messages, loadGlossary }) {
  const list = element('dl', {});
  const note = element('p', { role: 'status' });
  const fold = element('details', { class: 'glossary' }, element('summary', {}, messages.pageFoot.glossary), note, list);
  fold.addEventListener('toggle', async () => {
    if (!fold.open || list.childElementCount > 0) return;
    try {
      list.append(...entriesOf(await loadGlossary(), messages.locale));
      setText(note, '');
    } catch (error) {
      setText(note, messages.panels.loadFailed);
      if (!(error instanceof TypeError)) throw error;
    }
  });
  // A page without an address of its own, as in a notebook's cell, has no other page to go to.
  const links =
    location.protocol === 'about:'
      ? []
      : [element('p', {}, element('a', { href: `?lang=${messages.locale}&lesson=teachers` }, messages.pageFoot.teachers))];
  root.append(fold, ...links);
}

/**
 * @param {Glossary} glossary
 * @param {string} locale in whose order the terms stand
 */
function entriesOf(glossary, locale) {
  const { compare } = new Intl.Collator(locale);
  const entries = Object.values(glossary).sort((one, other) => compare(one.term, other.term));
  return entries.map(({ term, means }) => element('div', {}, element('dt', {}, term), element('dd', {}, means)));
}
