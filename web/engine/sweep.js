/**
 * Sweeps: the same experiment from many seeds, shared out among worker threads (Node's, or Web Workers in browsers). Each seed is a run
 * of its own from its own start, so neither the number of workers nor who gets which seed changes a result. The work itself is done in
 * sweep-worker.js.
 */
import { knownOptions, wholeNumber } from './arguments.js';
import { EngineError, ExperimentError, describe } from '../base/errors.js';
import { isSeeded } from '../experiment/kinds/schemes/index.js';
import { LARGEST_SEED, SWEEP_LIMITS } from '../experiment/tables.js';
import { threadOpener, usualWorkers } from './sweep-threads.js';

/**
 * @typedef {object} SweepOptions
 * @property {readonly [number, number]} seeds first and last, both included; each takes the place of init.seed
 * @property {number} steps each run is trained
 * @property {AbortSignal} [signal] ends the sweep early: its promise is rejected with the signal's reason
 * @property {(progress: SweepProgress) => void} [onProgress] called now and then, and at the end
 * @property {(results: SweepResult[]) => unknown} [onResults] called with each stretch of results, in the order of the seeds, as
 *   soon as every seed before it has its result: for whoever writes them down while the sweep goes on. A promise is waited for before it is
 *   called again, and before more seeds are trained
 * @property {boolean} [keep] false: results are forgotten once onResults has had them, and the sweep resolves to an empty list. So a million
 *   seeds need no more memory than a few
 * @property {number} [workers] how many threads; left out: as many as the machine has, at most 8
 */
/** @typedef {{ done: number, total: number }} SweepProgress seeds done, and of how many */
/** @typedef {{ seed: number } & import('../ties/run-outcome.js').Outcome} SweepResult */
/**
 * What goes to a worker and what comes back.
 * @typedef {{ experiment: string, steps: number, from: number, to: number }} SweepTask
 * @typedef {{ results: SweepResult[], fitting: number, finished: boolean } | { error: { name: string, code: string, path: string, message: string } }} SweepAnswer
 */
/** `fitting`: how many seeds the worker trains best at a time. */
/** @typedef {{ from: number, to: number }} SeedRange both included */
/** @typedef {import('./sweep-threads.js').Thread} Thread */
/** @typedef {import('./sweep-threads.js').ThreadOwner} ThreadOwner */

/** A task is so large that messages cost nothing, and so small that threads end at nearly the same time and results come nearly in order. */
const MILLISECONDS_A_TASK = 100;
const SEEDS_A_TASK = 1024;
/** Threads that may die at the same seed before the sweep is given up. */
const MOST_DEATHS = 3;
/** What SweepOptions names. */
const OPTIONS = ['seeds', 'steps', 'signal', 'onProgress', 'onResults', 'keep', 'workers'];

/**
 * @param {import('../experiment/experiment.js').Experiment} experiment
 * @param {string} text the same, written
 * @param {SweepOptions} options
 * @param {import('./sweep-threads.js').LabFiles} files
 * @returns {Promise<SweepResult[]>} in the order of the seeds
 * @throws {ExperimentError} where the start does not depend on a seed
 * @throws {EngineError} bad-argument, or worker-failed where threads die at the same seed again and again
 */
export async function sweep(experiment, text, options, files) {
  const { first, last, steps, workers, ...rest } = checkOptions(options);
  if (!isSeeded(experiment.init)) {
    const sentence = `"${experiment.init.scheme}" takes no seed, so every run of a sweep would be the same; choose a random scheme`;
    throw new ExperimentError('init.scheme', sentence);
  }
  const openThread = await threadOpener(files);
  const threads = Math.min(workers ?? (await usualWorkers()), last - first + 1);
  return shareOut({ text, first, last, steps, threads, ...rest }, openThread);
}

/**
 * Hands out the seeds, some at a time, to whichever thread is free, and puts what comes back in order. The seeds of a thread that dies go to
 * a new one. However the sweep ends, all threads end with it.
 * @param {{ text: string, first: number, last: number, steps: number, threads: number } & Pick<SweepOptions, 'signal' | 'onProgress' | 'onResults' | 'keep'>} plan
 * @param {(owner: ThreadOwner) => Thread} openThread
 * @returns {Promise<SweepResult[]>}
 */
function shareOut({ text, first, last, steps, threads, signal, onProgress, onResults, keep = true }, openThread) {
  const total = last - first + 1;
  /** @type {(SweepResult | undefined)[]} */
  const results = new Array(total).fill(undefined);
  /** The threads, each with the seeds that it was given and has not sent back. @type {Map<Thread, SeedRange | null>} */
  const open = new Map();
  const { size, learn } = taskSizes(total, threads);
  const seeds = seedQueue(first, last, size);
  let done = 0;
  /** Results in the order of the seeds that have been handed on. */
  let handed = 0;
  /** Whether onResults is still busy with what it was given; threads without seeds wait for it. */
  let isBusy = false;
  /** @type {Set<Thread>} */
  const waiting = new Set();
  let isOver = false;
  return new Promise((resolve, reject) => {
    const end = () => {
      isOver = true;
      signal?.removeEventListener('abort', abort);
      for (const thread of open.keys()) thread.terminate();
      open.clear();
    };
    /** @type {(reason: unknown) => void} */
    const failWith = (reason) => {
      end();
      reject(reason);
    };
    const abort = () => failWith(signal?.reason);
    /** @type {(thread: Thread) => void} */
    const feed = (thread) => {
      // Whoever watches the progress may have ended the sweep by now.
      if (!open.has(thread)) return;
      if (isBusy) {
        waiting.add(thread);
        open.set(thread, null);
        return;
      }
      const range = seeds.next(thread);
      open.set(thread, range);
      if (range !== null) thread.post({ experiment: text, steps, ...range });
    };
    /** Hands on what is complete, and ends where that is all. */
    const handOn = () => {
      if (isBusy || isOver) return;
      const from = handed;
      while (handed < total && results[handed] !== undefined) handed += 1;
      const given = handed > from ? onResults?.(/** @type {SweepResult[]} */ (results.slice(from, handed))) : undefined;
      if (!keep) results.fill(undefined, from, handed);
      if (given instanceof Promise) waitFor(given);
      else if (handed === total) {
        end();
        resolve(keep ? /** @type {SweepResult[]} */ (results) : []);
      }
    };
    /** @param {Promise<unknown>} given */
    const waitFor = (given) => {
      isBusy = true;
      given
        .then(() => {
          isBusy = false;
          for (const thread of [...waiting]) {
            waiting.delete(thread);
            // One that has died in the meantime is replaced now that there may be work for it.
            if (open.has(thread)) feed(thread);
            else if (!isOver) start();
          }
          handOn();
        })
        .catch(failWith);
    };
    /** @type {(thread: Thread, answer: SweepAnswer) => void} */
    const take = (thread, answer) => {
      if ('error' in answer) throw revive(answer.error);
      learn(answer.fitting);
      for (const result of answer.results) results[result.seed - first] = result;
      const range = open.get(thread);
      if (range) open.set(thread, { from: range.from + answer.results.length, to: range.to });
      done += answer.results.length;
      onProgress?.({ done, total });
      handOn();
      if (answer.finished) feed(thread);
    };
    /** Answers and deaths of threads that are not in use any more may still arrive. @type {(thread: Thread, act: () => void) => void} */
    const whileOpen = (thread, act) => {
      if (!open.has(thread)) return;
      try {
        act();
      } catch (error) {
        failWith(error);
      }
    };
    const start = () => {
      const thread = openThread({
        onAnswer: (answer) => whileOpen(thread, () => take(thread, answer)),
        onDeath: (reason) =>
          whileOpen(thread, () => {
            const range = open.get(thread) ?? null;
            open.delete(thread);
            // One that has nothing to do any more is not missed.
            if (range === null) return;
            seeds.giveBack(range, reason);
            start();
          }),
      });
      open.set(thread, null);
      feed(thread);
    };
    if (signal?.aborted) return abort();
    signal?.addEventListener('abort', abort);
    for (let at = 0; at < threads; at += 1) start();
  });
}

/**
 * The seeds that no thread has yet, handed out in their order, but first those of threads that have died.
 * @param {number} first
 * @param {number} last
 * @param {(thread: Thread) => number} size how many a thread is given next
 */
function seedQueue(first, last, size) {
  let fresh = first;
  /** @type {SeedRange[]} */
  const returned = [];
  /** How many threads have died at a seed. @type {Map<number, number>} */
  const deaths = new Map();
  return {
    /** @param {Thread} thread @returns {SeedRange | null} null: none is left */
    next(thread) {
      const again = returned.shift();
      if (again !== undefined) return again;
      if (fresh > last) return null;
      const from = fresh;
      fresh = Math.min(last, from + size(thread) - 1) + 1;
      return { from, to: fresh - 1 };
    },
    /**
     * @param {SeedRange} range what a thread that has died did not send back
     * @param {string} reason
     * @throws {EngineError} worker-failed, where too many have died at the same seed for another to fare better
     */
    giveBack(range, reason) {
      const count = (deaths.get(range.from) ?? 0) + 1;
      deaths.set(range.from, count);
      if (count >= MOST_DEATHS)
        throw new EngineError('worker-failed', `${count} worker threads of the sweep failed at seed ${range.from}: ${reason}`);
      returned.push(range);
    },
  };
}

/**
 * How many seeds a thread is given next: one at first, then as many as take it MILLISECONDS_A_TASK, or as it trains best at a time.
 * @param {number} total
 * @param {number} threads
 * @returns {{ size: (thread: Thread) => number, learn: (fitting: number) => void }}
 */
function taskSizes(total, threads) {
  /** @type {Map<Thread, { seeds: number, since: number }>} */
  const last = new Map();
  const most = Math.min(SEEDS_A_TASK, Math.ceil(total / (threads * 8)));
  let fitting = 1;
  const size = (/** @type {Thread} */ thread) => {
    const now = performance.now();
    const before = last.get(thread);
    const inTime = before === undefined ? 1 : Math.round((before.seeds * MILLISECONDS_A_TASK) / Math.max(1, now - before.since));
    const seeds = Math.min(most, before === undefined ? 1 : Math.max(fitting, inTime));
    last.set(thread, { seeds, since: now });
    return seeds;
  };
  const learn = (/** @type {number} */ count) => {
    fitting = count;
  };
  return { size, learn };
}

/** @param {SweepOptions} options */
function checkOptions(options) {
  knownOptions('sweep', options, OPTIONS);
  const { seeds, steps, signal, onProgress, onResults, workers, keep } = options ?? {};
  /** @type {(good: boolean, sentence: string) => void} */
  const demand = (good, sentence) => {
    if (!good) throw new EngineError('bad-argument', sentence);
  };
  demand(Array.isArray(seeds) && seeds.length === 2, `seeds must be a list of the first and the last seed; got ${describe(seeds)}`);
  const first = wholeNumber('the first seed', seeds[0], 0, LARGEST_SEED);
  const last = wholeNumber('the last seed', seeds[1], 0, LARGEST_SEED);
  demand(first <= last, `the first seed must not be larger than the last; got ${first} and ${last}`);
  demand(last - first < SWEEP_LIMITS.seeds, `a sweep takes at most ${SWEEP_LIMITS.seeds} seeds; got ${last - first + 1}`);
  wholeNumber('steps', steps, 0, Number.MAX_SAFE_INTEGER);
  if (workers !== undefined) wholeNumber('workers', workers, 1, SWEEP_LIMITS.workers);
  demand(signal === undefined || signal instanceof AbortSignal, `signal must be an AbortSignal; got ${describe(signal)}`);
  for (const [name, callback] of Object.entries({ onProgress, onResults })) {
    demand(callback === undefined || typeof callback === 'function', `${name} must be a function; got ${describe(callback)}`);
  }
  demand(keep === undefined || typeof keep === 'boolean', `keep must be true or false; got ${describe(keep)}`);
  return { first, last, steps, workers, signal, onProgress, onResults, keep };
}

/** @param {{ name: string, code: string, path: string, message: string }} error as a worker sends it */
function revive({ name, code, path, message }) {
  if (name === 'ExperimentError') return new ExperimentError(path, message.slice(message.indexOf(': ') + 2));
  return new EngineError(/** @type {import('../base/errors.js').EngineErrorCode} */ (code), message);
}
