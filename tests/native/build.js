/**
 * Native builds of src/ with a driver, in .cache/native/, made again when a source, a flag or the compiler's name changes. -ffp-contract=off
 * keeps the engine's bits; the warnings are those of the real build, so that src/ stays plain C for every compiler.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { generateCalls } from './generate.js';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const CACHE = join(ROOT, '.cache', 'native');
export const HERE = join(ROOT, 'tests', 'native');

export const BASE_FLAGS = ['-std=c11', '-Wall', '-Wextra', '-Wshadow', '-Wconversion', '-Werror', '-ffp-contract=off', '-fno-math-errno'];

/**
 * For a program that repeats a recording: the C library keeps what is freed, where it would give runs of megabytes back to the system and fetch them
 * anew, which takes ten times as long. And what is not written is then not zero by luck.
 */
export const KEEPING_MEMORY = { ...process.env, MALLOC_MMAP_THRESHOLD_: '1000000000', MALLOC_TRIM_THRESHOLD_: '2000000000' };

const run = promisify(execFile);

/** The engine's C files and headers, by their paths in src/. */
export const partNames = () => readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => /\.[ch]$/.test(name));
/** The C files alone. */
export const sourceNames = () => partNames().filter((name) => name.endsWith('.c'));

/** @param {readonly string[]} texts */
export const hashOf = (texts) => createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 16);

/** A hash over the contents of src/ and of the drivers here. */
export function hashOfSources() {
  const files = ['src', 'src/many', 'tests/native'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.[ch]$/.test(entry.name))
      .map((entry) => join(ROOT, folder, entry.name)),
  );
  return hashOf([...files, ...files.map((file) => readFileSync(file, 'utf8')), generateCalls()]);
}

const HOUR_MS = 3_600_000;

/**
 * Removes what an earlier state of the sources left in the cache. What is younger than an hour stays: another run may be at work with it.
 * @param {string} prefix of the names
 */
export function removeOld(prefix) {
  for (const name of readdirSync(CACHE).filter((each) => each.startsWith(prefix))) {
    const path = join(CACHE, name);
    if (Date.now() - statSync(path).mtimeMs > HOUR_MS) rmSync(path, { recursive: true, force: true });
  }
}

/** Writes the generated header and returns the folder it stands in. */
export function writeCalls() {
  const folder = join(CACHE, 'include');
  mkdirSync(folder, { recursive: true });
  const text = generateCalls();
  const file = join(folder, 'calls.h');
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  return folder;
}

/**
 * The engine's objects, which programs share that differ in their driver alone.
 * @param {string} compiler @param {readonly string[]} flags
 * @returns {Promise<string[]>} their paths
 */
async function compileEngine(compiler, flags) {
  const folder = join(CACHE, `objects-${hashOf([hashOfSources(), compiler, ...flags])}`);
  if (!existsSync(folder)) {
    removeOld('objects-');
    const fresh = mkdtempSync(join(CACHE, 'objects-'));
    const sources = sourceNames().map((source) => join(ROOT, 'src', source));
    await run(compiler, [...BASE_FLAGS, ...flags, `-I${join(ROOT, 'src')}`, '-c', ...sources], { cwd: fresh });
    putInPlace(fresh, folder);
  }
  return readdirSync(folder).map((name) => join(folder, name));
}

/** A folder appears whole or not at all; where another test was first, its content is the same. @param {string} fresh @param {string} folder */
export function putInPlace(fresh, folder) {
  try {
    renameSync(fresh, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(fresh, { recursive: true });
  }
}

/**
 * @param {{ name: string, compiler: string, flags: readonly string[], driverFlags?: readonly string[], driver?: string }} options driver: a C file of this
 * folder; driverFlags: for it and for linking alone
 * @returns {Promise<string>} the program's path
 */
export async function buildNative({ name, compiler, flags, driverFlags = [], driver = 'driver.c' }) {
  const program = join(CACHE, `${name}-${hashOf([hashOfSources(), compiler, ...flags, ...driverFlags, driver])}`);
  if (existsSync(program)) return program;
  const include = writeCalls();
  removeOld(`${name}-`);
  // Another test may want the same program at the same time: it appears whole or not at all.
  const fresh = `${program}.${process.pid}`;
  const objects = await compileEngine(compiler, flags);
  const ours = [...BASE_FLAGS, ...flags, ...driverFlags, `-I${join(ROOT, 'src')}`, `-I${include}`];
  await run(compiler, [...ours, join(HERE, driver), ...objects, '-o', fresh]);
  renameSync(fresh, program);
  return program;
}
