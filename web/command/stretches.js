/**
 * The lines of many files as stretches: pieces of a file whose seeds go up by one, of one combination of a grid. A shard is one stretch, so that a million lines are kept
 * in mind as seven numbers; files in any other order are only more stretches. Knows where lines stand, not what they say.
 */

const FIELDS = /** @type {const} */ (['file', 'line', 'start', 'bytes', 'combination', 'seed', 'lines']);

/** @typedef {Record<typeof FIELDS[number], number>} Stretch file: which; combination: its number; line: its first, counted from 1; start and bytes: where; seed: its first; lines: how many */

export class Stretches {
  /** Columns of numbers, not objects: lines in no order at all are a stretch each. */
  #columns = FIELDS.map(() => new Float64Array(16));
  #count = 0;

  get count() {
    return this.#count;
  }

  /**
   * One line more, behind those there are.
   * @param {Omit<Stretch, 'lines'>} place bytes: with the line end
   */
  add({ file, line, start, bytes, combination, seed }) {
    const [files, , , sizes, combinations, seeds, lines] = this.#columns;
    const last = this.#count - 1;
    if (last >= 0 && files[last] === file && combinations[last] === combination && seeds[last] + lines[last] === seed) {
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
    [file, line, start, bytes, combination, seed, 1].forEach((value, at) => (this.#columns[at][this.#count] = value));
    this.#count += 1;
  }

  /** @param {number} at @returns {Stretch} */
  get(at) {
    const [file, line, start, bytes, combination, seed, lines] = this.#columns;
    return {
      file: file[at],
      line: line[at],
      start: start[at],
      bytes: bytes[at],
      combination: combination[at],
      seed: seed[at],
      lines: lines[at],
    };
  }

  /**
   * Those of a combination, by the first seed, and of the same seed in the order in which they were added.
   * @param {number} combination
   */
  bySeed(combination) {
    const [combinations, seeds] = /** @type {const} */ (['combination', 'seed']).map((name) => this.#columns[FIELDS.indexOf(name)]);
    return Uint32Array.from({ length: this.#count }, (_, at) => at)
      .filter((at) => combinations[at] === combination)
      .sort((one, other) => seeds[one] - seeds[other] || one - other);
  }
}
