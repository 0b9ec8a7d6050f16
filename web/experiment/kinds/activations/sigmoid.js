/**
 * The smallest slope of a sigmoid that is still taken as a(1 − a). Below it a is 0 or 1 but for rounding, or so near to 0 that the next
 * factor of the chain rule, which divides by the slope, would leave the range of doubles.
 */
const LEAST_SLOPE = 1e-300;

/** @type {import('./index.js').ActivationKind} */
export const sigmoid = {
  value: (z) => 1 / (1 + Math.exp(-z)),
  formula: (z) => `σ ( ${z} )`,
  // Where a has been rounded to 0 or 1, e^−|z| is the slope's own value; past |z| = 690 it stays at that of 690.
  slope: (a, z) => (a * (1 - a) >= LEAST_SLOPE ? a * (1 - a) : Math.exp(-Math.min(Math.abs(z), 690))),
  slopeFrom: 'a',
  slopeFormula: (k) => `a${k} ( 1 − a${k} )`,
  atZero: 0.5,
  range: { min: 0, max: 1 },
  numpy: ['np.exp(-np.logaddexp(0, -z))', 'a * (1 - a)'],
  torch: 'torch.nn.Sigmoid()',
  keras: '"sigmoid"',
};
