/** @type {import('./index.js').OptimizerKind} */
export const adam = {
  options: ['beta1', 'beta2', 'epsilon'],
  memory: ['first', 'second'],
  numpy: [
    'first[i] = BETA1 * first[i] + (1 - BETA1) * g',
    'second[i] = BETA2 * second[i] + (1 - BETA2) * g * g',
    'direction = first[i] / (1 - BETA1**step) / (np.sqrt(second[i] / (1 - BETA2**step)) + EPSILON)',
  ],
  torch: () => 'torch.optim.Adam(parameters, lr=LEARNING_RATE, betas=(BETA1, BETA2), eps=EPSILON)',
  keras: 'tf.keras.optimizers.Adam(LEARNING_RATE, beta_1=BETA1, beta_2=BETA2, epsilon=EPSILON)',
};
