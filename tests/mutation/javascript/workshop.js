/** A copy of the project in which one file is changed at a time, and the tests that come there are run until one fails. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build, transform } from 'esbuild';
import { COMMAND, PACKAGE } from '../../../tools/bundles.js';

/** @typedef {import('./sample.js').Mutant} Mutant */
/** @typedef {'killed' | 'survived' | 'no test comes there' | 'same code' | 'does not parse'} Fate */

const run = promisify(execFile);

const COPIED = ['web', 'tests', 'dist', 'src', 'docs', 'tools', 'package.json', 'README.md', 'SPEC.md', 'CHANGELOG.md'];

/** A mutant that loops or allocates without end must not take the machine along. Seconds of the processor. */
const LIMITS = 'ulimit -t 60; exec "$0" "$@"';

const FIRST_FAILURE = fileURLToPath(new URL('./first-failure.js', import.meta.url));

/** What the package and its worker are built from, as build.sh builds it, but quicker. @type {import('esbuild').BuildOptions} */
const BUNDLE = {
  ...PACKAGE,
  entryPoints: { ...PACKAGE.entryPoints, ...COMMAND.entryPoints, 'sweep-worker': 'web/engine/sweep-worker.js' },
  minify: false,
  sourcemap: false,
};

/**
 * Which files of web/ a test comes to: what it imports, and what that imports; of the package or the command, what those are built from.
 * @param {string} root @param {readonly string[]} tests
 * @returns {Promise<Map<string, Set<string>>>} by test
 */
export async function reachOf(root, tests) {
  const bundled = await build({ ...BUNDLE, absWorkingDir: root, outdir: 'out', write: false, metafile: true });
  const packed = Object.keys(/** @type {import('esbuild').Metafile} */ (bundled.metafile).inputs);
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
    reach.set(test, new Set([...inputs.map(([path]) => path), ...(usesPackage ? packed : [])]));
  }
  return reach;
}

export class Workshop {
  /** @param {string} root @param {string} folder @param {{ reach: Map<string, Set<string>>, judges: number }} options judges: at most so many tests a change */
  constructor(root, folder, { reach, judges }) {
    this.folder = folder;
    this.reach = reach;
    this.most = judges;
    /** Whether a test passes where nothing is changed: one that does not is no judge. @type {Map<string, boolean>} */
    this.sound = new Map();
    /** @type {Set<string>} */
    this.packed = new Set();
    // With what lies beside the copy: a link to it, of an earlier run.
    rmSync(dirname(folder), { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const path of COPIED)
      cpSync(join(root, path), join(folder, path), { recursive: true, filter: (from) => !/node_modules$|\.map$|\.zip$/.test(from) });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    if (existsSync(join(root, '..', 'shared'))) symlinkSync(join(root, '..', 'shared'), join(dirname(folder), 'shared'));
  }

  /** Builds the package of the copy anew. */
  async bundle() {
    const { metafile } = await build({ ...BUNDLE, absWorkingDir: this.folder, outdir: 'dist', allowOverwrite: true, metafile: true });
    this.packed = new Set(Object.keys(metafile.inputs));
  }

  /** Tests that come to a file, the nearest first: of its name, of its room, then those that come to little else. @param {string} file */
  judgesOf(file) {
    const name = basename(file, '.js');
    const rooms = dirname(relative('web', file)).split('/');
    const distance = (/** @type {string} */ test) => {
      const there = dirname(relative('tests', test)).split('/');
      const shared = rooms.findIndex((room, at) => there[at] !== room);
      return (basename(test).startsWith(name) ? -10 : 0) - (shared < 0 ? rooms.length : shared);
    };
    return [...this.reach]
      .filter(([, files]) => files.has(file))
      .sort(([a, left], [b, right]) => distance(a) - distance(b) || left.size - right.size || (a < b ? -1 : 1))
      .slice(0, this.most)
      .map(([test]) => test);
  }

  /** Whether a file's nearest judge is of its name: that one notices most. @param {string} file */
  hasNamesake(file) {
    return basename(this.judgesOf(file)[0] ?? '').startsWith(basename(file, '.js'));
  }

  /** @param {string} test @returns {Promise<boolean>} whether it passes */
  async passes(test) {
    // A test runner's own variable would make the inner one report to the outer one. A run that ends early leaves its folders behind, here.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const TMPDIR = join(dirname(this.folder), 'tmp');
    rmSync(TMPDIR, { recursive: true, force: true });
    mkdirSync(TMPDIR);
    try {
      await run('bash', ['-c', LIMITS, process.execPath, `--test-reporter=${FIRST_FAILURE}`, test], {
        cwd: this.folder,
        env: { ...env, TMPDIR },
        maxBuffer: 2 ** 28,
      });
      return true;
    } catch {
      return false;
    }
  }

  /** @param {string} test */
  async isSound(test) {
    if (!this.sound.has(test)) this.sound.set(test, await this.passes(test));
    return this.sound.get(test) === true;
  }

  /**
   * @param {Mutant} mutant
   * @param {{ first?: number, last?: number }} [which] of its judges: from 0, and not the last itself
   * @returns {Promise<{ fate: Fate, by: string }>} by: the test that noticed
   */
  async judge({ file, from, to, change }, { first = 0, last = this.most } = {}) {
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
    const put = async (/** @type {string} */ each) => {
      writeFileSync(path, each);
      if (this.packed.has(file)) await this.bundle();
    };
    const judges = this.judgesOf(file);
    let isChanged = false;
    try {
      for (const test of judges.slice(first, last)) {
        if (!isChanged) await put(text);
        isChanged = true;
        if (await this.passes(test)) continue;
        await put(original);
        isChanged = false;
        if (await this.isSound(test)) return { fate: 'killed', by: test };
      }
    } finally {
      if (isChanged) await put(original);
    }
    return { fate: judges.length === 0 ? 'no test comes there' : 'survived', by: '' };
  }
}
