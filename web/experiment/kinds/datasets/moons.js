/** Two half moons, hooked into each other. @type {import('./index.js').DatasetKind} */
export const moons = { features: 2, examples: 200, noise: 0.1 };
