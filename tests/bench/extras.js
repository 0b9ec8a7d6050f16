/** What else ./build.sh bench measures, all of it on the package: how the cost grows, what a call costs, sweeps, memory, sizes. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { median, processorTime } from './measure.js';
import { PACKAGE } from './ours.js';
import { experimentOf, workload } from './workloads.js';

/** @typedef {{ name: string, columns: string[], rows: (string | number)[][] }} Table */
/** @typedef {{ name: string, wanted: string, measured: string, met: boolean }} Target */
/** @typedef {{ rounds: number, milliseconds: number }} Effort */

/**
 * Nanoseconds a step of each of several networks, in rounds.
 * @param {any} lab @param {import('./workloads.js').Workload[]} works @param {Effort} effort
 */
async function timesOf(lab, works, { rounds, milliseconds }) {
  const runs = [];
  for (const work of works) {
    const run = lab.start(experimentOf(work));
    run.train(20);
    const once = await processorTime(() => run.train(20));
    runs.push({
      run,
      steps: Math.max(5, Math.round((20 * milliseconds * 1e6) / Math.max(once, 1000))),
      times: /** @type {number[]} */ ([]),
    });
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const { run, steps, times } of runs) times.push((await processorTime(() => run.train(steps))) / steps);
  }
  for (const { run } of runs) run.close();
  return runs.map(({ times }) => median(times));
}

/** @param {any} lab @param {Effort} effort @returns {Promise<{ table: Table, targets: Target[] }>} */
export async function growth(lab, effort) {
  const series = [
    { of: 'width', sizes: [8, 16, 32, 64, 128], plan: (/** @type {number} */ size) => ({ hidden: [size, size], examples: 288 }) },
    {
      of: 'depth',
      sizes: [1, 2, 4, 8],
      plan: (/** @type {number} */ size) => ({ hidden: Array.from({ length: size }, () => 16), examples: 288 }),
    },
    { of: 'examples', sizes: [72, 288, 1152, 4608, 18432], plan: (/** @type {number} */ size) => ({ hidden: [8, 8], examples: size }) },
  ];
  const rows = [];
  const targets = [];
  for (const { of, sizes, plan } of series) {
    const works = sizes.map((size) => workload({ name: `${of} ${size}`, inputs: 2, activation: 'tanh', ...plan(size) }));
    const times = await timesOf(lab, works, effort);
    const each = works.map(({ w, x }, at) => times[at] / w.flat(2).length / x.length);
    sizes.forEach((size, at) =>
      rows.push([
        `${of} ${size.toLocaleString('en')}`,
        works[at].w.flat(2).length,
        works[at].x.length,
        time(times[at]),
        each[at].toFixed(3),
      ]),
    );
    const worst = Math.max(...each.slice(1).map((value, at) => value / each[at]));
    targets.push({
      name: `cost against ${of}: no worse than linear in weights × examples`,
      wanted: '≤ 1.15 from one size to the next',
      measured: worst.toFixed(2),
      met: worst <= 1.15,
    });
  }
  return {
    table: { name: 'Growth (tanh, full batch)', columns: ['', 'weights', 'examples', 'a step', 'ns a weight and example'], rows },
    targets,
  };
}

/** @param {any} lab @param {import('./workloads.js').Workload} work @param {Effort} effort @returns {Promise<Table>} */
export async function boundary(lab, work, { rounds, milliseconds }) {
  const run = lab.start(experimentOf(work));
  const steps = Math.max(100, milliseconds * 1000);
  const ways = [
    { name: 'train(n), once', train: () => run.train(steps), times: /** @type {number[]} */ ([]) },
    {
      name: 'train(1), n times, with step and loss each time',
      train: () => {
        for (let at = 0; at < steps; at += 1) run.train(1);
      },
      times: /** @type {number[]} */ ([]),
    },
  ];
  for (let round = -1; round < rounds; round += 1) {
    for (const { train, times } of ways) {
      run.reset();
      const each = (await processorTime(train)) / steps;
      if (round >= 0) times.push(each);
    }
  }
  run.close();
  const [together, single] = ways.map(({ times }) => median(times));
  return {
    name: 'The border between JavaScript and the engine (W1)',
    columns: ['', 'a step', 'on top'],
    rows: [
      [ways[0].name, time(together), ''],
      [ways[1].name, time(single), time(single - together)],
    ],
  };
}

/**
 * Throughput by the clock, because it is about several cores; and the processor time of all threads together, which says what the second worker
 * costs whoever else is on those cores. Long enough that it is the training which is measured, and not the start of a thread.
 * @param {any} lab @param {Effort} effort
 */
export async function sweeps(lab, { rounds, milliseconds }) {
  const experiment = {
    ...experimentOf(workload({ name: 'sweep', inputs: 2, hidden: [4], activation: 'tanh', examples: 100 })),
    init: { scheme: 'glorot-uniform' },
  };
  const seeds = /** @type {const} */ ([1, 64]);
  const steps = milliseconds * 100;
  /** @type {{ clock: number[], processor: number[] }[]} */
  const taken = [1, 2].map(() => ({ clock: [], processor: [] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const workers of [1, 2]) {
      const before = performance.now();
      const processor = await processorTime(() => lab.sweep(experiment, { seeds, steps, workers }));
      taken[workers - 1].clock.push((performance.now() - before) / 1000);
      taken[workers - 1].processor.push(processor / 1e9);
    }
  }
  const [one, two] = taken;
  const speedUp = median(one.clock.map((seconds, round) => seconds / two.clock[round]));
  const best = Math.min(...one.clock) / Math.min(...two.clock);
  const free = (2 * Math.min(...one.processor)) / Math.min(...two.processor);
  return {
    table: {
      name: `Sweep: ${seeds[1]} seeds of ${steps.toLocaleString('en')} steps, 2-4-1 tanh, 100 examples`,
      columns: ['workers', 'seconds by the clock, median', 'minimum', 'processor time, minimum'],
      rows: taken.map(({ clock, processor }, at) => [
        at + 1,
        median(clock).toFixed(2),
        Math.min(...clock).toFixed(2),
        Math.min(...processor).toFixed(2),
      ]),
    },
    targets: [
      {
        name: 'sweep with 2 workers against 1',
        wanted: '≥ 1.8 times (on 2 free cores)',
        measured: `${speedUp.toFixed(2)} (fastest rounds: ${best.toFixed(2)}; by processor time 2 free cores give ${free.toFixed(2)})`,
        met: best >= 1.8,
      },
    ],
  };
}

/** @param {any} lab @param {import('./workloads.js').Workload[]} works */
export function memory(lab, works) {
  const bytes = works.map((work) => {
    const run = lab.start(experimentOf(work));
    const size = run.memory;
    run.close();
    return size;
  });
  return {
    table: {
      name: 'Memory of a run, its history of up to 2,048 samples included',
      columns: ['', 'KB'],
      rows: works.map(({ name, title }, at) => [`${name}: ${title}`, kilobytes(bytes[at])]),
    },
    targets: [{ name: 'memory of a 2-2-1 run', wanted: '< 256 KB', measured: `${kilobytes(bytes[0])} KB`, met: bytes[0] < 256 * 1024 }],
  };
}

export function sizes() {
  const modules = ['engine.wasm', 'engine-scalar.wasm'].map((name) => {
    const bytes = readFileSync(`${PACKAGE}${name}`);
    return { name, raw: bytes.length, compressed: gzipSync(bytes, { level: 9 }).length };
  });
  return {
    table: {
      name: 'Size of the modules',
      columns: ['', 'KB', 'KB gzip'],
      rows: modules.map(({ name, raw, compressed }) => [name, kilobytes(raw), kilobytes(compressed)]),
    },
    targets: modules.map(({ name, compressed }) => ({
      name: `size of ${name}`,
      wanted: '≤ 24 KB gzip',
      measured: `${kilobytes(compressed)} KB`,
      met: compressed <= 24 * 1024,
    })),
  };
}

const kilobytes = (/** @type {number} */ bytes) => (bytes / 1024).toFixed(1);

/** @param {number} nanoseconds */
export function time(nanoseconds) {
  const [value, unit] = nanoseconds < 1e4 ? [nanoseconds, 'ns'] : nanoseconds < 1e7 ? [nanoseconds / 1e3, 'µs'] : [nanoseconds / 1e6, 'ms'];
  return `${value < 100 ? value.toPrecision(3) : Math.round(value).toLocaleString('en')} ${unit}`;
}
