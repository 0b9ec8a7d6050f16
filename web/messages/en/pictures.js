/** Texts of the panel "What did each neuron learn?". */

import { countFormatter, formatDifference, formatFixed, formatInText, listFormatter, pluralFormatter } from '../../base/format.js';

const count = countFormatter('en');
const list = listFormatter('en');
const plural = pluralFormatter('en');

/** @type {(value: number) => string} */
const short = (value) => (Math.abs(value) < 1000 ? formatFixed(value, 3) : formatDifference(value)).replace('-', '\u2212');

export const picturesMessages = {
  layer: 'Layer',
  /** @type {(layer: number, units: number) => string} */
  layerOption: (layer, units) => `hidden layer ${layer}: ${plural(units, 'neuron', 'neurons')}`,
  output: 'Output',

  planeTitle: 'The examples, and what the network says',
  /** @type {(target: string) => string} */
  planeKey: (target) =>
    `Squares: ${target} = 1. Circles: ${target} = 0. The stronger the shade, the nearer the output is to 1. The line is where it is 0.5.`,
  /** @type {(target: string) => string} */
  planeKeyValues: (target) => `Squares: the larger ${target}. Circles: the smaller. The stronger the shade, the larger the output.`,
  /** @type {(right: number | null, total: number, axes: readonly string[], lowest: number, highest: number) => string} */
  planeSummary: (right, total, axes, lowest, highest) => {
    const range = `Over the plane of ${list(axes)} the output goes from ${short(lowest)} to ${short(highest)}.`;
    return right === null ? range : `${count(right)} of ${count(total)} examples are on the right side of 0.5. ${range}`;
  },
  neuronsTitle: 'What each neuron responds to',
  neuronsKey: 'The stronger the color, the larger the activation. On the line, z = 0.',
  sumTitle: 'How the neurons add up',
  sumKey:
    'Each map times its weight, all added up, make the answer. The lines are the neurons\u2019 borders. Drag one map onto another, or choose two: they swap, and the answer stays.',
  /** @type {(most: number) => string} */
  noSum: (most) => `The sum is drawn of networks with up to ${count(most)} parameters.`,
  noNeurons: 'No hidden layer: the output alone divides the plane.',
  /** @type {(shown: number, all: number) => string} */
  shownOf: (shown, all) => `The first ${count(shown)} of ${count(all)} neurons.`,
  /** @type {(number: number) => string} */
  neuron: (number) => `Neuron ${number}`,
  /** @type {(low: number, high: number) => string} */
  range: (low, high) => `${short(low)} to ${short(high)}`,
  /** @type {(number: number, low: number, high: number) => string} */
  neuronSummary: (number, low, high) => `Neuron ${number}: its activation goes from ${short(low)} to ${short(high)} over the plane.`,
  /** @type {(numbers: readonly number[]) => string} */
  twins: (numbers) => `= ${list(numbers)}`,

  table: 'Data table',
  tableCaption: 'The examples, the activations of the neurons and the output',
  example: 'example',
  /** @type {(shown: number, all: number) => string} */
  rowsOf: (shown, all) => (shown === all ? '' : ` (${count(shown)} of ${count(all)} examples)`),
  /** @type {(value: number) => string} */
  cell: (value) => formatInText(value),

  addTitle: 'Add an example',
  addHint: 'Click or tap the plane, or type:',
  addClass: 'Class',
  /** @type {(target: string, value: number) => string} */
  classOption: (target, value) => `${target} = ${value}`,
  add: 'Add',
  /** @type {(name: string, unit: string) => string} */
  featureWithUnit: (name, unit) => (unit === '' ? name : `${name} (${unit})`),

  heatTitle: 'What each neuron takes from each feature',
  heatKey: 'The first layer\u2019s weights. Plus and blue: more of the feature raises the neuron. Minus and orange: it lowers it.',
  feature: 'feature',
  outputColumn: 'output',
  biasRow: 'bias',
  outgoingRow: 'to the output',
  /** @type {(value: number) => string} */
  signed: (value) => (value > 0 ? `+${formatInText(value)}` : formatInText(value)),
  /** @type {(where: readonly { column: string, feature: string }[], value: number) => string} */
  heatSummary: (where, value) => {
    const [{ column, feature }] = where;
    const among = where.length === 1 ? `${column}, ${feature}` : `in ${count(where.length)} places, such as ${column}, ${feature}`;
    return `The largest: ${value > 0 ? '+' : ''}${formatInText(value)}, ${among}.`;
  },
};
