/**
 * Native builds of src/ with a driver, in .cache/native/, made again when a source, a flag or the compiler's name changes. -ffp-contract=off
 * keeps the engine's bits; the warnings are those of the real build, so that src/ stays plain C for every compiler.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { generateCalls } from './generate.js';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const CACHE = join(ROOT, '.cache', 'native');
export const HERE = join(ROOT, 'tests', 'native');

export const BASE_FLAGS = ['-std=c11', '-Wall', '-Wextra', '-Wshadow', '-Wconversion', '-Werror', '-ffp-contract=off', '-fno-math-errno'];

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
 * @param {{ name: string, compiler: string, flags: readonly string[], driver?: string }} options driver: a C file of this folder
 * @returns {Promise<string>} the program's path
 */
export async function buildNative({ name, compiler, flags, driver = 'driver.c' }) {
  const program = join(CACHE, `${name}-${hashOf([hashOfSources(), compiler, ...flags, driver])}`);
  if (existsSync(program)) return program;
  const include = writeCalls();
  removeOld(`${name}-`);
  // Another test may want the same program at the same time: it appears whole or not at all.
  const fresh = `${program}.${process.pid}`;
  const sources = sourceNames().map((source) => join(ROOT, 'src', source));
  await run(compiler, [...BASE_FLAGS, ...flags, `-I${join(ROOT, 'src')}`, `-I${include}`, ...sources, join(HERE, driver), '-o', fresh]);
  renameSync(fresh, program);
  return program;
}
