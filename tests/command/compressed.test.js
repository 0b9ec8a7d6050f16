/** Results in compressed files, by their names: written, gone on with, merged, refused. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import zlib from 'node:zlib';
import { makeFolder, outputOf, runCommand } from '../support/command.js';

const experiment = { version: 1, network: { inputs: 2, hidden: [2] }, data: { set: 'xor' }, init: { scheme: 'normal' } };
const cwd = makeFolder();
writeFileSync(join(cwd, 'experiment.json'), JSON.stringify(experiment));
const sweep = (/** @type {string[]} */ ...rest) => ['sweep', 'experiment.json', '--seeds', '1:400', '--steps', '1', ...rest];
const whole = await outputOf(sweep(), { cwd });
const hasZstd = 'zstdCompressSync' in zlib;

describe('a file named .gz', () => {
  test('unpacks to what the plain file has, by gzip, too', async () => {
    await outputOf(sweep('--out', 'results.jsonl.gz'), { cwd });
    const packed = readFileSync(join(cwd, 'results.jsonl.gz'));
    assert.equal(zlib.gunzipSync(packed).toString(), whole);
    assert.equal(execFileSync('gzip', ['-dc', 'results.jsonl.gz'], { cwd }).toString(), whole);
    assert.ok(packed.length < whole.length / 2);
  });

  test('is gone on with wherever it was cut, and behind what a power cut leaves', async () => {
    await outputOf(sweep('--out', 'cut.jsonl.gz'), { cwd });
    const packed = readFileSync(join(cwd, 'cut.jsonl.gz'));
    for (const length of [0, 5, 20, packed.length >> 2, packed.length >> 1, packed.length - 1, packed.length]) {
      for (const zeros of [0, 3000]) {
        writeFileSync(join(cwd, 'cut.jsonl.gz'), Buffer.concat([packed.subarray(0, length), Buffer.alloc(zeros)]));
        const { code, stderr } = await runCommand(sweep('--out', 'cut.jsonl.gz'), { cwd });
        assert.deepEqual([code, stderr], [0, ''], `cut at ${length}, ${zeros} zeros`);
        assert.equal(zlib.gunzipSync(readFileSync(join(cwd, 'cut.jsonl.gz'))).toString(), whole, `cut at ${length}`);
      }
    }
  });

  test('is left alone where it holds anything else', async () => {
    const other = await outputOf(['sweep', 'experiment.json', '--seeds', '1:4', '--steps', '2'], { cwd });
    await outputOf(['sweep', 'experiment.json', '--seeds', '1:4', '--steps', '2', '--out', 'other.jsonl.gz'], { cwd });
    writeFileSync(join(cwd, 'plain.jsonl.gz'), whole);
    for (const [name, words] of /** @type {[string, RegExp][]} */ ([
      ['other.jsonl.gz', /line 1 of other\.jsonl\.gz is a result of 2 steps, not 1/],
      ['plain.jsonl.gz', /is no result of this sweep; name another file/],
    ])) {
      const before = readFileSync(join(cwd, name));
      const { code, stderr } = await runCommand(sweep('--out', name), { cwd });
      assert.equal(code, 1);
      assert.match(stderr, words);
      assert.deepEqual(readFileSync(join(cwd, name)), before);
    }
    assert.equal(zlib.gunzipSync(readFileSync(join(cwd, 'other.jsonl.gz'))).toString(), other);
  });

  test('is merged, with plain ones beside it and from whatever program, into either', async () => {
    await outputOf(sweep('--shard', '1/3', '--out', 'a.jsonl.gz'), { cwd });
    await outputOf(sweep('--shard', '2/3', '--out', 'b.jsonl'), { cwd });
    writeFileSync(join(cwd, 'c.jsonl.gz'), zlib.gzipSync(await outputOf(sweep('--shard', '3/3'), { cwd })));
    assert.equal(await outputOf(['merge', 'c.jsonl.gz', 'b.jsonl', 'a.jsonl.gz', '--seeds', '1:400'], { cwd }), whole);
    await outputOf(['merge', 'c.jsonl.gz', 'b.jsonl', 'a.jsonl.gz', '--out', 'all.jsonl.gz'], { cwd });
    assert.equal(zlib.gunzipSync(readFileSync(join(cwd, 'all.jsonl.gz'))).toString(), whole);
    appendFileSync(join(cwd, 'all.jsonl.gz'), readFileSync(join(cwd, 'all.jsonl.gz')).subarray(0, 100));
    for (const [name, words] of /** @type {[string, RegExp][]} */ ([
      ['all.jsonl.gz', /all\.jsonl\.gz ends in the middle of a line/],
      ['plain.jsonl.gz', /plain\.jsonl\.gz is not compressed as its name says/],
    ])) {
      const { code, stderr } = await runCommand(['merge', name], { cwd });
      assert.equal(code, 1);
      assert.match(stderr, words);
    }
  });
});

describe('a file named .zst', () => {
  test('is written, gone on with and merged where Node.js has zstd, and refused in a sentence where it has not', async () => {
    const { code, stderr } = await runCommand(sweep('--out', 'results.jsonl.zst'), { cwd });
    if (!hasZstd) {
      assert.equal(code, 1);
      assert.match(stderr, /results\.jsonl\.zst: this Node\.js \(v[\d.]+\) has no zstd; take Node\.js 22\.15 or later, or \.gz/);
      return;
    }
    assert.equal(code, 0);
    const packed = readFileSync(join(cwd, 'results.jsonl.zst'));
    writeFileSync(join(cwd, 'results.jsonl.zst'), packed.subarray(0, packed.length - 1));
    assert.equal((await runCommand(sweep('--out', 'results.jsonl.zst'), { cwd })).code, 0);
    assert.equal(await outputOf(['merge', 'results.jsonl.zst'], { cwd }), whole);
  });
});
