/**
 * Would the tests notice? Changes the JavaScript of web/ at one place at a time, as Stryker would, runs the tests in Node that come there, the
 * nearest first, until one fails, and lists the changes that none of them notices.
 *
 *   node tests/mutation/javascript/run.js [--sample n] [--browsers n] [--workers n] [path…]
 *
 * paths: files of web/; default: all but what is named in OUTSIDE. --sample: so many changes, always the same ones; default: every change.
 * --browsers: what lives then meets so many tests in Chromium, the nearest; default: none. --workers: so many at a time; default: as there are processors.
 * Stryker itself would run every test of the project first, to see where it comes, and takes longer for that than a sample does in all.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chooseMutants } from './sample.js';
import { JUDGED } from './survivors.js';
import { Workshop, reachOf } from './workshop.js';

/**
 * judged: by survivors.js; left: by the nearest test, when what had been noticed was enough; it counts as not noticed.
 * @typedef {import('./workshop.js').Fate | 'judged' | 'left'} Fate
 */

/** @typedef {import('./sample.js').Mutant} Mutant */

/** @type {readonly Fate[]} */
const NOT_NOTICED = ['left', 'survived', 'no test comes there'];
/** @type {readonly Fate[]} */
const FATES = ['killed', ...NOT_NOTICED, 'same code', 'does not parse', 'judged'];

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Rooms whose tests judge. */
const ROOMS = [
  'base',
  'command',
  'course',
  'drawing',
  'engine',
  'experiment',
  'figures',
  'frame',
  'lesson',
  'page',
  'panels',
  'session',
  'tasks',
  'teachers',
  'ties',
  'ui',
];

/**
 * What is not judged: words; what runs before or beside a page (service worker, old browsers, one file) and the entry, the monkey and the
 * custom element, which only browsers can run.
 */
const OUTSIDE = ['messages', 'site', 'dev', 'main.js', 'element.js'];

/** Tests in browsers judge apart, where they are asked; those that build the project or judge by a clock never. */
const IN_BROWSERS = /support\/(browsers|page|site|frames)\.js/;
const NO_JUDGE = /performance\.now\(\) - began/;

/** @param {string} folder @param {(path: string) => boolean} isWanted */
const listFiles = (folder, isWanted) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path}`)
    .filter(isWanted)
    .sort();

/** What judges, by where it runs. In browsers, those of courses need learning platforms. @param {boolean} browsers */
export const listJudges = (browsers) =>
  ROOMS.filter((room) => !browsers || room !== 'course').flatMap((room) =>
    listFiles(`tests/${room}`, (path) => {
      const text = path.endsWith('.test.js') ? readFileSync(join(ROOT, path), 'utf8') : '';
      return text !== '' && IN_BROWSERS.test(text) === browsers && (browsers || !NO_JUDGE.test(text));
    }),
  );

const nameOf = (/** @type {Mutant} */ { file, what }) => `${file}: ${what}`;

/** The files of web/ that are judged. */
export const judgedFiles = () =>
  listFiles('web', (path) => path.endsWith('.js') && !OUTSIDE.some((part) => path === `web/${part}` || path.startsWith(`web/${part}/`)));

/**
 * Every change meets its nearest test first, and those that have lived meet the others.
 * @param {{ sample?: number, judges?: number, browsers?: number, workers?: number, enough?: number, paths?: readonly string[], tell?: (text: string) => void }} [options]
 * judges: so many tests a change, the nearest; browsers: so many more that open the page, for what lives; enough: a share, 0 to 1: once it is reached,
 * nothing more is looked for, since it could only rise. Default: all is, in Node
 * @returns {Promise<{ counts: Record<Fate, number>, survivors: string[], share: number }>}
 */
export async function measureJavaScript({
  sample = Infinity,
  judges = Infinity,
  browsers = 0,
  workers = availableParallelism(),
  enough = Infinity,
  paths = judgedFiles(),
  tell = () => {},
} = {}) {
  const mutants = await chooseMutants(ROOT, paths, sample);
  /** @param {string} folder @param {{ judges: number, browsers?: boolean }} options */
  const openWorkshops = async (folder, options) => {
    const reach = await reachOf(ROOT, listJudges(options.browsers ?? false));
    const folders = Array.from({ length: workers }, (_, worker) => join(ROOT, '.cache/mutation', folder, String(worker), 'p'));
    const opened = folders.map((each) => new Workshop(ROOT, each, { reach, ...options }));
    await Promise.all(opened.map((workshop) => workshop.bundle()));
    return opened;
  };
  const workshops = await openWorkshops('javascript', { judges });
  /** @type {Map<Mutant, Fate>} */
  const fates = new Map(mutants.map((mutant) => [mutant, 'left']));
  const countOf = (/** @type {Fate} */ fate) => [...fates.values()].filter((each) => each === fate).length;
  const share = () => countOf('killed') / ['killed', ...NOT_NOTICED].reduce((sum, fate) => sum + countOf(/** @type {Fate} */ (fate)), 0);
  /**
   * @param {readonly Workshop[]} those who judge @param {readonly Mutant[]} some @param {{ first?: number, last?: number }} which of their judges
   * @param {Fate} lived what one is that none of these has noticed
   */
  const meet = async (those, some, which, lived) => {
    const rest = some.values();
    const work = async (/** @type {Workshop} */ workshop) => {
      for (const mutant of rest) {
        if (share() >= enough) return;
        const isJudged = JUDGED.some(({ code }) => code === nameOf(mutant));
        const { fate, by } = isJudged ? { fate: /** @type {const} */ ('judged'), by: '' } : await workshop.judge(mutant, which);
        fates.set(mutant, fate === 'survived' ? lived : fate);
        tell(`${fates.get(mutant)}${by && ` by ${by}`}: ${mutant.file}:${mutant.line}: ${mutant.what.slice(0, 200)}`);
      }
    };
    await Promise.all(those.map(work));
  };
  const isNear = (/** @type {Mutant} */ { file }) => workshops[0].hasNamesake(file);
  await meet(
    workshops,
    [...mutants].sort((a, b) => Number(isNear(b)) - Number(isNear(a))),
    { last: 1 },
    'left',
  );
  const leftAs = (/** @type {readonly Fate[]} */ some) =>
    mutants.filter((mutant) => some.includes(/** @type {Fate} */ (fates.get(mutant))));
  await meet(workshops, leftAs(['left']), { first: 1 }, 'survived');
  if (browsers > 0)
    await meet(
      await openWorkshops('page', { judges: browsers, browsers: true }),
      leftAs(['survived', 'no test comes there']),
      {},
      'survived',
    );
  const counts = /** @type {Record<Fate, number>} */ (Object.fromEntries(FATES.map((fate) => [fate, countOf(fate)])));
  const survivors = [...fates].filter(([, fate]) => NOT_NOTICED.includes(fate)).map(([mutant, fate]) => `${fate}: ${nameOf(mutant)}`);
  return { counts, survivors: survivors.sort(), share: share() };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values, positionals } = parseArgs({
    options: { sample: { type: 'string' }, browsers: { type: 'string' }, workers: { type: 'string' } },
    allowPositionals: true,
  });
  const numberOf = (/** @type {string | undefined} */ text) => (text === undefined ? undefined : Number(text));
  const { counts, survivors, share } = await measureJavaScript({
    sample: numberOf(values.sample),
    browsers: numberOf(values.browsers),
    workers: numberOf(values.workers),
    paths: positionals.length > 0 ? positionals : undefined,
    tell: console.log,
  });
  for (const survivor of survivors) console.log(survivor);
  console.log(counts, `${(100 * share).toFixed(1)} % of ${counts.killed + survivors.length} noticed`);
}
