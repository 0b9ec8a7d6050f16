/**
 * Whether a number is written as JSON writes it, without writing it: for millions of lines, String(Number(text)) costs more than all else.
 * The digits D with k of them behind the point are D / 10^k. With twice the digits of a double, that quotient says which double x is nearest and how far
 * off it is; JSON writes these digits where no number with fewer of them comes to x as well, and no other with as many is nearer to it.
 */

/** Doubles hold these powers exactly. */
const POWERS = Float64Array.from({ length: 23 }, (_, k) => Number(`1e${k}`));
const UNITS = POWERS.map((power) => 1 / power);
/** Cuts a double into halves whose products are exact. */
const CUT = 2 ** 27 + 1;
const POWERS_HIGH = POWERS.map((power) => CUT * power - (CUT * power - power));
const POWERS_LOW = POWERS.map((power, k) => power - POWERS_HIGH[k]);
/** Far more than the errors of rounding here, and far less than what it decides about. */
const SURELY = 1e-9;

const number = new Float64Array(1);
const halves = new Uint32Array(number.buffer);
const HIGH = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;
const [LOWEST, HIGHEST] = [-40, 80];
/** Half of the distance of two doubles, by the exponent of the lower one. */
const HALF_STEPS = Float64Array.from({ length: HIGHEST - LOWEST + 1 }, (_, at) => 2 ** (LOWEST + at - 53));

/**
 * Of 16 or 17 digits without zeros at either end; fewer of them are always the shortest ones, since doubles tell all numbers of 15 digits apart.
 * @param {number} nine the first nine digits
 * @param {number} rest the others
 * @param {number} digits how many there are, 16 or 17
 * @param {number} k how many of all stand behind the point, 1 to 22
 * @returns {boolean} false: it is not sure
 */
export function isSurelyShortest(nine, rest, digits, k) {
  const shift = POWERS[digits - 9];
  const tail = nine & 4095;
  // Each is exact: 18 or 12 bits, times at most 27.
  const upper = (nine - tail) * shift;
  const lower = tail * shift + rest;
  const whole = upper + lower;
  const over = lower - (whole - upper);

  const power = POWERS[k];
  const quotient = whole / power;
  const cut = CUT * quotient;
  const high = cut - (cut - quotient);
  const low = quotient - high;
  const product = quotient * power;
  const lost = high * POWERS_HIGH[k] - product + high * POWERS_LOW[k] + low * POWERS_HIGH[k] + low * POWERS_LOW[k];
  const correction = (whole - product - lost + over) / power;
  const x = quotient + correction;
  const off = correction - (x - quotient);

  number[0] = x;
  // Right above a power of two the distances to both sides differ.
  if (halves[1 - HIGH] === 0 && (halves[HIGH] & 0xfffff) === 0) return false;
  const half = HALF_STEPS[(halves[HIGH] >>> 20) - 1023 - LOWEST];
  const unit = UNITS[k];
  const last = rest % 10;
  return (
    Math.abs(off) < half * (1 - SURELY) &&
    Math.abs(off) < (unit / 2) * (1 - SURELY) &&
    Math.abs(off - last * unit) > half * (1 + SURELY) &&
    Math.abs(off + (10 - last) * unit) > half * (1 + SURELY)
  );
}
