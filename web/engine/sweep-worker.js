/**
 * One thread of a sweep: gets an experiment and a range of seeds, trains a run for each and sends back what became of it. The same file
 * runs in a worker thread of Node and in a Web Worker.
 */
import { openEngine } from './engine.js';
import { isNode } from '../base/environment.js';
import { EngineError, ExperimentError } from '../base/errors.js';
import { parseExperiment } from '../experiment/experiment.js';
import { useFiles } from './files.js';
import { MANY_EXPORTS, ManySeeds } from './many-seeds.js';
import { BEGUN, LOCK_HELD } from './sweep-threads.js';

/** @typedef {import('./engine.js').Engine} Engine */
/** @typedef {import('./sweep.js').SweepAnswer} SweepAnswer */
/** @typedef {import('./sweep.js').SweepTask} SweepTask */

/** Results are sent together, but none waits longer than this, so that progress shows. */
const MILLISECONDS_A_MESSAGE = 50;

/**
 * @param {Engine} engine
 * @param {SweepTask} task
 * @param {(answer: SweepAnswer) => void} send
 */
function work(engine, { experiment: text, steps, weights, from, to }, send) {
  const experiment = parseExperiment(text);
  const many = new ManySeeds(engine, { ...experiment, init: /** @type {any} */ ({ ...experiment.init, seed: from }) }, { steps, weights });
  const { fitting } = many;
  try {
    /** @type {import('./sweep.js').ResultPart[]} */
    let results = [];
    let sent = performance.now();
    // In parts of nearly the same size, none larger than what fits.
    const parts = Math.ceil((to - from + 1) / fitting);
    for (let part = 0, next = from; part < parts; part += 1) {
      const last = next + Math.ceil((to - next + 1) / (parts - part)) - 1;
      results.push(many.train(next, last));
      next = last + 1;
      if (next <= to && performance.now() - sent > MILLISECONDS_A_MESSAGE) {
        send({ results, fitting, finished: false });
        results = [];
        sent = performance.now();
      }
    }
    send({ results, fitting, finished: true });
  } finally {
    many.close();
  }
}

/** @param {unknown} error */
function describeError(error) {
  const code = error instanceof EngineError ? error.code : 'worker-failed';
  const path = error instanceof ExperimentError ? error.path : '';
  return error instanceof Error
    ? { name: error.name, code, path, message: error.message }
    : { name: 'Error', code, path, message: String(error) };
}

/** What goes over instead of being copied. @param {SweepAnswer} answer @returns {ArrayBuffer[]} */
const buffersOf = (answer) =>
  'results' in answer
    ? answer.results.flatMap((part) =>
        'outcomes' in part ? [part.outcomes, part.parted, part.weights].map(({ buffer }) => /** @type {ArrayBuffer} */ (buffer)) : [],
      )
    : [];

/** @typedef {{ send: (answer: SweepAnswer) => void, listen: (onTask: (task: SweepTask) => void) => void, ready: Promise<void>, begun: () => void }} Port begun: says so, where somebody waits for it */

/**
 * @param {typeof import('node:worker_threads')} threads
 * @returns {Port}
 */
function nodePort({ parentPort, workerData }) {
  if (parentPort === null) throw new Error('sweep-worker.js runs only as a worker thread');
  if (workerData?.engine) useFiles({ readEngine: async () => workerData.engine });
  return {
    send: (answer) => parentPort.postMessage(answer, buffersOf(answer)),
    listen: (onTask) => parentPort.on('message', onTask),
    ready: Promise.resolve(),
    begun: () => {},
  };
}

/**
 * The first message of whoever opened a Web Worker is what engine/sweep-threads.js sends it: the engine, and a lock to hold for as long as it lives.
 * @returns {Promise<Port>}
 */
async function webPort() {
  const { engine, lock } = await new Promise((resolve) => self.addEventListener('message', ({ data }) => resolve(data), { once: true }));
  useFiles({ readEngine: async () => engine });
  return {
    send: (answer) => self.postMessage(answer, { transfer: buffersOf(answer) }),
    listen: (onTask) => self.addEventListener('message', ({ data }) => onTask(data)),
    ready: hold(lock),
    begun: () => self.postMessage(BEGUN),
  };
}

/**
 * Takes a lock, says so, and never gives it back. Where there are no locks, or none for a page without an origin, nothing is said.
 * @param {string} lock
 * @returns {Promise<void>} when it is held, or cannot be
 */
async function hold(lock) {
  await new Promise((resolve) => {
    const held = navigator.locks?.request(lock, () => {
      self.postMessage(LOCK_HELD);
      resolve(undefined);
      return new Promise(() => {});
    });
    (held ?? Promise.reject()).catch(resolve);
  });
}

/** Not by an await of the module itself: bundlers make workers that are no modules, too. */
async function begin() {
  const { send, listen, ready, begun } = isNode ? nodePort(await import('node:worker_threads')) : await webPort();
  // No work before the lock is held: an end before that would go unnoticed.
  const opened = ready.then(() => openEngine({}, MANY_EXPORTS));
  // Where there is no engine to be had, whoever asks for work is told why.
  opened.then(begun, () => {});
  listen((task) => {
    opened.then(({ engine }) => work(engine, task, send)).catch((error) => send({ error: describeError(error) }));
  });
}

begin();
