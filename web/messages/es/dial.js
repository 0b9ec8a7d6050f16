/** The texts of the dial of directions in Spanish. */

import { countFormatter, formatFixed } from '../../base/format.js';

const count = countFormatter('es');

/** @type {typeof import('../en/dial.js').dialMessages} */
export const dialMessages = {
  words: (step, turned) => `Tras ${count(step)} pasos las neuronas están en una línea en ${formatFixed(turned, 3)} de 1.`,
  neuron: 'Neurona',
  angle: 'Ángulo',
  angleTo: (number) => `Ángulo con la neurona ${count(number)}`,
  size: 'Tamaño de sus pesos',
  degrees: (degrees) => `${count(degrees).replace('-', '\u2212')}\u00b0`,
};
