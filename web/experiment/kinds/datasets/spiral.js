/** Two arms wound around each other. @type {import('./index.js').DatasetKind} */
export const spiral = { features: 2, examples: 200, noise: 0.02 };
