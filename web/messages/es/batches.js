/** The words of the choice of batches beside the distance, in Spanish. */

import { countFormatter } from '../../base/format.js';

const count = countFormatter('es');

/** @type {import('../en/batches.js').BatchesMessages} */
export const batchesMessages = {
  label: 'Los pasos toman',
  size: (size, examples) =>
    size === examples
      ? 'los ejemplos a la vez'
      : size === 1
        ? 'los ejemplos de uno en uno'
        : `los ejemplos de ${count(size)} en ${count(size)}`,
  overStarts: (starts) => `Contar en ${count(starts)} inicios`,
};
