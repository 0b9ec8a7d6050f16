/** The lesson in Spanish after its first chapter: what its views say, and all later chapters together. Loaded when somebody goes on to one. */

import { countFormatter, formatFigure, formatLoss, listFormatter } from '../../base/format.js';
import { chaptersTwoToFive } from './lesson-2.js';
import { chaptersSixToTen } from './lesson-6.js';

export { furtherItems } from './lesson-further.js';

const count = countFormatter('es');

const list = listFormatter('es');

/** @type {import('../en/lesson-later.js').LaterMessages} */
export const laterMessages = {
  chains: {
    tasksLabel: 'Tres tareas',
    tasks: { worked: 'Mira', half: 'Completa uno', alone: 'Completa dos' },
    equal: 'igual',
    differs: 'distinto',
    product: 'producto',
    example: (inputs, target) =>
      `Antes de entrenar: el ejemplo ${list(inputs.map((value, at) => `x${at + 1} = ${formatFigure(value)}`))}, con y = ${formatFigure(target)}`,
    blank: (symbol) => `${symbol}: escribe el número`,
    right: (symbol) => `${symbol}: correcto.`,
    noNumber: 'Escribe un número, como 0,5 o \u22121.',
    hint: (symbol, from) =>
      /^w\d+$/.test(from)
        ? `Todavía no. ${symbol} es ${from} como era antes de entrenar. «Mira» lo muestra.`
        : `Todavía no. ${symbol} es ${/^[a-z]\d+$/.test(from) ? from : 'una pendiente'}. ${/^[a-z]\d+$/.test(from) ? `Busca ${from}` : 'Búscala'} en la línea de arriba.`,
  },
  switches: {
    legend: '¿Qué es igual al inicio?',
    parts: { incoming: 'Pesos de entrada: w1 = w3, w2 = w4', bias: 'Sesgos: b1 = b2', outgoing: 'Pesos de salida: w5 = w6' },
    names: { incoming: 'entrada', bias: 'sesgos', outgoing: 'salida' },
    tried: 'Lo que has probado:',
    equal: (names) => (names.length === 0 ? 'Nada igual:' : `Iguales ${list(names)}:`),
    tied: 'gemelas exactas',
    apart: 'separadas',
  },
  blame: {
    example: 'En un ejemplo:',
    error: 'error de la salida, a3 \u2212 y',
    weight: 'peso de salida w5',
    slope: 'pendiente de la neurona 1, a1(1 \u2212 a1)',
    blame: 'culpa \u03b41 de la neurona 1: el producto',
  },
  order: {
    next: 'Parte siguiente',
    forward: (inputs, a) => [
      'Hacia adelante, con los pesos viejos.',
      `${list(inputs.map((value, at) => `x${at + 1} = ${formatFigure(value)}`))} dan ${list(a.map((value, at) => `a${at + 1} = ${formatFigure(value)}`))}.`,
    ],
    loss: (loss) => ['Pérdida.', `Con todos los ejemplos, J = ${formatLoss(loss)}.`],
    backward: (names, gradients) => [
      'Hacia atrás, con todos los ejemplos, todavía con los pesos viejos.',
      ...names.map((name, at) => `\u2202J/\u2202${name} = ${formatFigure(gradients[at])}`),
    ],
    update: (names, before, gradients, alpha, after) => [
      'Actualizar, todo a la vez.',
      ...names.map(
        (name, at) =>
          `${name}: ${formatFigure(before[at])} \u2212 ${formatFigure(alpha)} \u00b7 ${formatFigure(gradients[at])} = ${formatFigure(after[at])}`,
      ),
    ],
    agrees: 'El árbitro está de acuerdo.',
    disagrees: 'El árbitro no está de acuerdo.',
  },
  seeds: {
    run: 'Ejecución',
    sameRun: '¿La misma ejecución que la primera?',
    sameNeurons: '¿Neuronas iguales?',
    itself: 'es la primera',
    yes: 'sí',
    no: 'no',
  },
  widths: {
    start: 'Entrenarlas todas',
    cancel: 'Cancelar',
    canceled: 'Cancelado.',
    progress: 'Progreso de las ejecuciones',
    done: 'Listo.',
    network: 'Red',
    allRight: 'Ejecuciones con todos los ejemplos bien',
    best: 'La mejor: ejemplos bien',
    solved: (solved, all) => `${count(solved)} de ${count(all)}`,
  },
  pictures: {
    working: 'Entrenando\u2026',
    loss: (loss) => `J ${loss}`,
  },
};

/** @type {Readonly<Record<string, import('../en/lesson.js').ChapterTexts>>} */
export const laterChapters = { ...chaptersTwoToFive, ...chaptersSixToTen };
