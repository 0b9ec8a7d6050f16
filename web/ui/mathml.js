/**
 * Formulas as MathML, written as people write them in a line: mathOf('∂z3/∂a1'), mathOf('a3(1 − a3)'), mathOf('z1 = 0.2 · 0').
 * A letter with a number is an index, ∂…/∂… and [above over below] are fractions, ² is a square; a minus right before a number is its
 * own, one with a space after it takes away; all else is numbers and signs.
 */

import { element } from './dom.js';

const MATHML = 'http://www.w3.org/1998/Math/MathML';

const TOKEN = /∂[A-Za-z]\d*\/∂[A-Za-z]\d*|\[[^\]]* over [^\]]*\]|[a-z]{2,}|[A-Za-zαδσ]\d*²?|−?\d+(?:[.,]\d+)*(?:e[−+]?\d+)?|:=|\S/g;

/**
 * @param {string} tag
 * @param {...(Node | string)} children
 * @returns {Element}
 */
function made(tag, ...children) {
  const node = document.createElementNS(MATHML, tag);
  node.append(...children);
  return node;
}

/**
 * @param {string} text
 * @returns {Element}
 */
export function mathOf(text) {
  const math = made('math', ...tokens(text));
  math.setAttribute('displaystyle', 'true');
  return math;
}

/** @param {string} text @returns {Element[]} */
function tokens(text) {
  return (text.match(TOKEN) ?? []).map(token);
}

/** @param {string} text @returns {Element} */
function token(text) {
  if (text.startsWith('['))
    return made(
      'mfrac',
      ...text
        .slice(1, -1)
        .split(' over ')
        .map((part) => made('mrow', ...tokens(part))),
    );
  if (text.startsWith('∂')) return made('mfrac', ...text.split('/').map((part) => made('mrow', made('mo', '∂'), name(part.slice(1)))));
  // Names of functions, such as ln and tanh, stand upright.
  if (/^[a-z]{2,}$/.test(text)) return made('mrow', made('mi', text), thinSpace());
  if (/^[A-Za-zαδσ]/.test(text)) return text.endsWith('²') ? made('msup', name(text.slice(0, -1)), made('mn', '2')) : name(text);
  const sign = made(/^−?\d/.test(text) ? 'mn' : 'mo', text);
  // Brackets keep the size of the line.
  if (/[()]/.test(text)) sign.setAttribute('stretchy', 'false');
  return sign;
}

function thinSpace() {
  const space = made('mspace');
  space.setAttribute('width', '0.17em');
  return space;
}

/** @param {string} text a letter, with or without a number */
function name(text) {
  const letter = made('mi', text[0]);
  return text.length === 1 ? letter : made('msub', letter, made('mn', text.slice(1)));
}

/** What an element shows now, so that a formula at rest stays at rest. @type {WeakMap<Element, string>} */
const shown = new WeakMap();

/**
 * Shows a formula in an element, where it is not there already.
 * @param {Element} target
 * @param {string} text
 */
export function setMath(target, text) {
  setPieces(target, text, () => [text]);
}

/** @param {Element} target @param {string} text @param {(text: string) => string[]} cut */
function setPieces(target, text, cut) {
  if (shown.get(target) === text) return;
  shown.set(target, text);
  const pieces = cut(text).map(mathOf);
  // A sign between two pieces is no sign of the second.
  for (const piece of pieces.slice(1)) piece.firstElementChild?.setAttribute('form', 'infix');
  target.replaceChildren(...pieces);
}

/** A formula of so many characters is as wide as a phone. */
const LONG = 24;

/**
 * Browsers break no line within a formula, so a long one comes in pieces: before each term of its sum, or each factor where it is none.
 * What is in brackets stays together, unless all of it is.
 * @param {string} text
 * @returns {string[]}
 */
function pieces(text) {
  if (text.length < LONG) return [text];
  return CUTS.map((cut) => text.match(cut) ?? []).find(({ length }) => length > 1) ?? [text];
}

const CUTS = [/(?:\[[^\]]*\]|\([^)]*\)|.)+?(?= \+ |$)/g, /(?:\[[^\]]*\]|\([^)]*\)|.)+?(?= · |$)/g, /(?:\[[^\]]*\]|.)+?(?= \+ |$)/g];

/**
 * Lines of formulas, each in steps that wrap.
 * @param {HTMLElement} root
 */
export function createFormulaLines(root) {
  return {
    /** @param {{ className: string, steps: readonly string[] }[]} lines */
    update(lines) {
      while (root.childElementCount > lines.length) root.lastElementChild?.remove();
      lines.forEach(({ className, steps }, at) => {
        const line = root.children[at] ?? root.appendChild(element('p'));
        line.className = `formula ${className}`;
        while (line.childElementCount > steps.length) line.lastElementChild?.remove();
        steps.forEach((step, which) => setPieces(line.children[which] ?? line.appendChild(element('span')), step, pieces));
      });
    },
  };
}
