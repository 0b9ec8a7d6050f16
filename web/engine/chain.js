/**
 * The chain rule of one parameter for one example, factor by factor: pure arithmetic on what a trace shows. Units are numbered through
 * the network as their biases are, so in a 2-2-1 network a1 and a2 are hidden and a3 is the output.
 *
 * One path leads from an output unit's parameter to J, and from a hidden unit's where one layer and one output follow:
 *
 *     ∂J/∂w1 = ∂J/∂a3 · ∂a3/∂z3 · ∂z3/∂a1 · ∂a1/∂z1 · ∂z1/∂w1
 *
 * Elsewhere several paths add up. The factors then are the sum and the last two, and the paths stand apart:
 *
 *     ∂J/∂w1 = ∂J/∂a1 · ∂a1/∂z1 · ∂z1/∂w1        ∂J/∂a1 = Σ over the next layer's units k of w_k1 δ_k
 */
import { ACTIVATIONS } from '../experiment/kinds/activations/index.js';
import { LOSSES } from '../experiment/kinds/losses/index.js';
import { networkLayers, parameterPlace } from '../experiment/parameters.js';

/** @typedef {import('../experiment/parameters.js').Layer} Layer */

/**
 * @typedef {object} Factor
 * @property {string} symbol "∂z3/∂a1"
 * @property {number} value always finite
 * @property {string} from what the value comes from: "w5"; "a3, y" for the loss; "1" where it is 1 whatever the numbers are
 */
/**
 * @typedef {object} Path
 * @property {number[]} units from the parameter's unit to the output unit, numbered through the network
 * @property {Factor[]} factors from ∂J/∂a of the output to ∂z/∂w
 * @property {number} product
 */
/**
 * @typedef {object} Chain
 * @property {string} parameter
 * @property {number | null} example counted from 0; null where only the mean was asked for
 * @property {Factor[]} factors whose product is ∂J/∂w of the example; none where only the mean was asked for
 * @property {Path[] | null} paths that add up to the product; null where they are more than 64, or only the mean was asked for
 * @property {number | null} product ∂J/∂w of the example's own loss, from the engine's δ; null where only the mean was asked for
 * @property {number} mean of ∂J/∂w over all examples: the gradient of the data loss, without penalties
 */
/**
 * @typedef {object} ChainInput
 * @property {import('../experiment/experiment.js').Network} network
 * @property {import('../experiment/experiment.js').Loss} loss
 * @property {ArrayLike<number>} parameters
 * @property {import('./run.js').Trace} trace of the example
 * @property {readonly number[]} inputs of the example
 * @property {readonly number[]} targets of the example
 * @property {(z: number) => number} sigmoid the engine's own, whose bits do not depend on the browser
 */

/** More paths than this are not listed. */
const MOST_PATHS = 64;

/**
 * The smallest slope of an output that δ is divided by. Below it a is 0 or 1 but for rounding, or so near to 0 that the quotient would leave the range
 * of doubles.
 */
const LEAST_SLOPE = 1e-300;

/**
 * @param {string} name of a parameter that the network has
 * @param {ChainInput} input
 * @returns {Pick<Chain, 'factors' | 'paths' | 'product'>}
 */
export function chainOf(name, input) {
  const layers = networkLayers(input.network);
  const place = parameterPlace(input.network, name);
  if (place === null) throw new TypeError(`the network has no parameter ${name}`);
  const own = layers[place.layer - 1];
  const last = lastFactor(name, place, own, layers, input);
  // Adding 0 makes a −0 of it, as a δ below 0 times an input of 0 is one, a plain 0.
  const product = input.trace.layers[place.layer - 1].delta[place.unit - 1] * last.value + 0;
  const count = layers.slice(place.layer).reduce((number, { units }) => number * units, 1);
  const paths =
    count > MOST_PATHS
      ? null
      : unitPaths(place.layer, layers.length, layers).map((units) => pathOf([place.unit, ...units], place.layer, last, layers, input));
  const factors = paths?.length === 1 ? paths[0].factors : [sumFactor(place, layers, input), slopeFactor(own, place.unit, input), last];
  return { factors, paths, product };
}

/**
 * ∂z/∂w is what the weight is multiplied by; ∂z/∂b is 1.
 * @param {string} name
 * @param {import('../experiment/parameters.js').ParameterPlace} place
 * @param {Layer} own
 * @param {Layer[]} layers
 * @param {ChainInput} input
 * @returns {Factor}
 */
function lastFactor(name, { layer, unit, input }, own, layers, { trace, inputs }) {
  const symbol = `∂z${own.firstUnit + unit - 1}/∂${name}`;
  if (input === null) return { symbol, value: 1, from: '1' };
  if (layer === 1) return { symbol, value: inputs[input - 1], from: `x${input}` };
  return { symbol, value: trace.layers[layer - 2].a[input - 1], from: `a${layers[layer - 2].firstUnit + input - 1}` };
}

/**
 * ∂a/∂z of a unit.
 * @param {Layer} layer
 * @param {number} unit
 * @param {ChainInput} input
 * @returns {Factor}
 */
function slopeFactor({ layer, firstUnit }, unit, { network, loss, trace, sigmoid }) {
  const number = firstUnit + unit - 1;
  const isOutput = layer > network.hidden.length;
  const { slope, slopeFrom } = ACTIVATIONS[isOutput ? network.outputActivation : network.activation];
  const [z, a] = [trace.layers[layer - 1].z[unit - 1], trace.layers[layer - 1].a[unit - 1]];
  const from = slopeFrom === '1' ? slopeFrom : `${slopeFrom}${number}`;
  const own = slope(a, z, sigmoid);
  // A hidden unit that is rounded to 0 or 1 has the slope 0, and so is its δ. An output's δ does not go through its slope: there the slope is what a
  // would give without rounding.
  const isRounded = isOutput && LOSSES[loss].slope === null && !(own >= LEAST_SLOPE);
  const value = isRounded ? Math.max(sigmoid(-Math.abs(z)), LEAST_SLOPE) : own;
  return { symbol: `∂a${number}/∂z${number}`, value, from };
}

/**
 * ∂J/∂a of an output unit. For cross-entropy it is taken as δ divided by the slope, which is the textbook's (a − y) / (a(1 − a)) and
 * stays finite where that would be a division by 0: with slopeFactor's slope of an output, the two factors still multiply to δ.
 * @param {number} unit
 * @param {Layer} output
 * @param {ChainInput} input
 * @returns {Factor}
 */
function lossFactor(unit, output, input) {
  const { a, delta } = input.trace.layers[output.layer - 1];
  const number = output.firstUnit + unit - 1;
  const target = input.targets[unit - 1];
  const { slope } = LOSSES[input.loss];
  const value = slope === null ? delta[unit - 1] / slopeFactor(output, unit, input).value : slope(a[unit - 1], target);
  return { symbol: `∂J/∂a${number}`, value, from: `a${number}, ${output.units === 1 ? 'y' : `y${unit}`}` };
}

/**
 * ∂J/∂a of a hidden unit, summed over all that it feeds; of an output unit, the loss's own.
 * @param {import('../experiment/parameters.js').ParameterPlace} place
 * @param {Layer[]} layers
 * @param {ChainInput} input
 * @returns {Factor}
 */
function sumFactor({ layer, unit }, layers, input) {
  if (layer === layers.length) return lossFactor(unit, layers[layer - 1], input);
  const next = layers[layer];
  const { delta } = input.trace.layers[layer];
  const weights = delta.map((_, at) => outgoingWeight(unit, at + 1, next));
  const value = delta.reduce((sum, d, at) => sum + input.parameters[next.weights + weights[at] - next.firstWeight] * d, 0);
  const terms = weights.map((weight, at) => `w${weight} δ${next.firstUnit + at}`);
  const from = terms.length <= 4 ? terms.join(' + ') : `${terms[0]} + … + ${terms[terms.length - 1]}`;
  return { symbol: `∂J/∂a${layers[layer - 1].firstUnit + unit - 1}`, value, from };
}

/**
 * The number of the weight from a unit to a unit of the next layer.
 * @param {number} unit
 * @param {number} target
 * @param {Layer} next
 */
const outgoingWeight = (unit, target, next) => next.firstWeight + (target - 1) * next.inputs + unit - 1;

/**
 * All ways through the layers after one, as the unit of each layer.
 * @param {number} layer counted from 1; the ways start after it
 * @param {number} lastLayer
 * @param {Layer[]} layers
 * @returns {number[][]}
 */
function unitPaths(layer, lastLayer, layers) {
  if (layer === lastLayer) return [[]];
  const rest = unitPaths(layer + 1, lastLayer, layers);
  return Array.from({ length: layers[layer].units }, (_, at) => rest.map((path) => [at + 1, ...path])).flat();
}

/**
 * @param {number[]} units the parameter's own, then one of each layer up to the output
 * @param {number} firstLayer of the first of them
 * @param {Factor} last ∂z/∂w
 * @param {Layer[]} layers
 * @param {ChainInput} input
 * @returns {Path}
 */
function pathOf(units, firstLayer, last, layers, input) {
  const output = layers[layers.length - 1];
  const factors = [lossFactor(units[units.length - 1], output, input)];
  for (let at = units.length - 1; at >= 0; at -= 1) {
    const layer = layers[firstLayer - 1 + at];
    factors.push(slopeFactor(layer, units[at], input));
    if (at > 0) {
      const before = layers[firstLayer - 2 + at];
      const weight = outgoingWeight(units[at - 1], units[at], layer);
      const symbol = `∂z${layer.firstUnit + units[at] - 1}/∂a${before.firstUnit + units[at - 1] - 1}`;
      factors.push({ symbol, value: input.parameters[layer.weights + weight - layer.firstWeight], from: `w${weight}` });
    }
  }
  factors.push(last);
  return {
    units: units.map((unit, at) => layers[firstLayer - 1 + at].firstUnit + unit - 1),
    factors,
    product: factors.reduce((product, { value }) => product * value, 1) + 0,
  };
}
