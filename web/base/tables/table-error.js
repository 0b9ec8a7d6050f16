/** What can be wrong with a table, by kind and place; the words are the messages'. */

/**
 * @typedef {object} TableProblem
 * @property {'empty' | 'too-long' | 'too-many-rows' | 'too-many-columns' | 'open-quote' | 'after-quote' | 'ragged' | 'not-a-number' | 'too-large' | 'header-only' | 'too-few-columns'
 *   | 'two-readings' | 'workbook' | 'experiment' | 'not-a-table' | 'no-target' | 'no-feature' | 'too-many-features' | 'too-many-targets' | 'too-many-classes' | 'one-class'} kind
 * @property {number} [line] of the text, counted from 1
 * @property {number} [row] of the examples, counted from 1, where the text has no lines that people see
 * @property {number} [column] cell of its row, counted from 1
 * @property {string} [name] of the column
 * @property {string} [cell] what stands there
 * @property {import('./text-rows.js').Separator} [separator] that was seen
 * @property {readonly [decimal: number, grouped: number]} [readings] of the cell
 * @property {number} [got]
 * @property {number} [wanted]
 */

/** A text is no table of numbers. */
export class TableError extends Error {
  /** @param {TableProblem} problem */
  constructor(problem) {
    super(JSON.stringify(problem));
    this.name = 'TableError';
    this.problem = problem;
  }
}
