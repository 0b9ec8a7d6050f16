/** The panel that asks of one change after the other whether it breaks the tie, and opens the run behind each answer. */

import { createJobControls } from '../../ui/job-controls.js';
import { element, setText } from '../../ui/dom.js';
import { describeExperiment } from '../../ui/experiment-words.js';
import { wholeNumberField } from '../../ui/whole-number-field.js';

/** @typedef {import('../../experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('../../messages/en/lab.js').LabMessages} Messages */
/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../session/tie-trials.js').TrialOptions} TrialOptions */
/** @typedef {import('../../session/tie-trials.js').TrialResult} TrialResult */

const USUAL_STEPS = 2000;
const MOST_STEPS = 100_000;

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {Messages} options.messages
 * @param {readonly string[]} options.changes ids, in the order of the table
 * @param {(present: Experiment, options: TrialOptions) => Promise<void>} options.onRun
 * @param {(experiment: Experiment, steps: number) => void} options.onOpen
 */
export function createBreaksPanel(root, { messages, changes, onRun, onOpen }) {
  const texts = messages.breaks;
  const base = element('p', { class: 'note breaks-base' });
  const rows = changes.map((id) => createRow(id, texts, onOpen));
  /** @type {Snapshot | null} */
  let latest = null;
  /** The experiment that the answers are about. @type {Experiment | null} */
  let asked = null;
  let about = '';

  const length = wholeNumberField({
    name: 'breaks-steps',
    label: texts.steps,
    value: USUAL_STEPS,
    least: 1,
    most: MOST_STEPS,
    step: 1000,
    messages,
  });
  const job = createJobControls({ start: texts.run, cancel: texts.cancel, canceled: texts.canceled, progress: texts.progress, work });

  /** @param {AbortSignal} signal */
  async function work(signal) {
    if (latest === null) return '';
    asked = latest.experiment;
    for (const row of rows) row.clear();
    /** @type {TrialResult[]} */
    const results = [];
    const steps = length.value();
    await onRun(asked, {
      steps,
      signal,
      onBase: (found) => {
        about = texts.base(describeExperiment(found.experiment, messages), found.isPresent, steps);
        setText(base, about);
      },
      onResult: (result) => {
        results.push(result);
        rows.find(({ id }) => id === result.id)?.show(result, steps);
      },
      onProgress: job.progress,
    });
    job.rename(texts.again);
    const count = (/** @type {TrialResult['kind']} */ wanted) => results.filter(({ kind }) => kind === wanted).length;
    return texts.done(count('apart'), count('near-tied'), count('tied'));
  }

  const { change, verdict, parted, distance, open } = texts.columns;
  const head = element('tr', {}, ...[change, verdict, parted, distance, open].map((text) => element('th', { scope: 'col' }, text)));
  const table = element(
    'table',
    { class: 'breaks-table' },
    element('thead', {}, head),
    element('tbody', {}, ...rows.map((row) => row.element)),
  );
  root.append(
    element('p', { class: 'breaks-intro' }, texts.intro),
    element('div', { class: 'job' }, length.element, ...job.elements),
    job.status,
    base,
    element('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': texts.table }, table),
  );

  return {
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      latest = snapshot;
      if (asked === null || rows.some(({ isOwn }) => isOwn(snapshot.experiment))) return;
      setText(base, snapshot.experiment === asked ? about : `${about} ${texts.baseChanged}`);
    },
  };
}

/**
 * @param {string} id
 * @param {Messages['breaks']} texts
 * @param {(experiment: Experiment, steps: number) => void} onOpen
 */
function createRow(id, texts, onOpen) {
  const name = texts.changes()[id];
  const mark = element('span', { class: 'breaks-mark', 'aria-hidden': 'true' });
  const sentence = element('span', {});
  const verdict = element('td', { class: 'breaks-verdict' }, mark, sentence);
  const parted = element('td', {});
  const distance = element('td', {});
  const open = element('button', { type: 'button', class: 'quiet-button', 'aria-label': texts.openOf(name) }, texts.open);
  /** @type {{ result: TrialResult, steps: number } | null} */
  let shown = null;
  open.addEventListener('click', () => shown && onOpen(shown.result.experiment, shown.steps));
  const row = {
    id,
    element: element(
      'tr',
      { 'data-change': id },
      element('th', { scope: 'row' }, name),
      verdict,
      parted,
      distance,
      element('td', {}, open),
    ),
    /** @param {Experiment} experiment */
    isOwn: (experiment) => shown?.result.experiment === experiment,
    clear() {
      shown = null;
      open.disabled = true;
      setText(mark, '');
      for (const cell of [sentence, parted, distance]) setText(cell, texts.notYet);
    },
    /**
     * @param {TrialResult} result
     * @param {number} steps
     */
    show(result, steps) {
      shown = { result, steps };
      open.disabled = false;
      setText(mark, result.kind === 'tied' ? '=' : result.kind === 'near-tied' ? '\u2248' : '\u2260');
      setText(sentence, texts.verdict(result));
      setText(parted, texts.parted(result.parted));
      setText(distance, texts.distance(result.distance));
    },
  };
  row.clear();
  return row;
}
