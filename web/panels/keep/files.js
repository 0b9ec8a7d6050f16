/** Saving the experiment as a file, and opening one: chosen, dropped or pasted. What cannot be opened gets its sentence here. */

import { decodeText } from '../../base/tables/decode.js';
import { TableError } from '../../base/tables/table-error.js';
import { EngineError, ExperimentError } from '../../base/errors.js';
import { fileName, writeFile } from '../../experiment/file.js';
import { LIMITS } from '../../experiment/tables.js';
import { element, setReason, setText } from '../../ui/dom.js';
import { downloadText } from '../../ui/download.js';
import { acceptDrops } from '../../ui/file-drops.js';
import { createTextField, takeLongPastes } from '../../ui/large-text.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../messages/en/lab.js').LabMessages} Messages */

/**
 * @param {object} options
 * @param {Messages} options.messages
 * @param {(text: string) => void} options.onOpen
 * @param {HTMLElement} options.dropZone
 */
export function createKeepFiles({ messages, onOpen, dropZone }) {
  const texts = messages.keep;
  /** @type {Snapshot | null} */
  let latest = null;
  const save = element('button', { type: 'button' }, texts.save);
  const chosen = element('input', { id: 'open-file', type: 'file', accept: '.json,application/json,text/plain' });
  const pasted = createTextField({ id: 'open-text', rows: 3, describedBy: 'open-error' });
  const open = element('button', { type: 'button' }, texts.openPasted);
  const error = element('p', { class: 'field-error', id: 'open-error', role: 'alert', hidden: true });
  const done = element('p', { class: 'note', role: 'status' });

  /** @param {unknown} reason why it is not opened; null: it is */
  const tell = (reason) => {
    error.hidden = reason === null;
    setReason(error, reason ?? '');
    setText(done, reason === null ? texts.opened : '');
  };

  /** @param {string} text */
  const tryOpen = (text) => {
    try {
      onOpen(text);
      pasted.value = '';
      tell(null);
    } catch (refusal) {
      if (!(refusal instanceof ExperimentError || refusal instanceof EngineError)) throw refusal;
      tell(refusal);
    }
  };

  /** @param {File | undefined} file */
  const openFile = async (file) => {
    if (file === undefined) return;
    if (file.size > LIMITS.jsonCharacters) return tell(texts.tooLarge);
    /** @type {string} */
    let text;
    try {
      text = decodeText(new Uint8Array(await file.arrayBuffer()));
    } catch (error) {
      return tell(error instanceof TableError ? messages.dataPanel.problem(error.problem) : texts.unreadable);
    }
    tryOpen(text);
  };

  save.addEventListener('click', () => {
    if (latest !== null) downloadText(fileName(latest.experiment, 'json'), writeFile(latest.experiment), 'application/json');
  });
  chosen.addEventListener('change', async () => {
    await openFile(chosen.files?.[0]);
    // So that the same file can be chosen again.
    chosen.value = '';
  });
  open.addEventListener('click', () => tryOpen(pasted.value));
  acceptDrops(dropZone, ([file]) => openFile(file));
  takeLongPastes(pasted, tryOpen);
  return {
    element: element(
      'section',
      { class: 'keep-file', 'aria-label': texts.file },
      element('h3', {}, texts.file),
      save,
      element('label', { class: 'keep-label', for: chosen.id }, texts.open),
      chosen,
      element('p', { class: 'note' }, texts.drop),
      element('label', { class: 'keep-label', for: pasted.id }, texts.paste),
      pasted,
      open,
      error,
      done,
    ),
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      latest = snapshot;
      if (snapshot.event !== null) setText(done, '');
    },
  };
}
