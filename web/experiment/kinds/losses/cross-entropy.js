import { formatFigure } from '../../../base/format.js';

/** @type {import('./index.js').LossKind} */
export const crossEntropy = {
  output: 'sigmoid',
  targets: { minimum: 0, maximum: 1 },
  atHalf: Math.LN2,
  slope: null,
  slopeFormula: (a, y) => `[${a} − ${y} over ${a} ( 1 − ${a} )]`,
  formula: (a, y) => `− ( ${y} ln ${a} + ( 1 − ${y} ) ln ( 1 − ${a} ) )`,
  numbers: (a, y) => `− ( ${formatFigure(y)} · ln ${formatFigure(a)} + ${formatFigure(1 - y)} · ln ${formatFigure(1 - a)} )`,
};
