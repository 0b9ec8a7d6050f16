/** The texts of looking back over a run, and of stopping it by itself, in Spanish. */

import { countFormatter, formatDifference, formatExact, pluralFormatter } from '../format.js';

const count = countFormatter('es');
const plural = pluralFormatter('es');

/** @type {(step: number) => string} */
const pasos = (step) => plural(step, 'paso', 'pasos', 'de pasos');

/** @type {typeof import('./en-time.js').timeMessages} */
export const timeMessages = {
  label: 'Paso mostrado',
  back: 'Atrás',
  backName: 'Un paso atrás',
  forward: 'Adelante',
  forwardName: 'Un paso adelante',
  at: (step) => `paso ${count(step)}`,
  looking: (present) => `Mirando atrás. Entrenar y Paso siguen desde el paso ${count(present)}.`,

  stop: {
    intro: 'El entrenamiento se pausa solo tras los pasos a dar, o antes, en el paso exacto en que se cumple una de estas condiciones.',
    lossBelow: 'Pérdida J menor que',
    wrongLimit: 'Escribe un número mayor que 0, hasta 1.000.000.',
    parting: 'Dos neuronas se separan',
    partingHint: 'Dos neuronas que eran iguales, o lo parecían, pasan a diferir en las cifras que se muestran. Las que están separadas desde el inicio no cuentan.',
    reason: (reason, units, step) =>
      reason.kind === 'loss'
        ? `Se detuvo tras ${pasos(step)}: J es menor que ${formatLimit(reason.limit)}.`
        : `Se detuvo tras ${pasos(step)}: las neuronas ${units.join(' y ')} se separaron.`,
  },
};

/** @param {number} limit as it was typed */
function formatLimit(limit) {
  const exact = formatExact(limit);
  return exact.length <= 10 ? exact : formatDifference(limit);
}
