/** The panel of the piles: the student sorts what might break a tie, all of it is run, and the run behind each answer can be opened. */

import { createPilesFigure } from '../../figures/piles/figure.js';
import { createJobControls } from '../../ui/job-controls.js';
import { element, setText } from '../../ui/dom.js';
import { describeExperiment } from '../../ui/experiment-words.js';
import { createTableFold } from '../../ui/table-fold.js';
import { wholeNumberField } from '../../ui/whole-number-field.js';
import { createOverStarts } from './over-starts.js';

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
 * @param {readonly string[]} options.changes ids, in the order they are asked for
 * @param {AbortSignal} options.left the page is left for one in another language
 * @param {(present: Experiment, options: TrialOptions) => Promise<void>} options.onRun
 * @param {import('../seeds/panel.js').Sweep} options.onSweep
 * @param {(experiment: Experiment, steps: number) => void} options.onOpen
 */
export function createBreaksPanel(root, { messages, changes, left, onRun, onSweep, onOpen }) {
  const texts = messages.breaks;
  const base = element('p', { class: 'note breaks-base' });
  /** @type {Snapshot | null} */
  let latest = null;
  /** The experiment that the answers are about. @type {Experiment | null} */
  let asked = null;
  let about = '';
  /** @type {TrialResult[]} */
  let results = [];

  const length = wholeNumberField({
    name: 'breaks-steps',
    label: texts.steps,
    value: USUAL_STEPS,
    least: 1,
    most: MOST_STEPS,
    step: 1000,
    messages,
  });
  const figure = createPilesFigure({
    messages: messages.moreFigures.piles,
    ids: changes,
    onOpen(id) {
      const result = results.find((each) => each.id === id);
      if (result !== undefined) onOpen(result.experiment, steps);
    },
  });
  left.addEventListener('abort', () => figure.leave());
  let steps = USUAL_STEPS;
  const fold = createTableFold({ label: texts.table, read: () => ({ caption: texts.caption, ...figure.table() }) });
  const job = createJobControls({ start: texts.run, cancel: texts.cancel, canceled: texts.canceled, progress: texts.progress, left, work });

  /** @param {AbortSignal} signal */
  async function work(signal) {
    if (latest === null) return '';
    asked = latest.experiment;
    results = [];
    steps = length.value();
    figure.show({ results });
    await onRun(asked, {
      steps,
      signal,
      onBase: (found) => {
        about = texts.base(describeExperiment(found.experiment, messages), found.isPresent, steps);
        setText(base, about);
      },
      onResult: (result) => {
        results = [...results, result];
      },
      onProgress: job.progress,
    });
    figure.show({ results });
    fold.refresh();
    job.rename(texts.again);
    const count = (/** @type {TrialResult['kind']} */ wanted) => results.filter(({ kind }) => kind === wanted).length;
    return texts.done(count('apart'), count('near-tied'), count('tied'));
  }

  root.append(
    element('p', { class: 'breaks-intro' }, texts.intro),
    figure.element,
    element('div', { class: 'job' }, length.element, ...job.elements),
    job.status,
    base,
    fold.button,
    fold.element,
    createOverStarts({ messages, latest: () => latest, left, onSweep, onOpen }),
  );

  return {
    /** @param {Snapshot} snapshot */
    update(snapshot) {
      latest = snapshot;
      if (asked === null || results.some(({ experiment }) => experiment === snapshot.experiment)) return;
      setText(base, snapshot.experiment === asked ? about : `${about} ${texts.baseChanged}`);
    },
  };
}
