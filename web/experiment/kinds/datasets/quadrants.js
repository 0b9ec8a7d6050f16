/** Opposite quadrants have the same class. @type {import('./index.js').DatasetKind} */
export const quadrants = { features: 2, examples: 200, noise: 0 };
