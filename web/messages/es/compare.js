/** The texts of the panel that compares two runs, in Spanish. */

import {
  countFormatter,
  formatDifference,
  formatExact,
  formatInText,
  formatLoss,
  formatParameter,
  listFormatter,
  pluralFormatter,
} from '../../base/format.js';
import { isNear } from '../../ties/near.js';
import { optimizerMessages } from './optimizers.js';
import { scheduleMessages } from './schedule.js';
import { trainingMessages } from './training.js';

/** @typedef {import('../../experiment/compare.js').Difference} Difference */
/** @typedef {Readonly<Record<string, string>>} Names */

const count = countFormatter('es');
const list = listFormatter('es');
const plural = pluralFormatter('es');
const minus = '\u2212';

/** @type {(value: number) => string} */
const figure = (value) => formatExact(value).replace('-', minus);

/** @type {(what: string, before: string, now: string) => string} */
const instead = (what, before, now) => `${what}: ${now} en lugar de ${before}.`;

/** @type {(hidden: readonly number[]) => string} */
const layers = (hidden) => (hidden.length === 0 ? 'ninguna' : hidden.map(count).join(' y '));

/** @type {(start: { name: string, before: number, now: number }) => string} */
function startDifference({ name, before, now }) {
  if (now !== before && isNear(now, before)) {
    const size = Math.abs(now - before);
    return `${name} al inicio: ${formatInText(before)}, y ${formatDifference(size)} ${now > before ? 'más' : 'menos'}.`;
  }
  // Two zeros that differ in their sign are two starts, but one number to the eye.
  return instead(`${name} al inicio`, startText(before), startText(now));
}

/** @param {number} value */
function startText(value) {
  return Object.is(value, -0) ? `${minus}0` : formatParameter(value).replace('-', minus);
}

const optionNames = { examples: 'Ejemplos', noise: 'Ruido de los datos', seed: 'Semilla de los datos' };

/** @type {typeof import('../en/compare.js').compareMessages} */
export const compareMessages = {
  intro: 'Guarda una ejecución, cambia una cosa y entrena otra vez: las dos quedan sobre los mismos ejes, la guardada en línea punteada.',
  keep: 'Guardar esta ejecución',
  keepAgain: 'Guardar esta en su lugar',
  forget: 'Olvidar la guardada',
  catchUp: (step) => `Entrenar hasta el paso ${count(step)}`,
  kept: (step) => `Guardada, en el paso ${count(step)}. Ahora cambia una cosa.`,
  forgotten: 'No hay ninguna ejecución guardada.',
  difference: 'En qué difieren',
  same: 'En nada: es el mismo experimento.',
  table: 'Las dos ejecuciones, lado a lado',
  columns: { what: 'Resultado', kept: 'La guardada', present: 'Esta' },
  rows: { step: 'Pasos', loss: 'Pérdida J', verdict: 'Neuronas', different: 'Neuronas diferentes', fingerprint: 'Huella' },
  noFingerprint: 'no se conoce para este paso',

  swap: {
    title: 'Prueba de intercambio',
    intro:
      'Dos neuronas intercambian sus inicios: pesos de entrada, sesgo y pesos de salida. La ejecución se guarda, y la intercambiada entrena los mismos pasos. ¿Hay alguna neurona especial?',
    pair: 'Neuronas que se intercambian',
    pairName: (first, second) => `${count(first)} y ${count(second)}`,
    start: 'Intercambiar y entrenar',
    first: 'Entrena primero: la ejecución intercambiada da tantos pasos como haya dado esta.',
    noPair: 'Hace falta una capa con dos neuronas ocultas.',
    tied: 'Estas dos empiezan iguales: intercambiadas, son el mismo inicio.',
    notYet: (step) => `En el paso ${count(step)}, donde está la ejecución guardada, se podrán comparar.`,
    outcome: (units, { isExact, curves, loss }, isChance) => {
      const names = `Las neuronas ${list(units)}`;
      if (isChance) {
        return `${names} están intercambiadas, pero el dropout y el ruido en los gradientes sortean de nuevo para cada lugar, así que esta es otra ejecución: J difiere en ${formatDifference(loss)}.`;
      }
      if (isExact) return `${names} intercambiaron sus curvas, y J es la misma: igual en cada bit, en todos los pasos guardados.`;
      return (
        `${names} intercambiaron sus curvas, y J es ${loss === 0 ? 'la misma en cada bit' : `la misma salvo ${formatDifference(loss)}`}. ` +
        `Las curvas coinciden hasta ${formatDifference(curves)}, no en cada bit: algunas sumas van ahora en otro orden, y cada orden redondea a su manera.`
      );
    },
    meaning: 'No hay una neurona mejor, solo un equipo mejor, en cualquier orden.',
  },

  way: {
    title: 'El camino entre dos',
    intro:
      'J en línea recta desde este entrenamiento hasta el guardado, o hasta su propia imagen en el espejo, en la que dos neuronas cambian de sitio. Entre neuronas que cambian de sitio hay también un rodeo, con una neurona libre.',
    to: 'Hasta dónde',
    kept: 'el guardado',
    mirror: (first, second) => `él mismo, con las neuronas ${count(first)} y ${count(second)} intercambiadas`,
    walk: 'Recorrer',
    none: 'Guarda un entrenamiento de la misma red, o usa una capa de dos neuronas, para tener adónde ir.',
    place: 'Lugar en el camino',
    straight: (from, to, part, top, tied) =>
      `En línea recta, J va de ${formatLoss(from)} a ${formatLoss(to)}. El punto más alto está al ${count(Math.round(100 * part))} % del camino, J = ${formatLoss(top)}; ` +
      (tied.length === 0
        ? 'allí no hay neuronas gemelas.'
        : `allí son gemelas, iguales bit a bit, ${tied.map((units) => `las neuronas ${list(units)}`).join(', ')}.`),
    level: (change) =>
      `Por el rodeo, en seis movimientos con una neurona libre (a trazos), J ${change === 0 ? 'no cambia' : `cambia como mucho en ${formatDifference(change)}`}.`,
    moves: [
      'copiar la primera en la libre',
      'pasar los pesos de salida de la primera a la libre',
      'copiar la segunda en el sitio de la primera',
      'pasar los pesos de salida de la segunda',
      'copiar la libre en el sitio de la segunda',
      'pasar los pesos de salida de la libre',
    ],
    at(part, straight, level) {
      const here = `${count(Math.round(100 * part))} %: J = ${formatLoss(straight)} en línea recta`;
      return level === null
        ? here
        : `${here}; ${formatLoss(level.loss)} por el rodeo, movimiento ${count(level.move)}: ${this.moves[level.move - 1]}`;
    },
  },

  sentence: (difference, names) => {
    switch (difference.kind) {
      case 'hidden':
        return instead('Neuronas ocultas', layers(difference.before), layers(difference.now));
      case 'choice':
        return choiceSentence(difference, names);
      case 'bias':
        return difference.now ? 'Sesgos: con ellos en lugar de sin ellos.' : 'Sesgos: sin ellos en lugar de con ellos.';
      case 'data':
        return instead('Datos', setName(difference.before, names), setName(difference.now, names));
      case 'data-option':
        return instead(optionNames[difference.what], figure(difference.before), figure(difference.now));
      case 'own-examples':
        return `De ${plural(difference.of, 'ejemplo', 'ejemplos')}, ${plural(difference.changed, 'es distinto', 'son distintos')}.`;
      case 'training':
        return instead(
          difference.name === 'learningRate' ? 'Tasa de aprendizaje \u03b1' : trainingMessages.options[difference.name].label,
          figure(difference.before),
          figure(difference.now),
        );
      case 'schedule':
        return instead(
          'Cambios sobre la marcha',
          scheduleMessages.entries(difference.before) || scheduleMessages.none,
          scheduleMessages.entries(difference.now) || scheduleMessages.none,
        );
      case 'freeze':
        return `${difference.name} ${difference.now ? '' : 'no '}está congelado.`;
      case 'unit-rate':
        return instead(
          `Tasa de aprendizaje de la neurona ${difference.unit} de la capa ${difference.layer}`,
          `${figure(difference.before)} por \u03b1`,
          `${figure(difference.now)} por \u03b1`,
        );
      case 'seed':
        return instead('Semilla del inicio al azar', String(difference.before), String(difference.now));
      case 'start':
        return startDifference(difference);
      case 'starts':
        return `De ${plural(difference.of, 'peso o sesgo', 'pesos y sesgos')}, ${plural(difference.changed, 'empieza', 'empiezan')} con otro valor.`;
    }
  },
};

/**
 * @param {Extract<Difference, { kind: 'choice' }>} difference
 * @param {{ activations: Names, losses: Names }} names
 * @returns {string}
 */
function choiceSentence({ what, before, now }, { activations, losses }) {
  const labels = { activation: 'Activación', outputActivation: 'Activación de la salida', loss: 'Pérdida J', optimizer: 'Optimizador' };
  /** @type {(value: string) => string | undefined} */
  const name = (value) =>
    what === 'optimizer'
      ? optimizerMessages[value]?.name
      : { activation: activations, outputActivation: activations, loss: losses }[what][value];
  return instead(labels[what], name(before) ?? before, name(now) ?? now);
}

/**
 * @param {string} set a name, or what stands for examples of one's own
 * @param {import('../en/compare.js').KindNames} names
 */
function setName(set, { dataSets, ownData }) {
  return dataSets[set]?.name ?? ownData;
}
