/**
 * What stands in a line of results from its seed on, byte by byte. Each function gets a place and gives back the place behind what it looks for, or
 * -1 where something else stands there, or something that needs a closer look; from -1 they go on with -1. What none of them takes is a line
 * end, so nobody reads on into the next line.
 */
import { isSurelyShortest } from './shortest.js';

const [QUOTE, COMMA, MINUS, POINT, ZERO, NINE, OPENING, CLOSING, BRACE] = [...'",-.09[]}'].map((sign) => sign.charCodeAt(0));
/** Whole numbers and decimals of so many digits are what they say. */
const SURE_DIGITS = 15;

/** What bytes must be, four or more: as words of four, the last one with bytes of the one before where they do not come out even. @typedef {{ words: Int32Array, length: number }} Literal */

/**
 * @param {string} text of four bytes or more
 * @returns {Literal}
 */
export function literal(text) {
  const bytes = new TextEncoder().encode(text);
  return literalAt(new DataView(bytes.buffer), 0, bytes.length);
}

/**
 * @param {DataView} view
 * @param {number} from
 * @param {number} to four bytes behind it or more
 * @returns {Literal} what stands there now
 */
function literalAt(view, from, to) {
  const length = to - from;
  return {
    words: Int32Array.from({ length: Math.ceil(length / 4) }, (_, at) => view.getInt32(from + Math.min(at * 4, length - 4), true)),
    length,
  };
}

/**
 * @param {DataView} view
 * @param {number} at
 * @param {Literal} wanted
 */
export function skip(view, at, { words, length }) {
  const end = at + length;
  if (at < 0 || end > view.byteLength) return -1;
  const last = words.length - 1;
  for (let i = 0; i < last; i += 1) if (view.getInt32(at + i * 4, true) !== words[i]) return -1;
  return view.getInt32(end - 4, true) === words[last] ? end : -1;
}

/** A stretch is learned again when so many lines had another. */
const LEARN_AGAIN = 1000;

/**
 * A stretch that is the same in most lines: compared with what was good before, and looked at closely where it is another. To ask for one long stretch is
 * faster than for all that is in it.
 * @param {(view: DataView, at: number) => number} skipClosely at least four bytes
 * @returns {(view: DataView, at: number) => number}
 */
export function usual(skipClosely) {
  /** @type {Literal | null} */
  let learned = null;
  let others = 0;
  return (view, at) => {
    const same = learned === null ? -1 : skip(view, at, learned);
    if (same >= 0) return same;
    const end = skipClosely(view, at);
    if (end >= 0 && others-- <= 0) {
      learned = literalAt(view, at, end);
      others = LEARN_AGAIN;
    }
    return end;
  };
}

/**
 * A closing brace.
 * @param {DataView} view
 * @param {number} at
 */
export function skipBrace(view, at) {
  return at < 0 || view.getUint8(at) !== BRACE ? -1 : at + 1;
}

/**
 * A whole number as JSON writes it.
 * @param {DataView} view
 * @param {number} at
 */
export function skipCount(view, at) {
  if (at < 0) return -1;
  let next = at;
  for (let sign = view.getUint8(next); sign >= ZERO && sign <= NINE; sign = view.getUint8(next)) next += 1;
  const digits = next - at;
  if (digits === 1) return next;
  return digits === 0 || digits > SURE_DIGITS || view.getUint8(at) === ZERO ? -1 : next;
}

/**
 * @param {DataView} view
 * @param {number} from
 * @param {number} to behind a whole number
 */
export function countAt(view, from, to) {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 10 + view.getUint8(at) - ZERO;
  return value;
}

/**
 * A finite number as JSON writes it.
 * @param {DataView} view
 * @param {number} from
 */
export function skipNumber(view, from) {
  if (from < 0) return -1;
  let nine = 0;
  let rest = 0;
  /** Digits from the first one on that is no zero. */
  let digits = 0;
  /** Where the digits behind the point begin. */
  let fraction = 0;
  const start = view.getUint8(from) === MINUS ? from + 1 : from;
  let at = start;
  let sign = view.getUint8(at);
  for (; ; at += 1, sign = view.getUint8(at)) {
    if (sign >= ZERO && sign <= NINE) {
      if (digits === 0 && sign === ZERO) continue;
      if (digits < 9) nine = nine * 10 + sign - ZERO;
      else if (digits < 17) rest = rest * 10 + sign - ZERO;
      digits += 1;
    } else if (sign === POINT && fraction === 0) fraction = at + 1;
    else break;
  }
  const k = fraction === 0 ? 0 : at - fraction;
  const whole = (fraction === 0 ? at : fraction - 1) - start;
  const isPlain =
    whole > 0 &&
    (whole === 1 || view.getUint8(start) !== ZERO) &&
    // Nothing but 0 has no digits; smaller numbers than 0.000001 are written with an exponent.
    (fraction === 0 ? digits > 0 || from === start : k > 0 && view.getUint8(at - 1) !== ZERO && k - digits <= 5) &&
    sign !== 0x65;
  if (isPlain && (digits <= SURE_DIGITS || (digits <= 17 && k > 0 && k <= 22 && isSurelyShortest(nine, rest, digits, k)))) return at;
  return skipWritten(view, from);
}

/**
 * The same at any price.
 * @param {DataView} view
 * @param {number} from
 */
function skipWritten(view, from) {
  let text = '';
  for (let at = from; ; at += 1) {
    const sign = String.fromCharCode(view.getUint8(at));
    if (!/[-+.\de]/.test(sign)) return String(Number(text)) === text && Number.isFinite(Number(text)) ? at : -1;
    if (text.length > 30) return -1;
    text += sign;
  }
}

/**
 * A list of whole numbers. There are so many of them that they have a loop of their own.
 * @param {DataView} view
 * @param {number} from
 */
export function skipUnits(view, from) {
  if (from < 0 || view.getUint8(from) !== OPENING) return -1;
  if (view.getUint8(from + 1) === CLOSING) return from + 2;
  for (let at = from + 1; ; at += 1) {
    at = skipCount(view, at);
    if (at < 0) return -1;
    const sign = view.getUint8(at);
    if (sign === CLOSING) return at + 1;
    if (sign !== COMMA) return -1;
  }
}

/**
 * A list of what the function skips.
 * @param {DataView} view
 * @param {number} from
 * @param {(view: DataView, at: number) => number} skipItem
 */
function skipList(view, from, skipItem) {
  if (from < 0 || view.getUint8(from) !== OPENING) return -1;
  return view.getUint8(from + 1) === CLOSING ? from + 2 : skipItems(view, from, skipItem);
}

/**
 * The same from the sign before an item on.
 * @param {DataView} view
 * @param {number} from
 * @param {(view: DataView, at: number) => number} skipItem
 */
function skipItems(view, from, skipItem) {
  for (let at = from; ; ) {
    at = skipItem(view, at + 1);
    if (at < 0) return -1;
    const sign = view.getUint8(at);
    if (sign === CLOSING) return at + 1;
    if (sign !== COMMA) return -1;
  }
}

const NULL = literal('null');
/** @type {typeof skipCount} */
export const skipNumbers = (view, at) => skipList(view, at, skipNumber);
/** @type {typeof skipCount} */
const skipGroups = (view, at) => skipList(view, at, skipUnits);

/**
 * null, or what the function skips.
 * @param {DataView} view
 * @param {number} at
 * @param {(view: DataView, at: number) => number} skipValue
 */
export function skipNullOr(view, at, skipValue) {
  const next = skip(view, at, NULL);
  return next < 0 ? skipValue(view, at) : next;
}

/**
 * 16 hexadecimal digits and a quotation mark.
 * @param {DataView} view
 * @param {number} at
 */
export function skipDigits(view, at) {
  if (at < 0 || at + 17 > view.byteLength) return -1;
  for (let next = at; next < at + 16; next += 1) {
    const sign = view.getUint8(next);
    if (!((sign >= ZERO && sign <= NINE) || (sign >= 0x61 && sign <= 0x66))) return -1;
  }
  return view.getUint8(at + 16) === QUOTE ? at + 17 : -1;
}

const [TIED, SAME, MIRROR, DEAD, DIFFERENT] = ['{"tied":', ',"same":', ',"mirror":', ',"dead":', ',"different":'].map(literal);
/** Most layers: no neuron of theirs is like another. */
const UNLIKE = literal('{"tied":[],"same":[],"mirror":[],"dead":[],"different":');
const [NEAREST, UNITS, DISTANCE] = [',"nearest":', '{"units":', ',"distance":'].map(literal);

/** @type {typeof skipCount} */
const skipToDistance = (view, from) => skip(view, skipUnits(view, skip(view, from, UNITS)), DISTANCE);

/** @type {typeof skipCount} */
const skipNearest = (view, from) => skipBrace(view, skipNumber(view, skipToDistance(view, from)));

/** @type {typeof skipCount} */
function skipLikes(view, from) {
  let at = skipGroups(view, skip(view, from, TIED));
  at = skipGroups(view, skip(view, at, SAME));
  at = skipGroups(view, skip(view, at, MIRROR));
  at = skipUnits(view, skip(view, at, DEAD));
  return skip(view, at, DIFFERENT);
}

/** @type {typeof skipCount} */
function skipToNearest(view, from) {
  const behind = skip(view, from, UNLIKE);
  return skip(view, skipCount(view, behind < 0 ? skipLikes(view, from) : behind), NEAREST);
}

/** @type {typeof skipCount} */
const skipLayer = (view, from) => skipBrace(view, skipNullOr(view, skipToNearest(view, from), skipNearest));

/** @type {typeof skipCount} */
export const skipLayers = (view, at) => skipList(view, at, skipLayer);

/** From the opening of the layers to the distance of the first one's nearest pair. @type {typeof skipCount} */
export const skipToFirstDistance = (view, from) =>
  from < 0 || view.getUint8(from) !== OPENING ? -1 : skipToDistance(view, skipToNearest(view, from + 1));

/** From that distance to the end of the layers. @type {typeof skipCount} */
export function skipFromFirstDistance(view, from) {
  const at = skipBrace(view, skipBrace(view, skipNumber(view, from)));
  if (at < 0) return -1;
  const sign = view.getUint8(at);
  return sign === CLOSING ? at + 1 : sign === COMMA ? skipItems(view, at, skipLayer) : -1;
}
