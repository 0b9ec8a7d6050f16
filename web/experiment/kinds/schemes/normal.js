/** Normal, standard deviation `scale`. @type {import('./index.js').SchemeKind} */
export const normal = { isSeeded: true };
