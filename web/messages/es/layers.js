/** Texts of the panel "Change the network" in Spanish. */

import { countFormatter, formatExact, pluralFormatter } from '../../base/format.js';

/** @typedef {import('../../panels/network/weights-text.js').WeightsProblem} WeightsProblem */

const count = countFormatter('es');
const plural = pluralFormatter('es');

/** @type {Readonly<Record<WeightsProblem['kind'], (problem: WeightsProblem) => string>>} */
const problems = {
  empty: () => 'No hay nada que leer: pega los pesos o muestra los actuales.',
  'too-many': ({ line, wanted = 0 }) =>
    `La línea ${line} está de más: los pesos de esta red ocupan ${plural(wanted, 'línea', 'líneas')}, con los nombres.`,
  layers: ({ wanted = 0, got = 0 }) =>
    `La red tiene ${plural(wanted, 'capa', 'capas')}, contando la de salida; el texto tiene ${count(got)}.`,
  rows: ({ layer, wanted = 0, got = 0 }) => `La capa ${layer} necesita ${plural(wanted, 'fila', 'filas')}; hay ${count(got)}.`,
  row: ({ layer, row, wanted = 0, got = 0, withBias }) =>
    `La fila ${row} de la capa ${layer} necesita ${plural(wanted, 'peso', 'pesos')}${withBias ? ' y un sesgo' : ''}; hay ${withBias ? plural(got, 'número', 'números') : count(got)}.`,
  biases: ({ layer, wanted = 0, got = 0 }) => `La capa ${layer} necesita ${plural(wanted, 'sesgo', 'sesgos')}; hay ${count(got)}.`,
  'no-biases': () => 'La red no tiene sesgos: quita «b», o activa antes los sesgos.',
  'not-a-number': ({ layer, row, column, cell }) =>
    cell === ''
      ? `Fila ${row} de la capa ${layer}: falta el número ${column}.`
      : `Fila ${row} de la capa ${layer}: el número ${column}, «${cell}», no es un número.`,
  'two-readings': ({ layer, row, column, cell = '' }) =>
    `Fila ${row} de la capa ${layer}: el número ${column}, «${cell}», puede leerse como ${cell.replace(',', '.')} o como ${cell.replace(',', '')}: escríbelo de una de las dos formas.`,
  'too-large': ({ layer, row, column, wanted = 0 }) =>
    `Fila ${row} de la capa ${layer}: el número ${column} es demasiado grande: como máximo, ${wanted.toExponential()}.`,
  'not-lists': () => 'Los pesos deben ser listas: capas de filas de números, como {"w": [[[0.2, 0.4], \u2026], \u2026]}.',
  shortened: () => 'Lo impreso omite números (\u2026): imprímelos todos, por ejemplo con np.set_printoptions(threshold=np.inf).',
  'no-number': ({ cell }) => `«${cell}» no es un número que un peso pueda tener.`,
};

/** @type {typeof import('../en/layers.js').layersMessages} */
export const layersMessages = {
  layersTitle: 'Capas ocultas',
  none: 'Sin capa oculta: las entradas van directo a la salida.',
  layer: (layer) => `Capa ${layer}`,
  units: (layer) => `Neuronas en la capa ${layer}`,
  remove: 'Quitar',
  counts: (inputs, outputs, parameters) =>
    `${plural(inputs, 'entrada', 'entradas')} y ${plural(outputs, 'salida', 'salidas')}: dependen de los datos. En total, ${plural(parameters, 'peso o sesgo', 'pesos y sesgos')}.`,
  newNote: 'Una neurona nueva empieza como gemela de la última de su capa. Un inicio al azar se sortea de nuevo.',
  outputActivation: 'Activación de la salida',
  outputNote: 'Las que no son sigmoide van con la pérdida «error cuadrático».',

  rangeTitle: 'Un inicio al azar dentro de un rango',
  rangeLow: 'Desde',
  rangeHigh: 'hasta',
  rangeEnds: { low: 'Rango de los pesos, desde', high: 'Rango de los pesos, hasta' },
  rangeDraw: 'Sortear los pesos',
  rangeNote:
    'Uniforme: partes iguales del rango son igual de probables. Los sesgos empiezan en 0. «Nuevo inicio al azar» sortea otros del mismo rango.',
  rangeOrder: (low, most) => `El rango debe terminar por encima de ${formatExact(low)}, a lo sumo ${count(most)} más arriba.`,

  weightsTitle: 'Todos los pesos',
  format: 'Formato',
  formats: { tabs: 'tabla con tabuladores', csv: 'tabla con comas', json: 'JSON' },
  text: (step) =>
    step === 0
      ? 'Los pesos iniciales, una fila por neurona'
      : `Los pesos tras ${plural(step, 'paso', 'pasos', 'de pasos')}, una fila por neurona`,
  textEdited: 'Cambiado, todavía sin usar',
  hint: 'Edítalos, o pega una tabla, un JSON o lo que imprimen NumPy, PyTorch o Keras, de la misma forma; los nombres delante de los números se ignoran.',
  use: 'Empezar con estos pesos',
  copy: 'Copiar',
  again: 'Mostrar los actuales',
  used: 'En uso, al inicio.',
  usedTransposed: 'En uso, al inicio. Cada fila del texto era una entrada, como en Keras: filas y columnas se han intercambiado.',
  copied: 'Copiado.',
  selected: 'Seleccionado: copia con Ctrl+C.',
  notShown: (parameters) => `${count(parameters)} números son demasiados para mostrarlos aquí. Se pueden copiar, y pegar otros.`,
  saved: 'Aquí no se permite copiar: guardado en un archivo.',
  problem: (problem) => problems[problem.kind](problem),
};
