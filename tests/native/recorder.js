/**
 * Writes down what crosses the border of an engine: each call with its arguments, what stood in the exchange buffer, and the result, as
 * bits; lists and texts as hashes. driver.c and replay.js repeat such a recording on another build and compare every result.
 *
 * A recording is a sequence of 64-bit words, lowest byte first:
 *   exchange written:  [EXCHANGE, count] [offset, 0] values
 *   call:              [function's number in ALL_FUNCTIONS, arguments] arguments, result, [length of a list, doubles of the exchange buffer that are
 *                      compared], their hash or 0
 */
import { ALL_FUNCTIONS } from './contract.js';

export const EXCHANGE = 0xffffffff;

/** Functions that read the exchange buffer or leave results there, and how many of its doubles at most. @type {Record<string, number>} */
const EXCHANGE_USE = {
  nn_create: 8,
  nn_set_example: 80,
  nn_get_example: 80,
  nn_generate: 80,
  nn_predict: 8192,
  nn_numeric_gradient: 1,
  nn_trace: 3120,
  nn_ties: 128,
  nn_likeness: 384,
  nn_progress: 3,
  nn_put_trial: 8192,
  nn_many_outcome: 3118,
  nn_many_seeds: 64,
  nn_many_outcomes: 8192,
};

/** Two hashes of 32 bits over the words; a change of one word always changes both. @param {Uint32Array} words */
export function hashWords(words) {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let at = 0; at < words.length; at += 1) {
    low = Math.imul(low ^ words[at], 0x01000193);
    high = Math.imul((high << 13) | (high >>> 19), 0x85ebca6b) ^ words[at];
  }
  return [low >>> 0, high >>> 0];
}

/** @param {ArrayBufferView} view of whole 32-bit words */
export const wordsOf = (view) => new Uint32Array(view.buffer, view.byteOffset, view.byteLength / 4);

const scratch = new DataView(new ArrayBuffer(8));

/** The bits of a double, low and high word; one pattern for every NaN. @param {number} value */
export function doubleBits(value) {
  scratch.setFloat64(0, value, true);
  return Number.isNaN(value) ? [0, 0x7ff80000] : [scratch.getUint32(0, true), scratch.getUint32(4, true)];
}

/**
 * An argument or a plain result as a word pair.
 * @param {import('./contract.js').CType} type
 * @param {number} value
 */
export function valueBits(type, value) {
  if (type === 'double') return doubleBits(value);
  return type === 'uint32_t' ? [value >>> 0, 0] : [value >>> 0, (value | 0) < 0 ? EXCHANGE : 0];
}

export class Recorder {
  #words = new Uint32Array(1 << 16);
  #length = 0;
  #exchange;
  #shadow;

  /** @param {Float64Array} exchange the engine's buffer */
  constructor(exchange) {
    this.#exchange = wordsOf(exchange);
    this.#shadow = this.#exchange.slice();
  }

  /** @param {ArrayLike<number>} words */
  #put(words) {
    while (this.#length + words.length > this.#words.length) {
      const larger = new Uint32Array(2 * this.#words.length);
      larger.set(this.#words);
      this.#words = larger;
    }
    this.#words.set(words, this.#length);
    this.#length += words.length;
  }

  /** Before a call: what somebody wrote into the exchange buffer since the last one, as far as it matters. @param {string} name */
  noteExchange(name) {
    const differs = (/** @type {number} */ at) => this.#exchange[at] !== this.#shadow[at];
    let from = 0;
    let to = 2 * (EXCHANGE_USE[name] ?? 0);
    while (from < to && !differs(from)) from += 1;
    if (from === to) return;
    while (!differs(to - 1)) to -= 1;
    from -= from % 2;
    to += to % 2;
    this.#put([EXCHANGE, (to - from) / 2, from / 2, 0]);
    this.#put(this.#exchange.subarray(from, to));
    this.#shadow.set(this.#exchange.subarray(from, to), from);
  }

  /**
   * After a call.
   * @param {number} number of the function
   * @param {readonly number[]} args
   * @param {readonly number[]} bits of the result
   * @param {number} length of a list, else 0
   */
  noteCall(number, args, bits, length) {
    const { name, parameters } = ALL_FUNCTIONS[number];
    this.#put([number, parameters.length]);
    parameters.forEach(({ type }, at) => this.#put(valueBits(type, args[at])));
    this.#put(bits);
    const used = this.#exchange.subarray(0, 2 * (EXCHANGE_USE[name] ?? 0));
    this.#put([length, used.length / 2]);
    this.#put(used.length > 0 ? hashWords(used) : [0, 0]);
    this.#shadow.set(used);
  }

  /** All of it. */
  get bytes() {
    return new Uint8Array(this.#words.buffer, 0, 4 * this.#length);
  }
}
