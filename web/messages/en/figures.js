/** The figures of the stage, in English. */

import { countFormatter, formatInText, formatShortLoss, joinNumbers, listFormatter, pluralFormatter } from '../../base/format.js';

const count = countFormatter('en');
const plural = pluralFormatter('en');
const list = listFormatter('en');

export const figureMessages = {
  table: 'Table',
  numbers: 'Numbers',
  /** @param {number} right @param {number} examples */
  right: (right, examples) => `${count(right)} of ${count(examples)} right`,
  /** @type {(answer: string, right: number, examples: number) => string} what always giving the commonest answer gets */
  always: (answer, right, examples) => `always saying ${answer}: ${count(right)}\u00a0of\u00a0${count(examples)}`,
  /** The marks of the answers 0 and 1. */
  marks: ['circle', 'square'],
  /** @param {number} step */
  step: (step) => `step ${count(step)}`,
  /** @param {number} loss */
  loss: (loss) => `loss J ${formatShortLoss(loss)}`,
  answers: 'what the network\u00a0answers',
  before: 'before',
  scrub: 'Move the clock',
  /** @param {number} units that are not drawn */
  more: (units) => `+ ${count(units)}`,
  /** @param {number} unit */
  neuron: (unit) => `neuron ${unit}`,
  output: 'the output',
  /** @param {string} name @param {string} from @param {string} to */
  weight: (name, from, to) => `${name}, from ${from} to ${to}`,
  /** @param {string} name @param {number} value */
  value: (name, value) => `${name} = ${formatInText(value)}`,
  /** @type {(one: string, other: string) => string} */
  twoReadings: (one, other) => `Is it ${one} or ${other}? Type it as one of them.`,
  /** @param {string} name */
  type: (name) => `Type a value for ${name}`,
  words: {
    /** @param {number} step */
    step: (step) => (step === 0 ? 'Before training.' : `After ${plural(step, 'step', 'steps')}.`),
    /** @param {readonly number[]} units */
    tied: (units) => `Neurons ${list(units)} are tied: equal in every bit.`,
    apart: 'No two neurons are equal.',
    single: 'There is one neuron.',
    none: 'There is no hidden neuron.',
    /** @param {number} right @param {number} examples @param {number} always what always giving the commonest answer gets */
    right: (right, examples, always) =>
      `The network answers ${count(right)} of ${plural(examples, 'example', 'examples')} right; one answer for all would get ${count(always)}.`,
    /** @param {readonly (readonly number[])[]} rows */
    wrong: (rows) => `Wrong: ${rows.map((row) => `(${joinNumbers(row.map(formatInText))})`).join(', ')}.`,
    /** @param {number} loss */
    loss: (loss) => `The mean loss J is ${formatShortLoss(loss)}.`,
  },
  columns: { parameter: 'Parameter', value: 'Value', run: 'Run' },
};

/** @typedef {typeof figureMessages} FigureMessages */
