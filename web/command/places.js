/**
 * Where a name on the command line leads: links followed to their end, and what is there now. By this it is known that two names are one
 * file, and what may take a file's place.
 */
import { fstatSync, lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError, fileError } from './failures.js';

/** @typedef {import('node:fs').Stats} Stats */
/**
 * @typedef {object} Place
 * @property {string} name as it was given; standard input and output are called so
 * @property {string} path at the end of all links; nothing may be there yet
 * @property {number | null} descriptor of a file that is open already: standard input or output, or what /dev/fd/N names
 * @property {Stats | null} stats null: nothing is there yet
 */

const MOST_LINKS = 40;
const STANDARD = Object.freeze({ stdin: 0, stdout: 1, stderr: 2 });

/**
 * The descriptor of this process that a path names.
 * @param {string} path
 */
function descriptorOf(path) {
  const [, standard, number] = /^\/(?:dev\/(?:(stdin|stdout|stderr)|fd\/(\d{1,9})))$/.exec(path) ?? [];
  const own = /^\/proc\/(self|thread-self|\d+)\/fd\/(\d{1,9})$/.exec(path);
  if (own !== null && (own[1] !== `${Number(own[1])}` || Number(own[1]) === process.pid)) return Number(own[2]);
  if (standard !== undefined) return STANDARD[/** @type {keyof typeof STANDARD} */ (standard)];
  return number === undefined ? null : Number(number);
}

/**
 * @param {string} name of a file; "-": standard input or output
 * @param {'read' | 'written'} use
 * @returns {Place}
 * @throws {Error} of failures.js, where the name leads nowhere
 */
export function findPlace(name, use) {
  if (name === '-') {
    const [shown, descriptor] = use === 'read' ? ['standard input', 0] : ['standard output', 1];
    return { name: shown, path: shown, descriptor, stats: fstatSync(descriptor) };
  }
  try {
    let path = resolve(name);
    for (let links = 0; links < MOST_LINKS; links += 1) {
      const descriptor = descriptorOf(path);
      if (descriptor !== null) return { name, path, descriptor, stats: fstatSync(descriptor) };
      // A folder that is a link leads elsewhere than ".." behind it says.
      path = join(realpathSync(dirname(path)), basename(path));
      const entry = lstatSync(path, { throwIfNoEntry: false });
      if (entry === undefined) return { name, path, descriptor: null, stats: null };
      if (!entry.isSymbolicLink()) return { name, path, descriptor: null, stats: entry };
      // The links of /proc lead to what has no path, such as another process's pipe.
      const there = path.startsWith('/proc/') ? statSync(path, { throwIfNoEntry: false }) : undefined;
      if (there !== undefined && !there.isFile() && !there.isDirectory()) return { name, path, descriptor: null, stats: there };
      path = resolve(dirname(path), readlinkSync(path));
    }
    throw new InputError(`${name} cannot be ${use}: its links lead in a circle`);
  } catch (error) {
    throw fileError(name, use, error);
  }
}

/**
 * Whether two places are one file: by another path, by a link of either kind, or open already.
 * @param {Place} one
 * @param {Place} other
 */
function isSame(one, other) {
  if (one.stats === null || other.stats === null) return one.stats === other.stats && one.path === other.path;
  return one.stats.dev === other.stats.dev && one.stats.ino === other.stats.ino;
}

/** What gives and takes without end, as a terminal or /dev/null, may be read and written at once. @param {Place} place */
const isDevice = ({ stats }) => stats !== null && (stats.isCharacterDevice() || stats.isSocket());

/**
 * Refuses to write over what the same call reads.
 * @param {readonly (string | undefined)[]} outputs
 * @param {readonly string[]} inputs
 * @throws {InputError}
 */
export function protectInputs(outputs, inputs) {
  const read = inputs.map((name) => {
    try {
      return findPlace(name, 'read');
    } catch {
      return null; // Reading it says what is wrong with it.
    }
  });
  for (const name of outputs) {
    if (name === undefined) continue;
    const place = findPlace(name, 'written');
    const input = read.find((each) => each !== null && !isDevice(each) && isSame(each, place));
    if (!input) continue;
    const who = input.name === place.name ? 'it is read' : `it is ${input.name}, which is read`;
    throw new InputError(`${place.name} cannot be written: ${who} by the same call`);
  }
}

/**
 * @param {string} one name of an output
 * @param {string} other
 */
export function isOneFile(one, other) {
  const [first, second] = [findPlace(one, 'written'), findPlace(other, 'written')];
  return !isDevice(first) && isSame(first, second);
}
