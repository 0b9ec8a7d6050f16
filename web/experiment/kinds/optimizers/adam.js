/** @type {import('./index.js').OptimizerKind} */
export const adam = {
  options: ['beta1', 'beta2', 'epsilon'],
  memory: ['first', 'second'],
};
