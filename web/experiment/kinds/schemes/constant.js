/** Every weight the one `value`. @type {import('./index.js').SchemeKind} */
export const constant = { isSeeded: false };
