/**
 * Every text of the page in English. A translation is one more file of this shape. Numbers that only round for the eye are put into
 * words here; which number belongs where is decided by the views.
 */

import { countFormatter, formatInText, listFormatter, numberFormatter, pluralFormatter, twoReadings } from '../../base/format.js';
import { unseenCharacter } from '../../base/read-number.js';
import { shellMessages } from './shell.js';
import { kindMessages } from './kinds.js';
import { chartsMessages } from './charts.js';
import { timeMessages } from './time.js';
import { verdictMessages, when } from './verdict.js';

/** @typedef {import('../../ties/verdict.js').Verdict} Verdict */
/** @typedef {import('../../experiment/parameters.js').ParameterPlace} ParameterPlace */

const count = countFormatter('en');
const list = listFormatter('en');
const plural = pluralFormatter('en');

const decimal = numberFormatter('en', { maximumSignificantDigits: 6 });
/** @type {(value: number) => string} */
const plain = (value) => decimal(value);

/** @type {(place: number) => string} up to ten */
const ordinal = (place) => `${place}${['th', 'st', 'nd', 'rd'][place] ?? 'th'}`;

export const messages = {
  ...kindMessages,
  ...shellMessages,
  count,
  list,

  /** @type {Readonly<Record<string, { name: string, about: string }>>} */
  presets: {
    tied: { name: 'Tied', about: 'Both neurons start with the same weights, in and out. Without biases, \u03b1 = 0.5.' },
    'outgoing-apart': { name: 'Only outgoing differ', about: 'The same incoming weights, but w5 = 0.6 and w6 = \u22120.3.' },
    'incoming-apart': {
      name: 'Only incoming differ',
      about: 'The same outgoing weights, but w1, w2 = 0.2, 0.4 and w3, w4 = \u22120.1, 0.7.',
    },
    random: { name: 'Random, seed 42', about: 'Every weight drawn at random from \u22121 to 1. The seed makes it repeatable, not equal.' },
    zeros: { name: 'All zeros', about: 'Every weight and bias starts at 0, on AND. Try the activation tanh, too.' },
    logistic: { name: 'Logistic from zeros', about: 'No hidden layer: one neuron, all zeros, on AND. It has no twin to be tied to.' },
  },

  train: 'Train',
  toTrain: 'Skip to Train',
  pause: 'Pause',
  step: 'Step',
  reset: 'Reset',
  newStart: 'New random start',
  resetHint: 'Back to the starting weights',
  stepLabel: 'step',
  lossLabel: 'J',
  seed: 'Seed',
  seedHint: 'The same seed gives the same start.',
  noSeed: 'none',
  learningRate: 'Learning rate \u03b1',
  stepsToRun: 'Steps per Train',
  untilPaused: 'until paused',
  speed: 'Speed',
  /** @type {(perSecond: number) => string} */
  speedOption: (perSecond) => (perSecond === Infinity ? 'full speed' : `${plural(perSecond, 'step', 'steps')}/s`),
  data: 'Data',
  ownData: 'Own examples',
  hidden: 'Hidden neurons',
  /** @type {(units: number) => string} */
  hiddenOption: (units) => (units === 0 ? 'none' : count(units)),
  activation: 'Activation',
  loss: 'Loss J',
  bias: 'Biases',
  biasOn: 'on',
  biasOff: 'off',

  panels: {
    titles: {
      chain: 'Why do the gradients differ?',
      ties: 'Tie, untie, nudge',
      pictures: 'What did each neuron learn?',
      network: 'Change the network',
      data: 'Data',
      training: 'How it learns',
      stop: 'When to stop',
      compare: 'Compare two runs',
      breaks: 'Does this break the tie?',
      seeds: 'Many seeds: is it luck?',
      keep: 'Keep and share',
    },
    loading: 'Loading\u2026',
    loadFailed: 'It could not be loaded. Fold and unfold this part to try again.',
  },

  examples: 'Examples',
  /** @type {(name: string) => string} */
  standardized: (name) => `${name} (standardized)`,
  /** @type {(row: number) => string} */
  removeExample: (row) => `Remove example ${row}`,
  remove: 'Remove',
  addExample: 'Add an example',
  /** @type {(row: number, column: string) => string} */
  exampleCell: (row, column) => `Example ${row}, ${column}`,
  /** @type {(amount: number) => string} */
  examplesCount: (amount) => plural(amount, 'example', 'examples'),
  examplesEditable: 'Change a number and these become your own examples.',

  /**
   * What a parameter is, for a field's name.
   * @type {(name: string, place: ParameterPlace, isOutput: boolean, from: string, node: number) => string}
   */
  parameterName: (name, place, isOutput, from, node) => {
    const to = isOutput ? 'the output' : `neuron ${node}`;
    return place.input === null ? `${name}, bias of ${to}` : `${name}, weight from ${from} to ${to}`;
  },
  /** @type {(unit: number) => string} */
  neuron: (unit) => `neuron ${unit}`,
  output: 'output',
  /** @type {(feature: string) => string} */
  columnFrom: (feature) => `from ${feature}`,
  columnBias: 'bias',
  columnOut: 'to output',
  /** @type {(name: string) => string} */
  slider: (name) => `Slider of ${name}`,
  /** @type {(step: number) => string} */
  fieldsNow: (step) =>
    step === 0
      ? 'The starting weights. Edit any of them: 0.5, 0,5 and 1/3 all work.'
      : `The weights after ${plural(step, 'step', 'steps')}. Edit one to go back to the start with it changed.`,
  fieldsRunning: 'The weights are being trained.',
  networkKey: 'Thick line: large; hollow: negative. Arrow keys: 0.1, with Shift 1.',
  /** @type {(features: readonly string[], hidden: readonly number[]) => string} */
  networkSummary: (features, hidden) =>
    hidden.length === 0
      ? `${list(features)} go straight to the output, which is compared with y to give the loss J.`
      : `${list(features)} go to ${list(hidden.map((units) => plural(units, 'hidden neuron', 'hidden neurons')))}, these to the output, which alone is compared with y to give the loss J.`,
  /** @type {(parameters: number) => string} */
  tooManyFields: (parameters) => `${count(parameters)} weights and biases: too many for here. \u201cChange the network\u201d has them all.`,

  reshape: {
    /** @type {(layer: number) => string} */
    fewer: (layer) => `One neuron fewer in layer ${layer}`,
    /** @type {(layer: number) => string} */
    more: (layer) => `One neuron more in layer ${layer}`,
    /** @type {(layer: number) => string} */
    removeLayer: (layer) => `Remove layer ${layer}`,
    add: 'Add a layer',
    addShort: '+ layer',
  },
  widths: {
    /** @type {(different: number) => string} */
    different: (different) => (different === 1 ? '1 in effect' : `${count(different)} different`),
    /** @type {(different: number, units: number) => string} */
    differentShort: (different, units) => `${count(different)} of ${count(units)}`,
    /** @type {(layer: number, different: number, units: number) => string} */
    differentOf: (layer, different, units) => `Layer ${layer}: ${count(different)} different of ${plural(units, 'neuron', 'neurons')}`,
  },
  verdict: verdictMessages,
  /** @type {(step: number, alpha: number) => string} */
  diverged: (step, alpha) =>
    `Stopped ${when(step)}: the weights grow beyond all bounds. Choose a smaller learning rate, such as \u03b1 = ${plain(smaller(alpha))}; that goes back to the start.`,
  /** @type {(digit: number) => string} the first digit that is not the run's own */
  digits: (digit) => `One bit at the start changes J from its ${ordinal(digit)} digit on: this run is chaotic. A smaller \u03b1 can help.`,
  /** @type {(digit: number) => string} */
  digitsOfTie: (digit) => `One bit at the start changes J from its ${ordinal(digit)} digit on: such a bit unties neurons that are tied.`,

  charts: chartsMessages,

  strayDrop: 'Drop a run or an experiment onto \u201cKeep and share\u201d, a table onto \u201cData\u201d: unfold it first.',
  status: {
    working: 'Working…',
    reset: 'Back at the start.',
    /** @type {(name: string, value: number) => string} */
    edited: (name, value) => `At the start, with ${name} = ${formatInText(value)}.`,
    changed: 'Changed. At the start again.',
    /** @type {(name: string) => string} */
    opened: (name) => (name === '' ? 'Opened. At its start.' : `${name}. At its start.`),
    parted: 'The neurons have parted.',
    merged: 'Neurons became exactly equal.',
    /** @type {(seed: number) => string} */
    seeded: (seed) => `A random start from seed ${seed}.`,
  },
  time: timeMessages,
  foot: {
    undo: 'Undo',
    redo: 'Redo',
    history: 'Undo and redo',
    copyLink: 'Copy link',
    copied: 'Copied.',
    copyRefused: 'It could not be copied. It is selected: press Ctrl+C.',
  },

  fingerprint: 'Fingerprint',
  fingerprintHint: 'The same run gives the same fingerprint in every browser and in Node.',
  errors: {
    ...shellMessages.errors,
    /** @type {(text: string) => string} */
    notANumber: (text) => {
      const readings = twoReadings(text);
      if (readings !== null)
        return `\u201c${text.trim()}\u201d can be read as ${readings[0]} or as ${readings[1]}: type it as one of them.`;
      return text.trim() === ''
        ? 'Type a number, such as 0.2 or 1/3.'
        : unseenCharacter(text) !== null
          ? `\u201c${shorten(text)}\u201d has a character in it that is not seen, ${unseenCharacter(text)}. Delete it.`
          : `\u201c${shorten(text)}\u201d is not a number. Type one such as 0.2, \u22120,5 or 1/3.`;
    },
    /** @type {(minimum: number, maximum: number) => string} */
    outOfRange: (minimum, maximum) => `Type a number from ${formatInText(minimum)} to ${formatInText(maximum)}.`,
    /** @type {(minimum: number, maximum: number) => string} */
    notWhole: (minimum, maximum) => `Type a whole number from ${count(minimum)} to ${count(maximum)}.`,
  },
};

/** @typedef {typeof messages} Messages */

/** @param {number} alpha */
function smaller(alpha) {
  return Number((alpha / 10).toPrecision(1));
}

/** @param {string} text */
function shorten(text) {
  const trimmed = text.trim();
  return trimmed.length <= 16 ? trimmed : `${trimmed.slice(0, 15)}\u2026`;
}
