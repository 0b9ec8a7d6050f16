/**
 * Sweeps: the same experiment from many seeds, shared out among worker threads (Node's, or Web Workers in browsers). Each seed is a run
 * of its own from its own start, so neither the number of workers nor who gets which seed changes a result. The work itself is done in
 * sweep-worker.js.
 */
import { wholeNumber } from './arguments.js';
import { isNode } from './environment.js';
import { EngineError, ExperimentError, describe } from './errors.js';
import { LARGEST_SEED } from './experiment-tables.js';
import { nodeWorkerUrl, openWorker } from './files.js';

/**
 * @typedef {object} SweepOptions
 * @property {readonly [number, number]} seeds first and last, both included; each takes the place of init.seed
 * @property {number} steps each run is trained
 * @property {AbortSignal} [signal] ends the sweep early: its promise is rejected with the signal's reason
 * @property {(progress: SweepProgress) => void} [onProgress] called now and then, and at the end
 * @property {number} [workers] how many threads; left out: as many as the machine has, at most 8
 */
/** @typedef {{ done: number, total: number }} SweepProgress seeds done, and of how many */
/**
 * @typedef {object} SweepResult
 * @property {number} seed
 * @property {number} step
 * @property {number} loss
 * @property {null | 'diverged'} stopped
 * @property {number[]} effective the effective width of each hidden layer
 * @property {number | null} solved the part of the examples on the right side (Run.solved)
 * @property {number | null} parted the first step at which two hidden units that looked alike at the start, rounded, do not any more (to the
 *   resolution of the history): 0 where no two did, null where they still do or no layer has two
 * @property {string} fingerprint
 */
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

const MOST_SEEDS = 1_000_000;
const MOST_WORKERS = 64;
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
  const { first, last, steps, workers, signal, onProgress } = checkOptions(options);
  if (SEEDLESS.includes(experiment.init.scheme)) {
    const sentence = `"${experiment.init.scheme}" takes no seed, so every run of a sweep would be the same; choose a random scheme`;
    throw new ExperimentError('init.scheme', sentence);
  }
  const openThread = await threadOpener();
  const threads = Math.min(workers ?? (await usualWorkers()), last - first + 1);
  return shareOut({ text, first, last, steps, threads, signal, onProgress }, openThread);
}

/**
 * Hands out the seeds, some at a time, to whichever thread is free, and puts what comes back in order. However it ends, all threads
 * end with it.
 * @param {{ text: string, first: number, last: number, steps: number, threads: number } & Pick<SweepOptions, 'signal' | 'onProgress'>} plan
 * @param {(owner: ThreadOwner) => Thread} openThread
 * @returns {Promise<SweepResult[]>}
 */
function shareOut({ text, first, last, steps, threads, signal, onProgress }, openThread) {
  const total = last - first + 1;
  // Small enough that threads end at nearly the same time, large enough that messages cost nothing.
  const seedsATask = Math.max(1, Math.min(256, Math.ceil(total / (threads * 8))));
  /** @type {SweepResult[]} */
  const results = new Array(total);
  /** @type {Thread[]} */
  const open = [];
  let next = first;
  let done = 0;
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
      const to = Math.min(last, next + seedsATask - 1);
      thread.post({ experiment: text, steps, from: next, to });
      next = to + 1;
    };
    /** @type {(thread: Thread, answer: SweepAnswer) => void} */
    const take = (thread, answer) => {
      if ('error' in answer) throw revive(answer.error);
      for (const result of answer.results) results[result.seed - first] = result;
      done += answer.results.length;
      onProgress?.({ done, total });
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

/** @param {SweepOptions} options */
function checkOptions(options) {
  const { seeds, steps, signal, onProgress, workers } = options ?? {};
  /** @type {(good: boolean, sentence: string) => void} */
  const demand = (good, sentence) => {
    if (!good) throw new EngineError('bad-argument', sentence);
  };
  demand(Array.isArray(seeds) && seeds.length === 2, `seeds must be a list of the first and the last seed; got ${describe(seeds)}`);
  const first = wholeNumber('the first seed', seeds[0], 0, LARGEST_SEED);
  const last = wholeNumber('the last seed', seeds[1], 0, LARGEST_SEED);
  demand(first <= last, `the first seed must not be larger than the last; got ${first} and ${last}`);
  demand(last - first < MOST_SEEDS, `a sweep takes at most ${MOST_SEEDS} seeds; got ${last - first + 1}`);
  wholeNumber('steps', steps, 0, Number.MAX_SAFE_INTEGER);
  if (workers !== undefined) wholeNumber('workers', workers, 1, MOST_WORKERS);
  demand(signal === undefined || signal instanceof AbortSignal, `signal must be an AbortSignal; got ${describe(signal)}`);
  demand(onProgress === undefined || typeof onProgress === 'function', `onProgress must be a function; got ${describe(onProgress)}`);
  return { first, last, steps, workers, signal, onProgress };
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
  if (isNode) {
    const { Worker } = await import('node:worker_threads');
    return ({ onAnswer, onDeath }) => {
      const worker = new Worker(nodeWorkerUrl());
      worker.on('message', onAnswer);
      worker.on('error', (error) => onDeath(error.message));
      worker.on('exit', (code) => onDeath(`it ended with code ${code}`));
      return { post: (task) => worker.postMessage(task), terminate: () => void worker.terminate() };
    };
  }
  return ({ onAnswer, onDeath }) => {
    const worker = openWorker();
    worker.addEventListener('message', ({ data }) => onAnswer(data));
    worker.addEventListener('error', (event) => onDeath(event.message || 'it could not be started'));
    return { post: (task) => worker.postMessage(task), terminate: () => worker.terminate() };
  };
}
