/** Lines of one color tell their layer: neurons of every layer begin with the same colors. */

import { neuronDash } from './neuron-style.js';

/** A solid line with gaps for the dots of its layer. */
const SOLID = [14, 9];

/**
 * A neuron's dash; in each further layer its gaps have one dot more.
 * @param {number} unit counted from 1
 * @param {number} [layer] counted from 1
 * @returns {number[]} drawn and skipped lengths, empty for a solid line
 */
export function layerDash(unit, layer = 1) {
  const dash = neuronDash(unit);
  if (layer === 1) return dash;
  const [drawn, gap] = dash.length > 0 ? dash : SOLID;
  const parts = 2 * layer - 1;
  return [drawn, ...Array(parts).fill(gap / parts)];
}
