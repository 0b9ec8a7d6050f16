/** The lesson in English after its first chapter: what its views say, and all later chapters together. Loaded when somebody goes on to one. */

import { countFormatter, formatFigure, formatLoss, listFormatter } from '../../base/format.js';
import { chaptersTwoToFive } from './lesson-2.js';
import { chaptersSixToTen } from './lesson-6.js';

export { furtherItems } from './lesson-further.js';

const count = countFormatter('en');

const list = listFormatter('en');

export const laterMessages = {
  chains: {
    tasksLabel: 'Three tasks',
    /** @type {Readonly<Record<string, string>>} */
    tasks: { worked: 'Look', half: 'Fill in one', alone: 'Fill in two' },
    equal: 'equal',
    differs: 'different',
    product: 'product',
    /** @type {(inputs: readonly number[], target: number) => string} */
    example: (inputs, target) =>
      `Before training: the example ${list(inputs.map((value, at) => `x${at + 1} = ${formatFigure(value)}`))}, with y = ${formatFigure(target)}`,
    /** @type {(symbol: string) => string} */
    blank: (symbol) => `${symbol}: fill in the number`,
    /** @type {(symbol: string) => string} */
    right: (symbol) => `${symbol} is right.`,
    noNumber: 'Type a number, such as 0.5 or \u22121.',
    /** @type {(symbol: string, from: string) => string} */
    hint: (symbol, from) =>
      /^w\d+$/.test(from)
        ? `Not yet. ${symbol} is ${from} as it was before training. \u201cLook\u201d shows it.`
        : `Not yet. ${symbol} is ${/^[a-z]\d+$/.test(from) ? from : 'a slope'}. Look for ${/^[a-z]\d+$/.test(from) ? from : 'it'} in the line above.`,
  },
  switches: {
    legend: 'What is equal at the start?',
    /** @type {Readonly<Record<string, string>>} */
    parts: { incoming: 'Incoming weights: w1 = w3, w2 = w4', bias: 'Biases: b1 = b2', outgoing: 'Outgoing weights: w5 = w6' },
    /** @type {Readonly<Record<string, string>>} */
    names: { incoming: 'incoming', bias: 'biases', outgoing: 'outgoing' },
    tried: 'What you have tried:',
    /** @type {(names: readonly string[]) => string} */
    equal: (names) => (names.length === 0 ? 'Nothing equal:' : `Equal ${list(names)}:`),
    tied: 'exactly tied',
    apart: 'apart',
  },
  blame: {
    example: 'For one example:',
    error: 'error of the output, a3 \u2212 y',
    weight: 'outgoing weight w5',
    slope: 'slope of neuron 1, a1(1 \u2212 a1)',
    blame: 'blame \u03b41 of neuron 1: the product',
  },
  order: {
    next: 'Next part',
    /** @type {(inputs: readonly number[], a: readonly number[]) => string[]} */
    forward: (inputs, a) => [
      'Forward, with the old weights.',
      `${list(inputs.map((value, at) => `x${at + 1} = ${formatFigure(value)}`))} give ${list(a.map((value, at) => `a${at + 1} = ${formatFigure(value)}`))}.`,
    ],
    /** @type {(loss: number) => string[]} */
    loss: (loss) => ['Loss.', `Over all examples J = ${formatLoss(loss)}.`],
    /** @type {(names: readonly string[], gradients: readonly number[]) => string[]} */
    backward: (names, gradients) => [
      'Backward, over all examples, still with the old weights.',
      ...names.map((name, at) => `\u2202J/\u2202${name} = ${formatFigure(gradients[at])}`),
    ],
    /** @type {(names: readonly string[], before: readonly number[], gradients: readonly number[], alpha: number, after: readonly number[]) => string[]} */
    update: (names, before, gradients, alpha, after) => [
      'Update, all at once.',
      ...names.map(
        (name, at) =>
          `${name}: ${formatFigure(before[at])} \u2212 ${formatFigure(alpha)} \u00b7 ${formatFigure(gradients[at])} = ${formatFigure(after[at])}`,
      ),
    ],
    agrees: 'The referee agrees.',
    disagrees: 'The referee disagrees.',
  },
  seeds: {
    run: 'Run',
    sameRun: 'Same run as the first?',
    sameNeurons: 'Same neurons?',
    itself: 'the first',
    yes: 'yes',
    no: 'no',
  },
  widths: {
    start: 'Train them all',
    cancel: 'Cancel',
    canceled: 'Canceled.',
    progress: 'Progress of the runs',
    done: 'Done.',
    network: 'Network',
    allRight: 'Runs with every example right',
    best: 'Best run: examples right',
    /** @type {(solved: number, all: number) => string} */
    solved: (solved, all) => `${count(solved)} of ${count(all)}`,
  },
  pictures: {
    working: 'Training\u2026',
    /** @type {(loss: string) => string} */
    loss: (loss) => `J ${loss}`,
  },
};

/** @typedef {typeof laterMessages} LaterMessages */

/** @type {Readonly<Record<string, import('./lesson.js').ChapterTexts>>} */
export const laterChapters = { ...chaptersTwoToFive, ...chaptersSixToTen };
