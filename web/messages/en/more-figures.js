/** The texts of the figures beads, plane, piles, signal and curves. */

import { countFormatter, formatDifference, formatFigure, listFormatter } from '../../base/format.js';

const count = countFormatter('en');
const list = listFormatter('en');
/** @type {(value: number) => string} */
const short = (value) => formatDifference(value).replaceAll('-', '\u2212');

/** @typedef {import('../../engine/chain.js').Factor} Factor */
/** @typedef {{ first: Factor, second: Factor | null }} FactorPair */
/** @typedef {{ names: readonly string[], example: number, factors: readonly FactorPair[], products: readonly number[], means: readonly number[] }} BeadsState */
/** @typedef {{ answer: 0 | 1, right: number }} Baseline what always saying the commonest answer gets */
/** @typedef {{ number: number, min: number, max: number, weight: string, outgoing: number }} SeenNeuron */
/** @typedef {{ features: readonly string[], right: number | null, total: number, baseline: Baseline | null, neurons: readonly SeenNeuron[], isDivided: readonly boolean[] }} PlaneState */

/** @type {(factor: Factor) => string} */
const factorText = ({ symbol, value, from }) => `${symbol} = ${from === '1' ? '' : `${from} = `}${formatFigure(value)}`;

/** @type {(names: readonly string[], numbers: readonly number[]) => string} */
const gradients = (names, numbers) => list(names.map((name, at) => `\u2202J/\u2202${name} = ${formatFigure(numbers[at])}`));

export const moreFiguresMessages = {
  beads: {
    weight: 'Way to',
    against: 'beside',
    factor: 'factor',
    compared: 'compared',
    equal: 'equal',
    differs: 'different',
    /** @type {(example: number) => string} */
    product: (example) => `product, example ${count(example)}`,
    /** @type {(examples: number) => string} */
    meanOf: (examples) => `mean of ${count(examples)} examples`,
    mean: 'mean',
    examples: 'Example',
    /** @type {(example: number) => string} */
    example: (example) => `example ${count(example)}`,
    /** @type {(example: number, inputs: readonly number[]) => string} */
    exampleLabel: (example, inputs) =>
      `Example ${count(example)}: ${list(inputs.map((value, at) => `x${at + 1} = ${formatFigure(value)}`))}`,
    /** @type {(weight: string) => string} */
    drag: (weight) => `${weight}: drag it, or use the arrow keys`,
    /** @type {(state: BeadsState) => string} */
    words: ({ names, example, factors, products, means }) => {
      const same = factors.filter(({ first, second }) => second === null || first.symbol === second.symbol);
      const pairs = factors.filter(({ first, second }) => second !== null && first.symbol !== second.symbol);
      const equal = pairs.filter(({ first, second }) => first.value === second?.value);
      const different = pairs.filter(({ first, second }) => first.value !== second?.value);
      /** @type {(some: readonly FactorPair[]) => string} */
      const both = (some) =>
        list(some.map(({ first, second }) => [first, second].flatMap((one) => (one ? [factorText(one)] : [])).join('; ')));
      return [
        `The chain rule from J to ${list(names)}, in example ${count(example)}.`,
        ...(same.length === 0
          ? []
          : [`${names.length > 1 ? 'Both share' : 'Factors:'} ${list(same.map(({ first }) => factorText(first)))}.`]),
        ...(equal.length === 0 ? [] : [`Joined, because they are equal: ${both(equal)}.`]),
        ...(different.length === 0 ? [] : [`Glowing, because they differ: ${both(different)}.`]),
        `Multiplied: ${gradients(names, products)}. The mean of all examples: ${gradients(names, means)}.`,
      ].join(' ');
    },
  },
  plane: {
    notTwo: 'There is no plane to draw: the network does not have two features.',
    tiles: 'The maps of the neurons, which add up',
    map: 'map',
    lowest: 'lowest',
    highest: 'highest',
    times: 'times',
    answer: 'the answer',
    /** @type {(number: number) => string} */
    neuron: (number) => `neuron ${number}`,
    /** @type {(value: number) => string} */
    factor: (value) => `\u00d7 ${short(value)}`,
    /** @type {(bias: { name: string, value: number } | null, more: number) => string} */
    bias: (bias, more) =>
      [
        ...(more > 0 ? [`and ${count(more)} more`] : []),
        ...(bias === null ? [] : [`${bias.value < 0 ? '\u2212' : '+'} ${short(Math.abs(bias.value))}`]),
      ].join(' '),
    /** @type {(number: number, weight: string, value: number) => string} */
    tile: (number, weight, value) => `Neuron ${number}, times ${weight} = ${short(value)}. Choose it and then another to swap them.`,
    /** @type {(right: number, total: number) => string} */
    right: (right, total) => `${count(right)} of ${count(total)} right`,
    /** @type {(baseline: Baseline, total: number) => string} */
    baseline: ({ answer, right }, total) => `always saying ${answer}: ${count(right)} of ${count(total)}`,
    /** @type {(numbers: readonly number[], change: number) => string} */
    swapped: (numbers, change) =>
      `Swapped ${list(numbers)}. ${change === 0 ? 'The answer stays, to the last bit.' : change < 1e-9 ? `The answer stays, but for rounding (${formatDifference(change)}).` : `The answer changes by up to ${formatDifference(change)}.`}`,
    /** @type {(state: PlaneState) => string} */
    words: ({ features, right, total, baseline, neurons, isDivided }) =>
      [
        `What the network answers over the plane of ${list(features)}.`,
        ...(right === null
          ? []
          : [
              `${count(right)} of ${count(total)} examples are right${baseline === null ? '' : `; always saying ${baseline.answer} would get ${count(baseline.right)}`}.`,
            ]),
        ...neurons.map(
          ({ number, min, max, weight, outgoing }, at) =>
            `Neuron ${number}, times ${weight} = ${short(outgoing)}: ${isDivided[at] ? 'its border crosses the picture' : 'no border in the picture'}, from ${short(min)} to ${short(max)}.`,
        ),
      ].join(' '),
  },
};

/** @typedef {typeof moreFiguresMessages} MoreFiguresMessages */
