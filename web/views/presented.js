/**
 * Puts onto the page how it is to be presented: in a frame, without some of its parts, light or dark. The parts themselves are named in
 * styles/embed.css: what is hidden there is also out of reach of the keyboard and of screen readers, whenever it is made.
 */

import { PARTS } from '../presentation.js';
import { byId, element } from './dom.js';

/** @param {import('../presentation.js').Presentation} presentation */
export function present({ embed, hide, theme }) {
  const { dataset } = document.documentElement;
  if (embed) dataset.embed = '';
  if (hide.length > 0) dataset.hide = hide.join(' ');
  if (theme !== null) dataset.theme = theme;
}

/**
 * What the address asks for and does not get, a sentence each.
 * @param {{ presentation: import('../presentation.js').Presentation, refusals: readonly import('../presentation.js').Refusal[] }} asked
 * @param {{ messages: typeof import('../messages/en-embed.js').embedMessages, presets: readonly string[] }} options presets: those there are
 */
export function showNotices({ presentation: { preset }, refusals }, { messages, presets }) {
  const sentences = [
    ...refusals.map((refusal) => messages.refusal(refusal, PARTS)),
    ...(preset === null || presets.includes(preset) ? [] : [messages.noPreset(preset, presets)]),
  ];
  const root = byId('notices');
  root.setAttribute('aria-label', messages.noticesLabel);
  root.append(...sentences.map((sentence) => element('p', { class: 'notice' }, sentence)));
  root.hidden = sentences.length === 0;
}
