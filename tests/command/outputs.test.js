/** Where the command writes: into what is no regular file, through links, never over what it reads; and what it says where it cannot write. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { EXIT, InputError, explain, fileError } from '../../web/command/failures.js';
import { findPlace, isOneFile } from '../../web/command/places.js';
import { ResultFile } from '../../web/command/result-file.js';
import { writeLine } from '../../web/command/result-lines.js';
import { COMMAND, makeFolder, runCommand } from '../support/command.js';

const STEPS = ['--steps', '20'];
const SWEEP = ['sweep', 'experiment.json', '--seeds', '1:9', ...STEPS];

/** @type {string} */
let whole;
before(async () => {
  ({ stdout: whole } = await runCommand(SWEEP, { cwd: makeFolder() }));
});

/** A folder with an experiment and the results of its sweep. */
const makeResults = () => makeFolder({ 'a.jsonl': whole });

/**
 * Runs a line of a shell that knows the command as "twin-neurons".
 * @param {string} line
 * @param {string} cwd
 */
function shell(line, cwd) {
  const script = `twin-neurons() { "${process.execPath}" "${COMMAND}" "$@"; }; ${line}`;
  return execFileSync('bash', ['-c', script], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Every command that writes, with the name that it writes to. @type {Record<string, (out: string) => string[]>} */
const WRITERS = {
  'run --csv': (out) => ['run', 'experiment.json', ...STEPS, '--csv', out],
  'run --json': (out) => ['run', 'experiment.json', ...STEPS, '--json', out],
  'sweep --out': (out) => [...SWEEP, '--out', out],
  'merge --out': (out) => ['merge', 'a.jsonl', '--out', out],
};

for (const [name, args] of Object.entries(WRITERS)) {
  describe(`twin-neurons ${name}`, () => {
    /** What a plain file gets. */
    let expected = '';
    before(async () => {
      const cwd = makeResults();
      assert.equal((await runCommand(args('plain'), { cwd })).code, 0);
      expected = readFileSync(join(cwd, 'plain'), 'utf8');
    });

    test('leaves a device a device', async () => {
      const cwd = makeResults();
      symlinkSync('/dev/null', join(cwd, 'nothing'));
      for (const out of ['/dev/null', 'nothing']) assert.equal((await runCommand(args(out), { cwd })).code, 0);
      assert.ok(lstatSync('/dev/null').isCharacterDevice() && lstatSync(join(cwd, 'nothing')).isSymbolicLink());
    });

    test('writes into a named pipe, which stays one', async () => {
      const cwd = makeResults();
      execFileSync('mkfifo', [join(cwd, 'pipe')]);
      const [{ code }, read] = await Promise.all([
        runCommand(args('pipe'), { cwd }),
        new Promise((resolve) => resolve(shell('cat pipe', cwd))),
      ]);
      assert.deepEqual([code, read], [0, expected]);
      assert.ok(lstatSync(join(cwd, 'pipe')).isFIFO());
    });

    test('writes into another program, and into a file that the shell has opened', async () => {
      const cwd = makeResults();
      const quoted = args('>(gzip > packed.gz)').map((word) => (word.startsWith('>(') ? word : `'${word}'`));
      shell(`twin-neurons ${quoted.join(' ')} > rest; wait $!`, cwd);
      assert.equal(shell('until gzip -t packed.gz; do :; done 2> /dev/null; gunzip -c packed.gz', cwd), expected);
      shell(`twin-neurons '${args('/dev/fd/7').join("' '")}' 7> opened > rest`, cwd);
      assert.equal(readFileSync(join(cwd, 'opened'), 'utf8'), expected);
    });

    test('follows links, and keeps them', async () => {
      const cwd = makeResults();
      mkdirSync(join(cwd, 'elsewhere'));
      writeFileSync(join(cwd, 'elsewhere/there'), '');
      symlinkSync('elsewhere/there', join(cwd, 'link'));
      symlinkSync('link', join(cwd, 'link to link'));
      symlinkSync('elsewhere/new', join(cwd, 'link to nothing yet'));
      linkSync(join(cwd, 'elsewhere/there'), join(cwd, 'other name'));
      for (const [link, target] of [
        ['link to link', 'elsewhere/there'],
        ['link to nothing yet', 'elsewhere/new'],
      ]) {
        assert.equal((await runCommand(args(link), { cwd })).code, 0);
        assert.ok(lstatSync(join(cwd, link)).isSymbolicLink());
        assert.equal(readFileSync(join(cwd, target), 'utf8'), expected);
      }
      assert.equal(readFileSync(join(cwd, 'other name'), 'utf8'), expected, 'the same file by its other name');
    });

    test('keeps who may read a file, and takes a name as long as names can be', async () => {
      const cwd = makeResults();
      writeFileSync(join(cwd, 'secret'), '');
      chmodSync(join(cwd, 'secret'), 0o600);
      for (const out of ['secret', 'n'.repeat(255)]) {
        assert.equal((await runCommand(args(out), { cwd })).code, 0);
        assert.equal(readFileSync(join(cwd, out), 'utf8'), expected);
      }
      assert.equal(statSync(join(cwd, 'secret')).mode & 0o777, 0o600);
      assert.deepEqual(
        readdirSync(cwd).filter((each) => each.endsWith('.part')),
        [],
      );
    });

    test('never writes over what it reads, by whatever name', async () => {
      const cwd = makeResults();
      const input = name === 'merge --out' ? 'a.jsonl' : 'experiment.json';
      const before = readFileSync(join(cwd, input), 'utf8');
      linkSync(join(cwd, input), join(cwd, 'hard'));
      symlinkSync(input, join(cwd, 'soft'));
      symlinkSync('.', join(cwd, 'here'));
      for (const out of [input, `./${input}`, join(cwd, input), `here/${input}`, 'hard', 'soft']) {
        const { code, stdout, stderr } = await runCommand(args(out), { cwd });
        assert.deepEqual([code, stdout], [1, ''], out);
        assert.match(stderr, /^twin-neurons: [^\n]+ cannot be written: it is [^\n]*read by the same call\n$/);
        assert.equal(readFileSync(join(cwd, input), 'utf8'), before, out);
      }
      // Read from standard input, and written to standard output.
      const onInput = args(input).map((word) => (word === input ? '-' : word));
      onInput[onInput.length - 1] = input;
      for (const redirected of [`'${onInput.join("' '")}' < ${input}`, `'${args('-').join("' '")}' >> ${input}`]) {
        assert.equal(shell(`twin-neurons ${redirected} 2> said; echo $? > code; cat said`, cwd).split('\n').length, 2);
        assert.deepEqual([readFileSync(join(cwd, 'code'), 'utf8'), readFileSync(join(cwd, input), 'utf8')], ['1\n', before]);
      }
    });

    test('says when the disk is full', async () => {
      const cwd = makeResults();
      assert.deepEqual(await runCommand(args('/dev/full'), { cwd }).then(({ code, stderr }) => [code, stderr]), [
        EXIT.again,
        'twin-neurons: /dev/full cannot be written: the disk is full\n',
      ]);
      assert.equal(
        shell(`twin-neurons '${args('-').join("' '")}' 2>&1 > /dev/full | cat; echo "\${PIPESTATUS[0]}"`, cwd),
        'twin-neurons: standard output cannot be written: the disk is full\n75\n',
      );
    });
  });
}

/** More than a pipe holds, so that something is left to be written when its reader has gone. @type {Record<string, string[]>} */
const LONG = {
  'run --csv': ['run', 'experiment.json', '--steps', '4000', '--csv', 'pipe'],
  'sweep --out': ['sweep', 'experiment.json', '--seeds', '1:2000', '--steps', '1', '--out', 'pipe'],
};

for (const [name, args] of Object.entries(LONG)) {
  test(`twin-neurons ${name} says when nobody reads any more`, () => {
    const cwd = makeFolder();
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    // The reader goes as soon as it is there.
    shell(`twin-neurons '${args.join("' '")}' 2> said > rest & : < pipe; wait $!; echo $? > code`, cwd);
    const [code, said] = ['code', 'said'].map((file) => readFileSync(join(cwd, file), 'utf8'));
    assert.deepEqual([code, said], ['141\n', 'twin-neurons: pipe cannot be written: nobody reads from it any more\n']);
  });
}

test('two outputs of one call are not one file, by whatever names', async () => {
  const cwd = makeFolder({ table: '' });
  symlinkSync('table', join(cwd, 'soft'));
  linkSync(join(cwd, 'table'), join(cwd, 'hard'));
  for (const [csv, json] of [
    ['new', './new'],
    ['table', 'soft'],
    ['hard', 'table'],
  ]) {
    const { code, stderr } = await runCommand(['run', 'experiment.json', '--csv', csv, '--json', json], { cwd });
    assert.deepEqual([code, stderr], [2, 'twin-neurons: --csv and --json name the same file; see twin-neurons --help\n']);
  }
});

test('what may pass is told from what will not, by the exit code', () => {
  /** @param {string} code */
  const codeOf = (code) => explain(fileError('x', 'written', Object.assign(new Error(code), { code }))).code;
  for (const code of ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENFILE', 'ESTALE', 'EBUSY']) assert.equal(codeOf(code), 75, code);
  for (const code of ['ENOENT', 'EACCES', 'EISDIR', 'ELOOP', 'ENOTDIR', 'ENAMETOOLONG', 'E?']) assert.equal(codeOf(code), 1, code);
  assert.equal(codeOf('EPIPE'), 141);
});

describe('a file of results after a power cut', () => {
  const origin = { engine: '0.1.0', experiment: '0123456789abcdef', steps: 20 };
  const result = {
    step: 20,
    loss: 0.5,
    stopped: null,
    effective: [3],
    different: [3],
    solved: null,
    baseline: null,
    parted: 0,
    fingerprint: '0123456789abcdef',
    layers: [],
  };
  const lines = [1, 2, 3, 4].map((seed) => writeLine(origin, { ...result, seed }));
  const all = lines.map((line) => `${line}\n`).join('');
  const [second, third] = [all.indexOf('\n') + 1, all.indexOf('\n') * 2 + 2];
  const cwd = makeFolder();

  /** What a sweep of seeds 1 to 4 finds there, and leaves of it. @param {string | Buffer} content */
  function mend(content) {
    writeFileSync(join(cwd, 'a.jsonl'), content);
    const file = new ResultFile(findPlace(join(cwd, 'a.jsonl'), 'written'), {
      total: 4,
      wanted: (at) => ({ origin, seed: at + 1 }),
      weights: false,
    });
    file.append(lines.slice(file.found));
    file.close();
    return { found: file.found, text: readFileSync(join(cwd, 'a.jsonl'), 'utf8') };
  }

  test('has zeros behind its last whole line, which are cut off and computed again', () => {
    for (const [kept, found] of [
      [0, 0],
      [second, 1],
      [second + 30, 1],
      [third - 1, 1],
      [third, 2],
    ]) {
      for (const zeros of [1, 4096, 2_000_000])
        assert.deepEqual(mend(Buffer.concat([Buffer.from(all.slice(0, kept)), Buffer.alloc(zeros)])), { found, text: all });
    }
  });

  test('may have lines behind the zeros, which are computed again, too', () => {
    assert.deepEqual(mend(`${all.slice(0, second + 30)}${'\0'.repeat(300)}${all.slice(third - 20)}`), { found: 1, text: all });
  });

  test('is told from a file of anything else, which stays', () => {
    for (const text of [`my notes${'\0'.repeat(9000)}`, `${all}\0\0\nmy notes\n`, `${'\0'.repeat(9000)}my notes`]) {
      assert.throws(() => mend(text), InputError);
      assert.equal(readFileSync(join(cwd, 'a.jsonl'), 'utf8'), text);
    }
  });
});

test('merge reads from pipes and standard input, as often as from files', async () => {
  const cwd = makeResults();
  const lines = whole.match(/.*\n/g) ?? [];
  writeFileSync(join(cwd, 'end'), lines.slice(4).join(''));
  appendFileSync(join(cwd, 'begin'), lines.slice(0, 6).join(''));
  assert.equal(shell('cat begin | twin-neurons merge --out - <(cat end) -', cwd), whole);
  assert.equal(shell('twin-neurons merge begin /dev/stdin < end', cwd), whole);
});

test('two places that nothing stands at yet are one where their paths are', () => {
  const folder = makeFolder({ there: '' });
  const at = (/** @type {string} */ name) => join(folder, name);
  mkdirSync(at('deeper'));
  assert.equal(isOneFile(at('new'), at('deeper/../new')), true);
  assert.equal(isOneFile(at('new'), at('other')), false);
  assert.deepEqual([isOneFile(at('new'), at('there')), isOneFile(at('there'), at('new'))], [false, false]);
});
