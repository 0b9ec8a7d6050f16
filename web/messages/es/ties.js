/** The texts of the ties' panel in Spanish. */

import {
  countFormatter,
  formatDifference,
  formatExact,
  formatFactor,
  formatFigure,
  formatLoss,
  listFormatter,
  numberFormatter,
  pluralFormatter,
} from '../../base/format.js';

const count = countFormatter('es');
const list = listFormatter('es');
const plural = pluralFormatter('es');
const decimal = numberFormatter('es', { maximumSignificantDigits: 6 });

/** @type {(steps: number) => string} */
const everySteps = (steps) => {
  if (steps < 1) return 'en menos de un paso';
  const shown = steps < 9.95 ? formatExact(Number(steps.toPrecision(2))) : count(steps);
  return shown === '1' ? 'cada paso' : `cada ${shown} pasos`;
};

/** More names than this are cut short. */
const MOST_NAMES = 3;

/** @type {(names: readonly string[]) => string} */
const shortList = (names) => (names.length > MOST_NAMES ? `${names[0]} \u2026 ${names[names.length - 1]}` : names.join(', '));

/** @type {import('../en/ties.js').TiesMessages} */
export const tiesMessages = {
  none: 'Para que haya gemelas hacen falta dos neuronas ocultas en una capa. Esta red no las tiene.',
  intro: 'Estos interruptores muestran y cambian el inicio. El entrenamiento empieza de nuevo desde ahí.',
  layer: 'Capa',
  first: 'Neurona',
  second: 'y neurona',
  number: (number) => count(number),

  switches: 'Iguales al inicio',
  part: (part) => ({ incoming: 'Igualar entrada', bias: 'Igualar sesgo', outgoing: 'Igualar salida' })[part],
  partNames: (first, second, isTied) => `${shortList(first)} ${isTied ? '=' : '\u2260'} ${shortList(second)}`,
  noBias: 'la red no tiene sesgos',
  lock: 'Enlazar',
  lockMeaning: 'cambiar una cambia las dos',
  askOthers: (part, units) =>
    `Las neuronas ${list(units)} nunca tuvieron ${{ incoming: 'pesos de entrada', bias: 'sesgos', outgoing: 'pesos de salida' }[part]} distintos: sin la igualdad seguirían siendo iguales. Dale otros valores a la neurona ${units[1]}:`,
  otherValue: (name) => `Otro inicio para ${name}`,

  nudge: 'Mover apenas',
  nudgeParameter: 'Parámetro',
  nudgeAmount: 'Cuánto',
  nudgeUlp: (amount) => `1 ulp, su último bit: ${amount}`,
  nudgeBy: (amount) => `en ${amount}`,
  tooSmall: (name) => `menos que el último bit de ${name}: no cambiaría nada`,
  nudgeNow: 'Mover',
  nudgeBack: 'Deshacer los cambios',
  nudged: (nudges) =>
    nudges.length === 0
      ? 'No se ha movido nada.'
      : `Movido al inicio: ${list(nudges.map(({ parameter, ulps, by }) => `${parameter} en ${ulps === undefined ? formatDifference(Number(by)) : `${count(ulps)} ulp`}`))}.`,

  firmness: '¿Crecería una diferencia pequeña?',
  predicted: ({ kind, steps, flips }, perStep, lambda) => {
    const numbers = `curvatura \u03bb = ${formatFigure(lambda)}, es decir, por ${formatFactor(perStep)} en cada paso`;
    const flip = flips ? ', cambiando de signo cada vez' : '';
    if (kind === 'grows') return `Previsto: aquí una diferencia pequeña se duplicaría ${everySteps(steps)}${flip} (${numbers}).`;
    if (kind === 'heals')
      return `Previsto, gracias al decaimiento de pesos: aquí una diferencia pequeña se reduciría a la mitad ${everySteps(steps)}, o más rápido${flip} (${numbers}).`;
    return `Previsto: aquí una diferencia pequeña ni crecería ni se cerraría, ni en un millón de pasos (${numbers}).`;
  },
  kinkPrediction:
    'En este punto J tiene un pico: en algún ejemplo una neurona tiene z = 0 exactamente, donde ReLU se dobla. No se puede predecir ninguna tasa; el menor empujón puede separar las neuronas en un solo paso.',
  noPrediction: `Aquí no hay previsión: es para dos neuronas gemelas, o separadas como mucho por ${decimal(0.001)}, y para descenso de gradiente simple con todos los ejemplos.`,
  workingPrediction: (done) => `Calculando la previsión: ${Math.round(100 * done)} %.`,
  pausedPrediction: 'La previsión se hace cuando el entrenamiento se pausa.',
  measured: ({ kind, steps }, from, to) => {
    const when = `del paso ${count(from)} al ${count(to)}`;
    if (kind === 'neither') return `Medido: ${when} la diferencia ni creció ni se cerró.`;
    return `Medido: ${when} la diferencia se ${kind === 'grows' ? 'duplicó' : 'redujo a la mitad'} ${everySteps(steps)}.`;
  },
  unmeasured: {
    zero: 'Medido: la diferencia es exactamente 0. Mueve un peso y entrena para verlo.',
    short: 'Medido: todavía nada. Entrena algunos pasos.',
    rounding: 'Medido: la diferencia está tan cerca del último bit que la decide el redondeo.',
  },

  split: {
    title: 'Cortar una neurona',
    intro:
      'Una neurona se corta en dos donde está el entrenamiento: las dos mitades tienen sus pesos de entrada y su sesgo, y se reparten sus pesos de salida. Las respuestas no cambian. Deshacer trae la red sin cortar, en su inicio.',
    share: 'Parte que se queda',
    shares: (share) => `${formatFigure(share)} se queda, ${formatFigure(Number((1 - share).toFixed(1)))} va a la otra mitad`,
    neuron: 'Neurona',
    halves: '¿Se separarían mitades iguales?',
    cut: 'Cortarla',
    number: (number) => count(number),
    now: (number) => `Cortar la neurona ${number}`,
    growth: ({ kind, steps, flips }) =>
      kind === 'grows'
        ? `una diferencia se duplica ${everySteps(steps)}${flips ? ' y cambia de signo' : ''}`
        : kind === 'heals'
          ? `no: una diferencia se reduce a la mitad ${everySteps(steps)}`
          : 'no en un millón de pasos',
    kink: 'J tiene un pico aquí: no se puede predecir',
    unknown: 'no se sabe: esto vale para el descenso de gradiente sin más, con los ejemplos a la vez',
    tooLarge: 'Esta red o sus datos son demasiado grandes para preguntarlo aquí.',
    more: (left) => (left === 1 ? 'Hay 1 neurona más sin mostrar.' : `Hay ${count(left)} neuronas más sin mostrar.`),
    done: (number, other, before, after) =>
      `La neurona ${count(number)} está cortada en dos: la neurona ${count(other)} es su otra mitad. J es ${formatLoss(after)}, ${after === before ? 'la misma en cada bit' : `la misma salvo ${formatDifference(Math.abs(after - before))}`}. Mueve apenas un peso y entrena, para ver cómo se separan.`,
  },

  bits: 'Los bits',
  bitsOf: (units, step) => `Neuronas ${list(units)} tras ${plural(step, 'paso', 'pasos', 'de pasos')}, exactas, en hexadecimal`,
  bitsNeuron: (unit) => `neurona ${unit}`,
  bitsDifference: 'diferencia',
  bitsEqual: 'ninguna: cada bit es igual',
  bitsApart: (bits, ulps) =>
    `${ulps < 1_000_000n ? count(Number(ulps)) : Number(ulps).toExponential(1).replace('.', ',')} ulp, ${plural(bits, 'bit', 'bits')}`,
  bitsMore: (left) => `${plural(left, 'par más no se muestra', 'pares más no se muestran')}.`,
};
