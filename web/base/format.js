/**
 * How numbers look on the page. Everything here rounds for the eye only; whoever needs the exact value keeps the number. The page says
 * once which language its numbers are in, and everything that is formatted here follows; numbers for machines are not written here.
 */

/** Parameters are shown with this many decimals; two that agree in them are near-tied (ties/near.js), whatever their bits say. */
export const SHOWN_DECIMALS = 4;

/** Beyond this a parameter is shown with an exponent. */
const LARGE = 1e5;

/** The decimal mark of the page's language. */
let mark = '.';

/** What the browser prefers, the dearest first. @type {readonly string[]} */
let wishes = [];

/**
 * From now on numbers are formatted as this language writes them.
 * @param {string} language
 * @param {readonly string[]} [preferred] the tags of languages and regions that the browser prefers, the dearest first; without: as said before.
 *   They are said before texts in a language are loaded, since texts have numbers in them, too.
 */
export function speakNumbers(language, preferred = wishes) {
  wishes = preferred;
  // English's is known: what a browser needs for its first Intl.NumberFormat would take a tenth of the time until the page can be used.
  mark = language === 'en' ? '.' : (0.5).toLocaleString(localeOf(language)).charAt(1);
}

/**
 * Where a language is written differently by region, the first region that the browser prefers it in: Mexico writes 0.5, Spain 0,5. English is one.
 * @param {string} language
 * @returns {string} language and region only; what else a tag has may be what Intl refuses, or other digits
 */
function localeOf(language) {
  const own = new RegExp(`^${language}(-[a-z]{2}|-\\d{3})?(?![^-])`, 'i');
  return (language !== 'en' && wishes.map((wish) => own.exec(wish)?.[0]).find((tag) => tag)) || language;
}

/**
 * A number as it was typed, where its mark may set thousands apart as well: "1,234" on a page that writes 0.5, "1.234" on one that writes 0,5.
 * @param {string} text
 * @returns {[string, string] | null} both readings, as they are typed without a doubt
 */
export function twoReadings(text) {
  const [, sign, whole, between, rest] = /^\s*([+-]?)([1-9]\d{0,2})([.,])(\d{3})\s*$/.exec(text) ?? [];
  return between === undefined || between === mark ? null : [`${sign}${whole}${mark}${rest}`, `${sign}${whole}${rest}`];
}

/** @param {string} text a number with a decimal point, or without one */
function inLanguage(text) {
  return text.replace('.', mark);
}

/** The same with true minus signs, as people read it. @param {string} text */
function inText(text) {
  return inLanguage(text).replaceAll('-', '\u2212');
}

/**
 * Numbers, or texts with numbers, in a row. Where the decimal mark is a comma, another comma would not set them apart.
 * @param {readonly string[]} texts
 */
export function joinNumbers(texts) {
  return texts.join(mark === ',' ? '; ' : ', ');
}

/**
 * Every digit of a number, as somebody types it.
 * @param {number} value
 */
export function formatExact(value) {
  return inLanguage(String(value));
}

/**
 * @param {number} value
 * @param {number} decimals
 */
export function formatFixed(value, decimals) {
  return inLanguage(value.toFixed(decimals));
}

/**
 * A parameter as a field shows it: a short decimal as it was typed ("0.2"), anything longer rounded ("0.3333"), with fewer decimals
 * the larger it is. The zeros of a rounded value stay: "0.2000" is not exactly 0.2.
 * @param {number} value
 * @param {number} [decimals] where a field has room for fewer
 * @returns {string}
 */
export function formatParameter(value, decimals = SHOWN_DECIMALS) {
  return inLanguage(parameterText(value, decimals));
}

/**
 * @param {number} value
 * @param {number} decimals
 */
function parameterText(value, decimals) {
  const exact = String(value);
  if (exact.length <= decimals + 2 && !exact.includes('e')) return exact;
  const size = Math.abs(value);
  if (size >= LARGE) return value.toExponential(decimals > 2 ? 1 : 0);
  return value.toFixed(Math.max(0, decimals - Math.max(0, Math.floor(Math.log10(Math.max(size, 1))))));
}

/**
 * A number as a factor of a formula: in brackets where it has a sign.
 * @param {number} value
 */
export function inBrackets(value) {
  const text = formatFigure(value);
  return text.startsWith('−') ? `( ${text} )` : text;
}

/**
 * A number with few digits: "3.41", "0.0123", "2.9e−6".
 * @param {number} value
 * @returns {string}
 */
export function formatDifference(value) {
  const size = Math.abs(value);
  if (size === 0) return '0';
  return inText(size < 1e-3 ? value.toExponential(1) : size < 1e4 ? value.toPrecision(3) : value.toExponential(2));
}

/**
 * A loss with the digits that people compare: "0.693147".
 * @param {number} value NaN: it is still being worked out
 * @returns {string}
 */
export function formatLoss(value) {
  if (Number.isNaN(value)) return '…';
  const size = Math.abs(value);
  return inText(size === 0 || (size >= 1e-4 && size < 1e6) ? value.toFixed(6) : value.toExponential(4));
}

/**
 * A loss where there is little room: "0.4843". One that four decimals would make 0, by its size: "1.2e−6".
 * @param {number} value
 */
export const formatShortLoss = (value) => (value > 0 && value < 5e-5 ? formatDifference(value) : formatFixed(value, 4));

/** The sign before a number of so many digits: it is equal, or mostly has more digits than are written, and is near. @param {number} value @param {number} [digits] */
export const equalsSign = (value, digits = 3) => (Number(value.toPrecision(digits)) === value ? '=' : '\u2248');

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
  const text =
    exact.length <= 7 && !exact.includes('e') ? exact : size >= 1e-4 && size < 1e6 ? value.toPrecision(5) : value.toExponential(3);
  return inText(text);
}

/**
 * A factor: near 1 with as many digits as show that it is not 1.
 * @param {number} factor
 */
export function formatFactor(factor) {
  const off = Math.abs(factor - 1);
  return off < 1e-3 && off > 1e-10 ? formatFixed(factor, 1 - Math.floor(Math.log10(off))) : formatFigure(factor);
}

/**
 * @param {string} language
 * @param {Intl.NumberFormatOptions} options
 * @returns {(value: number) => string}
 */
export function numberFormatter(language, options) {
  // Made for the first number, as above.
  /** @type {Intl.NumberFormat | undefined} */
  let format;
  return (value) => (format ??= new Intl.NumberFormat(localeOf(language), options)).format(value);
}

/**
 * @param {string} language
 * @returns {(count: number) => string} a whole number with its thousands marked: "2,000"
 */
export function countFormatter(language) {
  const format = numberFormatter(language, { maximumFractionDigits: 0 });
  return (count) => (Math.abs(count) < 999 ? String(Math.round(count)) : format(count));
}

/**
 * @param {string} language
 * @returns {(amount: number, one: string, other: string, many?: string) => string} "1 step", "2,000 steps"; many: where a language has a form
 *   of its own for millions
 */
export function pluralFormatter(language) {
  /** @type {Intl.PluralRules | undefined} */
  let rules;
  const count = countFormatter(language);
  return (amount, one, other, many = other) => {
    const category = (rules ??= new Intl.PluralRules(language)).select(amount);
    return `${count(amount)} ${category === 'one' ? one : category === 'many' ? many : other}`;
  };
}

/**
 * @param {string} locale
 * @returns {(items: readonly (string | number)[]) => string} "1, 2 and 3"
 */
export function listFormatter(locale) {
  /** @type {Intl.ListFormat | undefined} */
  let format;
  return (items) => (format ??= new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'conjunction' })).format(items.map(String));
}
