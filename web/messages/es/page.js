/**
 * Every text of the page in Spanish, of the shape of en.js: plain and neutral, as university courses of Latin America and Spain use it. One
 * word carries the lab: neurons that are tied are "gemelas", twins, and what breaks a tie separates them. Numbers have the decimal mark of the reader's region.
 */

import { countFormatter, formatInText, listFormatter, numberFormatter, pluralFormatter, twoReadings } from '../../base/format.js';
import { unseenCharacter } from '../../base/read-number.js';
import { shellMessages } from './shell.js';
import { kindMessages } from './kinds.js';
import { chartsMessages } from './charts.js';
import { timeMessages } from './time.js';
import { verdictMessages, when } from './verdict.js';

/** @typedef {import('../../ties/verdict.js').Verdict} Verdict */

const count = countFormatter('es');
const list = listFormatter('es');
const plural = pluralFormatter('es');

/** @type {(amount: number) => string} */
const neuronas = (amount) => plural(amount, 'neurona', 'neuronas');
const decimal = numberFormatter('es', { maximumSignificantDigits: 6 });

/** @type {import('../en/page.js').Messages} */
export const messages = {
  ...kindMessages,
  ...shellMessages,
  count,
  list,

  presets: {
    tied: {
      name: 'Gemelas',
      about: `Las dos neuronas empiezan con los mismos pesos, de entrada y de salida. Sin sesgos, \u03b1 = ${decimal(0.5)}.`,
    },
    'outgoing-apart': {
      name: 'Salida distinta',
      about: `Los mismos pesos de entrada, pero w5 = ${decimal(0.6)} y w6 = \u2212${decimal(0.3)}.`,
    },
    'incoming-apart': {
      name: 'Entrada distinta',
      about: `Los mismos pesos de salida, pero w1, w2 = ${decimal(0.2)}; ${decimal(0.4)} y w3, w4 = \u2212${decimal(0.1)}; ${decimal(0.7)}.`,
    },
    random: {
      name: 'Al azar, semilla 42',
      about: 'Cada peso se sortea entre \u22121 y 1. La semilla hace que se pueda repetir, no que sean iguales.',
    },
    zeros: { name: 'Todo ceros', about: 'Todo empieza en 0, con AND. Prueba también la activación tanh.' },
    logistic: { name: 'Logística desde ceros', about: 'Sin capa oculta: una neurona, todo en cero, con AND. No tiene gemela.' },
  },

  train: 'Entrenar',
  toTrain: 'Ir a Entrenar',
  pause: 'Pausar',
  step: 'Paso',
  reset: 'Reiniciar',
  newStart: 'Nuevo inicio al azar',
  resetHint: 'Volver a los pesos iniciales',
  stepLabel: 'paso',
  lossLabel: 'J',
  seed: 'Semilla',
  seedHint: 'La misma semilla da el mismo inicio.',
  noSeed: 'ninguna',
  learningRate: 'Tasa de aprendizaje \u03b1',
  stepsToRun: 'Pasos a dar',
  untilPaused: 'hasta pausar',
  speed: 'Velocidad',
  speedOption: (perSecond) => (perSecond === Infinity ? 'máxima' : `${plural(perSecond, 'paso', 'pasos')}/s`),
  data: 'Datos',
  ownData: 'Ejemplos propios',
  hidden: 'Neuronas ocultas',
  hiddenOption: (units) => (units === 0 ? 'ninguna' : count(units)),
  activation: 'Activación',
  loss: 'Pérdida J',
  bias: 'Sesgos',
  biasOn: 'sí',
  biasOff: 'no',

  panels: {
    titles: {
      chain: '¿Por qué difieren los gradientes?',
      ties: 'Igualar, separar, mover apenas',
      pictures: '¿Qué aprendió cada neurona?',
      network: 'Cambiar la red',
      data: 'Datos',
      training: 'Cómo aprende',
      stop: 'Cuándo parar',
      compare: 'Comparar dos ejecuciones',
      breaks: '¿Esto separa a las gemelas?',
      seeds: 'Muchas semillas: ¿es suerte?',
      keep: 'Guardar y compartir',
    },
    loading: 'Cargando\u2026',
    loadFailed: 'No se pudo cargar. Pliega esta parte y despliégala.',
  },

  examples: 'Ejemplos',
  standardized: (name) => `${name} (estandarizado)`,
  removeExample: (row) => `Quitar el ejemplo ${row}`,
  remove: 'Quitar',
  addExample: 'Añadir un ejemplo',
  exampleCell: (row, column) => `Ejemplo ${row}, ${column}`,
  examplesCount: (amount) => plural(amount, 'ejemplo', 'ejemplos'),
  examplesEditable: 'Cambia un número y serán tus propios ejemplos.',

  parameterName: (name, place, isOutput, from, node) => {
    const to = isOutput ? 'la salida' : `la neurona ${node}`;
    return place.input === null ? `${name}, sesgo de ${to}` : `${name}, peso de ${from} a ${to}`;
  },
  neuron: (unit) => `neurona ${unit}`,
  output: 'salida',
  columnFrom: (feature) => `de ${feature}`,
  columnBias: 'sesgo',
  columnOut: 'a la salida',
  slider: (name) => `Deslizador de ${name}`,
  fieldsNow: (step) =>
    step === 0
      ? 'Los pesos iniciales. Cambia el que quieras: sirven 0,5, 0.5 y 1/3.'
      : `Los pesos tras ${plural(step, 'paso', 'pasos', 'de pasos')}. Cambia uno para volver al inicio con ese cambio.`,
  fieldsRunning: 'Se están entrenando.',
  networkKey: `Línea gruesa: grande; hueca: negativo. Flechas del teclado: ${decimal(0.1)}; con Mayús, 1.`,
  networkSummary: (features, hidden) =>
    hidden.length === 0
      ? `${list(features)} van directo a la salida, que se compara con y para dar la pérdida J.`
      : `${list(features)} van a ${list(hidden.map((units) => plural(units, 'neurona oculta', 'neuronas ocultas')))}, y de ahí a la salida, la única que se compara con y para dar la pérdida J.`,
  tooManyFields: (parameters) => `${count(parameters)} pesos y sesgos: demasiados para aquí. En «Cambiar la red» están todos.`,

  reshape: {
    fewer: (layer) => `Una neurona menos en la capa ${layer}`,
    more: (layer) => `Una neurona más en la capa ${layer}`,
    removeLayer: (layer) => `Quitar la capa ${layer}`,
    add: 'Añadir una capa',
    addShort: '+ capa',
  },
  widths: {
    different: (different) => (different === 1 ? 'vale por 1' : `${count(different)} diferentes`),
    differentShort: (different, units) => `${count(different)} de ${count(units)}`,
    differentOf: (layer, different, units) => `Capa ${layer}: ${plural(different, 'diferente', 'diferentes')} de ${neuronas(units)}`,
  },
  verdict: verdictMessages,
  diverged: (step, alpha) =>
    `Se detuvo ${when(step)}: los pesos crecen sin límite. Elige un \u03b1 menor, como ${decimal(smaller(alpha))}; así se vuelve al inicio.`,
  digits: (digit) => `Un bit al inicio cambia J a partir de su ${digit}.ª cifra: esta ejecución es caótica. Un \u03b1 menor puede ayudar.`,
  digitsOfTie: (digit) => `Un bit al inicio cambia J a partir de su ${digit}.ª cifra: ese bit hace que las gemelas dejen de serlo.`,

  charts: chartsMessages,

  strayDrop: 'Despliega antes «Guardar y compartir» o, para una tabla, «Datos».',
  status: {
    working: 'Calculando…',
    reset: 'Al inicio.',
    edited: (name, value) => `Al inicio, con ${name} = ${formatInText(value)}.`,
    changed: 'Cambiado. Al inicio.',
    opened: (name) => (name === '' ? 'Abierto. En su inicio.' : `${name}. En su inicio.`),
    parted: 'Las neuronas se separaron.',
    merged: 'Hay neuronas ahora exactamente iguales.',
    seeded: (seed) => `Inicio al azar con la semilla ${seed}.`,
  },
  time: timeMessages,
  foot: {
    undo: 'Deshacer',
    redo: 'Rehacer',
    history: 'Deshacer y rehacer',
    copyLink: 'Copiar enlace',
    copied: 'Copiado.',
    copyRefused: 'No se pudo copiar. Está seleccionado: pulsa Ctrl+C.',
  },

  fingerprint: 'Huella',
  fingerprintHint: 'La misma ejecución da la misma huella en todos los navegadores y en Node.',
  errors: {
    ...shellMessages.errors,
    notANumber: (text) => {
      const readings = twoReadings(text);
      if (readings !== null) return `«${text.trim()}» puede ser ${readings[0]} o ${readings[1]}: escribe uno de los dos.`;
      return text.trim() === ''
        ? `Escribe un número, como ${decimal(0.2)} o 1/3.`
        : unseenCharacter(text) !== null
          ? `«${shorten(text)}» contiene un carácter que no se ve, ${unseenCharacter(text)}. Bórralo.`
          : `«${shorten(text)}» no es un número. Escribe uno como 0,2, \u22120.5 o 1/3.`;
    },
    outOfRange: (minimum, maximum) => `Escribe un número de ${formatInText(minimum)} a ${formatInText(maximum)}.`,
    notWhole: (minimum, maximum) => `Escribe un número entero de ${count(minimum)} a ${count(maximum)}.`,
  },
};

/** @param {number} alpha */
function smaller(alpha) {
  return Number((alpha / 10).toPrecision(1));
}

/** @param {string} text */
function shorten(text) {
  const trimmed = text.trim();
  return trimmed.length <= 16 ? trimmed : `${trimmed.slice(0, 15)}\u2026`;
}
