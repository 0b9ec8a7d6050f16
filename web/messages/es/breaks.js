/** The texts of the panel that tries what breaks a tie, in Spanish. */

import { countFormatter, formatDifference, formatInText, pluralFormatter } from '../../base/format.js';
import { AMOUNTS } from '../../ties/breakers.js';
import { batchesMessages } from './batches.js';

const count = countFormatter('es');
const plural = pluralFormatter('es');

/** @type {(amount: number) => string} */
const pasos = (amount) => plural(amount, 'paso', 'pasos', 'de pasos');

/** @type {(result: import('../en/breaks.js').TrialResult) => string} */
function ending({ kind, distance, healed }) {
  if (kind === 'apart') return 'Sí.';
  if (kind === 'near-tied') return `Solo en los últimos bits: ahora difieren en ${formatDifference(distance)}.`;
  return healed === null ? 'No: iguales en cada bit.' : `Por un tiempo: iguales otra vez en cada bit desde el paso ${count(healed)}.`;
}

/** @type {typeof import('../en/breaks.js').breaksMessages} */
export const breaksMessages = {
  intro:
    'Dos neuronas empiezan exactamente iguales y cambia una sola cosa. Reparte las cartas: ¿qué separa a las gemelas? Luego pruébalas todas; cada paso se compara bit a bit.',
  run: 'Probar todo',
  again: 'Probar todo otra vez',
  cancel: 'Cancelar',
  steps: 'Pasos de cada ejecución',
  progress: 'Progreso de las ejecuciones',
  table: 'Tabla de datos',
  caption: 'Qué separa a las gemelas',
  base: (network, isPresent, length) =>
    `${isPresent ? 'Tu experimento con las neuronas 1 y 2 hechas iguales' : 'Tu red no tiene dos neuronas en una capa, así que esta es la de gemelas del laboratorio'}: ${network}, descenso de gradiente simple, ${pasos(length)}.`,
  baseChanged: 'El experimento ha cambiado desde entonces. Vuelve a probar para ver sus respuestas.',
  verdict: (result) =>
    `${ending(result)}${result.stopped === null ? '' : ` Se detuvo tras ${pasos(result.step)}: los pesos crecen sin límite.`}`,
  parted: (step) => (step === null ? 'nunca' : step === 0 ? 'al inicio' : `paso ${count(step)}`),
  distance: (distance) => (distance === 0 ? 'exactamente 0' : formatDifference(distance)),
  canceled: 'Cancelado.',
  overStarts: {
    title: 'En muchos inicios',
    run: 'Contar',
    decay: 'Decaimiento de pesos (l2)',
    noPair: 'En las capas no hay dos neuronas que puedan ser gemelas.',
    open: (seed) => `Abrir la semilla ${count(seed)}`,
    done: (runs, length) =>
      `${plural(runs, 'entrenamiento', 'entrenamientos', 'de entrenamientos')} de ${pasos(length)}, de tu red con tus datos.`,
    makes: {
      title: '¿Qué hace gemelas?',
      about:
        'Al revés: tu red parte de pesos al azar, con extrañas. ¿Cuántas veces acaban dos a menos de una millonésima? En las tanh vale la imagen en el espejo.',
      without: 'sin decaimiento',
      with: (l2) => `con l2 = ${formatInText(l2)}`,
      said: (found, starts) => `${count(found)} de ${count(starts)} acaban con gemelas`,
    },
    keeps: {
      title: '¿Mantienen los lotes pequeños juntas a las gemelas?',
      about:
        'Las neuronas de una capa parten como gemelas, con un peso mayor en una cienmillonésima. ¿Cuántas veces acaban dos a más de 1?',
      batch: batchesMessages.size,
      said: (found, starts) => `${count(found)} de ${count(starts)} se separan`,
    },
  },
  done: (apart, near, tied) =>
    [
      `De ${count(apart + near + tied)} ejecuciones, ${plural(apart + near, 'separó', 'separaron')} a las gemelas${near === 0 ? '' : ` (${count(near)} solo en los últimos bits)`}`,
      `${plural(tied, 'acabó', 'acabaron')} con gemelas exactas.`,
    ].join(', '),
  changes: () => ({
    nothing: 'Nada: solo entrenar',
    incoming: `Un peso de entrada de la neurona 2, mayor en ${formatInText(AMOUNTS.difference)}`,
    bias: `El sesgo de la neurona 2, mayor en ${formatInText(AMOUNTS.difference)}`,
    outgoing: `El peso de salida de la neurona 2, menor en ${formatInText(-AMOUNTS.outgoingDifference)}`,
    'output-bias': `Solo el sesgo de la salida, ${formatInText(AMOUNTS.difference)}`,
    'mini-batches': 'Minilotes barajados',
    momentum: 'Momento',
    adam: 'Adam',
    l2: `Penalización L2 de ${formatInText(AMOUNTS.l2)}`,
    dropout: `Dropout con tasa ${formatInText(AMOUNTS.dropoutRate)}`,
    'gradient-noise': `Ruido de ${formatInText(AMOUNTS.noise)} en cada gradiente`,
    'unit-learning-rate': `Tasa de aprendizaje de la neurona 2 por ${formatInText(AMOUNTS.learningRateFactor)}`,
    'frozen-weight': 'Un peso de la neurona 2 congelado',
    'one-ulp': 'Un peso movido en su último bit',
    seed: `Un inicio al azar con la semilla ${AMOUNTS.seed}`,
  }),
};
