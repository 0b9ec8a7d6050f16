/**
 * Experiments as texts for links: short, safe in any address, and exact to the bit. The experiment's compact form is written as bytes
 * (a word of the format is one byte, a short decimal three or four, any other number its eight and one), a checksum follows, and all
 * of it is base64url. The letter in front names this way of writing, so that a later one can stand beside it and links of today still
 * open then.
 */
import { ExperimentError, describe } from '../base/errors.js';
import { compactExperiment, parseExperiment } from './experiment.js';

/** @typedef {import('./experiment.js').Experiment} Experiment */

/** The way of writing below. */
const FORMAT = 'a';
/** Browsers and mail programs cut addresses that are much longer. */
export const LONGEST_LINK = 100_000;
export const MOST_STEPS = 1e9;
/** Lists and objects inside one another: an experiment has six. */
const DEEPEST = 10;

/**
 * Keys and names of the first version of the format, by the byte that stands for each. The list is closed, because links that people
 * keep depend on it: the name of anything that came later is spelled out.
 */
export const WORDS = Object.freeze(
  (
    'version name network inputs hidden outputs activation outputActivation bias loss data x y features targets set examples noise ' +
    'seed init scheme w b value scale tie nudge layer units what parameter ulps by training optimizer learningRate batchSize ' +
    'shuffleSeed momentum beta1 beta2 epsilon decay l1 l2 clip dropout rate gradientNoise std freeze unitLearningRates unit factor ' +
    'sigmoid tanh relu leaky-relu softplus linear cross-entropy squared-error xor and or circles gaussians spiral quadrants moons ' +
    'coffee demand explicit zeros constant uniform normal glorot-uniform glorot-normal he-uniform he-normal lecun-uniform ' +
    'lecun-normal incoming outgoing gradient-descent nesterov rmsprop adam'
  ).split(' '),
);

/** What a byte means: below WHOLE a word, then small whole numbers, short lists and objects, and the kinds that need more bytes. */
const WHOLE = 0x80;
const LIST = 0xc0;
const OBJECT = 0xd0;
const LONG_LIST = 0xe0;
const LONG_OBJECT = 0xe1;
const TEXT = 0xe2;
const YES = 0xe3;
const NO = 0xe4;
const DOUBLE = 0xe5;
/** A whole number, then the power of ten that it is divided by. */
const DECIMAL = 0xe6;
const NEGATIVE_DECIMAL = 0xe7;
const SHORT_COUNTS = 16;
/** A decimal that takes more bytes than this is written as a double. */
const LONGEST_DECIMAL = 8;

/**
 * @param {Experiment} experiment
 * @param {number | null} [steps] to train, where the link says them: they stand behind it, too, and the checksum is over both
 * @returns {string} of letters, digits, "-" and "_"
 * @throws {ExperimentError} where it is too large for a link
 */
export function writeLink(experiment, steps = null) {
  /** @type {number[]} */
  const bytes = [];
  writeValue(bytes, compactExperiment(experiment));
  if (steps !== null) writeNumber(bytes, steps);
  const sum = checksum(bytes, bytes.length);
  bytes.push(sum & 0xff, sum >> 8);
  const text = FORMAT + toBase64(bytes);
  if (text.length > LONGEST_LINK) throw tooLarge();
  return text;
}

/**
 * @param {string} text of writeLink
 * @returns {{ experiment: Experiment, steps: number | null }} steps: null where it was written without, as all were at first
 * @throws {ExperimentError}
 */
export function readLink(text) {
  if (typeof text !== 'string') throw new ExperimentError('link', `must be a text; got ${describe(text)}`);
  if (text.length > LONGEST_LINK)
    throw new ExperimentError('link', `a link has at most ${LONGEST_LINK} characters; this one has ${text.length}`);
  if (text[0] !== FORMAT) throw new ExperimentError('link', 'it is none of Twin Neurons, or of a newer version than this one');
  const bytes = fromBase64(text.slice(1));
  const end = (bytes?.length ?? 0) - 2;
  if (bytes === null || end < 1 || checksum(bytes, end) !== bytes[end] + 256 * bytes[end + 1]) throw damaged();
  const reader = { bytes, at: 0, end };
  const value = readValue(reader, 0);
  const steps = reader.at < end ? readValue(reader, 0) : null;
  // A text would be taken for JSON by parseExperiment(); no link holds one.
  if (reader.at !== end || typeof value === 'string' || (steps !== null && !isSteps(steps))) throw damaged();
  return { experiment: parseExperiment(/** @type {import('./experiment.js').ExperimentInput} */ (value)), steps };
}

/** @param {unknown} value @returns {value is number} */
export function isSteps(value) {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_STEPS;
}

function tooLarge() {
  return new ExperimentError(
    'link',
    `a link has room for ${LONGEST_LINK} characters, and this experiment takes more; save it as a file instead`,
  );
}

export function damaged() {
  return new ExperimentError('link', 'it is damaged: characters of it are missing or changed; copy it again, from its start to its end');
}

// ---- values as bytes ----

/**
 * @param {number[]} bytes
 * @param {unknown} value of the compact JSON of an experiment
 */
function writeValue(bytes, value) {
  if (typeof value === 'number') writeNumber(bytes, value);
  else if (typeof value === 'string') writeText(bytes, value);
  else if (typeof value === 'boolean') bytes.push(value ? YES : NO);
  else if (Array.isArray(value)) {
    // Millions of examples are not written only to be refused.
    if (bytes.length > LONGEST_LINK) throw tooLarge();
    writeCount(bytes, value.length, LIST, LONG_LIST);
    for (const one of value) writeValue(bytes, one);
  } else {
    const entries = Object.entries(/** @type {object} */ (value));
    writeCount(bytes, entries.length, OBJECT, LONG_OBJECT);
    for (const [key, one] of entries) {
      writeText(bytes, key);
      writeValue(bytes, one);
    }
  }
}

/**
 * @param {number[]} bytes
 * @param {number} count
 * @param {number} short what stands for 0 of them
 * @param {number} long what stands before a larger count
 */
function writeCount(bytes, count, short, long) {
  if (count < SHORT_COUNTS) bytes.push(short + count);
  else bytes.push(long, ...varint(count));
}

/**
 * @param {number[]} bytes
 * @param {string} text
 */
function writeText(bytes, text) {
  const word = WORDS.indexOf(text);
  if (word >= 0) return void bytes.push(word);
  bytes.push(TEXT, ...varint(text.length));
  for (let at = 0; at < text.length; at += 1) bytes.push(...varint(text.charCodeAt(at)));
}

/**
 * @param {number[]} bytes
 * @param {number} value
 */
function writeNumber(bytes, value) {
  if (Number.isInteger(value) && value >= 0 && value < LIST - WHOLE && !Object.is(value, -0)) return void bytes.push(WHOLE + value);
  const decimal = decimalBytes(value);
  if (decimal !== null) return void bytes.push(...decimal);
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value, true);
  bytes.push(DOUBLE);
  for (let at = 0; at < 8; at += 1) bytes.push(view.getUint8(at));
}

/**
 * @param {number} value
 * @returns {number[] | null} null where its shortest decimal is no shorter than the double
 */
function decimalBytes(value) {
  const parts = /^-?(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (parts === null) return null;
  const [, whole, fraction = '', exponent = '0'] = parts;
  const digits = Number(whole + fraction);
  const power = fraction.length - Number(exponent);
  if (power < 0 || power > 255 || !Number.isSafeInteger(digits) || Object.is(value, -0)) return null;
  const bytes = [value < 0 ? NEGATIVE_DECIMAL : DECIMAL, ...varint(digits), power];
  return bytes.length > LONGEST_DECIMAL ? null : bytes;
}

/**
 * Seven bits a byte, the lowest first; every byte but the last has its top bit set.
 * @param {number} value a whole number from 0 to 2^53 − 1
 */
function varint(value) {
  const bytes = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push(128 + (rest % 128));
  return [...bytes, rest];
}

// ---- bytes as values ----

/** @typedef {{ bytes: readonly number[], at: number, end: number }} Reader */

/**
 * @param {Reader} reader
 * @param {number} depth
 * @returns {unknown}
 */
function readValue(reader, depth) {
  const byte = readByte(reader);
  if (byte < WHOLE) return wordOf(byte);
  if (byte < LIST) return byte - WHOLE;
  if (depth >= DEEPEST) throw damaged();
  if (byte < OBJECT || byte === LONG_LIST) {
    return Array.from({ length: readCount(reader, byte, LIST) }, () => readValue(reader, depth + 1));
  }
  if (byte < LONG_LIST || byte === LONG_OBJECT) {
    return Object.fromEntries(
      Array.from({ length: readCount(reader, byte, OBJECT) }, () => [readKey(reader), readValue(reader, depth + 1)]),
    );
  }
  if (byte === TEXT) return readText(reader);
  if (byte === YES || byte === NO) return byte === YES;
  if (byte === DOUBLE) return readDouble(reader);
  if (byte === DECIMAL) return readDecimal(reader);
  if (byte === NEGATIVE_DECIMAL) return -readDecimal(reader);
  throw damaged();
}

/** @param {Reader} reader */
function readByte(reader) {
  if (reader.at >= reader.end) throw damaged();
  return reader.bytes[reader.at++];
}

/** @param {Reader} reader */
function readVarint(reader) {
  let value = 0;
  for (let scale = 1; scale < 2 ** 53; scale *= 128) {
    const byte = readByte(reader);
    value += (byte % 128) * scale;
    if (byte < 128 && Number.isSafeInteger(value)) return value;
  }
  throw damaged();
}

/**
 * How many entries follow. Each takes a byte at least, so a count that the rest cannot hold is refused before anything is made.
 * @param {Reader} reader
 * @param {number} byte
 * @param {number} short
 */
function readCount(reader, byte, short) {
  const count = byte < LONG_LIST ? byte - short : readVarint(reader);
  if (count > reader.end - reader.at) throw damaged();
  return count;
}

/** @param {Reader} reader */
function readKey(reader) {
  const byte = readByte(reader);
  if (byte < WHOLE) return wordOf(byte);
  if (byte !== TEXT) throw damaged();
  return readText(reader);
}

/** @param {number} byte */
function wordOf(byte) {
  if (byte >= WORDS.length) throw damaged();
  return WORDS[byte];
}

/** @param {Reader} reader */
function readText(reader) {
  return Array.from({ length: readCount(reader, LONG_LIST, 0) }, () => String.fromCharCode(readVarint(reader))).join('');
}

/** @param {Reader} reader */
function readDouble(reader) {
  const view = new DataView(new ArrayBuffer(8));
  for (let at = 0; at < 8; at += 1) view.setUint8(at, readByte(reader));
  return view.getFloat64(0, true);
}

/** @param {Reader} reader */
function readDecimal(reader) {
  const digits = readVarint(reader);
  return Number(`${digits}e-${readByte(reader)}`);
}

// ---- bytes as text ----

/**
 * FNV-1a, folded to 16 bits.
 * @param {readonly number[]} bytes
 * @param {number} end
 */
function checksum(bytes, end) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < end; at += 1) hash = Math.imul(hash ^ bytes[at], 0x01000193);
  return ((hash >>> 16) ^ hash) & 0xffff;
}

/** @param {readonly number[]} bytes */
function toBase64(bytes) {
  const binary = bytes.map((byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * @param {string} text
 * @returns {number[] | null} null where it is none
 */
function fromBase64(text) {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null;
  return Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
}
