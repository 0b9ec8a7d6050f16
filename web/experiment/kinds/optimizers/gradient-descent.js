/** @type {import('./index.js').OptimizerKind} */
export const gradientDescent = {
  options: [],
  memory: [],
};
