/** How code is laid out is not a matter of taste: Biome lays out the JavaScript (biome.json), and what it would change fails here. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

test('JavaScript is laid out as biome.json says; node_modules/.bin/biome format --write does it', () => {
  const { status, stdout, stderr } = spawnSync('node_modules/.bin/biome', ['format'], { cwd: ROOT, encoding: 'utf8' });
  assert.equal(status, 0, stdout + stderr);
});
