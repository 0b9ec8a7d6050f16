/**
 * One experiment from many seeds, in one engine: set up once, and trained side by side where the engine has that (src/many/nn_many.h) and it is
 * faster. Whichever way a seed takes, its result is that of a run of its own, to the bit:
 *
 * - side by side: many at once, without a history;
 * - alone, without a history: networks that gain nothing side by side, and seeds that are too few for it;
 * - alone, with one: where units look alike at the start and may part, since the history says when; and in engines of other modules.
 */
import { packedSize } from './packed-results.js';
import { Run } from './run.js';
import { setScheduled, takeSteps } from './schedule.js';
import { setParameters, startRun } from './set-up-run.js';
import { networkLayers } from '../experiment/parameters.js';
import { outcomeOf, watchParting } from '../ties/run-outcome.js';

/** @typedef {import('./engine.js').Engine} Engine */
/** @typedef {import('./packed-results.js').PackedResults} PackedResults */
/** @typedef {import('./sweep.js').SweepResult} SweepResult */
/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {{ seed: number, first: Float64Array } & ReturnType<typeof watchParting>} Start first: its parameters */

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
  nn_many_outcome: { takes: 'i', failed: isNone },
  nn_many_end: { takes: '', failed },
});

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
  #baseline;
  #packed;
  #layers;

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
    const { data, network } = experiment;
    this.#layers = networkLayers(network);
    // The examples are the same for every seed.
    this.#baseline = this.#run.baseline();
    this.#packed = {
      hidden: network.hidden,
      examples: 'set' in data ? data.examples : data.x.length,
      baseline: this.#baseline,
      parameters: weights ? engine.call('nn_parameter_count', this.#id) : 0,
    };
    /** How many seeds are best trained at a time. */
    this.fitting = this.#hasMany ? Math.max(1, engine.call('nn_many_fitting', this.#id)) : 1;
  }

  /**
   * @param {number} from
   * @param {number} to the last one
   * @returns {PackedResults | SweepResult[]} in the order of the seeds; packed by engines that pack
   */
  train(from, to) {
    const count = to - from + 1;
    /** @type {Start[]} */
    const starts = [];
    /** Those that are trained side by side, by their places. @type {Start[]} */
    let together = [];
    const isMuch = this.fitting > 1 && count >= this.fitting / PART_THAT_GAINS;
    if (isMuch) this.#engine.call('nn_many_begin', this.#id, count);
    for (let seed = from; seed <= to; seed += 1) {
      const start = this.#watch(seed);
      starts.push(start);
      if (isMuch && start.isSettled) this.#engine.call('nn_many_put', this.#id, together.push(start) - 1);
    }
    if (together.length < this.fitting / PART_THAT_GAINS) together = [];
    if (!this.#hasMany) return starts.map((start) => this.#trainApart(start));
    const size = packedSize(this.#packed);
    const numbers = new Float64Array(count * size);
    const put = (/** @type {Start} */ start) => this.#putOutcome(numbers, (start.seed - from) * size, start);
    if (together.length > 0) this.#take('nn_many_train');
    together.forEach((start, place) => {
      this.#engine.call('nn_many_get', this.#id, place);
      put(start);
    });
    for (const start of starts) {
      if (together.length > 0 && start.isSettled) continue;
      this.#trainAlone(start);
      put(start);
    }
    return { ...this.#packed, count, numbers };
  }

  close() {
    if (this.#hasMany) this.#engine.call('nn_many_end');
    this.#run.close();
  }

  /** @param {number} seed @returns {Start} */
  #watch(seed) {
    this.#setStart(seed);
    const first = this.#run.parameters();
    return { seed, first, ...watchParting(this.#experiment, first, this.#layers) };
  }

  /** @param {number} seed */
  #setStart(seed) {
    const { network, init } = this.#experiment;
    setParameters(this.#engine, this.#id, { network, init: /** @type {Experiment['init']} */ ({ ...init, seed }) });
  }

  /** @param {Start} start */
  #trainAlone({ seed, isSettled }) {
    this.#setStart(seed);
    this.#engine.call('nn_keep_start', this.#id);
    if (isSettled && this.#hasMany) this.#engine.call('nn_many_unrecorded', this.#id);
    this.#take('nn_train');
  }

  /** @param {'nn_train' | 'nn_many_train'} name */
  #take(name) {
    const { training } = this.#experiment;
    // A run before has left it as it was in its end.
    if (training.schedule.length > 0) setScheduled(this.#engine, this.#id, training, 0);
    takeSteps(this.#engine, this.#id, training, this.#steps, 0, name);
  }

  /**
   * Of the run as it stands.
   * @param {Float64Array} numbers
   * @param {number} at where they go
   * @param {Start} start
   */
  #putOutcome(numbers, at, { seed, partedIn, first }) {
    numbers[at] = seed;
    numbers[at + 1] = partedIn(this.#run) ?? NaN;
    const count = this.#engine.call('nn_many_outcome', this.#id);
    numbers.set(this.#engine.read(count), at + 2);
    if (!this.#weights) return;
    numbers.set(first, at + 2 + count);
    numbers.set(this.#run.parameters(), at + 2 + count + first.length);
  }

  /**
   * By a module that has no more than the functions of every engine.
   * @param {Start} start
   * @returns {SweepResult}
   */
  #trainApart(start) {
    this.#trainAlone(start);
    const run = this.#run;
    const { seed, partedIn, first } = start;
    const trained = { step: run.step, loss: run.loss(), stopped: run.stopped };
    const outcome = outcomeOf(run, trained, { solved: run.solved(), baseline: this.#baseline, parted: partedIn(run) });
    return { seed, ...outcome, ...(this.#weights && { first: [...first], last: [...run.parameters()] }) };
  }
}
