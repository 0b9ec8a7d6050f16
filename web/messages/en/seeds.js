/** The texts of the panel that trains the same network from many seeds. */

import { countFormatter, formatLoss, numberFormatter, pluralFormatter } from '../../base/format.js';

/** @typedef {import('../../ties/neuron-outcomes.js').Kind} Kind */
/** @typedef {import('../../ties/seed-statistics.js').SweepSummary} SweepSummary */

const count = countFormatter('en');
const plural = pluralFormatter('en');
const share = numberFormatter('en', { style: 'percent', maximumFractionDigits: 1 });

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
  barsHint: 'Choose a bar to open one of its runs.',
  /** @type {(summary: SweepSummary) => string} */
  losses: ({ best, middle, worst }) =>
    best === null || middle === null || worst === null
      ? ''
      : `Final J: best ${formatLoss(best.loss)} (seed ${best.seed}), median ${formatLoss(middle.loss)}, worst ${formatLoss(worst.loss)} (seed ${worst.seed}).`,
  /** @type {(summary: SweepSummary) => string} */
  solved: ({ solved, seeds: all }) =>
    solved === null
      ? ''
      : `${count(solved)} of ${count(all)} (${share(solved / all)}) get every example right.${solved > 0 && solved < all ? ' Only the start differs from run to run: it decides.' : ''}`,
  /** @type {(summary: SweepSummary) => string} */
  parted: ({ parted: { atStart, never, later }, seeds: all }) => {
    if (atStart === all) return 'No two neurons look alike at the start.';
    const parts = [
      ...(later.length === 0
        ? []
        : [
            `${count(later.length)} part, between steps ${count(later[0])} and ${count(later[later.length - 1])}, half of them by step ${count(later[(later.length - 1) >> 1])}`,
          ]),
      ...(never === 0 ? [] : [`${count(never)} never part`]),
      ...(atStart === 0 ? [] : [`${count(atStart)} look apart from the start`]),
    ];
    return `Neurons that look alike at the start: ${parts.join('; ')}.`;
  },
  /** @type {(diverged: number) => string} */
  diverged: (diverged) => (diverged === 0 ? '' : `${plural(diverged, 'run', 'runs')} grew beyond all bounds and stopped.`),
  /** @type {(all: number) => string} */
  done: (all) => `${plural(all, 'run', 'runs')} done.`,

  neurons: {
    /** @type {(layer: number, layers: number) => string} */
    title: (layer, layers) => `What came of the neurons${layers === 1 ? '' : ` of hidden layer ${count(layer)}`}`,
    hint: 'Twins and mirror images count once, dead ones not at all.',
    column: 'neurons at the end',
    /** @type {(kind: Kind) => string} */
    kind: ({ different, alike, dead }) => {
      const parts = [
        ...(alike.tied.length === 0 ? [] : [`${alike.tied.map(count).join(' + ')} tied`]),
        ...(alike.same.length === 0 ? [] : [`${alike.same.map(count).join(' + ')} with the same incoming weights`]),
        ...(alike.mirror.length === 0 ? [] : [`${alike.mirror.map(count).join(' + ')} mirror images`]),
      ];
      return `${count(different)} different${parts.length === 0 ? '' : ` (${parts.join(', ')})`}${dead === 0 ? '' : `, ${count(dead)} dead`}`;
    },
    others: 'other outcomes',
    /** @type {(amount: number, kind: string, seed: number) => string} */
    bar: (amount, kind, seed) => `${plural(amount, 'seed', 'seeds')}, ${kind}: open seed ${seed}`,
  },

  compare: {
    title: 'How many neurons does the coffee data need?',
    /** @type {(majority: number, examples: number) => string} */
    about: (majority, examples) =>
      `${count(examples)} roasts, good inside a triangle that three lines bound. Whoever always says \u201cbad\u201d gets ${share(majority)} right. From the same seeds as above:`,
    run: 'Compare widths',
    table: 'Widths compared on the coffee data',
    columns: { network: 'Hidden neurons', middle: 'Right (median)', worst: 'Worst', best: 'Best', solved: 'All right', open: 'The run' },
    /** @type {(units: number, isTied: boolean) => string} */
    network: (units, isTied) => `${count(units)}${isTied ? ', tied' : ''}`,
    /** @type {(part: number) => string} */
    share,
    /** @type {(solved: number, all: number) => string} */
    solved: (solved, all) => `${count(solved)} of ${count(all)}`,
    notYet: '\u2013',
    open: 'Open',
    /** @type {(network: string, seed: number) => string} */
    openOf: (network, seed) => `Open seed ${seed} with hidden neurons: ${network}`,
  },
};
