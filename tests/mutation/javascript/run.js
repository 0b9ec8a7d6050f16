/**
 * Would the tests notice? Changes the JavaScript of web/ at one place at a time, as Stryker would, runs the tests in Node that come there, the
 * nearest first, until one fails, and lists the changes that none of them notices.
 *
 *   node tests/mutation/javascript/run.js [--sample n] [path…]
 *
 * paths: files of web/; default: all but what is named in OUTSIDE. --sample: so many changes, always the same ones; default: every change.
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

/** @typedef {import('./workshop.js').Fate | 'judged'} Fate judged: by survivors.js */

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Rooms whose tests judge. */
const ROOMS = [
  'base',
  'command',
  'drawing',
  'engine',
  'experiment',
  'figures',
  'frame',
  'lesson',
  'page',
  'panels',
  'session',
  'ties',
  'ui',
];

/**
 * What is not judged: words; what runs before or beside a page (service worker, old browsers, one file) and the entry, the monkey and the
 * custom element, which only browsers can run.
 */
const OUTSIDE = ['messages', 'site', 'dev', 'main.js', 'element.js'];

/** No judges of a change: tests in browsers, and those that build the project or judge by a clock. */
const NO_JUDGE = /openSite|useSite|openBrowser|serveSite|performance\.now\(\) - began/;

/** @param {string} folder @param {(path: string) => boolean} isWanted */
const listFiles = (folder, isWanted) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path}`)
    .filter(isWanted)
    .sort();

const isJudge = (/** @type {string} */ path) => path.endsWith('.test.js') && !NO_JUDGE.test(readFileSync(join(ROOT, path), 'utf8'));

/** The files of web/ that are judged. */
export const judgedFiles = () =>
  listFiles('web', (path) => path.endsWith('.js') && !OUTSIDE.some((part) => path === `web/${part}` || path.startsWith(`web/${part}/`)));

/**
 * @param {{ sample?: number, judges?: number, paths?: readonly string[], tell?: (text: string) => void }} [options] judges: so many tests a change, the nearest
 * @returns {Promise<{ counts: Record<Fate, number>, survivors: string[], share: number }>}
 */
export async function measureJavaScript({ sample = Infinity, judges = Infinity, paths = judgedFiles(), tell = () => {} } = {}) {
  const mutants = await chooseMutants(ROOT, paths, sample);
  const reach = await reachOf(
    ROOT,
    ROOMS.flatMap((room) => listFiles(`tests/${room}`, isJudge)),
  );
  /** @type {Record<Fate, number>} */
  const counts = { killed: 0, survived: 0, 'no test comes there': 0, 'same code': 0, 'does not parse': 0, judged: 0 };
  /** @type {string[]} */
  const survivors = [];
  const rest = mutants.values();
  /** @param {number} worker */
  const work = async (worker) => {
    const workshop = new Workshop(ROOT, join(ROOT, '.cache/mutation/javascript', String(worker), 'p'), { reach, judges });
    await workshop.bundle();
    for (const mutant of rest) {
      const where = `${mutant.file}: ${mutant.what}`;
      const { fate, by } = JUDGED.some(({ code }) => code === where)
        ? { fate: /** @type {const} */ ('judged'), by: '' }
        : await workshop.judge(mutant);
      counts[fate] += 1;
      tell(`${fate}${by && ` by ${by}`}: ${mutant.file}:${mutant.line}: ${mutant.what.slice(0, 200)}`);
      if (fate === 'survived' || fate === 'no test comes there') survivors.push(`${fate}: ${where}`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, (_, worker) => work(worker)));
  return { counts, survivors: survivors.sort(), share: counts.killed / (counts.killed + survivors.length) };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values, positionals } = parseArgs({ options: { sample: { type: 'string' } }, allowPositionals: true });
  const { counts, survivors, share } = await measureJavaScript({
    sample: values.sample === undefined ? undefined : Number(values.sample),
    paths: positionals.length > 0 ? positionals : undefined,
    tell: console.log,
  });
  for (const survivor of survivors) console.log(survivor);
  console.log(counts, `${(100 * share).toFixed(1)} % of ${counts.killed + survivors.length} noticed`);
}
