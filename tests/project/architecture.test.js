/**
 * The direction of dependencies, and the few words that belong to one file alone. The tables are the design's diagram; a file that they
 * do not name is a plain helper: it may be used by all and may use only other helpers.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What each part of web/ consists of. The engine's part is the package: what runs in Node as it does in a browser. */
const PARTS = {
  main: /^web\/(main|embedding|presenting|lab-panels|lesson-loader|lesson-page|lesson-rest|teachers-page|offline|service-worker|one-file|one-file-loader|old-browser)\.js$/,
  command: /^web\/command(\/.*)?\.js$/,
  monkey: /^web\/fuzz\.js$/,
  element: /^web\/element\.js$/,
  session: /^web\/session\.js$/,
  views: /^web\/(views\/.*|charts\.js)$/,
  data: /^web\/(presets|lessons|messages)(\/.*)?\.js$/,
  engine: /^web\/(twin-neurons|engine|files|lab|run|start|chain|sweep|sweep-worker|threads)\.js$/,
};

/** @typedef {keyof typeof PARTS | 'helpers'} Part */

/** Who may import whom. main opens the engine and hands it to the session, which alone uses it. @type {Record<Part, Part[]>} */
const MAY_IMPORT = {
  main: ['main', 'session', 'engine', 'views', 'data', 'monkey', 'helpers'],
  command: ['command', 'engine', 'data', 'helpers'],
  monkey: [],
  element: [],
  session: ['engine', 'data', 'helpers'],
  views: ['views', 'helpers'],
  data: ['data', 'helpers'],
  engine: ['engine', 'helpers'],
  helpers: ['helpers'],
};

/** Words of web/ that only the named files may say. */
const RESERVED = [
  { what: 'WebAssembly', pattern: /\bWebAssembly\b/, files: ['web/engine.js'] },
  { what: 'memory views', pattern: /\b(Float64Array|Int32Array|Uint8Array)\(\w*(memory|buffer)/, files: ['web/engine.js'] },
  { what: 'HTML made from text', pattern: /\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write)\b/, files: [] },
  { what: 'default exports', pattern: /\bexport default\b|\bas default\b/, files: [] },
];

/** Where a page is at hand. Everything else also runs in Node and in workers. @type {Part[]} */
const HAS_DOM = ['main', 'monkey', 'element', 'views', 'session'];

const C_HEADERS = new Set(['assert.h', 'float.h', 'limits.h', 'stdbool.h', 'stddef.h', 'stdint.h', 'stdlib.h', 'string.h']);

const LONGEST_FILE = 400;

/**
 * The files of a folder and the folders in it, as paths from the root, without what is installed or copied from elsewhere.
 * @param {string} folder
 * @returns {string[]}
 */
function listFiles(folder) {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'reference'].includes(entry.name) ? [] : listFiles(path);
    return [path];
  });
}

/** @param {string} path */
const read = (path) => readFileSync(join(ROOT, path), 'utf8');

/** @param {string} path @returns {Part} */
function partOf(path) {
  const found = Object.entries(PARTS).find(([, pattern]) => pattern.test(path));
  return found ? /** @type {Part} */ (found[0]) : 'helpers';
}

/**
 * The first cycle in a graph, as a path that ends where it began; null where there is none.
 * @param {Map<string, string[]>} graph
 * @returns {string[] | null}
 */
function findCycle(graph) {
  const done = new Set();
  /** @param {string} node @param {string[]} path @returns {string[] | null} */
  const visit = (node, path) => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return null;
    for (const next of graph.get(node) ?? []) {
      const cycle = visit(next, [...path, node]);
      if (cycle) return cycle;
    }
    done.add(node);
    return null;
  };
  for (const node of graph.keys()) {
    const cycle = visit(node, []);
    if (cycle) return cycle;
  }
  return null;
}

/**
 * What every module of web/ imports, as esbuild reads it: files by path from the root, packages by name.
 * @param {string[]} files
 * @returns {Promise<Map<string, string[]>>}
 */
async function readImports(files) {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: files,
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'unused',
    format: 'esm',
    platform: 'neutral',
    packages: 'external',
    logLevel: 'silent',
  });
  return new Map(Object.entries(metafile.inputs).map(([path, { imports }]) => [path, imports.map((each) => each.path)]));
}

describe('web/', async () => {
  const files = listFiles('web').filter((path) => path.endsWith('.js'));
  const imports = await readImports(files);
  /** Without comments, and without what stands in quotes. @type {Map<string, string>} */
  const code = new Map();
  for (const path of files) {
    const bare = await transform(read(path), { minifyWhitespace: true, legalComments: 'none' });
    code.set(path, bare.code.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""'));
  }

  test('every file imports only what its part may import', () => {
    const wrong = [...imports].flatMap(([path, targets]) =>
      targets
        .filter((target) => target.startsWith('web/') && !MAY_IMPORT[partOf(path)].includes(partOf(target)))
        .map((target) => `${path} (${partOf(path)}) imports ${target} (${partOf(target)})`),
    );
    assert.deepEqual(wrong, []);
  });

  test('no file leads back to itself', () => {
    assert.equal(findCycle(imports), null);
  });

  test("the command uses the engine by the package's face alone", () => {
    const wrong = [...imports].flatMap(([path, targets]) =>
      targets
        .filter((target) => partOf(path) === 'command' && partOf(target) === 'engine' && target !== 'web/twin-neurons.js')
        .map((target) => `${path} imports ${target}`),
    );
    assert.deepEqual(wrong, []);
  });

  test("only charts.js imports a package, Chart.js, and only the engine's part and the command import from Node", () => {
    const wrong = [...imports].flatMap(([path, targets]) =>
      targets
        .filter((target) => !target.startsWith('web/'))
        .filter(
          (target) =>
            !(target.startsWith('node:')
              ? ['engine', 'command'].includes(partOf(path))
              : target === 'chart.js' && basename(path) === 'charts.js'),
        )
        .map((target) => `${path} imports ${target}`),
    );
    assert.deepEqual(wrong, []);
  });

  for (const { what, pattern, files: allowed } of RESERVED) {
    test(`${what}: ${allowed.length ? `only in ${allowed.join(', ')}` : 'nowhere'}`, () => {
      assert.deepEqual(
        files.filter((path) => pattern.test(code.get(path) ?? '') && !allowed.includes(path)),
        [],
      );
    });
  }

  test('only the page touches the document', () => {
    const dom = /\b(document|window|localStorage|HTMLElement)\b\s*[.[]/;
    assert.deepEqual(
      files.filter((path) => dom.test(code.get(path) ?? '') && !HAS_DOM.includes(partOf(path))),
      [],
    );
  });

  test('presets and lessons are nothing but data: they survive being written as JSON', async () => {
    const data = files.filter((path) => /^web\/(presets|lessons)/.test(path));
    assert.ok(data.length > 0);
    for (const path of data) {
      const exported = { ...(await import(join(ROOT, path))) };
      assert.deepEqual(JSON.parse(JSON.stringify(exported)), exported, path);
    }
  });
});

describe('src/', () => {
  const files = listFiles('src').filter((path) => /\.[ch]$/.test(path));
  /** @type {Map<string, string[]>} */
  const includes = new Map(
    files.map((path) => [path, [...read(path).matchAll(/^\s*#\s*include\s*([<"][^>"]+)[>"]/gm)].map((match) => match[1] ?? '')]),
  );

  test('includes its own headers and a few of the standard library, none of which does input or output', () => {
    const wrong = [...includes].flatMap(([path, targets]) =>
      targets
        .filter((target) => !(target.startsWith('<') ? C_HEADERS.has(target.slice(1)) : existsSync(join(ROOT, 'src', target.slice(1)))))
        .map((target) => `${path} includes ${target.slice(1)}`),
    );
    assert.deepEqual(wrong, []);
  });

  test('has headers that do not include each other in a circle', () => {
    const own = new Map(
      [...includes].map(([path, targets]) => [path, targets.filter((it) => it.startsWith('"')).map((it) => `src/${it.slice(1)}`)]),
    );
    assert.equal(findCycle(own), null);
  });

  test('says nothing of JavaScript, browsers or Emscripten, but for the mark of an export in nn.h', () => {
    const words = /emscripten|javascript|\bEM_ASM\b|\bEM_JS\b|\bwasm\b/i;
    const withoutComments = (/** @type {string} */ text) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    assert.deepEqual(
      files.filter((path) => words.test(withoutComments(read(path)).replace('#ifdef __EMSCRIPTEN__', ''))),
      [],
    );
  });

  test('names the version that package.json names', () => {
    const { version } = JSON.parse(read('package.json'));
    assert.equal(/#define NN_VERSION "([^"]+)"/.exec(read('src/nn.h'))?.[1], version);
  });
});

describe('every file', () => {
  const files = ['build.sh', '.ci/run', 'README.md', ...['src', 'web', 'tests', 'tools'].flatMap(listFiles)].filter(
    (path) => !/\.(png|svg|json)$/.test(path),
  );

  test(`is shorter than ${LONGEST_FILE} lines`, () => {
    assert.deepEqual(
      files.filter((path) => read(path).split('\n').length > LONGEST_FILE),
      [],
    );
  });

  test('is finished: no marks of work left over', () => {
    assert.deepEqual(
      files.filter((path) => /\b(TO[D]O|FIX[M]E|X[X]X)\b/.test(read(path))),
      [],
    );
  });

  test('of JavaScript is named in kebab-case', () => {
    const names = files.filter((path) => path.endsWith('.js')).map((path) => relative('.', path));
    assert.deepEqual(
      names.filter((path) => !/^[a-z0-9-]+(\.(test|bench))?\.js$/.test(basename(path))),
      [],
    );
  });
});
