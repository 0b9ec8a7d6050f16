/** All questions in a list that unfolds: which were gone through, which is open, and forgetting it all. */

import { element, setText } from '../../ui/dom.js';
import { laterStyles } from '../../ui/load-styles.js';

/** @typedef {import('../../messages/en/story.js').StoryMessages} Messages */
/** @typedef {{ id: string, title: string }} ListEntry */

/**
 * @param {object} options
 * @param {Messages} options.messages
 * @param {readonly ListEntry[]} options.entries
 * @param {{ open: (id: string) => void, clear: () => void }} options.on
 */
export function createQuestionList({ messages, entries, on }) {
  const panel = element('nav', { class: 'story-questions', id: 'story-questions', 'aria-label': messages.questionsLabel, hidden: true });
  const button = element(
    'button',
    { type: 'button', class: 'quiet-button', 'data-action': 'questions', 'aria-expanded': 'false', 'aria-controls': panel.id },
    messages.questions,
  );
  /** @param {boolean} isOpen */
  const toggle = (isOpen) => {
    panel.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) document.addEventListener('pointerdown', leave);
    else document.removeEventListener('pointerdown', leave);
  };
  /** A touch anywhere else puts the list away. @param {Event} event */
  const leave = (event) => {
    if (!panel.contains(/** @type {Node} */ (event.target)) && event.target !== button) toggle(false);
  };
  button.addEventListener('click', async () => {
    if (panel.hidden !== true) return toggle(false);
    // Whoever opens it on the first screen is the first to need them. Without them it is plain, and can be used.
    await laterStyles().catch(() => {});
    toggle(true);
  });
  for (const part of [button, panel])
    part.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || panel.hidden === true) return;
      event.preventDefault();
      toggle(false);
      button.focus();
    });
  const made = entries.map(({ id, title }, at) => {
    const done = element('span', { class: 'story-done' });
    const entry = element(
      'button',
      { type: 'button', class: 'story-entry', 'data-chapter': id },
      element('span', { class: 'story-entry-number' }, String(at + 1)),
      element('span', {}, title, ' ', done),
    );
    entry.addEventListener('click', () => {
      toggle(false);
      on.open(id);
    });
    return { id, entry, done };
  });
  const clear = element('button', { type: 'button', class: 'quiet-button', 'data-action': 'clear-progress' }, messages.clear);
  const status = element('p', { class: 'note', role: 'status' }, messages.kept);
  clear.addEventListener('click', () => {
    on.clear();
    setText(status, messages.cleared);
  });
  panel.append(
    element('ol', {}, ...made.map(({ entry }) => element('li', {}, entry))),
    element('div', { class: 'story-clear' }, clear, status),
  );
  return {
    button,
    panel,
    /** @param {import('./story.js').StoryState} state */
    update({ chapter, done, hasProgress }) {
      for (const each of made) {
        const isDone = done.includes(each.id);
        each.entry.setAttribute('aria-current', each.id === chapter.id ? 'page' : 'false');
        if (isDone) each.entry.dataset.step = 'done';
        else delete each.entry.dataset.step;
        setText(each.done, isDone ? `\u2713 ${messages.done}` : '');
      }
      clear.disabled = !hasProgress;
      if (hasProgress) setText(status, messages.kept);
    },
  };
}
