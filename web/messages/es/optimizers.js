/** What optimizers are called in Spanish, and what each makes of the gradient g of a parameter: one line each. */

/** @type {typeof import('../en/optimizers.js').optimizerMessages} */
export const optimizerMessages = {
  'gradient-descent': { name: 'descenso de gradiente', says: null },
  momentum: {
    name: 'momento',
    says: (w) =>
      `El momento mueve ${w} en \u2212\u03b1 v, donde v = m v + g recuerda los gradientes anteriores: g iguales y v iguales, pasos iguales.`,
  },
  nesterov: {
    name: 'momento de Nesterov',
    says: (w) =>
      `El momento de Nesterov mueve ${w} en \u2212\u03b1 (g + m v), donde v = m v + g recuerda los gradientes anteriores: g iguales y v iguales, pasos iguales.`,
  },
  rmsprop: {
    name: 'RMSProp',
    says: (w) =>
      `RMSProp divide g entre el tamaño que han tenido últimamente los gradientes de ${w}: gradientes iguales hasta ahora, pasos iguales.`,
  },
  adam: {
    name: 'Adam',
    says: (w) =>
      `Adam mueve ${w} según la media de sus gradientes hasta ahora, dividida entre su tamaño: gradientes iguales hasta ahora, pasos iguales.`,
  },
};
