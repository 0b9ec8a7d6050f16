/**
 * The package in other people's programs: built by Vite and webpack with their defaults, by esbuild with the one line that docs/embedding.md
 * shows, and opened in a browser, where a run and a sweep give what they give in Node. The bundlers have a lock file of their own, tests/bundlers/.
 */
import assert from 'node:assert/strict';
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { openLab } from 'twin-neurons';
import { openBrowser } from '../support/browsers.js';
import { SWEPT } from '../support/command.js';
import { serveSite } from '../support/site.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(new URL('../bundlers/package.json', import.meta.url));

/** The line for bundlers that leave the package's other files where they are. */
const ONE_LINE =
  /^ {4}const lab = (await openLab\(\{ wasm: .*\}\));$/m.exec(await readFile(join(ROOT, 'docs/embedding.md'), 'utf8'))?.[1] ?? '';

/** @param {string} opened */
const program = (opened) => `
import { openLab, ExperimentError } from 'twin-neurons';
async function main() {
  const lab = ${opened};
  const run = lab.start(${JSON.stringify(SWEPT)});
  run.train(100);
  const swept = await lab.sweep(${JSON.stringify(SWEPT)}, { seeds: [1, 4], steps: 100 });
  globalThis.answer = JSON.stringify({ fingerprint: run.fingerprint(), swept, error: ExperimentError.name });
}
main().catch((error) => { globalThis.answer = String(error); });
`;

/** @type {string} */
let folder;
/** @type {string} */
let expected;
/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let browser;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twin-neurons-bundled-'));
  await mkdir(join(folder, 'node_modules'));
  await symlink(ROOT, join(folder, 'node_modules/twin-neurons'));
  await writeFile(join(folder, 'program.js'), program('await openLab()'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>A program</title><script type="module" src="./program.js"></script>');
  const lab = await openLab();
  const run = lab.start(SWEPT);
  run.train(100);
  const swept = await lab.sweep(SWEPT, { seeds: [1, 4], steps: 100 });
  expected = JSON.stringify({ fingerprint: run.fingerprint(), swept, error: 'ExperimentError' });
  lab.close();
  browser = await openBrowser('chromium');
});
after(async () => {
  await browser?.close();
  await rm(folder, { recursive: true });
});

/**
 * What the program answers in a page.
 * @param {string} root the folder with its index.html
 */
async function answerOf(root) {
  const site = await serveSite({}, { root });
  try {
    const page = await browser.newPage();
    await page.goto(site.url);
    await page.waitFor(() => Reflect.has(globalThis, 'answer'));
    return await page.evaluate(() => Reflect.get(globalThis, 'answer'));
  } finally {
    await site.close();
  }
}

describe('a program for browsers', () => {
  for (const version of ['vite', 'vite5']) {
    test(`is built by ${version} with its defaults`, async () => {
      const vite = await import(require.resolve(`${version}/package.json`).replace('package.json', 'dist/node/index.js'));
      const outDir = join(folder, `made-by-${version}`);
      await vite.build({ root: folder, configFile: false, logLevel: 'warn', build: { outDir } });
      assert.equal(await answerOf(outDir), expected);
    });
  }

  test('is built by webpack with its defaults', async () => {
    const { default: webpack } = await import(require.resolve('webpack'));
    const path = join(folder, 'made-by-webpack');
    const stats = await new Promise((resolve, reject) => {
      const options = { mode: 'production', context: folder, entry: './program.js', output: { path } };
      webpack(options, (/** @type {unknown} */ error, /** @type {any} */ done) => (error ? reject(error) : resolve(done)));
    });
    assert.deepEqual(stats.toJson({ all: false, errors: true }).errors, []);
    await writeFile(join(path, 'index.html'), '<!doctype html><title>A program</title><script src="main.js"></script>');
    assert.equal(await answerOf(path), expected);
  });

  test('is built by esbuild, and told in one line where the files are', async () => {
    assert.match(ONE_LINE, /worker: /);
    const path = join(folder, 'made-by-esbuild');
    await writeFile(join(folder, 'told.js'), program(ONE_LINE));
    await build({ entryPoints: [join(folder, 'told.js')], bundle: true, format: 'esm', outdir: path, logLevel: 'silent' });
    for (const name of ['engine.wasm', 'sweep-worker.js']) await copyFile(join(ROOT, 'dist/browser', name), join(path, name));
    await writeFile(join(path, 'index.html'), '<!doctype html><title>A program</title><script type="module" src="told.js"></script>');
    assert.equal(await answerOf(path), expected);
  });
});
