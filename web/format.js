/**
 * How numbers look on the page. Everything here rounds for the eye only; whoever needs the exact value keeps the number.
 */

/** Parameters are shown with this many decimals; two that agree in them look equal, whatever their bits say. */
export const SHOWN_DECIMALS = 4;

/** Beyond this a parameter is shown with an exponent. */
const LARGE = 1e5;

/**
 * A parameter as a field shows it: a short decimal as it was typed ("0.2"), anything longer rounded ("0.3333"), with fewer decimals
 * the larger it is. The zeros of a rounded value stay: "0.2000" is not exactly 0.2.
 * @param {number} value
 * @param {number} [decimals] where a field has room for fewer
 * @returns {string}
 */
export function formatParameter(value, decimals = SHOWN_DECIMALS) {
  const exact = String(value);
  if (exact.length <= decimals + 2 && !exact.includes('e')) return exact;
  const size = Math.abs(value);
  if (size >= LARGE) return value.toExponential(1);
  return value.toFixed(Math.max(0, decimals - Math.max(0, Math.floor(Math.log10(Math.max(size, 1))))));
}

/**
 * Whether two parameters look equal when rounded for display.
 * @param {number} first
 * @param {number} second
 * @returns {boolean}
 */
export function looksEqual(first, second) {
  // Whole zeros: "-0.0000" looks like "0", and an exact "0.2" like a rounded "0.2000".
  return Number(formatParameter(first)) + 0 === Number(formatParameter(second)) + 0;
}

/**
 * A number with few digits: "3.41", "0.0123", "2.9e-6".
 * @param {number} value
 * @returns {string}
 */
export function formatDifference(value) {
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size < 1e-3) return value.toExponential(1);
  return size < 1e4 ? value.toPrecision(3) : value.toExponential(2);
}

/**
 * A loss with the digits that people compare: "0.693147".
 * @param {number} value
 * @returns {string}
 */
export function formatLoss(value) {
  const size = Math.abs(value);
  return size === 0 || (size >= 1e-4 && size < 1e6) ? value.toFixed(6) : value.toExponential(4);
}

/**
 * A weight or bias in running text: rounded like its field, with a true minus sign.
 * @param {number} value
 * @returns {string}
 */
export function formatInText(value) {
  return formatParameter(value).replace('-', '\u2212');
}

/**
 * A number of a formula: five digits, with a true minus sign. What is exact in that many is shown as it is.
 * @param {number} value
 * @returns {string}
 */
export function formatFigure(value) {
  const size = Math.abs(value);
  const exact = String(value);
  const text = exact.length <= 7 && !exact.includes('e') ? exact : size >= 1e-4 && size < 1e6 ? value.toPrecision(5) : value.toExponential(3);
  return text.replaceAll('-', '\u2212');
}

/**
 * @param {string} locale
 * @returns {(count: number) => string} a whole number with its thousands marked: "2,000"
 */
export function countFormatter(locale) {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  return (count) => format.format(count);
}

/**
 * @param {string} locale
 * @returns {(items: readonly (string | number)[]) => string} "1, 2 and 3"
 */
export function listFormatter(locale) {
  const format = new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'conjunction' });
  return (items) => format.format(items.map(String));
}
