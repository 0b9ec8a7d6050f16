/** A disk inside a ring. @type {import('./index.js').DatasetKind} */
export const circles = { features: 2, examples: 200, noise: 0.05 };
