/**
 * The lesson's texts as pieces to be shown. A text is plain, with two marks: {steps} stands for a number that a test computes anew
 * (the chapter's claims), and [hidden neurons](hidden-neuron) for a term that the glossary explains. Pure.
 */

/** @typedef {import('./story/chapter.js').Claim} Claim */
/** @typedef {import('./story/chapter.js').FigureKind} FigureKind */
/** @typedef {{ text: string, term: string | null }} Piece term: its id in the glossary */

/**
 * @param {string} text
 * @returns {string[]} the ids of the numbers that it names
 */
export function namedClaims(text) {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
}

/**
 * @param {string} text
 * @returns {string[]} the ids of the terms that it explains
 */
export function namedTerms(text) {
  return [...text.matchAll(/\[[^\]]+\]\(([\w-]+)\)/g)].map((match) => match[1]);
}

/**
 * Puts the numbers in their places.
 * @param {string} text
 * @param {readonly Claim[]} claims
 * @param {Readonly<Record<FigureKind, (value: number) => string>>} figures how the language writes numbers
 * @returns {string}
 */
export function fillIn(text, claims, figures) {
  const filled = text.replace(/\{(\w+)\}/g, (_, id) => {
    const claim = claims.find((each) => each.id === id);
    if (claim?.as === undefined || typeof claim.value !== 'number') throw new Error(`no number is claimed as {${id}}`);
    return figures[claim.as](claim.value);
  });
  return keepTogether(filled);
}

/**
 * What a line must not break: "w5 = 0.6" and the two halves of "\u2202J/\u2202w1".
 * @param {string} text
 * @returns {string}
 */
function keepTogether(text) {
  return text.replace(/(\b(?:[wbxaz]\d?|J|l2)|\u03b1) ([=\u2260]) /g, '$1\u00a0$2\u00a0').replaceAll('/\u2202', '/\u2060\u2202');
}

/**
 * @param {string} text filled in
 * @returns {Piece[]}
 */
export function piecesOf(text) {
  /** @type {Piece[]} */
  const pieces = [];
  let next = 0;
  for (const match of text.matchAll(/\[([^\]]+)\]\(([\w-]+)\)/g)) {
    if (match.index > next) pieces.push({ text: text.slice(next, match.index), term: null });
    pieces.push({ text: match[1], term: match[2] });
    next = match.index + match[0].length;
  }
  if (next < text.length) pieces.push({ text: text.slice(next), term: null });
  return pieces;
}

/** Without the marks of its terms. @param {string} text filled in */
export function plainOf(text) {
  return piecesOf(text)
    .map((piece) => piece.text)
    .join('');
}
