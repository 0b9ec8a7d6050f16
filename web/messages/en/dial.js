/** The texts of the dial of directions in English: the lesson beyond the question and the lab show it. */

import { countFormatter, formatFixed } from '../../base/format.js';

const count = countFormatter('en');

export const dialMessages = {
  /** @param {number} step @param {number} turned */
  words: (step, turned) => `After ${count(step)} steps the neurons are on one line to ${formatFixed(turned, 3)} of 1.`,
  neuron: 'Neuron',
  angle: 'Angle',
  /** @param {number} number of the first neuron */
  angleTo: (number) => `Angle to neuron ${count(number)}`,
  size: 'Size of its weights',
  /** @param {number} degrees */
  degrees: (degrees) => `${count(degrees).replace('-', '\u2212')}\u00b0`,
};
