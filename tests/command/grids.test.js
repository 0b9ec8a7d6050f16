/** twin-neurons sweep over a grid, and with the parameters in its lines: every combination named, in shards, resumed, refused. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
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

describe('merge of a grid', async () => {
  const whole = await outputOf(sweep(...GRID), { cwd });
  const lines = /** @type {string[]} */ (whole.match(/.*\n/g) ?? []);
  const merge = (/** @type {string[]} */ parts, /** @type {string[]} */ ...options) => {
    parts.forEach((text, at) => writeFileSync(join(cwd, `part ${at + 1}`), text));
    return runCommand(['merge', ...options, ...parts.map((_, at) => `part ${at + 1}`)], { cwd });
  };

  test('is what one sweep writes, to the byte, whatever the order of the lines, where the values come in their order or --grid says it', async () => {
    const parts = [lines.slice(0, 4).join(''), lines.slice(7).reverse().join(''), lines.slice(3, 9).join('')];
    assert.equal((await merge([parts[0], parts[2], parts[1]])).stdout, whole);
    assert.equal((await merge(parts.reverse(), ...GRID, '--seeds', '3:5')).stdout, whole);
  });

  for (const [what, parts, options, words] of /** @type {[string, string[], string[], RegExp][]} */ ([
    [
      'a gap',
      [lines.slice(0, 4).join(''), lines.slice(5).join('')],
      [],
      /seed 4 with training.learningRate=0.1 network.hidden=\[3,2\] are missing/,
    ],
    [
      'a combination that is not there',
      [lines.slice(0, 9).join('')],
      [],
      /the results of training.learningRate=2 network.hidden=\[3,2\] are missing/,
    ],
    ['fewer than --grid names', [lines.slice(0, 6).join('')], GRID, /the results of training.learningRate=2 network.hidden=2 are missing/],
    [
      'more than --grid names',
      [whole],
      ['--grid', 'training.learningRate=2', '--grid', 'network.hidden=2,[3,2]'],
      /which --grid does not name/,
    ],
    ['a seed that was not asked for', [whole], ['--seeds', '4:5'], /line 1 of part 1 is of seed 3/],
    ['another grid', [whole, lines[0].replace(',"network.hidden":2', '')], [], /line 1 of part 2 is a result of another grid/],
    [
      'an experiment that is not that of its combination',
      [whole, lines[0].replace(/"experiment":"[^"]*"/, '"experiment":"0123456789abcdef"')],
      [],
      /line 1 of part 2 is a result of another experiment/,
    ],
    [
      'a grid where there is none',
      [
        lines
          .map((line) => line.replace(/"grid":[^}]*\},/, ''))
          .slice(0, 3)
          .join(''),
      ],
      GRID,
      /the lines are of no grid/,
    ],
  ])) {
    test(`refuses ${what}`, async () => {
      const { code, stdout, stderr } = await merge(parts, ...options);
      assert.deepEqual([code, stdout], [1, ''], stderr);
      assert.match(stderr, words);
    });
  }
});

describe('the folder of experiments beside a file of results', () => {
  test('has what each line is a result of, under the name that the line has for it, and gives the same line again', async () => {
    const own = makeFolder();
    writeFileSync(join(own, 'experiment.json'), JSON.stringify({ ...experiment, name: 'mine', init: { scheme: 'normal', seed: 9 } }));
    await outputOf(sweep(...GRID, '--out', 'results.jsonl', '--shard', '1/2'), { cwd: own });
    await outputOf(sweep(...GRID, '--out', 'more.jsonl', '--shard', '2/2'), { cwd: own });
    const lines = ['results', 'more'].flatMap((name) =>
      linesOf(readFileSync(join(own, `${name}.jsonl`), 'utf8')).map((line) => JSON.parse(line)),
    );
    const names = new Set(lines.map((line) => `${line.experiment}.json`));
    assert.deepEqual(readdirSync(join(own, 'experiments')).sort(), [...names].sort());
    const { grid: _, ...last } = lines[11];
    const again = await outputOf(['sweep', `experiments/${last.experiment}.json`, '--seeds', '5:5', '--steps', '20'], { cwd: own });
    assert.deepEqual(JSON.parse(again), last);
  });

  test('is done without where it cannot be made, and that is said', async () => {
    const own = makeFolder();
    writeFileSync(join(own, 'experiment.json'), JSON.stringify(experiment));
    writeFileSync(join(own, 'experiments'), '');
    const { code, stderr } = await runCommand(sweep('--out', 'results.jsonl'), { cwd: own });
    assert.equal(code, 0);
    assert.match(stderr, /the experiment is not kept beside its results/);
    assert.equal(linesOf(readFileSync(join(own, 'results.jsonl'), 'utf8')).length, 3);
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
