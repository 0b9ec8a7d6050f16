/**
 * The files that are merged, of which only some are open at once. What can be read only once, as a pipe, or is compressed, is first copied to a file of its own.
 */
import { closeSync, createReadStream, mkdtempSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compressionOf } from './compressed.js';
import { InputError, TryAgainError, fileError } from './failures.js';
import { heedSignal } from './files.js';
import { StretchLines } from './lines/stretch-lines.js';

/** @typedef {import('./stretches.js').Stretch} Stretch */

/** Systems let a process open some hundreds. */
const MOST_OPEN = 64;

export class Sources {
  #io;
  /** @type {{ shown: string, path: string }[]} */
  #files = [];
  /** By file, the last one used at the end. @type {Map<number, number>} */
  #open = new Map();
  /** Of the copies. @type {string | null} */
  #folder = null;

  /** @param {Pick<import('./main.js').Io, 'stdin' | 'signal'>} io */
  constructor(io) {
    this.#io = io;
  }

  /** @param {number} file */
  shown(file) {
    return this.#files[file].shown;
  }

  /**
   * @param {number} file its number, counted from 0
   * @param {string} name of a file; "-": standard input
   * @returns {Promise<number>} its descriptor, good until another file is used
   * @throws {Error} of failures.js
   */
  async open(file, name) {
    const shown = name === '-' ? 'standard input' : name;
    this.#files[file] = { shown, path: name };
    try {
      const compression = compressionOf(name);
      const isFile = name !== '-' && statSync(name).isFile();
      if (compression !== null) this.#files[file].path = await this.#copy(file, unpacked(name, compression));
      else if (!isFile)
        this.#files[file].path = await this.#copy(
          file,
          name === '-' ? heedSignal(this.#io.stdin, this.#io.signal) : createReadStream(name),
        );
      return this.#descriptor(file);
    } catch (error) {
      throw fileError(shown, 'read', error);
    }
  }

  /**
   * @param {number} file
   * @param {AsyncIterable<Buffer>} parts
   */
  async #copy(file, parts) {
    this.#folder ??= mkdtempSync(join(tmpdir(), 'twin-neurons-'));
    const path = join(this.#folder, String(file));
    const descriptor = openSync(path, 'wx');
    try {
      for await (const part of parts) {
        try {
          for (let at = 0; at < part.length; ) at += writeSync(descriptor, part, at);
        } catch (error) {
          throw fileError(path, 'written', error);
        }
      }
    } finally {
      closeSync(descriptor);
    }
    return path;
  }

  /** @param {number} file */
  #descriptor(file) {
    const descriptor = this.#open.get(file) ?? openSync(this.#files[file].path, 'r');
    this.#open.delete(file);
    this.#open.set(file, descriptor);
    if (this.#open.size > MOST_OPEN) {
      const [[oldest, unused]] = this.#open;
      this.#open.delete(oldest);
      closeSync(unused);
    }
    return descriptor;
  }

  /** Any number of stretches may be read at once. @param {Stretch} stretch */
  lines(stretch) {
    const { file } = stretch;
    return new StretchLines(stretch, { read: (chunk, at) => this.#read(file, chunk, at), changed: () => this.#changed(file) });
  }

  /**
   * @param {number} file
   * @param {Buffer} chunk
   * @param {number} at
   */
  #read(file, chunk, at) {
    try {
      return readSync(this.#descriptor(file), chunk, 0, chunk.length, at);
    } catch (error) {
      throw fileError(this.shown(file), 'read', error);
    }
  }

  /** @param {number} file */
  #changed(file) {
    return new TryAgainError(`${this.shown(file)} was changed while it was read; merge when its sweep has ended`);
  }

  close() {
    for (const descriptor of this.#open.values()) closeSync(descriptor);
    this.#open.clear();
    if (this.#folder !== null) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = null;
  }
}

/**
 * @param {string} name
 * @param {import('./compressed.js').Compression} compression
 * @returns {AsyncGenerator<Buffer>}
 */
async function* unpacked(name, compression) {
  const file = createReadStream(name);
  const stream = compression.stream();
  file.on('error', (error) => stream.destroy(error));
  try {
    yield* file.pipe(stream);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'Z_BUF_ERROR') throw new InputError(`${name} ends in the middle of a line; run its sweep again, which goes on from there`);
    if (/^(Z_|ZSTD_|ERR_ZSTD)/.test(code)) throw new InputError(`${name} is not compressed as its name says, or is damaged`);
    throw error;
  } finally {
    file.destroy();
  }
}
