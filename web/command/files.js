/** What the command reads: whole texts of bounded size, and files of lines, a line at a time. */
import { createReadStream, readSync } from 'node:fs';
import { decodeText, isUtf16 } from '../base/tables/decode.js';
import { TableError } from '../base/tables/table-error.js';
import { InputError, Interruption, fileError } from './failures.js';

/** @typedef {import('node:stream').Readable} Readable */

/**
 * Standard input, whose beginning may be long in coming, since somebody has to type it: a signal ends the waiting.
 * @param {Readable} stream
 * @param {AbortSignal} signal
 * @returns {AsyncGenerator<Buffer>}
 */
export async function* heedSignal(stream, signal) {
  const end = () => stream.destroy(new Interruption(signal.reason, `ended by ${signal.reason} before anything was read`));
  signal.addEventListener('abort', end);
  try {
    for await (const part of stream) {
      signal.removeEventListener('abort', end);
      yield part;
    }
  } finally {
    signal.removeEventListener('abort', end);
  }
}

/**
 * @param {string} name of a file, or "-" for standard input
 * @param {{ stdin: Readable, mostBytes: number, signal: AbortSignal, isTable?: boolean }} from isTable: it may be in the encoding of an older spreadsheet
 * @returns {Promise<string>}
 * @throws {InputError}
 */
export async function readText(name, { stdin, mostBytes, signal, isTable = false }) {
  const shown = name === '-' ? 'standard input' : name;
  /** @type {Buffer[]} */
  const parts = [];
  let bytes = 0;
  try {
    for await (const part of name === '-' ? heedSignal(stdin, signal) : createReadStream(name)) {
      bytes += part.length;
      // A file without an end, such as a device, is not read to it.
      if (bytes > mostBytes) throw new InputError(`${shown} is larger than ${mostBytes} bytes`);
      parts.push(part);
    }
    const whole = Buffer.concat(parts);
    // Windows writes UTF-16 with its mark; anything else that is no UTF-8 is more likely no text.
    return isTable || isUtf16(whole) ? decodeText(whole) : new TextDecoder('utf-8', { fatal: true }).decode(whole);
  } catch (error) {
    if (error instanceof TableError) throw new InputError(`${shown} is a workbook; save it as CSV, and give that`);
    if (error instanceof TypeError) throw new InputError(`${shown} is not text in UTF-8`);
    throw fileError(shown, 'read', error);
  }
}

const CHUNK_BYTES = 1 << 20;

/**
 * The lines of a file that is open, without more of it in memory than a chunk, or the longest line.
 * @param {number} descriptor of a regular file
 * @param {{ mostBytes: number }} limits the longest line that is read whole; a longer one, and what follows it, is one text of this many bytes
 *   without an end
 * @returns {Generator<{ bytes: Buffer, from: number, to: number, start: number, isWhole: boolean }>} where it stands in bytes, until the next one is
 *   asked for, and in the file; isWhole: it has an end, which stands at `to`
 */
export function* readLines(descriptor, { mostBytes }) {
  let bytes = Buffer.allocUnsafe(CHUNK_BYTES);
  let kept = 0;
  let start = 0;
  for (;;) {
    if (kept === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(kept)]);
    const read = readSync(descriptor, bytes, kept, bytes.length - kept, start + kept);
    const filled = kept + read;
    let from = 0;
    // Behind what was read stands what was read before.
    for (let to = bytes.indexOf(10); to >= 0 && to < filled; to = bytes.indexOf(10, from)) {
      yield { bytes, from, to, start: start + from, isWhole: true };
      from = to + 1;
    }
    bytes.copyWithin(0, from, filled);
    kept = filled - from;
    start += from;
    if (kept > mostBytes || read === 0) break;
  }
  if (kept > 0) yield { bytes, from: 0, to: Math.min(kept, mostBytes), start, isWhole: false };
}
