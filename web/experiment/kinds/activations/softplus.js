/** @type {import('./index.js').ActivationKind} */
export const softplus = {
  value: (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))),
  formula: (z) => `softplus ( ${z} )`,
  slope: (_, z, sigmoid) => sigmoid(z),
  slopeFrom: 'a',
  slopeFormula: (k) => `σ ( z${k} )`,
  atZero: Math.LN2,
  range: null,
};
