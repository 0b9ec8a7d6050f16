/** The history of the run, read some times a second while it trains: the history of a large network takes long to read. */

import { parameterPlace } from '../experiment/parameters.js';

/** @typedef {import('../engine/run.js').Run} Run */
/** @typedef {import('../engine/run.js').History} History */

/** While training, the history is read this often. */
const INTERVAL_MS = 64;
/** Between two readings passes so many times as long as a reading takes. */
const READING_SHARE = 20;
/** More parameters than this are not all looked at. */
const MANY = 1000;

export class HistoryReader {
  #now;
  /** @type {History | null} */
  #history = null;
  /** @type {Run | null} */
  #of = null;
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
    this.#history = run.historyBy(gatherFor(run));
    this.#of = run;
    this.#lastRead = this.#now();
    this.#interval = Math.max(INTERVAL_MS, READING_SHARE * (this.#lastRead - began));
    return this.#history;
  }

  /** As it was read last. @param {Run} run */
  latest(run) {
    return this.#history ?? this.read(run);
  }

  /** As it was read last, or the present step alone, for as long as losses are worked out. @param {Run} run */
  meanwhile(run) {
    if (this.#of === run && this.#history !== null && Number(this.#history.steps.at(-1)) <= run.step) return;
    const values = run.parameters();
    const parameters = gatherFor(run)(run.names, (index) => values.slice(index, index + 1));
    this.#history = { steps: Float64Array.of(run.step), loss: Float64Array.of(NaN), parameters };
  }

  /** Reads it where it is time to. @param {Run} run */
  refresh(run) {
    if (this.#now() - this.#lastRead >= this.#interval) this.read(run);
  }
}

/**
 * The columns of a large network number a hundred thousand and more, of which the page shows some: each is made when it is first asked for.
 * @param {Run} run
 * @returns {import('../engine/readings.js').Gather}
 */
function gatherFor({ experiment: { network } }) {
  return (names, column) => {
    if (names.length <= MANY) return Object.fromEntries(names.map((name, index) => [name, column(index)]));
    /** @type {(made: Record<string | symbol, Float64Array>, name: string | symbol) => Float64Array | undefined} */
    const columnOf = (made, name) => {
      // Where it stands is worked out: a list of all names takes longer to make than all that is asked for of it.
      const place = name in made ? null : parameterPlace(network, String(name));
      return place === null ? made[name] : (made[name] = column(place.index));
    };
    return new Proxy(/** @type {Record<string, Float64Array>} */ (Object.create(null)), {
      get: columnOf,
      ownKeys: () => [...names],
      getOwnPropertyDescriptor(made, name) {
        columnOf(made, name);
        return Reflect.getOwnPropertyDescriptor(made, name);
      },
    });
  };
}
