/**
 * Serves the page while it is being worked on, and builds it again when a file of web/ or src/ changes: nothing is minified, and an open page
 * loads itself anew. build.sh calls it when everything else is there:
 *
 *     node tools/dev.js VERSION PORT     VERSION: emcc's
 *
 * It works in a folder of its own, .cache/dev/, so dist/ stays what it is. A changed tool is noticed when it is started again.
 */
import { cpSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { context, stop } from 'esbuild';
import { BESIDE_PAGE, COMMAND, OLD_BROWSER, PACKAGE, PAGE } from './bundles.js';
import { compileEngine } from './engine.js';

const FOLDER = '.cache/dev';
const ENGINE = 'engine.wasm';
/** Holds the number of the newest build that went well. */
const NEWEST = 'build.txt';
/** Editors write a file in several steps; what comes within this time is one change. */
const MILLISECONDS_A_CHANGE = 30;

const [compiler = '', port = ''] = process.argv.slice(2);

let builds = 0;

/**
 * Ends main.js with a script that loads the page anew when there is another build: when esbuild tells of one, and where one came while the
 * page was loading. The number of the build stands in it, so main.js is another one each time, and esbuild tells of every build.
 * @type {import('esbuild').Plugin}
 */
const reload = {
  name: 'reload',
  setup({ onLoad, onEnd }) {
    onLoad({ filter: /[/\\]web[/\\]main\.js$/ }, ({ path }) => ({ contents: `${readFileSync(path, 'utf8')}\n${reloadScript(builds)}` }));
    onEnd(({ errors }) => {
      if (!errors.length) writeFileSync(join(FOLDER, NEWEST), String(builds));
    });
  },
};

const reloadScript = (/** @type {number} */ build) => `
const changes = new EventSource('/esbuild');
changes.addEventListener('change', () => location.reload());
changes.addEventListener('open', async () => {
  if ((await (await fetch('${NEWEST}')).text()) !== '${build}') location.reload();
});
`;

// esbuild serves from a process of its own, which would go on alone.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop().finally(() => process.exit()));

const plain = /** @type {const} */ ({ minify: false, outdir: FOLDER });

/** @returns {Promise<void>} */
const compile = () => compileEngine(compiler, FOLDER, { temporary: '.cache', modules: [ENGINE] });

/** A wrong file is not the end: esbuild and emcc have said what is wrong, and the page stays what it was. */
const unlessWrong = (/** @type {Promise<unknown>} */ made) =>
  made.then(
    () => true,
    () => false,
  );

rmSync(FOLDER, { recursive: true, force: true });
cpSync('web/site/static', FOLDER, { recursive: true });
cpSync(join('dist', ENGINE), join(FOLDER, ENGINE));
const beside = await Promise.all([
  context({ ...BESIDE_PAGE, ...plain }),
  context({ ...PACKAGE, ...plain }),
  context({ ...COMMAND, ...plain }),
  context({ ...OLD_BROWSER, ...plain }),
]);
const page = await context({ ...PAGE, ...plain, plugins: [reload] });

/** @param {boolean} engine whether that has changed, too */
async function buildAgain(engine) {
  builds += 1;
  cpSync('web/site/static', FOLDER, { recursive: true });
  const made = [...beside.map((each) => each.rebuild()), ...(engine ? [compile()] : [])];
  // The page comes last, since it is what tells.
  if ((await Promise.all(made.map(unlessWrong))).every(Boolean)) await unlessWrong(page.rebuild());
}

/** @type {NodeJS.Timeout | undefined} */
let timer;
let isEngineChanged = false;
// Before the first build, so that this is none that an open page is told of.
await page.serve({ servedir: FOLDER, host: '127.0.0.1', port: Number(port) });
/** Builds one after another. */
let last = buildAgain(false);

/** @param {boolean} engine */
function onChange(engine) {
  isEngineChanged ||= engine;
  clearTimeout(timer);
  timer = setTimeout(() => {
    const withEngine = isEngineChanged;
    isEngineChanged = false;
    last = last.then(() => buildAgain(withEngine));
  }, MILLISECONDS_A_CHANGE);
}

watch('web', { recursive: true }, () => onChange(false));
watch('src', { recursive: true }, () => onChange(true));
await last;
console.log(`Twin Neurons, built again as you work: http://127.0.0.1:${port}/ (Ctrl+C ends)`);
