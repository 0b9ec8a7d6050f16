/**
 * What CONTRIBUTING.md and docs/additions.md show, done: a copy of this folder gets an activation, an optimizer, a data set, a language, a loss, a
 * panel and a chapter as the texts say, is built once, and everything is there: in the engine, in the package, in links, in programs for Python, and on the page.
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
import { applyAddition, filesOf, readAdditions } from './contributing.js';
import { serveSite } from '../support/site.js';
import { assertClose } from '../support/shared.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
const TEXT = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
const MORE = readFileSync(join(ROOT, 'docs/additions.md'), 'utf8');
const ADDITIONS = readAdditions(TEXT + MORE);
const isOfLanguage = (/** @type {import('./contributing.js').Addition} */ { section }) => section === 'Add a language';
/** What an addition may touch, by what is added: so many files, new ones included. @type {Record<string, number>} */
const MOST_FILES = {
  'Add an activation': 7,
  'Add an optimizer': 8, // with the rule once more for the tests
  'Add a data set': 6,
  'Add a language': 1, // beside its folder
  'Add a loss': 7,
};

/** @type {string} */
let folder;
/** The package of the copy. @type {typeof import('twin-neurons')} */
let built;
/** @type {import('twin-neurons').Lab} */
let lab;

/** The types of the copy; the second time, of what has changed since. @returns {Promise<string>} what does not fit */
const checkTypes = () =>
  run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--incremental', '--tsBuildInfoFile', '.cache/types'], {
    cwd: folder,
  }).then(
    ({ stdout }) => stdout,
    (error) => error.stdout,
  );

/** What the text says of a language, with one text translated: as much as a test needs. */
async function addLanguage() {
  await run('bash', ['-c', /^ {4}(cp -r web\/messages.*)$/m.exec(TEXT)?.[1] ?? assert.fail('the command is gone')], { cwd: folder });
  for (const addition of ADDITIONS.filter(isOfLanguage)) applyAddition(folder, addition);
  const edit = (/** @type {string} */ name, /** @type {(text: string) => string} */ change) => {
    const path = join(folder, 'web/messages/eo', name);
    const before = readFileSync(path, 'utf8');
    const after = change(before);
    assert.notEqual(after, before, name);
    writeFileSync(path, after);
  };
  edit('index.js', (text) => text.replace("'English'", "'Esperanto'"));
  edit('shell.js', (text) => text.replace("locale: 'en'", "locale: 'eo'"));
  edit('story.js', (text) => text.replace(/^( {2}title: ).*/m, "$1'Kial ili lernas malsame?',"));
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
    'docs',
    'web',
    'src',
    'tests',
    'tools',
    '.cache/made',
  ];
  for (const name of copied.filter((each) => existsSync(join(ROOT, each))))
    await cp(join(ROOT, name), join(folder, name), { recursive: true, filter: (from) => !from.endsWith('/node_modules') });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const addition of ADDITIONS.filter((each) => !isOfLanguage(each))) applyAddition(folder, addition);
  await addLanguage();
  // The page as one file is made of the same.
  await run(join(folder, 'build.sh'), ['build', 'engine', 'types', 'page'], { cwd: folder });
  built = await import(pathToFileURL(join(folder, 'dist/twin-neurons.js')).href);
  lab = await built.openLab();
});
after(async () => {
  lab?.close();
  await rm(folder, { recursive: true });
});

test('the texts show every addition by its code', () => {
  assert.deepEqual(
    [...new Set(ADDITIONS.map(({ section }) => section))],
    ['Add an activation', 'Add an optimizer', 'Add a data set', 'Add a language', 'Add a loss', 'Add a panel', 'Add a chapter'],
  );
  // Every indented block of these sections is one of them, and every line of a list: nothing is shown and left out of this test.
  const sections = (TEXT + MORE).slice(TEXT.indexOf('## Add an activation'));
  const command = 1;
  assert.equal(
    ADDITIONS.filter(({ isInline }) => !isInline)
      .map(({ code }) => 1 + (code.match(/\n\n/g)?.length ?? 0))
      .reduce((sum, count) => sum + count, command),
    sections.match(/\n\n {4}/g)?.length,
  );
  assert.equal(ADDITIONS.filter(({ isInline }) => isInline).length, sections.match(/^- /gm)?.length);
});

for (const [section, most] of Object.entries(MOST_FILES))
  test(`${section[0]?.toLowerCase()}${section.slice(1)}: at most ${most} files are touched`, () => {
    const files = new Set(ADDITIONS.filter((each) => each.section === section).flatMap((each) => filesOf(ROOT, each)));
    assert.ok(files.size > 0 && files.size <= most, [...files].join(', '));
  });

test('with all of it the types fit', async () => {
  assert.equal(await checkTypes(), '');
});

test('the type checker names what is left out', async () => {
  // All at once, since a look at all types takes its time: each file is named by itself.
  const cut = Object.entries({
    'web/experiment/kinds/activations/softsign.js': /^ {2}range: .*\n/m,
    'web/experiment/kinds/optimizers/programs.js': /^ {4}keras: .*Adagrad.*\n/m,
    'web/messages/es/kinds.js': /^ {4}stripes: .*\n/m,
  }).map(([file, code]) => {
    const path = join(folder, file);
    const whole = readFileSync(path, 'utf8');
    assert.match(whole, code);
    writeFileSync(path, whole.replace(code, ''));
    return { file, path, whole };
  });
  const said = await checkTypes();
  for (const { file, path, whole } of cut) {
    assert.match(said, new RegExp(`^${file}`, 'm'));
    writeFileSync(path, whole);
  }
});

test('the tests of the tables, of links, of the engine and of the lesson take them in and pass', async () => {
  const files = [
    'project/tables',
    'experiment/link',
    'src/gradients',
    'src/math',
    'src/optimizers',
    'src/datasets',
    'panels/training/fields',
    'lesson/claims',
    'lesson/languages',
    'lesson/story',
  ].map((name) => `tests/${name}.test.js`);
  // Without the mark by which this test's own runner would take it for a part of itself.
  const { NODE_TEST_CONTEXT, ...env } = process.env;
  // The other chapters are gone through where nothing is added to them.
  for (const some of [files, ['--test-name-pattern=^rate: ', 'tests/lesson/story-page.test.js']]) {
    const { stdout } = await run(process.execPath, ['--test', '--test-reporter=spec', ...some], {
      cwd: folder,
      env,
      maxBuffer: 2 ** 26,
    }).catch((error) => assert.fail(error.stdout.slice(-6000)));
    assert.match(stdout, /ℹ pass [1-9]\d*\n[^]*ℹ fail 0/);
  }
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

describe('the loss', () => {
  test('is what its formula says, and its gradients are what central differences say', () => {
    const one = lab.start(
      /** @type {any} */ ({
        network: { inputs: 2, hidden: [3], outputActivation: 'linear' },
        data: { set: 'circles' },
        loss: 'absolute-error',
        init: { scheme: 'normal' },
      }),
    );
    const { x, y } = one.data();
    const errors = one.predict(x).map(([a], at) => Math.abs(a - y[at][0]));
    assertClose([one.loss()], [errors.reduce((sum, error) => sum + error) / errors.length], { relative: 1e-12 });
    const numeric = one.names.map((name) => one.numericGradient(name));
    assertClose(one.gradients(), numeric, { relative: 1e-5, absolute: 1e-8 });
    assert.ok(numeric.some((value) => Math.abs(value) > 1e-4));
    const { factors, product } = one.chain('w1', 0);
    assertClose([factors.reduce((value, factor) => value * factor.value, 1)], [product ?? Number.NaN], { relative: 1e-12 });
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

test('a link takes them, each spelled out', () => {
  const parts = {
    network: { inputs: 2, hidden: [2], activation: 'softsign' },
    data: { set: 'stripes' },
    loss: 'absolute-error',
    training: { optimizer: 'adagrad' },
  };
  const experiment = built.parseExperiment(/** @type {any} */ (parts));
  assert.deepEqual(built.parseLink(built.writeLink(experiment)), experiment);
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
    const seen = await page.evaluate(() => ({ lang: document.documentElement.lang, text: document.body.textContent ?? '' }));
    assert.equal(seen.lang, 'eo');
    assert.ok(seen.text.includes('Kial ili lernas malsame?'));

    await page.goto(`${site.url}?lang=eo&preset=tied`);
    await page.waitFor(() => document.documentElement.dataset.ready === 'true');
    const options = await page.evaluate(() => [...document.querySelectorAll('option')].map((option) => option.value));
    for (const value of ['softsign', 'absolute-error', 'stripes']) assert.ok(options.includes(value), value);

    await page.evaluate(() => document.querySelector('#panel-count summary')?.dispatchEvent(new MouseEvent('click', { bubbles: true })));
    await page.waitFor(() => document.querySelector('#panel-count')?.textContent?.includes('Parameters: 6.') ?? false);

    await page.goto(`${site.url}?lesson=rate&lang=en`);
    await page.waitFor(() => document.body.textContent?.includes('From which learning rate on do two tied neurons part?'));
    assert.equal(await page.evaluate(() => document.querySelector('[data-language="eo"]')?.textContent), 'Esperanto');
  } finally {
    await browser.close();
    await site.close();
  }
});
