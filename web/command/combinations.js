/** Which combinations of a grid lines are results of, and in which order a sweep over the grid writes them. Lines without a grid are all of one combination. */
import { settingsOf } from '../experiment/grid.js';
import { InputError } from './failures.js';
import { originDifference } from './result-lines.js';

/** @typedef {import('../experiment/grid.js').Grid} Grid */
/** @typedef {import('./result-lines.js').Origin} Origin */

export class Combinations {
  /** By their settings, as JSON; numbered as they come. @type {Map<string, { number: number, origin: Origin }>} */
  #found = new Map();
  /** @type {Origin | null} */
  #first = null;
  /** What was looked up last. @type {{ origin: Origin, number: number } | null} */
  #last = null;
  /** The values of each field, in the order in which they come, as JSON. @type {Map<string, Set<string>>} */
  #values = new Map();

  /**
   * @param {Origin} origin of a line
   * @param {() => string} place where it stands, for the sentence
   * @returns {number} of its combination
   * @throws {InputError} where it is a result of something else than the lines before
   */
  add(origin, place) {
    if (this.#last === null || this.#last.origin !== origin) this.#last = { origin, number: this.#lookUp(origin, place) };
    return this.#last.number;
  }

  /** @type {Combinations['add']} */
  #lookUp(origin, place) {
    const first = (this.#first ??= origin);
    const fields = (/** @type {Origin} */ { grid }) => Object.keys(grid ?? {}).join();
    if (fields(origin) !== fields(first)) throw new InputError(`${place()} is a result of another grid than the first line`);
    const key = keyOf(origin.grid);
    const known = this.#found.get(key);
    const difference = originDifference(origin, { ...first, experiment: (known?.origin ?? origin).experiment });
    if (difference !== null) throw new InputError(`${place()} is a result of ${difference}`);
    if (known !== undefined) return known.number;
    const number = this.#found.size;
    this.#found.set(key, { number, origin });
    for (const [path, value] of Object.entries(origin.grid ?? {})) {
      const values = this.#values.get(path) ?? new Set();
      this.#values.set(path, values.add(JSON.stringify(value)));
    }
    return number;
  }

  /**
   * @param {Grid | undefined} grid that was swept, where it is known; else every combination of the values that there are, in their order
   * @returns {{ number: number, shown: string }[]} the numbers of the combinations in the order of a sweep; shown: how sentences name it
   * @throws {InputError} where one of them is missing, or another is there
   */
  inOrder(grid) {
    if (this.#first === null) return [];
    if (grid !== undefined && this.#first.grid === undefined) throw new InputError('the lines are of no grid; leave --grid out');
    const values = [...this.#values].map(([path, texts]) => [path, [...texts].map((text) => JSON.parse(text))]);
    const all = settingsOf(grid ?? Object.fromEntries(values));
    const order = all.map((settings) => {
      const shown = Object.entries(settings).map(([path, value]) => `${path}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
      const known = this.#found.get(keyOf(this.#first?.grid && settings));
      if (known === undefined) throw new InputError(`the results of ${shown.join(' ')} are missing`);
      return { number: known.number, shown: shown.join(' ') };
    });
    const wanted = new Set(order.map(({ number }) => number));
    const other = [...this.#found].find(([, { number }]) => !wanted.has(number));
    if (other !== undefined) throw new InputError(`there are results of ${other[0]}, which --grid does not name`);
    return order;
  }
}

/** @param {Origin['grid']} grid */
const keyOf = (grid) => (grid === undefined ? '' : JSON.stringify(grid));
