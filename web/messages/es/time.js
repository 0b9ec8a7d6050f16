/** The texts of looking back over a run, and of stopping it by itself, in Spanish. */

import { countFormatter, formatDifference, formatExact, pluralFormatter } from '../../base/format.js';

const count = countFormatter('es');
const plural = pluralFormatter('es');

/** @type {(step: number) => string} */
const pasos = (step) => plural(step, 'paso', 'pasos', 'de pasos');

/** @type {typeof import('../en/time.js').timeMessages} */
export const timeMessages = {
  label: 'Paso mostrado',
  back: 'Atrás',
  backName: 'Un paso atrás',
  forward: 'Adelante',
  forwardName: 'Un paso adelante',
  at: (step) => `paso ${count(step)}`,
  looking: (present) => `Mirando atrás. Entrenar y Paso siguen desde el paso ${count(present)}.`,

  stopReason: (reason, units, step) =>
    reason.kind === 'loss'
      ? `Se detuvo tras ${pasos(step)}: J es menor que ${formatLimit(reason.limit)}.`
      : `Se detuvo tras ${pasos(step)}: las neuronas ${units.join(' y ')} se separaron.`,
};

/** @param {number} limit as it was typed */
function formatLimit(limit) {
  const exact = formatExact(limit);
  return exact.length <= 10 ? exact : formatDifference(limit);
}
