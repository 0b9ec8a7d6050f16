/**
 * The lines of many files as stretches: pieces of a file whose seeds go up by one. A shard is one stretch, so that a million lines are kept
 * in mind as four numbers; files in any other order are only more stretches. Knows where lines stand, not what they say.
 */

const FIELDS = /** @type {const} */ (['file', 'line', 'start', 'bytes', 'seed', 'lines']);

/** @typedef {Record<typeof FIELDS[number], number>} Stretch file: which; line: its first, counted from 1; start and bytes: where; seed: its first; lines: how many */

export class Stretches {
  /** Columns of numbers, not objects: lines in no order at all are a stretch each. */
  #columns = FIELDS.map(() => new Float64Array(16));
  #count = 0;

  get count() {
    return this.#count;
  }

  /**
   * One line more, behind those there are.
   * @param {{ file: number, line: number, start: number, bytes: number, seed: number }} place bytes: with the line end
   */
  add({ file, line, start, bytes, seed }) {
    const [files, , , sizes, seeds, lines] = this.#columns;
    const last = this.#count - 1;
    if (last >= 0 && files[last] === file && seeds[last] + lines[last] === seed) {
      sizes[last] += bytes;
      lines[last] += 1;
      return;
    }
    if (this.#count === files.length) {
      this.#columns = this.#columns.map((column) => {
        const longer = new Float64Array(column.length * 2);
        longer.set(column);
        return longer;
      });
    }
    [file, line, start, bytes, seed, 1].forEach((value, at) => (this.#columns[at][this.#count] = value));
    this.#count += 1;
  }

  /** @param {number} at @returns {Stretch} */
  get(at) {
    return /** @type {Stretch} */ (Object.fromEntries(FIELDS.map((name, column) => [name, this.#columns[column][at]])));
  }

  /** Which one comes when, by the first seed, and of the same seed in the order in which they were added. */
  bySeed() {
    const seeds = this.#columns[FIELDS.indexOf('seed')];
    return Uint32Array.from({ length: this.#count }, (_, at) => at).sort((one, other) => seeds[one] - seeds[other] || one - other);
  }
}
