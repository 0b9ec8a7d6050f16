/** `scale` times: normal, deviation √(2 / incoming). @type {import('./index.js').SchemeKind} */
export const heNormal = { isSeeded: true };
