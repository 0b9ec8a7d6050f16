/**
 * Compressed files of lines, by their names: .gz, and .zst where Node.js has it. They are made of pieces, each of which says how long it is, so that a
 * sweep finds where its file is whole, and goes on there: for .gz as bgzip does it, for .zst as pzstd. Any program for gzip or zstd reads them.
 */
import { readSync } from 'node:fs';
import zlib from 'node:zlib';
import { InputError } from './failures.js';

/**
 * @typedef {object} Compression
 * @property {(bytes: Buffer) => Buffer} pack one or more pieces
 * @property {Buffer} mark that each piece begins with
 * @property {number} headBytes
 * @property {(head: Buffer) => number} sizeOf how long the piece is that begins so; 0: it is none of ours
 * @property {(piece: Buffer) => Buffer} unpack
 * @property {() => import('node:stream').Transform} stream unpacks a whole file, whoever made it
 */

/** The head of a gzip member with room for its length, less one, in the last two bytes. */
const GZ_HEAD = Buffer.from([0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 255, 6, 0, 0x42, 0x43, 2, 0, 0, 0]);
const PLAIN_GZ_HEAD = 10;
/** So little text that a piece of it has a length of 16 bits, compressible or not. */
const GZ_TEXT = 0xff00;

/** @type {Compression} */
const gzip = {
  pack(bytes) {
    const pieces = [];
    for (let at = 0; at < bytes.length; at += GZ_TEXT) {
      const member = zlib.gzipSync(bytes.subarray(at, at + GZ_TEXT)).subarray(PLAIN_GZ_HEAD);
      const head = Buffer.from(GZ_HEAD);
      head.writeUInt16LE(head.length + member.length - 1, head.length - 2);
      pieces.push(head, member);
    }
    return Buffer.concat(pieces);
  },
  mark: GZ_HEAD.subarray(0, 4),
  headBytes: GZ_HEAD.length,
  sizeOf: (head) => (head.subarray(0, -2).equals(GZ_HEAD.subarray(0, -2)) ? head.readUInt16LE(head.length - 2) + 1 : 0),
  unpack: (piece) => zlib.gunzipSync(piece),
  stream: () => zlib.createGunzip(),
};

/** The head of a frame that is skipped, with four bytes in it: the length of the next. */
const ZST_HEAD = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 4, 0, 0, 0]);

/** Of Node.js 22.15 and later. @type {{ zstdCompressSync?: (bytes: Buffer) => Buffer, zstdDecompressSync?: (bytes: Buffer) => Buffer, createZstdDecompress?: () => import('node:stream').Transform }} */
const { zstdCompressSync, zstdDecompressSync, createZstdDecompress } = /** @type {any} */ (zlib);

/** @type {Compression | null} */
const zstd =
  zstdCompressSync && zstdDecompressSync && createZstdDecompress
    ? {
        pack(bytes) {
          const frame = zstdCompressSync(bytes);
          const size = Buffer.alloc(4);
          size.writeUInt32LE(frame.length);
          return Buffer.concat([ZST_HEAD, size, frame]);
        },
        mark: ZST_HEAD.subarray(0, 4),
        headBytes: ZST_HEAD.length + 4,
        sizeOf: (head) => (head.subarray(0, -4).equals(ZST_HEAD) ? head.length + head.readUInt32LE(head.length - 4) : 0),
        unpack: (piece) => zstdDecompressSync(piece.subarray(ZST_HEAD.length + 4)),
        stream: () => createZstdDecompress(),
      }
    : null;

/**
 * @param {string} name of a file
 * @returns {Compression | null} null: it is not compressed
 * @throws {InputError}
 */
export function compressionOf(name) {
  if (name.endsWith('.gz')) return gzip;
  if (!name.endsWith('.zst')) return null;
  if (zstd === null) throw new InputError(`${name}: this Node.js (${process.version}) has no zstd; take Node.js 22.15 or later, or .gz`);
  return zstd;
}

/**
 * The lines of a file of pieces, as readLines gives them (files.js), as far as the pieces are whole.
 * @param {number} descriptor
 * @param {Compression} compression
 * @returns {Generator<{ bytes: Buffer, from: number, to: number, end: number }, number, void>} end: where in the file the piece ends that the line ends
 *   with; 0: within a piece. Returns where the whole pieces end
 */
export function* readPackedLines(descriptor, { headBytes, sizeOf, unpack }) {
  let rest = Buffer.alloc(0);
  for (let at = 0; ; ) {
    const head = readBytes(descriptor, at, headBytes);
    const size = head.length < headBytes ? 0 : sizeOf(head);
    const piece = readBytes(descriptor, at, size);
    const text = size === 0 || piece.length < size ? null : unpackOrNull(unpack, piece);
    if (text === null) return at;
    at += size;
    rest = Buffer.concat([rest, text]);
    let from = 0;
    for (let to = rest.indexOf(10); to >= 0; to = rest.indexOf(10, from)) {
      yield { bytes: rest, from, to, end: to + 1 === rest.length ? at : 0 };
      from = to + 1;
    }
    rest = rest.subarray(from);
  }
}

/**
 * @param {Compression['unpack']} unpack
 * @param {Buffer} piece
 */
function unpackOrNull(unpack, piece) {
  try {
    return unpack(piece);
  } catch {
    return null;
  }
}

/**
 * Whether a file begins as one of pieces does, as far as it goes.
 * @param {number} descriptor
 * @param {Compression} compression
 */
export function isPacked(descriptor, { mark }) {
  const begun = readBytes(descriptor, 0, mark.length);
  return begun.equals(mark.subarray(0, begun.length));
}

/**
 * @param {number} descriptor
 * @param {number} from
 * @param {number} count
 */
function readBytes(descriptor, from, count) {
  const bytes = Buffer.alloc(count);
  let read = 0;
  for (let now = 1; now > 0 && read < count; read += now) now = readSync(descriptor, bytes, read, count - read, from + read);
  return bytes.subarray(0, read);
}
