/**
 * The file that a sweep writes to: lines in the order of the seeds, appended as they come. A sweep that was ended in any way finds what
 * it has, mends a last line that was cut off, and goes on. A file of anything else is left as it is.
 */
import { closeSync, fstatSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { InputError, fileError } from './failures.js';
import { lineStart, originDifference, readLine } from './result-lines.js';

/** @typedef {import('./result-lines.js').Origin} Origin */

/** Lines of a million seeds, the most that a sweep takes, have room. */
export const MOST_BYTES = 400_000_000;

export class ResultFile {
  #name;
  /** -1: closed. */
  #descriptor = -1;
  #bytes = 0;

  /**
   * Opens the file, or makes it, and looks at what it has.
   * @param {string} name
   * @param {Origin} origin of every line
   * @param {readonly [number, number]} seeds that belong here: first and last
   * @throws {InputError} where the file holds anything else; it is as it was then
   */
  constructor(name, origin, [first, last]) {
    this.#name = name;
    /** How many results stood here already. */
    this.found = 0;
    try {
      this.#descriptor = openSync(name, 'a+');
      if (!fstatSync(this.#descriptor).isFile())
        throw new InputError(`${name} is not a file that a sweep could go on with; use > to write to it`);
      if (fstatSync(this.#descriptor).size > MOST_BYTES) throw new InputError(`${name} is larger than the results of any sweep`);
      const bytes = readFileSync(this.#descriptor);
      const end = bytes.lastIndexOf(10) + 1;
      this.found = this.#check(bytes.subarray(0, end).toString(), origin, first, last);
      this.#checkTorn(bytes.subarray(end).toString('latin1'), lineStart(origin, first + this.found));
      if (end < bytes.length) ftruncateSync(this.#descriptor, end);
      this.#bytes = end;
    } catch (error) {
      this.close();
      throw error instanceof InputError ? error : fileError(name, 'written', error);
    }
  }

  /**
   * @param {string} text whole lines
   * @param {Origin} origin
   * @param {number} first
   * @param {number} last
   * @returns {number} how many
   */
  #check(text, origin, first, last) {
    const lines = text.split('\n').slice(0, -1);
    lines.forEach((each, at) => {
      const line = readLine(each);
      const place = `line ${at + 1} of ${this.#name}`;
      const remedy = 'name another file with --out';
      if (line === null) throw new InputError(`${place} is no result of a sweep; ${remedy}`);
      const difference = originDifference(line, origin);
      if (difference !== null) throw new InputError(`${place} is a result of ${difference}; ${remedy}`);
      if (first + at > last) throw new InputError(`${place} is of seed ${line.seed}, and this sweep ends at ${last}; ${remedy}`);
      if (line.seed !== first + at) throw new InputError(`${place} is of seed ${line.seed} where ${first + at} should be; ${remedy}`);
    });
    return lines.length;
  }

  /**
   * @param {string} torn what stands behind the last line end
   * @param {string} start of the line that should stand there
   */
  #checkTorn(torn, start) {
    if (torn.startsWith(start) || start.startsWith(torn)) return;
    throw new InputError(`the last line of ${this.#name} is no result of this sweep; name another file with --out`);
  }

  /**
   * @param {readonly string[]} lines the next ones
   * @throws {InputError} where they cannot be written, or another process writes here too
   */
  append(lines) {
    const text = Buffer.from(lines.map((line) => `${line}\n`).join(''));
    try {
      const { size } = fstatSync(this.#descriptor);
      if (size !== this.#bytes) throw new InputError(`another process writes to ${this.#name}; let only one do so`);
      for (let at = 0; at < text.length; ) at += writeSync(this.#descriptor, text, at);
      this.#bytes += text.length;
    } catch (error) {
      throw error instanceof InputError ? error : fileError(this.#name, 'written', error);
    }
  }

  close() {
    if (this.#descriptor >= 0) closeSync(this.#descriptor);
    this.#descriptor = -1;
  }
}
