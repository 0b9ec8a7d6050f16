/**
 * The direction of dependencies between the rooms, and the few words that belong to one file alone. A room is a folder, so where a file
 * lies says what it may import.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Who may import whom, by room: a room is a folder of web/, or one of the files right in it. What is not named here is no room, and fails.
 * Every room may import itself. @type {Record<string, string[]>}
 */
const MAY_IMPORT = {
  base: [],
  experiment: ['base'],
  ties: ['base', 'experiment'],
  tasks: ['base', 'experiment', 'ties'],
  engine: ['base', 'experiment', 'ties'],
  session: ['base', 'experiment', 'ties', 'engine'],
  drawing: ['base', 'experiment', 'ties'],
  ui: ['base', 'experiment', 'drawing'],
  figures: ['base', 'experiment', 'ties', 'drawing', 'ui'],
  messages: ['base', 'ties', 'tasks'],
  page: ['base', 'experiment', 'ties', 'engine', 'session', 'drawing', 'ui', 'figures', 'messages'],
  panels: ['base', 'experiment', 'ties', 'tasks', 'engine', 'session', 'drawing', 'ui', 'figures', 'messages', 'page', 'frame'],
  lesson: ['base', 'experiment', 'ties', 'tasks', 'engine', 'session', 'drawing', 'ui', 'figures', 'messages', 'page'],
  'task-page': ['base', 'experiment', 'ties', 'tasks', 'session', 'ui', 'messages', 'page'],
  teachers: ['base', 'tasks', 'experiment', 'ui', 'messages', 'page', 'lesson', 'frame'],
  frame: ['base', 'experiment', 'ui', 'messages', 'page', 'lesson'],
  dev: ['base', 'experiment', 'ties', 'session', 'drawing', 'ui', 'figures', 'messages', 'page'],
  course: ['base', 'tasks', 'ui', 'messages', 'lesson'],
  site: ['base', 'engine', 'frame', 'main.js'],
  command: ['base', 'experiment', 'ties', 'tasks', 'twin-neurons.js'],
  'main.js': [
    'base',
    'experiment',
    'ties',
    'engine',
    'session',
    'drawing',
    'ui',
    'figures',
    'messages',
    'page',
    'panels',
    'lesson',
    'teachers',
    'frame',
    'task-page',
    'dev',
  ],
  'element.js': [],
  'command.js': ['command'],
  'twin-neurons.js': ['base', 'experiment', 'ties', 'engine'],
};

/** Words of web/ that only the named files may say. */
const RESERVED = [
  { what: 'WebAssembly', pattern: /\bWebAssembly\b/, files: ['web/engine/engine.js'] },
  { what: 'memory views', pattern: /\b(Float64Array|Int32Array|Uint8Array)\(\w*(memory|buffer)/, files: ['web/engine/engine.js'] },
  { what: 'HTML made from text', pattern: /\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write)\b/, files: [] },
  { what: 'default exports', pattern: /\bexport default\b|\bas default\b/, files: [] },
];

/** Where a page is at hand. Everything else also runs in Node and in workers. */
const HAS_DOM = [
  'ui',
  'figures',
  'page',
  'panels',
  'lesson',
  'teachers',
  'frame',
  'task-page',
  'course',
  'dev',
  'site',
  'main.js',
  'element.js',
];

const C_HEADERS = new Set(['assert.h', 'float.h', 'limits.h', 'stdbool.h', 'stddef.h', 'stdint.h', 'stdlib.h', 'string.h']);

const LONGEST_FILE = 400;
const MOST_FILES = 20;
/** Folders that hold one file a kind, a chapter or a part of a language: they grow with what there is. */
const COLLECTIONS = /^web\/(experiment\/kinds\/.*|lesson\/story\/chapters|messages\/.*|site\/static(\/.*)?)$/;

/** Where Chart.js is. */
const PLOT = 'web/page/plot.js';

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

/**
 * The room of a file of web/.
 * @param {string} path
 */
const roomOf = (path) => path.split('/')[1] ?? '';

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

  test('every file lies in a room, and imports only what its room may import', () => {
    assert.deepEqual(
      [...new Set(files.map(roomOf))].filter((room) => !(room in MAY_IMPORT)),
      [],
    );
    const wrong = [...imports].flatMap(([path, targets]) =>
      targets
        .filter(
          (target) => target.startsWith('web/') && roomOf(target) !== roomOf(path) && !MAY_IMPORT[roomOf(path)]?.includes(roomOf(target)),
        )
        .map((target) => `${path} imports ${target}`),
    );
    assert.deepEqual(wrong, []);
  });

  test('no two rooms may import each other', () => {
    const both = Object.entries(MAY_IMPORT).flatMap(([room, others]) =>
      others.filter((other) => MAY_IMPORT[other]?.includes(room)).map((other) => `${room} and ${other}`),
    );
    assert.deepEqual(both, []);
  });

  test('no panel of the lab imports another', () => {
    const panelOf = (/** @type {string} */ path) => /^web\/panels\/([^/]+)\//.exec(path)?.[1] ?? null;
    const wrong = [...imports].flatMap(([path, targets]) =>
      targets
        .filter((target) => panelOf(path) !== null && panelOf(target) !== null && panelOf(target) !== panelOf(path))
        .map((target) => `${path} imports ${target}`),
    );
    assert.deepEqual(wrong, []);
  });

  test('no file leads back to itself', () => {
    assert.equal(findCycle(imports), null);
  });

  test("the command uses the engine by the package's face alone", () => {
    const wrong = [...imports].flatMap(([path, targets]) =>
      targets.filter((target) => roomOf(path) === 'command' && roomOf(target) === 'engine').map((target) => `${path} imports ${target}`),
    );
    assert.deepEqual(wrong, []);
  });

  test(`only ${PLOT} imports a package, Chart.js, and only the engine and the command import from Node`, () => {
    const mayImport = (/** @type {string} */ path, /** @type {string} */ name) =>
      name.startsWith('node:') ? ['engine', 'command', 'command.js'].includes(roomOf(path)) : name === 'chart.js' && path === PLOT;
    const wrong = [...imports].flatMap(([path, targets]) =>
      targets.filter((target) => !target.startsWith('web/') && !mayImport(path, target)).map((target) => `${path} imports ${target}`),
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
      files.filter((path) => dom.test(code.get(path) ?? '') && !HAS_DOM.includes(roomOf(path))),
      [],
    );
  });

  test('presets and lessons are nothing but data: they survive being written as JSON', async () => {
    const data = files.filter((path) =>
      /^web\/(experiment\/presets|lesson\/story\/chapters\/.*|lesson\/beyond\/sections|teachers\/(homework|plan))\.js$/.test(path),
    );
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

describe('every folder', () => {
  test(`holds at most ${MOST_FILES} files`, () => {
    /** @type {Map<string, number>} */
    const sizes = new Map();
    for (const path of ['web', 'tests', 'tools'].flatMap(listFiles)) sizes.set(dirname(path), (sizes.get(dirname(path)) ?? 0) + 1);
    assert.deepEqual(
      [...sizes].filter(([folder, count]) => count > MOST_FILES && !COLLECTIONS.test(folder)),
      [],
    );
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
