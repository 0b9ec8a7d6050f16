/**
 * The activations, by their names in the experiment format and in the engine's order. src/functions.c computes them; what JavaScript
 * knows of one stands in its file, and a test compares the names with the engine's.
 */
import { leakyRelu } from './leaky-relu.js';
import { linear } from './linear.js';
import { relu } from './relu.js';
import { sigmoid } from './sigmoid.js';
import { softplus } from './softplus.js';
import { tanh } from './tanh.js';

/**
 * @typedef {object} ActivationKind
 * @property {(z: number) => number} value for drawings; the engine's own may differ in the last bit
 * @property {(z: string) => string} formula what it is of z, for ui/mathml.js
 * @property {(a: number, z: number, sigmoid: (z: number) => number) => number} slope by the operations of src/functions.c, with the engine's own
 *   sigmoid: the same bits
 * @property {'a' | 'z' | '1'} slopeFrom which of the two the slope comes from; "1": from neither
 * @property {(k: string) => string} slopeFormula of unit k
 * @property {number} atZero its value at z = 0: the line between what a neuron responds to and the rest
 * @property {{ min: number, max: number } | null} range of its values; null where they have no bound
 */

export const ACTIVATIONS = Object.freeze({
  sigmoid,
  tanh,
  relu,
  'leaky-relu': leakyRelu,
  softplus,
  linear,
});
