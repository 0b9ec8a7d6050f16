/** The run as a Python program: chosen by library, shown, copied, saved. */

import { fileName } from '../../experiment/file.js';
import { createLatestWork } from '../../session/latest-work.js';
import { LIBRARIES, programRefusal, writeInParts } from './python/program.js';
import { createCopyButton, selectText } from '../../ui/copy-button.js';
import { choice, element, setText } from '../../ui/dom.js';
import { downloadText } from '../../ui/download.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../messages/en/lab.js').LabMessages} Messages */

/** Where nothing has been trained and training has no end, a program trains so many steps. */
const SOME_STEPS = 1000;
/** A longer program is shown in part: nobody reads ten thousand rows of examples. */
const MOST_SHOWN = 20_000;

/** @param {{ messages: Messages }} options */
export function createKeepProgram({ messages }) {
  const texts = messages.keep;
  /** @type {import('./python/program.js').Library} */
  let library = LIBRARIES[0];
  /** @type {Snapshot | null} */
  let latest = null;
  let program = '';
  const work = createLatestWork();
  const libraries = choice({
    name: 'library',
    label: texts.library,
    options: LIBRARIES.map((value) => ({ value, text: texts.libraries[value] })),
    onChoose: (value) => {
      library = value;
      show();
    },
  });
  const shown = element('pre', { class: 'keep-program', tabindex: '0', role: 'region' });
  const about = element('p', { class: 'note' });
  const copy = createCopyButton({ label: texts.copyProgram, read: () => program, onRefused: () => selectText(shown), messages });
  const save = element('button', { type: 'button' }, texts.saveProgram);
  save.addEventListener('click', () => {
    if (latest !== null) downloadText(fileName(latest.experiment, `${library}.py`), program, 'text/x-python');
  });

  function show() {
    if (latest === null) return;
    work.end();
    const refusal = programRefusal(latest.experiment, library);
    if (refusal !== null) return put('', refusal);
    work.begin(programOf(library, latest), { done: (text) => put(text, null), slice: wait });
  }

  /** A long program is being written: meanwhile there is none. */
  function wait() {
    copy.button.disabled = save.disabled = true;
    setText(shown, '');
    setText(about, messages.status.working);
  }

  /** @param {string} text @param {ReturnType<typeof programRefusal>} refusal */
  function put(text, refusal) {
    program = text;
    setText(shown, program.slice(0, MOST_SHOWN));
    shown.hidden = refusal !== null;
    shown.setAttribute('aria-label', texts.programOf(texts.libraries[library]));
    copy.button.disabled = save.disabled = refusal !== null;
    setText(copy.note, '');
    const notes = [
      texts.programAbout,
      ...(library === 'keras' ? [texts.programKeras] : []),
      ...(program.length > MOST_SHOWN ? [texts.programCut] : []),
    ];
    setText(about, refusal === null ? notes.join(' ') : texts.programRefusals[refusal]);
  }

  return {
    element: element(
      'section',
      { class: 'keep-python', 'aria-label': texts.program },
      element('h3', {}, texts.program),
      element('div', { class: 'keep-row' }, libraries.element, copy.button, save, copy.note),
      about,
      shown,
    ),
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      if (snapshot.running) return;
      latest = snapshot;
      show();
    },
  };
}

/**
 * @param {import('./python/program.js').Library} library
 * @param {Snapshot} snapshot
 * @returns {Generator<void, string>}
 */
function programOf(library, { experiment, startValues, data, step, stepsToRun, loss }) {
  return writeInParts(library, {
    experiment,
    start: startValues,
    x: data.x,
    y: data.y,
    steps: step > 0 ? step : (stepsToRun ?? SOME_STEPS),
    loss: step > 0 ? loss : null,
  });
}
