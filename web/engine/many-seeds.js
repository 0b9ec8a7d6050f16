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
import { schemeOf, setParameters, startRun } from './set-up-run.js';
import { networkLayers } from '../experiment/parameters.js';
import { outcomeOf, watchParting } from '../ties/run-outcome.js';
import { NEAR } from '../ties/verdict.js';

/** @typedef {import('./engine.js').Engine} Engine */
/** @typedef {import('./packed-results.js').PackedResults} PackedResults */
/** @typedef {import('./sweep.js').SweepResult} SweepResult */
/** @typedef {import('../experiment/experiment.js').Experiment} Experiment */
/** @typedef {{ first: Float64Array } & ReturnType<typeof watchParting>} Start first: its parameters */

const isNone = (/** @type {number} */ count) => count === 0;
const failed = (/** @type {number} */ status) => status !== 0;

/** The functions of nn_many.h, as engine.js lists those of nn.h. */
export const MANY_EXPORTS = Object.freeze({
  nn_many_fitting: { takes: 'i', failed: isNone },
  nn_many_unrecorded: { takes: 'i', failed },
  nn_many_begin: { takes: 'ii', failed: isNone },
  nn_many_put: { takes: 'ii', failed },
  nn_many_seeds: { takes: 'iiuddd', failed: isNone },
  nn_many_train: { takes: 'ii', failed },
  nn_many_get: { takes: 'ii', failed },
  nn_many_outcome: { takes: 'i', failed: isNone },
  nn_many_outcomes: { takes: 'iii', failed: isNone },
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
  #unlikeParted;

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
    // What a run says whose units do not look alike at the start.
    this.#unlikeParted = network.hidden.some((units) => units > 1) ? 0 : NaN;
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
    const gains = this.fitting / PART_THAT_GAINS;
    const isMuch = this.fitting > 1 && count >= gains;
    const starts = isMuch ? this.#putStarts(from, count) : this.#watch(from, count);
    if (!this.#hasMany) return [...starts].map(([seed, start]) => this.#trainApart(seed, start));
    const settled = [...starts.values()].filter(({ isSettled }) => isSettled).length;
    const isTogether = isMuch && (starts.size < count || settled >= gains);
    const size = packedSize(this.#packed);
    const outcomes = new Float64Array(count * size);
    const parted = new Float64Array(count).fill(this.#unlikeParted);
    const weights = new Float64Array(2 * count * this.#packed.parameters);
    if (isTogether) {
      this.#take('nn_many_train');
      const most = Math.floor(this.#engine.exchangeLength / size);
      for (let place = 0; place < count; place += most)
        outcomes.set(
          this.#engine.read(this.#engine.call('nn_many_outcomes', this.#id, place, Math.min(most, count - place))),
          place * size,
        );
    }
    for (const [seed, start] of starts) {
      const place = seed - from;
      if (isTogether && start.isSettled) {
        if (this.#weights) this.#engine.call('nn_many_get', this.#id, place);
      } else {
        this.#trainAlone(seed, start);
        outcomes.set(this.#engine.read(this.#engine.call('nn_many_outcome', this.#id)), place * size);
      }
      parted[place] = start.partedIn(this.#run) ?? NaN;
      if (!this.#weights) continue;
      weights.set(start.first, 2 * place * start.first.length);
      weights.set(this.#run.parameters(), (2 * place + 1) * start.first.length);
    }
    return { ...this.#packed, from, count, outcomes, parted, weights };
  }

  close() {
    if (this.#hasMany) this.#engine.call('nn_many_end');
    this.#run.close();
  }

  /**
   * Looks at starts, one after the other.
   * @param {number} from
   * @param {number} count
   * @param {(place: number) => void} [onStart] called while the run stands at it
   * @returns {Map<number, Start>} by seed
   */
  #watch(from, count, onStart) {
    /** @type {Map<number, Start>} */
    const starts = new Map();
    for (let place = 0; place < count; place += 1) {
      this.#setStart(from + place);
      const first = this.#run.parameters();
      starts.set(from + place, { first, ...watchParting(this.#experiment, first, this.#layers) });
      onStart?.(place);
    }
    return starts;
  }

  /**
   * Starts of runs side by side.
   * @param {number} from
   * @param {number} count
   * @returns {Map<number, Start>} by seed: those of which more must be known than that no units look alike in them
   */
  #putStarts(from, count) {
    const { init } = this.#experiment;
    this.#engine.call('nn_many_begin', this.#id, count);
    const isSchemeAlone = Object.keys(init.set).length + init.tie.length + init.nudge.length === 0;
    if (this.#weights || !isSchemeAlone) return this.#watch(from, count, (place) => this.#engine.call('nn_many_put', this.#id, place));
    const [scheme, , value, scale] = schemeOf(this.#engine, init);
    this.#engine.call('nn_many_seeds', this.#id, scheme, from, value, scale, NEAR);
    const odd = [...this.#engine.read(count).entries()].filter(([, mayBeAlike]) => mayBeAlike === 1);
    return new Map(odd.flatMap(([place]) => [...this.#watch(from + place, 1)]));
  }

  /** @param {number} seed */
  #setStart(seed) {
    const { network, init } = this.#experiment;
    setParameters(this.#engine, this.#id, { network, init: /** @type {Experiment['init']} */ ({ ...init, seed }) });
  }

  /** @param {number} seed @param {Start} start */
  #trainAlone(seed, { isSettled }) {
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
   * By a module that has no more than the functions of every engine.
   * @param {number} seed
   * @param {Start} start
   * @returns {SweepResult}
   */
  #trainApart(seed, start) {
    this.#trainAlone(seed, start);
    const run = this.#run;
    const { partedIn, first } = start;
    const trained = { step: run.step, loss: run.loss(), stopped: run.stopped };
    const outcome = outcomeOf(run, trained, { solved: run.solved(), baseline: this.#baseline, parted: partedIn(run) });
    return { seed, ...outcome, ...(this.#weights && { first: [...first], last: [...run.parameters()] }) };
  }
}
