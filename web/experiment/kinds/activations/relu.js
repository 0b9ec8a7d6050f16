/** @type {import('./index.js').ActivationKind} */
export const relu = {
  value: (z) => Math.max(0, z),
  formula: (z) => `max ( 0 , ${z} )`,
  slope: (_, z) => (z > 0 ? 1 : 0),
  slopeFrom: 'z',
  slopeFormula: (k) => `g ′ ( z${k} )`,
  atZero: 0,
  range: null,
};
