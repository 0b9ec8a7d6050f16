/** What the address asks for and does not get. */

import { PARTS } from '../base/address-keys.js';
import { LANGUAGE_IDS, languageFor } from '../messages/languages.js';
import { byId, element } from '../ui/dom.js';

/**
 * A sentence each.
 * @param {{ presentation: import('../base/address-keys.js').Presentation, refusals: readonly import('../base/address-keys.js').Refusal[] }} asked
 * @param {{ messages: import('../messages/en/embed.js').EmbedMessages, presets: readonly string[] }} options presets: those there are
 */
export function showNotices({ presentation: { preset, lang }, refusals }, { messages, presets }) {
  const sentences = [
    ...refusals.map((refusal) => messages.refusal(refusal, PARTS)),
    ...(lang === null || languageFor(lang) !== undefined ? [] : [messages.noLanguage(lang, LANGUAGE_IDS)]),
    ...(preset === null || presets.includes(preset) ? [] : [messages.noPreset(preset, presets)]),
  ];
  const root = byId('notices');
  root.setAttribute('aria-label', messages.noticesLabel);
  root.append(...sentences.map((sentence) => element('p', { class: 'notice' }, sentence)));
  root.hidden = sentences.length === 0;
}
