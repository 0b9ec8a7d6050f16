/** The history of the run, read some times a second while it trains: the history of a large network takes long to read. */

/** @typedef {import('../engine/run.js').Run} Run */
/** @typedef {import('../engine/run.js').History} History */

/** While training, the history is read this often. */
const INTERVAL_MS = 64;
/** Between two readings passes so many times as long as a reading takes. */
const READING_SHARE = 20;

export class HistoryReader {
  #now;
  /** @type {History | null} */
  #history = null;
  #lastRead = -Infinity;
  #interval = INTERVAL_MS;

  /** @param {() => number} now milliseconds */
  constructor(now) {
    this.#now = now;
  }

  /**
   * Reads it, whenever that was done last.
   * @param {Run} run
   */
  read(run) {
    const began = this.#now();
    this.#history = run.history();
    this.#lastRead = this.#now();
    this.#interval = Math.max(INTERVAL_MS, READING_SHARE * (this.#lastRead - began));
    return this.#history;
  }

  /** As it was read last. @param {Run} run */
  latest(run) {
    return this.#history ?? this.read(run);
  }

  /** Reads it where it is time to. @param {Run} run */
  refresh(run) {
    if (this.#now() - this.#lastRead >= this.#interval) this.read(run);
  }
}
