/** What the lab says in English of where neurons point, and of the numbers that they keep. */

import { countFormatter, formatFigure, formatFixed, formatInText, pluralFormatter } from '../../base/format.js';

/** @typedef {import('../../ties/kept-law.js').Broken} Broken */
/** @typedef {import('../../ties/kept-law.js').KeptRow} KeptRow */

const count = countFormatter('en');
const plural = pluralFormatter('en');

export const directionsMessages = {
  title: 'Where the neurons point',
  key: 'An arrow a neuron: the direction of its incoming weights, without its bias. The longer, the larger they are, by powers of ten.',
  /** @type {(inputs: number, first: number) => string} */
  keyToFirst: (inputs, first) =>
    `${plural(inputs, 'input has', 'inputs have')} no single angle. Drawn is the angle between the incoming weights of a neuron and those of neuron ${count(first)}, without biases: two arrows that look alike need not be.`,
  table: 'Table of the directions',
  caption: 'Where the neurons point',
  /** @type {(perStep: number) => string} */
  predicted: (perStep) =>
    `Predicted while the weights are tiny: what lies along the push that the neurons share grows by a factor of ${formatFixed(perStep, 4)} a step.`,
  noPush: 'Predicted while the weights are tiny: the neurons share no push, so they hardly grow.',
  /** @type {(factor: number, from: number, to: number) => string} */
  measured: (factor, from, to) => `Measured from step ${count(from)} to ${count(to)}: ${formatFixed(factor, 4)} a step.`,
  unmeasured: 'Measured: nothing yet. Train some steps.',
  large: 'No growth is predicted: that is for tiny weights around the neurons, of at most 0.1.',
  noPrediction:
    'No growth is predicted: that is for one hidden layer of tanh or linear neurons, one output, and plain gradient descent on the whole data at once.',

  kept: {
    title: 'What a ReLU neuron keeps',
    intro:
      'Square what enters a neuron, its bias too, and add up; take away the square of what leaves. In small steps this number hardly moves: a step of \u03b1 changes it by \u03b1\u00b2 times the same number of the gradients. At an outgoing weight of 0 it would be what enters, squared. So while it is not above 0, it bars the way.',
    neuron: 'Neuron',
    entering: 'Enters, squared',
    leaving: 'Leaves, squared',
    number: 'Its number',
    drift: 'The next step changes it by',
    outgoing: 'What leaves',
    byChance: 'chance decides',
    /** @type {(value: number) => string} */
    value: (value) => formatInText(value),
    /** @type {(change: number) => string} */
    change: (change) => formatFigure(change),
    /** @type {Record<KeptRow['sign'], string>} */
    sign: {
      keeps: 'keeps its sign, in small steps',
      free: 'may change its sign',
      some: 'cannot become 0 as a whole, in small steps',
      shared: 'may change its signs',
    },
    /** @type {Record<Broken, string>} */
    why: {
      activation: 'ReLU, leaky ReLU and linear neurons keep such a number; these do not: their output is not z times their slope.',
      optimizer:
        'Under plain gradient descent these neurons would keep a number each. Momentum and Adam and their like do not: they move what enters and what leaves by more than the present gradient.',
      penalty: 'Without a penalty on the weights these neurons would keep a number each. The penalty wears it off, step by step.',
      noise: 'Without noise on the gradients these neurons would keep a number each. The noise moves what enters and what leaves apart.',
      single:
        'If the same learning rate held for the whole network, these neurons would keep a number each. Frozen parameters, or rates of single neurons, move what enters and what leaves by unequal amounts.',
    },
  },
};

/** @typedef {typeof directionsMessages} DirectionsMessages */
