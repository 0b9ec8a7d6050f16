/** 1 where both inputs are 1. @type {import('./index.js').DatasetKind} */
export const and = { features: 2, examples: 4, noise: 0 };
