/** What ./build.sh makes, and how it behaves: the files in dist/, the package as npm packs it, and the script on other machines. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { appendFile, cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { LANGUAGE_IDS } from '../../web/messages/languages.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = join(ROOT, 'dist');

const WASM_LIMIT = 24 * 1024;
const MANY_LIMIT = 40 * 1024;
const PAGE_LIMIT = 130 * 1024;

/** @param {string} file */
const read = (file) => readFile(join(ROOT, file), 'utf8');

/** @param {string} file in dist/ */
const gzippedSize = async (file) => gzipSync(await readFile(join(DIST, file)), { level: 9 }).length;

/**
 * The parts that a file of the page loads before it runs, and those that they load.
 * @param {string} file in dist/
 * @param {Set<string>} [found]
 * @returns {Promise<string[]>}
 */
async function importedParts(file, found = new Set()) {
  for (const [, name] of (await readFile(join(DIST, file), 'utf8')).matchAll(/(?:from|import)"\.\/(?:parts\/)?([\w-]+\.js)"/g)) {
    if (!found.has(`parts/${name}`)) await importedParts(`parts/${name}`, found.add(`parts/${name}`));
  }
  return [...found];
}

/**
 * The parts that a source file has gone into, by their source maps.
 * @param {RegExp} source
 */
async function partsWith(source) {
  const maps = (await readdir(join(DIST, 'parts'))).filter((name) => name.endsWith('.js.map'));
  const found = await Promise.all(
    maps.map(async (name) => {
      const { sources } = JSON.parse(await readFile(join(DIST, 'parts', name), 'utf8'));
      return sources.some((/** @type {string} */ path) => source.test(path)) ? [`parts/${name.slice(0, -'.map'.length)}`] : [];
    }),
  );
  return found.flat();
}

/**
 * Runs a program to its end, whatever that is.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').ExecFileOptions} [options]
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>}
 */
function run(program, args, options = {}) {
  return new Promise((resolve) => {
    execFile(program, args, { ...options, encoding: 'utf8' }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : -1) : 0;
      resolve({ code, stdout: String(stdout), stderr: String(stderr) });
    });
  });
}

/** @returns {Promise<string>} a new folder, to be removed by the caller */
const makeFolder = () => mkdtemp(join(tmpdir(), 'twin neurons '));

describe("the engine's modules", () => {
  for (const [file, headers] of /** @type {const} */ ([
    ['engine.wasm', ['nn.h']],
    ['engine-scalar.wasm', ['nn.h']],
    ['engine-many.wasm', ['nn.h', 'many/nn_many.h']],
  ])) {
    test(`${file} imports nothing and exports exactly the functions of ${headers.join(' and ')}`, async () => {
      const module = new WebAssembly.Module(await readFile(join(DIST, file)));
      assert.deepEqual(WebAssembly.Module.imports(module), []);
      const exported = WebAssembly.Module.exports(module).map((each) => each.name);
      const texts = await Promise.all(headers.map((name) => read(`src/${name}`)));
      const declared = [...texts.join('\n').matchAll(/^NN_API .*?\b(nn_\w+)\(/gm)].map((match) => match[1]);
      assert.ok(declared.length > 50);
      assert.deepEqual(exported.filter((name) => name.startsWith('nn_')).sort(), declared.sort());
      for (const name of ['memory', '_initialize']) assert.ok(exported.includes(name), name);
    });

    // What trains many seeds at once is loaded by sweeps alone.
    const limit = file === 'engine-many.wasm' ? MANY_LIMIT : WASM_LIMIT;
    test(`${file} is at most ${limit / 1024} KB compressed`, async () => {
      assert.ok((await gzippedSize(file)) <= limit);
    });
  }

  test('use SIMD in one and not in the other, which is for browsers without it', async () => {
    const disassemble = (/** @type {string} */ file) => run('llvm-objdump', ['-d', join(DIST, file)], { maxBuffer: 2 ** 28 });
    const simd = /\b(v128|f64x2)\./;
    assert.match((await disassemble('engine.wasm')).stdout, simd);
    const scalar = (await disassemble('engine-scalar.wasm')).stdout;
    assert.match(scalar, /\bf64\.mul\b/);
    assert.doesNotMatch(scalar, simd);
  });
});

describe('the page', () => {
  test(`transfers at most ${PAGE_LIMIT / 1024} KB compressed, Chart.js included`, async () => {
    // The lab: with what main.js and the lab import at once, and with its texts in the larger of its languages.
    const [lab] = await partsWith(/\/panels\/lab-page\.js$/);
    const parts = [...new Set([...(await importedParts('main.js')), lab, ...(await importedParts(lab))])];
    const languages = (await readdir(join(ROOT, 'web/messages'), { withFileTypes: true })).filter((entry) => entry.isDirectory());
    const texts = await Promise.all((await partsWith(/\/messages\/\w+\/page\.js$/)).map(gzippedSize));
    assert.equal(texts.length, languages.length);
    const sizes = [
      ...(await Promise.all(['index.html', 'main.js', 'styles.css', 'engine.wasm', ...parts].map(gzippedSize))),
      Math.max(...texts),
    ];
    assert.ok(sizes.reduce((sum, size) => sum + size) <= PAGE_LIMIT, sizes.join(' + '));
  });

  test('has what every page needs in one file beside main.js, and asks for both at once', async () => {
    const imported = await importedParts('main.js');
    assert.equal(imported.length, 1);
    assert.ok((await readFile(join(DIST, 'index.html'), 'utf8')).includes(`<link rel="modulepreload" href="${imported[0]}">`));
  });

  test('lists on main.js what a side of the page or a language imports, so that it is asked for beside that', async () => {
    const html = await readFile(join(DIST, 'index.html'), 'utf8');
    const listed = (/** @type {string} */ name) => new RegExp(` data-${name}="([^"]*)"`).exec(html)?.[1]?.split(' ').sort();
    const present = await importedParts('main.js');
    for (const [name, source] of /** @type {const} */ ([
      ['story', /\/lesson\/story\/page\.js$/],
      ['lab', /\/panels\/lab-page\.js$/],
    ])) {
      const imported = await importedParts((await partsWith(source))[0]);
      assert.deepEqual(listed(name), imported.filter((part) => !present.includes(part)).sort());
    }
    for (const id of LANGUAGE_IDS) assert.deepEqual(listed(id), await partsWith(new RegExp(`/${id}/shell\\.js$`)));
  });

  test('names its files by relative paths, and none of another site', async () => {
    const html = await readFile(join(DIST, 'index.html'), 'utf8');
    const paths = [...html.matchAll(/\s(?:src|href)="([^"]*)"/g)].map((match) => match[1] ?? '');
    assert.ok(paths.length > 0);
    assert.deepEqual(
      paths.filter((path) => /^(\/|[a-z]+:\/\/)/.test(path) && !path.startsWith('https://github.com/')),
      [],
    );
  });

  test('keeps the license notices of what it is made of', async () => {
    const [chart = ''] = await partsWith(/\/chart\.js\//);
    assert.match(await readFile(join(DIST, chart), 'utf8'), /Chart\.js v[\d.]+/);
    const licenses = await readFile(join(DIST, 'LICENSES.txt'), 'utf8');
    assert.equal(licenses.match(/Permission is hereby granted/g)?.length, 3);
  });
});

describe('the README', () => {
  test('shows a program for Node.js that does what its comments say', async () => {
    const lines = (await read('README.md')).split('\n');
    const program = lines
      .slice(lines.indexOf("    import { openLab } from 'twin-neurons';"), lines.indexOf('    lab.close();') + 1)
      .join('\n');
    const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '-e', program], { cwd: ROOT });
    assert.equal(stderr, '');
    const [loss, ties, fingerprint] = stdout.trim().split('\n');
    assert.equal(Number(loss).toFixed(6), '0.693147');
    assert.match(String(ties), /layer: 1.*effective: 1/);
    assert.match(String(fingerprint), /^[0-9a-f]{16}$/);
  });
});

describe('build.sh', () => {
  test('lists its commands, and refuses others', async () => {
    const help = await run(join(ROOT, 'build.sh'), ['--help']);
    assert.equal(help.code, 0);
    for (const command of ['dev', 'serve', 'test', 'soak', 'bench', 'course', 'site', 'clean'])
      assert.match(help.stdout, new RegExp(`^ {2}${command}\\b`, 'm'));
    const wrong = await run(join(ROOT, 'build.sh'), ['tests']);
    assert.equal(wrong.code, 1);
    assert.match(wrong.stderr, /there is no command "tests"/);
    for (const command of ['serve', 'dev']) {
      const port = await run(join(ROOT, 'build.sh'), [command], { env: { ...process.env, PORT: '80x' } });
      assert.equal(port.code, 1);
      assert.match(port.stderr, /PORT must be a number/);
    }
  });
});

describe('build.sh in a path with a space, called from elsewhere', () => {
  /** @type {string} */
  let folder;
  before(async () => {
    folder = await makeFolder();
    for (const name of [
      'build.sh',
      'emsdk-version.txt',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'tsconfig.types.json',
      'LICENSE',
      'web',
      'src',
      'tools',
    ]) {
      await cp(join(ROOT, name), join(folder, name), { recursive: true });
    }
    // What slow tools have made of the same contents comes along: where a folder shows in a content, it is another one, and they make it anew.
    await cp(join(ROOT, '.cache/made'), join(folder, '.cache/made'), { recursive: true });
    await mkdir(join(folder, 'tests'));
    await writeFile(join(folder, 'web', 'site', 'static', 'extra.txt'), 'one more file');
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  });
  after(() => rm(folder, { recursive: true }));
  /** @param {NodeJS.ProcessEnv} [env] */
  const build = (env) => run(join(folder, 'build.sh'), [], { cwd: '/', env: { ...process.env, ...env } });
  /** Builds with an emcc that writes its arguments instead of a module, to see quickly when it is called and how. */
  const buildWithStandIn = async (version = '3.1.6') => {
    const tools = join(folder, 'stand-in');
    await mkdir(tools, { recursive: true });
    const script = `#!/usr/bin/env bash\nif [ "$1" = --version ]; then echo 'emcc (Emscripten) ${version} ()'; else printf '%s ' "$@" >"\${@: -1}"; fi\n`;
    await writeFile(join(tools, 'emcc'), script, { mode: 0o755 });
    return build({ PATH: `${tools}:${process.env.PATH}` });
  };
  const engine = () => readFile(join(folder, 'dist', 'engine.wasm'), 'utf8');

  test('builds the same files as here, and what a file more adds', async () => {
    const { code, stderr } = await build();
    assert.equal(code, 0, stderr);
    for (const file of ['engine.wasm', 'engine-scalar.wasm', 'main.js', 'twin-neurons.js', 'twin-neurons.html']) {
      assert.deepEqual(await readFile(join(folder, 'dist', file)), await readFile(join(DIST, file)), file);
    }
    assert.equal(await readFile(join(folder, 'dist', 'extra.txt'), 'utf8'), 'one more file');
    // Every other file of dist/, by its hash; a folder with one file more has other sums.
    const sums = async (/** @type {string} */ root) =>
      (await readFile(join(root, 'dist', 'SHA256SUMS'), 'utf8')).split('\n').filter((line) => !/extra\.txt$|v1\/SHA256SUMS$/.test(line));
    assert.deepEqual(await sums(folder), await sums(ROOT));
  });

  test('does nothing where nothing has changed, in less than 2 s of processor time, or as long as 40 starts of Node take', async () => {
    /** Seconds of the processor, and what is printed. @param {string} command @param {string[]} rest */
    const timed = async (command, ...rest) => {
      const { stdout, stderr } = await run('/usr/bin/bash', ['-c', `TIMEFORMAT='%U %S'; time ${command}`, ...rest], { cwd: '/' });
      assert.match(stderr, /^[\d.]+ [\d.]+\n$/);
      const [user, system] = stderr.split(' ').map(Number);
      return { stdout, seconds: user + system };
    };
    const { stdout, seconds } = await timed('"$0"', join(folder, 'build.sh'));
    assert.equal(stdout.replace(/^.*emcc is .*\n/, ''), '');
    // Machines are slow, and other tests run: then all that starts takes longer.
    const starts = seconds < 2 ? 0 : (await timed('for i in {1..40}; do "$0" -e 0; done', process.execPath)).seconds;
    assert.ok(seconds < Math.max(2, starts), `${seconds} s; 40 starts of Node take ${starts}`);
  });

  test('makes what a changed tool has made once more, and nothing else', async () => {
    const steps = async (/** @type {string} */ tool) => {
      await appendFile(join(folder, 'tools', tool), '\n');
      const { stdout } = await build();
      return [...stdout.matchAll(/^build\.sh: ([\w-]+)$/gm)].map((match) => match[1]);
    };
    assert.deepEqual(await steps('minify.js'), ['page', 'one-file']);
    assert.deepEqual(await steps('make-one-file.js'), ['one-file']);
  });

  test('refuses an address of the site that is none, in one sentence', async () => {
    const { code, stderr } = await build({ SITE_URL: 'example.org' });
    assert.equal(code, 1);
    assert.match(stderr, /^SITE_URL must be a full address that ends in a slash, [^\n]*; got "example\.org"\n$/);
  });

  test('notices a source file that is gone', async () => {
    await rm(join(folder, 'web', 'site', 'static', 'extra.txt'));
    const { code, stdout, stderr } = await build();
    assert.equal(code, 0, stderr);
    assert.doesNotMatch(stdout, /engine/);
    assert.ok(!(await readdir(join(folder, 'dist'))).includes('extra.txt'));
  });

  test('notices an output that is not what was built, a changed flag and another emcc', async () => {
    await writeFile(join(folder, 'dist', 'engine.wasm'), 'not a module');
    await buildWithStandIn();
    assert.match(await engine(), /-ffp-contract=off .*INITIAL_MEMORY=134217728 .*-msimd128 /);
    const flags = join(folder, 'tools', 'engine.js');
    await writeFile(flags, (await readFile(flags, 'utf8')).replace('INITIAL_MEMORY=134217728', 'INITIAL_MEMORY=67108864'));
    await buildWithStandIn();
    assert.match(await engine(), /INITIAL_MEMORY=67108864 .*-Werror /);
    const { stdout } = await buildWithStandIn('6.0.5');
    assert.match(stdout, /emcc is 6\.0\.5; the project is built with 3\.1\.6/);
    assert.doesNotMatch(await engine(), /-Werror/);
  });

  test('ends with an error, and says where, when a source file is wrong', async () => {
    // In the file that is compiled first: what is right takes its time.
    const first = join(folder, 'src', 'create.c');
    await writeFile(first, `int wrong(void) { int unused; return 0; }\n${await readFile(first, 'utf8')}`);
    const { code, stderr } = await build();
    assert.notEqual(code, 0);
    assert.match(stderr, /create\.c:1/);
  });
});

describe('build.sh on a machine without the tools, and without apt-get', () => {
  /** @type {string} */
  let tools;
  before(async () => {
    tools = await makeFolder();
    for (const name of ['bash', 'cat', 'dirname', 'env', 'id', 'mkdir', 'sed', 'uname'])
      await symlink(`/usr/bin/${name}`, join(tools, name));
  });
  after(() => rm(tools, { recursive: true }));
  const build = () => run('/usr/bin/bash', [join(ROOT, 'build.sh')], { env: { PATH: tools } });

  test('asks for Emscripten in one sentence', async () => {
    const { code, stdout, stderr } = await build();
    assert.equal(code, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /^build\.sh: please install Emscripten 3\.1\.6[^\n]*\.\n$/);
  });

  test('asks for Node.js in one sentence, and only notes an emcc of another version', async () => {
    await writeFile(join(tools, 'emcc'), '#!/usr/bin/env bash\necho "emcc (Emscripten gcc/clang-like replacement) 6.0.5 (abc)"\n', {
      mode: 0o755,
    });
    const { code, stdout, stderr } = await build();
    assert.equal(code, 1);
    assert.match(stdout, /^build\.sh: emcc is 6\.0\.5; [^\n]*\n$/);
    assert.match(stderr, /^build\.sh: please install Node\.js 20 or newer, with npm\.\n$/);
  });
});
