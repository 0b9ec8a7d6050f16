/** 1 where at least one input is 1. @type {import('./index.js').DatasetKind} */
export const or = { features: 2, examples: 4, noise: 0 };
