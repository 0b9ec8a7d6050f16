/** Texts of the panel "How it learns" in Spanish. */

import { formatExact } from '../../base/format.js';
import { optimizerMessages } from './optimizers.js';

/** @type {typeof import('../en/training.js').trainingMessages} */
export const trainingMessages = {
  optimizer: 'Optimizador',
  optimizers: optimizerMessages,
  groups: {
    rule: {
      title: 'La actualización',
      note: 'Una sola regla para todos los pesos: gradientes iguales dan pasos iguales, y las gemelas siguen siéndolo.',
    },
    batches: { title: 'Minilotes', note: 'Todas las neuronas ven el mismo lote, en el mismo orden: las gemelas siguen siéndolo.' },
    penalties: { title: 'Penalizaciones y recorte', note: 'Los pesos iguales reciben el mismo tirón: las gemelas siguen siéndolo.' },
    chance: { title: 'Dropout y ruido', note: 'Cada neurona, o cada peso, tiene su propio sorteo: las gemelas se separan.' },
    single: { title: 'Reglas para una neurona o un peso', note: 'Lo que vale solo para una gemela separa a las dos.' },
  },
  options: {
    momentum: { label: 'Momento', hint: 'Cuánto sigue del último paso.' },
    beta1: { label: 'Beta 1', hint: 'Memoria de los gradientes.' },
    beta2: { label: 'Beta 2', hint: 'Memoria de los gradientes al cuadrado.' },
    epsilon: { label: 'Épsilon', hint: 'Mantiene el divisor por encima de 0.' },
    decay: { label: 'Decaimiento', hint: 'Memoria de los gradientes al cuadrado.' },
    batchSize: { label: 'Tamaño del lote', hint: '0: todos los ejemplos a la vez.' },
    shuffleSeed: { label: 'Semilla del orden', hint: 'El orden de los ejemplos.' },
    l1: { label: 'Penalización L1', hint: 'Por la suma de los tamaños de todos los pesos.' },
    l2: { label: 'Penalización L2', hint: 'Por la mitad de la suma de sus cuadrados.' },
    clip: { label: 'Recortar el gradiente en', hint: 'Su longitud máxima. 0: sin recorte.' },
    'dropout.rate': { label: 'Tasa de dropout', hint: 'La parte de las neuronas ocultas que se omite.' },
    'dropout.seed': { label: 'Semilla del dropout', hint: 'Qué neuronas, y cuándo.' },
    'gradientNoise.std': { label: 'Ruido en el gradiente', hint: 'Su desviación estándar.' },
    'gradientNoise.seed': { label: 'Semilla del ruido', hint: 'La misma semilla, el mismo ruido.' },
  },
  freeze: 'Parámetros congelados',
  freezeHint: 'Nombres como w5, b1: estos nunca cambian.',
  unitRates: 'Una tasa de aprendizaje propia',
  unitRatesHint: 'Los pesos de entrada y el sesgo de una neurona aprenden con este factor por \u03b1.',
  neuron: 'Neurona',
  factor: 'Factor',
  setFactor: 'Fijar',
  unitRate: (number, factor) => `Neurona ${number}: ${formatExact(factor)} por \u03b1`,
  removeUnitRate: (number) => `Quitar el factor de la neurona ${number}`,
  noNeuron: (most) => `Escribe el número de una neurona, de 1 a ${most}.`,
};
