/** The starts that are one click away. */

import { element } from '../ui/dom.js';

/** @typedef {import('../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../messages/en/page.js').Messages} Messages */

/**
 * @param {HTMLElement} root
 * @param {{ messages: Messages, ids: readonly string[], onChoose: (id: string) => void }} options
 */
export function createPresetsView(root, { messages, ids, onChoose }) {
  const buttons = ids.map((id) => {
    const { name, about } = messages.presets[id];
    const button = element('button', { type: 'button', 'data-preset': id, title: about, 'aria-pressed': 'false' }, name);
    button.addEventListener('click', () => onChoose(id));
    return button;
  });
  root.append(element('span', { class: 'presets-label', id: 'presets-label' }, messages.presetsLabel), ...buttons);
  return {
    /**
     * A preset counts as chosen until anything of it is changed, and its name with it.
     * @param {Snapshot} snapshot
     */
    update({ event, experiment }) {
      if (event === null) return;
      for (const button of buttons) {
        button.setAttribute('aria-pressed', String(button.dataset.preset === experiment.name));
      }
    },
  };
}
