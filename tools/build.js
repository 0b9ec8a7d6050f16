/**
 * Builds dist/, which is the site and most of the package: each step with what it reads and what it makes. build.sh calls it when the
 * compiler, Node and the packages are there:
 *
 *     node tools/build.js VERSION [STEP...]     VERSION: emcc's; STEP: only this one and what it needs
 *     node tools/build.js --sums                nothing but dist/SHA256SUMS, after a change of what is in dist/
 *
 * SITE_URL in the environment tells the page its address.
 */
import { cpSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import {
  BESIDE_PAGE,
  BROWSER,
  CLASSIC_ELEMENT,
  COMMAND,
  OLD_BROWSER,
  ONE_FILE,
  PACKAGE,
  PAGE,
  PAGE_OPENINGS,
  SERVICE_WORKER,
  sideOf,
} from './bundles.js';
import { withFewChunks } from './chunks.js';
import { MODULES, compileEngine } from './engine.js';
import { Made } from './made.js';
import { makeOneFile } from './make-one-file.js';
import { makeSite, writeSums } from './make-site.js';
import { minifyFiles } from './minify.js';
import { checkAddress, setAddress } from './set-address.js';
import { BuildError, runSteps } from './steps.js';
import { writeTypes } from './types.js';

/** @typedef {import('./steps.js').Step} Step */

const DIST = 'dist';
const CACHE = '.cache';
/** What in dist/ is made by other steps than the page's. */
const NOT_PAGE = /^(engine(-scalar|-many)?\.wasm|types|browser|course|twin-neurons\.html|service-worker\.js|SHA256SUMS|v[0-9].*)$/;
const LICENSED = ['chart.js', '@kurkle/color'];

/** What decides every step: the graph itself, and the libraries with their versions. */
const COMMON = ['tools/build.js', 'tools/steps.js', 'package.json', 'package-lock.json'];
const BUNDLES = [...COMMON, 'tools/bundles.js', 'web'];

/** @param {string} name in dist/ */
const dist = (name) => join(DIST, name);

/**
 * An empty folder for what is not finished.
 * @param {string} name
 */
function emptyFolder(name) {
  const folder = join(CACHE, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** What slow tools have made for a step. @param {string} step */
const madeFor = (step) => new Made(join(CACHE, 'made', step));

/** The files and folders right in dist/ that are the page's; index.html even where it is missing. */
function pageFiles() {
  const names = readdirSync(DIST).filter((name) => !NOT_PAGE.test(name));
  return [...new Set(['index.html', ...names])].map(dist);
}

/**
 * Files that others import are asked for beside these, not when these are there, each a way to the server less: what main.js imports by links; what a
 * side of the page or a language imports by lists on main.js's own element, which knows what it will load.
 * @param {string} folder
 * @param {import('esbuild').Metafile} made
 */
function preloadImports(folder, { outputs }) {
  /** @param {string | undefined} path @returns {string[]} what it imports, directly or not */
  const importsOf = (path = '') => [
    ...new Set(outputs[path].imports.flatMap((each) => (each.kind === 'import-statement' ? [each.path, ...importsOf(each.path)] : []))),
  ];
  const made = Object.keys(outputs);
  const present = importsOf(made.find((path) => path.endsWith('/main.js')));
  const links = present.map((path) => `<link rel="modulepreload" href="${relative(folder, path)}">\n`).join('');
  const lists = made.flatMap((path) => {
    const name = sideOf(outputs[path].entryPoint);
    const more = importsOf(path).filter((each) => !present.includes(each));
    return name === null || more.length === 0 ? [] : ` data-${name}="${more.map((each) => relative(folder, each)).join(' ')}"`;
  });
  const index = join(folder, 'index.html');
  writeFileSync(
    index,
    readFileSync(index, 'utf8').replace(
      '<script type="module" src="main.js">',
      () => `${links}<script type="module" src="main.js"${lists.join('')}>`,
    ),
  );
}

/** The page and the package: entries bundled, the static files copied as they are, and the licenses of what is inside. */
async function makePage() {
  const folder = emptyFolder('page');
  const [{ metafile }] = await Promise.all([
    withFewChunks(PAGE, PAGE_OPENINGS).then((page) => build({ ...page, metafile: true, outdir: folder })),
    build({ ...BESIDE_PAGE, outdir: folder }),
    build({ ...PACKAGE, outdir: folder }),
    build({ ...COMMAND, outdir: folder }),
    build({ ...CLASSIC_ELEMENT, outdir: folder }),
    build({ ...OLD_BROWSER, outdir: folder }),
  ]);
  const alone = ['command.js', 'sweep-worker.js'].map((name) => join(folder, name));
  const made = madeFor('page');
  await minifyFiles([...Object.keys(metafile.outputs).filter((path) => path.endsWith('.js')), ...alone], made);
  made.clean();
  cpSync('web/site/static', folder, { recursive: true });
  preloadImports(folder, metafile);
  const licenses = LICENSED.map((name) => `\n---- ${name} ----\n\n${readFileSync(`node_modules/${name}/LICENSE.md`, 'utf8')}`);
  writeFileSync(join(folder, 'LICENSES.txt'), readFileSync('LICENSE', 'utf8') + licenses.join(''));
  if (process.env.SITE_URL) setAddress(folder, process.env.SITE_URL);
  for (const path of pageFiles()) rmSync(path, { recursive: true, force: true });
  cpSync(folder, DIST, { recursive: true });
}

/** The page as one file. */
async function makePageFile() {
  const folder = emptyFolder('one-file');
  await build({ ...ONE_FILE, outdir: folder });
  const made = madeFor('one-file');
  await minifyFiles([join(folder, 'one-file.js')], made);
  await makeOneFile(DIST, folder, made);
  made.clean();
}

/** The package for programs that a bundler makes for browsers, all its files in one folder, but for the engine of sweeps: it is there once, a folder above. */
async function makeBrowser() {
  const folder = emptyFolder('browser');
  await build({ ...BROWSER, outdir: folder });
  const once = 'engine-many.wasm';
  for (const name of Object.keys(MODULES)) if (name !== once) cpSync(dist(name), join(folder, name));
  for (const path of ['twin-neurons.js', 'sweep-worker.js'].map((name) => join(folder, name))) {
    const code = readFileSync(path, 'utf8');
    if (!code.includes(`"${once}"`)) throw new Error(`${path} names no ${once}`);
    writeFileSync(path, code.replaceAll(`"${once}"`, `"../${once}"`));
  }
  rmSync(dist('browser'), { recursive: true, force: true });
  renameSync(folder, dist('browser'));
}

/** The package's declarations. That the types of everything else fit is for tests/project/types.test.js to say. */
async function makeTypes() {
  const folder = emptyFolder('types');
  await writeTypes(folder);
  rmSync(dist('types'), { recursive: true, force: true });
  renameSync(folder, dist('types'));
}

/** What makes dist/ a site when all else is in it: the service worker with its list of files, the versioned folder, the checksums. */
async function makeSiteFiles() {
  await build({ ...SERVICE_WORKER, outdir: DIST });
  makeSite(DIST);
}

/**
 * Every step comes after those it needs. The slowest programs begin first.
 * @param {string} compiler emcc's version
 * @returns {readonly Step[]}
 */
const stepsOf = (compiler) => [
  {
    name: 'engine',
    inputs: [...COMMON, 'tools/engine.js', 'src', 'emsdk-version.txt'],
    key: compiler,
    outputs: () => Object.keys(MODULES).map(dist),
    run: () => compileEngine(compiler, DIST, { temporary: CACHE }),
  },
  {
    name: 'types',
    inputs: [...COMMON, 'tools/types.js', 'web', 'tsconfig.json', 'tsconfig.types.json'],
    outputs: () => [dist('types')],
    run: makeTypes,
  },
  {
    name: 'page',
    inputs: [...BUNDLES, 'tools/chunks.js', 'tools/minify.js', 'tools/made.js', 'tools/set-address.js', 'LICENSE'],
    key: process.env.SITE_URL,
    outputs: pageFiles,
    run: makePage,
  },
  {
    name: 'browser',
    inputs: BUNDLES,
    needs: ['engine'],
    outputs: () => [dist('browser')],
    run: makeBrowser,
  },
  {
    name: 'one-file',
    inputs: [...BUNDLES, 'tools/make-one-file.js', 'tools/minify.js', 'tools/made.js'],
    needs: ['engine', 'page'],
    outputs: () => [dist('twin-neurons.html')],
    run: makePageFile,
  },
  {
    name: 'site-files',
    inputs: [...BUNDLES, 'tools/make-site.js'],
    needs: ['engine', 'types', 'page', 'browser', 'one-file'],
    // Packages of courses are made of what is built, and are no part of the site.
    outputs: () => readdirSync(DIST).flatMap((name) => (name === 'course' ? [] : [dist(name)])),
    run: makeSiteFiles,
  },
];

/**
 * The named steps and all that they need.
 * @param {readonly Step[]} steps
 * @param {readonly string[]} names none: all
 */
function choose(steps, names) {
  const wanted = new Set(names.length ? names : steps.map(({ name }) => name));
  for (const { name, needs } of [...steps].reverse()) if (wanted.has(name)) needs?.forEach((each) => wanted.add(each));
  return steps.filter(({ name }) => wanted.has(name));
}

const [first = '', ...names] = process.argv.slice(2);
mkdirSync(DIST, { recursive: true });
try {
  if (process.env.SITE_URL) checkAddress(process.env.SITE_URL);
  if (first === '--sums') writeSums(DIST);
  else await runSteps(choose(stepsOf(first), names), { stamps: join(CACHE, 'stamps'), note: (name) => console.log(`build.sh: ${name}`) });
} catch (error) {
  // esbuild has said what is wrong with a file by itself.
  const isSaid = error instanceof Error && 'errors' in error;
  if (error instanceof BuildError) {
    if (error.message) console.error(error.message);
  } else if (!isSaid) console.error(error);
  process.exitCode = 1;
}
