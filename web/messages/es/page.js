/**
 * Every text of the page in Spanish, of the shape of en.js: plain and neutral, as university courses of Latin America and Spain use it. One
 * word carries the lab: neurons that are tied are "gemelas", twins, and what breaks a tie separates them. Numbers have a decimal comma.
 */

import { countFormatter, formatDifference, formatInText, formatLoss, listFormatter, pluralFormatter } from '../../base/format.js';
import { kindMessages } from './kinds.js';
import { timeMessages } from './time.js';

/** @typedef {import('../../ties/verdict.js').Verdict} Verdict */

const count = countFormatter('es');
const list = listFormatter('es');
const plural = pluralFormatter('es');

const decimal = new Intl.NumberFormat('es', { maximumSignificantDigits: 6 });

/** Neurons of a layer with more than this are counted, not named. */
const MOST_NAMED = 8;

/** @type {(amount: number) => string} */
const neuronas = (amount) => plural(amount, 'neurona', 'neuronas');

/** @type {(step: number) => string} */
const when = (step) => (step === 0 ? 'al inicio' : `tras ${plural(step, 'paso', 'pasos', 'de pasos')}`);

const partNames = { incoming: 'pesos de entrada', bias: 'sesgos', outgoing: 'pesos de salida' };

/** @type {(parts: readonly (keyof typeof partNames)[]) => string} */
function partsText(parts) {
  if (!parts.includes('incoming') || !parts.includes('outgoing')) return list(parts.map((part) => partNames[part]));
  return parts.includes('bias') ? 'pesos, de entrada y de salida, y sesgos' : 'pesos, de entrada y de salida';
}

/** @type {(verdict: Verdict, units: readonly number[]) => string} the numbers that they have in the drawing */
const numbers = ({ firstUnit }, units) => list(units.map((unit) => unit + firstUnit - 1));

/** @type {(verdict: Verdict, units: readonly number[]) => string} */
const neurons = (verdict, units) => `${units.length === 1 ? 'La neurona' : 'Las neuronas'} ${numbers(verdict, units)}`;

/** @type {import('../en/page.js').Messages} */
export const messages = {
  ...kindMessages,
  locale: 'es',
  count,
  list,

  title: 'Twin Neurons: neuronas gemelas',
  description:
    'Todas las neuronas de una capa oculta reciben los mismos datos. ¿Por qué aprenden distinto? Elige los pesos iniciales, entrena y míralo.',
  question: 'Todas las neuronas reciben los mismos datos. ¿Por qué aprenden distinto?',
  answerPath: 'Elige los pesos iniciales, pulsa Entrenar y mira si se separan o siguen gemelas hasta el último bit.',
  themeToDark: 'Tema oscuro',
  themeToLight: 'Tema claro',
  themeLabel: 'Tema de color',
  languageLabel: 'Idioma',
  languageFailed: 'No se pudo cargar ese idioma. Recarga la página y elígelo otra vez.',
  viewLabel: 'Qué se muestra',
  viewLesson: 'Lección',
  viewLab: 'Laboratorio',
  lessonLabel: 'Lección',
  lessonFailed: 'No se pudo cargar la lección. Recarga la página para volver a intentarlo.',
  presetsLabel: 'Partir de',
  networkLabel: 'La red',
  resultsLabel: 'Qué ocurre',
  setupLabel: 'El experimento',
  controlsLabel: 'Entrenamiento',

  presets: {
    tied: { name: 'Gemelas', about: 'Las dos neuronas empiezan con los mismos pesos, de entrada y de salida.' },
    'outgoing-apart': { name: 'Salida distinta', about: 'Los mismos pesos de entrada, pero w5 = 0,6 y w6 = \u22120,3.' },
    'incoming-apart': { name: 'Entrada distinta', about: 'Los mismos pesos de salida, pero w1, w2 = 0,2; 0,4 y w3, w4 = \u22120,1; 0,7.' },
    random: {
      name: 'Al azar, semilla 42',
      about: 'Cada peso se sortea entre \u22121 y 1. La semilla hace que se pueda repetir, no que sean iguales.',
    },
    zeros: { name: 'Todo ceros', about: 'Todos los pesos y sesgos empiezan en 0, con AND. Prueba también la activación tanh.' },
    logistic: { name: 'Logística desde ceros', about: 'Sin capa oculta: una neurona, todo en cero, con AND. No tiene gemela.' },
  },

  train: 'Entrenar',
  pause: 'Pausar',
  step: 'Paso',
  reset: 'Reiniciar',
  newStart: 'Nuevo inicio al azar',
  resetHint: 'Volver a los mismos pesos iniciales',
  stepLabel: 'paso',
  lossLabel: 'J',
  seed: 'Semilla',
  seedHint: 'La semilla de un inicio al azar: la misma semilla da el mismo inicio.',
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
      ownData: 'Ejemplos propios',
      training: 'Cómo aprende',
      stop: 'Cuándo parar',
      compare: 'Comparar dos ejecuciones',
      breaks: '¿Esto separa a las gemelas?',
      seeds: 'Muchas semillas: ¿es suerte?',
      keep: 'Guardar y compartir',
    },
    loading: 'Cargando\u2026',
    loadFailed: 'No se pudo cargar esta parte del laboratorio. Pliégala y despliégala para volver a intentarlo.',
  },

  examples: 'Ejemplos',
  standardized: (name) => `${name} (estandarizado)`,
  removeExample: (row) => `Quitar el ejemplo ${row}`,
  remove: 'Quitar',
  addExample: 'Añadir un ejemplo',
  exampleCell: (row, column) => `Ejemplo ${row}, ${column}`,
  examplesCount: (amount) => plural(amount, 'ejemplo', 'ejemplos'),
  examplesEditable: 'Cambia un número y pasarán a ser tus propios ejemplos.',

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
  fieldsRunning: 'Los pesos se están entrenando.',
  networkKey: 'Línea gruesa: grande. Línea hueca: negativo. Flechas del teclado: 0,1; con Mayús, 1.',
  networkSummary: (features, hidden) =>
    hidden.length === 0
      ? `${list(features)} van directo a la salida, que se compara con y para dar la pérdida J.`
      : `${list(features)} van a ${list(hidden.map((units) => plural(units, 'neurona oculta', 'neuronas ocultas')))}, y de ahí a la salida, la única que se compara con y para dar la pérdida J.`,
  tooManyFields: (parameters) =>
    `Esta red tiene ${count(parameters)} pesos y sesgos: demasiados para mostrar campos aquí. En «Cambiar la red» están todos.`,

  reshape: {
    fewer: (layer) => `Una neurona menos en la capa ${layer}`,
    more: (layer) => `Una neurona más en la capa ${layer}`,
    removeLayer: (layer) => `Quitar la capa ${layer}`,
    add: 'Añadir una capa',
    addShort: '+ capa',
  },
  widths: {
    effective: (effective) => `actúa como ${count(effective)}`,
    effectiveShort: (effective, units) => `${count(effective)} de ${count(units)}`,
    effectiveOf: (layer, effective, units) => `La capa ${layer} actúa como ${count(effective)} de sus ${neuronas(units)}`,
  },
  verdict: {
    sentence: (verdict, step) => {
      if (verdict.units > MOST_NAMED) return crowdSentence(verdict, step);
      const everyone = Array.from({ length: verdict.units }, (_, at) => at + 1);
      const { nearest } = verdict;
      if (verdict.kind === 'single' || nearest === null) {
        return verdict.kind === 'single'
          ? 'Una sola neurona oculta: no tiene gemela.'
          : `${neurons(verdict, everyone)} son gemelas exactas ${when(step)} (iguales en cada bit).`;
      }
      if (verdict.units === 2) {
        const difference = formatDifference(nearest.distance);
        return nearest.kind === 'near-tied'
          ? `${neurons(verdict, everyone)} son casi gemelas: difieren en ${difference} ${when(step)}.`
          : `${neurons(verdict, everyone)} están separadas: ${difference} ${when(step)}.`;
      }
      return [...tiedSentences(verdict, step), nearestSentence(verdict, step)].join(' ');
    },
    glance: (verdicts) => `actúa como ${verdicts.map(({ effective }) => count(effective)).join(', ')}`,
    inLayer: (layer, sentence) => `Capa ${layer}: ${sentence}`,
    effectiveLayers: (verdicts) => `Las capas actúan como ${list(verdicts.map(({ effective }) => count(effective)))} neuronas.`,
    allApart: (step) => `No hay dos neuronas gemelas en ninguna capa ${when(step)}.`,
    effective: (verdict) => {
      if (verdict.kind === 'single') return 'La capa actúa como 1 neurona.';
      if (verdict.pairs.some(({ kind }) => kind === 'near-tied')) {
        return `Bit a bit, la capa tiene ${neuronas(verdict.effective)}; con el redondeo que ves, menos.`;
      }
      return `La capa actúa como ${neuronas(verdict.effective)}.`;
    },
    why: (verdict, differing, canPart) => {
      if (canPart) return 'Sus pesos son iguales, pero este entrenamiento puede separarlas.';
      if (verdict.kind === 'tied') return 'Pesos iguales, de entrada y de salida, dan gradientes iguales: siguen iguales.';
      if (verdict.units !== 2 || differing.length === 0) return '';
      return `Empezaron con ${partsText(differing)} diferentes: nada las mantiene iguales.`;
    },
    logistic: 'Sin capa oculta no hay gemelas: esto es regresión logística.',
    logisticMore: 'Cada peso tiene su propia característica, así que puede aprender incluso desde ceros.',
  },
  diverged: (step, alpha) =>
    `Se detuvo ${when(step)}: los pesos crecen sin límite. Elige una tasa de aprendizaje menor, como \u03b1 = ${decimal.format(smaller(alpha))}; así se vuelve al inicio.`,

  charts: {
    stepAxis: 'paso',
    weightsAndBiases: 'Pesos y sesgos',
    weightsAxis: 'valor',
    distance: 'Distancia entre neuronas',
    distanceAxis: 'distancia (log)',
    zeroStrip: 'exactamente 0: gemelas',
    loss: 'Pérdida J',
    lossAxis: 'J',
    coinFlip: 'ln 2: cara o cruz',
    table: 'Tabla',
    tableOf: (chart) => `${chart}: tabla de datos`,
    outputLegend: 'salida',
    pair: (first, second) => list([first, second]),
    nearestPairs: (shown, all) => `los ${shown} pares más cercanos de ${all}`,
    someWeights: (shown, all) => `${count(shown)} de ${count(all)} pesos y sesgos`,
    legendOfNeurons: 'neurona',
    keptNote: 'punteada: guardada',
    keptSummary: 'Punteada: la ejecución guardada.',
    keptColumn: (label) => `${label}, guardada`,
    lossBeside: (loss, step, kept) => `${formatLoss(loss)} en el paso ${count(step)}; la guardada, punteada: ${formatLoss(kept)}.`,
    noPairs: 'No hay una segunda neurona oculta con la que medir la distancia.',
    weightsSummary: (equal) =>
      equal.length === 0
        ? 'No hay dos neuronas con un peso igual: cada línea va sola.'
        : `Iguales en cada bit: ${list(equal.map((group) => (group.length > 3 ? [group[0], '\u2026', group[group.length - 1]] : group).join(' = ')))}.`,
    distanceSummary: (first, last, step) => {
      if (step === 0) return last === 0 ? 'Exactamente 0: gemelas al inicio.' : `${formatDifference(last)} al inicio.`;
      if (first === 0 && last === 0) return `Exactamente 0 desde el inicio hasta el paso ${count(step)}.`;
      return `De ${first === 0 ? 'exactamente 0' : formatDifference(first)} al inicio a ${last === 0 ? 'exactamente 0' : formatDifference(last)} en el paso ${count(step)}.`;
    },
    lossSummary: (first, last, step) =>
      step === 0 ? `${formatLoss(first)} al inicio.` : `${formatLoss(first)} al inicio, ${formatLoss(last)} en el paso ${count(step)}.`,
  },

  status: {
    reset: 'De vuelta al inicio.',
    edited: (name, value) => `Al inicio, con ${name} = ${formatInText(value)}.`,
    changed: 'Cambiado. Otra vez al inicio.',
    opened: (name) => (name === '' ? 'Abierto. En su inicio.' : `${name}. En su inicio.`),
    parted: 'Las neuronas se separaron.',
    merged: 'Hay neuronas que se volvieron exactamente iguales.',
    seeded: (seed) => `Un inicio al azar con la semilla ${seed}.`,
  },
  time: timeMessages,
  foot: {
    undo: 'Deshacer',
    redo: 'Rehacer',
    history: 'Deshacer y rehacer',
    copyLink: 'Copiar enlace',
    copied: 'Copiado.',
    copyRefused: 'Este navegador no deja copiar a la página. El texto está seleccionado: pulsa Ctrl+C.',
  },

  pageFoot: { glossary: 'Glosario', teachers: 'Notas para docentes' },
  fingerprint: 'Huella',
  fingerprintHint: 'La misma ejecución da la misma huella en todos los navegadores y en Node.',

  errors: {
    notANumber: (text) =>
      text.trim() === ''
        ? 'Escribe un número, como 0,2 o 1/3.'
        : `«${shorten(text)}» no es un número. Escribe uno como 0,2, \u22120.5 o 1/3.`,
    outOfRange: (minimum, maximum) => `Escribe un número de ${formatInText(minimum)} a ${formatInText(maximum)}.`,
    notWhole: (minimum, maximum) => `Escribe un número entero de ${count(minimum)} a ${count(maximum)}.`,
    noEngine:
      'El laboratorio no puede empezar aquí: su motor no se cargó. Recarga la página; si no ayuda, usa un navegador actual con WebAssembly.',
    unsupported: 'El laboratorio no puede empezar aquí: a este navegador le falta WebAssembly, o parte de él. Usa un navegador actual.',
    newerLink: (version) =>
      `Esta dirección es para la versión ${version} de la página, y esta es anterior. Pide la dirección nueva, o ábrela sin «v=${version}».`,
    unexpected: 'Algo falló dentro de esta página. Recárgala para empezar de nuevo.',
  },
};

/**
 * A layer with too many neurons to name them.
 * @param {Verdict} verdict
 * @param {number} step
 * @returns {string}
 */
function crowdSentence(verdict, step) {
  const { units, kind, effective, nearest } = verdict;
  if (kind === 'tied') return `Las ${count(units)} neuronas son gemelas exactas ${when(step)} (iguales en cada bit).`;
  const near =
    nearest?.kind === 'near-tied'
      ? ` ${neurons(verdict, nearest.units)} son casi gemelas: difieren en ${formatDifference(nearest.distance)}.`
      : '';
  if (effective === units) return `De las ${count(units)} neuronas no hay dos que sean gemelas ${when(step)}.${near}`;
  return `${count(units)} neuronas forman ${plural(effective, 'grupo', 'grupos')} ${when(step)}; dentro de cada grupo todas son gemelas exactas (iguales en cada bit).${near}`;
}

/**
 * @param {Verdict} verdict
 * @param {number} step
 * @returns {string[]}
 */
function tiedSentences(verdict, step) {
  return verdict.tied.map((group, at) =>
    at === 0
      ? `${neurons(verdict, group)} son gemelas exactas ${when(step)} (iguales en cada bit).`
      : `También ${numbers(verdict, group)}.`,
  );
}

/**
 * @param {Verdict} verdict of more than two neurons, not all tied
 * @param {number} step
 * @returns {string}
 */
function nearestSentence(verdict, step) {
  const { units, tied, kind, nearest } = verdict;
  if (nearest === null) return '';
  const difference = formatDifference(nearest.distance);
  if (nearest.kind === 'near-tied') return `${neurons(verdict, nearest.units)} son casi gemelas: difieren en ${difference}.`;
  if (kind === 'apart')
    return `Las ${units} neuronas están separadas ${when(step)}; las más cercanas, ${numbers(verdict, nearest.units)}, por ${difference}.`;
  const isAlone = (/** @type {number} */ unit) => !tied.some((group) => group.includes(unit));
  const alone = Array.from({ length: units }, (_, at) => at + 1).filter(isAlone);
  if (alone.length === 0) return `Los grupos están separados por ${difference} o más.`;
  return `${neurons(verdict, alone)} ${alone.length === 1 ? 'está separada' : 'están separadas'} por ${difference} o más.`;
}

/** @param {number} alpha */
function smaller(alpha) {
  return Number((alpha / 10).toPrecision(1));
}

/** @param {string} text */
function shorten(text) {
  const trimmed = text.trim();
  return trimmed.length <= 16 ? trimmed : `${trimmed.slice(0, 15)}\u2026`;
}
