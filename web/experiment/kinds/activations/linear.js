/** @type {import('./index.js').ActivationKind} */
export const linear = {
  value: (z) => z,
  formula: (z) => z,
  slope: () => 1,
  slopeFrom: '1',
  slopeFormula: () => '1',
  atZero: 0,
  range: null,
};
