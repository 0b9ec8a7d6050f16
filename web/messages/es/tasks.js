/** Lo que una tarea dice a quien la hace, en español. */

import { countFormatter, formatInText } from '../../base/format.js';

/** @typedef {import('../../tasks/conditions.js').Condition} Condition */

const count = countFormatter('es');

/** @type {(items: readonly (string | number)[]) => string} */
const list = (items) => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} y ${items[items.length - 1]}`);

/** @type {Readonly<Record<string, string>>} */
const CHOICES = {
  hidden: 'las capas ocultas',
  activation: 'la activación',
  outputActivation: 'la activación de la salida',
  loss: 'la pérdida',
  start: 'los pesos y sesgos del inicio',
  seed: 'la semilla',
  optimizer: 'el optimizador',
  learningRate: 'la tasa de aprendizaje',
  batchSize: 'el tamaño del lote',
  shuffleSeed: 'la semilla de la mezcla',
  dropout: 'dropout',
  gradientNoise: 'el ruido del gradiente',
  l1: 'la penalización L1',
  l2: 'el decaimiento de pesos (L2)',
  clip: 'el recorte del gradiente',
  freeze: 'los parámetros congelados',
  unitLearningRates: 'las tasas de aprendizaje de neuronas sueltas',
};

/** @type {Readonly<Record<import('../../tasks/conditions.js').PairKind, string>>} */
const KINDS = {
  tied: 'son gemelas, bit a bit',
  'near-tied': 'son casi gemelas: iguales a la vista, y no en sus bits',
  apart: 'están separadas',
  together: 'son gemelas o casi gemelas',
};

/** @type {(condition: { below?: number, above?: number }) => string} */
const bounds = ({ below, above }) =>
  [
    ...(above === undefined ? [] : [`mayor que ${formatInText(above)}`]),
    ...(below === undefined ? [] : [`menor que ${formatInText(below)}`]),
  ].join(' y ');

/** @type {(condition: { atLeast?: number, atMost?: number }) => string} */
const amount = ({ atLeast, atMost }) => {
  if (atLeast === atMost) return String(atLeast);
  return [...(atLeast === undefined ? [] : [`al menos ${atLeast}`]), ...(atMost === undefined ? [] : [`como mucho ${atMost}`])].join(' y ');
};

/** @type {(condition: Condition) => string} */
function conditionText(condition) {
  switch (condition.what) {
    case 'kind':
      return `Las neuronas ${list(condition.units)} de la capa oculta ${condition.layer} ${KINDS[condition.is]}${condition.at === 'start' ? ', al inicio' : ''}.`;
    case 'different':
      return `La capa oculta ${condition.layer} tiene ${amount(condition)} neuronas distintas.`;
    case 'right':
      return `La red acierta ${condition.atLeast} ejemplos o más.`;
    case 'loss':
      return `J es ${bounds(condition)}${condition.at === 'start' ? ', al inicio' : ''}.`;
    case 'fingerprint':
      return 'La ejecución es una de las que pide la tarea, reconocida por su huella.';
  }
}

/** @type {import('../en/tasks.js').TaskMessages} */
export const taskMessages = {
  language: 1,
  label: 'Tarea',
  asked: (steps) => `Lo que se ha de cumplir tras ${count(steps)} pasos`,
  condition: conditionText,
  met: 'cumplido',
  open: 'sin cumplir',
  allowed: (names) =>
    names.length === 0
      ? 'Esta ejecución se queda como está: entrénala.'
      : `Puedes cambiar ${list(names.map((name) => CHOICES[name] ?? name))}. El resto está fijo.`,
  number: 'Tu número de estudiante',
  numberHint: 'Hace la semilla de tu inicio, para que tu ejecución sea tuya. Cifras, como las tiene tu docente.',
  numberWrong: 'Escribe las cifras de tu número, de 0 a 4294967295.',
  begin: 'Empezar',
  numberIs: (number) => `Tu número: ${number}`,
  done: 'Cumplida. Entrégala.',
  early: (step, steps) => `La tarea se juzga en el paso ${count(steps)}; este es el paso ${count(step)}.`,
  late: (steps) => `La tarea se juzga en el paso ${count(steps)}. Reinicia, y entrena hasta ahí.`,
  notMet: 'Aún sin cumplir. Cambia algo y entrena otra vez; también puedes entregarla como está.',
  name: 'Tu nombre',
  handIn: 'Entregar',
  nameWrong: 'Escribe tu nombre.',
  handInText: 'Lo que entregas',
  copy: 'Copiar el texto',
  save: 'Guardar como archivo',
  fileName: 'entrega.txt',
  about: 'Da este texto a tu docente como te haya dicho, por correo o en un formulario. Hasta entonces se queda en este dispositivo.',
};
