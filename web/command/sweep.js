/** twin-neurons sweep: trains an experiment from many seeds and writes a line for each, in their order. */
import { existsSync, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { combine } from '../experiment/grid.js';
import { LARGEST_SEED, SWEEP_LIMITS } from '../experiment/tables.js';
import { openLab, writeExperiment } from '../twin-neurons.js';
import { readExperiment } from './experiment-input.js';
import { readGrid } from './grid-option.js';
import { EXIT, Interruption, UsageError } from './failures.js';
import { readPair, readWhole } from './options.js';
import { openOutput, writeOutput } from './outputs.js';
import { findPlace, protectInputs } from './places.js';
import { Progress } from './progress.js';
import { ResultFile } from './result-file.js';
import { experimentId, seedless, shardRuns, writeLine } from './result-lines.js';

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
  const shard = readPair('--shard', given.get('--shard') ?? '1/1', { mark: '/', wanted, minimum: 1, maximum: SWEEP_LIMITS.seeds });
  if (shard[0] > shard[1]) throw new UsageError(`--shard must be ${wanted}; got ${shard[0]} of ${shard[1]}`);
  const workers = given.get('--workers');
  return {
    seeds: readSeeds(text),
    shard,
    grid: readGrid(given.get('--grid')),
    weights: given.has('--weights'),
    workers: workers === undefined ? allCores() : readWhole('--workers', workers, 1, SWEEP_LIMITS.workers),
    out: given.get('--out') ?? '-',
  };
}

/**
 * The runs of this shard, counted from 0 in the order of the whole sweep.
 * @param {ReturnType<typeof readPlan>} plan
 * @param {number} combinations of the grid
 */
function readPart({ seeds: [first, last], shard }, combinations) {
  const [from, to] = shardRuns([0, (last - first + 1) * combinations - 1], shard);
  if (to - from + 1 > SWEEP_LIMITS.seeds)
    throw new UsageError(`--seeds: a sweep takes at most ${SWEEP_LIMITS.seeds} at once; share them out with --shard`);
  return [from, to];
}

/**
 * Where the lines go: to a file that the sweep can go on with, or straight into anything else.
 * @param {string} name
 * @param {{ lines: import('./result-file.js').Lines, io: Io }} of
 * @returns {Promise<{ found: number, isKept: boolean, append: (lines: string[]) => void | Promise<void>, end: () => void | Promise<void>, close: () => void }>}
 */
async function openResults(name, { lines: wanted, io }) {
  const place = findPlace(name, 'written');
  const isFile = place.descriptor === null && (place.stats === null || place.stats.isFile() || place.stats.isDirectory());
  if (!isFile) {
    const output = await openOutput(name, io);
    const append = (/** @type {string[]} */ lines) => output.write(lines.map((line) => `${line}\n`).join(''));
    return { found: 0, isKept: false, append, end: () => output.end(), close: () => output.discard() };
  }
  const file = new ResultFile(place, wanted);
  return { found: file.found, isKept: true, append: (lines) => file.append(lines), end: () => file.sync(), close: () => file.close() };
}

/**
 * Beside the file of results, in a folder, each experiment that its lines name, once: whoever has the lines has what they are results of. All shards
 * write the same files.
 * @param {string} out
 * @param {readonly { experiment: import('../experiment/experiment.js').Experiment }[]} combinations
 * @param {Io} io
 */
async function keepExperiments(out, combinations, io) {
  const folder = join(dirname(findPlace(out, 'written').path), 'experiments');
  try {
    mkdirSync(folder, { recursive: true });
    for (const { experiment } of combinations) {
      const name = join(folder, `${experimentId(experiment)}.json`);
      if (!existsSync(name)) await writeOutput(name, `${writeExperiment(seedless(experiment))}\n`, io);
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // The results are what was asked for.
    io.stderr.write(`twin-neurons: the experiment is not kept beside its results: ${error.message}\n`);
  }
}

/**
 * @param {import('./options.js').Arguments} args
 * @param {Io} io
 * @returns {Promise<number>} exit code
 */
export async function sweepCommand(args, io) {
  const plan = readPlan(args);
  const { seeds, grid, weights, workers, out } = plan;
  protectInputs([out], args.operands);
  // Whether there are too many is known, and said, before anything is read.
  const [from, to] = readPart(
    plan,
    Object.values(grid ?? {}).reduce((count, values) => count * values.length, 1),
  );
  const { experiment, steps } = await readExperiment(args, io);
  const combinations = combine(experiment, grid ?? {});
  const lab = await openLab();
  const total = to - from + 1;
  const progress = new Progress(io.stderr, { total, unit: 'seeds' });
  /** @type {Awaited<ReturnType<typeof openResults>> | null} */
  let results = null;
  let written = 0;
  try {
    const origins = combinations.map(({ settings, experiment: each }) => {
      return { engine: lab.version, experiment: experimentId(each), steps, ...(grid && { grid: settings }) };
    });
    const count = seeds[1] - seeds[0] + 1;
    const wanted = (/** @type {number} */ at) => {
      const run = from + at;
      // A shard without runs has no line, and what is asked of its first one is never written.
      return { origin: origins[Math.min(Math.floor(run / count), origins.length - 1)], seed: seeds[0] + (run % count) };
    };
    const lines = { total, wanted, weights };
    const { found, isKept, append, end } = (results = await openResults(out, { lines, io }));
    written = found;
    if (isKept) await keepExperiments(out, combinations, io);
    if (found === total) return EXIT.ok;
    const onResults = async (/** @type {SweepResult[]} */ stretch) => {
      await append(stretch.map((result, at) => writeLine(wanted(written + at).origin, result)));
      written += stretch.length;
    };
    const onProgress = (/** @type {{ done: number }} */ { done }) => progress.show(found + done);
    const part = /** @type {const} */ ([from + found, to]);
    await lab.sweep(experiment, { seeds, part, grid, steps, weights, workers, signal: io.signal, onResults, onProgress, keep: false });
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
