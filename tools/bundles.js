/** What esbuild makes of web/: for each thing that is built, its entries and how they are put together. */
/** @typedef {import('esbuild').BuildOptions} BuildOptions */

/**
 * One set for the page, the package and the workers: the package is the same file in Node and in browsers, so Node's own modules
 * stay imports, and every module finds its neighbors by import.meta.url.
 * @satisfies {BuildOptions}
 */
const COMMON = /** @type {const} */ ({
  bundle: true,
  minify: true,
  preserveSymlinks: true,
  format: 'esm',
  entryNames: '[name]',
  target: 'es2022',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  external: ['node:*'],
  legalComments: 'eof',
  charset: 'utf8',
  logLevel: 'warning',
});

/** The page alone is split: what its first screen needs is loaded at once, each panel of the lab when it is unfolded. @satisfies {BuildOptions} */
export const PAGE = /** @type {const} */ ({
  ...COMMON,
  entryPoints: ['web/main.js'],
  splitting: true,
  chunkNames: 'parts/[name]-[hash]',
  sourcemap: true,
});

/** What the page opens with: its entry, and then the story, the lab or the teacher's notes. tools/chunks.js puts together what each of them needs. */
export const PAGE_OPENINGS = ['web/main.js', 'web/lesson/story/page.js', 'web/panels/lab-page.js', 'web/teachers/teachers-page.js'];

/**
 * By what name main.js (partsOf) knows a side of the page, or the texts that every side needs.
 * @param {string} [entry]
 * @returns {string | null} null: what is loaded later
 */
export function sideOf(entry = '') {
  const language = /^web\/messages\/(\w+)\/shell\.js$/.exec(entry)?.[1];
  return language ?? { [PAGE_OPENINGS[1]]: 'story', [PAGE_OPENINGS[2]]: 'lab' }[entry] ?? null;
}

/** What programs import and run. Classes keep their names, since people read them in errors and consoles. @satisfies {BuildOptions} */
export const PACKAGE = /** @type {const} */ ({
  ...COMMON,
  keepNames: true,
  entryPoints: { 'twin-neurons': 'web/twin-neurons.js', element: 'web/element.js' },
  sourcemap: true,
});

/** What is run and never imported. @satisfies {BuildOptions} */
export const COMMAND = /** @type {const} */ ({ ...COMMON, entryPoints: { command: 'web/command.js' }, sourcemap: true });

/** What stands beside the page: its worker, what keeps it offline, pages for teachers, and the styles. @satisfies {BuildOptions} */
export const BESIDE_PAGE = /** @type {const} */ ({
  ...COMMON,
  entryPoints: {
    'sweep-worker': 'web/engine/sweep-worker.js',
    offline: 'web/site/offline.js',
    answers: 'web/course/answers/teachers-page.js',
    grade: 'web/course/grade/teachers-page.js',
    'own-question': 'web/course/own/link-page.js',
    styles: 'web/page/styles/first-screen.css',
    later: 'web/page/styles/after-first-screen.css',
  },
  sourcemap: true,
});

/** The element for hosts that send no CORS headers, from which other sites can load no module. @satisfies {BuildOptions} */
export const CLASSIC_ELEMENT = /** @type {const} */ ({
  ...COMMON,
  format: 'iife',
  entryPoints: { 'element-classic': 'web/element.js' },
  define: { 'import.meta.url': 'undefined' },
});

/** The script for old browsers is no module, and must not be made newer than it is. @satisfies {BuildOptions} */
export const OLD_BROWSER = /** @type {const} */ ({
  entryPoints: ['web/site/old-browser.js'],
  minify: true,
  target: 'es5',
  logLevel: 'warning',
});

/** For programs that a bundler makes for browsers: the package without Node code. @satisfies {BuildOptions} */
export const BROWSER = /** @type {const} */ ({
  ...COMMON,
  keepNames: true,
  entryPoints: { 'twin-neurons': 'web/twin-neurons.js', 'sweep-worker': 'web/engine/sweep-worker.js' },
  define: { process: 'undefined' },
});

/**
 * What is put into the page of one file: all code as one script, and the script that unpacks it. There is nothing beside it to be found
 * by import.meta.url; without that its workers can run the same script, which they do not as a module (web/site/one-file.js says why).
 * @satisfies {BuildOptions}
 */
export const ONE_FILE = /** @type {const} */ ({
  ...COMMON,
  entryPoints: ['web/site/one-file.js', 'web/site/one-file-loader.js'],
  define: { 'import.meta.url': 'null' },
});

/** @satisfies {BuildOptions} */
export const SERVICE_WORKER = /** @type {const} */ ({
  entryPoints: ['web/site/service-worker.js'],
  minify: true,
  format: 'iife',
  target: 'es2022',
  logLevel: 'warning',
});

/** What a course package brings to tell a learning platform what is done: a classic script, also for older browsers that platforms are used in. @satisfies {BuildOptions} */
export const COURSE_SCRIPT = /** @type {const} */ ({
  ...COMMON,
  format: 'iife',
  entryPoints: { scorm: 'web/course/scorm/launch.js' },
});

/** The page as an anywidget; tools/course/packages.js writes its entry, and the page goes in as a text. @satisfies {BuildOptions} */
export const COURSE_WIDGET = /** @type {const} */ ({ ...COMMON, loader: { '.html': 'text' } });
