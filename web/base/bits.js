/** The bits of a double, as people can read them: C's hexadecimal notation, and by how many steps and bits two numbers differ. */

const view = new DataView(new ArrayBuffer(8));

/** @param {number} value @returns {bigint} its 64 bits */
function bitsOf(value) {
  view.setFloat64(0, value);
  return view.getBigUint64(0);
}

/** @param {bigint} bits @returns {number} */
function fromBits(bits) {
  view.setBigUint64(0, bits);
  return view.getFloat64(0);
}

/**
 * A double in hexadecimal, exactly, always with 13 digits after the point: 0.2 is "0x1.999999999999ap-3".
 * @param {number} value finite
 * @returns {string}
 */
export function hexFloat(value) {
  const bits = bitsOf(value);
  const digits = (bits & 0xfffffffffffffn).toString(16).padStart(13, '0');
  const biased = Number((bits >> 52n) & 0x7ffn);
  const isZero = (bits & 0x7fffffffffffffffn) === 0n;
  const power = isZero ? 0 : biased === 0 ? -1022 : biased - 1023;
  return `${bits >> 63n ? '-' : ''}0x${biased === 0 ? '0' : '1'}.${digits}p${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}

/**
 * The text of one number cut where it differs from another's, digit by digit.
 * @param {string} text as hexFloat writes it
 * @param {string} other
 * @returns {{ text: string, differs: boolean }[]}
 */
export function markDifferences(text, other) {
  const [own, others] = [fieldsOf(text), fieldsOf(other)];
  const marked = own.flatMap((field, at) =>
    field.length === others[at].length
      ? [...field].map((sign, which) => ({ text: sign, differs: sign !== others[at][which] }))
      : [{ text: field, differs: true }],
  );
  /** @type {{ text: string, differs: boolean }[]} */
  const runs = [];
  for (const piece of marked) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.differs === piece.differs) last.text += piece.text;
    else runs.push({ ...piece });
  }
  return runs;
}

/** Sign, digits and power. @param {string} hex */
function fieldsOf(hex) {
  const [, sign, digits, power] = /^(-?)(0x[01]\.[0-9a-f]+)(p[+-]\d+)$/.exec(hex) ?? ['', '', hex, ''];
  return [sign, digits, power];
}

/**
 * How many doubles one has to pass to get from one number to another; 0 only where they are the same, 1 from −0 to 0.
 * @param {number} first finite
 * @param {number} second finite
 * @returns {bigint}
 */
export function ulpsApart(first, second) {
  const [low, high] = [orderOf(first), orderOf(second)];
  return low < high ? high - low : low - high;
}

/** The doubles numbered in their order. @param {number} value */
function orderOf(value) {
  const bits = bitsOf(value);
  return bits >> 63n ? -(bits & 0x7fffffffffffffffn) - 1n : bits;
}

/**
 * @param {number} first
 * @param {number} second
 * @returns {number} how many of the 64 bits differ
 */
export function differingBits(first, second) {
  return [...(bitsOf(first) ^ bitsOf(second)).toString(2)].filter((bit) => bit === '1').length;
}

/**
 * The unit in the last place: from a number to the next larger one in size.
 * @param {number} value finite, below the largest double
 * @returns {number}
 */
export function ulpOf(value) {
  const size = Math.abs(value);
  return fromBits(bitsOf(size) + 1n) - size;
}
