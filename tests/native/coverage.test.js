/** Every line and every branch of src/ is run by the engine's tests, as llvm-cov measures it on their recordings. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { CACHE, KEEPING_MEMORY, ROOT, buildNative, sourceNames } from './build.js';
import { getRecordings } from './recordings.js';

const run = promisify(execFile);

const FLAGS = ['-O0', '-fprofile-instr-generate', '-fcoverage-mapping'];

/** One program without and one with failing allocations: there the lines stand that run only without memory. */
const BUILDS = [
  { name: 'coverage', compiler: 'clang', flags: FLAGS },
  { name: 'coverage-failing', compiler: 'clang', flags: FLAGS, driverFlags: ['-DFAIL_ALLOCATIONS', '-Wl,--wrap=malloc,--wrap=calloc'] },
];

/**
 * What llvm-cov exports of a file: segments [line, column, count, has a count, begins
 * a region, is a gap between regions], branches [line, column, to line,
 * to column, times true, times false, …].
 * @typedef {{ filename: string, segments: number[][], branches: number[][], summary: Record<string, { percent: number, count: number, covered: number }> }} FileCoverage
 */

/** @returns {Promise<FileCoverage[]>} of the files of src/, headers with code too */
async function measure() {
  const recordings = await getRecordings();
  const programs = await Promise.all(BUILDS.map(buildNative));
  const folder = await mkdtemp(join(CACHE, 'profiles-'));
  try {
    const profiles = await Promise.all(
      programs.flatMap((program, which) =>
        recordings.map(async (recording) => {
          const profile = join(folder, `${which}-${basename(recording)}.profraw`);
          await run(program, [recording], { env: { ...KEEPING_MEMORY, LLVM_PROFILE_FILE: profile } });
          return profile;
        }),
      ),
    );
    const merged = join(folder, 'merged');
    await run('llvm-profdata', ['merge', '-sparse', ...profiles, '-o', merged]);
    const { stdout } = await run('llvm-cov', ['export', programs[0], '-object', programs[1], `-instr-profile=${merged}`], {
      maxBuffer: 2 ** 28,
    });
    const { files } = JSON.parse(stdout).data[0];
    return files.filter((/** @type {FileCoverage} */ { filename }) => filename.startsWith(join(ROOT, 'src')));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** @param {FileCoverage} file */
function missing({ filename, segments, branches }) {
  const lines = segments
    .filter(([, , count, counted, , gap]) => counted && count === 0 && !gap)
    .map(([line, column]) => `${line}:${column} never runs`);
  const sides = branches.flatMap(([line, column, , , whenTrue, whenFalse]) => [
    ...(whenTrue ? [] : [`${line}:${column} is never true`]),
    ...(whenFalse ? [] : [`${line}:${column} is never false`]),
  ]);
  return [...lines, ...sides].map((what) => `${basename(filename)}:${what}`);
}

describe("src/ is covered by the engine's tests", () => {
  /** @type {FileCoverage[]} */
  let files = [];
  before(async () => {
    files = await measure();
  });

  test('in all its files', () => {
    const covered = files.map(({ filename }) => filename.slice(join(ROOT, 'src', '/').length));
    assert.deepEqual(
      sourceNames().filter((name) => !covered.includes(name)),
      [],
    );
  });

  // Regions are the stretches of code between branches, finer than lines; llvm-cov's own count of lines includes those behind an #else.
  for (const kind of ['regions', 'functions', 'branches']) {
    test(`in 100 % of its ${kind}${kind === 'regions' ? ', and so of its lines' : ''}`, (t) => {
      const [covered, count] = files.reduce(([a, b], { summary }) => [a + summary[kind].covered, b + summary[kind].count], [0, 0]);
      t.diagnostic(`${covered} of ${count} ${kind}`);
      assert.equal(covered, count, files.flatMap(missing).join('\n'));
    });
  }
});
