/** @type {import('./index.js').OptimizerKind} */
export const nesterov = {
  options: ['momentum'],
  memory: ['first'],
};
