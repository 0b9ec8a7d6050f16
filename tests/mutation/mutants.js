/** What a mutant is: one small change of a C file, at one place. Finds all of them by reading the text token by token. */

/** @typedef {{ file: string, line: number, at: number, length: number, replacement: string, original: string, code: string, nth: number }} Mutant */

/** Comments, texts and directives are passed over; the rest is words, numbers and operators, the longest first. */
const TOKEN = new RegExp(
  [
    /(?<skip>\/\*[\s\S]*?\*\/|\/\/.*|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|^[ \t]*#[ \t]*(?:include|if|ifdef|ifndef|else|endif).*$)/,
    /(?<number>0x[\da-fA-F.]+(?:p[+-]?\d+)?u?|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?u?)/,
    /(?<word>[A-Za-z_]\w*)/,
    /(?<operator><<|>>|\+\+|--|->|[-+*/%&|^<>=!]=|&&|\|\||[-+*/%&|^<>=!~?])/,
  ]
    .map((each) => each.source)
    .join('|'),
  'gm',
);

/** Each operator and what takes its place. @type {Record<string, string[]>} */
const OPERATORS = {
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '<': ['<=', '>'],
  '>': ['>=', '<'],
  '<=': ['<', '>='],
  '>=': ['>', '<='],
  '==': ['!='],
  '!=': ['=='],
  '&&': ['||'],
  '||': ['&&'],
  '+=': ['-=', '='],
  '-=': ['+='],
  '*=': ['/='],
  '/=': ['*='],
  '|=': ['&=', '='],
  '++': ['--'],
  '--': ['++'],
  '&': ['|'],
  '|': ['&'],
  '^': ['|'],
  '<<': ['>>'],
  '>>': ['<<'],
  '!': [''],
  '~': [''],
};

/** Words that stand for things of the same kind: what a tired programmer takes for each other. */
const SWAPS = [
  ['x', 'y'],
  ['a', 'z'],
  ['a', 'd'],
  ['z', 'd'],
  ['i', 'j'],
  ['r', 'c'],
  ['p', 'q'],
  ['inputs', 'outputs'],
  ['inputs', 'units'],
  ['rows', 'columns'],
  ['examples', 'columns'],
  ['weights', 'biases'],
  ['first', 'second'],
  ['now', 'made'],
  ['low', 'high'],
  ['above', 'below'],
  ['unit', 'other'],
  ['unit', 'other_unit'],
  ['l1', 'l2'],
  ['beta1', 'beta2'],
  ['minimum', 'maximum'],
  ['value', 'scale'],
  ['batch_x', 'batch_y'],
  ['shuffle', 'noise'],
  ['incoming', 'outgoing'],
  ['correction1', 'correction2'],
  ['steps', 'losses'],
  ['row', 'column'],
  ['kept', 'a'],
  ['numerator', 'denominator'],
  ['next', 'l'],
  ['layer', 'unit'],
  ['NN_L1', 'NN_L2'],
  ['NN_BAD_ARGUMENT', 'NN_BAD_STATE'],
  ['NN_OK', 'NN_BAD_ID'],
  ['size', 'incoming'],
  ['from', 'to'],
];

/** A statement on a line of its own: an assignment or a call, with nothing declared. */
const STATEMENT =
  /^[ \t]+(?!return\b|static\b|const\b|struct\b|int\w*\b \w|double\b|vec\b \w|vec_bits\b \w|pair\b \w|uint\d+_t\b|size_t\b|char\b|network \*|break\b|continue\b|goto\b|do\b|else\b)[*\w][^;{}]*[=(+-][^;{}]*;$/gm;

/** @param {string} text of a number @returns {string[]} */
function otherNumbers(text) {
  if (/^\d+u?$/.test(text)) {
    const value = parseInt(text, 10);
    return [String(value + 1), ...(value > 0 ? [String(value - 1)] : [])];
  }
  if (/^0x[\da-fA-F]+u?$/.test(text)) return [`(${text} ^ 1)`];
  // A coefficient that is wrong in its fourth digit.
  return [`(${text} * 1.0001)`];
}

/**
 * @param {RegExpExecArray} match
 * @param {string} text the whole file
 * @returns {string[]}
 */
function replacementsOf(match, text) {
  const { number, word, operator } = match.groups ?? {};
  if (number !== undefined) return otherNumbers(number);
  if (word !== undefined) return SWAPS.filter((pair) => pair.includes(word)).map(([one, other]) => (word === one ? other : one));
  if (operator === undefined || !(operator in OPERATORS)) return [];
  // A star or an ampersand with a name behind and none before is a pointer's.
  const before = text.slice(0, match.index).trimEnd().at(-1) ?? '';
  const binary = /[\w)\]]/.test(before);
  if (operator === '-' && !binary) return [''];
  if ((operator === '*' || operator === '&') && !binary) return [];
  return OPERATORS[operator];
}

/**
 * What a mutant is found again by when lines come and go: the line of code, and which of the same tokens in it.
 * @param {string} text @param {number} at @param {string} token
 */
function placeOf(text, at, token) {
  const begin = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  return { code: text.slice(begin, end < 0 ? text.length : end).trim(), nth: text.slice(begin, at).split(token).length };
}

/**
 * Every mutant of one file.
 * @param {string} file
 * @param {string} text
 * @returns {Mutant[]}
 */
export function findMutants(file, text) {
  const lineOf = (/** @type {number} */ at) => text.slice(0, at).split('\n').length;
  /** @type {Mutant[]} */
  const mutants = [];
  for (const match of text.matchAll(TOKEN)) {
    const at = match.index ?? 0;
    const [original] = match;
    for (const replacement of replacementsOf(/** @type {RegExpExecArray} */ (match), text)) {
      mutants.push({ file, line: lineOf(at), at, length: original.length, replacement, original, ...placeOf(text, at, original) });
    }
  }
  for (const match of text.matchAll(STATEMENT)) {
    const at = match.index ?? 0;
    mutants.push({
      file,
      line: lineOf(at),
      at,
      length: match[0].length,
      replacement: '    ;',
      original: match[0].trim(),
      code: match[0].trim(),
      nth: 1,
    });
  }
  return mutants;
}

/** @param {string} text @param {Mutant} mutant */
export const applyMutant = (text, { at, length, replacement }) => text.slice(0, at) + replacement + text.slice(at + length);

/** @param {Mutant} mutant */
export const describeMutant = (mutant) => `${mutant.file}:${mutant.line}: ${changeOf(mutant)}`;

/** @param {Pick<Mutant, 'original' | 'replacement' | 'nth'>} mutant */
export const changeOf = ({ original, replacement, nth }) =>
  `${original} -> ${replacement.trim() || 'nothing'}${nth > 1 ? ` (${nth})` : ''}`;
