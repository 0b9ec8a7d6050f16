/**
 * What ./build.sh bench --page measures: how much the page loads, how soon it can be used, and how smoothly it trains at full speed, in
 * Chromium. By the clock, since a visitor waits by the clock: close what else runs. Prints markdown.
 *
 * --beside FOLDER: the opening of another page, too, whose built files are there with an index.html, such as TensorFlow Playground's.
 * --quick: everything once and briefly, as a check that all of it works; the numbers mean nothing.
 */
import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { openSite, unfold, whole } from '../support/page.js';
import { serveSite } from '../support/site.js';
import { tiedExperiment } from '../support/shared.js';
import { median } from './measure.js';
import { PACKAGE } from './ours.js';
import { createReport } from './report.js';

/** @typedef {import('../support/browsers.js').Page} Page */

const { values: options } = parseArgs({
  options: { page: { type: 'boolean' }, quick: { type: 'boolean', default: false }, beside: { type: 'string' } },
});
const { quick, beside } = options;
const { say, save } = createReport('page', quick);
const OPENINGS = quick ? 1 : 7;
const FRAME_SECONDS = quick ? 1 : 10;
const LONG_RUN = quick ? 20_000 : 1_000_000;
/** Steps of a run before, after which the browser has compiled what it will, and what is kept for good is there. */
const WARM_UP = quick ? 20_000 : 50_000_000;
const BATCH = 100_000;
/** A new window has pages of the browser's own to start, which take 300 ms of a processor; a visitor's window is there already. */
const WINDOW_MS = quick ? 0 : 1500;

const WANTED = Object.freeze({
  lab: 130 * 1024,
  lesson: 80 * 1024,
  medianFrame: 17,
  longestFrame: 50,
  opening: 300,
  task: 50,
  heroFrame: 34,
});

/** Every unit of every layer is drawn, with fields for all weights; and with as many layers as there may be. */
const NETWORKS = Object.freeze({
  '2-2-1, as the page opens': null,
  '2-8-8-1, with a field for every weight': [8, 8],
  '2-10-…-10-1, eight hidden layers': Array(8).fill(10),
});

/** @param {number} bytes */
const kilobytes = (bytes) => (bytes / 1024).toFixed(1);

/** @param {string} name @param {string} wanted @param {string} measured @param {boolean} met */
const report = (name, wanted, measured, met) => say(`| ${name} | ${wanted} | ${measured} | ${met ? 'met' : '**not met**'} |`);

/**
 * What the page has asked its own server for, as one that compresses would send it.
 * @param {Page} page
 * @param {string} folder its files
 */
async function transferred(page, folder) {
  const paths = await page.evaluate(() =>
    [location.href, ...performance.getEntriesByType('resource').map(({ name }) => name)]
      .map((address) => new URL(address))
      .filter(({ origin }) => origin === location.origin)
      .map(({ pathname }) => pathname),
  );
  const sum = { files: 0, raw: 0, compressed: 0 };
  for (const path of new Set(paths)) {
    const bytes = await readFile(`${folder}/${path.endsWith('/') ? `${path}index.html` : path}`).catch(() => null);
    // Browsers ask for an icon that many pages have none of.
    if (bytes === null) continue;
    sum.files += 1;
    sum.raw += bytes.length;
    sum.compressed += gzipSync(bytes, { level: 9 }).length;
  }
  return sum;
}

/** Notes what keeps the page busy and what moves, from its first moment on: [start, ms] of each long task, and how much was moved in all. */
function watchOpening() {
  /** @type {{ long: number[][], moved: number }} */
  const watched = { long: [], moved: 0 };
  Object.assign(window, { watched });
  /** @type {(type: string, onEntry: (entry: any) => void) => void} */
  const observe = (type, onEntry) =>
    new PerformanceObserver((list) => list.getEntries().forEach(onEntry)).observe({ type, buffered: true });
  observe('longtask', ({ startTime, duration }) => watched.long.push([startTime, duration]));
  observe('layout-shift', ({ value }) => (watched.moved += value));
}

/**
 * Opens a page for new visitors, one after the other.
 * @param {string} url
 * @param {string} folder its files
 * @param {() => Promise<number>} usableAt called in the page: when it could be used, by its own clock. Whoever asks again and again slows it down
 */
async function openings(url, folder, usableAt) {
  const [times, tasks, shifts] = /** @type {number[][]} */ ([[], [], []]);
  let loaded;
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    const page = await site.newPage();
    await page.addInitScript(watchOpening);
    await new Promise((settled) => setTimeout(settled, WINDOW_MS));
    await page.goto(url);
    const usable = await page.evaluate(usableAt);
    times.push(usable);
    const { long, moved } = await page.evaluate(() => /** @type {any} */ (window).watched);
    tasks.push(
      Math.max(0, ...long.filter((/** @type {number[]} */ [start]) => start < usable).map((/** @type {number[]} */ [, ms]) => ms)),
    );
    shifts.push(moved);
    loaded = await transferred(page, folder);
    await page.close();
  }
  return { times, tasks, moved: Math.max(...shifts), loaded: /** @type {NonNullable<typeof loaded>} */ (loaded) };
}

/** @param {string} what @param {readonly number[]} values */
const spread = (what, values) => `${what} ${Math.round(median(values))} ms, longest ${Math.round(Math.max(...values))} ms`;

/** @param {Awaited<ReturnType<typeof transferred>>} loaded */
const amount = ({ files, raw, compressed }) => `${kilobytes(compressed)} KB gzip, ${kilobytes(raw)} KB raw, ${files} files`;

/**
 * The times between frames while the page trains at full speed, in ms, sorted.
 * @param {Page} page
 * @param {number} seconds
 */
function frames(page, seconds) {
  return page.evaluate(
    (duration) =>
      new Promise((resolve) => {
        /** @type {number[]} */
        const times = [];
        /** @type {number | null} */
        let before = null;
        const end = performance.now() + duration * 1000;
        const look = (/** @type {number} */ now) => {
          if (before !== null) times.push(now - before);
          before = now;
          if (now < end) requestAnimationFrame(look);
          else resolve(times.sort((a, b) => a - b));
        };
        requestAnimationFrame(look);
      }),
    seconds,
  );
}

/**
 * @param {Page} page
 * @param {readonly number[] | null} hidden
 */
async function trainAtFullSpeed(page, hidden) {
  for (const id of await page.evaluate(() =>
    [...document.querySelectorAll('.panel:not([open])')].map((panel) => panel.id.replace('panel-', '')),
  ))
    await unfold(page, id);
  for (let layer = 2; layer <= (hidden?.length ?? 0); layer += 1) await page.click('#network [data-reshape="add"]');
  for (const [at, units] of (hidden ?? []).entries()) {
    await page.fill(`#layer-${at + 1}-units`, String(units));
    await page.press('Enter');
  }
  if (hidden !== null) await page.click('[data-action="new-start"]');
  await page.select('[name="speed"]', 'Infinity');
  await page.fill('#steps-to-run', '');
  await page.press('Enter');
  await page.evaluate(() => scrollTo(0, 0));
  await page.click('[data-action="train"]');
}

const site = await openSite('chromium');
try {
  say(`## The page in Chromium\n\n${cpus()[0].model.trim()}, ${cpus().length} cores${quick ? '; quick: the numbers mean nothing' : ''}\n`);
  say('| | wanted | measured | |\n| --- | --- | --- | --- |');

  const lab = await site.newPage();
  await lab.goto(`${site.url}?hide=lesson,chain`);
  await whole(lab);
  const all = await transferred(lab, PACKAGE);
  report('loaded: the lab', `\u2264 ${WANTED.lab / 1024} KB gzip`, amount(all), all.compressed <= WANTED.lab);
  await lab.close();

  const lesson = await openings(
    site.url,
    PACKAGE,
    () =>
      new Promise((resolve) =>
        new PerformanceObserver((list) => list.getEntriesByName('ready').forEach(({ startTime }) => resolve(startTime))).observe({
          type: 'mark',
          buffered: true,
        }),
      ),
  );
  const { compressed } = lesson.loaded;
  report(
    'loaded: the lesson, before the first *Train*',
    `\u2264 ${WANTED.lesson / 1024} KB gzip`,
    amount(lesson.loaded),
    compressed <= WANTED.lesson,
  );
  report(
    'from asking for the page to its being usable, a new visitor each time',
    `median \u2264 ${WANTED.opening} ms`,
    spread('median', lesson.times),
    median(lesson.times) <= WANTED.opening,
  );
  report(
    'the longest task until then (a browser tells those above 50 ms)',
    `median \u2264 ${WANTED.task} ms`,
    spread('median', lesson.tasks),
    median(lesson.tasks) <= WANTED.task,
  );
  report('what has moved after it was shown', 'nothing', lesson.moved.toFixed(3), lesson.moved === 0);

  if (beside !== undefined) {
    const folder = resolve(beside);
    const other = await serveSite({}, { root: folder });
    const { times, tasks, moved, loaded } = await openings(
      other.url,
      folder,
      () =>
        new Promise((resolve) =>
          new PerformanceObserver((list) =>
            list.getEntries().forEach((entry) => resolve(/** @type {PerformanceNavigationTiming} */ (entry).loadEventEnd)),
          ).observe({ type: 'navigation', buffered: true }),
        ),
    );
    await other.close();
    const rest = `${spread('loaded whole: median', times)}; ${spread('longest task: median', tasks)}; moved ${moved.toFixed(3)}`;
    say(`| beside it: the page in ${beside} | \u2013 | ${amount(loaded)}; ${rest} | |`);
  }

  const hero = await site.open({ address: '' });
  // Nobody presses sooner; until then the run is recorded.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await hero.click('[data-primary]');
  const running = await frames(hero, quick ? 1 : 4);
  report(
    'frames of the run that the lesson begins with',
    `median < ${WANTED.medianFrame} ms, none > ${WANTED.heroFrame} ms`,
    `median ${median(running).toFixed(1)} ms, longest ${running[running.length - 1].toFixed(1)} ms of ${running.length}`,
    median(running) < WANTED.medianFrame && running[running.length - 1] <= WANTED.heroFrame,
  );
  await hero.close();

  for (const [name, hidden] of Object.entries(NETWORKS)) {
    const page = await site.open();
    await trainAtFullSpeed(page, hidden);
    const all = await frames(page, FRAME_SECONDS);
    const longest = all[all.length - 1];
    const middle = median(all);
    const met = middle < WANTED.medianFrame && longest <= WANTED.longestFrame;
    report(
      `frames while training, everything unfolded: ${name}`,
      `median < ${WANTED.medianFrame} ms, none > ${WANTED.longestFrame} ms`,
      `median ${middle.toFixed(1)} ms, longest ${longest.toFixed(1)} ms of ${all.length}`,
      met,
    );
    await page.close();
  }

  const page = await site.open();
  await trainAtFullSpeed(page, null);
  const stepOf = () => page.evaluate(() => Number(document.getElementById('step')?.dataset.value));
  const reach = (/** @type {number} */ steps) =>
    page.waitFor((wanted) => Number(document.getElementById('step')?.dataset.value) >= wanted, steps);
  await reach(WARM_UP);
  await page.click('[data-action="reset"]');
  await page.waitFor(() => Number(document.getElementById('step')?.dataset.value) === 0);
  await page.click('[data-action="train"]');
  await reach(LONG_RUN / 10);
  const early = (await page.usedHeap()) ?? NaN;
  for (let next = LONG_RUN / 10; next < LONG_RUN; next += BATCH) await reach(Math.min(next + BATCH, LONG_RUN));
  const late = (await page.usedHeap()) ?? NaN;
  report(
    `the heap of a second run after ${(LONG_RUN / 10).toLocaleString('en')} and ${(await stepOf()).toLocaleString('en')} steps`,
    'flat',
    `${kilobytes(early)} KB and ${kilobytes(late)} KB`,
    late < early * 1.2,
  );
  await page.close();
} finally {
  await site.close();
}

const { openLab } = await import(`${PACKAGE}twin-neurons.js`);
const lab = await openLab();
const run = lab.start(tiedExperiment());
const before = performance.now();
run.train(BATCH);
say(
  `| run.train(100000) of the tied preset, in Node | – | ${Math.round(BATCH / (performance.now() - before)).toLocaleString('en')} thousand steps a second | |`,
);
lab.close();
save();
