/** Repeats a recording (recorder.js) in another WebAssembly module and compares every result bit for bit, as driver.c does natively. */
import { readFileSync } from 'node:fs';
import { listLengths, openEngine, resultBits } from '../support/engine.js';
import { ALL_FUNCTIONS } from './contract.js';
import { EXCHANGE, hashWords, wordsOf } from './recorder.js';

/**
 * @param {string} recording its path
 * @param {string} file the module, in dist/
 * @returns {Promise<number>} how many calls were equal
 * @throws {Error} at the first difference
 */
export async function replayInWasm(recording, file) {
  const bytes = readFileSync(recording);
  const words = new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const doubles = new DataView(words.buffer);
  const engine = await openEngine({ file, record: 'never' });
  const exchange = wordsOf(engine.exchange);
  const lengths = listLengths(engine.c);
  let calls = 0;
  for (let at = 0; at < words.length; ) {
    const [head, count] = words.subarray(at, at + 2);
    at += 2;
    if (head === EXCHANGE) {
      exchange.set(words.subarray(at + 2, at + 2 + 2 * count), 2 * words[at]);
      at += 2 + 2 * count;
      continue;
    }
    const { name, parameters } = ALL_FUNCTIONS[head];
    const args = parameters.map(({ type }, i) => {
      const byte = 4 * (at + 2 * i);
      if (type === 'double') return doubles.getFloat64(byte, true);
      return type === 'uint32_t' ? doubles.getUint32(byte, true) : doubles.getInt32(byte, true);
    });
    at += 2 * count;
    const result = engine.c[name](...args);
    const length = result === 0 ? 0 : lengths(name, args, result);
    const got = [...resultBits(engine.memory, name, result, length), length];
    const wanted = [...words.subarray(at, at + 3)];
    if (words[at + 3] > 0) {
      got.push(...hashWords(exchange.subarray(0, 2 * words[at + 3])));
      wanted.push(words[at + 4], words[at + 5]);
    }
    at += 6;
    calls += 1;
    if (got.some((word, i) => word !== wanted[i]))
      throw new Error(`${file}: call ${calls}, ${name}(${args}): got ${got}, recorded ${wanted}`);
  }
  return calls;
}
