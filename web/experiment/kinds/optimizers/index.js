/**
 * The optimizers, by their names in the experiment format and in the engine's order. src/optimizer.c computes them; what JavaScript
 * knows of one stands in its file, and a test compares the names with the engine's.
 */
import { adam } from './adam.js';
import { gradientDescent } from './gradient-descent.js';
import { momentum } from './momentum.js';
import { nesterov } from './nesterov.js';
import { rmsprop } from './rmsprop.js';

/**
 * @typedef {object} OptimizerKind
 * @property {readonly ('momentum' | 'beta1' | 'beta2' | 'epsilon' | 'decay')[]} options of training that its formula has, beside the learning rate
 * @property {readonly ('first' | 'second')[]} memory what it keeps of each parameter from step to step, by the engine's names
 */

export const OPTIMIZERS = Object.freeze({
  'gradient-descent': gradientDescent,
  momentum,
  nesterov,
  rmsprop,
  adam,
});
