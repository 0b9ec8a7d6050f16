/** Los textos de las figuras beads, plane, piles, signal y curves, en español. */

import { countFormatter, formatDifference, formatFigure, listFormatter } from '../../base/format.js';

const count = countFormatter('es');
const list = listFormatter('es');
/** @type {(value: number) => string} */
const short = (value) => formatDifference(value).replaceAll('-', '\u2212');

/** @typedef {import('../en/more-figures.js').FactorPair} FactorPair */

/** @type {(factor: import('../en/more-figures.js').Factor) => string} */
const factorText = ({ symbol, value, from }) => `${symbol} = ${from === '1' ? '' : `${from} = `}${formatFigure(value)}`;

/** @type {(names: readonly string[], numbers: readonly number[]) => string} */
const gradients = (names, numbers) => list(names.map((name, at) => `\u2202J/\u2202${name} = ${formatFigure(numbers[at])}`));

/** @type {import('../en/more-figures.js').MoreFiguresMessages} */
export const moreFiguresMessages = {
  beads: {
    weight: 'Camino a',
    against: 'junto a',
    factor: 'el factor',
    compared: 'comparación',
    equal: 'iguales',
    differs: 'distintos',
    product: (example) => `producto, ejemplo ${count(example)}`,
    meanOf: (examples) => `media de ${count(examples)} ejemplos`,
    mean: 'media',
    examples: 'Ejemplo',
    example: (example) => `ejemplo ${count(example)}`,
    exampleLabel: (example, inputs) =>
      `Ejemplo ${count(example)}: ${list(inputs.map((value, at) => `x${at + 1} = ${formatFigure(value)}`))}`,
    drag: (weight) => `${weight}: arrástralo, o usa las teclas de flecha`,
    words: ({ names, example, factors, products, means }) => {
      const same = factors.filter(({ first, second }) => second === null || first.symbol === second.symbol);
      const pairs = factors.filter(({ first, second }) => second !== null && first.symbol !== second.symbol);
      const equal = pairs.filter(({ first, second }) => first.value === second?.value);
      const different = pairs.filter(({ first, second }) => first.value !== second?.value);
      /** @type {(some: readonly FactorPair[]) => string} */
      const both = (some) =>
        list(some.map(({ first, second }) => [first, second].flatMap((one) => (one ? [factorText(one)] : [])).join('; ')));
      return [
        `La regla de la cadena desde J hasta ${list(names)}, en el ejemplo ${count(example)}.`,
        ...(same.length === 0
          ? []
          : [`${names.length > 1 ? 'Comparten' : 'Los factores:'} ${list(same.map(({ first }) => factorText(first)))}.`]),
        ...(equal.length === 0 ? [] : [`Unidos, porque son iguales: ${both(equal)}.`]),
        ...(different.length === 0 ? [] : [`Brillan, porque son distintos: ${both(different)}.`]),
        `Multiplicados: ${gradients(names, products)}. La media de todos los ejemplos: ${gradients(names, means)}.`,
      ].join(' ');
    },
  },
  plane: {
    notTwo: 'No hay plano que dibujar: la red no tiene dos características.',
    tiles: 'Los mapas de las neuronas, que se suman',
    map: 'mapa',
    lowest: 'mínimo',
    highest: 'máximo',
    times: 'por',
    answer: 'la respuesta',
    neuron: (number) => `neurona ${number}`,
    factor: (value) => `\u00d7 ${short(value)}`,
    bias: (bias, more) =>
      [
        ...(more > 0 ? [`y ${count(more)} más`] : []),
        ...(bias === null ? [] : [`${bias.value < 0 ? '\u2212' : '+'} ${short(Math.abs(bias.value))}`]),
      ].join(' '),
    tile: (number, weight, value) => `Neurona ${number}, por ${weight} = ${short(value)}. Elígela y luego otra para intercambiarlas.`,
    right: (right, total) => `${count(right)} de ${count(total)} bien`,
    baseline: ({ answer, right }, total) => `decir siempre ${answer}: ${count(right)} de ${count(total)}`,
    swapped: (numbers, change) =>
      `Intercambiadas ${list(numbers)}. ${change === 0 ? 'La respuesta no cambia, ni en el último bit.' : change < 1e-9 ? `La respuesta no cambia, salvo por redondeo (${formatDifference(change)}).` : `La respuesta cambia hasta en ${formatDifference(change)}.`}`,
    words: ({ features, right, total, baseline, neurons, isDivided }) =>
      [
        `Lo que responde la red sobre el plano de ${list(features)}.`,
        ...(right === null
          ? []
          : [
              `${count(right)} de ${count(total)} ejemplos están bien${baseline === null ? '' : `; decir siempre ${baseline.answer} acertaría ${count(baseline.right)}`}.`,
            ]),
        ...neurons.map(
          ({ number, min, max, weight, outgoing }, at) =>
            `Neurona ${number}, por ${weight} = ${short(outgoing)}: ${isDivided[at] ? 'su frontera cruza el dibujo' : 'sin frontera en el dibujo'}, de ${short(min)} a ${short(max)}.`,
        ),
      ].join(' '),
  },
};
