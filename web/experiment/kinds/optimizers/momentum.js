/** @type {import('./index.js').OptimizerKind} */
export const momentum = {
  options: ['momentum'],
  memory: ['first'],
};
