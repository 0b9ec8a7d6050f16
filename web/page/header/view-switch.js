/** Lesson or lab: which side of the page is shown. */

import { element } from '../../ui/dom.js';

/** @typedef {'lesson' | 'lab'} PageSide */
/** @typedef {'story' | 'beyond' | 'lab'} PageView the lesson is the story, or what is to be read beyond it */

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {{ viewLabel: string, viewLesson: string, viewLab: string }} options.messages
 * @param {ReturnType<typeof import('../../ui/device-memory.js').createDeviceMemory>} options.memory
 * @param {PageView} options.view to begin with
 * @param {() => PageView} options.lessonView which of its two the lesson has now
 * @param {(view: PageView) => void} options.onChange
 * @param {() => void} options.toLab somebody goes to the lab
 */
export function createViewSwitch(root, { messages, memory, view: first, lessonView, onChange, toLab }) {
  /** @type {PageView} */
  let view = first;
  const buttons = /** @type {const} */ ([
    ['lesson', messages.viewLesson],
    ['lab', messages.viewLab],
  ]).map(([id, text]) => {
    const button = element('button', { type: 'button', 'data-view-choice': id }, text);
    button.addEventListener('click', () => {
      memory.remember(id);
      if (id === 'lab') toLab();
      else switchTo(lessonView());
    });
    return button;
  });
  const show = () => {
    document.documentElement.dataset.view = view;
    const side = view === 'lab' ? 'lab' : 'lesson';
    for (const button of buttons) button.setAttribute('aria-current', String(button.dataset.viewChoice === side));
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
