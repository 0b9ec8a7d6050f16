/** What a task says to the student who does it, in English. */

import { countFormatter, formatInText } from '../../base/format.js';

/** @typedef {import('../../tasks/conditions.js').Condition} Condition */

const count = countFormatter('en');

/** @type {(items: readonly (string | number)[]) => string} */
const list = (items) => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`);

/** @type {Readonly<Record<string, string>>} */
const CHOICES = {
  hidden: 'the hidden layers',
  activation: 'the activation',
  outputActivation: 'the output\u2019s activation',
  loss: 'the loss',
  start: 'the weights and biases of the start',
  seed: 'the seed',
  optimizer: 'the optimizer',
  learningRate: 'the learning rate',
  batchSize: 'the batch size',
  shuffleSeed: 'the seed of the shuffling',
  dropout: 'dropout',
  gradientNoise: 'the noise of the gradient',
  l1: 'the L1 penalty',
  l2: 'weight decay (L2)',
  clip: 'the clipping',
  freeze: 'the frozen parameters',
  unitLearningRates: 'the learning rates of single neurons',
};

/** @type {Readonly<Record<import('../../tasks/conditions.js').PairKind, string>>} */
const KINDS = {
  tied: 'are tied, bit for bit',
  'near-tied': 'are near-tied: equal as shown, and not in their bits',
  apart: 'are apart',
  together: 'are tied or near-tied',
};

/** @type {(condition: { below?: number, above?: number }) => string} */
const bounds = ({ below, above }) =>
  [...(above === undefined ? [] : [`above ${formatInText(above)}`]), ...(below === undefined ? [] : [`below ${formatInText(below)}`])].join(
    ' and ',
  );

/** @type {(condition: { atLeast?: number, atMost?: number }) => string} */
const amount = ({ atLeast, atMost }) => {
  if (atLeast === atMost) return String(atLeast);
  return [...(atLeast === undefined ? [] : [`at least ${atLeast}`]), ...(atMost === undefined ? [] : [`at most ${atMost}`])].join(' and ');
};

/** @type {(condition: Condition) => string} */
function conditionText(condition) {
  switch (condition.what) {
    case 'kind':
      return `Neurons ${list(condition.units)} of hidden layer ${condition.layer} ${KINDS[condition.is]}${condition.at === 'start' ? ', at the start' : ''}.`;
    case 'different':
      return `Hidden layer ${condition.layer} has ${amount(condition)} different neurons.`;
    case 'right':
      return `The network gets ${condition.atLeast} examples or more right.`;
    case 'loss':
      return `J is ${bounds(condition)}${condition.at === 'start' ? ', at the start' : ''}.`;
    case 'fingerprint':
      return 'The run is one that the task asks for, known by its fingerprint.';
  }
}

export const taskMessages = {
  /** Which of the words of hand-ins is this language\u2019s. */
  language: 0,
  label: 'Task',
  /** @type {(steps: number) => string} */
  asked: (steps) => `What has to hold after ${count(steps)} steps`,
  condition: conditionText,
  met: 'met',
  open: 'not met',
  /** @type {(names: readonly string[]) => string} */
  allowed: (names) =>
    names.length === 0
      ? 'This run stays as it is: train it.'
      : `You can change ${list(names.map((name) => CHOICES[name] ?? name))}. The rest is fixed.`,
  number: 'Your student number',
  numberHint: 'It makes the seed of your start, so that your run is your own. Digits, as your teacher has them.',
  numberWrong: 'Type the digits of your number, from 0 to 4294967295.',
  begin: 'Begin',
  /** @type {(number: number) => string} */
  numberIs: (number) => `Your number: ${number}`,
  done: 'Met. Hand it in.',
  /** @type {(step: number, steps: number) => string} */
  early: (step, steps) => `The task is judged at step ${count(steps)}; this is step ${count(step)}.`,
  /** @type {(steps: number) => string} */
  late: (steps) => `The task is judged at step ${count(steps)}. Reset, and train that far.`,
  notMet: 'Not met yet. Change something, and train again; you can hand it in as it is, too.',
  name: 'Your name',
  handIn: 'Hand in',
  nameWrong: 'Type your name.',
  handInText: 'What you hand in',
  copy: 'Copy the text',
  save: 'Save as a file',
  fileName: 'hand-in.txt',
  about: 'Give this text to your teacher as you were told, by mail or in a form. It stays on this device until you do.',
};

/** @typedef {typeof taskMessages} TaskMessages */
