/** Uniform in [−scale, scale). @type {import('./index.js').SchemeKind} */
export const uniform = { isSeeded: true };
