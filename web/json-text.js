/**
 * Reading JSON text, with line and column in the sentence when it is not JSON. Browsers word and place that error differently, so the
 * place is found here.
 */
import { ExperimentError } from './errors.js';

/** One token, with the white space before it. */
const TOKEN = new RegExp(
  '[ \\t\\n\\r]*(?:' +
    [
      /([{}[\],:])/,
      /("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")/,
      /(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/,
    ].map(({ source }) => source).join('|') +
    ')',
  'y',
);

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
    const { at, wanted } = findError(text);
    const code = text.codePointAt(at);
    const got = code === undefined ? 'the text ends' : `there is ${JSON.stringify(String.fromCodePoint(code))}`;
    throw new ExperimentError('', `not JSON: in ${placeOf(text, at)}, ${got} where ${wanted} should be`);
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
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(text); token !== null; token = TOKEN.exec(text)) {
    if (token[3] !== undefined && Math.abs(Number(token[3])) === Infinity) return TOKEN.lastIndex - token[3].length;
  }
  return -1;
}

/**
 * Where a text stops being JSON, and what could stand there. Keeps a stack of its own, as the text may be nested deeper than calls can be.
 * @param {string} text that is not JSON
 */
function findError(text) {
  /** The open brackets. @type {string[]} */
  const open = [];
  let state = 'value';
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    const next = token === null ? null : nextState(state, token, open);
    if (token === null || next === null) break;
    state = next;
    at = TOKEN.lastIndex;
  }
  while (' \t\n\r'.includes(text.charAt(at)) && at < text.length) at += 1;
  return { at, wanted: WANTED[/** @type {keyof typeof WANTED} */ (state)] };
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
 * @param {RegExpExecArray} token
 * @param {string[]} open brackets, changed by the token
 * @returns {string | null} what can stand after it; null where the token cannot stand here
 */
function nextState(state, [, mark, string], open) {
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
  if (state.startsWith('name')) return string === undefined ? null : 'colon';
  if (state === 'colon') return mark === ':' ? 'value' : null;
  if (state.startsWith('comma')) return mark !== ',' ? null : state.endsWith(']') ? 'value' : 'name';
  return null;
}
