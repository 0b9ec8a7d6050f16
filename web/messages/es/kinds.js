/** What activations, losses and data sets are called in Spanish: one line each. */

/** @type {typeof import('../en/kinds.js').kindMessages} */
export const kindMessages = {
  activations: {
    sigmoid: 'sigmoide',
    tanh: 'tanh',
    relu: 'ReLU',
    'leaky-relu': 'leaky ReLU',
    softplus: 'softplus',
    linear: 'lineal',
  },
  losses: {
    'cross-entropy': 'entropía cruzada',
    'squared-error': 'error cuadrático',
  },
  dataSets: {
    xor: { name: 'XOR', about: '1 donde exactamente una entrada es 1: ninguna recta sola separa las clases.' },
    and: { name: 'AND', about: '1 donde las dos entradas son 1.' },
    or: { name: 'OR', about: '1 donde al menos una entrada es 1.' },
    circles: { name: 'Círculos', about: 'Un disco dentro de un anillo.' },
    gaussians: { name: 'Gaussianas', about: 'Dos nubes.' },
    spiral: { name: 'Espiral', about: 'Dos brazos enrollados uno en el otro.' },
    quadrants: { name: 'Cuadrantes', about: 'Los cuadrantes opuestos tienen la misma clase: XOR con espacio alrededor.' },
    moons: { name: 'Lunas', about: 'Dos medias lunas, enganchadas una en la otra.' },
    coffee: {
      name: 'Café',
      about:
        'Tostado de café: bueno donde temperatura y duración encajan. Se muestra en sus unidades; el entrenamiento las usa estandarizadas.',
    },
    demand: { name: 'Demanda', about: '¿Un éxito de ventas? Según precio, envío, publicidad y material.' },
  },
  dataWords: {
    inside: 'dentro',
    upper: 'arriba',
    temperature: 'temperatura',
    duration: 'duración',
    'good roast': 'buen tostado',
    price: 'precio',
    shipping: 'envío',
    marketing: 'publicidad',
    material: 'material',
    'top seller': 'éxito de ventas',
    '$ 1,000': 'miles de $',
    score: 'puntos',
  },
};
