/** The command twin-neurons: what it prints and writes, when it goes on, when it refuses, and how it ends. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { writeFile as writeFileAsync } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openLab, parseExperiment, writeLink } from 'twin-neurons';
import { progressLine } from '../../web/command/progress.js';
import { shardRuns } from '../../web/command/result-lines.js';
import { writeHistory } from '../../web/experiment/file.js';
import { COMMAND, SWEPT, makeFolder, outputOf, runCommand, startCommand } from '../support/command.js';
import { until } from '../support/shared.js';

/** @type {import('twin-neurons').Lab} */
let lab;
before(async () => {
  lab = await openLab();
});
after(() => lab.close());

const LINK = `https://example.org/lab/#run=${writeLink(parseExperiment(SWEPT))}`;

describe('twin-neurons', () => {
  test("tells its version, which is the package's", async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    assert.equal(await outputOf(['--version']), `${version}\n`);
  });

  test('helps, with all commands or with one', async () => {
    const help = await outputOf(['--help']);
    for (const words of ['run EXPERIMENT', 'sweep EXPERIMENT', 'merge FILE...', '--fingerprint', '--shard I/N', 'Exit codes: 0 done;'])
      assert.ok(help.includes(words), words);
    assert.ok(help.split('\n').every((line) => line.length <= 120));
    const one = await outputOf(['sweep', 'experiment.json', '--help']);
    assert.ok(one.includes('--seeds A:B') && !one.includes('--fingerprint'));
  });
});

describe('twin-neurons run', () => {
  const cwd = makeFolder();

  test('prints a line of JSON with what the package says of the same run', async () => {
    const run = lab.start(SWEPT);
    const { step, loss, stopped } = run.train(300);
    const { experiment, layers, ...line } = JSON.parse(await outputOf(['run', 'experiment.json', '--steps', '300'], { cwd }));
    assert.match(experiment, /^[0-9a-f]{16}$/);
    assert.deepEqual(line, {
      engine: lab.version,
      steps: 300,
      seed: 7,
      step,
      loss,
      stopped,
      effective: [3],
      different: [run.likeness()[0].different],
      solved: run.solved(),
      baseline: run.baseline(),
      parted: 0,
      fingerprint: run.fingerprint(),
    });
    const { layer: _, ...worth } = run.likeness()[0];
    const { nearest, ...said } = layers[0];
    assert.deepEqual(said, worth);
    const distanceOf = (/** @type {[number, number]} */ units) => ({ units, distance: run.distance(1, ...units) });
    const distances = [distanceOf([1, 2]), distanceOf([1, 3]), distanceOf([2, 3])];
    assert.deepEqual([nearest], [...distances].sort((one, other) => one.distance - other.distance).slice(0, 1));
    run.close();
  });

  test('trains as many steps as the page where nothing says otherwise, and none where none are asked for', async () => {
    assert.equal(JSON.parse(await outputOf(['run', 'experiment.json'], { cwd })).step, 2000);
    assert.equal(JSON.parse(await outputOf(['run', 'experiment.json', '--steps=0'], { cwd })).step, 0);
  });

  test('prints the fingerprint alone, of a file, of standard input and of a link in either', async () => {
    const run = lab.start(SWEPT);
    run.train(50);
    const expected = `${run.fingerprint()}\n`;
    run.close();
    const steps = ['--steps', '50', '--fingerprint'];
    writeFileSync(join(cwd, 'link.txt'), `${LINK}&steps=50\n`);
    assert.equal(await outputOf(['run', 'experiment.json', ...steps], { cwd }), expected);
    assert.equal(await outputOf(['run', '-', ...steps], { input: JSON.stringify(SWEPT) }), expected);
    assert.equal(await outputOf(['run', '--fingerprint', `${LINK}&steps=50`]), expected);
    assert.equal(await outputOf(['run', '--fingerprint', 'link.txt'], { cwd }), expected);
    assert.equal(await outputOf(['run', '--fingerprint', '-'], { input: `\uFEFF${LINK}&steps=50` }), expected);
    assert.equal(await outputOf(['run', `${LINK}&steps=7`, ...steps]), expected, "--steps goes before the link's");
  });

  test('writes the history as a table, to the bit', async () => {
    const run = lab.start(SWEPT);
    run.train(5000);
    const expected = writeHistory(run.history(), run.names);
    run.close();
    await outputOf(['run', 'experiment.json', '--steps', '5000', '--csv', 'history.csv'], { cwd });
    assert.equal(readFileSync(join(cwd, 'history.csv'), 'utf8'), expected);
    assert.equal(await outputOf(['run', 'experiment.json', '--steps', '5000', '--csv', '-'], { cwd }), expected);
    assert.equal(expected.split('\n')[0], 'step,J,w1,w2,w3,w4,w5,w6,b1,b2,b3,w7,w8,w9,b4');
  });

  test('writes the result with ties, parameters and the experiment, from which it can be run again', async () => {
    const line = await outputOf(['run', 'experiment.json', '--json', 'result.json', '--steps', '40'], { cwd });
    const { ties, parameters, definition, ...rest } = JSON.parse(readFileSync(join(cwd, 'result.json'), 'utf8'));
    assert.deepEqual(rest, JSON.parse(line));
    const run = lab.start(definition);
    run.train(40);
    assert.deepEqual([run.fingerprint(), run.ties(), Object.values(parameters)], [rest.fingerprint, ties, [...run.parameters()]]);
    assert.deepEqual(Object.keys(parameters), run.names);
    run.close();
  });

  test('ends with 3 where training diverges, and its result says where', async () => {
    const linear = {
      network: { inputs: 2, hidden: [2], activation: 'linear', outputActivation: 'linear' },
      data: { set: 'xor' },
      training: { learningRate: 100 },
    };
    const { code, stdout } = await runCommand(['run', '-'], { input: JSON.stringify(linear) });
    const { stopped, step, steps } = JSON.parse(stdout);
    assert.deepEqual([code, stopped, steps], [3, 'diverged', 2000]);
    assert.ok(step < 2000);
  });

  test('leaves no half of a file where it cannot write, and says why', async () => {
    mkdirSync(join(cwd, 'folder'));
    const { code, stderr } = await runCommand(['run', 'experiment.json', '--csv', 'folder'], { cwd });
    assert.deepEqual([code, stderr], [1, 'twin-neurons: folder cannot be written: it is a folder\n']);
    assert.deepEqual(
      readdirSync(cwd).filter((name) => name.endsWith('.part')),
      [],
    );
  });

  test('is ended by Ctrl+C with a sentence, and writes nothing', async () => {
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    const { child, ended } = startCommand(['run', 'pipe', '--steps', '9000000000000', '--csv', 'never.csv'], { cwd });
    // The pipe takes the experiment once the command reads there, and by then it listens to signals.
    await writeFileAsync(join(cwd, 'pipe'), JSON.stringify(SWEPT));
    child.kill('SIGINT');
    const { code, stdout, stderr } = await ended;
    assert.deepEqual([code, stdout], [130, '']);
    assert.match(stderr, /^twin-neurons: ended by SIGINT at step \d+ of 9000000000000; nothing was written\n$/);
    assert.ok(!existsSync(join(cwd, 'never.csv')));
  });
});

describe('twin-neurons sweep', () => {
  const sweep = ['sweep', 'experiment.json', '--steps', '200'];

  /** Other values on the way. */
  const SCHEDULED = { ...SWEPT, training: { learningRate: 0.5, schedule: [{ from: 50, learningRate: 2, l2: 0.01 }] } };
  for (const experiment of [SWEPT, SCHEDULED])
    test(`prints a line for each seed, the very line that a run from this seed prints: ${JSON.stringify(experiment.training)}`, async () => {
      const cwd = makeFolder({ 'experiment.json': JSON.stringify(experiment) });
      const lines = (await outputOf([...sweep, '--seeds', '5:7'], { cwd })).split('\n');
      assert.equal(lines.pop(), '');
      assert.deepEqual(
        lines.map((line) => JSON.parse(line).seed),
        [5, 6, 7],
      );
      assert.equal(`${lines[2]}\n`, await outputOf(['run', 'experiment.json', '--steps', '200'], { cwd }));
      const results = await lab.sweep(experiment, { seeds: [5, 7], steps: 200 });
      assert.deepEqual(
        lines.map((line) => JSON.parse(line)).map(({ engine, experiment, steps, ...result }) => result),
        results,
      );
    });

  test('gives the same bytes with any number of workers, and for an experiment with another name, seed and layout', async () => {
    const cwd = makeFolder({ 'other.json': JSON.stringify({ ...SWEPT, name: 'other', init: { seed: 1, scheme: 'normal' } }, null, 4) });
    const expected = await outputOf([...sweep, '--seeds', '0:30', '--workers', '1'], { cwd });
    assert.equal(await outputOf([...sweep, '--seeds', '0:30', '--workers', '3'], { cwd }), expected);
    assert.equal(await outputOf(['sweep', 'other.json', '--steps', '200', '--seeds', '0:30'], { cwd }), expected);
  });

  test('in shards, one after the other, gives the bytes of the whole', async () => {
    const cwd = makeFolder();
    const whole = await outputOf([...sweep, '--seeds', '10:20'], { cwd });
    const parts = await Promise.all([1, 2, 3].map((shard) => outputOf([...sweep, '--seeds', '10:20', '--shard', `${shard}/3`], { cwd })));
    assert.equal(parts.join(''), whole);
    assert.deepEqual(
      parts.map((part) => part.split('\n').length - 1),
      [3, 4, 4],
    );
    assert.equal(await outputOf([...sweep, '--seeds', '1:2', '--shard', '1/3'], { cwd }), '', 'more shards than seeds');
  });

  test('any number of shards share out any seeds: each seed once, in order, and as evenly as can be', () => {
    for (const [first, last, shards] of [
      [0, 0, 1],
      [0, 0, 5],
      [3, 12, 4],
      [0, 999_999, 7],
      [2 ** 32 - 11, 2 ** 32 - 1, 1000],
      [0, 2 ** 32 - 1, 1_000_000],
    ]) {
      let next = first;
      for (let shard = 1; shard <= shards; shard += 1) {
        const [from, to] = shardRuns([first, last], [shard, shards]);
        assert.equal(from, next);
        assert.ok(Math.abs(to - from + 1 - (last - first + 1) / shards) < 1);
        next = to + 1;
      }
      assert.equal(next, last + 1);
    }
  });

  test('does nothing where all is there, and computes only what is more', async () => {
    const cwd = makeFolder();
    const out = ['--out', 'results.jsonl'];
    await outputOf([...sweep, '--seeds', '1:4', ...out], { cwd });
    const file = join(cwd, 'results.jsonl');
    const four = readFileSync(file, 'utf8');
    await outputOf([...sweep, '--seeds', '1:4', ...out], { cwd });
    assert.equal(readFileSync(file, 'utf8'), four);
    await outputOf([...sweep, '--seeds', '1:6', ...out], { cwd });
    assert.equal(readFileSync(file, 'utf8'), await outputOf([...sweep, '--seeds', '1:6'], { cwd }));
  });

  test('mends a last line that was cut off, wherever it was cut', async () => {
    const cwd = makeFolder();
    const whole = await outputOf([...sweep, '--seeds', '1:3'], { cwd });
    const second = whole.indexOf('\n') + 1;
    for (const length of [0, 1, second - 1, second, second + 5, second + 90, whole.length - 1]) {
      writeFileSync(join(cwd, 'results.jsonl'), whole.slice(0, length));
      await outputOf([...sweep, '--seeds', '1:3', '--out', 'results.jsonl'], { cwd });
      assert.equal(readFileSync(join(cwd, 'results.jsonl'), 'utf8'), whole, `cut after ${length} bytes`);
    }
  });

  test('refuses a file of anything else in one sentence, and leaves it as it is', async () => {
    const cwd = makeFolder();
    const whole = await outputOf([...sweep, '--seeds', '1:3'], { cwd });
    const other = await outputOf(['sweep', '-', '--steps', '200', '--seeds', '1:1'], {
      input: JSON.stringify({ ...SWEPT, network: { inputs: 2, hidden: [4] } }),
    });
    for (const [text, words] of /** @type {[string, RegExp][]} */ ([
      [
        other,
        /line 1 of results\.jsonl is a result of another experiment \([0-9a-f]{16}, not [0-9a-f]{16}\); name another file with --out/,
      ],
      [whole.replaceAll('"steps":200', '"steps":300'), /line 1 .* of 300 steps, not 200/],
      [whole.replaceAll(/"engine":"[^"]*"/g, '"engine":"9.9.9"'), /line 1 .* of version 9\.9\.9 of the engine, not \d/],
      [whole.split('\n').slice(1).join('\n'), /line 1 .* is of seed 2 where 1 should be/],
      [whole + whole, /line 4 .* is of seed 1, and this sweep ends at 3/],
      ['{"version": 1}\n', /line 1 .* is no result of a sweep/],
      ['my notes, without a line end', /the last line of results\.jsonl is no result of this sweep/],
      [whole.replace('"loss":0.', '"loss": 0.'), /line 1 .* is no result of a sweep/],
      [`${whole}{"engine":"0.1.0","experiment":"0123456789abcdef","st`, /the last line/],
    ])) {
      writeFileSync(join(cwd, 'results.jsonl'), text);
      const { code, stdout, stderr } = await runCommand([...sweep, '--seeds', '1:3', '--out', 'results.jsonl'], { cwd });
      assert.deepEqual([code, stdout], [1, ''], text);
      assert.match(stderr, words);
      assert.match(stderr, /^twin-neurons: [^\n]+\n$/);
      assert.equal(readFileSync(join(cwd, 'results.jsonl'), 'utf8'), text);
    }
  });

  for (const [signal, code] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGKILL', null],
  ])) {
    test(`ended by ${signal} in the middle goes on from there, to the same bytes`, async () => {
      const cwd = makeFolder();
      const file = join(cwd, 'results.jsonl');
      const long = (/** @type {number} */ last) => [
        'sweep',
        'experiment.json',
        '--steps',
        '20000',
        '--seeds',
        `1:${last}`,
        '--workers',
        '2',
      ];
      const { child, ended } = startCommand([...long(100_000), '--out', 'results.jsonl'], { cwd });
      await until(() => existsSync(file) && readFileSync(file, 'utf8').includes('"seed":3,'));
      child.kill(signal);
      const end = await ended;
      assert.equal(end.code, code);
      const done = readFileSync(file, 'utf8').split('\n').length - 1;
      assert.ok(done >= 3);
      if (code !== null)
        assert.equal(
          end.stderr,
          `twin-neurons: ended by ${signal} after ${done} of 100000 seeds; they are in results.jsonl, and the same command goes on from there\n`,
        );
      await outputOf([...long(done + 10), '--out', 'results.jsonl'], { cwd });
      assert.equal(readFileSync(file, 'utf8'), await outputOf(long(done + 10), { cwd }));
    });
  }

  test('stops where another process writes to its file', async () => {
    const cwd = makeFolder();
    const file = join(cwd, 'results.jsonl');
    const { ended } = startCommand(['sweep', 'experiment.json', '--seeds', '1:5000', '--steps', '20000', '--out', 'results.jsonl'], {
      cwd,
    });
    await until(() => existsSync(file) && readFileSync(file, 'utf8').includes('\n'));
    appendFileSync(file, 'mine\n');
    const { code, stderr } = await ended;
    assert.deepEqual([code, stderr], [75, 'twin-neurons: another process writes to results.jsonl; let only one do so\n']);
  });

  test('ends quietly when nobody reads on', () => {
    const script = `"$0" "$1" sweep experiment.json --seeds 0:5000 --steps 100 | head -n 2; echo "\${PIPESTATUS[0]}"`;
    const output = execFileSync('bash', ['-c', script, process.execPath, COMMAND], {
      cwd: makeFolder(),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [one, two, status] = output.split('\n');
    assert.deepEqual([JSON.parse(one).seed, JSON.parse(two).seed, status], [0, 1, '141']);
  });
});

describe('twin-neurons merge', async () => {
  const cwd = makeFolder();
  const whole = await outputOf(['sweep', 'experiment.json', '--steps', '20', '--seeds', '1:9'], { cwd });
  const lines = whole.match(/.*\n/g) ?? [];
  const merge = (/** @type {string[]} */ parts, /** @type {string[]} */ ...options) => {
    parts.forEach((text, at) => writeFileSync(join(cwd, `part ${at + 1}`), text));
    return runCommand(['merge', ...options, ...parts.map((_, at) => `part ${at + 1}`)], { cwd });
  };

  test('puts shards in order, whatever the order of the files and of the lines, each seed once', async () => {
    const parts = [lines.slice(5).reverse().join(''), '', lines.slice(2, 6).join(''), lines.slice(0, 2).join('')];
    const { code, stdout } = await merge(parts);
    assert.deepEqual([code, stdout], [0, whole]);
    await merge(parts, '--out', 'merged.jsonl', '--seeds', '1:9');
    assert.equal(readFileSync(join(cwd, 'merged.jsonl'), 'utf8'), whole);
    assert.equal(await outputOf(['merge', '-'], { input: whole }), whole);
  });

  for (const [what, parts, options, words] of /** @type {[string, string[], string[], RegExp][]} */ ([
    ['a gap', [lines.slice(0, 3).join(''), lines.slice(6).join('')], [], /the results of seeds 4 to 6 are missing/],
    ['a gap of one', [lines.slice(0, 3).join(''), lines.slice(4).join('')], [], /the results of seed 4 are missing/],
    ['a missing end', [whole], ['--seeds', '1:12'], /the results of seeds 10 to 12 are missing/],
    ['a missing beginning', [whole], ['--seeds=0:9'], /the results of seed 0 are missing/],
    ['nothing at all', [''], ['--seeds', '0:1'], /the results of seeds 0 to 1 are missing/],
    ['a seed that was not asked for', [whole], ['--seeds', '2:9'], /line 1 of part 1 is of seed 1, which is not among 2:9/],
    [
      'two results of one seed',
      [whole, lines[4].replace(/"loss":[^,]*/, '"loss":0.5')],
      [],
      /line 1 of part 2 gives seed 5 another result than line 5 of part 1/,
    ],
    [
      'another experiment',
      [lines[0], lines[1].replace(/"experiment":"./, '"experiment":"x')],
      [],
      /line 1 of part 2 is no result of a sweep/,
    ],
    ['other steps', [lines[0], lines[1].replace('"steps":20', '"steps":21')], [], /line 1 of part 2 is a result of 21 steps, not 20/],
    ['a line that is cut off', [whole.slice(0, -9)], [], /part 1 ends in the middle of a line; run its sweep again/],
    ['what is no result', ['{}\n'], [], /line 1 of part 1 is no result of a sweep/],
  ])) {
    test(`refuses ${what}`, async () => {
      const { code, stdout, stderr } = await merge(parts, ...options);
      assert.deepEqual([code, stdout], [1, '']);
      assert.match(stderr, words);
    });
  }
});

describe('progress', () => {
  /** Runs the command on a terminal of its own and gives back what that shows. @param {string} args */
  const onTerminal = (args) =>
    execFileSync('script', ['-qec', `"${process.execPath}" "${COMMAND}" ${args}`, '/dev/null'], {
      cwd: makeFolder(),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, COLUMNS: '80' },
    });

  test('shows on a terminal, and is gone at the end', () => {
    const shown = onTerminal('sweep experiment.json --seeds 1:40 --steps 40000 --out results.jsonl');
    assert.match(shown, /\r\[█*░*\] +\d+ % {2}\d+ of 40 seeds/);
    assert.ok(shown.endsWith('\r\u001b[K'), JSON.stringify(shown.slice(-80)));
    assert.match(onTerminal('run experiment.json --steps 3000000 --csv h.csv'), /\d of 3,000,000 steps/);
  });

  test('says how far the work is and how long it will take', () => {
    assert.equal(
      progressLine({ done: 500, total: 1000, unit: 'steps', seconds: 6 }),
      '[████████████░░░░░░░░░░░░]  50 %  500 of 1,000 steps, 6 s left',
    );
    assert.equal(progressLine({ done: 0, total: 4, unit: 'seeds', seconds: 1 }), '[░░░░░░░░░░░░░░░░░░░░░░░░]   0 %  0 of 4 seeds');
    assert.match(progressLine({ done: 1, total: 2, unit: 'seeds', seconds: 1000 }), /, 17 min left$/);
    assert.match(progressLine({ done: 1, total: 3, unit: 'seeds', seconds: 8000 }), /, 5 h left$/);
  });
});
