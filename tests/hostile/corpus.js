/** The corpus of bad inputs in hostile/, and what turns its notations into inputs. */
import { readFileSync } from 'node:fs';
import { WORDS } from '../../web/experiment/link.js';

/**
 * A text that may be long: parts one after the other, each a text or a text and how many times.
 * @typedef {string | (string | [string, number])[]} Long
 */

/**
 * @param {string} name of a file in hostile/
 * @returns {any[]}
 */
export function readCorpus(name) {
  return JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8'));
}

/** @param {Long} text */
export function writeOut(text) {
  return typeof text === 'string' ? text : text.map((part) => (typeof part === 'string' ? part : part[0].repeat(part[1]))).join('');
}

/**
 * A link with any bytes in it and the checksum that they need, so that what is behind the checksum is reached. The notation: {2 and [2
 * begin an object and a list of two, a word of the format is its byte, 'any text' is spelled out, 0 to 63 are numbers, 0x7f is a byte.
 * @param {string} notation
 */
export function sealLink(notation) {
  const bytes = (notation.match(/'[^']*'|\S+/g) ?? []).flatMap((token) => {
    if (/^0x[0-9a-f]{2}$/.test(token)) return [Number(token)];
    if (/^\d+$/.test(token)) return [0x80 + Number(token)];
    if (/^[{[]\d+$/.test(token)) return [(token[0] === '{' ? 0xd0 : 0xc0) + Number(token.slice(1))];
    if (token.startsWith("'"))
      return [0xe2, token.length - 2, ...Array.from({ length: token.length - 2 }, (_, at) => varint(token.charCodeAt(at + 1))).flat()];
    const word = WORDS.indexOf(token);
    if (word < 0) throw new Error(`the notation has no "${token}"`);
    return [word];
  });
  return sealBytes(bytes);
}

/** @param {number} value below 2^21 */
function varint(value) {
  if (value < 128) return [value];
  return value < 16384 ? [128 + (value % 128), value >> 7] : [128 + (value % 128), 128 + ((value >> 7) % 128), value >> 14];
}

/** @param {readonly number[]} bytes */
export function sealBytes(bytes) {
  const hash = bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193), 0x811c9dc5);
  const sum = ((hash >>> 16) ^ hash) & 0xffff;
  return `a${Buffer.from([...bytes, sum & 0xff, sum >> 8]).toString('base64url')}`;
}
