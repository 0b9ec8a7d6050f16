/** The words of the charts, in English. */

import { countFormatter, formatDifference, formatFactor, formatLoss, listFormatter } from '../../base/format.js';

const count = countFormatter('en');
const list = listFormatter('en');

export const chartsMessages = {
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
  predictedNote: 'dashed: predicted',
  /** @type {(prediction: { step: number, perStep: number, left: number | null, isOver: boolean }) => string} */
  predicted: ({ step, perStep, left, isOver }) =>
    `Dashed: as predicted at step ${count(step)}, times ${formatFactor(perStep)} a step${left !== null ? `; from step ${count(left)} on it is off by more than a factor of 2` : isOver ? ', which holds within a factor of 2 so far' : ''}.`,
  keptSummary: 'Dotted: the kept run.',
  /** @type {(label: string) => string} */
  keptColumn: (label) => `${label}, kept`,
  /** @type {(loss: number, step: number, kept: number) => string} */
  lossBeside: (loss, step, kept) => `${formatLoss(loss)} at step ${count(step)}; kept, dotted: ${formatLoss(kept)}.`,
  noPairs: 'There are no two different neurons to measure the distance of.',
  /** @type {(names: readonly string[][]) => string} */
  weightsSummary: (equal) =>
    equal.length === 0
      ? 'No two neurons have an equal weight.'
      : `Equal in every bit: ${list(equal.map((group) => (group.length > 3 ? [group[0], '\u2026', group[group.length - 1]] : group).join(' = ')))}.`,
  /** @type {(first: number, last: number, step: number) => string} */
  distanceSummary: (first, last, step) => {
    if (step === 0) return last === 0 ? 'Exactly 0: tied at the start.' : `${formatDifference(last)} at the start.`;
    if (first === 0 && last === 0) return `Exactly 0 from the start to step ${count(step)}.`;
    return `From ${first === 0 ? 'exactly 0' : formatDifference(first)} at the start to ${last === 0 ? 'exactly 0' : formatDifference(last)} at step ${count(step)}.`;
  },
  /** @type {(first: number, last: number, step: number, right: number | null, examples: number) => string} */
  lossSummary: (first, last, step, right, examples) =>
    step === 0
      ? `${formatLoss(first)} at the start.`
      : `${formatLoss(first)} \u2192 ${formatLoss(last)} at step ${count(step)}${right === null ? '' : `: ${count(right)} of ${count(examples)} right`}.`,
};

/** @typedef {typeof chartsMessages} ChartsMessages */
