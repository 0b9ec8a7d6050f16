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
  numpy: ['np.where(z > 0, z, 0.01 * z)', 'np.where(z > 0, 1.0, 0.01)'],
  torch: 'torch.nn.LeakyReLU(0.01)',
  keras: 'lambda z: tf.nn.leaky_relu(z, alpha=0.01)',
};
