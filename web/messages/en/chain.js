/** The texts of the chain rule's panel, in English. Quantities are written as formulas write them: "∂J/∂w1", "a1". */

import { countFormatter, formatDifference, formatFigure, listFormatter } from '../../base/format.js';
import { batchesMessages } from './batches.js';
import { scheduleMessages } from './schedule.js';
import { optimizerMessages } from './optimizers.js';

/** @typedef {import('../../panels/chain/comparison.js').Cause} Cause */
/** @typedef {import('../../panels/chain/comparison.js').Explanation} Explanation */

const count = countFormatter('en');
const list = listFormatter('en');

/** @type {(name: string) => string} */
const gradient = (name) => `\u2202J/\u2202${name}`;

/** More pairs of weights than this are only counted. */
const MOST_NAMED = 2;

/** @type {(cause: Cause) => string[]} */
function causeTexts({ kind, pairs }) {
  const [first, second] = pairs[0];
  if (kind === 'targets') return ['each output is compared with its own y'];
  if (kind === 'slopes' && first.startsWith('z')) return [`${first} and ${second} lie on different sides of 0`];
  const named = pairs.slice(0, MOST_NAMED).map((pair) => pair.join(' \u2260 '));
  if (pairs.length > MOST_NAMED) named[MOST_NAMED - 1] += ` (and ${count(pairs.length - MOST_NAMED)} more)`;
  return named;
}

/** @type {(causes: readonly Cause[]) => string} */
const because = (causes) => list(causes.flatMap(causeTexts));

/** @type {Record<import('../../panels/chain/comparison.js').Parting, string>} */
const breakers = {
  dropout: 'dropout gives them different masks',
  noise: 'each gradient gets noise of its own',
  rates: 'their learning rates differ',
  freeze: 'a frozen weight of one is free in the other',
  memory: 'the optimizer remembers the steps before they were equal',
};

/** @type {(pair: import('../../panels/chain/comparison.js').HiddenPair) => string} */
const pairOf = ({ numbers }) => `neurons ${list([...numbers].sort((one, other) => one - other))}`;

export const chainMessages = {
  weight: 'Gradient of',
  against: 'Held against',
  /** @type {(name: string, isSameUnit: boolean) => string} */
  againstOption: (name, isSameUnit) => `${name}, ${isSameUnit ? 'into the same neuron' : 'into the other neuron'}`,
  noCounterpart: 'There is nothing to hold it against.',
  hint: 'Choose a weight here, or in the drawing: its line, or its field. Point at a factor, or tap it, and the drawing shows where it comes from.',
  previous: 'Previous example',
  next: 'Next example',
  /** @type {(number: number, all: number) => string} */
  example: (number, all) => `Example ${count(number)} of ${count(all)}`,
  /** @type {(number: number) => string} */
  inExample: (number) => `in example ${count(number)}`,
  /** @type {(inputs: readonly number[], targets: readonly number[]) => string} */
  exampleValues: (inputs, targets) =>
    [
      ...inputs.map((value, at) => `x${at + 1} = ${formatFigure(value)}`),
      ...targets.map((value, at) => `${targets.length === 1 ? 'y' : `y${at + 1}`} = ${formatFigure(value)}`),
    ].join(', '),

  /**
   * What follows from the two mean gradients.
   * @type {(explanation: Explanation, name: string, other: string, mean: number) => string}
   */
  sentence: ({ kind, causes, units, breakers: against }, name, other, mean) => {
    const both = `${gradient(name)} and ${gradient(other)}`;
    if (kind === 'differ') return causes.length === 0 ? `${both} differ by rounding alone.` : `${both} differ because ${because(causes)}.`;
    if (kind === 'equal-despite') return `${both} are ${mean === 0 ? 'both 0' : 'equal'} here, although ${because(causes)}.`;
    if (units === null) return `${both} are equal factor by factor: the two get the same number in every example.`;
    const pair = pairOf(units);
    if (kind === 'equal')
      return `${both} are equal factor by factor, so this gradient is equal. But ${pair} are not tied, so it need not stay so.`;
    if (against.length > 0)
      return `${both} are equal factor by factor. But ${list(against.map((each) => breakers[each]))}, so ${pair} can part.`;
    return `${both} are equal factor by factor, so the update is equal, so ${pair} stay tied.`;
  },
  /** @type {(comparison: ReturnType<typeof import('../../panels/chain/comparison.js').compareExample>, isMeanEqual: boolean) => string} */
  exampleSentence: ({ kind, differing, zero }, isMeanEqual) => {
    if (kind === 'equal')
      return isMeanEqual
        ? 'In this example every factor is equal, to the last bit.'
        : 'In this example every factor is equal; other examples make the difference.';
    if (kind === 'zero' && zero !== null)
      return `In this example both are 0, because ${/^[wx]\d+$/.test(zero.from) ? zero.from : zero.symbol} = 0.`;
    if (kind === 'equal-despite') return 'In this example factors differ, and the products are equal all the same.';
    return `In this example ${list(differing.map(({ first, second }) => (/^[wax]\d+$/.test(first.from) ? `${first.from} \u2260 ${second.from}` : `${first.symbol} \u2260 ${second.symbol}`)))}.`;
  },
  factorEqual: 'equal',
  factorDiffers: 'differs',
  /** @type {(difference: string) => string} */
  closeBy: (difference) => `by ${difference}`,
  /** @type {(symbol: string, from: string, value: number, mark: string) => string} */
  factorLabel: (symbol, from, value, mark) => `${symbol} = ${from === '1' ? '' : `${from}: `}${formatFigure(value)}, ${mark}`,
  map: 'The network in small, with what the formulas speak of set off',
  factors: 'The chain rule, factor under factor',
  /** @type {(number: number) => string} */
  paths: (number) => `The ${count(number)} paths that add up`,
  manyPaths: 'More paths lead from here to J than can be listed; the first factor is their sum.',

  /** @type {(examples: number) => string} */
  mean: (examples) =>
    examples === 1 ? 'The gradient g, of the only example' : `The gradient g, the mean over ${count(examples)} examples`,
  refereeAtKink:
    'No check by moving the weights here: in some example a neuron has z = 0 exactly, where ReLU has a kink, and J has no gradient in the usual sense.',
  /** @type {(check: { values: readonly string[], digits: readonly number[], error: number, isTooSmall: boolean, hasPenalty: boolean }) => string} */
  referee: ({ values, digits, error, isTooSmall, hasPenalty }) =>
    `Measured by moving each weight a little and looking at J${hasPenalty ? ' with its penalty' : ''}: ${list(values)}. That agrees to ${list(digits.map(count))} ${digits.join() === '1' ? 'digit' : 'digits'}; the measurement itself is off by about ${formatDifference(error)}${isTooSmall ? ': too much for a gradient as small as this' : ''}.`,
  step: 'The next step',
  optimizers: optimizerMessages,
  /** @type {Record<Exclude<import('../../panels/chain/update.js').Say, import('../../experiment/experiment.js').Optimizer>, (name: string) => string>} */
  says: {
    frozen: (name) => `${name} is frozen: it keeps its value.`,
    batch: () => 'A step uses a mini-batch, the same one for both neurons; its mean is not quite this one.',
    clip: () => 'Where the whole gradient is longer than the limit, all of it is shortened by one factor.',
    dropout: () => 'Dropout leaves out neurons at random in each step.',
    noise: () => 'Noise is added to each gradient on its own.',
  },
  penalty: 'g has the penalty on large weights in it.',
  /** @type {(name: string, factor: number) => string} */
  ownRate: (name, factor) => `For ${name}, \u03b1 has its neuron\u2019s own factor ${formatFigure(factor)} in it.`,

  flow: {
    title: 'How the error flows back',
    play: 'Play',
    pause: 'Pause',
    back: 'Back',
    forth: 'Next',
    rest: 'y stands at the output only. Hidden neurons have no y: all they get is the one error, carried back through the weights.',
    /** @type {(number: number, all: number, text: string) => string} */
    stage: (number, all, text) => `${number} of ${all}. ${text}`,
    /** @type {(outputs: readonly string[]) => string} */
    compare: (outputs) => `Only the output is compared with y: ${list(outputs)}.`,
    /** @type {(deltas: readonly string[]) => string} */
    error: (deltas) => `That makes the output\u2019s error: ${list(deltas)}.`,
    /** @type {(parts: readonly string[]) => string} */
    carry: (parts) => `The weights carry it back: ${list(parts)}.`,
    /** @type {(deltas: readonly string[]) => string} */
    slope: (deltas) => `Each hidden neuron, which has no y of its own, multiplies by its slope: ${list(deltas)}.`,
    /** @type {(gradients: readonly string[]) => string} */
    inputs: (gradients) => `Times what came in, that is the gradient of this example: ${list(gradients)}.`,
    more: 'so on',
  },
  forward: {
    title: 'The way forward: z, a and J of this example',
    /** @type {(units: number) => string} */
    more: (units) => `${count(units)} more neurons work like these.`,
    /** @type {(examples: number, loss: string) => string} */
    mean: (examples, loss) => (examples === 1 ? '' : `The mean of all ${count(examples)} examples is J = ${loss}.`),
  },
  /** The panel is open from the beginning, and these words are needed then, too. */
  batches: batchesMessages,
  schedule: scheduleMessages,
};

/** @typedef {typeof chainMessages} ChainMessages */
