/** The words of the choice of batches beside the distance, in English. */

import { countFormatter } from '../../base/format.js';

const count = countFormatter('en');

export const batchesMessages = {
  label: 'A step sees',
  /** @type {(size: number, examples: number) => string} */
  size: (size, examples) =>
    size === examples ? 'all examples at once' : size === 1 ? 'one example at a time' : `${count(size)} examples at a time`,
  /** @type {(starts: number) => string} */
  overStarts: (starts) => `Count over ${count(starts)} starts`,
};

/** @typedef {typeof batchesMessages} BatchesMessages */
