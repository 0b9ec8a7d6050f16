/** What a figure shows of ties: which neurons are tied in every bit, and how far two of a layer are apart. Pure. */

import { unitParameters } from '../ties/verdict.js';

/** @typedef {import('../experiment/experiment.js').Experiment['network']} Network */
/** @typedef {import('./figure.js').Moment} Moment */

/** Distances up to this part of the largest weight are too small to be seen. */
const NEAR = 1e-4;
/** A distance at which the bar of a tie has stretched most of its way. */
const STRETCH = 1.6;

/**
 * @param {Network} network
 * @param {ArrayLike<number>} parameters
 * @param {number} layer counted from 1
 * @param {number} unit counted from 1
 * @param {number} other
 * @returns {{ isTied: boolean, isNear: boolean, distance: number, apart: number }} apart: 0 tied, 1 as far as it goes
 */
export function pairSeen(network, parameters, layer, unit, other) {
  const second = unitParameters(network, layer, other);
  let square = 0;
  let size = 0;
  let isTied = true;
  unitParameters(network, layer, unit).forEach((index, at) => {
    const [one, two] = [parameters[index], parameters[second[at]]];
    if (!Object.is(one, two)) isTied = false;
    square += (one - two) ** 2;
    size = Math.max(size, Math.abs(one), Math.abs(two));
  });
  const distance = Math.sqrt(square);
  return { isTied, isNear: !isTied && distance < NEAR * size, distance, apart: isTied ? 0 : 1 - Math.exp(-distance / STRETCH) };
}

/**
 * The groups of neurons of a layer that are tied in every bit.
 * @param {Network} network
 * @param {ArrayLike<number>} parameters
 * @param {number} layer counted from 1
 * @returns {number[][]} units counted from 1, groups of two and more
 */
export function tiedGroups(network, parameters, layer) {
  /** @type {number[][]} */
  const groups = [];
  for (let unit = 1; unit <= network.hidden[layer - 1]; unit += 1) {
    const group = groups.find(([first]) => pairSeen(network, parameters, layer, first, unit).isTied);
    if (group === undefined) groups.push([unit]);
    else group.push(unit);
  }
  return groups.filter((group) => group.length > 1);
}
