/**
 * Sweeps: the same experiment from many seeds, shared out among worker threads (Node's, or Web Workers in browsers). Each seed is a run
 * of its own from its own start, so neither the number of workers nor who gets which seed changes a result. The work itself is done in
 * sweep-worker.js.
 */
import { knownOptions, wholeNumber } from './arguments.js';
import { EngineError, ExperimentError, describe } from '../base/errors.js';
import { writeExperiment } from '../experiment/experiment.js';
import { combine } from '../experiment/grid.js';
import { isSeeded } from '../experiment/kinds/schemes/index.js';
import { LARGEST_SEED, SWEEP_LIMITS } from '../experiment/tables.js';
import { unpackResults } from './packed-results.js';
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
 * @property {(result: SweepResult) => unknown} [onResult] the same, called with each result by itself; then results are not kept unless `keep` is true
 * @property {import('../experiment/grid.js').Grid} [grid] values of fields by their paths, such as { 'training.learningRate': [0.1, 1] }: every combination is trained
 *   from all seeds, the values of the last field changing first, and results say which in `grid`
 * @property {readonly [number, number]} [part] only these of the runs, first and last, counted from 0 in their order: for whoever goes on with a sweep, or shares one out
 * @property {boolean} [weights] true: results have the first and the last parameters
 * @property {boolean} [keep] false: results are forgotten once onResults has had them, and the sweep resolves to an empty list. So a million
 *   seeds need no more memory than a few
 * @property {number} [workers] how many threads; left out: as many as the machine has, at most 8
 */
/** @typedef {{ done: number, total: number }} SweepProgress seeds done, and of how many */
/**
 * @typedef {{ seed: number, grid?: Record<string, unknown>, first?: number[], last?: number[] } & import('../ties/run-outcome.js').Outcome} SweepResult
 *   grid: of a sweep over one; first and last: the parameters, where they were wanted
 */
/**
 * What goes to a worker and what comes back.
 * @typedef {{ experiment: string, steps: number, weights: boolean, from: number, to: number }} SweepTask
 * @typedef {import('./packed-results.js').PackedResults | SweepResult[]} ResultPart
 * @typedef {{ results: ResultPart[], fitting: number, finished: boolean } | { error: { name: string, code: string, path: string, message: string } }} SweepAnswer
 */
/** `fitting`: how many seeds the worker trains best at a time. */
/**
 * Runs of a sweep by their numbers, from 0: all seeds of the first combination, then those of the next. Both included.
 * @typedef {{ from: number, to: number }} RunRange
 */
/** @typedef {import('./sweep-threads.js').Thread} Thread */
/** @typedef {import('./sweep-threads.js').ThreadOwner} ThreadOwner */

/** A task is so large that messages cost nothing, and so small that threads end at nearly the same time and results come nearly in order. */
const MILLISECONDS_A_TASK = 100;
const SEEDS_A_TASK = 1024;
/** Threads that may die at the same seed before the sweep is given up. */
const MOST_DEATHS = 3;
/** What SweepOptions names. */
const OPTIONS = ['seeds', 'steps', 'signal', 'onProgress', 'onResults', 'onResult', 'grid', 'part', 'weights', 'keep', 'workers'];

/**
 * @param {import('../experiment/experiment.js').Experiment} experiment
 * @param {SweepOptions} options
 * @param {import('./sweep-threads.js').LabFiles} files
 * @returns {Promise<SweepResult[]>} in the order of the seeds
 * @throws {ExperimentError} where the start does not depend on a seed, or a combination of the grid is no experiment
 * @throws {EngineError} bad-argument, or worker-failed where threads die at the same seed again and again
 */
export async function sweep(experiment, options, files) {
  const { seeds, part, grid, workers, ...rest } = checkOptions(options);
  const combinations = combine(experiment, grid ?? {});
  for (const { experiment: each } of combinations) {
    if (isSeeded(each.init)) continue;
    const sentence = `"${each.init.scheme}" takes no seed, so every run of a sweep would be the same; choose a random scheme`;
    throw new ExperimentError('init.scheme', sentence);
  }
  const count = seeds[1] - seeds[0] + 1;
  const [from, to] = checkPart(part, count * combinations.length);
  const openThread = await threadOpener(files);
  const threads = Math.min(workers ?? (await usualWorkers()), to - from + 1);
  const runs = {
    from,
    to,
    /** The last run of the same combination. */
    lastBeside: (/** @type {number} */ run) => run - (run % count) + count - 1,
    seedOf: (/** @type {number} */ run) => seeds[0] + (run % count),
    settingsOf: (/** @type {number} */ run) => (grid === undefined ? null : { grid: combinations[Math.floor(run / count)].settings }),
    textOf: (/** @type {number} */ run) => texts[Math.floor(run / count)],
  };
  const texts = combinations.map((each) => writeExperiment(each.experiment));
  return shareOut({ runs, threads, ...rest }, openThread);
}

/**
 * The runs of a sweep: which there are, and what each is.
 * @typedef {RunRange & { lastBeside: (run: number) => number, seedOf: (run: number) => number, settingsOf: (run: number) => object | null, textOf: (run: number) => string }} Runs
 */

/**
 * Hands out the runs, some at a time, to whichever thread is free, and puts what comes back in order. The runs of a thread that dies go to
 * a new one. However the sweep ends, all threads end with it.
 * @param {{ runs: Runs, steps: number, weights: boolean, threads: number, keep: boolean } & Pick<SweepOptions, 'signal' | 'onProgress' | 'onResults'>} plan
 * @param {(owner: ThreadOwner) => Thread} openThread
 * @returns {Promise<SweepResult[]>}
 */
function shareOut({ runs, steps, weights, threads, signal, onProgress, onResults, keep }, openThread) {
  const total = runs.to - runs.from + 1;
  /** What came back and is not handed on, by the place of its first. @type {Map<number, SweepResult[]>} */
  const stretches = new Map();
  /** @type {SweepResult[]} */
  const kept = [];
  /** The threads, each with the seeds that it was given and has not sent back. @type {Map<Thread, RunRange | null>} */
  const open = new Map();
  const { size, learn } = taskSizes(total, threads);
  const queue = runQueue(runs, size);
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
      const range = queue.next(thread);
      open.set(thread, range);
      if (range === null) return;
      const [from, to] = [runs.seedOf(range.from), runs.seedOf(range.to)];
      thread.post({ experiment: runs.textOf(range.from), steps, weights, from, to });
    };
    /** Hands on what is complete, and ends where that is all. */
    const handOn = () => {
      if (isBusy || isOver) return;
      /** @type {SweepResult[]} */
      const stretch = [];
      for (let next = stretches.get(handed); next !== undefined; next = stretches.get(handed)) {
        stretches.delete(handed);
        handed += next.length;
        for (const result of next) stretch.push(result);
      }
      if (keep) for (const result of stretch) kept.push(result);
      const given = stretch.length > 0 ? onResults?.(stretch) : undefined;
      if (given instanceof Promise) waitFor(given);
      else if (handed === total) {
        end();
        resolve(kept);
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
      const range = /** @type {RunRange} */ (open.get(thread));
      const settings = runs.settingsOf(range.from);
      const answered = answer.results.flatMap((part) => (Array.isArray(part) ? part : unpackResults(part)));
      const stretch = settings === null ? answered : answered.map((result) => ({ ...settings, ...result }));
      // A thread may have nothing new to tell.
      if (stretch.length > 0) stretches.set(range.from - runs.from, stretch);
      open.set(thread, { from: range.from + answered.length, to: range.to });
      done += answered.length;
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
            queue.giveBack(range, reason);
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
 * The runs that no thread has yet, handed out in their order, but first those of threads that have died.
 * @param {Runs} runs
 * @param {(thread: Thread, left: number) => number} size how many a thread is given next of those that are left, all of one combination
 */
function runQueue(runs, size) {
  let fresh = runs.from;
  /** @type {RunRange[]} */
  const returned = [];
  /** How many threads have died at a run. @type {Map<number, number>} */
  const deaths = new Map();
  return {
    /** @param {Thread} thread @returns {RunRange | null} null: none is left */
    next(thread) {
      const again = returned.shift();
      if (again !== undefined) return again;
      if (fresh > runs.to) return null;
      const from = fresh;
      fresh = Math.min(runs.to, runs.lastBeside(from), from + size(thread, runs.to - from + 1) - 1) + 1;
      return { from, to: fresh - 1 };
    },
    /**
     * @param {RunRange} range what a thread that has died did not send back
     * @param {string} reason
     * @throws {EngineError} worker-failed, where too many have died at the same seed for another to fare better
     */
    giveBack(range, reason) {
      const count = (deaths.get(range.from) ?? 0) + 1;
      deaths.set(range.from, count);
      if (count >= MOST_DEATHS)
        throw new EngineError('worker-failed', `${count} worker threads of the sweep failed at seed ${runs.seedOf(range.from)}: ${reason}`);
      returned.push(range);
    },
  };
}

/**
 * How many seeds a thread is given next: one at first, then as many as take it MILLISECONDS_A_TASK, or as it trains best at a time; toward the end fewer, so
 * that none is busy for long when the others have nothing to do.
 * @param {number} total
 * @param {number} threads
 * @returns {{ size: (thread: Thread, left: number) => number, learn: (fitting: number) => void }}
 */
function taskSizes(total, threads) {
  /** @type {Map<Thread, { seeds: number, since: number }>} */
  const last = new Map();
  const most = Math.min(SEEDS_A_TASK, Math.ceil(total / (threads * 8)));
  let fitting = 1;
  const size = (/** @type {Thread} */ thread, /** @type {number} */ left) => {
    const now = performance.now();
    const before = last.get(thread);
    const inTime = before === undefined ? 1 : Math.round((before.seeds * MILLISECONDS_A_TASK) / Math.max(1, now - before.since));
    const seeds = before === undefined ? 1 : Math.min(most, Math.max(fitting, Math.min(inTime, Math.ceil(left / (threads * 4)))));
    last.set(thread, { seeds, since: now });
    return seeds;
  };
  const learn = (/** @type {number} */ count) => {
    fitting = count;
  };
  return { size, learn };
}

/** @type {(good: boolean, sentence: string) => void} */
const demand = (good, sentence) => {
  if (!good) throw new EngineError('bad-argument', sentence);
};

/** @param {SweepOptions} options */
function checkOptions(options) {
  knownOptions('sweep', options, OPTIONS);
  const { seeds, steps, signal, onProgress, onResults, onResult, grid, part, weights = false, workers } = options ?? {};
  const { keep = onResult === undefined } = options ?? {};
  demand(Array.isArray(seeds) && seeds.length === 2, `seeds must be a list of the first and the last seed; got ${describe(seeds)}`);
  const first = wholeNumber('the first seed', seeds[0], 0, LARGEST_SEED);
  const last = wholeNumber('the last seed', seeds[1], 0, LARGEST_SEED);
  demand(first <= last, `the first seed must not be larger than the last; got ${first} and ${last}`);
  wholeNumber('steps', steps, 0, Number.MAX_SAFE_INTEGER);
  if (workers !== undefined) wholeNumber('workers', workers, 1, SWEEP_LIMITS.workers);
  demand(signal === undefined || signal instanceof AbortSignal, `signal must be an AbortSignal; got ${describe(signal)}`);
  for (const [name, callback] of Object.entries({ onProgress, onResults, onResult })) {
    demand(callback === undefined || typeof callback === 'function', `${name} must be a function; got ${describe(callback)}`);
  }
  for (const [name, value] of Object.entries({ keep, weights })) {
    demand(typeof value === 'boolean', `${name} must be true or false; got ${describe(value)}`);
  }
  demand(isGrid(grid), `grid must be an object of lists of values, such as { "training.learningRate": [0.1, 1] }; got ${describe(grid)}`);
  const seedRange = /** @type {[number, number]} */ ([first, last]);
  return { seeds: seedRange, part, grid, steps, weights, workers, signal, onProgress, onResults: eachOf(onResults, onResult), keep };
}

/** @param {unknown} grid */
const isGrid = (grid) =>
  grid === undefined ||
  (typeof grid === 'object' &&
    grid !== null &&
    !Array.isArray(grid) &&
    Object.values(grid).every((values) => Array.isArray(values) && values.length > 0));

/**
 * @param {SweepOptions['part']} part
 * @param {number} total
 * @returns {readonly [number, number]}
 */
function checkPart(part, total) {
  demand(part === undefined || (Array.isArray(part) && part.length === 2), `part must be a list of two numbers; got ${describe(part)}`);
  const [from, to] = part ?? [0, total - 1];
  wholeNumber("the part's first run", from, 0, total - 1);
  wholeNumber("the part's last run", to, from, total - 1);
  const count = to - from + 1;
  demand(count <= SWEEP_LIMITS.seeds, `a sweep takes at most ${SWEEP_LIMITS.seeds} seeds; got ${count}`);
  return [from, to];
}

/**
 * One callback of both.
 * @param {SweepOptions['onResults']} onResults
 * @param {SweepOptions['onResult']} onResult
 * @returns {SweepOptions['onResults']}
 */
function eachOf(onResults, onResult) {
  if (onResult === undefined) return onResults;
  return async (results) => {
    await onResults?.(results);
    for (const result of results) {
      // Most callbacks are done when they return, and a turn of the event loop a result would be slow.
      const given = onResult(result);
      if (given instanceof Promise) await given;
    }
  };
}

/** @param {{ name: string, code: string, path: string, message: string }} error as a worker sends it */
function revive({ name, code, path, message }) {
  if (name === 'ExperimentError') return new ExperimentError(path, message.slice(message.indexOf(': ') + 2));
  return new EngineError(/** @type {import('../base/errors.js').EngineErrorCode} */ (code), message);
}
