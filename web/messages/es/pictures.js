/** Texts of the panel "What did each neuron learn?" in Spanish. */

import {
  countFormatter,
  formatDifference,
  formatExact,
  formatFixed,
  formatInText,
  listFormatter,
  pluralFormatter,
} from '../../base/format.js';

const count = countFormatter('es');
const list = listFormatter('es');
const plural = pluralFormatter('es');

/** @type {(value: number) => string} */
const short = (value) => (Math.abs(value) < 1000 ? formatFixed(value, 3) : formatDifference(value)).replace('-', '\u2212');

/** @type {typeof import('../en/pictures.js').picturesMessages} */
export const picturesMessages = {
  layer: 'Capa',
  layerOption: (layer, units) => `capa oculta ${layer}: ${plural(units, 'neurona', 'neuronas')}`,
  output: 'Salida',

  planeTitle: 'Los ejemplos, y lo que dice la red',
  planeKey: (target) =>
    `Cuadrados: ${target} = 1. Círculos: ${target} = 0. Cuanto más intenso el tono, más cerca de 1 está la salida. En la línea vale ${formatExact(0.5)}.`,
  planeKeyValues: (target) => `Cuadrados: ${target} mayor. Círculos: menor. Cuanto más intenso el tono, mayor es la salida.`,
  planeSummary: (right, total, axes, lowest, highest) => {
    const range = `En el plano de ${list(axes)} la salida va de ${short(lowest)} a ${short(highest)}.`;
    return right === null
      ? range
      : `${count(right)} de ${plural(total, 'ejemplo está', 'ejemplos están')} del lado correcto de ${formatExact(0.5)}. ${range}`;
  },
  neuronsTitle: 'A qué responde cada neurona',
  neuronsKey: 'Cuanto más intenso el color, mayor es la activación. En la línea, z = 0.',
  sumTitle: 'Cómo se suman las neuronas',
  sumKey:
    'Cada mapa por su peso, todos sumados, dan la respuesta. Las líneas son las fronteras de las neuronas. Arrastra un mapa sobre otro, o elige dos: se intercambian y la respuesta no cambia.',
  noSum: (most) => `La suma se dibuja de redes con hasta ${count(most)} parámetros.`,
  noNeurons: 'Sin capa oculta: la salida sola divide el plano.',
  shownOf: (shown, all) => `Las primeras ${count(shown)} de ${plural(all, 'neurona', 'neuronas')}.`,
  neuron: (number) => `Neurona ${number}`,
  range: (low, high) => `de ${short(low)} a ${short(high)}`,
  neuronSummary: (number, low, high) => `Neurona ${number}: en el plano su activación va de ${short(low)} a ${short(high)}.`,
  twins: (numbers) => `= ${list(numbers)}`,

  table: 'Tabla de datos',
  tableCaption: 'Los ejemplos, las activaciones de las neuronas y la salida',
  example: 'ejemplo',
  rowsOf: (shown, all) => (shown === all ? '' : ` (${count(shown)} de ${plural(all, 'ejemplo', 'ejemplos')})`),
  cell: (value) => formatInText(value),

  addTitle: 'Añadir un ejemplo',
  addHint: 'Toca el plano, o escribe:',
  addClass: 'Clase',
  classOption: (target, value) => `${target} = ${value}`,
  add: 'Añadir',
  featureWithUnit: (name, unit) => (unit === '' ? name : `${name} (${unit})`),

  heatTitle: 'Qué toma cada neurona de cada característica',
  heatKey: 'Los pesos de la primera capa. Más y azul: si la característica sube, la neurona sube. Menos y naranja: baja.',
  feature: 'característica',
  outputColumn: 'salida',
  biasRow: 'sesgo',
  outgoingRow: 'a la salida',
  signed: (value) => (value > 0 ? `+${formatInText(value)}` : formatInText(value)),
  heatSummary: (where, value) => {
    const [{ column, feature }] = where;
    const among =
      where.length === 1 ? `${column}, ${feature}` : `en ${plural(where.length, 'lugar', 'lugares')}, como ${column}, ${feature}`;
    return `El mayor: ${value > 0 ? '+' : ''}${formatInText(value)}, ${among}.`;
  },
};
