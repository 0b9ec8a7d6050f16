/** Every weight 0. @type {import('./index.js').SchemeKind} */
export const zeros = { isSeeded: false };
