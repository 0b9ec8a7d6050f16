/** What can be wrong with weights as text, by kind and place; the words are the messages'. */

/**
 * @typedef {object} WeightsProblem
 * @property {'empty' | 'too-many' | 'layers' | 'rows' | 'row' | 'biases' | 'no-biases' | 'not-a-number' | 'two-readings' | 'too-large' | 'not-lists' | 'shortened' | 'no-number'} kind
 * @property {number} [layer] counted from 1
 * @property {number} [row] of the layer, counted from 1: its unit
 * @property {number} [column] number of the row, counted from 1
 * @property {number} [wanted]
 * @property {number} [got]
 * @property {number} [line] of the text, counted from 1
 * @property {boolean} [withBias] the wanted numbers of a row are its weights and a bias
 * @property {string} [cell]
 */

/** A text does not have the shape of the network's weights. */
export class WeightsError extends Error {
  /** @param {WeightsProblem} problem */
  constructor(problem) {
    super(JSON.stringify(problem));
    this.name = 'WeightsError';
    this.problem = problem;
  }
}
