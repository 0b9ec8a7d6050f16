/**
 * The engine's module alone, for tests of the C: dist/engine.wasm, loaded raw, its functions called as nn.h declares them. While
 * TWIN_RECORD names a folder, everything that crosses is written down there (native/recorder.js), for the native builds to repeat.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ALL_FUNCTIONS, FUNCTIONS, NN } from '../native/contract.js';
import { Recorder, hashWords, valueBits, wordsOf } from '../native/recorder.js';

export { FUNCTIONS, NN };

const FOLDER = process.env.TWIN_RECORD;

export const SOAK = process.env.TWIN_SOAK === '1';
export const RECORDING = FOLDER !== undefined;

/**
 * How much work a test does: a recording is repeated under sanitizers and by thousands of mutants, so it holds every case, but short.
 * @template T
 * @param {{ short: T, soak: T, recorded?: T }} amounts
 */
export const effort = ({ short, soak, recorded = short }) => (RECORDING ? recorded : SOAK ? soak : short);

let opened = 0;

/** @typedef {Record<string, (...rest: number[]) => number>} Calls */
/** @typedef {Awaited<ReturnType<typeof openEngine>>} RawEngine */

/**
 * @param {{ file?: string, record?: 'asked' | 'always' | 'never' }} [options] record: where TWIN_RECORD asks for it, always (for recorded()), or never
 */
export async function openEngine({ file = 'engine.wasm', record = 'asked' } = {}) {
  const bytes = readFileSync(new URL(`../../dist/${file}`, import.meta.url));
  const { instance } = await WebAssembly.instantiate(bytes, {});
  const raw = /** @type {Calls} */ (/** @type {unknown} */ (instance.exports));
  raw._initialize();
  const { buffer } = /** @type {WebAssembly.Memory} */ (instance.exports.memory);
  const exchange = new Float64Array(buffer, raw.nn_exchange(), raw.nn_exchange_length());
  const recorder = record === 'always' || (record === 'asked' && RECORDING) ? new Recorder(exchange) : null;
  if (recorder && FOLDER !== undefined) saveAtExit(recorder, FOLDER);
  /** @param {number} pointer to a C string, or 0 */
  const text = (pointer) => {
    if (pointer === 0) return null;
    const from = new Uint8Array(buffer, pointer);
    return new TextDecoder().decode(from.subarray(0, from.indexOf(0)));
  };
  const lengths = listLengths(raw);

  /** @type {Calls} */
  const calls = {};
  ALL_FUNCTIONS.forEach(({ name, returns, parameters }, number) => {
    calls[name] = (...rest) => {
      assert.equal(rest.length, parameters.length, `${name} takes ${parameters.length}`);
      recorder?.noteExchange(name);
      const result = returns === 'uint32_t' ? raw[name](...rest) >>> 0 : raw[name](...rest);
      const length = result === 0 ? 0 : lengths(name, rest, result);
      recorder?.noteCall(number, rest, resultBits(buffer, name, result, length), length);
      return result;
    };
  });

  return {
    /** The functions of nn.h. */
    c: calls,
    exchange,
    text,
    /** Everything that has crossed so far, as native/driver.c reads it. */
    recorded: () => recorder?.bytes ?? new Uint8Array(),
    /** Bytes of the module's memory, for those who look for changes. */
    memory: buffer,
    /** A copy of a list of doubles. @param {number} pointer @param {number} length */
    list: (pointer, length) => new Float64Array(buffer, pointer, length).slice(),
  };
}

/**
 * @param {Recorder} recorder
 * @param {string} folder
 */
function saveAtExit(recorder, folder) {
  const file = join(folder, `${basename(process.argv[1], '.test.js')}-${opened}.bin`);
  opened += 1;
  process.on('exit', () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, recorder.bytes);
  });
}

/**
 * How long the list is that a function has just returned.
 * @param {Calls} raw
 * @returns {(name: string, rest: readonly number[], result: number) => number}
 */
export function listLengths(raw) {
  let samples = 0;
  return (name, [id], result) => {
    switch (name) {
      case 'nn_history_count':
        samples = result;
        return 0;
      case 'nn_parameters':
      case 'nn_gradients':
      case 'nn_data_gradients':
      case 'nn_start':
        return raw.nn_parameter_count(id);
      case 'nn_history_steps':
      case 'nn_history_losses':
        return samples;
      case 'nn_history_parameters':
        return samples * raw.nn_parameter_count(id);
      default:
        return 0;
    }
  };
}

/**
 * A result as the recordings hold it: numbers as bits, what pointers point to as a hash.
 * @param {ArrayBuffer} buffer
 * @param {string} name of the function
 * @param {number} result
 * @param {number} length
 */
export function resultBits(buffer, name, result, length) {
  const { returns } = ALL_FUNCTIONS.find((each) => each.name === name) ?? FUNCTIONS[0];
  // Bytes depend on the size of a pointer; that there are some does not.
  if (name === 'nn_memory') return valueBits(returns, Number(result > 0));
  if (!returns.endsWith('*')) return valueBits(returns, result);
  if (result === 0) return [0, 0];
  if (returns !== 'const char *') return hashWords(wordsOf(new Float64Array(buffer, result, length)));
  const bytes = new Uint8Array(buffer, result);
  return hashWords(Uint32Array.from(bytes.subarray(0, bytes.indexOf(0))));
}
