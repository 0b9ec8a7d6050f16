/** The texts of the panel that trains the same network from many seeds, in Spanish. */

import { countFormatter, formatLoss, numberFormatter, pluralFormatter } from '../../base/format.js';

const count = countFormatter('es');
const share = numberFormatter('es', { style: 'percent', maximumFractionDigits: 1 });
const plural = pluralFormatter('es');

/** @type {(amount: number) => string} */
const semillas = (amount) => plural(amount, 'semilla', 'semillas');
/** @type {(amount: number) => string} */
const pasos = (amount) => plural(amount, 'paso', 'pasos', 'de pasos');

/** @type {typeof import('../en/seeds.js').seedsMessages} */
export const seedsMessages = {
  intro:
    'La misma red, entrenada una vez con cada semilla. La semilla hace que un inicio se pueda repetir; qué inicio da sigue siendo cosa de suerte.',
  first: 'Primera semilla',
  amount: 'Cuántas semillas',
  steps: 'Pasos de cada ejecución',
  start: 'Inicio',
  starts: { random: 'cada neurona al azar', tied: 'todas gemelas', 'one-ulp': 'gemelas salvo un último bit' },
  run: 'Entrenarlas todas',
  cancel: 'Cancelar',
  canceled: 'Cancelado.',
  progress: 'Progreso de las semillas',
  about: (network, start, amount, steps) => `${network}; inicio: ${start}; ${semillas(amount)}, ${pasos(steps)} cada una.`,
  histogram: 'Pérdida final J',
  lossColumn: 'J al final',
  seedsColumn: 'semillas',
  range: (from, to) => `${from} a ${to}`,
  bar: (amount, range, seed) => `${semillas(amount)} con J de ${range}: abrir la semilla ${seed}`,
  barsHint: 'Elige una barra para abrir una de sus ejecuciones.',
  losses: ({ best, middle, worst }) =>
    best === null || middle === null || worst === null
      ? ''
      : `J final: la mejor, ${formatLoss(best.loss)} (semilla ${best.seed}); la mediana, ${formatLoss(middle.loss)}; la peor, ${formatLoss(worst.loss)} (semilla ${worst.seed}).`,
  solved: ({ solved, seeds: all }) =>
    solved === null
      ? ''
      : `${count(solved)} de ${count(all)} (${share(solved / all)}) ${solved === 1 ? 'acierta' : 'aciertan'} en todos los ejemplos.${solved > 0 && solved < all ? ' De una ejecución a otra solo cambia el inicio: él decide.' : ''}`,
  parted: ({ parted: { atStart, never, later }, seeds: all }) => {
    if (atStart === all) return 'No hay dos neuronas que se vean iguales al inicio.';
    const parts = [
      ...(later.length === 0
        ? []
        : [
            `${plural(later.length, 'se separa', 'se separan')}, entre los pasos ${count(later[0])} y ${count(later[later.length - 1])}, la mitad hasta el paso ${count(later[(later.length - 1) >> 1])}`,
          ]),
      ...(never === 0 ? [] : [`${plural(never, 'no se separa', 'no se separan')} nunca`]),
      ...(atStart === 0 ? [] : [`${plural(atStart, 'se ve separada', 'se ven separadas')} desde el inicio`]),
    ];
    return `Neuronas que se ven iguales al inicio: ${parts.join('; ')}.`;
  },
  diverged: (diverged) =>
    diverged === 0
      ? ''
      : `${plural(diverged, 'ejecución creció', 'ejecuciones crecieron')} sin límite y se ${diverged === 1 ? 'detuvo' : 'detuvieron'}.`,
  done: (all) => `${plural(all, 'ejecución lista', 'ejecuciones listas')}.`,

  neurons: {
    title: (layer, layers) => `Qué fue de las neuronas${layers === 1 ? '' : ` de la capa oculta ${count(layer)}`}`,
    hint: 'Las gemelas y las imágenes especulares cuentan una vez; las muertas, ninguna.',
    column: 'neuronas al final',
    kind: ({ different, alike, dead }) => {
      const parts = [
        ...(alike.tied.length === 0 ? [] : [`${alike.tied.map(count).join(' + ')} gemelas`]),
        ...(alike.same.length === 0 ? [] : [`${alike.same.map(count).join(' + ')} con los mismos pesos de entrada`]),
        ...(alike.mirror.length === 0 ? [] : [`${alike.mirror.map(count).join(' + ')} imágenes especulares`]),
      ];
      const dying = dead === 0 ? '' : `, ${plural(dead, 'muerta', 'muertas')}`;
      return `${plural(different, 'diferente', 'diferentes')}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}${dying}`;
    },
    others: 'otros resultados',
    bar: (amount, kind, seed) => `${semillas(amount)}, ${kind}: abrir la semilla ${seed}`,
  },

  compare: {
    title: '¿Cuántas neuronas necesitan los datos del café?',
    about: (majority, examples) =>
      `${count(examples)} tostados, buenos dentro de un triángulo que limitan tres rectas. Quien siempre dice «malo» acierta en el ${share(majority)}. Con las mismas semillas de arriba:`,
    run: 'Comparar anchos',
    table: 'Anchos comparados con los datos del café',
    columns: {
      network: 'Neuronas ocultas',
      middle: 'Aciertos (mediana)',
      worst: 'Peor',
      best: 'Mejor',
      solved: 'Todo bien',
      open: 'La ejecución',
    },
    network: (units, isTied) => `${count(units)}${isTied ? ', gemelas' : ''}`,
    share,
    solved: (solved, all) => `${count(solved)} de ${count(all)}`,
    notYet: '\u2013',
    open: 'Abrir',
    openOf: (network, seed) => `Abrir la semilla ${seed} con neuronas ocultas: ${network}`,
  },
};
