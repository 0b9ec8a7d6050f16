/** Price, shipping, marketing, material → top seller. @type {import('./index.js').DatasetKind} */
export const demand = { features: 4, examples: 200, noise: 0 };
