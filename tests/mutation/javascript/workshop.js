/** A copy of the project in which one file is changed at a time, and the tests that come there are run until one fails. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build, transform } from 'esbuild';
import { BESIDE_PAGE, COMMAND, PACKAGE, PAGE } from '../../../tools/bundles.js';
import { casesOf, spokenOf } from './cases.js';

/** @typedef {import('./sample.js').Mutant} Mutant */
/** @typedef {'killed' | 'survived' | 'no test comes there' | 'same code' | 'does not parse'} Fate */

/** test: a file; names: patterns of those of its tests that judge; none: all. @typedef {{ test: string, names: readonly string[] }} Judge */

const run = promisify(execFile);

const COPIED = ['web', 'tests', 'dist', 'src', 'docs', 'tools', 'package.json', 'README.md', 'SPEC.md', 'CHANGELOG.md'];

/**
 * A mutant that loops, waits or allocates without end must not take the machine along: seconds of the processor for each process, which ends a
 * page that hangs, and of the clock for all of them together.
 */
const LIMITS = 'ulimit -t 60; exec timeout --kill-after=5 300 "$0" "$@"';

/** Rooms that no test in browsers is named after, and the room of the tests that show what is in them. */
const SHOWN_IN = /** @type {Record<string, string>} */ ({ drawing: 'lesson', figures: 'lesson', session: 'page', 'task-page': 'tasks' });

/** How much what a test speaks of weighs beside the folder that it is in. */
const SPOKEN = 5;

const FIRST_FAILURE = fileURLToPath(new URL('./first-failure.js', import.meta.url));

/** What the package and its worker are built from, as build.sh builds it, but quicker. @type {import('esbuild').BuildOptions} */
const BUNDLE = {
  ...PACKAGE,
  entryPoints: { ...PACKAGE.entryPoints, ...COMMAND.entryPoints, 'sweep-worker': 'web/engine/sweep-worker.js' },
  minify: false,
  sourcemap: false,
};

/** The page and what stands beside it, the same way. @type {readonly import('esbuild').BuildOptions[]} */
const PAGE_BUNDLES = [PAGE, BESIDE_PAGE].map((each) => ({ ...each, minify: false, sourcemap: false }));

/** @param {readonly import('esbuild').BuildOptions[]} bundles @param {import('esbuild').BuildOptions} options @returns {Promise<string[]>} what they are made of */
async function bundleAll(bundles, options) {
  const made = await Promise.all(bundles.map((each) => build({ ...each, ...options, metafile: true })));
  return made.flatMap(({ metafile }) => Object.keys(/** @type {import('esbuild').Metafile} */ (metafile).inputs));
}

/**
 * Which files of web/ a test comes to: what it imports, and what that imports; of the package, the command or the page, what those are built from.
 * @param {string} root @param {readonly string[]} tests
 * @returns {Promise<Map<string, Set<string>>>} by test
 */
export async function reachOf(root, tests) {
  const [packed, paged] = await Promise.all(
    [[BUNDLE], PAGE_BUNDLES].map((bundles) => bundleAll(bundles, { absWorkingDir: root, outdir: 'out', write: false })),
  );
  const reach = new Map();
  for (const test of tests) {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: [test],
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      logLevel: 'silent',
      external: ['../../dist/*', '../../../dist/*', '*.json'],
    });
    const inputs = Object.entries(metafile.inputs);
    const usesPackage = inputs.some(
      ([path, { imports }]) => path === 'tests/support/command.js' || imports.some((each) => each.path.startsWith('twin-neurons')),
    );
    const opensPage = inputs.some(([path]) => path === 'tests/support/site.js');
    reach.set(test, new Set([...inputs.map(([path]) => path), ...(usesPackage ? packed : []), ...(opensPage ? paged : [])]));
  }
  return reach;
}

export class Workshop {
  /**
   * @param {string} root @param {string} folder
   * @param {{ reach: Map<string, Set<string>>, judges: number, browsers?: boolean }} options judges: at most so many tests a change; browsers: the tests
   *   open the page, which is built anew, too, and only in Chromium
   */
  constructor(root, folder, { reach, judges, browsers = false }) {
    this.folder = folder;
    this.reach = reach;
    this.most = judges;
    this.browsers = browsers;
    this.bundles = browsers ? [BUNDLE, ...PAGE_BUNDLES] : [BUNDLE];
    /** Whether a test passes where nothing is changed: one that does not is no judge. @type {Map<string, boolean>} */
    this.sound = new Map();
    /** Of each file of tests that opens the page. @type {Map<string, import("./cases.js").Case[]>} */
    this.cases = new Map();
    /** @type {Set<string>} */
    this.packed = new Set();
    // With what lies beside the copy: a link to it, of an earlier run.
    rmSync(dirname(folder), { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const path of COPIED)
      cpSync(join(root, path), join(folder, path), { recursive: true, filter: (from) => !/node_modules$|\.map$|\.zip$/.test(from) });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    if (existsSync(join(root, '..', 'shared'))) symlinkSync(join(root, '..', 'shared'), join(dirname(folder), 'shared'));
    if (browsers) this.prepareForChromium();
  }

  /** What a quick page lacks (lists of what is to be loaded ahead), and the other browsers, are left out of the copy. */
  prepareForChromium() {
    rmSync(join(this.folder, 'dist/parts'), { recursive: true });
    cpSync(join(this.folder, 'web/site/static/index.html'), join(this.folder, 'dist/index.html'));
    const path = join(this.folder, 'tests/support/browsers.js');
    const text = readFileSync(path, 'utf8').replace("['chromium', 'firefox', 'webkit']", "['chromium']");
    writeFileSync(path, text);
  }

  /** Builds the package of the copy anew, and the page where it is opened. */
  async bundle() {
    this.packed = new Set(await bundleAll(this.bundles, { absWorkingDir: this.folder, outdir: 'dist', allowOverwrite: true }));
  }

  /** How far a test's file is from a file: the name it has, then the room. @param {string} test @param {string} file */
  distanceOf(test, file) {
    const rooms = dirname(relative('web', file)).split('/');
    if (this.browsers) rooms[0] = SHOWN_IN[rooms[0]] ?? rooms[0];
    const there = dirname(relative('tests', test)).split('/');
    const shared = rooms.findIndex((room, at) => there[at] !== room);
    return (basename(test).startsWith(basename(file, '.js')) ? -10 : 0) - (shared < 0 ? rooms.length : shared);
  }

  /** Tests that come to a file, the nearest first: of its name, of its room, then those that come to little else. @param {string} file */
  testsOf(file) {
    return [...this.reach]
      .filter(([, files]) => files.has(file))
      .sort(([a, left], [b, right]) => this.distanceOf(a, file) - this.distanceOf(b, file) || left.size - right.size || (a < b ? -1 : 1))
      .map(([test]) => test);
  }

  /** @param {string} test a file */
  casesIn(test) {
    const known = this.cases.get(test) ?? casesOf(this.folder, test);
    this.cases.set(test, known);
    return known;
  }

  /**
   * What judges a change, the nearest first: files of tests, or in browsers of some files those tests that are nearest.
   * @param {{ file: string, line: number }} mutant
   * @returns {readonly Judge[]}
   */
  judgesOf({ file, line }) {
    const tests = this.testsOf(file);
    if (!this.browsers) return tests.slice(0, this.most).map((test) => ({ test, names: [] }));
    const cases = tests.flatMap((test) => this.casesIn(test));
    const spoken = spokenOf(cases, readFileSync(join(this.folder, file), 'utf8'), line);
    const nearness = new Map(cases.map((each) => [each, SPOKEN * spoken(each) - this.distanceOf(each.test, file)]));
    const nearest = [...nearness].sort(([, a], [, b]) => b - a).slice(0, this.most);
    const files = new Set(nearest.map(([{ test }]) => test));
    return [...files].map((test) => ({ test, names: nearest.flatMap(([each]) => (each.test === test ? [each.name] : [])) }));
  }

  /** Whether a file's nearest judge is of its name: that one notices most. @param {string} file */
  hasNamesake(file) {
    return basename(this.testsOf(file)[0] ?? '').startsWith(basename(file, '.js'));
  }

  /** @param {Judge} judge @returns {Promise<boolean>} whether it passes */
  async passes({ test, names }) {
    // A test runner's own variable would make the inner one report to the outer one. A run that ends early leaves its folders behind, here.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const TMPDIR = join(dirname(this.folder), 'tmp');
    rmSync(TMPDIR, { recursive: true, force: true });
    mkdirSync(TMPDIR);
    try {
      const only = names.map((name) => `--test-name-pattern=${name}`);
      await run('sh', ['-c', LIMITS, process.execPath, `--test-reporter=${FIRST_FAILURE}`, ...only, test], {
        cwd: this.folder,
        env: { ...env, TMPDIR },
        maxBuffer: 2 ** 28,
      });
      return true;
    } catch {
      return false;
    }
  }

  /** @param {Judge} judge */
  async isSound(judge) {
    const key = JSON.stringify(judge);
    if (!this.sound.has(key)) this.sound.set(key, await this.passes(judge));
    return this.sound.get(key) === true;
  }

  /**
   * @param {Mutant} mutant
   * @param {{ first?: number, last?: number }} [which] of its judges: from 0, and not the last itself
   * @returns {Promise<{ fate: Fate, by: string }>} by: the test that noticed
   */
  async judge({ file, line, from, to, change }, { first = 0, last = this.most } = {}) {
    const path = join(this.folder, file);
    const original = readFileSync(path, 'utf8');
    const text = original.slice(0, from) + change + original.slice(to);
    const [mine, before] = await Promise.all(
      [text, original].map((each) =>
        transform(each, { minify: true, format: 'esm', logLevel: 'silent' }).then(
          ({ code }) => code,
          () => null,
        ),
      ),
    );
    if (mine === null) return { fate: 'does not parse', by: '' };
    if (mine === before) return { fate: 'same code', by: '' };
    /** @param {string} each @returns {Promise<boolean>} whether it can be built */
    const put = async (each) => {
      writeFileSync(path, each);
      return (
        !this.packed.has(file) ||
        this.bundle().then(
          () => true,
          () => false,
        )
      );
    };
    const judges = this.judgesOf({ file, line });
    let isChanged = false;
    let isBuilt = true;
    try {
      for (const one of judges.slice(first, last)) {
        if (!isChanged) isBuilt = await put(text);
        isChanged = true;
        if (!isBuilt) return { fate: 'does not parse', by: '' };
        if (await this.passes(one)) continue;
        await put(original);
        isChanged = false;
        if (await this.isSound(one)) return { fate: 'killed', by: one.test };
      }
    } finally {
      if (isChanged) await put(original);
    }
    return { fate: judges.length === 0 ? 'no test comes there' : 'survived', by: '' };
  }
}
