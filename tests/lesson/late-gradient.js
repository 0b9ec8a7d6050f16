/**
 * A common bug in plain arithmetic: the outgoing weight of a neuron is changed first, and the gradient of an incoming one is computed
 * afterwards, with the new value. What comes out is the slope of J at no point. For one hidden layer and one output.
 */

import { networkLayers, parameterPlace } from '../../web/experiment/parameters.js';

/**
 * @param {import('../../web/engine/run.js').Run} run at the step whose next one has the bug
 * @param {string} name of a weight into the hidden layer
 * @param {string} outgoing weight of the same neuron
 * @returns {number} what the bug takes for ∂J/∂name
 */
export function lateGradient(run, name, outgoing) {
  const { network, training } = run.experiment;
  const place = parameterPlace(network, name);
  const out = parameterPlace(network, outgoing);
  if (place === null || out === null || place.input === null || place.layer !== 1 || network.hidden.length !== 1)
    throw new TypeError(`no weight ${name} into the only hidden layer`);
  const late = run.parameters()[out.index] - training.learningRate * run.gradients()[out.index];
  const { x } = run.data();
  const output = networkLayers(network).length - 1;
  const sum = x.reduce((total, inputs, example) => {
    const { layers } = run.trace(example);
    const a = layers[0].a[place.unit - 1];
    return total + layers[output].delta[0] * late * a * (1 - a) * inputs[/** @type {number} */ (place.input) - 1];
  }, 0);
  return sum / x.length;
}
