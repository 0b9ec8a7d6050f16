/** `scale` times: normal, deviation √(2 / (incoming + outgoing)). @type {import('./index.js').SchemeKind} */
export const glorotNormal = { isSeeded: true };
