/** The texts of the figures beads, plane, piles, signal and curves. */

import { countFormatter, formatDifference, formatExact, formatFigure, listFormatter } from '../../base/format.js';
import { breaksMessages } from './breaks.js';
import { kindMessages } from './kinds.js';

const count = countFormatter('en');
const list = listFormatter('en');
/** @type {(value: number, digits?: number) => string} */
const short = (value, digits = 3) => {
  const rounded = Number(value.toPrecision(digits));
  const isPlain = value === 0 || (Math.abs(value) >= 1e-3 && Math.abs(value) < 1e4);
  return digits < 3 && isPlain ? formatExact(rounded).replace('-', '\u2212') : formatDifference(rounded);
};

/** @typedef {import('../../engine/chain.js').Factor} Factor */
/** @typedef {{ first: Factor, second: Factor | null }} FactorPair */
/** @typedef {{ names: readonly string[], example: number, factors: readonly FactorPair[], products: readonly number[], means: readonly number[] }} BeadsState */
/** @typedef {{ units: number, isFirst: boolean, isLast: boolean }} SignalLayer */
/** @typedef {{ number: number, a: number | null, delta: number | null }} SignalNeuron */
/** @typedef {{ title: string, curves: readonly { name: string, from: number, to: number }[], asks: boolean, guess: { from: number, to: number } | null }} CurvesState */
/** @typedef {{ answer: 0 | 1, right: number }} Baseline what always saying the commonest answer gets */
/** @typedef {{ number: number, min: number, max: number, weight: string, outgoing: number }} SeenNeuron */
/** @typedef {{ features: readonly string[], right: number | null, total: number, baseline: Baseline | null, neurons: readonly SeenNeuron[], isDivided: readonly boolean[] }} PlaneState */

/** @type {(factor: Factor) => string} */
const factorText = ({ symbol, value, from }) => `${symbol} = ${from === '1' ? '' : `${from} = `}${formatFigure(value)}`;

/** @type {(names: readonly string[], numbers: readonly number[]) => string} */
const gradients = (names, numbers) => list(names.map((name, at) => `\u2202J/\u2202${name} = ${formatFigure(numbers[at])}`));

export const moreFiguresMessages = {
  beads: {
    /** @type {(names: string) => string} what a factor is worked out from */
    from: (names) => `from ${names}`,
    /** @type {(names: string) => string} the same in five letters */
    fromShort: (names) => `by ${names}`,
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
    /** @type {Readonly<Record<string, string>>} what the named data sets call their features, in the page's language */
    dataWords: kindMessages.dataWords,
    notTwo: 'There is no plane to draw: the network does not have two features.',
    tiles: 'The maps of the neurons, which add up',
    map: 'map',
    lowest: 'lowest',
    highest: 'highest',
    times: 'times',
    answer: 'the answer',
    /** @type {(number: number) => string} */
    neuron: (number) => `neuron ${number}`,
    /** @type {(value: number, isShort: boolean) => string} */
    factor: (value, isShort) => `\u00d7 ${short(value, isShort ? 2 : 3)}`,
    /** @type {(bias: { name: string, value: number } | null, more: number) => string} */
    bias: (bias, more) =>
      [...(more > 0 ? [`and ${count(more)} more`] : []), ...(bias === null ? [] : [`+ ${bias.name} (${short(bias.value)})`])].join(' '),
    /** @type {(number: number, weight: string, value: number) => string} */
    tile: (number, weight, value) => `Neuron ${number}, times ${weight} = ${short(value)}. Choose it and then another to swap them.`,
    /** @type {(right: number, total: number) => string} */
    right: (right, total) => `${count(right)} of ${count(total)} right`,
    /** @type {(baseline: Baseline, total: number) => string} */
    baseline: ({ answer, right }, total) => `always saying ${['circle', 'square'][answer]}: ${count(right)} of ${count(total)}`,
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
  piles: {
    /** @type {Readonly<Record<import('../../figures/piles/sorting.js').Pile, string>>} */
    pile: { stays: 'Stays tied', breaks: 'Breaks the tie' },
    /** @type {Readonly<Record<import('../../figures/piles/sorting.js').Pile, string>>} */
    put: { stays: 'Stays tied', breaks: 'Breaks it' },
    open: 'Open this run',
    /** @type {Readonly<Record<string, string>>} */
    cards: {
      nothing: 'Nothing: just train',
      incoming: 'Another weight in',
      bias: 'A bias of its own',
      outgoing: 'Another weight out',
      'output-bias': 'A bias at the output',
      'mini-batches': 'Mini-batches',
      momentum: 'Momentum',
      adam: 'Adam',
      l2: 'L2 penalty',
      dropout: 'Dropout',
      'gradient-noise': 'Noise on gradients',
      'unit-learning-rate': 'One learns slower',
      'frozen-weight': 'One frozen weight',
      'one-ulp': 'One last bit',
      seed: 'A random start',
    },
    changes: breaksMessages.changes,
    /** @type {Readonly<Record<string, string>>} what a card's word means, where it was not met before */
    what: {
      'mini-batches': 'A step looks at a few examples, the next step at others.',
      momentum: 'A part of the step before is added to each step.',
      adam: 'Steps are scaled by the sizes of the gradients so far, by the same rule for each weight.',
      l2: 'Each step also pulls the weights a little toward zero.',
      dropout: 'In each step some neurons, drawn by chance, are left out.',
    },
    /** @type {Readonly<Record<string, string>>} what a change does to two equal neurons */
    why: {
      nothing: 'Equal weights get equal gradients.',
      incoming: 'Another weight in makes another z, and so another a.',
      bias: 'Its own bias makes another z.',
      outgoing: 'The error comes back through this weight.',
      'output-bias': 'It is added behind both neurons.',
      'mini-batches': 'Both neurons see the same batch.',
      momentum: 'Equal gradients make equal momentum.',
      adam: 'Equal gradients are scaled alike.',
      l2: 'It pulls equal weights alike.',
      dropout: 'It leaves out one neuron and not the other, by chance.',
      'gradient-noise': 'Each weight gets a random number of its own.',
      'unit-learning-rate': 'Equal gradients, steps of different size.',
      'frozen-weight': 'Its twin goes on without it.',
      'one-ulp': 'It is the smallest difference there is. It can grow; how far depends on the task and the steps.',
      seed: 'Each weight is a random number of its own.',
    },
    /** @type {(change: string, result: import('../../figures/piles/sorting.js').Result, why: string) => string} */
    told: (change, result, why) => `${change && `${change}. `}Does it break the tie? ${breaksMessages.verdict(result)} ${why}`,
    /** @type {(sorted: number, all: number) => string} */
    sorted: (sorted, all) => (sorted === all ? `All ${count(all)} sorted.` : `${count(sorted)} of ${count(all)} sorted.`),
    /** @type {(done: number, all: number) => string} */
    running: (done, all) => `${count(done)} of ${count(all)} runs seen.`,
    /** @type {(right: number, guessed: number, kinds: { apart: number, near: number, tied: number }) => string} */
    score: (right, guessed, { apart, near, tied }) =>
      `${guessed === 0 ? '' : `${count(right)} of your ${count(guessed)} were right${right === guessed ? '' : '; a \u2717 marks what you had on the other pile'}. `}${breaksMessages.done(apart, near, tied)}`,
    /** @type {(name: string, isRight: boolean | null, guess: import('../../figures/piles/sorting.js').Pile | null, isSorting: boolean) => string} */
    chip: (name, isRight, guess, isSorting) =>
      isSorting
        ? `${name}: take it back`
        : isRight === null
          ? name
          : isRight
            ? `${name}: you were right`
            : `${name}: you said it ${guess === 'stays' ? 'stays tied' : 'breaks the tie'}`,
    /** @type {(piles: readonly (readonly string[])[], left: number) => string} */
    wordsSorting: ([stays, breaks], left) =>
      `Cards in two piles. Stays tied: ${stays.length === 0 ? 'none' : list(stays)}. Breaks the tie: ${breaks.length === 0 ? 'none' : list(breaks)}. ${count(left)} still to sort.`,
    /** @type {(piles: readonly (readonly string[])[], score: string) => string} */
    wordsTold: ([stays, breaks], score) =>
      `What the runs say. Stays tied: ${stays.length === 0 ? 'none' : list(stays)}. Breaks the tie: ${breaks.length === 0 ? 'none' : list(breaks)}. ${score}`,
    head: ['one thing changed', 'your pile', 'do they part?', 'first different bit', 'distance now'],
    /** @type {(result: import('../../figures/piles/sorting.js').Result) => string[]} */
    cells: (result) => [breaksMessages.verdict(result), breaksMessages.parted(result.parted), breaksMessages.distance(result.distance)],
  },
  signal: {
    play: 'Play',
    pause: 'Pause',
    back: 'Step back',
    forth: 'Step on',
    another: 'Another example',
    neuron: 'neuron',
    /** @type {(example: number) => string} */
    rest: (example) => `Example ${count(example)}. Its features, the x, stand at the beginning.`,
    /** @type {(number: number, all: number, text: string) => string} */
    stage: (number, all, text) => `${number} of ${all}. ${text}`,
    /** @type {Readonly<Record<import('../../figures/signal/geometry.js').StageKind, (layer: SignalLayer) => string>>} */
    stages: {
      forward: ({ isFirst, isLast }) =>
        isFirst
          ? `Every neuron of this layer gets the same features.${isLast ? ' This is the output already.' : ''}`
          : `What the neurons answer, their a, runs on ${isLast ? 'to the output' : 'to the next layer'}.`,
      compare: () => 'The answer is compared with y, the right one.',
      error: ({ units }) =>
        units === 1
          ? 'That makes one error, \u03b4 (delta). It goes back.'
          : 'That makes one error an output, \u03b4 (delta). They go back.',
      carry: () => 'Each weight carries the error back, times itself. The ball has the sign of the error.',
      slope: () => 'That error, times the slope of a over z, is the neuron\u2019s own \u03b4.',
      gradients: () => 'A neuron\u2019s \u03b4, times what came in over a weight, is that weight\u2019s gradient.',
    },
    /** @type {(sentence: string, neurons: readonly SignalNeuron[]) => string} */
    words: (sentence, neurons) =>
      [
        sentence,
        ...neurons.flatMap(({ number, a, delta }) =>
          a === null ? [] : [`a${number} = ${formatFigure(a)}${delta === null ? '' : `, \u03b4${number} = ${formatFigure(delta)}`}.`],
        ),
      ].join(' '),
  },
  keep: {
    save: 'Save the picture',
    saved: 'Saved as twin-neurons.png.',
    notSaved: 'This browser made no picture. Take a screenshot instead.',
    copy: 'Copy the link',
    copied: 'Copied.',
    copyRefused: 'The link is selected: copy it by hand.',
    answers: 'Your answers of all chapters, for your teacher:',
    name: 'Your name',
    saveAnswers: 'Save my answers',
    saveTable: 'Save them as a table',
    answersFile: 'answers',
    /** The columns of that table. */
    columns: { name: 'name', chapter: 'chapter', done: 'done', guess: 'guess', answers: 'answers', score: 'score', yes: 'yes', no: 'no' },
  },
  curves: {
    locale: 'en',
    steps: 'steps',
    step: 'step',
    zero: 'exactly 0: tied',
    /** Titles of value axes. */
    weights: 'weights',
    distance: 'distance (log)',
    draw: 'Draw your guess',
    /** @type {(state: CurvesState) => string} */
    words: ({ title, curves, asks, guess }) =>
      [
        `Curves over the steps: ${title}.`,
        ...curves.map(({ name, from, to }) => `${name} goes from ${short(from)} to ${short(to)}.`),
        ...(asks ? ['One more curve is hidden until you have guessed it.'] : []),
        ...(guess === null ? [] : [`Your guess goes from ${short(guess.from)} to ${short(guess.to)}.`]),
      ].join(' '),
  },
};

/** @typedef {typeof moreFiguresMessages} MoreFiguresMessages */
