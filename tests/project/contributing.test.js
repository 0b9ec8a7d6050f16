/**
 * What CONTRIBUTING.md shows, done: a copy of this folder gets an activation, an optimizer, a data set, a chapter and a language as the text says,
 * is built once, and everything is there: in the engine, in the package, in links, in programs for Python, and on the page.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { openBrowser } from '../support/browsers.js';
import { applyAddition, readAdditions } from './contributing.js';
import { serveSite } from '../support/site.js';
import { assertClose } from '../support/shared.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
const TEXT = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
const ADDITIONS = readAdditions(TEXT);

/** @type {string} */
let folder;
/** The package of the copy. @type {typeof import('twin-neurons')} */
let built;
/** @type {import('twin-neurons').Lab} */
let lab;

/** The types of the copy. @returns {Promise<string>} what does not fit */
const checkTypes = () =>
  run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], { cwd: folder }).then(
    ({ stdout }) => stdout,
    (error) => error.stdout,
  );

/** What the text says of a language, with one text translated: as much as a test needs. */
async function addLanguage() {
  const messages = join(folder, 'web/messages');
  await run('bash', ['-c', /^ {4}(for file in en.*)$/m.exec(TEXT)?.[1] ?? assert.fail('the command is gone')], { cwd: messages });
  const edit = (/** @type {string} */ name, /** @type {(text: string) => string} */ change) => {
    const before = readFileSync(join(messages, name), 'utf8');
    const after = change(before);
    assert.notEqual(after, before, name);
    writeFileSync(join(messages, name), after);
  };
  edit('languages.js', (text) =>
    text.replace(/( {2}\/\*\* @type \{Language\} \*\/\n) {2}en: (\{\n[^]*?\n {2}\},\n)/, (whole, mark, entry) => {
      return `${whole}${mark}  eo: ${entry.replace("'English'", "'Esperanto'").replace(/\.\/en([-.])/g, './eo$1')}`;
    }),
  );
  edit('eo.js', (text) => text.replace("locale: 'en'", "locale: 'eo'").replace(/^( {2}question: ).*/m, "$1'Kial ili lernas malsame?',"));
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twin-neurons-contributing-'));
  const copied = [
    'build.sh',
    'emsdk-version.txt',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'tsconfig.types.json',
    'LICENSE',
    'README.md',
    'web',
    'src',
    'tests',
    'tools',
  ];
  for (const name of copied.filter((each) => existsSync(join(ROOT, each))))
    await cp(join(ROOT, name), join(folder, name), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const addition of ADDITIONS) applyAddition(folder, addition);
  await addLanguage();
  await run(join(folder, 'build.sh'), [], { cwd: folder });
  built = await import(pathToFileURL(join(folder, 'dist/twin-neurons.js')).href);
  lab = await built.openLab();
});
after(async () => {
  lab?.close();
  await rm(folder, { recursive: true });
});

test('CONTRIBUTING.md shows an activation, an optimizer, a data set and a chapter by their code', () => {
  assert.deepEqual(
    [...new Set(ADDITIONS.map(({ section }) => section))],
    ['Add an activation', 'Add an optimizer', 'Add a data set', 'Add a chapter'],
  );
  // Every indented block of these sections is one of them: nothing is shown and left out of this test.
  const shown = TEXT.slice(TEXT.indexOf('## Add an activation'), TEXT.indexOf('## Add a language')).match(/\n\n {4}/g)?.length;
  assert.equal(
    ADDITIONS.map(({ code }) => 1 + (code.match(/\n\n/g)?.length ?? 0)).reduce((sum, count) => sum + count),
    shown,
  );
});

test('with all of it the types fit', async () => {
  assert.equal(await checkTypes(), '');
});

test('the type checker names what is left out', async () => {
  for (const [file, code] of [
    ['web/engine/chain.js', /^ {2}softsign: \(a\).*\n/m],
    ['web/messages/es/page.js', /, stripes: 'Franjas'/],
    ['web/panels/keep/python/keras.js', /^ {4}case 'adagrad':\n.*\n/m],
  ]) {
    const path = join(folder, String(file));
    const whole = readFileSync(path, 'utf8');
    writeFileSync(path, whole.replace(code, ''));
    assert.match(await checkTypes(), new RegExp(`^${file}`, 'm'));
    writeFileSync(path, whole);
  }
});

test('the tests of the tables, of links, of the engine and of the lesson take them in and pass', async () => {
  const files = [
    'tables',
    'link',
    'gradients',
    'math',
    'optimizers',
    'training-fields',
    'datasets',
    'lesson-claims',
    'lesson-languages',
  ].map((name) => `tests/${name}.test.js`);
  // Without the mark by which this test's own runner would take it for a part of itself.
  const { NODE_TEST_CONTEXT, ...env } = process.env;
  const { stdout } = await run(process.execPath, ['--test', '--test-reporter=spec', ...files], {
    cwd: folder,
    env,
    maxBuffer: 2 ** 26,
  }).catch((error) => assert.fail(error.stdout.slice(-6000)));
  assert.match(stdout, /ℹ fail 0/);
});

describe('the activation', () => {
  test('trains, with gradients that central differences confirm, and ties that stay', () => {
    const experiment = /** @type {any} */ ({
      network: { inputs: 2, hidden: [3], activation: 'softsign' },
      data: { set: 'circles' },
      init: { scheme: 'normal', tie: [{ layer: 1, units: [1, 2] }] },
    });
    const trained = lab.start(experiment);
    const { loss } = trained.train(500);
    assert.ok(loss < lab.start(experiment).loss());
    assert.deepEqual(trained.ties()[0].groups, [[1, 2], [3]]);
    const numeric = trained.names.map((name) => trained.numericGradient(name));
    assertClose(trained.gradients(), numeric, { relative: 1e-5, absolute: 1e-8 });
    assert.ok(numeric.some((value) => Math.abs(value) > 1e-4));
    assert.ok(Number.isFinite(trained.firmness(1, 1, 2).lambda));
    // z / (1 + |z|), by hand.
    const [{ z, a }] = trained.trace(0).layers;
    assertClose(
      a,
      z.map((value) => value / (1 + Math.abs(value))),
      { relative: 1e-15 },
    );
  });
});

describe('the optimizer', () => {
  test('takes the step that its formula says', () => {
    const one = lab.start(
      /** @type {any} */ ({
        network: { inputs: 2, hidden: [2] },
        data: { set: 'xor' },
        init: { scheme: 'normal' },
        training: { optimizer: 'adagrad', learningRate: 0.1, epsilon: 1e-8 },
      }),
    );
    const [w, g] = [one.parameters(), one.gradients()];
    one.train(1);
    const [w1, g1] = [one.parameters(), one.gradients()];
    assertClose(
      w1,
      w.map((value, at) => value - (0.1 * g[at]) / (Math.abs(g[at]) + 1e-8)),
      { relative: 1e-12 },
    );
    one.train(1);
    assertClose(
      one.parameters(),
      w1.map((value, at) => value - (0.1 * g1[at]) / (Math.sqrt(g[at] ** 2 + g1[at] ** 2) + 1e-8)),
      { relative: 1e-12 },
    );
  });
});

describe('the data set', () => {
  test('is there, with its classes in stripes', () => {
    const { x, y } = lab.start(/** @type {any} */ ({ network: { inputs: 2, hidden: [2] }, data: { set: 'stripes' } })).data();
    assert.deepEqual(
      y.flat(),
      x.map(([x1]) => Math.floor(x1 + 2) % 2),
    );
    assert.ok(new Set(y.flat()).size === 2 && x.length === 200);
  });
});

test('a link takes them, in as few characters as the others', () => {
  const parts = {
    network: { inputs: 2, hidden: [2], activation: 'softsign' },
    data: { set: 'stripes' },
    training: { optimizer: 'adagrad' },
  };
  const others = {
    network: { inputs: 2, hidden: [2], activation: 'softplus' },
    data: { set: 'moons' },
    training: { optimizer: 'rmsprop' },
  };
  const link = built.writeLink(built.parseExperiment(/** @type {any} */ (parts)));
  assert.deepEqual(built.parseLink(link), built.parseExperiment(/** @type {any} */ (parts)));
  assert.equal(link.length, built.writeLink(built.parseExperiment(/** @type {any} */ (others))).length);
});

test('the page offers them, and speaks the language', async () => {
  const files = readdirSync(join(folder, 'dist'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const pages = Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      return [path.slice(join(folder, 'dist').length), /** @type {any} */ (readFileSync(path))];
    }),
  );
  const site = await serveSite(pages);
  const browser = await openBrowser('chromium');
  try {
    const page = await browser.newPage();
    await page.goto(`${site.url}?lang=eo`);
    await page.waitFor(() => document.documentElement.dataset.ready === 'true');
    const seen = await page.evaluate(() => ({
      lang: document.documentElement.lang,
      text: document.body.textContent ?? '',
      options: [...document.querySelectorAll('option')].map((option) => option.value),
    }));
    assert.equal(seen.lang, 'eo');
    assert.ok(seen.text.includes('Kial ili lernas malsame?'));
    for (const value of ['softsign', 'stripes', 'eo']) assert.ok(seen.options.includes(value), value);

    const chapters = (await import(pathToFileURL(join(folder, 'web/lesson/chapters/outline.js')).href)).OUTLINE.length;
    await page.goto(`${site.url}?lesson=${chapters}&lang=en`);
    await page.waitFor(() => document.body.textContent?.includes('From which learning rate on do two tied neurons part?'));
  } finally {
    await browser.close();
    await site.close();
  }
});
