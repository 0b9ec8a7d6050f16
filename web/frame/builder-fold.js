/** What puts the page into a course, folded away until somebody asks, and loaded then. */

import { element, setText } from '../ui/dom.js';

/**
 * @param {object} options
 * @param {import('../messages/languages.js').LanguageId} options.languageId
 * @param {{ embed: string, embedFailed: string }} options.texts
 * @param {(() => string) | null} options.run what stands behind an address for the run that is shown; null: there is no lab
 * @returns {HTMLElement}
 */
export function createBuilderFold({ languageId, texts, run }) {
  const note = element('p', { class: 'note', role: 'status' });
  const body = element('div', {});
  const fold = element('details', { class: 'embed-builder' }, element('summary', {}, texts.embed), note, body);
  fold.addEventListener('toggle', async () => {
    if (!fold.open || body.childElementCount > 0) return;
    try {
      const { openBuilder } = await import('./builder.js');
      await openBuilder(body, { languageId, run });
      setText(note, '');
    } catch (error) {
      setText(note, texts.embedFailed);
      if (!(error instanceof TypeError)) throw error;
    }
  });
  return fold;
}
