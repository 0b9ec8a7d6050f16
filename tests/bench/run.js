/**
 * The benchmark that ./build.sh bench runs: the engine beside the libraries of npm, plain JavaScript and native builds of the same C, all
 * in one run, taking turns. Prints markdown; every ratio is a time divided by ours.
 *
 * --quick: every part once, in seconds, as a check that all of it works; the numbers mean nothing.
 */
import { cpus } from 'node:os';
import { boundary, growth, memory, sizes, sweeps, time } from './extras.js';
import { race } from './measure.js';
import { PACKAGE, ours } from './ours.js';
import { peers } from './peers.js';
import { PLAIN } from './plain.js';
import { WORKLOADS } from './workloads.js';
import { createReport } from './report.js';

/** @typedef {import('./measure.js').Result} Result */
/** @typedef {import('./extras.js').Target} Target */

const quick = process.argv.includes('--quick');
const { say, save } = createReport('engine', quick);
const effort = quick ? { rounds: 1, milliseconds: 1 } : { rounds: 5, milliseconds: 200 };

/** What the project wants to reach: so many times the speed of the fastest library and of plain loops, at most so many times the native programs' time. */
const WANTED = Object.freeze({
  W1: { peer: 5, native: 1.1, limit: 1.2 },
  W2: { peer: 8, native: 1.1, limit: 3 },
  W3: { peer: 7, native: 1.1, limit: 3.5 },
  W4: { peer: 5, native: 1.1, limit: 3 },
  W5: { plain: 7 },
});

/** @param {readonly string[]} columns @param {readonly (readonly (string | number)[])[]} rows */
function printTable(columns, rows) {
  say(`| ${columns.join(' | ')} |\n|${columns.map((_, at) => (at ? ' ---: |' : ' --- |')).join('')}`);
  for (const row of rows) say(`| ${row.join(' | ')} |`);
}

/** @param {string} title */
const heading = (title) => say(`\n### ${title}\n`);

/** How many times as long as ours: by medians, and by the fastest rounds, which other programs disturb least. @param {Result} result @param {Result} own */
const ratios = (result, own) => ({ median: result.median / own.median, fastest: result.minimum / own.minimum });

/** @param {Result[]} results */
function checkBits(results) {
  const exact = results.filter(({ fingerprint }) => fingerprint !== null);
  const same = new Set(exact.map(({ fingerprint }) => fingerprint));
  if (same.size !== 1)
    throw new Error(
      `builds of the same C give different results: ${exact.map(({ name, fingerprint }) => `${name} ${fingerprint}`).join(', ')}`,
    );
}

/** @param {string} name @param {Result[]} results @returns {Target[]} */
function targetsOf(name, results) {
  const wanted = /** @type {Record<string, number>} */ (WANTED[/** @type {keyof typeof WANTED} */ (name)]);
  const [own] = results;
  const fastest = (/** @type {string} */ kind) => results.filter((result) => result.kind === kind).sort((a, b) => a.minimum - b.minimum)[0];
  /** @type {Record<string, Result | undefined>} */
  const others = {
    peer: fastest('peer'),
    plain: results.find(({ kind }) => kind === 'plain'),
    native: results.find(({ kind }) => kind === 'native'),
    limit: fastest('limit'),
    'right-limit': fastest('right-limit'),
  };
  // What is asked of the limit is also told of the one that computes the right functions.
  const bounds = Object.entries(wanted).flatMap(([kind, bound]) =>
    kind === 'limit'
      ? [
          [kind, bound],
          ['right-limit', bound],
        ]
      : [[kind, bound]],
  );
  return bounds.flatMap(([kind, bound]) => {
    const other = others[kind];
    if (!other) return [];
    const { median, fastest: best } = ratios(other, own);
    if (kind === 'peer' || kind === 'plain') {
      return [
        {
          name: `${name}: speed against ${other.name}`,
          wanted: `≥ ${bound} times`,
          measured: `${best.toFixed(2)} (medians: ${median.toFixed(2)})`,
          met: best >= bound,
        },
      ];
    }
    return [
      {
        name: `${name}: time against ${other.name}`,
        wanted: `≤ ${bound} times`,
        measured: `${(1 / best).toFixed(2)} (medians: ${(1 / median).toFixed(2)})`,
        met: 1 / best <= bound,
      },
    ];
  });
}

const [own, ...others] = await ours();
const contestants = [own, ...others, ...PLAIN, ...peers()];
say(
  `## Benchmark\n\n${cpus()[0].model.trim()}, ${cpus().length} cores, Node ${process.versions.node}${quick ? '; quick: the numbers mean nothing' : ''}`,
);
say('Cross-entropy, gradient descent, history recording on; an epoch is one step, in W5 fifty. Processor time of one epoch;');
say(
  `${effort.rounds} rounds in turns. Ours is run.train(n) of the package; the native programs time themselves. All builds of our C but the limits gave the same bits.`,
);

/** @type {Target[]} */
const targets = [];
for (const work of quick ? WORKLOADS.filter(({ name }) => name === 'W1' || name === 'W5') : WORKLOADS) {
  const results = await race(contestants, work, effort);
  const epochs = results[0].epochs;
  checkBits(
    await race(
      [own, ...others].filter(({ kind }) => kind === 'ours' || kind === 'native'),
      work,
      { rounds: 1, milliseconds: 1, epochs: Math.max(1, Math.min(epochs, 200)) },
    ),
  );
  heading(`${work.name}: ${work.title}`);
  printTable(
    ['', 'an epoch, median', 'fastest round', '× ours', '× ours, fastest rounds', 'note'],
    results.map((result) => {
      const { median, fastest } = ratios(result, results[0]);
      return [result.name, time(result.median), time(result.minimum), median.toFixed(2), fastest.toFixed(2), result.note];
    }),
  );
  targets.push(...targetsOf(work.name, results));
}

const { openLab } = await import(`${PACKAGE}twin-neurons.js`);
const lab = await openLab();
const parts = [
  await growth(lab, { ...effort, milliseconds: effort.milliseconds / 5 }),
  { table: await boundary(lab, WORKLOADS[0], effort), targets: [] },
  await sweeps(lab, { ...effort, rounds: Math.min(effort.rounds, 3) }),
  memory(lab, [...WORKLOADS]),
  sizes(),
];
for (const { table } of parts) {
  heading(table.name);
  printTable(table.columns, table.rows);
}
heading('Targets, by the fastest rounds');
const all = [...targets, ...parts.flatMap((part) => part.targets)];
printTable(
  ['', 'wanted', 'measured', ''],
  all.map(({ name, wanted, measured, met }) => [name, wanted, measured, met ? 'met' : '**not met**']),
);
lab.close();
save();
