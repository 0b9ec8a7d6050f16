/** The texts of the ties' panel, in English. */

import {
  countFormatter,
  formatDifference,
  formatExact,
  formatFactor,
  formatFigure,
  formatLoss,
  listFormatter,
  pluralFormatter,
} from '../../base/format.js';

/** @typedef {import('../../ties/difference-growth.js').GrowthRate} GrowthRate */
/** @typedef {import('../../ties/tie-edits.js').Part} Part */

const count = countFormatter('en');
const list = listFormatter('en');
const plural = pluralFormatter('en');

/** @type {(steps: number) => string} */
const everySteps = (steps) =>
  steps < 1
    ? 'in less than a step'
    : `every ${steps < 9.95 ? formatExact(Number(steps.toPrecision(2))) : count(steps)} ${steps.toPrecision(2) === '1.0' ? 'step' : 'steps'}`;

/** More names than this are cut short. */
const MOST_NAMES = 3;

/** @type {(names: readonly string[]) => string} */
const shortList = (names) => (names.length > MOST_NAMES ? `${names[0]} \u2026 ${names[names.length - 1]}` : names.join(', '));

export const tiesMessages = {
  none: 'Ties need two hidden neurons in one layer. This network has none to offer.',
  intro: 'These switches show and change the start. Training begins there again.',
  layer: 'Layer',
  first: 'Neuron',
  second: 'and neuron',
  /** @type {(number: number) => string} */
  number: (number) => count(number),

  switches: 'Equal at the start',
  /** @type {(part: Part) => string} */
  part: (part) => ({ incoming: 'Tie incoming', bias: 'Tie bias', outgoing: 'Tie outgoing' })[part],
  /** @type {(first: readonly string[], second: readonly string[], isTied: boolean) => string} */
  partNames: (first, second, isTied) => `${shortList(first)} ${isTied ? '=' : '\u2260'} ${shortList(second)}`,
  noBias: 'the network has no biases',
  lock: 'Lock',
  lockMeaning: 'an edit of one edits both',
  /** @type {(part: Part, units: readonly number[]) => string} */
  askOthers: (part, units) =>
    `Neurons ${list(units)} never had different ${{ incoming: 'incoming weights', bias: 'biases', outgoing: 'outgoing weights' }[part]}: without the tie they would still be equal. Give neuron ${units[1]} other values:`,
  /** @type {(name: string) => string} */
  otherValue: (name) => `Another start for ${name}`,

  nudge: 'Nudge',
  nudgeParameter: 'Parameter',
  nudgeAmount: 'Amount',
  /** @type {(amount: string) => string} */
  nudgeUlp: (amount) => `1 ulp, its last bit: ${amount}`,
  /** @type {(amount: string) => string} */
  nudgeBy: (amount) => `by ${amount}`,
  /** @type {(name: string) => string} */
  tooSmall: (name) => `less than the last bit of ${name}: nothing would change`,
  nudgeNow: 'Nudge',
  nudgeBack: 'Take nudges back',
  /** @type {(nudges: readonly { parameter: string, ulps?: number, by?: number }[]) => string} */
  nudged: (nudges) =>
    nudges.length === 0
      ? 'No nudge is in force.'
      : `Nudged at the start: ${list(nudges.map(({ parameter, ulps, by }) => `${parameter} ${ulps === undefined ? `by ${formatDifference(Number(by))}` : `by ${count(ulps)} ulp`}`))}.`,

  firmness: 'Would a small difference grow?',
  /** @type {(growth: GrowthRate, perStep: number, lambda: number) => string} */
  predicted: ({ kind, steps, flips }, perStep, lambda) => {
    const numbers = `curvature \u03bb = ${formatFigure(lambda)}, so times ${formatFactor(perStep)} a step`;
    const flip = flips ? ', changing its sign each time' : '';
    if (kind === 'grows') return `Predicted: a small difference here would double ${everySteps(steps)}${flip} (${numbers}).`;
    if (kind === 'heals')
      return `Predicted, thanks to weight decay: a small difference here would halve ${everySteps(steps)}, or faster${flip} (${numbers}).`;
    return `Predicted: a small difference here would neither grow nor heal, not in a million steps (${numbers}).`;
  },
  kinkPrediction:
    'At this point J has a kink: in some example a neuron has z = 0 exactly, where ReLU bends. No rate can be predicted; the smallest nudge can part the neurons in one step.',
  noPrediction:
    'No prediction here: it is for two neurons that are tied, or at most 0.001 apart, and for plain gradient descent on all examples.',
  /** @param {number} done from 0 to 1 */
  workingPrediction: (done) => `Working on the prediction: ${Math.round(100 * done)} %.`,
  pausedPrediction: 'The prediction is made when training pauses.',
  /** @type {(growth: GrowthRate, from: number, to: number) => string} */
  measured: ({ kind, steps }, from, to) => {
    const when = `from step ${count(from)} to ${count(to)}`;
    if (kind === 'neither') return `Measured: ${when} the difference neither grew nor healed.`;
    return `Measured: ${when} the difference ${kind === 'grows' ? 'doubled' : 'halved'} ${everySteps(steps)}.`;
  },
  /** @type {Record<'zero' | 'short' | 'rounding', string>} */
  unmeasured: {
    zero: 'Measured: the difference is exactly 0. Nudge a weight and train, to see.',
    short: 'Measured: nothing yet. Train some steps.',
    rounding: 'Measured: the difference is so near the last bit that rounding decides about it.',
  },

  split: {
    title: 'Split a neuron',
    intro:
      'A neuron is cut in two where the run stands: both halves have its incoming weights and bias, and share its outgoing weights. The answers stay. Undo brings the uncut network back, at its start.',
    share: 'Share that stays',
    /** @type {(share: number) => string} */
    shares: (share) => `${formatFigure(share)} stays, ${formatFigure(Number((1 - share).toFixed(1)))} goes to the other half`,
    neuron: 'Neuron',
    halves: 'Would even halves go separate ways?',
    cut: 'Cut it',
    /** @type {(number: number) => string} */
    number: (number) => count(number),
    /** @type {(number: number) => string} */
    now: (number) => `Split neuron ${number}`,
    /** @type {(growth: GrowthRate) => string} */
    growth: ({ kind, steps, flips }) =>
      kind === 'grows'
        ? `a difference doubles ${everySteps(steps)}${flips ? ', changing its sign each time' : ''}`
        : kind === 'heals'
          ? `no: a difference halves ${everySteps(steps)}`
          : 'not in a million steps',
    kink: 'J has a kink here: no rate can be predicted',
    unknown: 'not known: this is for plain gradient descent on all examples',
    tooLarge: 'This network or its data is too large to ask here.',
    /** @type {(left: number) => string} */
    more: (left) => `${plural(left, 'more neuron is', 'more neurons are')} not listed.`,
    /** @type {(number: number, other: number, before: number, after: number) => string} */
    done: (number, other, before, after) =>
      `Neuron ${count(number)} is cut in two: neuron ${count(other)} is its other half. J is ${formatLoss(after)}, ${after === before ? 'the same in every bit' : `the same but for ${formatDifference(Math.abs(after - before))}`}. Nudge a weight and train, to see them part.`,
  },

  bits: 'The bits',
  /** @type {(units: readonly number[], step: number) => string} */
  bitsOf: (units, step) => `Neurons ${list(units)} after ${plural(step, 'step', 'steps')}, exactly, in hexadecimal`,
  bitsNeuron: (/** @type {number} */ unit) => `neuron ${unit}`,
  bitsDifference: 'difference',
  bitsEqual: 'none: every bit equal',
  /** @type {(bits: number, ulps: bigint) => string} */
  bitsApart: (bits, ulps) =>
    `${ulps < 1_000_000n ? count(Number(ulps)) : Number(ulps).toExponential(1)} ulp, ${plural(bits, 'bit', 'bits')}`,
  /** @type {(left: number) => string} */
  bitsMore: (left) => `${count(left)} more pairs are not listed.`,
};

/** @typedef {typeof tiesMessages} TiesMessages */
