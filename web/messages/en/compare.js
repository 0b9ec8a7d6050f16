/** The texts of the panel that compares two runs. */

import {
  countFormatter,
  formatDifference,
  formatExact,
  formatInText,
  formatLoss,
  formatParameter,
  listFormatter,
  pluralFormatter,
} from '../../base/format.js';
import { isNear } from '../../ties/near.js';
import { optimizerMessages } from './optimizers.js';
import { scheduleMessages } from './schedule.js';
import { trainingMessages } from './training.js';

/** @typedef {import('../../experiment/compare.js').Difference} Difference */
/** @typedef {Readonly<Record<string, string>>} Names */
/** @typedef {{ activations: Names, losses: Names, dataSets: Readonly<Record<string, { name: string }>>, ownData: string }} KindNames */

const count = countFormatter('en');
const list = listFormatter('en');
const plural = pluralFormatter('en');
const minus = '\u2212';

/** @type {(value: number) => string} */
const figure = (value) => formatExact(value).replace('-', minus);

/** @type {(what: string, before: string, now: string) => string} */
const instead = (what, before, now) => `${what}: ${now} instead of ${before}.`;

/** @type {(hidden: readonly number[]) => string} */
const layers = (hidden) => (hidden.length === 0 ? 'none' : hidden.map(count).join(' and '));

/** @type {(start: { name: string, before: number, now: number }) => string} */
function startDifference({ name, before, now }) {
  if (now !== before && isNear(now, before)) {
    const size = Math.abs(now - before);
    return `${name} at the start: ${formatInText(before)}, and ${formatDifference(size)} ${now > before ? 'more' : 'less'}.`;
  }
  // Two zeros that differ in their sign are two starts, but one number to the eye.
  return instead(`${name} at the start`, startText(before), startText(now));
}

/** @param {number} value */
function startText(value) {
  return Object.is(value, -0) ? `${minus}0` : formatParameter(value).replace('-', minus);
}

const optionNames = { examples: 'Examples', noise: 'Noise of the data', seed: 'Seed of the data' };

export const compareMessages = {
  intro: 'Keep a run, change one thing and train again: both stand on the same axes, the kept run dotted.',
  keep: 'Keep this run',
  keepAgain: 'Keep this run instead',
  forget: 'Forget the kept run',
  /** @type {(step: number) => string} */
  catchUp: (step) => `Train to step ${count(step)}`,
  /** @type {(step: number) => string} */
  kept: (step) => `Kept, at step ${count(step)}. Now change one thing.`,
  forgotten: 'No run is kept.',
  difference: 'What differs',
  same: 'Nothing: it is the same experiment.',
  table: 'The two runs side by side',
  columns: { what: 'Result', kept: 'The kept run', present: 'This run' },
  rows: { step: 'Steps', loss: 'Loss J', verdict: 'Neurons', different: 'Different neurons', fingerprint: 'Fingerprint' },
  noFingerprint: 'not known for this step',

  swap: {
    title: 'Swap test',
    intro:
      'Two neurons exchange their starts: incoming weights, bias and outgoing weights. The run is kept, and the exchanged one trains as many steps. Is any neuron special?',
    pair: 'Neurons to exchange',
    /** @type {(first: number, second: number) => string} */
    pairName: (first, second) => `${count(first)} and ${count(second)}`,
    start: 'Exchange and train',
    first: 'Train first: the exchanged run takes as many steps as this one took.',
    noPair: 'This takes a layer with two hidden neurons.',
    tied: 'These two start equal: exchanged, they are the same start.',
    /** @type {(step: number) => string} */
    notYet: (step) => `At step ${count(step)}, where the kept run stands, the two can be compared.`,
    /** @type {(units: readonly number[], outcome: { isExact: boolean, curves: number, loss: number }, isChance: boolean) => string} */
    outcome: (units, { isExact, curves, loss }, isChance) => {
      const names = `Neurons ${list(units)}`;
      if (isChance) {
        return `${names} are exchanged, but dropout and gradient noise draw for each place anew, so this is another run: J differs by ${formatDifference(loss)}.`;
      }
      if (isExact) return `${names} have exchanged their curves, and J is the same: equal in every bit, at every step kept.`;
      return (
        `${names} have exchanged their curves, and J is ${loss === 0 ? 'the same in every bit' : `the same but for ${formatDifference(loss)}`}. ` +
        `The curves agree to ${formatDifference(curves)}, not in every bit: some sums now run in another order, and each order rounds in its own way.`
      );
    },
    meaning: 'There is no best neuron, only a best team, in any order.',
  },

  way: {
    title: 'The way between',
    intro:
      'J on the straight way from this run to the kept one, or to its own mirror image, in which two neurons have changed places. Between neurons that change places there is also a way around, with a neuron to spare.',
    to: 'To where',
    kept: 'the kept run',
    /** @type {(first: number, second: number) => string} */
    mirror: (first, second) => `itself, with neurons ${count(first)} and ${count(second)} swapped`,
    walk: 'Walk',
    none: 'Keep a run of the same network, or take a layer of two neurons, to have somewhere to go.',
    place: 'Place on the way',
    /** @type {(from: number, to: number, part: number, top: number, tied: readonly (readonly number[])[]) => string} */
    straight: (from, to, part, top, tied) =>
      `Straight on, J goes from ${formatLoss(from)} to ${formatLoss(to)}. The highest place is at ${count(Math.round(100 * part))} % of the way, J = ${formatLoss(top)}; ` +
      (tied.length === 0
        ? 'there no two neurons are tied.'
        : `there ${tied.map((units) => `neurons ${list(units)}`).join(', ')} are tied, equal in every bit.`),
    /** @type {(change: number) => string} */
    level: (change) =>
      `Around, in six moves with a neuron to spare (dashed), J changes by ${change === 0 ? 'nothing' : `at most ${formatDifference(change)}`}.`,
    moves: [
      'copy the first into the spare',
      'hand the first\u2019s outgoing weights to the spare',
      'copy the second into the first\u2019s place',
      'hand the second\u2019s outgoing weights over',
      'copy the spare into the second\u2019s place',
      'hand the spare\u2019s outgoing weights over',
    ],
    /** @type {(part: number, straight: number, level: { move: number, loss: number } | null) => string} */
    at(part, straight, level) {
      const here = `${count(Math.round(100 * part))} %: J = ${formatLoss(straight)} straight on`;
      return level === null ? here : `${here}; ${formatLoss(level.loss)} around, move ${count(level.move)}: ${this.moves[level.move - 1]}`;
    },
  },

  /** @type {(difference: Difference, names: KindNames) => string} */
  sentence: (difference, names) => {
    switch (difference.kind) {
      case 'hidden':
        return instead('Hidden neurons', layers(difference.before), layers(difference.now));
      case 'choice':
        return choiceSentence(difference, names);
      case 'bias':
        return difference.now ? 'Biases: on instead of off.' : 'Biases: off instead of on.';
      case 'data':
        return instead('Data', setName(difference.before, names), setName(difference.now, names));
      case 'data-option':
        return instead(optionNames[difference.what], figure(difference.before), figure(difference.now));
      case 'own-examples':
        return `${difference.changed} of the ${plural(difference.of, 'example', 'examples')} ${difference.changed === 1 ? 'differs' : 'differ'}.`;
      case 'training':
        return instead(
          difference.name === 'learningRate' ? 'Learning rate \u03b1' : trainingMessages.options[difference.name].label,
          figure(difference.before),
          figure(difference.now),
        );
      case 'schedule':
        return instead(
          'Changes on the way',
          scheduleMessages.entries(difference.before) || scheduleMessages.none,
          scheduleMessages.entries(difference.now) || scheduleMessages.none,
        );
      case 'freeze':
        return `${difference.name} is ${difference.now ? '' : 'not '}frozen.`;
      case 'unit-rate':
        return instead(
          `Learning rate of neuron ${difference.unit} in layer ${difference.layer}`,
          `${figure(difference.before)} times \u03b1`,
          `${figure(difference.now)} times \u03b1`,
        );
      case 'seed':
        return instead('Seed of the random start', String(difference.before), String(difference.now));
      case 'start':
        return startDifference(difference);
      case 'starts':
        return `${count(difference.changed)} of ${plural(difference.of, 'weight or bias starts', 'weights and biases start')} with another value.`;
    }
  },
};

/**
 * @param {Extract<Difference, { kind: 'choice' }>} difference
 * @param {{ activations: Names, losses: Names }} names
 * @returns {string}
 */
function choiceSentence({ what, before, now }, { activations, losses }) {
  const labels = { activation: 'Activation', outputActivation: 'Activation of the output', loss: 'Loss J', optimizer: 'Optimizer' };
  /** @type {(value: string) => string | undefined} */
  const name = (value) =>
    what === 'optimizer'
      ? optimizerMessages[value]?.name
      : { activation: activations, outputActivation: activations, loss: losses }[what][value];
  return instead(labels[what], name(before) ?? before, name(now) ?? now);
}

/**
 * @param {string} set a name, or what stands for examples of one's own
 * @param {KindNames} names
 */
function setName(set, { dataSets, ownData }) {
  return dataSets[set]?.name ?? ownData;
}
