/** The words of the charts, in Spanish. */

import { countFormatter, formatDifference, formatFactor, formatLoss, listFormatter } from '../../base/format.js';

const count = countFormatter('es');
const list = listFormatter('es');

/** @type {import('../en/charts.js').ChartsMessages} */
export const chartsMessages = {
  stepAxis: 'paso',
  weightsAndBiases: 'Pesos y sesgos',
  weightsAxis: 'valor',
  distance: 'Distancia entre neuronas',
  distanceAxis: 'distancia (log)',
  zeroStrip: 'exactamente 0: gemelas',
  loss: 'Pérdida J',
  lossAxis: 'J',
  coinFlip: 'ln 2: cara o cruz',
  table: 'Tabla',
  tableOf: (chart) => `${chart}: tabla de datos`,
  outputLegend: 'salida',
  pair: (first, second) => list([first, second]),
  nearestPairs: (shown, all) => `los ${shown} pares más cercanos de ${all}`,
  someWeights: (shown, all) => `${count(shown)} de ${count(all)} pesos y sesgos`,
  legendOfNeurons: 'neurona',
  keptNote: 'punteada: guardada',
  predictedNote: 'a rayas: lo previsto',
  predicted: ({ step, perStep, left, isOver }) =>
    `A rayas: lo previsto en el paso ${count(step)}, por ${formatFactor(perStep)} en cada paso${left !== null ? `; desde el paso ${count(left)} se aparta en más de un factor 2` : isOver ? ', que hasta ahora se cumple dentro de un factor 2' : ''}.`,
  keptSummary: 'Punteada: la ejecución guardada.',
  keptColumn: (label) => `${label}, guardada`,
  lossBeside: (loss, step, kept) => `${formatLoss(loss)} en el paso ${count(step)}; la guardada, punteada: ${formatLoss(kept)}.`,
  noPairs: 'No hay dos neuronas diferentes de las que medir la distancia.',
  weightsSummary: (equal) =>
    equal.length === 0
      ? 'No hay dos neuronas con un peso igual.'
      : `Iguales en cada bit: ${list(equal.map((group) => (group.length > 3 ? [group[0], '\u2026', group[group.length - 1]] : group).join(' = ')))}.`,
  distanceSummary: (first, last, step) => {
    if (step === 0) return last === 0 ? 'Exactamente 0: gemelas al inicio.' : `${formatDifference(last)} al inicio.`;
    if (first === 0 && last === 0) return `Exactamente 0 desde el inicio hasta el paso ${count(step)}.`;
    return `De ${first === 0 ? 'exactamente 0' : formatDifference(first)} al inicio a ${last === 0 ? 'exactamente 0' : formatDifference(last)} en el paso ${count(step)}.`;
  },
  lossSummary: (first, last, step, right, examples) =>
    step === 0
      ? `${formatLoss(first)} al inicio.`
      : `${formatLoss(first)} \u2192 ${formatLoss(last)} en el paso ${count(step)}${right === null ? '' : `: ${count(right)} de ${count(examples)} bien`}.`,
};
