/**
 * Counts what the study docs/studies/alike.md asks, and draws its pictures, from the results of its sweep:
 *
 *     node tools/alike.js alike.jsonl.gz               # the table
 *     node tools/alike.js alike.jsonl.gz --pictures    # and docs/studies/alike-*.png, by Chart.js in Debian's Chromium
 */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { chromium } from 'playwright-core';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Neurons are alike whose distance, over all weights in and out and the bias, is smaller. */
const ALIKE = 0.01;
const COLORS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7'];

/** @typedef {{ set: string, scheme: string, width: number, runs: number, alike: number, solved: number }} Row */

/** @param {number} part @param {number} all */
const percent = (part, all) => `${((100 * part) / all).toFixed(1)} %`;

const [name, pictures] = process.argv.slice(2);
const rows = await count(name);
console.log(table(rows));
if (pictures === '--pictures') await draw(rows);

/**
 * @param {string} path
 * @returns {Promise<Row[]>} in the order of the lines
 */
async function count(path) {
  /** @type {Map<string, Row>} */
  const found = new Map();
  const file = createReadStream(path);
  const input = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  for await (const line of createInterface({ input })) {
    const { grid, layers, solved } = JSON.parse(line);
    const key = JSON.stringify(grid);
    const { 'data.set': set, 'init.scheme': scheme, 'network.hidden': width } = grid;
    const row = found.get(key) ?? { set, scheme, width, runs: 0, alike: 0, solved: 0 };
    row.runs += 1;
    row.alike += layers[0].nearest.distance < ALIKE ? 1 : 0;
    row.solved += solved === 1 ? 1 : 0;
    found.set(key, row);
  }
  return [...found.values()];
}

/** @param {readonly Row[]} all */
function table(all) {
  const sets = [...new Set(all.map(({ set }) => set))];
  const kinds = [...new Set(all.map(({ scheme, width }) => `${scheme}, ${width}`))];
  const cells = kinds.map((kind) => {
    const shares = sets.map((set) => {
      const row = all.find((one) => one.set === set && `${one.scheme}, ${one.width}` === kind);
      return row === undefined ? ['–', '–'] : [percent(row.alike, row.runs), percent(row.solved, row.runs)];
    });
    return `| ${kind} | ${shares.flat().join(' | ')} |`;
  });
  const head = `| scheme, width | ${sets.map((set) => `${set}: alike | all right`).join(' | ')} |`;
  return [head, `| --- |${' ---: | ---: |'.repeat(sets.length)}`, ...cells].join('\n');
}

/** @param {readonly Row[]} all */
async function draw(all) {
  const sets = [...new Set(all.map(({ set }) => set))];
  const widths = [...new Set(all.map(({ width }) => width))];
  const schemes = [...new Set(all.map(({ scheme }) => scheme))];
  const share = (/** @type {Partial<Row>} */ of) => {
    const those = all.filter((row) => Object.entries(of).every(([key, value]) => row[/** @type {keyof Row} */ (key)] === value));
    const sum = (/** @type {'alike' | 'runs'} */ what) => those.reduce((total, row) => total + row[what], 0);
    return (100 * sum('alike')) / sum('runs');
  };
  await chart(
    'alike-width',
    'Runs with two neurons alike, by width and data (%)',
    widths.map((width) => `${width} neurons`),
    {
      series: sets.map((set) => ({ label: set, data: widths.map((width) => share({ set, width })) })),
    },
  );
  await chart('alike-scheme', 'Runs with two neurons alike, by scheme and data (%)', schemes, {
    series: sets.map((set) => ({ label: set, data: schemes.map((scheme) => share({ set, scheme })) })),
  });
}

/**
 * @param {string} file
 * @param {string} title
 * @param {readonly string[]} labels
 * @param {{ series: readonly { label: string, data: readonly number[] }[] }} of
 */
async function chart(file, title, labels, { series }) {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 640, height: 320 } });
    await page.setContent('<body style="margin:0;background:#fdfdfb"><canvas id="chart" width="640" height="320"></canvas>');
    await page.addScriptTag({ content: await readFile(`${ROOT}node_modules/chart.js/dist/chart.umd.js`, 'utf8') });
    const datasets = series.map((one, at) => ({ ...one, backgroundColor: COLORS[at] }));
    const options = {
      animation: false,
      responsive: false,
      plugins: { title: { display: true, text: title, color: '#1d2026', font: { size: 15 } }, legend: { position: 'bottom' } },
      scales: { y: { min: 0, max: 100 } },
    };
    const config = JSON.stringify({ type: 'bar', data: { labels, datasets }, options });
    await page.evaluate(`new Chart(document.getElementById('chart'), ${config})`);
    await page.screenshot({ path: `${ROOT}docs/studies/${file}.png` });
  } finally {
    await browser.close();
  }
}
