/**
 * One experiment from many seeds, in one engine: set up once, and trained side by side where the engine has that (src/many/nn_many.h) and it is
 * faster. Whichever way a seed takes, its result is that of a run of its own, to the bit:
 *
 * - side by side: many at once, without a history;
 * - alone, without a history: networks that gain nothing side by side, and seeds that are too few for it;
 * - alone, with one: where units look alike at the start and may part, since the history says when; and in engines of other modules.
 */
import { Run } from './run.js';
import { setParameters, startRun } from './set-up-run.js';
import { outcomeOf, watchParting } from '../ties/run-outcome.js';

/** @typedef {import('./engine.js').Engine} Engine */
/** @typedef {import('./sweep.js').SweepResult} SweepResult */
/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {{ seed: number, first: number[] | null } & ReturnType<typeof watchParting>} Start first: its parameters, where they are wanted */

const isNone = (/** @type {number} */ count) => count === 0;
const failed = (/** @type {number} */ status) => status !== 0;

/** The functions of nn_many.h, as engine.js lists those of nn.h. */
export const MANY_EXPORTS = Object.freeze({
  nn_many_fitting: { takes: 'i', failed: isNone },
  nn_many_unrecorded: { takes: 'i', failed },
  nn_many_begin: { takes: 'ii', failed: isNone },
  nn_many_put: { takes: 'ii', failed },
  nn_many_train: { takes: 'ii', failed },
  nn_many_get: { takes: 'ii', failed },
  nn_many_right: { takes: 'i', failed: (/** @type {number} */ right) => right < 0 },
  nn_many_end: { takes: '', failed },
});

/** Largest number of steps that one call into the engine takes: int32. */
const STEPS_A_CALL = 2 ** 31 - 1;
/** Side by side gains something from this part of the fitting number on. */
const PART_THAT_GAINS = 4;

export class ManySeeds {
  #engine;
  #experiment;
  #steps;
  #weights;
  #id;
  #run;
  #hasMany;
  #examples;
  #baseline;

  /**
   * @param {Engine} engine
   * @param {Experiment} experiment in normal form; its seed is that of the first run
   * @param {{ steps: number, weights: boolean }} wanted weights: results have the first and the last parameters
   */
  constructor(engine, experiment, { steps, weights }) {
    this.#engine = engine;
    this.#experiment = experiment;
    this.#steps = steps;
    this.#weights = weights;
    this.#id = startRun(engine, experiment);
    this.#run = new Run(engine, this.#id, experiment);
    this.#hasMany = engine.has('nn_many_train');
    this.#examples = 'set' in experiment.data ? experiment.data.examples : experiment.data.x.length;
    // The examples are the same for every seed.
    this.#baseline = this.#run.baseline();
    /** How many seeds are best trained at a time. */
    this.fitting = this.#hasMany ? Math.max(1, engine.call('nn_many_fitting', this.#id)) : 1;
  }

  /**
   * @param {number} from
   * @param {number} to the last one
   * @returns {SweepResult[]} in the order of the seeds
   */
  train(from, to) {
    const starts = Array.from({ length: to - from + 1 }, (_, at) => ({ seed: from + at, ...this.#watch(from + at) }));
    const together = starts.filter(({ isSettled }) => isSettled);
    const isFaster = this.fitting > 1 && together.length >= this.fitting / PART_THAT_GAINS;
    /** @type {Map<number, SweepResult>} */
    const results = isFaster ? this.#trainTogether(together) : new Map();
    return starts.map((start) => results.get(start.seed) ?? this.#trainAlone(start));
  }

  close() {
    if (this.#hasMany) this.#engine.call('nn_many_end');
    this.#run.close();
  }

  /** @param {number} seed */
  #watch(seed) {
    this.#setStart(seed);
    const first = this.#run.parameters();
    return { ...watchParting(this.#experiment, first), first: this.#weights ? [...first] : null };
  }

  /** @param {number} seed */
  #setStart(seed) {
    const { network, init } = this.#experiment;
    setParameters(this.#engine, this.#id, { network, init: /** @type {Experiment['init']} */ ({ ...init, seed }) });
  }

  /**
   * @param {readonly Start[]} starts
   * @returns {Map<number, SweepResult>} by seed
   */
  #trainTogether(starts) {
    this.#engine.call('nn_many_begin', this.#id, starts.length);
    starts.forEach(({ seed }, place) => {
      this.#setStart(seed);
      this.#engine.call('nn_many_put', this.#id, place);
    });
    this.#take('nn_many_train');
    return new Map(
      starts.map((start, place) => {
        this.#engine.call('nn_many_get', this.#id, place);
        return [start.seed, this.#result(start)];
      }),
    );
  }

  /**
   * @param {Start} start
   * @returns {SweepResult}
   */
  #trainAlone(start) {
    const { seed, isSettled } = start;
    this.#setStart(seed);
    this.#engine.call('nn_keep_start', this.#id);
    if (isSettled && this.#hasMany) this.#engine.call('nn_many_unrecorded', this.#id);
    this.#take('nn_train');
    return this.#result(start);
  }

  /** @param {'nn_train' | 'nn_many_train'} name */
  #take(name) {
    for (let left = this.#steps; left > 0; left -= STEPS_A_CALL) this.#engine.call(name, this.#id, Math.min(left, STEPS_A_CALL));
  }

  /**
   * Of the run as it stands.
   * @param {Start} start
   * @returns {SweepResult}
   */
  #result({ seed, partedIn, first }) {
    const run = this.#run;
    const trained = { step: run.step, loss: run.loss(), stopped: run.stopped };
    const outcome = outcomeOf(run, trained, { solved: this.#solved(), baseline: this.#baseline, parted: partedIn(run) });
    return { seed, ...outcome, ...(first && { first, last: [...run.parameters()] }) };
  }

  #solved() {
    if (!this.#hasMany) return this.#run.solved();
    const right = this.#engine.call('nn_many_right', this.#id);
    return right < 0 ? null : right / this.#examples;
  }
}
