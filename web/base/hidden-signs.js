/** Names with what nobody sees shown as what it is: control characters, line ends, and marks of direction, which turn round what stands beside them. */

const HIDDEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
/** Joiners and variation marks, without which some scripts and pictures fall apart. */
const JOINERS = /[\u200C\u200D]/;

/** @param {string} name */
export function showHidden(name) {
  return name.replace(HIDDEN, (sign) =>
    JOINERS.test(sign) ? sign : `\u2039U+${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}\u203A`,
  );
}
