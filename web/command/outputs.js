/**
 * Outputs, written a piece at a time. A file is there whole or not at all: a draft beside it takes its place at the end. What is no
 * regular file (a pipe, a device, a descriptor that is open already) is written straight into. One whose name ends in .gz or .zst is compressed.
 */
import { chmodSync, closeSync, constants, copyFileSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { compressionOf } from './compressed.js';
import { fileError } from './failures.js';
import { findPlace } from './places.js';

/** @typedef {import('./places.js').Place} Place */
/**
 * @typedef {object} Output
 * @property {(text: string | Buffer) => Promise<void>} write resolves once there is room for more
 * @property {() => Promise<void>} end everything is written
 * @property {() => void} discard what a file has got so far; nothing where it has ended
 */

/** Where a folder takes no draft, or a file cannot be replaced (as one that is mounted), it can perhaps be written. */
const NO_DRAFT = ['EACCES', 'EPERM', 'EBUSY', 'EXDEV', 'EROFS'];
const WAIT_MS = 10;

let drafts = 0;

/**
 * @param {string} name of a file; "-": standard output
 * @param {{ stdout: import('node:stream').Writable }} io
 * @returns {Promise<Output>}
 * @throws {Error} of failures.js, and so do the output's functions
 */
export async function openOutput(name, { stdout }) {
  const compression = compressionOf(name);
  const place = findPlace(name, 'written');
  const { descriptor, stats } = place;
  const output = await named(place, async () => {
    if (descriptor !== null && isStream(place)) return toStream(stdout);
    if (descriptor !== null) return stats?.isFIFO() ? toDevice(`/dev/fd/${descriptor}`) : toDescriptor(descriptor);
    if (stats !== null && !stats.isFile() && !stats.isDirectory()) return toDevice(place.path);
    return toFile(place);
  });
  return {
    write: (text) => named(place, () => output.write(compression === null ? text : compression.pack(Buffer.from(text)))),
    end: () => named(place, () => output.end()),
    discard: () => output.discard(),
  };
}

/**
 * @template T
 * @param {Place} place
 * @param {() => T | Promise<T>} action
 * @returns {Promise<T>}
 */
async function named({ name }, action) {
  try {
    return await action();
  } catch (error) {
    throw fileError(name, 'written', error);
  }
}

/** Standard output that is a pipe or a terminal has a stream, which waits for its reader. @param {Place} place */
const isStream = ({ descriptor, stats }) => descriptor === 1 && (stats?.isFIFO() || stats?.isSocket() || process.stdout.isTTY);

/**
 * @param {import('node:stream').Writable} stream
 * @returns {Output}
 */
function toStream(stream) {
  return {
    // Where nobody reads any more, command.js ends the process; until then there is nothing to do.
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => {
          if (!error) resolve();
          else if (!hasCode(error, ['EPIPE'])) reject(error);
        });
      }),
    end: async () => {},
    discard() {},
  };
}

/**
 * @param {number} descriptor
 * @returns {Output}
 */
function toDescriptor(descriptor) {
  return {
    async write(text) {
      const bytes = typeof text === 'string' ? Buffer.from(text) : text;
      for (let at = 0; at < bytes.length; ) {
        try {
          at += writeSync(descriptor, bytes, at);
        } catch (error) {
          // A pipe that does not wait, and is full.
          if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
          await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
        }
      }
    },
    end: async () => {},
    discard() {},
  };
}

/**
 * @param {string} path of a pipe, a device: never made, never emptied
 * @returns {Promise<Output>}
 */
async function toDevice(path) {
  // Not at once: a pipe is open when its reader is there, and until then signals are heard.
  const handle = await open(path, constants.O_WRONLY);
  return {
    async write(text) {
      await handle.writeFile(text);
    },
    end: () => handle.close(),
    discard: () => void handle.close().catch(() => {}),
  };
}

/**
 * @param {Place} place
 * @returns {Output}
 */
function toFile(place) {
  // Other names of the same file are to show the same; and a folder is refused by its own sentence.
  if (place.stats !== null && (place.stats.isDirectory() || place.stats.nlink > 1)) return inPlace(place);
  try {
    return byDraft(place);
  } catch (error) {
    if (place.stats === null || !hasCode(error, NO_DRAFT)) throw error;
    return inPlace(place);
  }
}

/**
 * @param {unknown} error
 * @param {readonly string[]} codes
 */
const hasCode = (error, codes) => error instanceof Error && 'code' in error && codes.includes(String(error.code));

/**
 * @param {Place} place
 * @returns {Output}
 */
function byDraft({ path, stats }) {
  drafts += 1;
  // A name of its own: the file's may be as long as names can be.
  const draft = join(dirname(path), `.twin-neurons-${process.pid}-${drafts}.part`);
  const { write, sync, close } = opened(draft, 'wx');
  const discard = () => {
    close();
    rmSync(draft, { force: true });
  };
  if (stats !== null) allow(draft, stats.mode);
  return {
    write,
    async end() {
      try {
        sync();
        close();
        replace(path, draft, stats !== null);
        syncFolder(dirname(path));
      } finally {
        discard();
      }
    },
    discard,
  };
}

/**
 * @param {Place} place
 * @returns {Output}
 */
function inPlace({ path }) {
  const { write, sync, close } = opened(path, 'w');
  return {
    write,
    async end() {
      sync();
      close();
    },
    discard: close,
  };
}

/**
 * @param {string} path
 * @param {'w' | 'wx'} flags
 */
function opened(path, flags) {
  let descriptor = openSync(path, flags);
  return {
    write: (/** @type {string | Buffer} */ text) => toDescriptor(descriptor).write(text),
    sync: () => fsyncSync(descriptor),
    close() {
      if (descriptor >= 0) closeSync(descriptor);
      descriptor = -1;
    },
  };
}

/**
 * The permissions of the file whose place it takes.
 * @param {string} draft
 * @param {number} mode
 */
function allow(draft, mode) {
  try {
    chmodSync(draft, mode & 0o7777);
  } catch {
    // A disk without permissions.
  }
}

/**
 * @param {string} path
 * @param {string} draft
 * @param {boolean} isThere whether there is a file to be replaced
 */
function replace(path, draft, isThere) {
  try {
    renameSync(draft, path);
  } catch (error) {
    if (!isThere || !hasCode(error, NO_DRAFT)) throw error;
    copyFileSync(draft, path);
  }
}

/**
 * A file's name is on the disk once its folder is.
 * @param {string} path
 */
export function syncFolder(path) {
  try {
    const descriptor = openSync(path, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // Not every system lets folders be opened, and the file itself is there.
  }
}

/**
 * @param {string} name
 * @param {string} text
 * @param {{ stdout: import('node:stream').Writable }} io
 */
export async function writeOutput(name, text, io) {
  const output = await openOutput(name, io);
  try {
    await output.write(text);
    await output.end();
  } catch (error) {
    output.discard();
    throw error;
  }
}
