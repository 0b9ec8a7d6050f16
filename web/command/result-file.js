/**
 * The file that a sweep writes to: lines in the order of the seeds, appended as they come. A sweep that was ended in any way finds what
 * it has, mends a last line that was cut off, and goes on. A file of anything else is left as it is.
 */
import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { compressionOf, isPacked, readPackedLines } from './compressed.js';
import { InputError, TryAgainError, fileError } from './failures.js';
import { readLines } from './files.js';
import { syncFolder } from './outputs.js';
import { LineReader } from './lines/line-reader.js';
import { MOST_LINE_BYTES, MOST_LINE_BYTES_WITH_WEIGHTS, lineStart, originDifference } from './result-lines.js';

/** @typedef {import('./compressed.js').Compression} Compression */
/** @typedef {import('./lines/line-reader.js').KnownLine} KnownLine */
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
  #compression;
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
    this.#compression = compressionOf(name);
    /** How many results stood here already. */
    this.found = 0;
    try {
      this.#descriptor = openSync(path, 'a+');
      const end = this.#compression === null ? this.#check(lines) : this.#checkPacked(lines, this.#compression);
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
    const reader = new LineReader();
    for (const { bytes, from, to, start, isWhole } of readLines(this.#descriptor, { mostBytes })) {
      number += 1;
      const line = isWhole ? reader.read(bytes, from, to) : null;
      const zero = line === null ? bytes.subarray(from, to).indexOf(0) : -1;
      if (zero >= 0 || !isWhole) {
        const begun = bytes.toString('latin1', from, zero < 0 ? to : from + zero);
        const { origin, seed } = wanted(Math.max(0, Math.min(this.found, total - 1)));
        if (!isCut) this.#checkTorn(begun, lineStart(origin, seed), mostBytes);
        isCut = true;
        if (!isWhole && (zero >= 0 || to - from === mostBytes)) this.#checkZeros(start + Math.max(zero, 0));
        continue;
      }
      const seed = this.#checkLine(line, number, { total, wanted, weights });
      // What stands behind the zeros is computed again.
      if (isCut) continue;
      this.#checkSeed(seed, number, { total, wanted });
      this.found += 1;
      end = start + to + 1 - from;
    }
    return end;
  }

  /**
   * @param {Lines} lines
   * @param {Compression} compression
   * @returns {number} where the pieces end behind which a line ends, too
   */
  #checkPacked(lines, compression) {
    let end = 0;
    let number = 0;
    const reader = new LineReader();
    const pieces = readPackedLines(this.#descriptor, compression);
    for (let next = pieces.next(); ; next = pieces.next()) {
      if (next.done) {
        // Zeros are what a power cut leaves; a file of something else has no piece at all.
        if (next.value === 0 && !isPacked(this.#descriptor, compression)) this.#checkZeros(0);
        return end;
      }
      number += 1;
      const { bytes, from, to } = next.value;
      this.#checkSeed(this.#checkLine(reader.read(bytes, from, to), number, lines), number, lines);
      if (next.value.end > 0) [end, this.found] = [next.value.end, number];
    }
  }

  /**
   * @param {KnownLine | null} line null: it is none
   * @param {number} number of the line, counted from 1
   * @param {Lines} lines
   * @returns {number} its seed
   */
  #checkLine(line, number, { total, wanted, weights }) {
    if (line === null) throw new InputError(`${this.#place(number)} is no result of a sweep; ${REMEDY}`);
    const { origin } = wanted(Math.max(0, Math.min(number, total) - 1));
    const difference = originDifference(line.origin, origin);
    if (difference !== null) throw new InputError(`${this.#place(number)} is a result of ${difference}; ${REMEDY}`);
    if (weights !== line.hasWeights)
      throw new InputError(`${this.#place(number)} has ${weights ? 'no parameters' : 'parameters'}, unlike this sweep; ${REMEDY}`);
    return line.seed;
  }

  /** @param {number} number of a line, counted from 1 */
  #place(number) {
    return `line ${number} of ${this.#name}`;
  }

  /**
   * @param {number} found the seed that a line is of
   * @param {number} number of the line, counted from 1
   * @param {Pick<Lines, 'total' | 'wanted'>} lines
   */
  #checkSeed(found, number, { total, wanted }) {
    const { seed } = wanted(Math.max(0, Math.min(number, total) - 1));
    if (number > total) throw new InputError(`${this.#place(number)} is of seed ${found}, and this sweep ends at ${seed}; ${REMEDY}`);
    if (found !== seed) throw new InputError(`${this.#place(number)} is of seed ${found} where ${seed} should be; ${REMEDY}`);
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
    const plain = Buffer.from(lines.map((line) => `${line}\n`).join(''));
    const text = this.#compression === null ? plain : this.#compression.pack(plain);
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
