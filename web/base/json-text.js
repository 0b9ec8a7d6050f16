/**
 * Reading JSON text, with line and column in the sentence when it is not JSON. Browsers word and place that error differently, so the
 * place is found here.
 */
import { ExperimentError } from './errors.js';

/** @typedef {{ mark?: string, isString?: boolean, number?: string, end: number }} Token `end`: the place behind it */

const SPACE = /[ \t\n\r]*/y;
const MARK = /[{}[\],:]/y;
const LITERAL = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
/**
 * Some of the inside of a string. As a whole a string of millions of characters would be more than one match can hold.
 * A slash in brackets is escaped, since a bundler (Vite 5) would take it for the end of the expression.
 */
const STRING_PART = /(?:[^"\\\u0000-\u001f]|\\(?:["\\\/bfnrt]|u[\da-fA-F]{4})){1,4096}/y;

/** Brackets inside one another: far more than an experiment has. */
const DEEPEST = 1000;

/**
 * @param {RegExp} pattern a sticky one
 * @param {string} text
 * @param {number} at
 * @returns {number} the place behind the match, -1 where there is none
 */
function endOf(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/**
 * The token at a place, with the white space before it.
 * @param {string} text
 * @param {number} from
 * @returns {Token | null} null where there is none
 */
function readToken(text, from) {
  const at = endOf(SPACE, text, from);
  if (endOf(MARK, text, at) >= 0) return { mark: text[at], end: at + 1 };
  if (text[at] === '"') {
    let end = at + 1;
    for (let next = end; next >= 0; next = endOf(STRING_PART, text, end)) end = next;
    return text[end] === '"' ? { isString: true, end: end + 1 } : null;
  }
  const end = endOf(LITERAL, text, at);
  return end < 0 ? null : { number: text.slice(at, end), end };
}

/**
 * @param {string} text
 * @returns {unknown}
 * @throws {ExperimentError}
 */
export function parseJson(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    const { at, problem } = findError(text);
    throw new ExperimentError('', `not JSON: in ${placeOf(text, at)}, ${problem}`);
  }
  const at = findHugeNumber(text);
  if (at >= 0) throw new ExperimentError('', `in ${placeOf(text, at)}, there is a number past the largest, about 1.8e308`);
  return value;
}

/**
 * @param {string} text
 * @param {number} at
 */
function placeOf(text, at) {
  const lines = text.slice(0, at).split('\n');
  return `line ${lines.length}, column ${lines[lines.length - 1].length + 1}`;
}

/**
 * JSON.parse makes an infinity of a number such as 1e999, which nobody wrote.
 * @param {string} text that is JSON
 * @returns {number} where such a number stands, -1 where none does
 */
function findHugeNumber(text) {
  if (!/[eE]\+?\d{3}|\d{300}/.test(text)) return -1;
  for (let token = readToken(text, 0); token !== null; token = readToken(text, token.end)) {
    if (token.number !== undefined && Math.abs(Number(token.number)) === Infinity) return token.end - token.number.length;
  }
  return -1;
}

/**
 * Where a text stops being JSON, and what is wrong there. Keeps a stack of its own, as the text may be nested deeper than calls can be.
 * @param {string} text that is not JSON
 */
function findError(text) {
  /** The open brackets. @type {string[]} */
  const open = [];
  let state = 'value';
  let at = 0;
  for (;;) {
    const token = readToken(text, at);
    const next = token === null ? null : nextState(state, token, open);
    if (token === null || next === null || open.length > DEEPEST) break;
    state = next;
    at = token.end;
  }
  at = endOf(SPACE, text, at);
  if (open.length > DEEPEST) return { at, problem: `more than ${DEEPEST} brackets stand inside one another` };
  if (text[at] === '"' && readToken(text, at) === null)
    return { at, problem: 'a text in quotes does not end, or holds what must be written with "\\" in it' };
  const code = text.codePointAt(at);
  const got = code === undefined ? 'the text ends' : `there is ${JSON.stringify(String.fromCodePoint(code))}`;
  return { at, problem: `${got} where ${WANTED[/** @type {keyof typeof WANTED} */ (state)]} should be` };
}

const WANTED = {
  value: 'a value',
  'value or ]': 'a value or "]"',
  name: 'a name in double quotes',
  'name or }': 'a name in double quotes or "}"',
  colon: '":"',
  'comma or ]': '"," or "]"',
  'comma or }': '"," or "}"',
  end: 'nothing',
};

/**
 * @param {string} state what could stand here
 * @param {Token} token
 * @param {string[]} open brackets, changed by the token
 * @returns {string | null} what can stand after it; null where the token cannot stand here
 */
function nextState(state, { mark, isString = false }, open) {
  const after = () => (open.length === 0 ? 'end' : open[open.length - 1] === '[' ? 'comma or ]' : 'comma or }');
  if ((mark === ']' && state.endsWith(']')) || (mark === '}' && state.endsWith('}'))) {
    open.pop();
    return after();
  }
  if (state.startsWith('value')) {
    if (mark === '[' || mark === '{') {
      open.push(mark);
      return mark === '[' ? 'value or ]' : 'name or }';
    }
    return mark === undefined ? after() : null;
  }
  if (state.startsWith('name')) return isString ? 'colon' : null;
  if (state === 'colon') return mark === ':' ? 'value' : null;
  if (state.startsWith('comma')) return mark !== ',' ? null : state.endsWith(']') ? 'value' : 'name';
  return null;
}
