/** twin-neurons sweep: trains an experiment from many seeds and writes a line for each, in their order. */
import { LARGEST_SEED, SWEEP_LIMITS } from '../experiment/tables.js';
import { openLab } from '../twin-neurons.js';
import { readExperiment } from './experiment-input.js';
import { EXIT, Interruption, UsageError } from './failures.js';
import { readPair, readWhole } from './options.js';
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
    workers: workers === undefined ? undefined : readWhole('--workers', workers, 1, SWEEP_LIMITS.workers),
    out: given.get('--out'),
  };
}

/**
 * @param {import('./options.js').Arguments} args
 * @param {Io} io
 * @returns {Promise<number>} exit code
 */
export async function sweepCommand(args, io) {
  const { first, last, workers, out } = readPlan(args);
  const { experiment, steps } = await readExperiment(args, io);
  const lab = await openLab();
  /** @type {ResultFile | null} */
  let file = null;
  const total = last - first + 1;
  const progress = new Progress(io.stderr, { total, unit: 'seeds' });
  let written = 0;
  try {
    const origin = { engine: lab.version, experiment: experimentId(experiment), steps };
    if (out !== undefined && out !== '-') file = new ResultFile(out, origin, [first, last]);
    const found = file?.found ?? 0;
    written = found;
    if (found === total) return EXIT.ok;
    const onResults = (/** @type {SweepResult[]} */ results) => {
      const lines = results.map((result) => writeLine(origin, result));
      if (file) file.append(lines);
      else io.stdout.write(lines.map((line) => `${line}\n`).join(''));
      written += lines.length;
    };
    const onProgress = (/** @type {{ done: number }} */ { done }) => progress.show(found + done);
    await lab.sweep(experiment, { seeds: [first + found, last], steps, workers, signal: io.signal, onResults, onProgress });
    return EXIT.ok;
  } catch (error) {
    if (!io.signal.aborted) throw error;
    const kept = file ? `they are in ${out}, and the same command goes on from there` : 'the output ends there';
    throw new Interruption(io.signal.reason, `ended by ${io.signal.reason} after ${written} of ${total} seeds; ${kept}`);
  } finally {
    progress.end();
    file?.close();
    lab.close();
  }
}
