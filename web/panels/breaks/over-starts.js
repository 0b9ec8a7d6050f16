/** Over many starts: what makes a tie (weight decay), and what keeps one together (small batches), counted by sweeps of the present network. */

import { element } from '../../ui/dom.js';
import { createJobControls } from '../../ui/job-controls.js';
import { createNumberField } from '../../ui/number-field.js';
import { wholeNumberField } from '../../ui/whole-number-field.js';
import { formatExact } from '../../base/format.js';
import { STARTS, batchVariants, decayVariants, wideLayer } from '../../ties/over-starts.js';

/** @typedef {import('../../session/session.js').Snapshot} Snapshot */
/** @typedef {import('../../ties/over-starts.js').Variant} Variant */
/** @typedef {import('../../messages/en/lab.js').LabMessages} Messages */
/** @typedef {import('../seeds/panel.js').Sweep} Sweep */

/** As in the chapter on weight decay. */
const USUAL_DECAY = 0.01;
const MOST_DECAY = 10;
/** Parting and coming together take their time. */
const USUAL_STEPS = 20_000;
const MOST_STEPS = 1_000_000;

/**
 * @param {object} options
 * @param {Messages} options.messages
 * @param {() => Snapshot | null} options.latest
 * @param {AbortSignal} options.left the page is left for one in another language
 * @param {Sweep} options.onSweep
 * @param {(experiment: import('../../experiment/experiment.js').Experiment, steps: number) => void} options.onOpen
 * @returns {HTMLElement}
 */
export function createOverStarts({ messages, latest, left, onSweep, onOpen }) {
  const texts = messages.breaks.overStarts;
  const length = wholeNumberField({
    name: 'over-starts-steps',
    label: messages.breaks.steps,
    value: USUAL_STEPS,
    least: 1,
    most: MOST_STEPS,
    step: 1000,
    messages,
  });
  let decay = USUAL_DECAY;
  const field = createNumberField({
    name: 'over-starts-decay',
    label: texts.decay,
    notANumber: messages.errors.notANumber,
    check: (value) => (value > 0 && value <= MOST_DECAY ? null : messages.errors.outOfRange(0, MOST_DECAY)),
    format: formatExact,
    onCommit: (value) => {
      decay = value;
    },
  });
  field.set(decay);
  const decayField = element('div', { class: 'field' }, element('label', { for: field.input.id }, texts.decay), field.input, field.error);

  /**
   * @param {string} title
   * @param {string} about
   * @param {HTMLElement | null} extra
   * @param {(snapshot: Snapshot) => { name: string, variant: Variant }[]} variantsOf
   * @param {(count: number, starts: number) => string} said
   */
  const question = (title, about, extra, variantsOf, said) => {
    const rows = element('tbody', {});
    const table = element('table', { 'aria-label': title }, rows);
    const box = element('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': title, hidden: true }, table);
    const job = createJobControls({
      start: texts.run,
      cancel: messages.breaks.cancel,
      canceled: messages.breaks.canceled,
      progress: messages.breaks.progress,
      left,
      work,
    });
    /** @param {AbortSignal} signal */
    async function work(signal) {
      const snapshot = latest();
      if (snapshot === null) return '';
      if (wideLayer(snapshot.experiment) === null) return texts.noPair;
      const steps = length.value();
      const variants = variantsOf(snapshot);
      rows.replaceChildren();
      box.hidden = false;
      for (const [at, { name, variant }] of variants.entries()) {
        const onProgress = (/** @type {{ done: number, total: number }} */ { done, total }) =>
          job.progress((at + done / total) / variants.length);
        const results = await onSweep(variant.experiment, { seeds: [...STARTS], steps, weights: true, signal, onProgress });
        const counted = results.filter(variant.counts);
        const open = element('button', { type: 'button', class: 'quiet-button' }, texts.open(STARTS[0]));
        open.addEventListener('click', () => onOpen(variant.experiment, steps));
        rows.append(
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, name),
            element('td', {}, said(counted.length, results.length)),
            element('td', {}, open),
          ),
        );
      }
      return texts.done(variants.length * (STARTS[1] - STARTS[0] + 1), steps);
    }
    return element(
      'section',
      {},
      element('h4', {}, title),
      element('p', { class: 'note' }, about),
      element('div', { class: 'job' }, ...(extra === null ? [] : [extra]), ...job.elements),
      job.status,
      box,
    );
  };

  return element(
    'section',
    { class: 'over-starts' },
    element('h3', {}, texts.title),
    length.element,
    question(
      texts.makes.title,
      texts.makes.about,
      decayField,
      ({ experiment }) =>
        decayVariants(experiment, decay).map((variant) => ({
          name: variant.id === 'with' ? texts.makes.with(decay) : texts.makes.without,
          variant,
        })),
      texts.makes.said,
    ),
    question(
      texts.keeps.title,
      texts.keeps.about,
      null,
      ({ experiment, data }) =>
        batchVariants(experiment, data.x.length).map((variant) => ({ name: texts.keeps.batch(variant.batchSize, data.x.length), variant })),
      texts.keeps.said,
    ),
  );
}
