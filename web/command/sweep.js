/** twin-neurons sweep: trains an experiment from many seeds and writes a line for each, in their order. */
import { availableParallelism } from 'node:os';
import { LARGEST_SEED, SWEEP_LIMITS } from '../experiment/tables.js';
import { openLab } from '../twin-neurons.js';
import { readExperiment } from './experiment-input.js';
import { EXIT, Interruption, UsageError } from './failures.js';
import { readPair, readWhole } from './options.js';
import { openOutput } from './outputs.js';
import { findPlace, protectInputs } from './places.js';
import { Progress } from './progress.js';
import { ResultFile } from './result-file.js';
import { experimentId, shardSeeds, writeLine } from './result-lines.js';

/** @typedef {import('../engine/sweep.js').SweepResult} SweepResult */
/** @typedef {import('./main.js').Io} Io */

/**
 * @param {string} text
 * @returns {[number, number]}
 * @throws {UsageError}
 */
export function readSeeds(text) {
  const wanted = `two whole numbers A:B from 0 to ${LARGEST_SEED}, the first and the last seed`;
  const [first, last] = readPair('--seeds', text, { mark: ':', wanted, minimum: 0, maximum: LARGEST_SEED });
  if (first > last) throw new UsageError(`--seeds must not begin behind its end; got ${first}:${last}`);
  return [first, last];
}

/** All cores that the process may use. */
const allCores = () => Math.min(availableParallelism(), SWEEP_LIMITS.workers);

/** @param {import('./options.js').Arguments} args */
function readPlan({ given }) {
  const text = given.get('--seeds');
  if (text === undefined) throw new UsageError('a sweep needs its seeds: --seeds A:B');
  const wanted = 'I/N, a shard counted from 1 and how many there are';
  const [shard, shards] = readPair('--shard', given.get('--shard') ?? '1/1', {
    mark: '/',
    wanted,
    minimum: 1,
    maximum: SWEEP_LIMITS.seeds,
  });
  if (shard > shards) throw new UsageError(`--shard must be ${wanted}; got ${shard} of ${shards}`);
  const [first, last] = shardSeeds(readSeeds(text), [shard, shards]);
  if (last - first + 1 > SWEEP_LIMITS.seeds)
    throw new UsageError(`--seeds: a sweep takes at most ${SWEEP_LIMITS.seeds} at once; share them out with --shard`);
  const workers = given.get('--workers');
  return {
    first,
    last,
    workers: workers === undefined ? allCores() : readWhole('--workers', workers, 1, SWEEP_LIMITS.workers),
    out: given.get('--out') ?? '-',
  };
}

/**
 * Where the lines go: to a file that the sweep can go on with, or straight into anything else.
 * @param {string} name
 * @param {{ origin: import('./result-lines.js').Origin, seeds: [number, number], io: Io }} of
 * @returns {Promise<{ found: number, isKept: boolean, append: (lines: string[]) => void | Promise<void>, end: () => void | Promise<void>, close: () => void }>}
 */
async function openResults(name, { origin, seeds, io }) {
  const place = findPlace(name, 'written');
  const isFile = place.descriptor === null && (place.stats === null || place.stats.isFile() || place.stats.isDirectory());
  if (!isFile) {
    const output = await openOutput(name, io);
    const append = (/** @type {string[]} */ lines) => output.write(lines.map((line) => `${line}\n`).join(''));
    return { found: 0, isKept: false, append, end: () => output.end(), close: () => output.discard() };
  }
  const file = new ResultFile(place, origin, seeds);
  return { found: file.found, isKept: true, append: (lines) => file.append(lines), end: () => file.sync(), close: () => file.close() };
}

/**
 * @param {import('./options.js').Arguments} args
 * @param {Io} io
 * @returns {Promise<number>} exit code
 */
export async function sweepCommand(args, io) {
  const { first, last, workers, out } = readPlan(args);
  protectInputs([out], args.operands);
  const { experiment, steps } = await readExperiment(args, io);
  const lab = await openLab();
  const total = last - first + 1;
  const progress = new Progress(io.stderr, { total, unit: 'seeds' });
  /** @type {Awaited<ReturnType<typeof openResults>> | null} */
  let results = null;
  let written = 0;
  try {
    const origin = { engine: lab.version, experiment: experimentId(experiment), steps };
    const { found, append, end } = (results = await openResults(out, { origin, seeds: [first, last], io }));
    written = found;
    if (found === total) return EXIT.ok;
    const onResults = async (/** @type {SweepResult[]} */ stretch) => {
      await append(stretch.map((result) => writeLine(origin, result)));
      written += stretch.length;
    };
    const onProgress = (/** @type {{ done: number }} */ { done }) => progress.show(found + done);
    const seeds = /** @type {const} */ ([first + found, last]);
    await lab.sweep(experiment, { seeds, steps, workers, signal: io.signal, onResults, onProgress, keep: false });
    await end();
    return EXIT.ok;
  } catch (error) {
    if (!io.signal.aborted) throw error;
    const kept = results?.isKept ? `they are in ${out}, and the same command goes on from there` : 'the output ends there';
    throw new Interruption(io.signal.reason, `ended by ${io.signal.reason} after ${written} of ${total} seeds; ${kept}`);
  } finally {
    progress.end();
    results?.close();
    lab.close();
  }
}
