/** Texts of the panel "Data" in Spanish. */

import { countFormatter, formatExact, pluralFormatter } from '../../base/format.js';

/** @typedef {import('../../base/csv.js').TableProblem} TableProblem */

const count = countFormatter('es');
const plural = pluralFormatter('es');

/** @type {(amount: number) => string} */
const celdas = (amount) => plural(amount, 'celda', 'celdas');
/** @type {(amount: number) => string} */
const ejemplos = (amount) => plural(amount, 'ejemplo', 'ejemplos');
/** @type {(amount: number) => string} */
const caracteres = (amount) => plural(amount, 'carácter', 'caracteres', 'de caracteres');

/** @type {(cell: string | undefined) => string} */
const shown = (cell = '') => (cell.length > 24 ? `${cell.slice(0, 24)}\u2026` : cell);

/** @type {Readonly<Record<TableProblem['kind'], (problem: TableProblem) => string>>} */
const problems = {
  empty: () => 'Todavía no hay nada que leer. Pega una tabla o elige un archivo.',
  'too-long': ({ wanted = 0 }) => `El texto es demasiado largo: como máximo, ${caracteres(wanted)}.`,
  'too-many-rows': ({ line, wanted = 0 }) => `La línea ${line} es un ejemplo de más: como máximo, ${count(wanted)}.`,
  'too-many-columns': ({ line, got = 0, wanted = 0 }) => `La línea ${line} tiene ${celdas(got)}: como máximo, ${count(wanted)}.`,
  'open-quote': ({ line, column }) => `Línea ${line}, columna ${column}: aquí empieza una celda entre comillas que no termina.`,
  'after-quote': ({ line, column }) => `Línea ${line}, columna ${column}: hay algo después de las comillas de cierre.`,
  ragged: ({ line, got = 0, wanted = 0 }) => `La línea ${line} tiene ${celdas(got)}, pero la primera tiene ${count(wanted)}.`,
  'not-a-number': ({ line, column, cell }) =>
    (cell ?? '').trim() === ''
      ? `Línea ${line}, columna ${column}: la celda está vacía.`
      : `Línea ${line}, columna ${column}: «${shown(cell)}» no es un número.`,
  'too-large': ({ line, column, cell, wanted = 0 }) =>
    `Línea ${line}, columna ${column}: ${shown(cell)} es demasiado grande: como máximo, ${count(wanted)}.`,
  'header-only': ({ line }) => `Solo la línea ${line} tiene texto, y es un encabezado: faltan los ejemplos.`,
  'too-few-columns': ({ got = 0, wanted = 0 }) =>
    `La tabla tiene ${plural(got, 'columna', 'columnas')}: hacen falta al menos ${count(wanted)}, con los objetivos al final.`,
};

/** @type {typeof import('../en/data.js').dataMessages} */
export const dataMessages = {
  setTitle: 'Un conjunto con nombre',
  set: 'Conjunto',
  own: 'ejemplos propios',
  examples: 'Ejemplos',
  noise: 'Ruido',
  seed: 'Semilla de los datos',
  setNote: 'La misma semilla da los mismos ejemplos, en todas partes.',
  now: (examples, features, targets) =>
    `Ahora: ${ejemplos(examples)}, ${plural(features, 'característica', 'características')}, ${plural(targets, 'objetivo', 'objetivos')}.`,
  ownTitle: 'Una tabla propia',
  text: 'Pega una tabla: un ejemplo por línea, el objetivo al final',
  textHint: 'Comas, puntos y comas o tabuladores entre celdas; con o sin una primera línea de nombres; sirven 0,5, 0.5 y 1/3.',
  file: 'o elige un archivo',
  targets: 'Columnas objetivo',
  standardize: 'Estandarizar las características (media 0, desviación 1)',
  use: 'Usar esta tabla',
  showNow: 'Mostrar aquí los ejemplos actuales',
  addFeature: 'Añadir una característica',
  removeFeature: 'Quitar la última característica',
  columnsNote: 'Una característica nueva vale 0 en todos los ejemplos.',
  used: (examples) => `${plural(examples, 'ejemplo leído', 'ejemplos leídos')}. Otra vez al inicio.`,
  targetRange: (line, value, loss, { minimum, maximum }) =>
    `Línea ${line}: un objetivo de ${formatExact(value)} no va con la pérdida «${loss}», que admite de ${formatExact(minimum)} a ${formatExact(maximum)}. Elige antes la pérdida «error cuadrático».`,
  unreadable: 'No se pudo leer este archivo.',
  fileTooLarge: (most) => `Este archivo es demasiado grande: como máximo, ${caracteres(most)}.`,
  problem: (problem) => problems[problem.kind](problem),
};
