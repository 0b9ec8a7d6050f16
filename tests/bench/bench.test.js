/** The benchmark still runs: its numbers are for people. Libraries from npm take part only where ./build.sh bench has installed them. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

test('a quick benchmark measures every part, and all builds of the C train to the same bits', async () => {
  const program = fileURLToPath(new URL('run.js', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [program, '--quick']);
  for (const heading of ['W1', 'W5', 'Growth', 'The border', 'Sweep', 'Memory', 'Size', 'Targets'])
    assert.match(stdout, new RegExp(`^### ${heading}`, 'm'));
  for (const row of ['Twin Neurons, scalar wasm', 'the same C, cc -O3', 'native limit', 'plain loops over typed arrays'])
    assert.ok(stdout.includes(`| ${row} |`), row);
  assert.doesNotMatch(stdout, /NaN|undefined|Infinity/);
});

test('a quick benchmark of many seeds measures ours and the same C, and NumPy where it is', async () => {
  const program = fileURLToPath(new URL('sweep.js', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [program, '--quick']);
  for (const heading of ['2-2-1', '2-4-1', '2-8-8-1', 'Targets']) assert.match(stdout, new RegExp(`^### ${heading}`, 'm'));
  for (const row of ['lab.sweep, one worker', 'the same C, clang -O3']) assert.equal(stdout.split(`| ${row} |`).length, 4, row);
  assert.match(stdout, /^NumPy is missing|^\| NumPy, tuned \|/m);
  assert.doesNotMatch(stdout, /NaN|undefined|Infinity/);
});

test('a quick look at the page measures every part of it, and how another page opens', async () => {
  const program = fileURLToPath(new URL('page.js', import.meta.url));
  const other = await mkdtemp(join(tmpdir(), 'beside-'));
  await writeFile(join(other, 'index.html'), '<!doctype html><title>Another</title><script src="part.js"></script>');
  await writeFile(join(other, 'part.js'), 'document.body.append("Hello");');
  const { stdout } = await promisify(execFile)(process.execPath, [program, '--quick', '--beside', other]);
  await rm(other, { recursive: true });
  assert.match(
    stdout,
    /^\| beside it: the page in .*beside-\w+ \| – \| 0\.\d KB gzip, 0\.\d KB raw, 2 files; loaded whole: median \d+ ms/m,
  );
  for (const row of [
    'loaded: the lab',
    'loaded: the lesson',
    'from asking for the page',
    'frames while training',
    'the heap of a second run',
    'run.train',
  ])
    assert.match(stdout, new RegExp(`^\\| ${row}`, 'm'));
  assert.doesNotMatch(stdout, /NaN|undefined|Infinity/);
});
