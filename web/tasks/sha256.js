/** SHA-256, for the hashes in a task: the same in Node and in every browser, at once, and on pages without a secure address, where browsers have none. */

/** @param {number} count @returns {number[]} */
function firstPrimes(count) {
  /** @type {number[]} */
  const primes = [];
  for (let number = 2; primes.length < count; number += 1) if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  return primes;
}

/** The first 32 bits of a number's fraction. @param {number} value */
const fractionBits = (value) => Math.floor((value - Math.floor(value)) * 2 ** 32) | 0;

const PRIMES = firstPrimes(64);
const ROUNDS = PRIMES.map((prime) => fractionBits(Math.cbrt(prime)));
const START = PRIMES.slice(0, 8).map((prime) => fractionBits(Math.sqrt(prime)));
const BLOCK_BYTES = 64;

/** @param {number} word @param {number} bits */
const rotated = (word, bits) => (word >>> bits) | (word << (32 - bits));

/**
 * @param {string} text hashed as UTF-8
 * @returns {string} 64 hex digits
 */
export function sha256(text) {
  const bytes = new TextEncoder().encode(text);
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / BLOCK_BYTES) * BLOCK_BYTES);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(padded.length - 4, bytes.length * 8);
  let hash = START;
  for (let at = 0; at < padded.length; at += BLOCK_BYTES) hash = withBlock(hash, view, at);
  return hash.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/**
 * @param {readonly number[]} hash
 * @param {DataView} view
 * @param {number} at where the block begins
 */
function withBlock(hash, view, at) {
  const words = Array.from({ length: 16 }, (_, word) => view.getInt32(at + 4 * word));
  for (let word = 16; word < 64; word += 1) {
    const [late, early] = [words[word - 2], words[word - 15]];
    const sum = (rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10)) + (rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3));
    words.push((sum + words[word - 7] + words[word - 16]) | 0);
  }
  let [a, b, c, d, e, f, g, h] = hash;
  for (let round = 0; round < 64; round += 1) {
    const first = (h + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[round] + words[round]) | 0;
    const second = ((rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
  }
  return [a, b, c, d, e, f, g, h].map((word, place) => (word + hash[place]) | 0);
}
