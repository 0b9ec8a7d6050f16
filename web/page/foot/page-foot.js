/** The foot of the page: the words that the lesson and the lab use, folded away until somebody asks, the way to
 * the teacher's notes, and whether this device computes as all others do. */

import { LANGUAGES } from '../../messages/languages.js';
import { element, setText } from '../../ui/dom.js';

/** @typedef {import('../../messages/en/shell.js').ShellMessages} Messages */
/** @typedef {Readonly<Record<string, { term: string, means: string }>>} Glossary */

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {Messages} options.messages
 * @param {import('../../messages/languages.js').LanguageId} options.languageId
 * @param {() => Promise<import('../../engine/lab.js').Lab>} options.openLab
 * @param {Pick<import('../../base/address-keys.js').Presentation, 'notes' | 'only' | 'check'>} options.presentation
 */
export function createPageFoot(root, { languageId, messages, openLab, presentation: { notes, only, check: checksAtOnce } }) {
  const list = element('dl', {});
  const note = element('p', { role: 'status' });
  const fold = element('details', { class: 'glossary' }, element('summary', {}, messages.pageFoot.glossary), note, list);
  fold.addEventListener('toggle', async () => {
    if (!fold.open || list.childElementCount > 0) return;
    try {
      list.replaceChildren(...entriesOf(await LANGUAGES[languageId].glossary(), messages.locale));
      setText(note, '');
    } catch (error) {
      setText(note, messages.glossaryFailed);
      if (!(error instanceof TypeError)) throw error;
    }
  });
  // A page without an address of its own, as in a notebook's cell, has no other page to go to.
  const links =
    location.protocol === 'about:' || !notes || only.length > 0
      ? []
      : [element('p', {}, element('a', { href: `?lang=${messages.locale}&lesson=teachers` }, messages.pageFoot.teachers))];
  const check = element('button', { type: 'button', class: 'quiet-button', 'data-action': 'check-device' }, messages.pageFoot.check);
  const checked = element('p', { id: 'device-check', role: 'status', tabindex: '-1' });
  const begin = async () => {
    check.disabled = true;
    try {
      await checkDevice(checked, { languageId, openLab });
    } catch (error) {
      setText(checked, messages.glossaryFailed);
      if (!(error instanceof TypeError)) throw error;
    } finally {
      check.disabled = false;
    }
  };
  check.addEventListener('click', begin);
  root.append(fold, ...links, element('p', {}, check), checked);
  if (checksAtOnce) begin().then(() => checked.scrollIntoView({ block: 'center' }));
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

/**
 * Trains the fifty runs and shows what became of them.
 * @param {HTMLElement} root
 * @param {Pick<Parameters<typeof createPageFoot>[1], 'languageId' | 'openLab'>} options
 */
async function checkDevice(root, { languageId, openLab }) {
  const { deviceCheck, page } = LANGUAGES[languageId];
  const [{ showDeviceCheck }, texts, words] = await Promise.all([import('./device-check.js'), deviceCheck(), page()]);
  await showDeviceCheck(root, { texts, messages: words, openLab });
}
