/** @type {import('./index.js').OptimizerKind} */
export const rmsprop = {
  options: ['decay', 'epsilon'],
  memory: ['second'],
};
