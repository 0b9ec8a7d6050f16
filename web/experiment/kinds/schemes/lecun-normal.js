/** `scale` times: normal, deviation √(1 / incoming). @type {import('./index.js').SchemeKind} */
export const lecunNormal = { isSeeded: true };
