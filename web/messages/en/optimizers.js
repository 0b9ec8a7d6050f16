/** What optimizers are called in English, and what each makes of the gradient g of a parameter: one line each. */

/** @typedef {{ name: string, says: ((parameter: string) => string) | null }} OptimizerWords says: null where the update is the gradient's alone */

/** @type {Readonly<Record<string, OptimizerWords> & Record<import('../../experiment/experiment.js').Optimizer, OptimizerWords>>} */
export const optimizerMessages = {
  'gradient-descent': { name: 'gradient descent', says: null },
  momentum: {
    name: 'momentum',
    says: (w) =>
      `Momentum moves ${w} by \u2212\u03b1 v, where v = m v + g remembers the gradients before: equal g and equal v, equal steps.`,
  },
  nesterov: {
    name: 'Nesterov momentum',
    says: (w) =>
      `Nesterov\u2019s momentum moves ${w} by \u2212\u03b1 (g + m v), where v = m v + g remembers the gradients before: equal g and equal v, equal steps.`,
  },
  rmsprop: {
    name: 'RMSProp',
    says: (w) => `RMSProp divides g by the size that gradients of ${w} had lately: equal gradients so far, equal steps.`,
  },
  adam: {
    name: 'Adam',
    says: (w) => `Adam moves ${w} by the mean of its gradients so far over their size: equal gradients so far, equal steps.`,
  },
};
