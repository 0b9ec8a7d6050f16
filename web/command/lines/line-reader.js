/**
 * Reads lines of results at a million a second. A line that begins as the one before, which was looked at whole, and goes on as most do, needs no more than a look
 * at each of its bytes; any other is parsed (result-lines.js).
 */
import { readLine } from '../result-lines.js';
import {
  countAt,
  literal,
  skip,
  skipBrace,
  skipCount,
  skipDigits,
  skipFromFirstDistance,
  skipLayers,
  skipNullOr,
  skipNumber,
  skipNumbers,
  skipToFirstDistance,
  skipUnits,
  usual,
} from './scan.js';

/** @typedef {import('../result-lines.js').Origin} Origin */
/** What merging and going on need of a line; lines of one origin in a row have the same object. @typedef {{ origin: Origin, seed: number, hasWeights: boolean }} KnownLine */

const [STEP, LOSS, STOPPED, DIVERGED, EFFECTIVE] = [',"step":', ',"loss":', ',"stopped":', '"diverged"', ',"effective":'].map(literal);
const [DIFFERENT, SOLVED, BASELINE, PARTED] = [',"different":', ',"solved":', ',"baseline":', ',"parted":'].map(literal);
const [FINGERPRINT, LAYERS, FIRST, LAST] = [',"fingerprint":"', ',"layers":', ',"first":', ',"last":'].map(literal);
const COMMA = ','.charCodeAt(0);

/** @type {typeof skipCount} */
const skipDiverged = (view, at) => skip(view, at, DIVERGED);

/** From the loss to what is solved. @type {typeof skipCount} */
function skipToSolved(view, from) {
  let at = skipNullOr(view, skip(view, from, STOPPED), skipDiverged);
  at = skipUnits(view, skip(view, at, EFFECTIVE));
  at = skipUnits(view, skip(view, at, DIFFERENT));
  return skip(view, at, SOLVED);
}

/** From what is solved to where they parted. @type {typeof skipCount} */
const skipToParted = (view, from) => skip(view, skipNullOr(view, skip(view, from, BASELINE), skipNumber), PARTED);

/** From the fingerprint to a number that is another in each line. @type {typeof skipCount} */
const skipToLayers = (view, from) => skipToFirstDistance(view, skip(view, from, LAYERS));

export class LineReader {
  /** The bytes of now, and a view of them. @type {Buffer | null} */
  #bytes = null;
  /** @type {DataView} */
  #view = new DataView(new ArrayBuffer(0));
  /** How a line of the last origin begins, up to its seed. */
  #head = literal('no line');
  #toSolved = usual(skipToSolved);
  #toParted = usual(skipToParted);
  #toDistance = usual(skipToLayers);
  /** @type {Origin} */
  #origin = { engine: '', experiment: '', steps: 0 };

  /**
   * @param {Buffer} bytes
   * @param {number} from where the line begins
   * @param {number} to where its end stands, a byte 10
   * @returns {KnownLine | null} null where it is no line of a sweep, to the byte as writeLine writes it
   */
  read(bytes, from, to) {
    if (bytes !== this.#bytes) {
      this.#bytes = bytes;
      this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    }
    return this.#quick(this.#view, from, to) ?? this.#whole(bytes, from, to);
  }

  /**
   * @param {DataView} view
   * @param {number} from
   * @param {number} to
   * @returns {KnownLine | null} null: nobody knows yet
   */
  #quick(view, from, to) {
    const digits = skip(view, from, this.#head);
    const behindSeed = skipCount(view, digits);
    if (behindSeed < 0) return null;
    let at = skipCount(view, skip(view, behindSeed, STEP));
    at = skipNumber(view, skip(view, at, LOSS));
    at = skipNullOr(view, this.#toSolved(view, at), skipNumber);
    at = skipNullOr(view, this.#toParted(view, at), skipCount);
    at = skipDigits(view, skip(view, at, FINGERPRINT));
    const distance = this.#toDistance(view, at);
    at = distance < 0 ? skipLayers(view, skip(view, at, LAYERS)) : skipFromFirstDistance(view, distance);
    if (at < 0) return null;
    const hasWeights = view.getUint8(at) === COMMA;
    if (hasWeights) {
      at = skipNumbers(view, skip(view, at, FIRST));
      at = skipNumbers(view, skip(view, at, LAST));
    }
    return skipBrace(view, at) === to ? { origin: this.#origin, seed: countAt(view, digits, behindSeed), hasWeights } : null;
  }

  /**
   * @param {Buffer} bytes
   * @param {number} from
   * @param {number} to
   * @returns {KnownLine | null}
   */
  #whole(bytes, from, to) {
    const line = readLine(bytes.toString('utf8', from, to));
    if (line === null) return null;
    const { engine, experiment, steps, grid, seed, first } = line;
    this.#origin = { engine, experiment, steps, ...(grid && { grid }) };
    this.#head = literal(`${JSON.stringify(this.#origin).slice(0, -1)},"seed":`);
    return { origin: this.#origin, seed, hasWeights: first !== undefined };
  }
}
