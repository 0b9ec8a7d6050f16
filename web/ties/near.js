/**
 * Which parameters are nearly equal. That is a fact about a run, which sweeps report, and no matter of display: fields show as many digits, so
 * that what is near looks equal, and a test says so.
 */

/** Two parameters are near when they agree in this many decimals, in fewer the larger they are. */
const DECIMALS = 4;
/** From here on, two digits count. */
const LARGE = 1e5;

/**
 * @param {number} first
 * @param {number} second
 * @returns {boolean}
 */
export function isNear(first, second) {
  return first === second || rounded(first) === rounded(second);
}

/** @param {number} value */
function rounded(value) {
  const size = Math.abs(value);
  // A short number counts as it is.
  const exact = String(value);
  if (exact.length <= DECIMALS + 2 && !exact.includes('e')) return value;
  if (size >= LARGE) return Number(value.toExponential(1));
  return Number(value.toFixed(DECIMALS - Math.floor(Math.log10(Math.max(size, 1)))));
}
