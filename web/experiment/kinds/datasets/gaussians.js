/** Two clouds. @type {import('./index.js').DatasetKind} */
export const gaussians = { features: 2, examples: 200, noise: 0.5 };
