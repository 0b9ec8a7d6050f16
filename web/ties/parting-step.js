/**
 * When neurons part for the eye: two that look alike at the start, wherever the page rounds, and do not any more. Read from a run's
 * history, so exact for runs of up to as many steps as that keeps, and close for longer ones.
 */

import { looksAlike } from './verdict.js';

/** @typedef {import('../experiment/parameters.js').Shape} Shape */
/** @typedef {import('../engine/run.js').History} History */
/** @typedef {{ layer: number, units: [number, number] }} AlikePair */

/**
 * Neurons that look alike, each paired with the first one of its kind in its layer.
 * @param {Shape} network
 * @param {ArrayLike<number>} values
 * @returns {AlikePair[]}
 */
export function alikePairs(network, values) {
  return network.hidden.flatMap((units, at) => {
    /** @type {AlikePair[]} */
    const pairs = [];
    /** @type {number[]} */
    const firsts = [];
    for (let unit = 1; unit <= units; unit += 1) {
      const first = firsts.find((one) => looksAlike(network, values, at + 1, [one, unit]));
      if (first === undefined) firsts.push(unit);
      else pairs.push({ layer: at + 1, units: [first, unit] });
    }
    return pairs;
  });
}

/**
 * @param {Shape} network
 * @param {readonly AlikePair[]} pairs that look alike at the start
 * @param {History} history
 * @returns {number | null} the first step of the history at which one of the pairs does not; null where there is none
 */
export function partingStep(network, pairs, { steps, parameters }) {
  const columns = Object.values(parameters);
  const sample = steps.findIndex((_, at) => {
    const values = columns.map((column) => column[at]);
    return pairs.some(({ layer, units }) => !looksAlike(network, values, layer, units));
  });
  return sample < 0 ? null : steps[sample];
}
