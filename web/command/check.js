/** The command check: whether this device computes the same bits as all others, with SIMD and without. */
import { checkDevice, openLab } from '../twin-neurons.js';
import { EXIT, UsageError } from './failures.js';
import { writeOutput } from './outputs.js';

/** @typedef {import('./options.js').Arguments} Arguments */
/** @typedef {import('./main.js').Io} Io */

/** The two builds of the engine. */
const BUILDS = [
  { simd: true, name: 'with SIMD' },
  { simd: false, name: 'without SIMD' },
];

/**
 * @param {Arguments} args
 * @param {Io} io
 * @returns {Promise<number>} exit code
 */
export async function checkCommand({ operands }, io) {
  if (operands.length > 0) throw new UsageError('check takes no file: it has runs of its own');
  let agrees = true;
  let text = '';
  const print = (/** @type {string} */ line) => (text += line);
  for (const { simd, name } of BUILDS) {
    const lab = await openLab({ simd });
    const { runs, agreed, differing } = checkDevice(lab);
    lab.close();
    agrees &&= agreed === runs;
    print(`${agreed} of ${runs} runs end with the bits that they end with everywhere, ${name} (version ${lab.version})\n`);
    for (const { run, expected, got } of differing) print(`run ${run}: ${expected} expected, ${got} got\n`);
  }
  print(agrees ? 'This device agrees.\n' : 'This device does not agree: please report these lines and what device it is.\n');
  await writeOutput('-', text, io);
  return agrees ? EXIT.ok : EXIT.input;
}
