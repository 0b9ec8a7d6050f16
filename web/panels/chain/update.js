/**
 * The next step of one parameter, with numbers where its gradient alone decides: gradient descent on all examples. Elsewhere it says
 * what else has a say. The arithmetic is the engine's own, in its order, so that the value is the one that the step will give.
 */

import { parameterPlace } from '../../experiment/parameters.js';

/** @typedef {import('../../experiment/experiment.js').Experiment} Experiment */
/** @typedef {'frozen' | Exclude<import('../../experiment/experiment.js').Optimizer, 'gradient-descent'> | 'batch' | 'clip' | 'dropout' | 'noise'} Say */

/**
 * @typedef {object} Update
 * @property {number} rate the learning rate, with the unit's own factor
 * @property {number} factor the unit's own factor; 1 where it has none
 * @property {number | null} next the value after the step; null where more than this gradient decides
 * @property {Say[]} says what else decides
 */

/**
 * @param {Experiment} experiment
 * @param {number} examples how many there are
 * @param {string} name a parameter that the network has
 * @param {number} value now
 * @param {number} gradient of the training objective, penalties included
 * @returns {Update}
 */
export function updateOf({ network, training }, examples, name, value, gradient) {
  const place = parameterPlace(network, name);
  const own = training.unitLearningRates.find(({ layer, unit }) => layer === place?.layer && unit === place.unit);
  const factor = own?.factor ?? 1;
  const isFrozen = training.freeze.includes(name);
  const { optimizer } = training;
  /** @type {[Say, boolean][]} */
  const says = isFrozen
    ? [['frozen', true]]
    : [
        ...(optimizer === 'gradient-descent' ? [] : [/** @type {[Say, boolean]} */ ([optimizer, true])]),
        ['batch', training.batchSize > 0 && training.batchSize < examples],
        ['clip', training.clip > 0],
        ['dropout', training.dropout.rate > 0],
        ['noise', training.gradientNoise.std > 0],
      ];
  const applying = says.filter(([, applies]) => applies).map(([say]) => say);
  const next = isFrozen ? value : applying.length > 0 ? null : value - training.learningRate * (gradient * factor);
  return { rate: training.learningRate * factor, factor, next, says: applying };
}
