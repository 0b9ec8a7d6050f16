/** What activations, losses and data sets are called in English: one line each. */

/** @typedef {{ name: string, about: string }} DatasetWords */

export const kindMessages = {
  /** @type {Readonly<Record<string, string> & Record<import('../../experiment/experiment.js').Activation, string>>} */
  activations: {
    sigmoid: 'sigmoid',
    tanh: 'tanh',
    relu: 'ReLU',
    'leaky-relu': 'leaky ReLU',
    softplus: 'softplus',
    linear: 'linear',
  },
  /** @type {Readonly<Record<string, string> & Record<import('../../experiment/experiment.js').Loss, string>>} */
  losses: {
    'cross-entropy': 'cross-entropy',
    'squared-error': 'squared error',
  },
  /** @type {Readonly<Record<string, DatasetWords> & Record<import('../../experiment/experiment.js').DatasetName, DatasetWords>>} */
  dataSets: {
    xor: { name: 'XOR', about: '1 where exactly one input is 1: no single line parts the classes.' },
    and: { name: 'AND', about: '1 where both inputs are 1.' },
    or: { name: 'OR', about: '1 where at least one input is 1.' },
    circles: { name: 'Circles', about: 'A disk inside a ring.' },
    gaussians: { name: 'Gaussians', about: 'Two clouds.' },
    spiral: { name: 'Spiral', about: 'Two arms wound around each other.' },
    quadrants: { name: 'Quadrants', about: 'Opposite quadrants have the same class: XOR with room around.' },
    moons: { name: 'Moons', about: 'Two half moons, hooked into each other.' },
    coffee: {
      name: 'Coffee',
      about: 'Roasting: good where temperature and duration fit each other. Shown in their units; training uses them standardized.',
    },
    demand: { name: 'Demand', about: 'A top seller? From price, shipping cost, marketing and material.' },
  },
  /** Names and units of the named sets, by the engine's. @type {Readonly<Record<string, string>>} */
  dataWords: {
    inside: 'inside',
    upper: 'upper',
    temperature: 'temperature',
    duration: 'duration',
    'good roast': 'good roast',
    price: 'price',
    shipping: 'shipping',
    marketing: 'marketing',
    material: 'material',
    'top seller': 'top seller',
    '$ 1,000': '$ 1,000',
    score: 'score',
  },
};
