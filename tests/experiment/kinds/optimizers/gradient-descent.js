/** @type {import('../rules.js').Rule} */
export const rule = { options: [], update: (g, _, { rate }) => rate * g };
