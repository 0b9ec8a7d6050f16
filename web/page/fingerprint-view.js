/** Under the experiment: the fingerprint of the step shown, and a link to the run. */

import { createCopyButton } from '../ui/copy-button.js';
import { element, setText } from '../ui/dom.js';

/** @typedef {import('../session/session.js').Snapshot} Snapshot */

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import('../messages/en/page.js').Messages} options.messages
 * @param {() => string} options.link to what is shown now
 * @param {() => void} options.onRefused shows the link where it can be copied by hand
 */
export function createFootView(root, { messages, link, onRefused }) {
  const value = element('output', { id: 'fingerprint', class: 'number', 'aria-live': 'off' });
  const copy = createCopyButton({ label: messages.foot.copyLink, class: 'quiet-button', read: link, onRefused, messages });
  copy.button.dataset.action = 'copy-link';
  root.append(element('span', { title: messages.fingerprintHint }, `${messages.fingerprint} `, value), copy.button, copy.note);
  return {
    /** @param {Snapshot} snapshot */
    update({ fingerprint, event }) {
      setText(value, fingerprint);
      if (event !== null) setText(copy.note, '');
    },
  };
}
