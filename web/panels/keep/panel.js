/** The panel "Keep and share": the run as a link, a file, pictures, a table and a program. It shows snapshots and reports what to open. */

import { ExperimentError } from '../../base/errors.js';
import { createBuilderFold } from '../../frame/builder-fold.js';
import { linkTo } from '../../page/address-bar.js';
import { wholePage } from '../../page/whole-page.js';
import { createCopyButton, selectText } from '../../ui/copy-button.js';
import { element, setReason, setText } from '../../ui/dom.js';
import { createKeepFiles } from './files.js';
import { createKeepProgram } from './program.js';
import { createKeepResults } from './results.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../messages/en/lab.js').LabMessages} Messages */
/** @typedef {{ kind: string, name: string, canvas: HTMLCanvasElement | null }} ChartPicture canvas: null where there is nothing to draw */

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {Messages} options.messages
 * @param {import('./task-maker.js').Engine} options.lab
 * @param {(text: string) => void} options.onOpen JSON or a link; throws an Error whose message is a sentence
 * @param {() => ChartPicture[]} options.charts
 */
export function createKeepPanel(root, { messages, lab, onOpen, charts }) {
  const parts = [
    createLinkPart(messages),
    createKeepFiles({ messages, onOpen, dropZone: root }),
    createKeepResults({ messages, charts }),
    createKeepProgram({ messages }),
    createTaskPart(messages, lab),
    createEmbedPart(messages),
  ];
  root.classList.add('keep');
  root.append(...parts.map((part) => part.element));
  return {
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      for (const part of parts) part.update(snapshot);
    },
  };
}

/** @param {Messages} messages */
function createLinkPart(messages) {
  const texts = messages.keep;
  const field = element('input', { id: 'link', type: 'text', readonly: true, 'aria-label': texts.link });
  const about = element('p', { class: 'note' });
  const line = element('output', { class: 'number keep-fingerprint', 'aria-live': 'off' });
  const copyLink = createCopyButton({
    label: messages.foot.copyLink,
    read: () => field.value,
    onRefused: () => selectText(field),
    messages,
  });
  const copyLine = createCopyButton({
    label: texts.copyFingerprint,
    read: () => line.textContent ?? '',
    onRefused: () => selectText(line),
    messages,
  });
  field.addEventListener('focus', () => field.select());
  return {
    element: element(
      'section',
      { class: 'keep-link', 'aria-label': texts.link },
      element('h3', {}, texts.link),
      element('div', { class: 'keep-row' }, field, copyLink.button, copyLink.note),
      about,
      element('h3', {}, texts.fingerprint),
      element('div', { class: 'keep-row' }, line, copyLine.button, copyLine.note),
    ),
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      setText(line, texts.fingerprintLine(snapshot.step, snapshot.fingerprint));
      if (snapshot.event === null && snapshot.running) return;
      const written = tryLink(snapshot);
      field.value = written.link;
      field.hidden = written.link === '';
      copyLink.button.disabled = field.hidden;
      setReason(about, written.refusal ?? texts.linkAbout(written.steps));
      for (const { note } of [copyLink, copyLine]) setText(note, '');
    },
  };
}

/** @param {Messages} messages */
function createEmbedPart(messages) {
  /** @type {Snapshot | null} */
  let latest = null;
  const run = () => (latest === null ? '' : tryLink(latest).link.replace(/^[^#]*/, ''));
  const languageId = /** @type {import('../../messages/languages.js').LanguageId} */ (messages.locale);
  return {
    element: createBuilderFold({ languageId, texts: messages.keep, run }),
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      latest = snapshot;
    },
  };
}

/**
 * @param {Snapshot} snapshot
 * @returns {{ link: string, steps: number | null, refusal: ExperimentError | null }}
 */
function tryLink(snapshot) {
  try {
    return { ...linkTo(snapshot), refusal: null };
  } catch (error) {
    if (!(error instanceof ExperimentError)) throw error;
    return { link: '', steps: null, refusal: error };
  }
}

/** What makes a task is loaded when somebody begins one. @param {Messages} messages @param {import('./task-maker.js').Engine} lab */
function createTaskPart(messages, lab) {
  const button = element('button', { type: 'button', 'data-action': 'make-task', 'aria-expanded': 'false' }, messages.keep.makeTask);
  const body = element('div', { class: 'keep-task' });
  const failed = element('p', { class: 'note', role: 'status' });
  /** @type {{ update: (snapshot: Snapshot) => void } | null} */
  let maker = null;
  /** @type {Snapshot | null} */
  let latest = null;
  button.addEventListener('click', async () => {
    setText(failed, '');
    button.disabled = true;
    try {
      const [{ createTaskMaker }, texts] = await Promise.all([import('./task-maker.js'), messages.taskMaker()]);
      if (latest === null || maker !== null) return;
      maker = createTaskMaker(body, { messages: texts, page: messages, lab, address: wholePage(), first: latest });
      button.hidden = true;
      body.querySelector('input')?.focus();
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      setText(failed, messages.panels.loadFailed);
    } finally {
      button.disabled = false;
    }
  });
  return {
    element: element(
      'section',
      { class: 'keep-make-task', 'aria-label': messages.keep.makeTask },
      element('h3', {}, messages.keep.makeTask),
      element('p', { class: 'note' }, messages.keep.makeTaskAbout),
      button,
      failed,
      body,
    ),
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      latest = snapshot;
      maker?.update(snapshot);
    },
  };
}
