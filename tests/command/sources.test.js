/** The files that are merged: what is read a second time, to be written, must be what was read before. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Sources } from '../../web/command/sources.js';

const folder = mkdtempSync(join(tmpdir(), 'twin-neurons-test-'));
after(() => rmSync(folder, { recursive: true }));

const LINES = '{"seed":7,"step":5}\n{"seed":8,"step":5}\n';

for (const [how, change] of /** @type {[string, (name: string) => void][]} */ ([
  ['has other lines now', (name) => writeFileSync(name, LINES.replace('7', '9'))],
  ['is empty now', (name) => truncateSync(name)],
]))
  test(`a results file that ${how} is named, and can be merged when its sweep has ended`, async () => {
    const name = join(folder, 'results.jsonl');
    writeFileSync(name, LINES);
    const sources = new Sources(/** @type {any} */ ({}));
    const file = 0;
    await sources.open(file, name);
    const stretch = { file, line: 1, start: 0, bytes: LINES.length, combination: 0, seed: 7, lines: 2 };
    assert.equal(String(sources.lines(stretch).take(2).bytes), LINES);
    change(name);
    assert.throws(() => sources.lines(stretch).take(2), {
      name: 'TryAgainError',
      message: `${name} was changed while it was read; merge when its sweep has ended`,
    });
    sources.close();
  });
