/**
 * The engine's tests once more, natively: every call that they make on engine.wasm is repeated on the same C built by gcc and clang, and
 * on the module without SIMD, and every result compared bit for bit; under sanitizers, and with every allocation failing once.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { basename } from 'node:path';
import { before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { KEEPING_MEMORY, buildNative } from './build.js';
import { getRecordings } from './recordings.js';
import { replayInWasm } from './replay.js';

const run = promisify(execFile);

const WRAP = ['-DFAIL_ALLOCATIONS', '-Wl,--wrap=malloc,--wrap=calloc'];
const SANITIZERS = ['-g', '-fno-sanitize-recover=all', '-fsanitize=address,undefined', '-fno-omit-frame-pointer'];

const BUILDS = [
  { name: 'gcc-O2', what: 'gcc -O2', compiler: 'gcc', flags: ['-O2'] },
  { name: 'gcc-O3', what: 'gcc -O3', compiler: 'gcc', flags: ['-O3'] },
  { name: 'clang-O0', what: 'clang -O0', compiler: 'clang', flags: ['-O0'] },
  { name: 'clang-O3', what: 'clang -O3', compiler: 'clang', flags: ['-O3'] },
  {
    name: 'undefined',
    what: 'gcc with its undefined-behavior sanitizer, which looks into vectors',
    compiler: 'gcc',
    flags: ['-O1', '-fsanitize=undefined', '-fno-sanitize-recover=all'],
  },
  {
    name: 'sanitized',
    what: 'clang with address, undefined-behavior and leak sanitizers, each call first with every allocation failing once: an error, nothing changed, nothing leaked',
    compiler: 'clang',
    flags: ['-O1', ...SANITIZERS],
    driverFlags: WRAP,
  },
];

describe("every recorded call of the engine's tests gives the same bits", () => {
  /** @type {string[]} */
  let recordings = [];
  before(async () => {
    recordings = await getRecordings();
    assert.ok(recordings.length >= 10);
  });

  for (const { name, what, compiler, flags, driverFlags } of BUILDS) {
    test(`with ${what}`, async (t) => {
      const program = await buildNative({ name, compiler, flags, driverFlags });
      const env = { ...KEEPING_MEMORY, ASAN_OPTIONS: 'detect_leaks=1:detect_stack_use_after_return=1' };
      let calls = 0;
      for (const recording of recordings) {
        const { stdout } = await run(program, [recording], { env }).catch((error) => {
          throw new Error(`${basename(recording)}: ${error.stdout}${error.stderr}`);
        });
        calls += parseInt(stdout, 10);
      }
      t.diagnostic(`${calls} calls`);
      assert.ok(calls > 100000);
    });
  }

  test('with engine-scalar.wasm, and again with engine.wasm', async () => {
    for (const recording of recordings) {
      const hasMany = basename(recording).startsWith('many');
      const calls = await replayInWasm(recording, hasMany ? 'engine-many.wasm' : 'engine-scalar.wasm');
      assert.equal(await replayInWasm(recording, hasMany ? 'engine-many.wasm' : 'engine.wasm'), calls);
    }
  });

  test('and a difference would be seen: fast-math, which reorders sums, gives other bits', async () => {
    const program = await buildNative({ name: 'fast-math', compiler: 'clang', flags: ['-O3', '-ffast-math'] });
    const recording = recordings.find((path) => basename(path).startsWith('gradients')) ?? '';
    await assert.rejects(run(program, [recording]), ({ stdout }) => /^call \d+, nn_\w+, \w+: got /.test(stdout));
  });
});
