/** @type {import('./index.js').OptimizerKind} */
export const nesterov = {
  options: ['momentum'],
  memory: ['first'],
  numpy: ['first[i] = MOMENTUM * first[i] + g', 'direction = g + MOMENTUM * first[i]'],
  // PyTorch refuses a Nesterov momentum of 0, which is gradient descent.
  torch: ({ momentum }) => `torch.optim.SGD(parameters, lr=LEARNING_RATE${momentum > 0 ? ', momentum=MOMENTUM, nesterov=True' : ''})`,
  keras: 'tf.keras.optimizers.SGD(LEARNING_RATE, momentum=MOMENTUM, nesterov=True)',
};
