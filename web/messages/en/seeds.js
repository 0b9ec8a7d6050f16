/** The texts of the panel that trains the same network from many seeds. */

import { countFormatter, formatLoss, pluralFormatter } from '../../base/format.js';

/** @typedef {import('../../ties/seed-statistics.js').SweepSummary} SweepSummary */

const count = countFormatter('en');
const plural = pluralFormatter('en');
const share = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });

export const seedsMessages = {
  intro: 'The same network, trained once from each seed. A seed makes a start repeatable; which start it gives is still luck.',
  first: 'First seed',
  amount: 'Number of seeds',
  steps: 'Steps of each run',
  start: 'Start',
  starts: { random: 'each neuron at random', tied: 'all neurons tied', 'one-ulp': 'tied but for one last bit' },
  run: 'Train them all',
  cancel: 'Cancel',
  canceled: 'Canceled.',
  progress: 'Progress of the seeds',
  /** @type {(network: string, start: string, amount: number, steps: number) => string} */
  about: (network, start, amount, steps) =>
    `${network}; start: ${start}; ${plural(amount, 'seed', 'seeds')}, ${plural(steps, 'step', 'steps')} each.`,
  histogram: 'Final loss J',
  lossColumn: 'J at the end',
  seedsColumn: 'seeds',
  /** @type {(from: string, to: string) => string} */
  range: (from, to) => `${from} to ${to}`,
  /** @type {(amount: number, range: string, seed: number) => string} */
  bar: (amount, range, seed) => `${plural(amount, 'seed', 'seeds')} with J from ${range}: open seed ${seed}`,
  barsHint: 'Click a bar to open one of its runs.',
  /** @type {(summary: SweepSummary) => string} */
  losses: ({ best, middle, worst }) =>
    best === null || middle === null || worst === null
      ? ''
      : `Final J: best ${formatLoss(best.loss)} (seed ${best.seed}), median ${formatLoss(middle.loss)}, worst ${formatLoss(worst.loss)} (seed ${worst.seed}).`,
  /** @type {(summary: SweepSummary) => string} */
  solved: ({ solved, seeds: all }) =>
    solved === null ? '' : `${count(solved)} of ${count(all)} (${share.format(solved / all)}) get every example right.`,
  /** @type {(summary: SweepSummary) => string} */
  different: ({ different, seeds: all }) => {
    if (different[0].widths.length === 0) return '';
    const parts = different
      .slice(0, 4)
      .map(({ widths, count: amount }) => `${widths.join('-')} in ${amount === all ? 'every run' : plural(amount, 'run', 'runs')}`);
    return `Different neurons (twins and mirror images count once, dead ones not at all): ${parts.join(', ')}.`;
  },
  /** @type {(summary: SweepSummary) => string} */
  parted: ({ parted: { atStart, never, later }, seeds: all, different }) => {
    if (different[0].widths.length === 0 || (atStart === 0 && later.length === 0 && never === 0)) return '';
    if (atStart === all) return 'No two neurons look alike at the start.';
    const parts = [
      ...(later.length === 0
        ? []
        : [
            `${count(later.length)} part, between steps ${count(later[0])} and ${count(later[later.length - 1])}, half of them by step ${count(later[(later.length - 1) >> 1])}`,
          ]),
      ...(never === 0 ? [] : [`${count(never)} never do`]),
      ...(atStart === 0 ? [] : [`${count(atStart)} look apart from the start`]),
    ];
    return `Neurons that look alike at the start: ${parts.join('; ')}.`;
  },
  /** @type {(diverged: number) => string} */
  diverged: (diverged) => (diverged === 0 ? '' : `${plural(diverged, 'run', 'runs')} grew beyond all bounds and stopped.`),
  /** @type {(all: number) => string} */
  done: (all) => `${plural(all, 'run', 'runs')} done.`,

  compare: {
    title: 'How many neurons does the coffee data need?',
    /** @type {(majority: number, examples: number) => string} */
    about: (majority, examples) =>
      `${count(examples)} roasts, good inside a triangle that three lines bound. Whoever always says \u201cbad\u201d gets ${share.format(majority)} right. From the same seeds as above:`,
    run: 'Compare widths',
    table: 'Widths compared on the coffee data',
    columns: { network: 'Hidden neurons', middle: 'Right (median)', worst: 'Worst', best: 'Best', solved: 'All right', open: 'The run' },
    /** @type {(units: number, isTied: boolean) => string} */
    network: (units, isTied) => `${count(units)}${isTied ? ', tied' : ''}`,
    /** @type {(part: number) => string} */
    share: (part) => share.format(part),
    /** @type {(solved: number, all: number) => string} */
    solved: (solved, all) => `${count(solved)} of ${count(all)}`,
    notYet: '\u2013',
    open: 'Open',
    /** @type {(network: string, seed: number) => string} */
    openOf: (network, seed) => `Open seed ${seed} with hidden neurons: ${network}`,
  },
};
