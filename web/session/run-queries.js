/** What a panel may ask the engine about the run that is shown: plain data for the asking, nothing that changes the run. */

/** @typedef {import('../engine/run.js').Run} Run */

/** @param {() => Run} shown the run whose state is on the page */
export function createInspect(shown) {
  return Object.freeze({
    /** @param {string} name @param {number} [example] counted from 0; left out: the mean over all */
    chain: (name, example) => shown().chain(name, example),
    /** @param {number} example counted from 0 */
    trace: (example) => shown().trace(example),
    gradients: () => shown().gradients(),
    /** @param {string} name */
    gradientCheck: (name) => shown().gradientCheck(name),
    /** @param {number} steps from the start */
    digits: (steps) => shown().digits(steps),
    /** @param {number[][]} rows */
    predict: (rows) => shown().predict(rows),
    /** @param {number[][]} rows @param {number} layer from 1, hidden layers first */
    activations: (rows, layer) => shown().activations(rows, layer),
    /** @param {number} layer @param {number} unit @param {number} other */
    firmness: (layer, unit, other) => shown().firmness(layer, unit, other),
  });
}
