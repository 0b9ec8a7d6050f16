/** @type {import('./index.js').OptimizerKind} */
export const momentum = {
  options: ['momentum'],
  memory: ['first'],
  numpy: ['first[i] = MOMENTUM * first[i] + g', 'direction = first[i]'],
  torch: () => 'torch.optim.SGD(parameters, lr=LEARNING_RATE, momentum=MOMENTUM)',
  keras: 'tf.keras.optimizers.SGD(LEARNING_RATE, momentum=MOMENTUM)',
};
