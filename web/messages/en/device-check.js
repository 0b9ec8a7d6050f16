/** Does your device agree? In English. */
import { countFormatter, pluralFormatter } from '../../base/format.js';

const count = countFormatter('en');
const plural = pluralFormatter('en');

export const deviceCheckMessages = {
  /** @type {(done: number, runs: number) => string} */
  working: (done, runs) => `Training fixed runs: ${count(done)} of ${count(runs)}\u2026`,
  /** @type {(runs: number, seconds: string) => string} */
  agrees: (runs, seconds) =>
    `Your device agrees: ${count(runs)} of ${count(runs)} runs end with the same bits as everywhere (${seconds} s).`,
  /** @type {(differing: number, runs: number) => string} */
  differs: (differing, runs) =>
    `Your device does not agree: ${plural(differing, 'run', 'runs')} of ${count(runs)} end with other bits. Please report this, with the text below.`,
  both: 'With SIMD and without.',
  one: 'With SIMD only: the other build of the engine could not be loaded here.',
  copy: 'Copy the result',
};
