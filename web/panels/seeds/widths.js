/** Layers of several widths compared on the coffee data: how many examples each gets right over the seeds, and tied neurons beside them. */

import { COMPARISON, comparedExperiment, majorityShare } from '../../ties/seed-statistics.js';
import { element, setText } from '../../ui/dom.js';
import { createJobControls } from '../../ui/job-controls.js';

/** @typedef {import('../../experiment/experiment.js').Experiment} Experiment */
/** @typedef {import('../../messages/en/lab.js').LabMessages} Messages */
/** @typedef {import('../../engine/sweep.js').SweepResult} SweepResult */
/** @typedef {import('./panel.js').Sweep} Sweep */
/** @typedef {(typeof COMPARISON)['rows'][number]} ComparedRow */

/**
 * @param {object} options
 * @param {Messages} options.messages
 * @param {() => [number, number]} options.range first and last seed
 * @param {AbortSignal} options.left the page is left for one in another language
 * @param {Sweep} options.onSweep
 * @param {(experiment: Experiment) => number[][]} options.targetsOf
 * @param {(experiment: Experiment, steps: number) => void} options.onOpen
 * @returns {HTMLElement}
 */
export function createWidthsTable({ messages, range, left, onSweep, targetsOf, onOpen }) {
  const texts = messages.seeds.compare;
  const { steps, sweeps, rows: compared } = COMPARISON;
  const rows = compared.map((row) => createRow(row, messages, onOpen));
  const targets = targetsOf(comparedExperiment(compared[0], 0));
  const job = createJobControls({
    start: texts.run,
    cancel: messages.seeds.cancel,
    canceled: messages.seeds.canceled,
    progress: messages.seeds.progress,
    left,
    work,
  });

  /** @param {AbortSignal} signal */
  async function work(signal) {
    const seeds = range();
    for (const row of rows) row.clear();
    const amount = seeds[1] - seeds[0] + 1;
    let at = 0;
    /** @type {SweepResult[]} */
    let waiting = [];
    const onResult = (/** @type {SweepResult} */ result) => {
      waiting.push(result);
      if (waiting.length < amount) return;
      rows[at].show(waiting);
      waiting = [];
      at += 1;
    };
    let before = 0;
    for (const { start, widths } of sweeps) {
      const onProgress = (/** @type {{ done: number }} */ { done }) => job.progress((before + done / amount) / rows.length);
      const grid = { 'network.hidden': widths };
      await onSweep(comparedExperiment({ units: widths[0], start }, seeds[0]), { seeds, steps, grid, signal, onProgress, onResult });
      before += widths.length;
    }
    return messages.seeds.done(rows.length * amount);
  }

  const { network, middle, worst, best, solved, open } = texts.columns;
  const head = element('tr', {}, ...[network, middle, worst, best, solved, open].map((text) => element('th', { scope: 'col' }, text)));
  const table = element(
    'table',
    { class: 'seeds-widths' },
    element('thead', {}, head),
    element('tbody', {}, ...rows.map((row) => row.element)),
  );
  return element(
    'section',
    { class: 'seeds-compare' },
    element('h3', {}, texts.title),
    element('p', {}, texts.about(majorityShare(targets), targets.length)),
    element('div', { class: 'job' }, ...job.elements),
    job.status,
    element('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': texts.table }, table),
  );
}

/**
 * @param {ComparedRow} row
 * @param {Messages} messages
 * @param {(experiment: Experiment, steps: number) => void} onOpen
 */
function createRow(row, messages, onOpen) {
  const texts = messages.seeds.compare;
  const name = texts.network(row.units, row.start === 'tied');
  const cells = Array.from({ length: 4 }, () => element('td', {}));
  const open = element('button', { type: 'button', class: 'quiet-button' }, texts.open);
  let seed = 0;
  open.addEventListener('click', () => onOpen(comparedExperiment(row, seed), COMPARISON.steps));
  const clear = () => {
    open.disabled = true;
    for (const cell of cells) setText(cell, texts.notYet);
  };
  clear();
  return {
    element: element('tr', {}, element('th', { scope: 'row' }, name), ...cells, element('td', {}, open)),
    clear,
    /** @param {readonly SweepResult[]} results */
    show(results) {
      const sorted = results
        .map((result) => ({ seed: result.seed, right: result.solved ?? 0 }))
        .sort((one, other) => one.right - other.right);
      const middle = sorted[(sorted.length - 1) >> 1];
      const shares = [middle, sorted[0], sorted[sorted.length - 1]].map(({ right }) => texts.share(right));
      const solved = texts.solved(sorted.filter(({ right }) => right === 1).length, sorted.length);
      [...shares, solved].forEach((text, at) => setText(cells[at], text));
      seed = middle.seed;
      open.disabled = false;
      open.setAttribute('aria-label', texts.openOf(name, seed));
    },
  };
}
