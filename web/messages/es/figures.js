/** The figures of the stage, in Spanish. */

import { countFormatter, formatInText, formatShortLoss, joinNumbers, listFormatter, pluralFormatter } from '../../base/format.js';

const count = countFormatter('es');
const plural = pluralFormatter('es');
const list = listFormatter('es');

/** @type {import('../en/figures.js').FigureMessages} */
export const figureMessages = {
  table: 'Tabla',
  numbers: 'Números',
  right: (right, examples) => `${count(right)} de ${count(examples)} bien`,
  always: (answer, right, examples) => `decir siempre ${answer}: ${count(right)}\u00a0de\u00a0${count(examples)}`,
  marks: ['círculo', 'cuadrado'],
  step: (step) => `paso ${count(step)}`,
  loss: (loss) => `pérdida J ${formatShortLoss(loss)}`,
  answers: 'lo que responde la\u00a0red',
  before: 'antes',
  scrub: 'Mueve el reloj',
  more: (units) => `+ ${count(units)}`,
  neuron: (unit) => `neurona ${unit}`,
  output: 'la salida',
  weight: (name, from, to) => `${name}, de ${from} a ${to}`,
  value: (name, value) => `${name} = ${formatInText(value)}`,
  twoReadings: (one, other) => `¿Es ${one} o ${other}? Escríbelo de una de las dos formas.`,
  type: (name) => `Escribe un valor para ${name}`,
  words: {
    step: (step) => (step === 0 ? 'Antes de entrenar.' : `Tras ${plural(step, 'paso', 'pasos', 'de pasos')}.`),
    tied: (units) => `Las neuronas ${list(units)} son gemelas: iguales en cada bit.`,
    apart: 'No hay dos neuronas iguales.',
    single: 'Hay una sola neurona.',
    none: 'No hay neuronas ocultas.',
    right: (right, examples, always) =>
      `La red responde bien ${count(right)} de ${plural(examples, 'ejemplo', 'ejemplos', 'de ejemplos')}; responder siempre lo mismo acertaría ${count(always)}.`,
    wrong: (rows) => `Mal: ${rows.map((row) => `(${joinNumbers(row.map(formatInText))})`).join(', ')}.`,
    loss: (loss) => `La pérdida media J es ${formatShortLoss(loss)}.`,
  },
  columns: { parameter: 'Parámetro', value: 'Valor', run: 'Entrenamiento' },
};
