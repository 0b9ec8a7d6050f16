/**
 * What ./build.sh bench --sweep runs: many seeds by lab.sweep, beside a tuned NumPy program (sweep.py) and the same C as a native program (sweep.c),
 * taking turns. All of it is processor time, ours with everything that a sweep does: threads opened, the engine compiled, results made and handed over.
 *
 * --quick: every part once, in seconds; the numbers mean nothing.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { median, processorTime } from './measure.js';
import { PACKAGE } from './ours.js';
import { createReport } from './report.js';
import { XOR_X, XOR_Y } from '../support/runs.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CACHE = `${ROOT}.cache/bench/`;
const quick = process.argv.includes('--quick');
const rounds = quick ? 1 : 3;
const PAIRS = quick ? 1 : 7;
const { say, save } = createReport('sweep', quick);

const { openLab } = await import(`${PACKAGE}twin-neurons.js`);
const lab = await openLab();

/** @typedef {{ title: string, sizes: number[], tanh: boolean, data: object, runs: number, steps: number, rate: number, wanted: number }} Work */

/** What is asked for: so many times the speed of NumPy. @type {readonly Work[]} */
const WORKS = [
  { title: '2-2-1, XOR', sizes: [2, 2, 1], tanh: false, data: { set: 'xor' }, runs: 10_000, steps: 2000, rate: 0.5, wanted: 3 },
  {
    title: '2-4-1 tanh, circles, 200 examples',
    sizes: [2, 4, 1],
    tanh: true,
    data: { set: 'circles', examples: 200 },
    runs: 400,
    steps: 2000,
    rate: 0.5,
    wanted: 4,
  },
  {
    title: '2-8-8-1 tanh, spiral, 500 examples',
    sizes: [2, 8, 8, 1],
    tanh: true,
    data: { set: 'spiral', examples: 500 },
    runs: 64,
    steps: 500,
    rate: 0.5,
    wanted: 2,
  },
].map((work) => (quick ? { ...work, runs: 64, steps: 20 } : work));

/** @param {Work} work */
const experimentOf = ({ sizes, tanh, data, rate }) => ({
  version: 1,
  network: { inputs: sizes[0], hidden: sizes.slice(1, -1), activation: tanh ? 'tanh' : 'sigmoid' },
  data,
  init: { scheme: 'glorot-uniform' },
  training: { learningRate: rate },
});

/** The examples, for those who know no data sets. @param {Work} work */
function examplesOf(work) {
  if (work.title.endsWith('XOR')) return { x: XOR_X, y: XOR_Y };
  const run = lab.start(experimentOf(work));
  const { x, y } = run.data();
  run.close();
  return { x, y };
}

/** @param {string} name @param {readonly string[]} flags @returns {string | null} null where there is no clang */
function buildNative(name, flags) {
  const program = `${CACHE}sweep-${name}`;
  const sources = ['src', 'src/many'].flatMap((folder) =>
    readdirSync(`${ROOT}${folder}`)
      .filter((file) => file.endsWith('.c'))
      .map((file) => `${ROOT}${folder}/${file}`),
  );
  mkdirSync(CACHE, { recursive: true });
  const all = ['-std=c11', ...flags, '-ffp-contract=off', '-fno-math-errno', `-I${ROOT}src`];
  const { error } = spawnSync('clang', [...all, ...sources, `${ROOT}tests/bench/sweep.c`, '-o', program]);
  return error ? null : program;
}

/** Debian's, whatever else python3 is on the path. */
const python = ['/usr/bin/python3', 'python3'].find((name) => spawnSync(name, ['-c', 'import numpy']).status === 0);
if (python === undefined) say('NumPy is missing (Debian: python3-numpy), so there is nothing here to compare with.');

const programs = [
  { name: 'the same C, clang -O3', program: buildNative('same', ['-O3']) },
  { name: 'the same C, clang -O3 -march=native', program: buildNative('native', ['-O3', '-march=native']) },
];

/** The work as sweep.c reads it. @param {Work} work @param {number[][]} x @param {number[][]} y */
function inputOf({ sizes, tanh, runs, steps, rate }, x, y) {
  const hidden = sizes.slice(1, -1);
  const examples = x.flatMap((row, at) => [...row, ...y[at]]);
  return [sizes[0], hidden.length, ...hidden, tanh ? 1 : 0, x.length, ...examples, runs, steps, rate].join('\n');
}

/**
 * How many times as fast the second is as the first, by the clock: the median of pairs, one right behind the other. The fastest of each would be a race of
 * the luckiest moments, in which a processor alone runs faster than it can for long.
 * @param {() => Promise<unknown>} first
 * @param {() => Promise<unknown>} second
 */
async function timesAsFast(first, second) {
  const ratios = [];
  for (let round = 0; round < PAIRS; round += 1) {
    const times = [];
    for (const work of [first, second]) {
      const before = performance.now();
      await work();
      times.push(performance.now() - before);
    }
    ratios.push(times[0] / times[1]);
  }
  return median(ratios);
}

/** How many times as much two processes at once do as one. @param {string} program */
async function twoAtOnce(program) {
  const work = { ...WORKS[0], runs: 4 * WORKS[0].runs };
  const input = inputOf(work, XOR_X, XOR_Y);
  const once = () =>
    new Promise((resolve) => {
      const child = spawn(program, { stdio: ['pipe', 'ignore', 'inherit'] }).on('close', resolve);
      child.stdin.end(input);
    });
  return 2 * (await timesAsFast(once, () => Promise.all([once(), once()])));
}

/**
 * Who takes part, each with how it does the work once: nanoseconds a step of one run.
 * @param {Work} work
 * @returns {{ name: string, once: () => Promise<{ time: number, note: string }> }[]}
 */
function contestantsFor(work) {
  const { sizes, tanh, runs, steps, rate } = work;
  const { x, y } = examplesOf(work);
  const seeds = /** @type {const} */ ([0, runs - 1]);
  const sweepWith = (/** @type {number} */ workers) => async () => {
    const time = await processorTime(() => lab.sweep(experimentOf(work), { seeds, steps, workers, keep: false }));
    return { time: time / runs / steps, note: '' };
  };
  const plan = JSON.stringify({ sizes, x, y: y.map(([target]) => target), tanh, runs, steps, rate });
  const input = inputOf(work, x, y);
  return [
    { name: 'lab.sweep, one worker', once: sweepWith(1) },
    ...(python === undefined
      ? []
      : [
          {
            name: 'NumPy, tuned',
            once: async () => {
              const [time, layout, chunk] = execFileSync(python, [`${ROOT}tests/bench/sweep.py`], { input: plan, encoding: 'utf8' }).split(
                ' ',
              );
              return { time: Number(time), note: `${layout}, ${chunk.trim()} runs at a time` };
            },
          },
        ]),
    ...programs.flatMap(({ name, program }) =>
      program === null
        ? []
        : [
            {
              name,
              once: async () => ({
                time: Number(execFileSync(program, { input, encoding: 'utf8' }).split(' ')[0]),
                note: 'trains, and nothing else',
              }),
            },
          ],
    ),
  ];
}

say(`${cpus()[0].model.trim()}, ${cpus().length} cores, Node ${process.versions.node}${quick ? '; quick: the numbers mean nothing' : ''}`);
say('Processor time a step of one run; the fastest of three rounds, in turns.');
/** @type {string[]} */
const targets = [];
for (const work of WORKS) {
  const contestants = contestantsFor(work).map((each) => ({ ...each, times: /** @type {number[]} */ ([]), note: '' }));
  for (let round = 0; round < rounds; round += 1) {
    for (const contestant of contestants) {
      const { time, note } = await contestant.once();
      contestant.times.push(time);
      contestant.note = note;
    }
  }
  const best = contestants.map(({ times }) => Math.min(...times));
  say(`\n### ${work.title}: ${work.runs.toLocaleString('en')} seeds of ${work.steps.toLocaleString('en')} steps\n`);
  say('| | a step | × ours | |\n| --- | ---: | ---: | --- |');
  contestants.forEach(({ name, note }, at) =>
    say(`| ${name} | ${best[at].toFixed(1)} ns | ${(best[at] / best[0]).toFixed(2)} | ${note} |`),
  );
  if (python !== undefined) {
    const ratio = best[1] / best[0];
    targets.push(`| ${work.title} | ≥ ${work.wanted} | ${ratio.toFixed(2)} | ${ratio >= work.wanted ? 'met' : '**not met**'} |`);
  }
}

// A work long enough that the start of threads is little of it.
const sweepWith = (/** @type {number} */ workers) => () =>
  lab.sweep(experimentOf(WORKS[0]), { seeds: [0, 4 * WORKS[0].runs - 1], steps: WORKS[0].steps, workers, keep: false });
const speedUp = await timesAsFast(sweepWith(1), sweepWith(2));
const [same] = programs;
/** What two processors of this machine give at all: a machine's two may be the halves of one, or be shared. */
const most = same.program === null ? '' : `, of ${(await twoAtOnce(same.program)).toFixed(2)} that two native programs get`;
targets.push(
  `| two workers against one, by the clock | ≥ 1.85 | ${speedUp.toFixed(2)}${most} | ${speedUp >= 1.85 ? 'met' : '**not met**'} |`,
);

say('\n### Targets: times the speed of NumPy\n\n| | wanted | measured | |\n| --- | --- | --- | --- |');
say(targets.join('\n'));
lab.close();
save();
