/** Lesson or lab: whether the lesson stands beside the lab. */

import { element } from '../ui/dom.js';

/** @typedef {'lesson' | 'lab'} PageView */

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {{ viewLabel: string, viewLesson: string, viewLab: string }} options.messages
 * @param {ReturnType<typeof import('../ui/device-memory.js').createDeviceMemory>} options.memory
 * @param {PageView} options.view to begin with
 * @param {(view: PageView) => void} options.onChange
 */
export function createViewSwitch(root, { messages, memory, view: first, onChange }) {
  /** @type {PageView} */
  let view = first;
  const buttons = /** @type {const} */ ([
    ['lesson', messages.viewLesson],
    ['lab', messages.viewLab],
  ]).map(([id, text]) => {
    const button = element('button', { type: 'button', 'data-view': id }, text);
    button.addEventListener('click', () => {
      memory.remember(id);
      switchTo(id);
    });
    return button;
  });
  const show = () => {
    document.documentElement.dataset.view = view;
    for (const button of buttons) button.setAttribute('aria-current', String(button.dataset.view === view));
  };
  /** @param {PageView} next */
  const switchTo = (next) => {
    view = next;
    show();
    onChange(view);
  };
  root.setAttribute('role', 'group');
  root.setAttribute('aria-label', messages.viewLabel);
  root.append(...buttons);
  show();
  return { view: () => view, switchTo };
}
