/** @type {import('./index.js').OptimizerKind} */
export const gradientDescent = {
  options: [],
  memory: [],
  numpy: ['direction = g'],
  torch: () => 'torch.optim.SGD(parameters, lr=LEARNING_RATE)',
  keras: 'tf.keras.optimizers.SGD(LEARNING_RATE)',
};
