/** Texts of the panel "Change the network". */

import { countFormatter, formatExact, pluralFormatter } from '../../base/format.js';

/** @typedef {import('../../panels/network/weights-text.js').WeightsProblem} WeightsProblem */

const count = countFormatter('en');
const plurals = pluralFormatter('en');
/** @type {(amount: number, one: string, many?: string) => string} */
const plural = (amount, one, many = `${one}s`) => plurals(amount, one, many);

/** @type {Readonly<Record<WeightsProblem['kind'], (problem: WeightsProblem) => string>>} */
const problems = {
  empty: () => 'There is nothing to read: paste the weights, or show the present ones.',
  'too-many': ({ line, wanted = 0 }) => `Line ${line} is too many: this network has ${plural(wanted, 'line')} of weights, names included.`,
  layers: ({ wanted = 0, got = 0 }) => `The network has ${plural(wanted, 'layer')}, the output layer included; the text has ${count(got)}.`,
  rows: ({ layer, wanted = 0, got = 0 }) => `Layer ${layer} needs ${plural(wanted, 'row')}, got ${count(got)}.`,
  row: ({ layer, row, wanted = 0, got = 0, withBias }) =>
    `Row ${row} of layer ${layer} needs ${plural(wanted, 'weight')}${withBias ? ' and a bias' : ''}, got ${withBias ? plural(got, 'number') : count(got)}.`,
  biases: ({ layer, wanted = 0, got = 0 }) => `Layer ${layer} needs ${plural(wanted, 'bias', 'biases')}, got ${count(got)}.`,
  'no-biases': () => 'The network has no biases: leave out \u201cb\u201d, or switch biases on first.',
  'not-a-number': ({ layer, row, column, cell }) =>
    cell === ''
      ? `Row ${row} of layer ${layer}: number ${column} is missing.`
      : `Row ${row} of layer ${layer}: number ${column}, \u201c${cell}\u201d, is not a number.`,
  'two-readings': ({ layer, row, column, cell = '' }) =>
    `Row ${row} of layer ${layer}: number ${column}, \u201c${cell}\u201d, can be read as ${cell.replace(',', '.')} or as ${cell.replace(',', '')}: write it as one of them.`,
  'too-large': ({ layer, row, column, wanted = 0 }) =>
    `Row ${row} of layer ${layer}: number ${column} is too large: at most ${wanted.toExponential()}.`,
  'not-lists': () => 'The weights must be lists: layers of rows of numbers, as {"w": [[[0.2, 0.4], \u2026], \u2026]}.',
  shortened: () => 'The print leaves numbers out (\u2026): print all of them, as with np.set_printoptions(threshold=np.inf).',
  'no-number': ({ cell }) => `\u201c${cell}\u201d is not a number that a weight can be.`,
};

export const layersMessages = {
  layersTitle: 'Hidden layers',
  none: 'No hidden layer: the inputs go straight to the output.',
  /** @type {(layer: number) => string} */
  layer: (layer) => `Layer ${layer}`,
  /** @type {(layer: number) => string} */
  units: (layer) => `Neurons in layer ${layer}`,
  remove: 'Remove',
  /** @type {(inputs: number, outputs: number, parameters: number) => string} */
  counts: (inputs, outputs, parameters) =>
    `${plural(inputs, 'input')} and ${plural(outputs, 'output')}: they follow the data. ${plural(parameters, 'weight and bias', 'weights and biases')} in all.`,
  newNote: 'A new neuron starts as the twin of the last one of its layer. A random start is drawn anew.',
  outputActivation: 'Output activation',
  outputNote: 'Any but sigmoid goes with the loss \u201csquared error\u201d.',

  rangeTitle: 'A random start from a range',
  rangeLow: 'From',
  rangeHigh: 'to',
  rangeEnds: { low: 'Range of the weights, from', high: 'Range of the weights, to' },
  rangeDraw: 'Draw the weights',
  rangeNote:
    'Uniform: equal parts of the range are equally likely. Biases start at 0. \u201cNew random start\u201d draws others from the same range.',
  /** @type {(low: number, most: number) => string} */
  rangeOrder: (low, most) => `The range must end above ${formatExact(low)}, by at most ${count(most)}.`,

  weightsTitle: 'All weights',
  format: 'Format',
  /** @type {Readonly<Record<import('../../panels/network/weights-text.js').WeightsFormat, string>>} */
  formats: { tabs: 'table with tabs', csv: 'table with commas', json: 'JSON' },
  /** @type {(step: number) => string} */
  text: (step) =>
    step === 0 ? 'The starting weights, one row per neuron' : `The weights after ${plural(step, 'step')}, one row per neuron`,
  textEdited: 'Edited, not in use yet',
  hint: 'Edit them, or paste a table, JSON, or what NumPy, PyTorch or Keras print, of the same shape; names in front of the numbers are ignored.',
  use: 'Start from these weights',
  copy: 'Copy',
  again: 'Show the present ones',
  used: 'In use, at the start.',
  usedTransposed: 'In use, at the start. A row of the text was an input, as Keras has it: rows and columns have been exchanged.',
  copied: 'Copied.',
  selected: 'Selected: copy with Ctrl+C.',
  /** @type {(parameters: number) => string} */
  notShown: (parameters) => `${count(parameters)} numbers are too many to be shown here. They can be copied, and others pasted.`,
  saved: 'Copying is not allowed here: saved as a file.',
  /** @type {(problem: WeightsProblem) => string} */
  problem: (problem) => problems[problem.kind](problem),
};
