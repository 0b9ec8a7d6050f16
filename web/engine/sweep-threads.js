/** Worker threads of either kind, Node's and browsers', that run sweep-worker.js: how they are opened, spoken to, and how it is noticed that one has died. */
import { isNode } from '../base/environment.js';

/** @typedef {import('./sweep.js').SweepAnswer} SweepAnswer */
/** @typedef {import('./sweep.js').SweepTask} SweepTask */
/** @typedef {{ post(task: SweepTask): void, terminate(): void }} Thread */
/** @typedef {{ onAnswer(answer: SweepAnswer): void, onDeath(reason: string): void }} ThreadOwner onDeath: also after terminate() */

/** What a Web Worker says when it holds its lock. */
export const LOCK_HELD = 'lock held';
/** What it says when it has its engine, and every task will be done. */
export const BEGUN = 'begun';

/** A Web Worker that has not begun by then is taken for one that never will. */
const BEGIN_MS = 10_000;

let locks = 0;

/** As many threads as the machine can run at once, but not more than 8: each needs memory for an engine of its own. */
export async function usualWorkers() {
  const cores = isNode ? (await import('node:os')).availableParallelism() : navigator.hardwareConcurrency;
  return Math.min(8, Math.max(1, cores));
}

/**
 * What the threads of a lab are opened with. What opens them is handed in: in the page this module is a part of its own, loaded with the first sweep, and
 * files.js must stay beside what it finds.
 * @typedef {object} LabFiles
 * @property {import('./files.js').EngineSource} engine the module that the lab runs
 * @property {boolean} isGiven whether the caller of openLab brought it
 * @property {Promise<import('./files.js').EngineSource | null>} [many] what readMany gave
 * @property {(() => Promise<import('./files.js').EngineSource>) | null} [readMany] where the engine for many runs comes from, with which workers are faster; without it they
 *   run the lab's
 * @property {import('./files.js').WorkerSource} [worker] where the caller says sweep-worker.js is
 * @property {typeof import('./files.js').openWorker} openWorker
 * @property {typeof import('./files.js').nodeWorkerUrl} nodeWorkerUrl
 */

/**
 * @param {LabFiles} files
 * @returns {Promise<(owner: ThreadOwner) => Thread>}
 */
export async function threadOpener(files) {
  // Compiled once for all threads and sweeps: what a processor has made of it, slowly and well, the next thread begins with. Where it is not to be had, the
  // lab's own gives the same results.
  const many = await (files.many ??= files.readMany?.().catch(() => null));
  if (!many) files.many = undefined;
  const those = many ? { ...files, engine: many, isGiven: true } : files;
  return isNode ? nodeThreads(await import('node:worker_threads'), those) : (owner) => openWebThread(those, owner);
}

/**
 * @param {typeof import('node:worker_threads')} threads
 * @param {LabFiles} files
 * @returns {(owner: ThreadOwner) => Thread}
 */
function nodeThreads({ Worker: NodeWorker }, { engine, isGiven, worker: script, nodeWorkerUrl }) {
  return ({ onAnswer, onDeath }) => {
    // Without the options of this process: those of `node --input-type=module -e …` would end a worker at once.
    const worker = new NodeWorker(nodeWorkerUrl(script), { execArgv: [], workerData: isGiven ? { engine } : null });
    worker.on('message', onAnswer);
    worker.on('error', (error) => onDeath(error.message));
    worker.on('exit', (code) => onDeath(`it ended with code ${code}`));
    return { post: (task) => worker.postMessage(task), terminate: () => void worker.terminate() };
  };
}

/**
 * A Web Worker tells of its errors, but not of its end. So it holds a lock for as long as it lives, and who gets the lock after it knows. There
 * are no locks where a page has no origin of its own, or was not loaded safely: there, an end goes unnoticed once the worker has begun. One that
 * does not begin, of which nothing tells at all, is not waited for.
 * @param {LabFiles} files
 * @param {ThreadOwner} owner
 * @returns {Thread}
 */
function openWebThread({ engine, worker: script, openWorker }, { onAnswer, onDeath }) {
  locks += 1;
  const lock = `twin-neurons ${performance.timeOrigin} ${Math.random()} ${locks}`;
  const worker = openWorker({ engine, script, lock });
  const terminate = () => {
    clearTimeout(lateness);
    worker.terminate();
  };
  const die = (/** @type {string} */ reason) => {
    terminate();
    onDeath(reason);
  };
  const lateness = setTimeout(() => die(`it had not begun after ${BEGIN_MS / 1000} seconds`), BEGIN_MS);
  worker.addEventListener('message', ({ data }) => {
    if (data === LOCK_HELD) navigator.locks.request(lock, () => die('it was ended'));
    else if (data === BEGUN) clearTimeout(lateness);
    else onAnswer(data);
  });
  worker.addEventListener('error', (event) => die(event.message || 'it could not be started'));
  return { post: (task) => worker.postMessage(task), terminate };
}
