/** @type {import('./index.js').ActivationKind} */
export const sigmoid = {
  value: (z) => 1 / (1 + Math.exp(-z)),
  formula: (z) => `σ ( ${z} )`,
  slope: (a) => a * (1 - a),
  slopeFrom: 'a',
  slopeFormula: (k) => `a${k} ( 1 − a${k} )`,
  atZero: 0.5,
  range: { min: 0, max: 1 },
};
