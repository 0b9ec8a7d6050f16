/**
 * Would the tests notice? Changes the C at one place at a time, repeats the recordings of the engine's tests on the changed engine, and
 * counts the changes that no recorded result shows.
 *
 *   node tests/mutation/run.js [--sample n] [--part i/n] [--only text] [file…]
 *
 * files of src/, default: all of them; every mutant, or those whose description ("math.c:83: < -> <=") has the text in it.
 *
 * Works on copies in .cache/mutation/. A mutant that compiles to the code of the original is not counted: it is the original. Nor is one that
 * survivors.js says cannot be noticed. Every mutant meets the recordings first, and those that have lived meet them with sanitizers; who asks for a
 * share that is enough ends when it is reached: more sanitizers could only raise it.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { BASE_FLAGS, HERE, KEEPING_MEMORY, ROOT, partNames, sourceNames, writeCalls } from '../native/build.js';
import { getRecordings } from '../native/recordings.js';
import { numbers } from '../support/runs.js';
import { applyMutant, changeOf, describeMutant, findMutants } from './mutants.js';
import { EQUIVALENTS } from './survivors.js';

/** @typedef {import('./mutants.js').Mutant} Mutant */
/**
 * equivalent: by survivors.js; left: it has lived without sanitizers, and what was noticed is enough; it counts as not noticed.
 * @typedef {'killed' | 'survived' | 'left' | 'same code' | 'does not compile' | 'equivalent'} Fate
 */
/** @typedef {{ counts: Record<Fate, number>, survivors: string[], share: number }} Report */

const run = promisify(execFile);

// -w: a mutant may be ugly. The linker's --wrap lets driver.c make allocations fail, which some mutants show only then.
const FLAGS = [...BASE_FLAGS.filter((flag) => !flag.startsWith('-W')), '-w', '-O1'];
const LINK_FLAGS = ['-Wl,--wrap=malloc,--wrap=calloc'];

/** What the plain program does not show, the sanitizers of native.test.js may: a number past the end of an array. */
const SANITIZERS = ['-fno-sanitize-recover=all', '-fsanitize=address,undefined'];

/**
 * A mutant that allocates or loops without end must not take the machine along. Seconds of the processor, not of the clock: no recording takes
 * two of them, however busy the machine is. Sanitizers reserve more memory than there is.
 */
const LIMITS = 'ulimit -v 4000000 -t 12; exec "$0" "$@"';
const SANITIZED_LIMITS = 'ulimit -t 120; exec "$0" "$@"';

/** @param {string} limits @param {string} program @param {string} recording */
const repeat = (limits, program, recording) => run('bash', ['-c', limits, program, recording], { env: KEEPING_MEMORY });

class Workshop {
  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
    this.include = writeCalls();
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, 'src', 'many'), { recursive: true });
    /** @type {Record<string, string>} */
    this.texts = {};
    for (const name of partNames()) {
      this.texts[name] = readFileSync(join(ROOT, 'src', name), 'utf8');
      writeFileSync(join(folder, 'src', name), this.texts[name]);
    }
    /** The original's objects, by source. @type {Record<string, Buffer>} */
    this.objects = {};
    this.hasSanitized = false;
    /** The sources whose sanitized objects are those of the mutant before. @type {string[]} */
    this.stale = [];
  }

  /** @param {string} source a file of src/ or the driver @param {string} object @param {readonly string[]} [flags] */
  async compile(source, object, flags = ['-DFAIL_ALLOCATIONS']) {
    await run('clang', [...FLAGS, ...flags, `-I${join(this.folder, 'src')}`, `-I${this.include}`, '-c', source, '-o', object], {
      timeout: 60_000,
    });
  }

  async compileOriginal() {
    for (const name of sourceNames()) await this.compileSource(name);
    await this.compile(join(HERE, 'driver.c'), join(this.folder, 'driver.o'));
    for (const name of sourceNames()) this.objects[name] = readFileSync(this.object(name));
  }

  /** @param {string} name */
  object(name) {
    return join(this.folder, name.replace(/\.c$/, '.o').replaceAll('/', '-'));
  }

  /** @param {string} name */
  compileSource(name) {
    return this.compile(join(this.folder, 'src', name), this.object(name));
  }

  /** The sources that a file is part of: itself, or all that include a header, directly or not. @param {string} name @returns {string[]} */
  affected(name) {
    if (name.endsWith('.c')) return [name];
    const includers = Object.keys(this.texts).filter((each) => this.texts[each].includes(`#include "${name}"`));
    return [...new Set(includers.flatMap((each) => this.affected(each)))];
  }

  /**
   * @param {Mutant} mutant @param {readonly string[]} recordings
   * @param {boolean} [sanitize] whether it has lived, and is to meet the sanitizers
   * @returns {Promise<Fate>}
   */
  async judge(mutant, recordings, sanitize = false) {
    const { file } = mutant;
    writeFileSync(join(this.folder, 'src', file), applyMutant(this.texts[file], mutant));
    try {
      if (sanitize) return (await this.survivesSanitizers(file, recordings)) ? 'survived' : 'killed';
      try {
        for (const name of this.affected(file)) await this.compileSource(name);
      } catch {
        return 'does not compile';
      }
      if (this.affected(file).every((name) => this.objects[name].equals(readFileSync(this.object(name))))) return 'same code';
      return (await this.survives(recordings)) ? 'left' : 'killed';
    } finally {
      writeFileSync(join(this.folder, 'src', file), this.texts[file]);
      if (!sanitize) for (const name of this.affected(file)) writeFileSync(this.object(name), this.objects[name]);
    }
  }

  /** @returns {Promise<string>} the program's path */
  async link() {
    const program = join(this.folder, 'program');
    await run('clang', [...LINK_FLAGS, join(this.folder, 'driver.o'), ...sourceNames().map((name) => this.object(name)), '-o', program]);
    return program;
  }

  /** @param {readonly string[]} recordings */
  async survives(recordings) {
    try {
      const program = await this.link();
      for (const recording of recordings) await repeat(LIMITS, program, recording);
      return true;
    } catch {
      return false;
    }
  }

  /**
   * The recordings, the quickest first: a mutant that shows need not meet the slow ones.
   * @param {readonly string[]} recordings
   * @throws {Error} where the unchanged engine does not repeat one
   */
  async order(recordings) {
    const program = await this.link();
    const timed = [];
    for (const recording of recordings) {
      const began = performance.now();
      await repeat(LIMITS, program, recording);
      timed.push({ recording, took: performance.now() - began });
    }
    return timed.sort((a, b) => a.took - b.took).map(({ recording }) => recording);
  }

  /** @param {string} name */
  sanitized(name) {
    return join(this.folder, `sanitized-${name.replace(/\.c$/, '.o').replaceAll('/', '-')}`);
  }

  /** The original with sanitizers, but for the sources of the mutant, which are compiled anew each time. @param {string[]} mutated */
  async compileSanitized(mutated) {
    const stale = this.hasSanitized ? this.stale : sourceNames();
    for (const name of new Set([...stale, ...mutated])) {
      await this.compile(join(this.folder, 'src', name), this.sanitized(name), SANITIZERS);
    }
    if (!this.hasSanitized) await this.compile(join(HERE, 'driver.c'), this.sanitized('driver.c'), SANITIZERS);
    this.hasSanitized = true;
    this.stale = mutated;
  }

  /** The same with sanitizers. Few mutants come here. @param {string} file the mutant's @param {readonly string[]} recordings */
  async survivesSanitizers(file, recordings) {
    await this.compileSanitized(this.affected(file));
    const program = join(this.folder, 'sanitized');
    await run('clang', [...SANITIZERS, ...['driver.c', ...sourceNames()].map((name) => this.sanitized(name)), '-o', program]);
    try {
      for (const recording of recordings) await repeat(SANITIZED_LIMITS, program, recording);
      return true;
    } catch {
      return false;
    }
  }
}

/**
 * A sample that is the same each time, spread over all mutants.
 * @param {Mutant[]} mutants
 * @param {number} size
 */
function sampleOf(mutants, size) {
  const next = numbers(1);
  return mutants
    .map((mutant) => ({ mutant, key: next() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, size)
    .map(({ mutant }) => mutant);
}

/** @param {Mutant} mutant */
const isEquivalent = (mutant) =>
  EQUIVALENTS.some(({ file, code, change }) => mutant.file === file && mutant.code === code && changeOf(mutant) === change);

/** Those that are not noticed count, whatever else might have noticed them. @param {Record<Fate, number>} counts */
const shareOf = ({ killed, survived, left }) => killed / (killed + survived + left);

/**
 * @param {{ sample?: number, files?: string[], only?: string, part?: [number, number], enough?: number, tell?: (text: string) => void }} [options]
 * part [i, n]: every n-th mutant from the i-th; enough: a share, 0 to 1; once it is reached nothing more is looked for. Default: all is
 * @returns {Promise<Report>} share: of those that could be noticed, how many were
 */
export async function measureMutants({
  sample = Infinity,
  files = [],
  only = '',
  part: [index, parts] = [0, 1],
  enough = Infinity,
  tell = () => {},
} = {}) {
  const workshop = new Workshop(join(ROOT, '.cache', 'mutation', `${index}-of-${parts}${only && `-${process.pid}`}`));
  await workshop.compileOriginal();
  const recordings = await workshop.order(await getRecordings());
  const names =
    files.length > 0
      ? files
      : Object.keys(workshop.texts).filter((name) => name.endsWith('.c') || /\binline\b|VEC_INLINE/.test(workshop.texts[name]));
  const all = names.flatMap((name) => findMutants(name, workshop.texts[name])).filter((mutant) => describeMutant(mutant).includes(only));
  const chosen = (sample < all.length ? sampleOf(all, sample) : all).filter((_, at) => at % parts === index);
  /** @type {Record<Fate, number>} */
  const counts = { killed: 0, survived: 0, left: 0, 'same code': 0, 'does not compile': 0, equivalent: 0 };
  /** @type {Mutant[]} */
  const alive = [];
  for (const [at, mutant] of chosen.entries()) {
    if (at % 100 === 99) tell(`${at + 1} of ${chosen.length}`);
    const fate = isEquivalent(mutant) ? 'equivalent' : await workshop.judge(mutant, recordings);
    if (fate === 'left') alive.push(mutant);
    counts[fate] += 1;
  }
  /** @type {string[]} */
  const survivors = [];
  for (const mutant of alive) {
    const fate = shareOf(counts) >= enough ? 'left' : await workshop.judge(mutant, recordings, true);
    counts.left -= 1;
    counts[fate] += 1;
    if (fate === 'killed') continue;
    survivors.push(`${fate}: ${describeMutant(mutant)}`);
    tell(`${fate}: ${describeMutant(mutant)}`);
  }
  return { counts, survivors, share: shareOf(counts) };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const rest = process.argv.slice(2);
  const option = (/** @type {string} */ name) => {
    const at = rest.indexOf(name);
    return at < 0 ? undefined : rest.splice(at, 2)[1];
  };
  const sample = Number(option('--sample') ?? Infinity);
  const [index, parts] = (option('--part') ?? '1/1').split('/').map(Number);
  if (!(index >= 1 && index <= parts)) throw new RangeError(`--part must be i/n with i from 1 to n, got ${index}/${parts}`);
  const only = option('--only') ?? '';
  const { counts, share } = await measureMutants({ sample, part: [index - 1, parts], only, files: rest, tell: console.log });
  console.log(counts, `${(100 * share).toFixed(1)} % of ${counts.killed + counts.survived + counts.left} killed`);
}
