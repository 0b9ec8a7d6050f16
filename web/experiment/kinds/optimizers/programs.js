/** How programs in Python write the optimizers; apart for the reason that the activations' have. */

/**
 * @typedef {object} OptimizerProgram
 * @property {readonly string[]} numpy lines that make `direction`, which the update subtracts, from the gradient g of parameter array i; its
 *   memory is `first[i]` and `second[i]`
 * @property {(training: import('../../experiment.js').Training) => string} torch
 * @property {string} keras
 */

/** @type {Readonly<Record<import('../../experiment.js').Optimizer, OptimizerProgram>>} */
export const OPTIMIZER_PROGRAMS = Object.freeze({
  'gradient-descent': {
    numpy: ['direction = g'],
    torch: () => 'torch.optim.SGD(parameters, lr=LEARNING_RATE)',
    keras: 'tf.keras.optimizers.SGD(LEARNING_RATE)',
  },
  momentum: {
    numpy: ['first[i] = MOMENTUM * first[i] + g', 'direction = first[i]'],
    torch: () => 'torch.optim.SGD(parameters, lr=LEARNING_RATE, momentum=MOMENTUM)',
    keras: 'tf.keras.optimizers.SGD(LEARNING_RATE, momentum=MOMENTUM)',
  },
  nesterov: {
    numpy: ['first[i] = MOMENTUM * first[i] + g', 'direction = g + MOMENTUM * first[i]'],
    // PyTorch refuses a Nesterov momentum of 0, which is gradient descent.
    torch: ({ momentum }) => `torch.optim.SGD(parameters, lr=LEARNING_RATE${momentum > 0 ? ', momentum=MOMENTUM, nesterov=True' : ''})`,
    keras: 'tf.keras.optimizers.SGD(LEARNING_RATE, momentum=MOMENTUM, nesterov=True)',
  },
  rmsprop: {
    numpy: ['second[i] = DECAY * second[i] + (1 - DECAY) * g * g', 'direction = g / (np.sqrt(second[i]) + EPSILON)'],
    torch: () => 'torch.optim.RMSprop(parameters, lr=LEARNING_RATE, alpha=DECAY, eps=EPSILON)',
    keras: 'tf.keras.optimizers.RMSprop(LEARNING_RATE, rho=DECAY, epsilon=EPSILON)',
  },
  adam: {
    numpy: [
      'first[i] = BETA1 * first[i] + (1 - BETA1) * g',
      'second[i] = BETA2 * second[i] + (1 - BETA2) * g * g',
      'direction = first[i] / (1 - BETA1**step) / (np.sqrt(second[i] / (1 - BETA2**step)) + EPSILON)',
    ],
    torch: () => 'torch.optim.Adam(parameters, lr=LEARNING_RATE, betas=(BETA1, BETA2), eps=EPSILON)',
    keras: 'tf.keras.optimizers.Adam(LEARNING_RATE, beta_1=BETA1, beta_2=BETA2, epsilon=EPSILON)',
  },
});
