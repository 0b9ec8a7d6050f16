/**
 * Sweeps: the same experiment from many seeds, shared out among worker threads (Node's, or Web Workers in browsers). Each seed is a run
 * of its own from its own start, so neither the number of workers nor who gets which seed changes a result. The work itself is done in
 * sweep-worker.js.
 */
import { wholeNumber } from './arguments.js';
import { isNode } from './environment.js';
import { EngineError, ExperimentError, describe } from './errors.js';
import { LARGEST_SEED, SWEEP_LIMITS } from './experiment-tables.js';
import { nodeWorkerUrl, openWorker } from './files.js';

/**
 * @typedef {object} SweepOptions
 * @property {readonly [number, number]} seeds first and last, both included; each takes the place of init.seed
 * @property {number} steps each run is trained
 * @property {AbortSignal} [signal] ends the sweep early: its promise is rejected with the signal's reason
 * @property {(progress: SweepProgress) => void} [onProgress] called now and then, and at the end
 * @property {(results: SweepResult[]) => void} [onResults] called with each stretch of results, in the order of the seeds, as soon as
 *   every seed before it has its result: for whoever writes them down while the sweep goes on
 * @property {number} [workers] how many threads; left out: as many as the machine has, at most 8
 */
/** @typedef {{ done: number, total: number }} SweepProgress seeds done, and of how many */
/** @typedef {{ seed: number } & import('./outcome.js').Outcome} SweepResult */
/**
 * What goes to a worker and what comes back.
 * @typedef {{ experiment: string, steps: number, from: number, to: number }} SweepTask
 * @typedef {{ results: SweepResult[], finished: boolean } | { error: { name: string, code: string, path: string, message: string } }} SweepAnswer
 */
/**
 * A worker thread of either kind.
 * @typedef {{ post(task: SweepTask): void, terminate(): void }} Thread
 * @typedef {{ onAnswer(answer: SweepAnswer): void, onDeath(reason: string): void }} ThreadOwner
 */

/** A task is so large that messages cost nothing, and so small that threads end at nearly the same time and results come nearly in order. */
const MILLISECONDS_A_TASK = 100;
const SEEDS_A_TASK = 256;
/** Schemes whose weights do not depend on a seed. */
const SEEDLESS = ['explicit', 'zeros', 'constant'];

/**
 * @param {import('./experiment.js').Experiment} experiment
 * @param {string} text the same, written
 * @param {SweepOptions} options
 * @returns {Promise<SweepResult[]>} in the order of the seeds
 * @throws {ExperimentError} where the start does not depend on a seed
 * @throws {EngineError} bad-argument, or worker-failed where a thread dies
 */
export async function sweep(experiment, text, options) {
  const { first, last, steps, workers, signal, onProgress, onResults } = checkOptions(options);
  if (SEEDLESS.includes(experiment.init.scheme)) {
    const sentence = `"${experiment.init.scheme}" takes no seed, so every run of a sweep would be the same; choose a random scheme`;
    throw new ExperimentError('init.scheme', sentence);
  }
  const openThread = await threadOpener();
  const threads = Math.min(workers ?? (await usualWorkers()), last - first + 1);
  return shareOut({ text, first, last, steps, threads, signal, onProgress, onResults }, openThread);
}

/**
 * Hands out the seeds, some at a time, to whichever thread is free, and puts what comes back in order. However it ends, all threads
 * end with it.
 * @param {{ text: string, first: number, last: number, steps: number, threads: number } & Pick<SweepOptions, 'signal' | 'onProgress' | 'onResults'>} plan
 * @param {(owner: ThreadOwner) => Thread} openThread
 * @returns {Promise<SweepResult[]>}
 */
function shareOut({ text, first, last, steps, threads, signal, onProgress, onResults }, openThread) {
  const total = last - first + 1;
  /** @type {SweepResult[]} */
  const results = new Array(total);
  /** @type {Thread[]} */
  const open = [];
  let next = first;
  let done = 0;
  /** Results in the order of the seeds that have been handed on. */
  let handed = 0;
  const seedsATask = taskSizes(total, threads);
  return new Promise((resolve, reject) => {
    const end = () => {
      signal?.removeEventListener('abort', abort);
      for (const thread of open.splice(0)) thread.terminate();
    };
    /** @type {(reason: unknown) => void} */
    const failWith = (reason) => {
      end();
      reject(reason);
    };
    const abort = () => failWith(signal?.reason);
    /** @type {(thread: Thread) => void} */
    const feed = (thread) => {
      if (next > last) return;
      const to = Math.min(last, next + seedsATask(thread) - 1);
      thread.post({ experiment: text, steps, from: next, to });
      next = to + 1;
    };
    /** @type {(thread: Thread, answer: SweepAnswer) => void} */
    const take = (thread, answer) => {
      if ('error' in answer) throw revive(answer.error);
      for (const result of answer.results) results[result.seed - first] = result;
      done += answer.results.length;
      onProgress?.({ done, total });
      const from = handed;
      while (results[handed] !== undefined) handed += 1;
      if (handed > from) onResults?.(results.slice(from, handed));
      if (answer.finished) feed(thread);
      if (done < total) return;
      end();
      resolve(results);
    };
    if (signal?.aborted) return abort();
    signal?.addEventListener('abort', abort);
    for (let at = 0; at < threads; at += 1) {
      const thread = openThread({
        onAnswer: (answer) => {
          // Answers may still arrive after the end.
          if (!open.includes(thread)) return;
          try {
            take(thread, answer);
          } catch (error) {
            failWith(error);
          }
        },
        onDeath: (reason) => failWith(new EngineError('worker-failed', `a worker thread of the sweep failed: ${reason}`)),
      });
      open.push(thread);
      feed(thread);
    }
  });
}

/**
 * How many seeds a thread is given next: one at first, then as many as take it MILLISECONDS_A_TASK.
 * @param {number} total
 * @param {number} threads
 * @returns {(thread: Thread) => number}
 */
function taskSizes(total, threads) {
  /** @type {Map<Thread, { seeds: number, since: number }>} */
  const last = new Map();
  const most = Math.min(SEEDS_A_TASK, Math.ceil(total / (threads * 8)));
  return (thread) => {
    const now = performance.now();
    const before = last.get(thread);
    const fitting = before === undefined ? 1 : Math.round((before.seeds * MILLISECONDS_A_TASK) / Math.max(1, now - before.since));
    const seeds = Math.max(1, Math.min(most, fitting));
    last.set(thread, { seeds, since: now });
    return seeds;
  };
}

/** @param {SweepOptions} options */
function checkOptions(options) {
  const { seeds, steps, signal, onProgress, onResults, workers } = options ?? {};
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
  return { first, last, steps, workers, signal, onProgress, onResults };
}

/** @param {{ name: string, code: string, path: string, message: string }} error as a worker sends it */
function revive({ name, code, path, message }) {
  if (name === 'ExperimentError') return new ExperimentError(path, message.slice(message.indexOf(': ') + 2));
  return new EngineError(/** @type {import('./errors.js').EngineErrorCode} */ (code), message);
}

async function usualWorkers() {
  const cores = isNode ? (await import('node:os')).availableParallelism() : navigator.hardwareConcurrency;
  return Math.min(8, Math.max(1, cores));
}

/** @returns {Promise<(owner: ThreadOwner) => Thread>} */
async function threadOpener() {
  return isNode ? nodeThreads(await import('node:worker_threads')) : openWebThread;
}

/**
 * @param {typeof import('node:worker_threads')} threads
 * @returns {(owner: ThreadOwner) => Thread}
 */
function nodeThreads({ Worker: NodeWorker }) {
  return ({ onAnswer, onDeath }) => {
    // Without the options of this process: those of `node --input-type=module -e …` would end a worker at once.
    const worker = new NodeWorker(nodeWorkerUrl(), { execArgv: [] });
    worker.on('message', onAnswer);
    worker.on('error', (error) => onDeath(error.message));
    worker.on('exit', (code) => onDeath(`it ended with code ${code}`));
    return { post: (task) => worker.postMessage(task), terminate: () => void worker.terminate() };
  };
}

/**
 * @param {ThreadOwner} owner
 * @returns {Thread}
 */
function openWebThread({ onAnswer, onDeath }) {
  const worker = openWorker();
  worker.addEventListener('message', ({ data }) => onAnswer(data));
  worker.addEventListener('error', (event) => onDeath(event.message || 'it could not be started'));
  return { post: (task) => worker.postMessage(task), terminate: () => worker.terminate() };
}
