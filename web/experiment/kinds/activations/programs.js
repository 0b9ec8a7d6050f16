/** How programs in Python write the activations. Not in their files, since the page opens with those and few people ask for a program. */

/**
 * @typedef {object} ActivationProgram
 * @property {readonly [value: string, slope: string]} numpy from z and a
 * @property {string} torch its module
 * @property {string} keras the argument of a layer
 */

/** @type {Readonly<Record<import('../../experiment.js').Activation, ActivationProgram>>} */
export const ACTIVATION_PROGRAMS = Object.freeze({
  sigmoid: {
    numpy: ['np.exp(-np.logaddexp(0, -z))', 'a * (1 - a)'],
    torch: 'torch.nn.Sigmoid()',
    keras: '"sigmoid"',
  },
  tanh: {
    numpy: ['np.tanh(z)', '1 - a * a'],
    torch: 'torch.nn.Tanh()',
    keras: '"tanh"',
  },
  relu: {
    numpy: ['np.maximum(z, 0)', 'np.where(z > 0, 1.0, 0.0)'],
    torch: 'torch.nn.ReLU()',
    keras: '"relu"',
  },
  'leaky-relu': {
    numpy: ['np.where(z > 0, z, 0.01 * z)', 'np.where(z > 0, 1.0, 0.01)'],
    torch: 'torch.nn.LeakyReLU(0.01)',
    keras: 'lambda z: tf.nn.leaky_relu(z, alpha=0.01)',
  },
  softplus: {
    numpy: ['np.logaddexp(0, z)', 'np.exp(-np.logaddexp(0, -z))'],
    // Past its threshold PyTorch takes z itself; the one it comes with fits float32, this one float64.
    torch: 'torch.nn.Softplus(threshold=50)',
    keras: '"softplus"',
  },
  linear: {
    numpy: ['z', 'np.ones_like(z)'],
    torch: 'torch.nn.Identity()',
    keras: '"linear"',
  },
});
