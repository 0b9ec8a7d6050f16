/** The study docs/studies/alike.md: its commands run, as they stand there, on few seeds; and its table and sum are of the runs that it says. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { COMMAND, makeFolder } from '../support/command.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const paper = readFileSync(`${ROOT}docs/studies/alike.md`, 'utf8');
const commands = Array.from(paper.matchAll(/^ {4}((?:twin-neurons|node) .*(?:\n {8}.*)*)/gm), ([, text = '']) =>
  text.replaceAll(/ \\\n +/g, ' '),
);

test('its commands run and give a table of the same shape, from few seeds', () => {
  const cwd = makeFolder();
  const [sweep = '', table = ''] = commands;
  assert.match(sweep, /^twin-neurons sweep docs\/studies\/alike\.json .*--seeds 1:2778 /);
  const run = (/** @type {string} */ command) =>
    execFileSync(
      'bash',
      ['-c', command.replace('twin-neurons', `"${process.execPath}" "${COMMAND}"`).replaceAll(/(docs|tools)\//g, `${ROOT}$1/`)],
      { cwd, encoding: 'utf8' },
    );
  run(sweep.replace('--seeds 1:2778', '--seeds 1:3').replace('--steps 1000', '--steps 10'));
  const made = run(table.replace(' --pictures', '')).trim().split('\n');
  const said = paper.split('\n').filter((line) => line.startsWith('|'));
  const names = (/** @type {string[]} */ lines) => lines.map((line) => line.split('|')[1]);
  assert.deepEqual(names(made), names(said));
  assert.equal(made[0], said[0]);
});
