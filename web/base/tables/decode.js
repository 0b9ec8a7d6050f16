/** Bytes of a file as text: UTF-8, UTF-16 with its mark, and where it is neither, the Windows-1252 of older spreadsheets. */

import { TableError } from './table-error.js';

/** Beginnings of workbooks: the ZIP of Excel, LibreOffice and Numbers, and the older format of Excel. */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** What Windows-1252 has in place of control characters, from 0x80 on. Node 20 decodes these bytes as if they were Latin-1. */
const WINDOWS =
  '\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F' +
  '\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178';

/**
 * @param {Uint8Array} bytes
 * @returns {string} without a byte order mark
 * @throws {TableError} where it is a workbook
 */
export function decodeText(bytes) {
  if (WORKBOOKS.some((mark) => begins(bytes, mark))) throw new TableError({ kind: 'workbook' });
  if (isUtf16(bytes)) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fromWindows(bytes);
  }
}

/** Whether they begin with the mark of UTF-16, of either order. @param {Uint8Array} bytes */
export function isUtf16(bytes) {
  return begins(bytes, [0xff, 0xfe]) || begins(bytes, [0xfe, 0xff]);
}

/** @param {Uint8Array} bytes @param {readonly number[]} mark */
function begins(bytes, mark) {
  return mark.every((byte, at) => bytes[at] === byte);
}

/** @param {Uint8Array} bytes */
function fromWindows(bytes) {
  return new TextDecoder('latin1').decode(bytes).replace(/[\x80-\x9f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80]);
}
