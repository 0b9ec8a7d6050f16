/** `scale` times: uniform, limit √(6 / (incoming + outgoing)). @type {import('./index.js').SchemeKind} */
export const glorotUniform = { isSeeded: true };
