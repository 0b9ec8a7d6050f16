/**
 * Would the tests notice? Changes the JavaScript of web/ at one place at a time, runs the tests in Node that come there, and lists the
 * changes that none of them notices. Stryker does the work; it has a lock file of its own here, so that nobody else waits for it.
 *
 *   node tests/mutation/javascript/run.js [--tests folder,…] [path…]
 *
 * paths: files of web/ or patterns of them, a part of one as file:line-line; default: all but what is named in OUTSIDE.
 * --tests: folders of tests/ whose tests are run, default: those in ROOMS.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const HERE = fileURLToPath(new URL('.', import.meta.url));
const OPTIONS = join(ROOT, '.cache/mutation/stryker.json');
const REPORT = join(ROOT, '.cache/mutation/javascript.json');

/** Rooms whose tests in Node judge; what starts a browser, builds the project or reads its files as text is no judge of a mutant. */
const ROOMS = ['base', 'drawing', 'engine', 'experiment', 'figures', 'frame', 'lesson', 'page', 'panels', 'session', 'ties', 'ui'];

/**
 * What is not judged: words; what runs before or beside a page (service worker, old browsers, one file) and the entry, the monkey and the
 * custom element, which only browsers can run.
 */
const OUTSIDE = ['messages', 'site', 'dev', 'main.js', 'element.js'];

/** Of a browser, of things outside web/, or of a clock, which ticks otherwise where mutants run. */
const NO_JUDGE = /openSite|useSite|openBrowser|serveSite|node:child_process|runCommand|performance\.now\(\) - began/;

/** @param {string} folder @returns {string[]} */
const listTests = (folder) =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return listTests(path);
    return path.endsWith('.test.js') && !NO_JUDGE.test(readFileSync(join(ROOT, path), 'utf8')) ? [path] : [];
  });

const { values, positionals } = parseArgs({ options: { tests: { type: 'string' } }, allowPositionals: true });
const rooms = values.tests?.split(',') ?? ROOMS;
const stryker = join(HERE, 'node_modules/@stryker-mutator/core/bin/stryker.js');
if (!existsSync(stryker)) execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: HERE, stdio: 'inherit' });

const common = JSON.parse(readFileSync(join(HERE, 'stryker.config.json'), 'utf8'));
mkdirSync(join(ROOT, '.cache/mutation'), { recursive: true });
writeFileSync(
  OPTIONS,
  JSON.stringify({
    ...common,
    mutate:
      positionals.length > 0 ? positionals : ['web/**/*.js', ...OUTSIDE.map((part) => `!web/${part}${part.endsWith('.js') ? '' : '/**'}`)],
    tap: { ...common.tap, testFiles: rooms.flatMap((room) => listTests(`tests/${room}`)) },
  }),
);
const { status } = spawnSync(process.execPath, [stryker, 'run', OPTIONS], { cwd: ROOT, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

/** @type {{ files: Record<string, { mutants: { status: string, replacement?: string, location: { start: { line: number } } }[] }> }} */
const { files } = JSON.parse(readFileSync(REPORT, 'utf8'));
const mutants = Object.entries(files).flatMap(([file, found]) => found.mutants.map((mutant) => ({ file: relative('.', file), ...mutant })));
const judged = mutants.filter((mutant) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(mutant.status));
const noticed = judged.filter((mutant) => ['Killed', 'Timeout'].includes(mutant.status));
for (const { file, location, replacement, status: fate } of judged.filter((mutant) => !noticed.includes(mutant)))
  console.log(`${fate === 'Survived' ? 'survived' : 'no test comes there'}: ${file}:${location.start.line}: ${replacement?.slice(0, 80)}`);
console.log(`${judged.length} mutants, ${noticed.length} noticed (${((100 * noticed.length) / judged.length).toFixed(1)} %)`);
