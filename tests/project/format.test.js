/**
 * How code is laid out is not a matter of taste: Biome lays out the JavaScript (biome.json), clang-format the C (.clang-format), and what they would
 * change fails here.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

test('JavaScript is laid out as biome.json says; node_modules/.bin/biome format --write does it', () => {
  const { status, stdout, stderr } = spawnSync('node_modules/.bin/biome', ['format'], { cwd: ROOT, encoding: 'utf8' });
  assert.equal(status, 0, stdout + stderr);
});

test('C is laid out as .clang-format says; clang-format -i src/*.[ch] src/*/*.[ch] tests/*/*.[ch] does it', () => {
  const folders = ['src', 'src/many', ...readdirSync(join(ROOT, 'tests')).map((name) => join('tests', name))];
  const files = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => /\.[ch]$/.test(name))
      .map((name) => join(folder, name)),
  );
  assert.ok(files.includes('src/nn.h') && files.includes('tests/native/driver.c'));
  const { status, stderr } = spawnSync('clang-format', ['--dry-run', '--Werror', ...files], { cwd: ROOT, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
});
