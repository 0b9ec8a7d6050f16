import { formatExact } from '../../../base/format.js';

/** @type {import('./index.js').ActivationKind} */
export const leakyRelu = {
  value: (z) => (z > 0 ? z : 0.01 * z),
  formula: (z) => `max ( ${formatExact(0.01)} ${z} , ${z} )`,
  slope: (_, z) => (z > 0 ? 1 : 0.01),
  slopeFrom: 'z',
  slopeFormula: (k) => `g ′ ( z${k} )`,
  atZero: 0,
  range: null,
};
