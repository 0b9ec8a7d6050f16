/** @type {import('../rules.js').Rule} */
export const rule = {
  options: ['beta1', 'beta2', 'epsilon'],
  update(g, memory, { rate, beta1, beta2, epsilon }) {
    memory.first = beta1 * memory.first + (1 - beta1) * g;
    memory.second = beta2 * memory.second + (1 - beta2) * g ** 2;
    const mean = memory.first / (1 - beta1 ** memory.step);
    const square = memory.second / (1 - beta2 ** memory.step);
    return (rate * mean) / (Math.sqrt(square) + epsilon);
  },
};
