/** @type {import('../rules.js').Rule} */
export const rule = {
  options: ['decay', 'epsilon'],
  update(g, memory, { rate, decay, epsilon }) {
    memory.second = decay * memory.second + (1 - decay) * g ** 2;
    return (rate * g) / (Math.sqrt(memory.second) + epsilon);
  },
};
