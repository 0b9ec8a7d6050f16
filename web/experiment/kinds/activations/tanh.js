/** @type {import('./index.js').ActivationKind} */
export const tanh = {
  value: Math.tanh,
  formula: (z) => `tanh ( ${z} )`,
  slope: (a) => 1 - a * a,
  slopeFrom: 'a',
  slopeFormula: (k) => `1 − a${k}²`,
  atZero: 0,
  range: { min: -1, max: 1 },
};
