/**
 * What only a page in a frame has, and sentences on what the address asks for and does not get. Loaded only where one of them is needed.
 */

import { PRESETS } from '../experiment/presets.js';
import { byId } from '../ui/dom.js';
import { showNotices } from './notices.js';
import { createWholePageLink } from './whole-page-link.js';

/**
 * @param {object} options
 * @param {ReturnType<typeof import('../base/address-keys.js').readPresentation>} options.asked what the address asks for, and what of it cannot be understood
 * @param {import('../messages/en/embed.js').EmbedMessages} options.messages
 * @param {() => string} options.link to what is shown now; throws where that is too large for a link
 */
export function showPresented({ asked, messages, link }) {
  // In a frame the body scrolls, and what leads to the top leads to its top.
  if (asked.presentation.embed) window.scrollTo = document.body.scrollTo.bind(document.body);
  showNotices(asked, { messages, presets: PRESETS.map(({ id }) => id) });
  // Where only some chapters are to be seen, there is no way out of them.
  if (asked.presentation.embed && asked.presentation.only.length === 0) createWholePageLink(byId('whole-page'), { messages, link });
}
