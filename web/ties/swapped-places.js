/** Where the parameters of two neurons go when the neurons exchange all that is theirs. */

import { parameterNames } from '../experiment/parameters.js';
import { unitParameters } from './verdict.js';

/** @typedef {import('../experiment/parameters.js').Shape} Shape */
/** @typedef {{ layer: number, units: [number, number] }} SwappedUnits of a hidden layer, counted from 1 */

/**
 * @param {Shape} network
 * @param {SwappedUnits} swapped
 * @returns {number[]} for each parameter the index of the one it exchanges with: itself, where it belongs to neither
 */
export function swappedPlaces(network, { layer, units }) {
  const [first, second] = units.map((unit) => unitParameters(network, layer, unit));
  const places = Array.from(parameterNames(network), (_, index) => index);
  first.forEach((index, at) => {
    places[index] = second[at];
    places[second[at]] = index;
  });
  return places;
}
