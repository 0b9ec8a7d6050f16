/** twin-neurons merge: the lines of shards as one sweep, to the byte as one run of it writes them. */
import { EXIT, InputError, UsageError } from './failures.js';
import { readText, writeWhole } from './files.js';
import { MOST_BYTES } from './result-file.js';
import { originDifference, readLine } from './result-lines.js';
import { readSeeds } from './sweep.js';

/** @typedef {{ seed: number, text: string, place: string }} Placed a line and where it stands, for sentences */

/**
 * @param {import('./options.js').Arguments} args
 * @param {import('./main.js').Io} io
 * @returns {Promise<number>} exit code
 */
export async function mergeCommand({ operands, given }, { stdin, stdout }) {
  if (operands.length === 0) throw new UsageError('merge needs the files of the shards');
  if (operands.indexOf('-') !== operands.lastIndexOf('-')) throw new UsageError('standard input stands there twice');
  const seeds = given.get('--seeds');
  const range = seeds === undefined ? null : readSeeds(seeds);
  /** @type {Placed[]} */
  const lines = [];
  /** @type {import('./result-lines.js').Origin | null} */
  let origin = null;
  for (const name of operands) {
    const rows = (await readText(name, { stdin, mostBytes: MOST_BYTES })).split('\n');
    if (rows.pop() !== '') throw new InputError(`${name} ends in the middle of a line; run its sweep again, which goes on from there`);
    for (const [at, text] of rows.entries()) {
      const place = `line ${at + 1} of ${name}`;
      const line = readLine(text);
      if (line === null) throw new InputError(`${place} is no result of a sweep`);
      origin ??= line;
      const difference = originDifference(line, origin);
      if (difference !== null) throw new InputError(`${place} is a result of ${difference}`);
      lines.push({ seed: line.seed, text, place });
    }
  }
  const text = joinLines(lines, range)
    .map((line) => `${line}\n`)
    .join('');
  const out = given.get('--out') ?? '-';
  if (out === '-') stdout.write(text);
  else writeWhole(out, text);
  return EXIT.ok;
}

/**
 * In the order of the seeds, each once: computed twice it has the same bytes twice.
 * @param {Placed[]} lines
 * @param {[number, number] | null} range of the seeds that must be there; null: from the first that is to the last
 * @returns {string[]}
 */
function joinLines(lines, range) {
  const sorted = [...lines].sort((one, other) => one.seed - other.seed);
  const [first, last] = range ?? [sorted[0]?.seed ?? 0, sorted[sorted.length - 1]?.seed ?? -1];
  /** @type {string[]} */
  const joined = [];
  sorted.forEach(({ seed, text, place }, at) => {
    const before = sorted[at - 1];
    if (before?.seed === seed) {
      if (before.text !== text) throw new InputError(`${place} gives seed ${seed} another result than ${before.place}`);
      return;
    }
    if (seed < first || seed > last) throw new InputError(`${place} is of seed ${seed}, which is not among ${first}:${last}`);
    if (seed !== first + joined.length) throw missing(first + joined.length, seed - 1);
    joined.push(text);
  });
  if (joined.length < last - first + 1) throw missing(first + joined.length, last);
  return joined;
}

/**
 * @param {number} from
 * @param {number} to
 */
function missing(from, to) {
  return new InputError(`the results of ${from === to ? `seed ${from} are` : `seeds ${from} to ${to} are`} missing`);
}
