import { formatFigure, inBrackets } from '../../../base/format.js';

/** @type {import('./index.js').LossKind} */
export const squaredError = {
  output: null,
  targets: null,
  atHalf: null,
  slope: (a, y) => a - y,
  slopeFormula: (a, y) => `${a} − ${y}`,
  formula: (a, y) => `[1 over 2] ( ${a} − ${y} )²`,
  numbers: (a, y) => `[1 over 2] ( ${formatFigure(a)} − ${inBrackets(y)} )²`,
};
