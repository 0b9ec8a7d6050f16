/** `scale` times: uniform, limit √(6 / incoming). @type {import('./index.js').SchemeKind} */
export const heUniform = { isSeeded: true };
