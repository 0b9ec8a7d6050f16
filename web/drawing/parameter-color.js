/** Which neuron's color a parameter has. */

import { parameterPlace } from '../experiment/parameters.js';
import { neuronClass } from './neuron-style.js';

/** @typedef {import('../experiment/parameters.js').Shape} Shape */

/**
 * The hidden unit whose color a parameter has: the one it enters, or for an outgoing weight the one it leaves; null for the output's own.
 * @param {Shape} network
 * @param {string} name
 * @returns {number | null}
 */
export function colorUnit(network, name) {
  const place = parameterPlace(network, name);
  if (place === null) return null;
  const isOutput = place.layer === network.hidden.length + 1;
  if (!isOutput) return place.unit;
  return network.hidden.length > 0 ? place.input : null;
}

/**
 * @param {Shape} network
 * @param {string} name of a parameter that it has
 * @returns {string} the class that gives an element this parameter's color
 */
export function parameterClass(network, name) {
  const unit = colorUnit(network, name);
  return unit === null ? 'neuron-output' : neuronClass(unit);
}
