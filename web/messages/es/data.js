/** Texts of the panel "Data" in Spanish. */

import { countFormatter, formatExact, formatFixed, pluralFormatter } from '../../base/format.js';
import { showHidden } from '../../base/hidden-signs.js';

/** @typedef {import('../../base/csv.js').TableProblem} TableProblem */

const count = countFormatter('es');
const plural = pluralFormatter('es');

/** @type {(amount: number) => string} */
const celdas = (amount) => plural(amount, 'celda', 'celdas');
/** @type {(amount: number) => string} */
const ejemplos = (amount) => plural(amount, 'ejemplo', 'ejemplos');
/** @type {(amount: number) => string} */
const caracteres = (amount) => plural(amount, 'carácter', 'caracteres', 'de caracteres');

/** What stands in a cell, with nothing hidden in it, and without quotes that would end those around it. @type {(cell: string | undefined) => string} */
const shown = (cell = '') => {
  const whole = showHidden(cell.trim()).replace(/[\u201c\u201d\u00ab\u00bb]/g, '"');
  return whole.length > 24 ? `${whole.slice(0, 24)}\u2026` : whole;
};

/** Dónde está algo. @type {(where: import('../en/data.js').Place) => string} */
const place = ({ line, row, column, name = '' }) => {
  if (line !== undefined) return column === undefined ? `Línea ${line}` : `Línea ${line}, columna ${column}`;
  return name === '' ? `Ejemplo ${row}${column === undefined ? '' : `, columna ${column}`}` : `Ejemplo ${row}, «${shown(name)}»`;
};

/** @type {Readonly<Record<string, string>>} */
const separators = { ',': 'comas', ';': 'puntos y comas', '\t': 'tabuladores', '|': 'barras verticales', ' ': 'espacios' };
/** @type {(separator: string | undefined) => string} */
const between = (separator = 'json') =>
  separator === 'json' ? '' : ` Las celdas están separadas por ${separators[separator] ?? `«${separator}»`}.`;
const leaveOut = 'deja alguna fuera en la tabla de las columnas';

/** @type {Readonly<Record<TableProblem['kind'], (problem: TableProblem) => string>>} */
const problems = {
  empty: () => 'Todavía no hay nada que leer. Pega una tabla o elige un archivo.',
  'too-long': ({ wanted = 0 }) => `El texto es demasiado largo: como máximo, ${caracteres(wanted)}.`,
  'too-many-rows': (problem) => `${place(problem)}: es un ejemplo de más; como máximo, ${count(problem.wanted ?? 0)}.`,
  'too-many-columns': (problem) => `${place(problem)}: tiene ${celdas(problem.got ?? 0)}; como máximo, ${count(problem.wanted ?? 0)}.`,
  'open-quote': (problem) => `${place(problem)}: aquí empieza una celda entre comillas que no termina.`,
  'after-quote': (problem) => `${place(problem)}: hay algo después de las comillas de cierre.`,
  ragged: (problem) =>
    `${place(problem)}: tiene ${celdas(problem.got ?? 0)}, pero la primera línea tiene ${count(problem.wanted ?? 0)}.${between(problem.separator)}`,
  'not-a-number': (problem) =>
    (problem.cell ?? '').trim() === ''
      ? `${place(problem)}: la celda está vacía.`
      : `${place(problem)}: «${shown(problem.cell)}» no es un número.`,
  'too-large': (problem) => `${place(problem)}: ${shown(problem.cell)} es demasiado grande: como máximo, ${count(problem.wanted ?? 0)}.`,
  'header-only': ({ line }) => `Solo la línea ${line} tiene texto, y es un encabezado: faltan los ejemplos.`,
  'too-few-columns': ({ got = 0, wanted = 0 }) =>
    `La tabla tiene ${plural(got, 'columna', 'columnas')}: hacen falta al menos ${count(wanted)}, con los objetivos al final.`,
  'two-readings': (problem) => {
    const [decimal, grouped] = problem.readings ?? [0, 0];
    return `${place(problem)}: ${shown(problem.cell)} puede ser ${formatExact(decimal)} o ${formatExact(grouped)}, y ninguna otra celda lo decide. Elige abajo.`;
  },
  workbook: () => 'Esto es un libro de cálculo: guárdalo como CSV y elige ese archivo.',
  experiment: () => 'Esto es un experimento, no una tabla: ábrelo en «Guardar y compartir».',
  'not-a-table': () => 'Este JSON no es una tabla: lo es una lista de objetos, una lista de listas o un objeto de columnas.',
  'no-target': () => 'Ninguna columna es un objetivo: elige una en la tabla de las columnas.',
  'no-feature': () => 'Ninguna columna es una característica: elige una en la tabla de las columnas.',
  'too-many-features': ({ got = 0, wanted = 0 }) =>
    `Estas columnas dan ${plural(got, 'característica', 'características')}: como máximo, ${count(wanted)}; ${leaveOut}.`,
  'too-many-targets': ({ got = 0, wanted = 0 }) =>
    `Estas columnas dan ${plural(got, 'objetivo', 'objetivos')}: como máximo, ${count(wanted)}; ${leaveOut}.`,
  'too-many-classes': ({ name, got = 0, wanted = 0 }) =>
    `La columna «${shown(name)}» tiene ${plural(got, 'clase', 'clases')}: como máximo, ${count(wanted)}. Déjala fuera en la tabla de las columnas.`,
  'one-class': ({ name, cell }) => `La columna «${shown(name)}» tiene una sola clase, «${shown(cell)}»: hacen falta al menos dos.`,
};

/** @type {(part: import('../en/data.js').Part) => string} */
const partSentence = ({ examples, loss, right }) =>
  `J ${loss}${right === null ? '' : `, ${formatFixed(100 * right, 1)} % de aciertos`}, de ${ejemplos(examples)}.`;

/** @type {(range: { minimum: number, maximum: number }) => string} */
const reach = ({ minimum, maximum }) =>
  maximum === Infinity ? `de ${formatExact(minimum)} en adelante` : `de ${formatExact(minimum)} a ${formatExact(maximum)}`;

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
  textHint:
    'CSV, celdas copiadas de una hoja de cálculo o JSON; con o sin una primera línea de nombres; sirven 0,5, 0.5 y 1/3; el objetivo pueden ser nombres de clases.',
  file: 'o elige un archivo',
  targets: 'Columnas objetivo',
  standardize: 'Estandarizar las características (media 0, desviación 1)',
  use: 'Usar esta tabla',
  showNow: 'Mostrar aquí los ejemplos actuales',
  addFeature: 'Añadir una característica',
  removeFeature: 'Quitar la última característica',
  columnsNote: 'Una característica nueva vale 0 en todos los ejemplos.',
  used: (examples) => `${plural(examples, 'ejemplo leído', 'ejemplos leídos')}. Otra vez al inicio.`,
  targetRange: (where, value, { loss, output }, range) =>
    `${place(where)}: un objetivo de ${formatExact(value)} no va con ${loss} y salidas de tipo ${output}, que alcanzan ${reach(range)}. Toma salidas lineales y la pérdida «error cuadrático».`,
  remedy: 'Tomar salidas lineales y el error cuadrático',
  firstLine: 'La primera línea son nombres',
  columns: 'Las columnas, tal como se han leído',
  columnName: 'Columna',
  columnRead: 'Leída como',
  columnRole: 'Usada como',
  unnamed: (number) => `columna ${number}`,
  roleOf: (name) => `Uso de la columna «${name}»`,
  roles: { feature: 'característica', target: 'objetivo', classes: 'objetivo, una columna por clase', out: 'fuera' },
  countsRows: 'los números de las filas',
  range: (least, most) => (least === most ? `números, todos ${least}` : `números de ${least} a ${most}`),
  twoClasses: (no, yes) => `0 es «${no}», 1 es «${yes}»`,
  classes: (amount, first) =>
    `${plural(amount, 'clase', 'clases')}: ${first.map((name) => `«${name}»`).join(', ')}${amount > first.length ? ', \u2026' : ''}`,
  twoReadings: (cell) => `¿Qué es ${shown(cell)}?`,
  reading: (value, isDecimal) => (isDecimal ? `${value}: el signo empieza los decimales` : `${value}: el signo separa los millares`),
  testShare: 'Reservar para la prueba, en %',
  testSeed: 'Semilla de la elección',
  tested: (train, test) => `Entrenamiento: ${partSentence(train)} Prueba: ${partSentence(test)}`,
  unreadable: 'No se pudo leer este archivo.',
  fileTooLarge: (most) => `Este archivo es demasiado grande: como máximo, ${caracteres(most)}.`,
  problem: (problem) => problems[problem.kind](problem),
};
