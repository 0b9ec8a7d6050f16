/** Temperature, duration → good roast: the lab's region. @type {import('./index.js').DatasetKind} */
export const coffee = { features: 2, examples: 200, noise: 0 };
