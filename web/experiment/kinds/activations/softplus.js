/** @type {import('./index.js').ActivationKind} */
export const softplus = {
  value: (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))),
  formula: (z) => `softplus ( ${z} )`,
  slope: (_, z, sigmoid) => sigmoid(z),
  slopeFrom: 'a',
  slopeFormula: (k) => `σ ( z${k} )`,
  atZero: Math.LN2,
  range: null,
  numpy: ['np.logaddexp(0, z)', 'np.exp(-np.logaddexp(0, -z))'],
  // Past its threshold PyTorch takes z itself; the one it comes with fits float32, this one float64.
  torch: 'torch.nn.Softplus(threshold=50)',
  keras: '"softplus"',
};
