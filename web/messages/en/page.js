/**
 * Every text of the page in English. A translation is one more file of this shape. Numbers that only round for the eye are put into
 * words here; which number belongs where is decided by the views.
 */

import { countFormatter, formatDifference, formatInText, formatLoss, listFormatter, pluralFormatter } from '../../base/format.js';
import { kindMessages } from './kinds.js';
import { timeMessages } from './time.js';

/** @typedef {import('../../ties/verdict.js').Verdict} Verdict */
/** @typedef {import('../../experiment/parameters.js').ParameterPlace} ParameterPlace */

const count = countFormatter('en');
const list = listFormatter('en');
const plural = pluralFormatter('en');

const decimal = new Intl.NumberFormat('en', { maximumSignificantDigits: 6 });
/** @type {(value: number) => string} */
const plain = (value) => decimal.format(value);

/** Neurons of a layer with more than this are counted, not named. */
const MOST_NAMED = 8;

/** @type {(step: number) => string} */
const when = (step) => (step === 0 ? 'at the start' : `after ${plural(step, 'step', 'steps')}`);

const partNames = { incoming: 'incoming weights', bias: 'biases', outgoing: 'outgoing weights' };

/** @type {(parts: readonly (keyof typeof partNames)[]) => string} */
function partsText(parts) {
  if (!parts.includes('incoming') || !parts.includes('outgoing')) return list(parts.map((part) => partNames[part]));
  return parts.includes('bias') ? 'weights, in and out, and biases' : 'weights, in and out';
}

/** @type {(verdict: Verdict, units: readonly number[]) => string} the numbers that they have in the drawing */
const numbers = ({ firstUnit }, units) => list(units.map((unit) => unit + firstUnit - 1));

/** @type {(verdict: Verdict, units: readonly number[]) => string} */
const neurons = (verdict, units) => `${units.length === 1 ? 'Neuron' : 'Neurons'} ${numbers(verdict, units)}`;

export const messages = {
  ...kindMessages,
  locale: 'en',
  count,
  list,

  title: 'Twin Neurons',
  description:
    'Every neuron of a hidden layer gets the same data. What makes them learn different things? Set the starting weights, train a real network, and see.',
  question: 'Every neuron gets the same data. What makes them learn different things?',
  answerPath: 'Set the starting weights, press Train, and watch the two neurons part, or stay twins to the last bit.',
  themeToDark: 'Dark theme',
  themeToLight: 'Light theme',
  themeLabel: 'Color theme',
  languageLabel: 'Language',
  languageFailed: 'That language could not be loaded. Reload the page and choose it again.',
  viewLabel: 'What is shown',
  viewLesson: 'Lesson',
  viewLab: 'Lab',
  lessonLabel: 'Lesson',
  lessonFailed: 'The lesson could not be loaded. Reload the page to try again.',
  presetsLabel: 'Start from',
  networkLabel: 'The network',
  resultsLabel: 'What happens',
  setupLabel: 'The experiment',
  controlsLabel: 'Training',

  /** @type {Readonly<Record<string, { name: string, about: string }>>} */
  presets: {
    tied: { name: 'Tied', about: 'Both neurons start with the same weights, in and out.' },
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
  pause: 'Pause',
  step: 'Step',
  reset: 'Reset',
  newStart: 'New random start',
  resetHint: 'Back to the same starting weights',
  stepLabel: 'step',
  lossLabel: 'J',
  seed: 'Seed',
  seedHint: 'The seed of a random start: the same seed gives the same start.',
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
      ownData: 'Own examples',
      training: 'How it learns',
      stop: 'When to stop',
      compare: 'Compare two runs',
      breaks: 'Does this break the tie?',
      seeds: 'Many seeds: is it luck?',
      keep: 'Keep and share',
    },
    loading: 'Loading\u2026',
    loadFailed: 'This part of the lab could not be loaded. Fold it and unfold it to try again.',
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
  networkKey: 'Thick line: large. Hollow line: negative. Arrow keys step by 0.1, with Shift by 1.',
  /** @type {(features: readonly string[], hidden: readonly number[]) => string} */
  networkSummary: (features, hidden) =>
    hidden.length === 0
      ? `${list(features)} go straight to the output, which is compared with y to give the loss J.`
      : `${list(features)} go to ${list(hidden.map((units) => plural(units, 'hidden neuron', 'hidden neurons')))}, these to the output, which alone is compared with y to give the loss J.`,
  /** @type {(parameters: number) => string} */
  tooManyFields: (parameters) =>
    `This network has ${count(parameters)} weights and biases: too many for fields here. \u201cChange the network\u201d has them all.`,

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
    /** @type {(effective: number) => string} */
    effective: (effective) => `acts like ${count(effective)}`,
    /** @type {(effective: number, units: number) => string} */
    effectiveShort: (effective, units) => `${count(effective)} of ${count(units)}`,
    /** @type {(layer: number, effective: number, units: number) => string} */
    effectiveOf: (layer, effective, units) => `Layer ${layer} acts like ${count(effective)} of its ${plural(units, 'neuron', 'neurons')}`,
  },
  verdict: {
    /**
     * The verdict on one hidden layer.
     * @type {(verdict: Verdict, step: number) => string}
     */
    sentence: (verdict, step) => {
      if (verdict.units > MOST_NAMED) return crowdSentence(verdict, step);
      const everyone = Array.from({ length: verdict.units }, (_, at) => at + 1);
      const { nearest } = verdict;
      if (verdict.kind === 'single' || nearest === null) {
        return verdict.kind === 'single'
          ? 'One hidden neuron: it has no twin.'
          : `${neurons(verdict, everyone)} are exactly tied ${when(step)} (every bit equal).`;
      }
      if (verdict.units === 2) {
        const difference = formatDifference(nearest.distance);
        return nearest.kind === 'near-tied'
          ? `${neurons(verdict, everyone)} are near-tied: they differ by ${difference} ${when(step)}.`
          : `${neurons(verdict, everyone)} are apart: ${difference} ${when(step)}.`;
      }
      return [...tiedSentences(verdict, step), nearestSentence(verdict, step)].join(' ');
    },
    /** @type {(verdicts: readonly Verdict[]) => string} */
    glance: (verdicts) => `acts like ${verdicts.map(({ effective }) => count(effective)).join(', ')}`,
    /** @type {(layer: number, sentence: string) => string} */
    inLayer: (layer, sentence) => `Layer ${layer}: ${sentence}`,
    /** @type {(verdicts: readonly Verdict[]) => string} */
    effectiveLayers: (verdicts) => `The layers act like ${list(verdicts.map(({ effective }) => count(effective)))} neurons.`,
    /** @type {(step: number) => string} */
    allApart: (step) => `No two neurons of a layer are tied ${when(step)}.`,
    /** @type {(verdict: Verdict) => string} */
    effective: (verdict) => {
      if (verdict.kind === 'single') return 'The layer acts like 1 neuron.';
      if (verdict.pairs.some(({ kind }) => kind === 'near-tied')) {
        return `Bit by bit the layer has ${plural(verdict.effective, 'neuron', 'neurons')}; rounded to what you see, fewer.`;
      }
      return `The layer acts like ${plural(verdict.effective, 'neuron', 'neurons')}.`;
    },
    /**
     * Why two neurons are tied or not, by what of them was equal at the start.
     * @type {(verdict: Verdict, differing: readonly ('incoming' | 'bias' | 'outgoing')[], canPart: boolean) => string}
     */
    why: (verdict, differing, canPart) => {
      if (canPart) return 'Their weights are equal, but this kind of training can part them.';
      if (verdict.kind === 'tied') return 'Equal weights, in and out, get equal gradients: every step keeps them equal.';
      if (verdict.units !== 2 || differing.length === 0) return '';
      return `They started with different ${partsText(differing)}: nothing keeps them equal.`;
    },
    logistic: 'No hidden layer, so no twins: this is logistic regression.',
    logisticMore: 'Each weight has a feature of its own, so it can learn even from zeros.',
  },
  /** @type {(step: number, alpha: number) => string} */
  diverged: (step, alpha) =>
    `Stopped ${when(step)}: the weights grow beyond all bounds. Choose a smaller learning rate, such as \u03b1 = ${plain(smaller(alpha))}; that goes back to the start.`,

  charts: {
    stepAxis: 'step',
    weightsAndBiases: 'Weights and biases',
    weightsAxis: 'value',
    distance: 'Distance between neurons',
    distanceAxis: 'distance (log)',
    zeroStrip: 'exactly 0: tied',
    loss: 'Loss J',
    lossAxis: 'J',
    coinFlip: 'ln 2: a coin flip',
    table: 'Data table',
    /** @type {(chart: string) => string} */
    tableOf: (chart) => `${chart}: data table`,
    outputLegend: 'output',
    /** @type {(first: number, second: number) => string} */
    pair: (first, second) => `${first} and ${second}`,
    /** @type {(shown: number, all: number) => string} */
    nearestPairs: (shown, all) => `the ${shown} nearest of ${all} pairs`,
    /** @type {(shown: number, all: number) => string} */
    someWeights: (shown, all) => `${count(shown)} of ${count(all)} weights and biases`,
    legendOfNeurons: 'neuron',
    keptNote: 'dotted: kept',
    keptSummary: 'Dotted: the kept run.',
    /** @type {(label: string) => string} */
    keptColumn: (label) => `${label}, kept`,
    /** @type {(loss: number, step: number, kept: number) => string} */
    lossBeside: (loss, step, kept) => `${formatLoss(loss)} at step ${count(step)}; kept, dotted: ${formatLoss(kept)}.`,
    noPairs: 'There is no second hidden neuron to measure the distance to.',
    /** @type {(names: readonly string[][]) => string} */
    weightsSummary: (equal) =>
      equal.length === 0
        ? 'No two neurons have an equal weight, so every line runs alone.'
        : `Equal in every bit: ${list(equal.map((group) => (group.length > 3 ? [group[0], '\u2026', group[group.length - 1]] : group).join(' = ')))}.`,
    /** @type {(first: number, last: number, step: number) => string} */
    distanceSummary: (first, last, step) => {
      if (step === 0) return last === 0 ? 'Exactly 0: tied at the start.' : `${formatDifference(last)} at the start.`;
      if (first === 0 && last === 0) return `Exactly 0 from the start to step ${count(step)}.`;
      return `From ${first === 0 ? 'exactly 0' : formatDifference(first)} at the start to ${last === 0 ? 'exactly 0' : formatDifference(last)} at step ${count(step)}.`;
    },
    /** @type {(first: number, last: number, step: number) => string} */
    lossSummary: (first, last, step) =>
      step === 0 ? `${formatLoss(first)} at the start.` : `${formatLoss(first)} at the start, ${formatLoss(last)} at step ${count(step)}.`,
  },

  status: {
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
    copyRefused: 'This browser does not let the page copy. It is selected: press Ctrl+C.',
  },

  pageFoot: { glossary: 'Glossary', teachers: 'Teacher\u2019s notes' },
  fingerprint: 'Fingerprint',
  fingerprintHint: 'The same run gives the same fingerprint in every browser and in Node.',

  errors: {
    /** @type {(text: string) => string} */
    notANumber: (text) =>
      text.trim() === ''
        ? 'Type a number, such as 0.2 or 1/3.'
        : `\u201c${shorten(text)}\u201d is not a number. Type one such as 0.2, \u22120,5 or 1/3.`,
    /** @type {(minimum: number, maximum: number) => string} */
    outOfRange: (minimum, maximum) => `Type a number from ${formatInText(minimum)} to ${formatInText(maximum)}.`,
    /** @type {(minimum: number, maximum: number) => string} */
    notWhole: (minimum, maximum) => `Type a whole number from ${count(minimum)} to ${count(maximum)}.`,
    noEngine:
      'The lab cannot start here: its engine did not load. Reload the page; if that does not help, use a current browser with WebAssembly switched on.',
    unsupported:
      'The lab cannot start here: this browser has no WebAssembly, or not all of it that is needed. Please open this page in a current browser.',
    /** @type {(version: number) => string} */
    newerLink: (version) =>
      `This address was made for version ${version} of this page, and this is an older one. Ask for the page\u2019s newest address, or open it without \u201cv=${version}\u201d.`,
    unexpected: 'Something went wrong inside this page. Reload it to start afresh.',
  },
};

/** @typedef {typeof messages} Messages */

/**
 * A layer with too many neurons to name them.
 * @param {Verdict} verdict
 * @param {number} step
 * @returns {string}
 */
function crowdSentence(verdict, step) {
  const { units, kind, effective, nearest } = verdict;
  if (kind === 'tied') return `All ${count(units)} neurons are exactly tied ${when(step)} (every bit equal).`;
  const near =
    nearest?.kind === 'near-tied'
      ? ` ${neurons(verdict, nearest.units)} are near-tied: they differ by ${formatDifference(nearest.distance)}.`
      : '';
  if (effective === units) return `No two of the ${count(units)} neurons are tied ${when(step)}.${near}`;
  return `${count(units)} neurons are in ${count(effective)} groups ${when(step)}; within a group all are exactly tied (every bit equal).${near}`;
}

/**
 * @param {Verdict} verdict
 * @param {number} step
 * @returns {string[]}
 */
function tiedSentences(verdict, step) {
  return verdict.tied.map((group, at) =>
    at === 0 ? `${neurons(verdict, group)} are exactly tied ${when(step)} (every bit equal).` : `So are ${numbers(verdict, group)}.`,
  );
}

/**
 * @param {Verdict} verdict of more than two neurons, not all tied
 * @param {number} step
 * @returns {string}
 */
function nearestSentence(verdict, step) {
  const { units, tied, kind, nearest } = verdict;
  if (nearest === null) return '';
  const difference = formatDifference(nearest.distance);
  if (nearest.kind === 'near-tied') return `${neurons(verdict, nearest.units)} are near-tied: they differ by ${difference}.`;
  if (kind === 'apart')
    return `All ${units} neurons are apart ${when(step)}; the nearest, ${numbers(verdict, nearest.units)}, by ${difference}.`;
  const isAlone = (/** @type {number} */ unit) => !tied.some((group) => group.includes(unit));
  const alone = Array.from({ length: units }, (_, at) => at + 1).filter(isAlone);
  if (alone.length === 0) return `The groups are apart, by ${difference} or more.`;
  return `${neurons(verdict, alone)} ${alone.length === 1 ? 'is' : 'are'} apart, by ${difference} or more.`;
}

/** @param {number} alpha */
function smaller(alpha) {
  return Number((alpha / 10).toPrecision(1));
}

/** @param {string} text */
function shorten(text) {
  const trimmed = text.trim();
  return trimmed.length <= 16 ? trimmed : `${trimmed.slice(0, 15)}\u2026`;
}
