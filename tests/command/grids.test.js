/** twin-neurons sweep over a grid, and with the parameters in its lines: every combination named, in shards, resumed, refused. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { readGrid } from '../../web/command/grid-option.js';
import { makeFolder, outputOf, runCommand } from '../support/command.js';

const experiment = { version: 1, network: { inputs: 2, hidden: [2] }, data: { set: 'xor' }, init: { scheme: 'normal' } };
const cwd = makeFolder();
writeFileSync(join(cwd, 'experiment.json'), JSON.stringify(experiment));

const GRID = ['--grid', 'training.learningRate=0.1,2', '--grid', 'network.hidden=2,[3,2]'];
const sweep = (/** @type {string[]} */ ...rest) => ['sweep', 'experiment.json', '--seeds', '3:5', '--steps', '20', ...rest];
const linesOf = (/** @type {string} */ text) => text.trimEnd().split('\n');

describe('a sweep over a grid', async () => {
  const whole = await outputOf(sweep(...GRID), { cwd });

  test('has a line for each seed of each combination, which says all that lab.sweep does', async () => {
    const lines = linesOf(whole).map((line) => JSON.parse(line));
    const lab = await openLab();
    const grid = { 'training.learningRate': [0.1, 2], 'network.hidden': [2, [3, 2]] };
    const results = await lab.sweep(experiment, { seeds: [3, 5], steps: 20, grid });
    lab.close();
    assert.deepEqual(
      lines.map(({ engine: _, experiment: __, steps: ___, ...rest }) => rest),
      results,
    );
    assert.equal(new Set(lines.map((line) => line.experiment)).size, 4);
    assert.match(linesOf(whole)[0], /"steps":20,"grid":\{"training\.learningRate":0\.1,"network\.hidden":2\},"seed":3,/);
  });

  test('is the same in shards, one after the other, whatever they cut through', async () => {
    const shards = [];
    for (const shard of [1, 2, 3, 4, 5]) shards.push(await outputOf(sweep(...GRID, '--shard', `${shard}/5`), { cwd }));
    assert.equal(shards.join(''), whole);
  });

  test('goes on where it was ended, in the middle of a line or of a combination', async () => {
    const file = join(cwd, 'grid.jsonl');
    for (const length of [0, 30, whole.indexOf('\n') + 1, whole.length >> 1, whole.length - 1, whole.length]) {
      writeFileSync(file, whole.slice(0, length));
      assert.equal((await runCommand(sweep(...GRID, '--out', 'grid.jsonl'), { cwd })).code, 0);
      assert.equal(readFileSync(file, 'utf8'), whole, `cut at ${length}`);
    }
  });

  test('leaves alone a file of another grid, or of none', async () => {
    writeFileSync(join(cwd, 'other.jsonl'), whole);
    for (const rest of [[], ['--grid', 'training.learningRate=0.1,3', '--grid', 'network.hidden=2,[3,2]']]) {
      const { code, stderr } = await runCommand(sweep(...rest, '--out', 'other.jsonl'), { cwd });
      assert.equal(code, 1);
      assert.match(stderr, /is a result of another experiment .*; name another file with --out/);
      assert.equal(readFileSync(join(cwd, 'other.jsonl'), 'utf8'), whole);
    }
  });
});

describe('a sweep with --weights', async () => {
  const whole = await outputOf(sweep('--weights'), { cwd });

  test('adds the first and the last parameters to each line, and nothing else', async () => {
    const plain = linesOf(await outputOf(sweep(), { cwd })).map((line) => JSON.parse(line));
    const lines = linesOf(whole).map((line) => JSON.parse(line));
    assert.deepEqual(
      lines.map(({ first: _, last: __, ...rest }) => rest),
      plain,
    );
    const lab = await openLab();
    for (const { seed, first, last } of lines) {
      const run = lab.start({ ...experiment, init: { scheme: 'normal', seed } });
      assert.deepEqual(first, [...run.parameters()]);
      run.train(20);
      assert.deepEqual(last, [...run.parameters()]);
    }
    lab.close();
  });

  test('goes on with its own file, and not with one that has none', async () => {
    writeFileSync(join(cwd, 'weights.jsonl'), whole.slice(0, whole.length >> 1));
    assert.equal((await runCommand(sweep('--weights', '--out', 'weights.jsonl'), { cwd })).code, 0);
    assert.equal(readFileSync(join(cwd, 'weights.jsonl'), 'utf8'), whole);
    const { code, stderr } = await runCommand(sweep('--out', 'weights.jsonl'), { cwd });
    assert.equal(code, 1);
    assert.match(stderr, /line 1 of weights\.jsonl has parameters, unlike this sweep/);
    assert.equal(await outputOf(['merge', 'weights.jsonl'], { cwd }), whole);
  });
});

describe('--grid', () => {
  test('reads numbers, lists, names, true and false', () => {
    assert.deepEqual(readGrid('a.b=1,-0.5,1e-3\nc=x-y,true\nd=[1,2],3'), { 'a.b': [1, -0.5, 0.001], c: ['x-y', true], d: [[1, 2], 3] });
    assert.equal(readGrid(undefined), undefined);
  });

  test('is refused where it is none', async () => {
    for (const [grid, words] of /** @type {[string, RegExp][]} */ ([
      ['training.learningRate', /--grid must be the path of a field and its values/],
      ['=1', /--grid must be/],
      ['a=1,,2', /--grid must be/],
      ['a=', /--grid must be/],
    ])) {
      const { code, stderr } = await runCommand(sweep('--grid', grid), { cwd });
      assert.equal(code, 2, grid);
      assert.match(stderr, words);
    }
    assert.throws(() => readGrid('a=1\na=2'), /--grid names a twice/);
    const { code, stderr } = await runCommand(sweep('--grid', 'training.learningRate=fast'), { cwd });
    assert.equal(code, 1);
    assert.match(stderr, /training\.learningRate/);
  });
});
