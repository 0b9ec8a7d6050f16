/**
 * twin-neurons merge: the lines of shards as one sweep, to the byte as one run of it writes them. The files are read twice: first every line
 * is checked and where it stands is noted, then they are copied in order. So the lines themselves are never all in memory.
 */
import { Combinations } from './combinations.js';
import { EXIT, InputError, Interruption, UsageError } from './failures.js';
import { readLines } from './files.js';
import { readGrid } from './grid-option.js';
import { openOutput } from './outputs.js';
import { protectInputs } from './places.js';
import { LineReader } from './lines/line-reader.js';
import { MOST_LINE_BYTES_WITH_WEIGHTS } from './result-lines.js';
import { Sources } from './sources.js';
import { Stretches } from './stretches.js';
import { readSeeds } from './sweep.js';

/** @typedef {import('./stretches.js').Stretch} Stretch */
/** One combination of a grid, or all: the numbers of its stretches in order. @typedef {{ shown: string, order: Uint32Array }} Part */
/** @typedef {{ sources: Sources, stretches: Stretches, parts: Part[] }} Shards */

/** What is longer is written by itself. */
const CHUNK_BYTES = 1 << 18;
/** Between so many lines signals arrive. */
const LINES_A_TURN = 5000;

/**
 * @param {import('./options.js').Arguments} args
 * @param {import('./main.js').Io} io
 * @returns {Promise<number>} exit code
 */
export async function mergeCommand({ operands, given }, io) {
  if (operands.length === 0) throw new UsageError('merge needs the files of the shards');
  if (operands.indexOf('-') !== operands.lastIndexOf('-')) throw new UsageError('standard input stands there twice');
  const seeds = given.get('--seeds');
  const range = seeds === undefined ? null : readSeeds(seeds);
  const grid = readGrid(given.get('--grid'));
  const out = given.get('--out') ?? '-';
  protectInputs([out], operands);
  const sources = new Sources(io);
  try {
    const { stretches, combinations, seen } = await survey(operands, sources, { range, signal: io.signal });
    const parts = combinations.inOrder(grid).map(({ number, shown }) => ({ shown, order: stretches.bySeed(number) }));
    const shards = { sources, stretches, parts };
    // Everything that is wrong is found before anything is written.
    if (findGaps(shards, range ?? seen)) for (const _ of join(shards));
    await write(out, join(shards), io);
    return EXIT.ok;
  } finally {
    sources.close();
  }
}

/**
 * @param {readonly string[]} names
 * @param {Sources} sources
 * @param {{ range: [number, number] | null, signal: AbortSignal }} options
 * @returns {Promise<{ stretches: Stretches, combinations: Combinations, seen: [number, number] }>} seen: the first and the last seed of all
 */
async function survey(names, sources, { range, signal }) {
  const stretches = new Stretches();
  const combinations = new Combinations();
  const reader = new LineReader();
  /** @type {[number, number]} */
  const seen = [Infinity, -Infinity];
  for (const [file, name] of names.entries()) {
    let number = 0;
    const place = () => `line ${number} of ${sources.shown(file)}`;
    for (const { bytes, from, to, start, isWhole } of readLines(await sources.open(file, name), {
      mostBytes: MOST_LINE_BYTES_WITH_WEIGHTS,
    })) {
      number += 1;
      if (number % LINES_A_TURN === 0) await heed(signal);
      if (!isWhole && to - from < MOST_LINE_BYTES_WITH_WEIGHTS)
        throw new InputError(`${sources.shown(file)} ends in the middle of a line; run its sweep again, which goes on from there`);
      const line = isWhole ? reader.read(bytes, from, to) : null;
      if (line === null) throw new InputError(`${place()} is no result of a sweep`);
      const { seed } = line;
      const combination = combinations.add(line.origin, place);
      if (range !== null && (seed < range[0] || seed > range[1]))
        throw new InputError(`${place()} is of seed ${seed}, which is not among ${range.join(':')}`);
      seen[0] = Math.min(seen[0], seed);
      seen[1] = Math.max(seen[1], seed);
      stretches.add({ file, line: number, start, bytes: to + 1 - from, combination, seed });
    }
  }
  return { stretches, combinations, seen };
}

/**
 * @param {Shards} shards
 * @param {[number, number]} range of the seeds that must be there, of each combination
 * @returns {boolean} whether some seed is there more than once
 * @throws {InputError} where one is missing
 */
function findGaps({ stretches, parts }, [first, last]) {
  let isTwice = false;
  // Where there is nothing at all, that is what is missing.
  for (const { shown, order } of parts.length === 0 && first <= last ? [{ shown: '', order: [] }] : parts) {
    let wanted = first;
    for (const at of order) {
      const { seed, lines } = stretches.get(at);
      if (seed > wanted) throw missing(wanted, seed - 1, shown);
      isTwice ||= seed < wanted;
      wanted = Math.max(wanted, seed + lines);
    }
    if (wanted <= last) throw missing(wanted, last, shown);
  }
  return isTwice;
}

/**
 * The lines in the order of the combinations and of the seeds, each once: computed twice it has the same bytes twice.
 * @param {Shards} shards without gaps
 */
function* join(shards) {
  for (const { order } of shards.parts) yield* joinPart(shards, order);
}

/**
 * @param {Pick<Shards, 'sources' | 'stretches'>} shards
 * @param {Uint32Array} order
 */
function* joinPart({ sources, stretches }, order) {
  /** Those that hold the present seed. @type {{ stretch: Stretch, lines: ReturnType<Sources['lines']> }[]} */
  let open = [];
  let next = 0;
  const nextSeed = () => (next < order.length ? stretches.get(order[next]).seed : Infinity);
  for (let seed = order.length > 0 ? nextSeed() : 0; ; ) {
    for (; nextSeed() === seed; next += 1) {
      const stretch = stretches.get(order[next]);
      open.push({ stretch, lines: sources.lines(stretch) });
    }
    open = open.filter(({ stretch }) => seed < stretch.seed + stretch.lines);
    const [first, ...others] = open;
    if (first === undefined) return;
    // Where it has nobody to be compared with, as many as there are.
    const until = others.length > 0 ? seed + 1 : Math.min(first.stretch.seed + first.stretch.lines, nextSeed());
    const { bytes, lines } = first.lines.take(until - seed);
    for (const other of others) {
      if (!other.lines.take(1).bytes.equals(bytes))
        throw new InputError(
          `${place(sources, other.stretch, seed)} gives seed ${seed} another result than ${place(sources, first.stretch, seed)}`,
        );
    }
    yield bytes;
    seed += lines;
  }
}

/**
 * @param {Sources} sources
 * @param {Stretch} stretch
 * @param {number} seed
 */
const place = (sources, stretch, seed) => `line ${stretch.line + seed - stretch.seed} of ${sources.shown(stretch.file)}`;

/**
 * @param {string} out
 * @param {Iterable<Buffer>} pieces each good until the next one is asked for
 * @param {import('./main.js').Io} io
 */
async function write(out, pieces, io) {
  const output = await openOutput(out, io);
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let filled = 0;
  const flush = async () => {
    await output.write(chunk.subarray(0, filled));
    filled = 0;
    await heed(io.signal);
  };
  try {
    for (const piece of pieces) {
      if (filled + piece.length > chunk.length) await flush();
      if (piece.length > chunk.length) await output.write(piece);
      else filled += piece.copy(chunk, filled);
    }
    await flush();
    await output.end();
  } catch (error) {
    output.discard();
    throw error;
  }
}

/** @param {AbortSignal} signal */
async function heed(signal) {
  await new Promise((resolve) => setImmediate(resolve));
  if (signal.aborted) throw new Interruption(signal.reason, `ended by ${signal.reason}; nothing is merged`);
}

/**
 * @param {number} from
 * @param {number} to
 * @param {string} shown the combination of the grid
 */
function missing(from, to, shown) {
  const seeds = from === to ? `seed ${from}` : `seeds ${from} to ${to}`;
  return new InputError(`the results of ${seeds}${shown && ` with ${shown}`} are missing`);
}
