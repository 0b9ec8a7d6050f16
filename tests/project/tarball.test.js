/**
 * The package as npm packs it, installed from its file into an empty folder without a network: what is in it, whether tools that judge
 * packages have anything against it, and that it works there: in Node, by its command, in a bundle, and in a page.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { build } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { openLab } from 'twin-neurons';
import { openBrowser } from '../support/browsers.js';
import { SWEPT } from '../support/command.js';
import { serveSite } from '../support/site.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

const PROGRAM = `
import { openLab } from 'twin-neurons';
const lab = await openLab();
const run = lab.start(${JSON.stringify(SWEPT)});
run.train(100);
const swept = await lab.sweep(${JSON.stringify(SWEPT)}, { seeds: [1, 4], steps: 100 });
globalThis.answer = JSON.stringify({ version: lab.version, fingerprint: run.fingerprint(), swept });
globalThis.console.log(globalThis.answer);
lab.close();
`;

/** @type {string} */
let folder;
/** @type {string} */
let tarball;
/** Paths in the package. @type {string[]} */
let packed;
/** What PROGRAM must print. @type {string} */
let expected;

/** @param {string} path inside the installed package */
const installed = (path) => join(folder, 'node_modules/twin-neurons', path);

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twin neurons '));
  const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], { cwd: ROOT });
  const [{ filename, files }] = JSON.parse(stdout);
  tarball = join(folder, filename);
  packed = files.map((/** @type {{ path: string }} */ file) => file.path);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: folder });
  const lab = await openLab();
  const one = lab.start(SWEPT);
  one.train(100);
  expected = JSON.stringify({
    version: lab.version,
    fingerprint: one.fingerprint(),
    swept: await lab.sweep(SWEPT, { seeds: [1, 4], steps: 100 }),
  });
  lab.close();
});
after(() => rm(folder, { recursive: true }));

describe('what is packed', () => {
  test('is dist/ without its source maps, and what people look for in a package', () => {
    const others = packed.filter((path) => !path.startsWith('dist/'));
    const papers = ['CHANGELOG.md', 'CITATION.cff', 'LICENSE', 'README.md', 'SECURITY.md'];
    const recipes = ['experiment.md', 'many-machines.md', 'recipes/kubernetes.yaml', 'recipes/parallel.sh', 'recipes/slurm.sh'].map(
      (name) => `docs/${name}`,
    );
    assert.deepEqual(others.sort(), [...papers, ...recipes, 'package.json']);
    assert.deepEqual(
      packed.filter((path) => path.endsWith('.map')),
      [],
    );
    assert.deepEqual(
      packed.filter((path) => /^dist\/(404|social|answers|grade|own-question|robots|course\/|examples\/)/.test(path)),
      [],
      'the picture of its links, its examples and the pages for teachers are the site\u2019s alone, and packages of courses are nobody\u2019s',
    );
    const { size } = statSync(tarball);
    assert.ok(size < 1024 * 1024, `${size} bytes`);
  });

  test('has every file that package.json names, none of them missing', () => {
    /** @type {(entry: unknown) => unknown[]} */
    const paths = (entry) => (typeof entry === 'string' ? [entry] : Object.values(Object(entry)).flatMap(paths));
    const named = [...paths(manifest.exports), ...paths(manifest.bin)].map((path) => String(path).replace('./', ''));
    assert.ok(named.length >= 7);
    assert.deepEqual(
      named.filter((path) => !packed.includes(path)),
      [],
    );
  });

  test('gives away the page as one file, and the custom element, by name', () => {
    assert.deepEqual(
      ['./page', './element'].filter((name) => name in manifest.exports),
      ['./page', './element'].filter((_, at) => packed.includes(['dist/twin-neurons.html', 'dist/element.js'][at])),
    );
  });

  test('asks for no other package', async () => {
    assert.deepEqual(
      Object.keys(manifest).filter((key) => /[dD]ependencies$/.test(key)),
      ['devDependencies'],
    );
    assert.deepEqual(
      readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.')),
      ['twin-neurons'],
    );
  });

  test('passes publint, suggestions included', async () => {
    const { messages, pkg } = await publint({
      level: 'suggestion',
      strict: true,
      pack: { tarball: new Uint8Array(readFileSync(tarball)).buffer },
    });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg)),
      [],
    );
  });

  test('has types that are right wherever an ES module can be imported', async () => {
    const result = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(tarball))), { entrypoints: ['.'] });
    assert.ok(result.types, 'it has types of its own');
    // The package is ES modules alone: old resolution, which knows no exports, and require() are not for it.
    const problems = result.problems.filter(
      (problem) => !('resolutionKind' in problem && ['node10', 'node16-cjs'].includes(problem.resolutionKind)),
    );
    assert.deepEqual(problems, []);
    const { resolutions } = result.entrypoints['.'];
    for (const kind of /** @type {const} */ (['node16-esm', 'bundler']))
      assert.match(resolutions[kind].resolution?.fileName ?? '', /\/dist\/types\/twin-neurons\.d\.ts$/);
  });

  test('has conditions in an order that finds the types first', () => {
    for (const entry of Object.values(manifest.exports)) {
      if (typeof entry !== 'object') continue;
      assert.equal(Object.keys(entry).at(-1), 'default');
      // A script for workers is nothing to import, and has no types.
      if (entry !== manifest.exports['./sweep-worker.js']) assert.equal(Object.keys(entry)[0], 'types');
    }
  });
});

describe('installed in an empty folder', () => {
  test('runs in Node, with worker threads', async () => {
    const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '-e', PROGRAM], { cwd: folder });
    assert.deepEqual([stdout, stderr], [`${expected}\n`, '']);
  });

  test('has the command twin-neurons', async () => {
    writeFileSync(join(folder, 'experiment.json'), JSON.stringify(SWEPT));
    const { stdout } = await run('npx', ['--no', '--', 'twin-neurons', 'run', 'experiment.json', '--steps', '100', '--fingerprint'], {
      cwd: folder,
    });
    assert.equal(stdout, `${JSON.parse(expected).fingerprint}\n`);
  });

  test('gives away its files by name', async () => {
    const names = Object.keys(manifest.exports).filter((name) => name !== '.');
    const program = `console.log(JSON.stringify(${JSON.stringify(names)}.map((name) => import.meta.resolve('twin-neurons' + name.slice(1)))))`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], { cwd: folder });
    for (const url of JSON.parse(stdout)) assert.ok(existsSync(fileURLToPath(url)), url);
  });

  test('lets nobody in but by these names', async () => {
    const program = 'await import("twin-neurons/dist/sweep-worker.js").catch((error) => console.log(error.code));';
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], { cwd: folder });
    assert.equal(stdout, 'ERR_PACKAGE_PATH_NOT_EXPORTED\n');
  });
});

describe('in a page', () => {
  /** The files of the installed package that a page asks for, by path. @returns {Record<string, any>} */
  const browserFiles = () =>
    Object.fromEntries(
      readdirSync(installed('dist/browser')).map((name) => [`/package/${name}`, readFileSync(installed(`dist/browser/${name}`))]),
    );

  /**
   * What PROGRAM answers in a page that consists of these files.
   * @param {Record<string, any>} files
   */
  async function answerOf(files) {
    const site = await serveSite({ '/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>', ...files });
    const browser = await openBrowser('chromium');
    try {
      const page = await browser.newPage();
      await page.goto(`${site.url}program.html`);
      await page.waitFor(() => Reflect.has(globalThis, 'answer'));
      return await page.evaluate(() => Reflect.get(globalThis, 'answer'));
    } finally {
      await browser.close();
      await site.close();
    }
  }

  const HEAD = '<!doctype html><title>A program</title><link rel="icon" href="icon.svg">';

  test('runs from its own files, by an import map', async () => {
    const map = { imports: { 'twin-neurons': './package/twin-neurons.js' } };
    const html = `${HEAD}<script type="importmap">${JSON.stringify(map)}</script><script type="module">${PROGRAM}</script>`;
    assert.equal(await answerOf({ '/program.html': html, ...browserFiles() }), expected);
  });

  test('goes through a bundler for browsers as it is, with nothing of Node in it', async () => {
    writeFileSync(join(folder, 'program.js'), PROGRAM);
    const { outputFiles, warnings, metafile } = await build({
      entryPoints: [join(folder, 'program.js')],
      bundle: true,
      platform: 'browser',
      format: 'esm',
      target: 'es2022',
      write: false,
      metafile: true,
      logLevel: 'silent',
      absWorkingDir: folder,
    });
    assert.deepEqual(warnings, []);
    assert.ok(Object.keys(metafile.inputs).includes('node_modules/twin-neurons/dist/browser/twin-neurons.js'));
    const html = `${HEAD}<script type="module" src="package/program.js"></script>`;
    assert.equal(await answerOf({ ...browserFiles(), '/program.html': html, '/package/program.js': outputFiles[0].text }), expected);
  });

  test('names nothing of Node, and the files beside it in the way that bundlers know', () => {
    for (const name of ['twin-neurons.js', 'sweep-worker.js'])
      assert.doesNotMatch(readFileSync(installed(`dist/browser/${name}`), 'utf8'), /["']node:/);
    const code = readFileSync(installed('dist/browser/twin-neurons.js'), 'utf8');
    for (const name of ['engine.wasm', 'engine-scalar.wasm', 'sweep-worker.js'])
      assert.ok(code.includes(`new URL("${name}",import.meta.url)`), name);
    assert.ok(code.includes('new URL("../engine-many.wasm",import.meta.url)') && packed.includes('dist/engine-many.wasm'));
    assert.ok(code.includes('new Worker(new URL("sweep-worker.js",import.meta.url),{type:"module"})'));
  });
});
