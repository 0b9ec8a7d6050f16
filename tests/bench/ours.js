/** The engine as its users have it, and the same C without WebAssembly. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NN } from '../native/contract.js';
import { experimentOf, stepsAnEpoch } from './workloads.js';

/** @typedef {import('./measure.js').Contestant} Contestant */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CACHE = `${ROOT}.cache/bench/`;

/** The speed limit: everything a compiler may do on this very machine with the passes that are for all sizes. Its numbers are not looked at: fast-math breaks ties, exp and the guard against NaN. */
const LIMIT_FLAGS = ['-O3', '-march=native', '-ffast-math', '-DNN_LANES=4'];
/** The same, but sums stay in their order. Fast-math takes the rounding at the heart of exp for x + c − c and drops it: its
 * sigmoid(−3) is 0.059 instead of 0.047. This is the limit for a program that computes what it should. */
const RIGHT_LIMIT_FLAGS = [...LIMIT_FLAGS, '-fno-associative-math'];
/** What decides the bits of the wasm, too. */
const SAME_FLAGS = ['-O3', '-ffp-contract=off', '-fno-math-errno'];

/**
 * Through run.train of the public interface.
 * @param {string} name
 * @param {string} note
 * @param {string} folder of a built package
 * @returns {Promise<Contestant>}
 */
async function fromPackage(name, note, folder) {
  const { openLab } = await import(`${folder}twin-neurons.js`);
  const lab = await openLab();
  return {
    name,
    note,
    kind: 'ours',
    async start(work) {
      const run = lab.start(experimentOf(work));
      const steps = stepsAnEpoch(work);
      return {
        train(epochs) {
          run.reset();
          run.train(epochs * steps);
        },
        fingerprint: () => run.fingerprint(),
        loss: () => run.loss(),
      };
    },
  };
}

/**
 * A copy of dist/, so that a build meanwhile disturbs nothing.
 * @param {string} name @param {string} module that takes the place of the SIMD one
 */
function copyPackage(name, module) {
  const folder = `${CACHE}${name}/`;
  rmSync(folder, { recursive: true, force: true });
  cpSync(`${ROOT}dist/`, folder, { recursive: true });
  if (module !== 'engine.wasm') cpSync(`${folder}${module}`, `${folder}engine.wasm`);
  return folder;
}

/** Where the package is that is measured. */
export const PACKAGE = copyPackage('package', 'engine.wasm');

/**
 * @param {string} name
 * @param {string} note
 * @param {Contestant['kind']} kind
 * @param {string} compiler
 * @param {string[]} flags
 * @param {'with the fast path' | 'general passes'} passes whether the network of the question goes the way of src/fast_221.c
 * @returns {Contestant | null} null where there is no such compiler
 */
function fromCompiler(name, note, kind, compiler, flags, passes = 'with the fast path') {
  const program = `${CACHE}${kind}-${compiler}`;
  const files = readdirSync(`${ROOT}src`)
    .filter((file) => file.endsWith('.c'))
    .map((file) => `${ROOT}src/${file}`);
  const sources =
    passes === 'general passes' ? [...files.filter((file) => !file.endsWith('/fast_221.c')), `${ROOT}tests/bench/no-fast-221.c`] : files;
  mkdirSync(CACHE, { recursive: true });
  try {
    execFileSync(compiler, ['-std=c11', ...flags, ...sources, `${ROOT}tests/bench/native.c`, '-o', program], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return null;
    throw error;
  }
  return { name, note, kind, start: async (work) => startNative(program, work, kind === 'native') };
}

/** @param {string} program @param {import('./workloads.js').Workload} work @param {boolean} exact */
function startNative(program, work, exact) {
  const { inputs, hidden, activation, x, y, w, batchSize, learningRate } = work;
  const steps = stepsAnEpoch(work);
  const parameters = w.flatMap((rows) => [...rows.flat(), ...rows.map(() => 0)]);
  const kind = activation === 'tanh' ? NN.NN_TANH : NN.NN_SIGMOID;
  const rest = [
    batchSize,
    learningRate,
    kind,
    inputs,
    hidden.length,
    ...hidden,
    x.length,
    ...x.flatMap((row, at) => [...row, ...y[at]]),
    ...parameters,
  ];
  let time = 0;
  let fingerprint = '';
  return {
    /** @param {number} epochs */
    train(epochs) {
      const words = execFileSync(program, { input: [epochs * steps, ...rest].join('\n'), encoding: 'utf8' })
        .trim()
        .split(' ');
      time = Number(words[0]) * steps;
      fingerprint = words[1];
    },
    reported: () => time,
    ...(exact ? { fingerprint: () => fingerprint } : {}),
  };
}

/** @param {Contestant | null} contestant @returns {Contestant | null} one that does only what src/fast_221.c is for */
function onlyTheQuestion(contestant) {
  return contestant && { ...contestant, start: async (work) => (work.x.length === 4 ? contestant.start(work) : null) };
}

/** @returns {Promise<Contestant[]>} the first is what the others are compared with */
export async function ours() {
  const native = [
    fromCompiler('the same C, cc -O3', '', 'native', 'cc', SAME_FLAGS),
    fromCompiler('the same C, clang -O3', '', 'native', 'clang', SAME_FLAGS),
    fromCompiler('native limit', `clang ${LIMIT_FLAGS.join(' ')}: its exp is wrong`, 'limit', 'clang', LIMIT_FLAGS, 'general passes'),
    fromCompiler(
      'native limit with a right exp',
      'the same and -fno-associative-math',
      'right-limit',
      'clang',
      RIGHT_LIMIT_FLAGS,
      'general passes',
    ),
    onlyTheQuestion(
      fromCompiler('native limit of the fast path', 'as the native limit, with src/fast_221.c', 'aside', 'clang', LIMIT_FLAGS),
    ),
  ];
  return [
    await fromPackage('Twin Neurons', '', PACKAGE),
    await fromPackage(
      'Twin Neurons, scalar wasm',
      'what a browser without WebAssembly SIMD runs',
      copyPackage('scalar', 'engine-scalar.wasm'),
    ),
    ...native.filter((contestant) => contestant !== null),
  ];
}
