/** The verdict on the neurons of the hidden layers, in English. */

import { countFormatter, formatDifference, listFormatter, pluralFormatter } from '../../base/format.js';

/** @typedef {import('../../ties/verdict.js').Verdict} Verdict */

const count = countFormatter('en');
const list = listFormatter('en');
const plural = pluralFormatter('en');

/** Neurons of a layer with more than this are counted, not named. */
const MOST_NAMED = 8;

/** @type {(step: number) => string} */
export const when = (step) => (step === 0 ? 'at the start' : `after ${plural(step, 'step', 'steps')}`);

const partNames = { incoming: 'incoming weights', bias: 'biases', outgoing: 'outgoing weights' };

/** @type {(parts: readonly (keyof typeof partNames)[]) => string} */
function partsText(parts) {
  if (!parts.includes('incoming') || !parts.includes('outgoing')) return list(parts.map((part) => partNames[part]));
  return parts.includes('bias') ? 'weights, in and out, and biases' : 'weights, in and out';
}

/** @type {(verdict: Verdict, units: readonly number[]) => string} the numbers that they have in the drawing */
const numbers = ({ firstUnit }, units) => list(units.map((unit) => unit + firstUnit - 1));

/** @type {(verdict: Verdict, units: readonly number[]) => string} */
const neurons = (verdict, units) => `${units.length === 1 ? 'Neuron' : 'Neurons'} ${numbers(verdict, units)}`;

/** @type {(text: string) => string} */
const capital = (text) => text[0].toUpperCase() + text.slice(1);

/**
 * Why there are fewer different neurons than groups that differ in some bit. Of a crowd nobody is named.
 * @param {Verdict} verdict
 * @returns {string[]}
 */
function likenessSentences(verdict) {
  const { units, same, mirror, silent } = verdict;
  const dead = verdict.dead.filter((unit) => !silent.includes(unit));
  const isCrowd = units > MOST_NAMED;
  return [
    ...(isCrowd && same.length > 0 ? ['Some have equal incoming weights and give the same numbers.'] : []),
    ...(isCrowd ? [] : same.map((group) => `${neurons(verdict, group)} have equal incoming weights: they give the same numbers.`)),
    ...(isCrowd && mirror.length > 0 ? ['Some are mirror images: the same numbers, negated.'] : []),
    ...(isCrowd ? [] : mirror.map((group) => `${neurons(verdict, group)} are mirror images: the same numbers, negated.`)),
    ...(dead.length === 0
      ? []
      : isCrowd
        ? [`${plural(dead.length, 'gives', 'give')} the same number in every example, and count for nothing.`]
        : [`${neurons(verdict, dead)} ${dead.length === 1 ? 'gives' : 'give'} the same number in every example: not counted.`]),
    ...(silent.length === 0
      ? []
      : [
          `${isCrowd ? count(silent.length) : neurons(verdict, silent)} ${silent.length === 1 ? 'is' : 'are'} silent, 0 in every example: no example moves ${silent.length === 1 ? 'its' : 'their'} weights. Not counted.`,
        ]),
  ];
}

export const verdictMessages = {
  /**
   * The verdict on one hidden layer.
   * @type {(verdict: Verdict, step: number) => string}
   */
  sentence: (verdict, step) => {
    if (verdict.units > MOST_NAMED) return crowdSentence(verdict, step);
    const everyone = Array.from({ length: verdict.units }, (_, at) => at + 1);
    const { nearest } = verdict;
    if (verdict.kind === 'single' || nearest === null) {
      return verdict.kind === 'single'
        ? 'One hidden neuron: it has no twin.'
        : `${neurons(verdict, everyone)} are exactly tied ${when(step)} (every bit equal).`;
    }
    if (verdict.units === 2) {
      const difference = formatDifference(nearest.distance);
      return nearest.kind === 'near-tied'
        ? `${neurons(verdict, everyone)} are near-tied: they differ by ${difference} ${when(step)}.`
        : `${neurons(verdict, everyone)} are apart: ${difference} ${when(step)}.`;
    }
    return [...tiedSentences(verdict, step), nearestSentence(verdict, step)].join(' ');
  },
  /** @type {(verdicts: readonly Verdict[]) => string} */
  glance: (verdicts) => `${verdicts.map(({ different }) => count(different)).join(', ')} different`,
  /** @type {(layer: number, sentence: string) => string} */
  inLayer: (layer, sentence) => `Layer ${layer}: ${sentence}`,
  /** @type {(verdicts: readonly Verdict[]) => string} */
  differentLayers: (verdicts) => `The layers have ${list(verdicts.map(({ different }) => count(different)))} different neurons.`,
  /** @type {(step: number) => string} */
  allApart: (step) => `No two neurons of a layer are tied ${when(step)}.`,
  /** @type {(verdict: Verdict) => string} */
  different: (verdict) => {
    const amount = plural(verdict.different, 'neuron in effect', 'different neurons');
    const isNear = verdict.pairs.some(({ kind }) => kind === 'near-tied');
    return [isNear ? `Bit by bit, ${amount}; rounded to what you see, fewer.` : `${capital(amount)}.`, ...likenessSentences(verdict)].join(
      ' ',
    );
  },
  /**
   * Why two neurons are tied or not, by what of them was equal at the start, and by what has parted them since.
   * @type {(verdict: Verdict, differing: readonly ('incoming' | 'bias' | 'outgoing')[], canPart: boolean, parted: readonly (keyof typeof PARTED_BY)[]) => string}
   */
  why: (verdict, differing, canPart, parted) => {
    if (parted.length > 0) return `They started tied; ${parted.map((one) => PARTED_BY[one]).join(', ')} parted them.`;
    if (canPart) return 'Their weights are equal, but this kind of training can part them.';
    if (verdict.kind === 'tied') return 'Equal weights, in and out, get equal gradients: every step keeps them equal.';
    if (verdict.units !== 2 || differing.length === 0) return '';
    return `They started with different ${partsText(differing)}: nothing keeps them equal.`;
  },
  logistic: 'No hidden layer, so no twins: this is logistic regression.',
  logisticMore: 'Each weight has a feature of its own, so it can learn even from zeros.',
};

const PARTED_BY = { dropout: 'dropout', noise: 'gradient noise', rates: 'learning rates', freeze: 'freezing', memory: 'momentum' };

/** @typedef {typeof verdictMessages} VerdictMessages */

/**
 * A layer with too many neurons to name them.
 * @param {Verdict} verdict
 * @param {number} step
 * @returns {string}
 */
function crowdSentence(verdict, step) {
  const { units, kind, groups, nearest } = verdict;
  if (kind === 'tied') return `All ${count(units)} neurons are exactly tied ${when(step)} (every bit equal).`;
  const near =
    nearest?.kind === 'near-tied'
      ? ` ${neurons(verdict, nearest.units)} are near-tied: they differ by ${formatDifference(nearest.distance)}.`
      : '';
  if (groups === units) return `No two of the ${count(units)} neurons are tied ${when(step)}.${near}`;
  return `${count(units)} neurons are in ${count(groups)} groups ${when(step)}; within a group all are exactly tied (every bit equal).${near}`;
}

/**
 * @param {Verdict} verdict
 * @param {number} step
 * @returns {string[]}
 */
function tiedSentences(verdict, step) {
  return verdict.tied.map((group, at) =>
    at === 0 ? `${neurons(verdict, group)} are exactly tied ${when(step)} (every bit equal).` : `So are ${numbers(verdict, group)}.`,
  );
}

/**
 * @param {Verdict} verdict of more than two neurons, not all tied
 * @param {number} step
 * @returns {string}
 */
function nearestSentence(verdict, step) {
  const { units, tied, kind, nearest } = verdict;
  if (nearest === null) return '';
  const difference = formatDifference(nearest.distance);
  if (nearest.kind === 'near-tied') return `${neurons(verdict, nearest.units)} are near-tied: they differ by ${difference}.`;
  if (kind === 'apart')
    return `All ${units} neurons are apart ${when(step)}; the nearest, ${numbers(verdict, nearest.units)}, by ${difference}.`;
  const isAlone = (/** @type {number} */ unit) => !tied.some((group) => group.includes(unit));
  const alone = Array.from({ length: units }, (_, at) => at + 1).filter(isAlone);
  if (alone.length === 0) return `The groups are apart, by ${difference} or more.`;
  return `${neurons(verdict, alone)} ${alone.length === 1 ? 'is' : 'are'} apart, by ${difference} or more.`;
}
