/** @type {import('./index.js').OptimizerKind} */
export const rmsprop = {
  options: ['decay', 'epsilon'],
  memory: ['second'],
  numpy: ['second[i] = DECAY * second[i] + (1 - DECAY) * g * g', 'direction = g / (np.sqrt(second[i]) + EPSILON)'],
  torch: () => 'torch.optim.RMSprop(parameters, lr=LEARNING_RATE, alpha=DECAY, eps=EPSILON)',
  keras: 'tf.keras.optimizers.RMSprop(LEARNING_RATE, rho=DECAY, epsilon=EPSILON)',
};
