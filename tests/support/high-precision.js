/**
 * Elementary functions in fixed-point arithmetic on BigInts, 256 bits after the point: the reference that the engine's functions are
 * measured against. Plain series and no thought of speed; every result is right to more than 140 significant bits.
 *
 * A number is { mantissa, exponent }, its value mantissa * 2^exponent.
 */

/** @typedef {{ mantissa: bigint, exponent: number }} Big */

const P = 256;
const ONE = 1n << BigInt(P);

const view = new DataView(new ArrayBuffer(8));

/** A finite double, exactly. @param {number} x @returns {Big} */
export function fromDouble(x) {
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & ((1n << 52n) - 1n);
  const mantissa = biased === 0 ? fraction : fraction | (1n << 52n);
  return { mantissa: bits >> 63n ? -mantissa : mantissa, exponent: Math.max(biased, 1) - 1075 };
}

/** @param {bigint} mantissa @param {number} by */
const shift = (mantissa, by) => (by >= 0 ? mantissa << BigInt(by) : mantissa >> BigInt(-by));

/** As a fixed-point number, what is smaller than 2^-256 cut off. @param {Big} x */
const toFixed = ({ mantissa, exponent }) => shift(mantissa, exponent + P);

/** @param {bigint} a @param {bigint} b */
const times = (a, b) => (a * b) >> BigInt(P);

/** 2 atanh(t) = 2 (t + t^3/3 + t^5/5 + …) @param {bigint} t */
function doubleAtanh(t) {
  const square = times(t, t);
  let [sum, power] = [0n, t];
  for (let n = 1n; power !== 0n; n += 2n) {
    sum += power / n;
    power = times(power, square);
  }
  return 2n * sum;
}

/** ln 2 = 2 atanh(1/3) */
const LN2 = doubleAtanh(ONE / 3n);

/** e^x for |x| up to 1,000. @param {bigint} x fixed-point @returns {Big} */
function expFixed(x) {
  const n = (x + LN2 / 2n) / LN2 - (x < 0n ? 1n : 0n);
  // e^(n ln 2 + r) = 2^n (e^(r/256))^256, |r| < 1.1
  const r = (x - n * LN2) >> 8n;
  let [sum, term] = [ONE, ONE];
  for (let k = 1n; term !== 0n && term !== -1n; k += 1n) {
    term = times(term, r) / k;
    sum += term;
  }
  for (let i = 0; i < 8; i += 1) sum = times(sum, sum);
  return { mantissa: sum, exponent: Number(n) - P };
}

/** ln v by one step of Halley's iteration from a double's logarithm, which cubes its error. @param {bigint} v fixed-point, 0.5 to 2 */
function logFixed(v) {
  const guess = toFixed(fromDouble(Math.log(Number(v >> BigInt(P - 60)) / 2 ** 60)));
  const power = toFixed(expFixed(guess));
  return guess + ((2n * (v - power)) << BigInt(P)) / (v + power);
}

/** @param {number} x */
export const exp = (x) => expFixed(toFixed(fromDouble(x)));

/** @param {number} x positive @returns {Big} */
export function log(x) {
  const { mantissa, exponent } = fromDouble(x);
  if (x > 0.7 && x < 1.5) return { mantissa: logFixed(toFixed({ mantissa, exponent })), exponent: -P };
  const k = mantissa.toString(2).length;
  return { mantissa: logFixed(shift(mantissa, P - k)) + BigInt(exponent + k) * LN2, exponent: -P };
}

/** @param {number} x @returns {Big} e^-|x| / (1 + e^-|x|) or its complement, neither of which cancels */
export function sigmoid(x) {
  const power = exp(-Math.abs(x));
  const below = ONE + toFixed(power);
  return x < 0
    ? { mantissa: (power.mantissa << BigInt(P)) / below, exponent: power.exponent }
    : { mantissa: (ONE << BigInt(P)) / below, exponent: -P };
}

/** @param {number} x @returns {Big} */
export function tanh(x) {
  const { mantissa, exponent } = fromDouble(x);
  if (Math.abs(x) < 2 ** -20) {
    // x (1 - u/3 + 2 u^2/15 - 17 u^3/315), u = x^2: the next term is under 2^-160.
    const u = shift(mantissa * mantissa, 2 * exponent + P);
    const series = ONE - times(u, ONE / 3n - times(u, (2n * ONE) / 15n - times(u, (17n * ONE) / 315n)));
    return { mantissa: mantissa * series, exponent: exponent - P };
  }
  const power = toFixed(expFixed(-2n * toFixed(fromDouble(Math.abs(x)))));
  const size = ((ONE - power) << BigInt(P)) / (ONE + power);
  return { mantissa: x < 0 ? -size : size, exponent: -P };
}

/** ln(1 + e^x) @param {number} x @returns {Big} */
export function softplus(x) {
  const power = exp(-Math.abs(x));
  if (x > 0) return { mantissa: toFixed(fromDouble(x)) + logFixed(ONE + toFixed(power)), exponent: -P };
  // Below 2^-90, ln(1 + t) = t - t^2/2 to 180 bits.
  if (x < -63) return { mantissa: power.mantissa - times(power.mantissa, toFixed(power)) / 2n, exponent: power.exponent };
  return { mantissa: logFixed(ONE + toFixed(power)), exponent: -P };
}

/**
 * How far a double is from a number, in units in the last place of a double of that number's size.
 * @param {number} got
 * @param {Big} wanted
 */
export function ulpsApart(got, wanted) {
  const { mantissa, exponent } = fromDouble(got);
  const lowest = Math.min(exponent, wanted.exponent);
  const difference = shift(mantissa, exponent - lowest) - shift(wanted.mantissa, wanted.exponent - lowest);
  const size = (wanted.mantissa < 0n ? -wanted.mantissa : wanted.mantissa).toString(2).length + wanted.exponent;
  const ulp = Math.max(size - 53, -1074);
  // In 2^-20 of an ulp, which is enough of it.
  const parts = shift(difference < 0n ? -difference : difference, lowest - ulp + 20);
  return Number(parts) / 2 ** 20;
}
