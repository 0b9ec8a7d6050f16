/** Handing in: a name is asked for, and what comes of it is one text, to be copied or saved. Nothing is sent. */

import { writeAddress } from '../experiment/address.js';
import { ExperimentError } from '../base/errors.js';
import { wholePage } from '../page/whole-page.js';
import { oneLine, writeHandIn } from '../tasks/hand-in.js';
import { createCopyButton } from '../ui/copy-button.js';
import { element } from '../ui/dom.js';
import { downloadText } from '../ui/download.js';
import { createTextForm } from './text-form.js';

/** @typedef {import('../session/session.js').Snapshot} Snapshot */

/**
 * @param {object} options
 * @param {import('../tasks/task.js').Task} options.task
 * @param {import('../messages/en/tasks.js').TaskMessages} options.messages
 * @param {import('../messages/en/page.js').Messages} options.pageMessages
 */
export function createHandInView({ task, messages, pageMessages }) {
  /** @type {Snapshot | null} */
  let latest = null;
  /** @type {number | null} */
  let number = null;
  const text = element('textarea', { class: 'task-hand-in', rows: 7, readonly: true, 'aria-label': messages.handInText });
  const copy = createCopyButton({ label: messages.copy, read: () => text.value, onRefused: () => text.select(), messages: pageMessages });
  const save = element('button', { type: 'button', 'data-action': 'save-hand-in' }, messages.save);
  save.addEventListener('click', () => downloadText(messages.fileName, `${text.value}\n`, 'text/plain'));
  const result = element(
    'div',
    { class: 'task-result', hidden: true },
    element('p', { class: 'hint' }, messages.about),
    text,
    element('div', { class: 'task-row' }, copy.button, save, copy.note),
  );
  const form = createTextForm({
    name: 'hand-in',
    label: messages.name,
    button: messages.handIn,
    autocomplete: 'name',
    read: (typed) => (oneLine(typed) === '' ? messages.nameWrong : null),
    onTaken(name) {
      if (latest === null) return;
      const { step, fingerprint } = latest;
      text.value = writeHandIn({ title: task.title, name, number, step, fingerprint, link: linkOf(latest) }, messages.language);
      result.hidden = false;
      text.focus();
      text.select();
    },
  });
  const box = element('div', { class: 'task-hand', hidden: true }, form, result);
  return {
    element: box,
    /** @param {number | null} next */
    setNumber: (next) => void (number = next),
    /**
     * @param {Snapshot} snapshot at rest
     * @param {boolean} isEnd whether it can be handed in
     * @returns {string} the link to the run
     */
    update(snapshot, isEnd) {
      const isOther = latest?.fingerprint !== snapshot.fingerprint || latest.experiment !== snapshot.experiment;
      latest = snapshot;
      box.hidden = !isEnd;
      if (isOther) result.hidden = true;
      return linkOf(snapshot);
    },
  };
}

/** @param {Snapshot} snapshot */
function linkOf({ experiment, step }) {
  try {
    return wholePage() + writeAddress({ experiment, steps: Math.max(step, 1) });
  } catch (error) {
    if (!(error instanceof ExperimentError)) throw error;
    // Too large for a link: a task has none that large from a link of its own.
    return '';
  }
}
