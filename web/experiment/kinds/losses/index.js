/**
 * The losses, by their names in the experiment format and in the engine's order. src/loss.c computes them; what JavaScript knows of one
 * stands in its file, and a test compares the names with the engine's.
 */
import { crossEntropy } from './cross-entropy.js';
import { squaredError } from './squared-error.js';

/**
 * @typedef {object} LossKind
 * @property {import('../../experiment.js').Activation | null} output the output activation that it needs; null: any
 * @property {{ minimum: number, maximum: number } | null} targets the range that it takes; null: any
 * @property {number | null} atHalf the loss of an output that always answers 0.5, which the chart marks; null where targets may be anything
 * @property {((a: number, y: number) => number) | null} slope ∂J/∂a; null: as δ divided by the slope of the output's activation, which stays
 *   finite where the formula would divide by 0
 * @property {(a: string, y: string) => string} slopeFormula for ui/mathml.js
 * @property {(a: string, y: string) => string} formula
 * @property {(a: number, y: number) => string} numbers the formula with numbers in it
 */

export const LOSSES = Object.freeze({
  'cross-entropy': crossEntropy,
  'squared-error': squaredError,
});

/**
 * @param {keyof typeof LOSSES} loss
 * @param {import('../../experiment.js').Activation} output
 */
export function lossFits(loss, output) {
  const needed = LOSSES[loss].output;
  return needed === null || needed === output;
}

/**
 * @param {import('../../experiment.js').Activation} output
 * @returns {keyof typeof LOSSES} the first that goes with an output of this activation
 */
export function lossFor(output) {
  const names = /** @type {(keyof typeof LOSSES)[]} */ (Object.keys(LOSSES));
  // There is one: the squared error takes any.
  return /** @type {keyof typeof LOSSES} */ (names.find((name) => lossFits(name, output)));
}
