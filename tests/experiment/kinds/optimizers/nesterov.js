/** @type {import('../rules.js').Rule} */
export const rule = {
  options: ['momentum'],
  update(g, memory, { rate, momentum }) {
    memory.first = momentum * memory.first + g;
    return rate * (g + momentum * memory.first);
  },
};
