/** `scale` times: uniform, limit √(3 / incoming). @type {import('./index.js').SchemeKind} */
export const lecunUniform = { isSeeded: true };
