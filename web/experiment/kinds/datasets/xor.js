/** 1 where exactly one input is 1. @type {import('./index.js').DatasetKind} */
export const xor = { features: 2, examples: 4, noise: 0 };
