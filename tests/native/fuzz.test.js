/**
 * The fuzzer on the engine's exports (native/fuzz.c): any sequence of calls with any arguments, under sanitizers. 10 s here, an hour in the
 * soak. What it found to be new ground stays in .cache/ and is where the next run begins.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { SOAK } from '../support/engine.js';
import { CACHE, buildNative } from './build.js';

const SECONDS = SOAK ? 3600 : 10;

/**
 * Runs to the end, whatever that is.
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<{ code: unknown, stderr: string }>}
 */
const runToEnd = (program, args) =>
  new Promise((resolve) => {
    execFile(program, args, { maxBuffer: 2 ** 28 }, (error, _, stderr) => resolve({ code: error ? (error.code ?? 'killed') : 0, stderr }));
  });

test(`no sequence of calls breaks the engine, in ${SECONDS} s of looking for one`, async (t) => {
  const program = await buildNative({
    name: 'fuzz',
    compiler: 'clang',
    driver: 'fuzz.c',
    flags: ['-O1', '-g', '-fsanitize=fuzzer,address,undefined', '-fno-sanitize-recover=all'],
  });
  const corpus = join(CACHE, 'corpus');
  mkdirSync(corpus, { recursive: true });
  const artifact = join(CACHE, 'failed-input');
  const { code, stderr } = await runToEnd(program, [
    corpus,
    `-max_total_time=${SECONDS}`,
    '-max_len=2048',
    '-len_control=20',
    '-timeout=20',
    '-rss_limit_mb=2048',
    `-exact_artifact_path=${artifact}`,
    '-print_final_stats=1',
  ]);
  const input = code === 0 ? '' : `\nThe input, in base64: ${readFileSync(artifact).toString('base64')}`;
  assert.equal(code, 0, `${stderr.slice(-4000)}${input}`);
  const inputs = Number(/number_of_executed_units: (\d+)/.exec(stderr)?.[1]);
  t.diagnostic(`${inputs} inputs`);
  assert.ok(inputs > 200);
});
