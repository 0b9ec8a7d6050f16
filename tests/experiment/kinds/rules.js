/**
 * The update rules once more, in plain JavaScript, to compare the engine with: one file each in optimizers/,
 * written from the formulas of reference/README.md and not from the engine's source.
 */
/**
 * @typedef {object} Rule
 * @property {readonly ('momentum' | 'beta1' | 'beta2' | 'epsilon' | 'decay')[]} options of training that the formula has, beside the learning rate
 * @property {(g: number, memory: Memory, settings: Settings) => number} update what is subtracted from a parameter with the gradient g; it writes
 *   the new memory
 */
/** @typedef {{ first: number, second: number, step: number }} Memory of one parameter; steps are counted from 1 */
/** @typedef {{ rate: number, momentum: number, beta1: number, beta2: number, epsilon: number, decay: number }} Settings */

/**
 * @param {string} optimizer by the engine's name
 * @returns {Promise<Rule>}
 */
export async function readRule(optimizer) {
  return (await import(`./optimizers/${optimizer}.js`)).rule;
}
