/** All questions of the lesson in a list that unfolds: which were gone through, which is open, what is beyond them, and forgetting it all. */

import { element, setText } from '../../ui/dom.js';

/** @typedef {import('../progress.js').LessonState} LessonState */

/**
 * @param {object} options
 * @param {import('../../messages/en/lesson.js').LessonMessages} options.messages
 * @param {readonly import('../chapters/outline.js').Outline[]} options.outline
 * @param {{ open: (chapter: number) => void, clear: () => void }} options.on
 */
export function createContents({ messages, outline, on }) {
  const panel = element('nav', { class: 'lesson-contents', id: 'lesson-contents', 'aria-label': messages.contents, hidden: true });
  const button = element(
    'button',
    { type: 'button', class: 'quiet-button', 'data-lesson': 'contents', 'aria-expanded': 'false', 'aria-controls': panel.id },
    messages.contents,
  );
  /** @param {boolean} isOpen */
  const toggle = (isOpen) => {
    panel.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
  };
  button.addEventListener('click', () => toggle(panel.hidden === true));

  const titles = [...outline.map(({ id }) => messages.questions[id]), messages.further];
  const entries = titles.map((title, at) => {
    const done = element('span', { class: 'lesson-done' });
    const entry = element(
      'button',
      { type: 'button', class: 'lesson-entry', 'data-chapter': at + 1 },
      element('span', { class: 'lesson-entry-number' }, at < outline.length ? messages.figures.count(at + 1) : '+'),
      element('span', {}, title, ' ', done),
    );
    entry.addEventListener('click', () => {
      toggle(false);
      on.open(at + 1);
    });
    return { entry, done };
  });
  const clear = element('button', { type: 'button', class: 'quiet-button', 'data-lesson': 'clear' }, messages.clear);
  const status = element('p', { class: 'note', role: 'status' }, messages.kept);
  clear.addEventListener('click', () => {
    on.clear();
    setText(status, messages.cleared);
  });
  panel.append(
    element('ol', {}, ...entries.map(({ entry }) => element('li', {}, entry))),
    element('div', { class: 'lesson-clear' }, clear, status),
  );
  return {
    button,
    panel,
    /** @param {LessonState} state */
    update({ chapter, done, hasProgress }) {
      entries.forEach((each, at) => {
        const id = outline[at]?.id;
        each.entry.setAttribute('aria-current', at + 1 === chapter ? 'page' : 'false');
        setText(each.done, id !== undefined && done.includes(id) ? `\u2713 ${messages.contentsDone}` : '');
      });
      clear.disabled = !hasProgress;
      if (hasProgress) setText(status, messages.kept);
    },
  };
}
