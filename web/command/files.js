/** What the command reads and writes: whole texts of bounded size, and files that are there whole or not at all. */
import { createReadStream, renameSync, rmSync, writeFileSync } from 'node:fs';
import { InputError, fileError } from './failures.js';

/** @typedef {import('node:stream').Readable} Readable */

/**
 * @param {string} name of a file, or "-" for standard input
 * @param {{ stdin: Readable, mostBytes: number }} from
 * @returns {Promise<string>}
 * @throws {InputError}
 */
export async function readText(name, { stdin, mostBytes }) {
  const shown = name === '-' ? 'standard input' : name;
  /** @type {Buffer[]} */
  const parts = [];
  let bytes = 0;
  try {
    for await (const part of name === '-' ? stdin : createReadStream(name)) {
      bytes += part.length;
      // A file without an end, such as a device, is not read to it.
      if (bytes > mostBytes) throw new InputError(`${shown} is larger than ${mostBytes} bytes`);
      parts.push(part);
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (error instanceof TypeError) throw new InputError(`${shown} is not text in UTF-8`);
    throw fileError(shown, 'read', error);
  }
}

/**
 * Writes a file by a new one that takes its place, so that nobody sees half of it.
 * @param {string} name
 * @param {string} text
 * @throws {InputError}
 */
export function writeWhole(name, text) {
  const draft = `${name}.${process.pid}.part`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, name);
  } catch (error) {
    rmSync(draft, { force: true });
    throw fileError(name, 'written', error);
  }
}
