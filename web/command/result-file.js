/**
 * The file that a sweep writes to: lines in the order of the seeds, appended as they come. A sweep that was ended in any way finds what
 * it has, mends a last line that was cut off, and goes on. A file of anything else is left as it is.
 */
import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { InputError, TryAgainError, fileError } from './failures.js';
import { readLines } from './files.js';
import { syncFolder } from './outputs.js';
import { MOST_LINE_BYTES, MOST_LINE_BYTES_WITH_WEIGHTS, lineStart, originDifference, readLine } from './result-lines.js';

/** @typedef {import('./result-lines.js').Origin} Origin */
/**
 * The lines that a file should have in the end.
 * @typedef {object} Lines
 * @property {number} total
 * @property {(at: number) => { origin: Origin, seed: number }} wanted the line at a place, counted from 0
 * @property {boolean} weights whether lines have parameters
 */

/** No more results than those of this time are lost where the power goes. */
const MILLISECONDS_UNSYNCED = 1000;
const REMEDY = 'name another file with --out';

export class ResultFile {
  #name;
  /** -1: closed. */
  #descriptor = -1;
  #bytes = 0;
  #synced = performance.now();

  /**
   * Opens the file, or makes it, and looks at what it has.
   * @param {import('./places.js').Place} place
   * @param {Lines} lines that belong here
   * @throws {Error} of failures.js, where the file holds anything else; it is as it was then
   */
  constructor({ name, path, stats }, lines) {
    this.#name = name;
    /** How many results stood here already. */
    this.found = 0;
    try {
      this.#descriptor = openSync(path, 'a+');
      const end = this.#check(lines);
      if (end < fstatSync(this.#descriptor).size) ftruncateSync(this.#descriptor, end);
      this.#bytes = end;
      if (stats === null) syncFolder(dirname(path));
    } catch (error) {
      this.close();
      throw fileError(name, 'written', error);
    }
  }

  /**
   * @param {Lines} lines
   * @returns {number} where the whole lines of results end
   */
  #check({ total, wanted, weights }) {
    const mostBytes = weights ? MOST_LINE_BYTES_WITH_WEIGHTS : MOST_LINE_BYTES;
    let end = 0;
    /** Whether a line before has what a power cut leaves: zeros in place of what did not reach the disk. */
    let isCut = false;
    let number = 0;
    for (const { bytes, start, isWhole } of readLines(this.#descriptor, { mostBytes })) {
      number += 1;
      const zero = bytes.indexOf(0);
      if (zero >= 0 || !isWhole) {
        const begun = bytes.subarray(0, zero < 0 ? bytes.length : zero).toString('latin1');
        const { origin, seed } = wanted(Math.max(0, Math.min(this.found, total - 1)));
        if (!isCut) this.#checkTorn(begun, lineStart(origin, seed), mostBytes);
        isCut = true;
        if (!isWhole && (zero >= 0 || bytes.length === mostBytes)) this.#checkZeros(start + Math.max(zero, 0));
        continue;
      }
      const place = `line ${number} of ${this.#name}`;
      const line = readLine(bytes.toString());
      if (line === null) throw new InputError(`${place} is no result of a sweep; ${REMEDY}`);
      const { origin, seed } = wanted(Math.max(0, Math.min(number, total) - 1));
      const difference = originDifference(line, origin);
      if (difference !== null) throw new InputError(`${place} is a result of ${difference}; ${REMEDY}`);
      if (weights !== (line.first !== undefined))
        throw new InputError(`${place} has ${weights ? 'no parameters' : 'parameters'}, unlike this sweep; ${REMEDY}`);
      // What stands behind the zeros is computed again.
      if (isCut) continue;
      if (number > total) throw new InputError(`${place} is of seed ${line.seed}, and this sweep ends at ${seed}; ${REMEDY}`);
      if (line.seed !== seed) throw new InputError(`${place} is of seed ${line.seed} where ${seed} should be; ${REMEDY}`);
      this.found += 1;
      end = start + bytes.length + 1;
    }
    return end;
  }

  /**
   * @param {string} torn the beginning of a line that is not whole
   * @param {string} start of the line that should stand there
   * @param {number} mostBytes
   */
  #checkTorn(torn, start, mostBytes) {
    if (torn.length <= mostBytes && (torn.startsWith(start) || start.startsWith(torn))) return;
    throw new InputError(`the last line of ${this.#name} is no result of this sweep; ${REMEDY}`);
  }

  /** @param {number} from where nothing but zeros may stand */
  #checkZeros(from) {
    const chunk = Buffer.alloc(1 << 20);
    for (let at = from, read = 0; (read = readSync(this.#descriptor, chunk, 0, chunk.length, at)) > 0; at += read) {
      if (chunk.subarray(0, read).some((byte) => byte !== 0))
        throw new InputError(`the last line of ${this.#name} is no result of this sweep; ${REMEDY}`);
    }
  }

  /**
   * @param {readonly string[]} lines the next ones
   * @throws {Error} of failures.js, where they cannot be written, or another process writes here too
   */
  append(lines) {
    const text = Buffer.from(lines.map((line) => `${line}\n`).join(''));
    try {
      const { size } = fstatSync(this.#descriptor);
      if (size !== this.#bytes) throw new TryAgainError(`another process writes to ${this.#name}; let only one do so`);
      for (let at = 0; at < text.length; ) {
        const written = writeSync(this.#descriptor, text, at);
        at += written;
        this.#bytes += written;
      }
      if (performance.now() - this.#synced > MILLISECONDS_UNSYNCED) this.sync();
    } catch (error) {
      throw fileError(this.#name, 'written', error);
    }
  }

  /** What was appended is on the disk, and not only on its way there. */
  sync() {
    try {
      fdatasyncSync(this.#descriptor);
    } catch (error) {
      throw fileError(this.#name, 'written', error);
    }
    this.#synced = performance.now();
  }

  close() {
    if (this.#descriptor >= 0) closeSync(this.#descriptor);
    this.#descriptor = -1;
  }
}
