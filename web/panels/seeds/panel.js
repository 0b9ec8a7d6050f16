/** The panel that trains the present network from many seeds and shows what they come to; below, widths compared on the coffee data. */

import { STARTS, histogram, seededExperiment, summarize } from '../../ties/seed-statistics.js';
import { choice, element, setText } from '../../ui/dom.js';
import { describeExperiment } from '../../ui/experiment-words.js';
import { createJobControls } from '../../ui/job-controls.js';
import { neuronOutcomes } from '../../ties/neuron-outcomes.js';
import { createHistogram } from './histogram.js';
import { createNeuronKinds } from './neuron-kinds.js';
import { createWidthsTable } from './widths.js';
import { wholeNumberField } from '../../ui/whole-number-field.js';

/** @typedef {import('../../experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('../../messages/en/lab.js').LabMessages} Messages */
/** @typedef {import('../../ties/seed-statistics.js').StartKind} StartKind */
/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../engine/sweep.js').SweepOptions} SweepOptions */
/** @typedef {import('../../engine/sweep.js').SweepResult} SweepResult */
/** @typedef {(experiment: Experiment, options: SweepOptions) => Promise<SweepResult[]>} Sweep */

const USUAL_SEEDS = 100;
const MOST_SEEDS = 10_000;
const USUAL_STEPS = 2000;
const MOST_STEPS = 1_000_000;

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {Messages} options.messages
 * @param {number} options.largestSeed
 * @param {AbortSignal} options.left the page is left for one in another language
 * @param {Sweep} options.onSweep
 * @param {(experiment: Experiment) => number[][]} options.targetsOf the y of its examples
 * @param {(experiment: Experiment, steps: number) => void} options.onOpen
 */
export function createSeedsPanel(root, { messages, largestSeed, left, onSweep, targetsOf, onOpen }) {
  const texts = messages.seeds;
  const first = wholeNumberField({ name: 'seeds-first', label: texts.first, value: 1, least: 0, most: largestSeed - MOST_SEEDS, messages });
  const amount = wholeNumberField({ name: 'seeds-amount', label: texts.amount, value: USUAL_SEEDS, least: 1, most: MOST_SEEDS, messages });
  const steps = wholeNumberField({ name: 'seeds-steps', label: texts.steps, value: USUAL_STEPS, least: 1, most: MOST_STEPS, messages });
  const start = choice({
    name: 'seeds-start',
    label: texts.start,
    options: STARTS.map((value) => ({ value, text: texts.starts[value] })),
    onChoose: () => {},
  });
  /** @type {Experiment | null} */
  let present = null;
  const about = element('p', { class: 'note' });
  const facts = element('ul', { class: 'seeds-facts' });
  const shown = element('div', { class: 'seeds-results' });

  /** @returns {[number, number]} */
  const range = () => [first.value(), first.value() + amount.value() - 1];

  const job = createJobControls({ start: texts.run, cancel: texts.cancel, canceled: texts.canceled, progress: texts.progress, left, work });

  /** @param {AbortSignal} signal */
  async function work(signal) {
    if (present === null) return '';
    const now = { experiment: present, start: /** @type {StartKind} */ (start.select.value), steps: steps.value() };
    const seeds = range();
    const results = await onSweep(seededExperiment(now.experiment, now.start, seeds[0]), {
      seeds,
      steps: now.steps,
      signal,
      onProgress: ({ done, total }) => job.progress(done / total),
    });
    setText(about, texts.about(describeExperiment(now.experiment, messages), texts.starts[now.start], results.length, now.steps));
    const summary = summarize(results);
    const { hidden } = now.experiment.network;
    const sentences = [
      texts.solved(summary),
      texts.losses(summary),
      hasPair(now.experiment) ? texts.parted(summary) : '',
      texts.diverged(summary.diverged),
    ];
    facts.replaceChildren(...sentences.filter((sentence) => sentence !== '').map((sentence) => element('li', {}, sentence)));
    const open = (/** @type {number} */ seed) => onOpen(seededExperiment(now.experiment, now.start, seed), now.steps);
    const bins = histogram(results);
    const kinds = neuronOutcomes(results, hidden);
    shown.replaceChildren(
      ...(bins.length === 0 ? [] : [createHistogram(bins, messages, open)]),
      ...kinds.map((each, at) => createNeuronKinds(each, { layer: at + 1, layers: hidden.length }, messages, open)),
    );
    return texts.done(results.length);
  }

  const widths = createWidthsTable({ messages, range, left, onSweep, targetsOf, onOpen });
  root.append(
    element('p', { class: 'seeds-intro' }, texts.intro),
    element('div', { class: 'job' }, first.element, amount.element, steps.element, start.element, ...job.elements),
    job.status,
    about,
    facts,
    shown,
    widths,
  );

  return {
    /** @param {Snapshot} snapshot */
    update({ experiment }) {
      present = experiment;
      start.select.disabled = !hasPair(experiment);
      if (!hasPair(experiment)) start.select.value = 'random';
    },
  };
}

/** @param {Experiment} experiment */
const hasPair = ({ network }) => network.hidden.some((units) => units > 1);
