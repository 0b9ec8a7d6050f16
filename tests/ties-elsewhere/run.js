/**
 * Do equal neurons stay equal elsewhere? The same network, data and start, trained here and in PyTorch, for many widths; prints the
 * table of docs/exactness.md. By hand: `node tests/ties-elsewhere/run.js` after a build, with Debian's python3-torch installed.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openLab } from 'twin-neurons';

const WIDTHS = [2, 3, 4, 5, 6, 7, 8, 16, 17, 32, 33, 64, 100, 128];
const STEPS = 5000;
const RATE = 1;
const START = { w: [0.3, -0.2], b: 0.1, v: 0.4, c: 0 };

/** @param {number} width */
const experiment = (width) => ({
  network: { inputs: 2, hidden: [width], outputs: 1, activation: 'tanh' },
  data: { set: 'quadrants', examples: 200, noise: 0, seed: 7 },
  loss: 'cross-entropy',
  init: {
    scheme: 'explicit',
    w: [Array.from({ length: width }, () => START.w), [Array(width).fill(START.v)]],
    b: [Array(width).fill(START.b), [START.c]],
  },
  training: { learningRate: RATE },
});

const lab = await openLab();
const { x, y } = lab.start(experiment(WIDTHS[0])).data();
const here = WIDTHS.map((width) => {
  const run = lab.start(experiment(width));
  let parted = null;
  while (run.step < STEPS && parted === null) {
    run.train(1);
    if (run.ties()[0].effective > 1) parted = run.step;
  }
  run.close();
  return { width, parted };
});
lab.close();

const script = fileURLToPath(new URL('pytorch.py', import.meta.url));
const python = spawnSync('/usr/bin/python3', [script], {
  input: JSON.stringify({ x, y, widths: WIDTHS, steps: STEPS, start: START, rate: RATE }),
  maxBuffer: 2 ** 24,
});
if (python.status !== 0) throw new Error(`PyTorch did not run; install Debian's python3-torch. It said: ${python.stderr}`);
/** @type {{ width: number, type: string, parted: number | null, distance: number }[]} */
const there = JSON.parse(String(python.stdout));

console.log('| equal neurons | PyTorch float32 | PyTorch float64 | Twin Neurons |\n| --- | --- | --- | --- |');
for (const { width, parted } of here) {
  const cells = ['float32', 'float64'].map((type) => {
    const row = there.find((one) => one.width === width && one.type === type);
    return row?.parted ? `part at step ${row.parted}, ${row.distance.toPrecision(2)} apart in the end` : 'equal';
  });
  console.log(`| ${width} | ${cells.join(' | ')} | ${parted === null ? 'equal' : `part at step ${parted}`} |`);
}
