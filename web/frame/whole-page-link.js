/** In a frame: the link to the whole page, with the very run that the frame shows. */

import { ExperimentError } from '../base/errors.js';
import { element } from '../ui/dom.js';

/** A link is as long as its experiment, so it is written only when somebody reaches for it. */
const REACHES = ['pointerenter', 'pointerdown', 'focus', 'contextmenu'];

/**
 * @param {HTMLElement} root
 * @param {{ messages: import('../messages/en/embed.js').EmbedMessages, link: () => string }} options link: throws where the experiment is too large for one
 */
export function createWholePageLink(root, { messages, link }) {
  const anchor = element('a', { class: 'whole-page', target: '_blank', rel: 'noopener' }, messages.openWholePage);
  const write = () => {
    try {
      anchor.href = link();
      anchor.removeAttribute('title');
    } catch (error) {
      if (!(error instanceof ExperimentError)) throw error;
      // Better none than one to another experiment.
      anchor.removeAttribute('href');
      anchor.title = error.message;
    }
  };
  for (const reach of REACHES) anchor.addEventListener(reach, write);
  write();
  root.append(anchor);
  root.hidden = false;
}
