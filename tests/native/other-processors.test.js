/**
 * The pinned runs of the device check on processors that this machine is not: every call that they make on engine.wasm, repeated by the same C
 * built for AArch64 and for 32-bit x86 (both run by qemu), and every result compared bit for bit. So the fingerprints of web/engine/device-check.js
 * hold there, too.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { checkDevice } from '../../web/engine/device-check.js';
import { Engine } from '../../web/engine/engine.js';
import { nodeWorkerUrl, openWorker } from '../../web/engine/files.js';
import { Lab } from '../../web/engine/lab.js';
import { openEngine } from '../support/engine.js';
import { buildNative } from './build.js';

const run = promisify(execFile);

/** Static programs need no libraries of the other processor's. Those of this one are native.test.js's. */
const BUILDS = [
  { name: 'gcc-O3', what: 'gcc -O3, on this processor', compiler: 'gcc', flags: ['-O3'], by: [] },
  { name: 'clang-O3', what: 'clang -O3, on this processor', compiler: 'clang', flags: ['-O3'], by: [] },
  { name: 'check-aarch64', what: 'AArch64', compiler: 'aarch64-linux-gnu-gcc', flags: ['-O3', '-static'], by: ['qemu-aarch64'] },
  {
    name: 'check-x86-32',
    what: '32-bit x86 with SSE2',
    compiler: 'i686-linux-gnu-gcc',
    flags: ['-O3', '-static', '-msse2', '-mfpmath=sse'],
    by: ['qemu-i386'],
  },
];

describe('the pinned runs of the device check end with the same bits', () => {
  const folder = mkdtempSync(join(tmpdir(), 'twin-neurons-check-'));
  const recording = join(folder, 'check');
  after(() => rmSync(folder, { recursive: true }));

  before(async () => {
    const raw = await openEngine({ record: 'always' });
    const exports = { ...raw.c, memory: { buffer: raw.memory } };
    const lab = new Lab(new Engine(/** @type {any} */ ({ exports })), {
      engine: new ArrayBuffer(0),
      isGiven: true,
      openWorker,
      nodeWorkerUrl,
    });
    assert.equal(checkDevice(lab).agreed, 50);
    writeFileSync(recording, raw.recorded());
  });

  for (const { name, what, compiler, flags, by } of BUILDS) {
    test(`with ${what}`, async () => {
      const program = await buildNative({ name, compiler, flags });
      const [command = '', ...rest] = [...by, program, recording];
      const { stdout } = await run(command, rest);
      assert.ok(parseInt(stdout, 10) > 1000, stdout);
    });
  }
});
