/**
 * Building blocks for checking plain data: each Kind says what a value must be, hands back its normal form (frozen), and can write
 * that normal form down again without what goes without saying. Knows nothing of networks.
 */
import { ExperimentError, describe } from './errors.js';

/**
 * What a check may look at beside its value: what of the whole and of the object around it has been checked already.
 * @typedef {{ root: any, own: any }} Scope
 */
/**
 * What can stand somewhere: a constant, a number within a range, one of some names, a list of a kind, an object of rows.
 * @typedef {object} Plan
 * @property {any} [constant]
 * @property {string} [type]
 * @property {number} [minimum]
 * @property {number} [maximum]
 * @property {number} [longest]
 * @property {readonly string[]} [names]
 * @property {Kind} [item]
 * @property {number} [least]
 * @property {number} [most]
 * @property {readonly Row[]} [rows]
 */
/**
 * @typedef {object} Kind
 * @property {string} wanted what a value must be, for a sentence: "a whole number from 1 to 64"
 * @property {(value: any, path: string, scope: Scope) => any} check hands back the normal form, or throws an ExperimentError
 * @property {Plan} [plan] the same as `wanted`, for programs: the JSON Schema and the types are made of it; kinds whose shape depends on the rest have none
 * @property {(normal: any, scope: Scope) => any} [compact] the shortest input that check() turns into this normal form
 */
/**
 * One field of an object.
 * @typedef {object} Row
 * @property {string} key
 * @property {Kind} kind
 * @property {(scope: Scope) => any} [fallback] the input that leaving the field out stands for; without one it is required
 * @property {boolean} [optional] may be left out, and then is not there
 * @property {boolean} [always] is written down even where it equals its fallback
 * @property {(scope: Scope) => string | null} [unless] why the field may not be there, or null where it may
 */

/**
 * @param {string} path
 * @param {string} sentence
 * @returns {never}
 */
export function fail(path, sentence) {
  throw new ExperimentError(path, sentence);
}

/**
 * @param {string} path
 * @param {string} wanted
 * @param {unknown} value
 * @returns {never}
 */
function failType(path, wanted, value) {
  return fail(path, `must be ${wanted}; got ${describe(value)}`);
}

/**
 * @param {readonly string[]} items
 * @param {string} [conjunction]
 */
export function sentenceList(items, conjunction = 'or') {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${items[items.length - 1]}`;
}

/**
 * Where a key of an object stands, however odd the key is.
 * @param {string} path
 * @param {string} key
 */
export function joinPath(path, key) {
  const shown = key.length > 40 ? `${key.slice(0, 40)}…` : key;
  if (!/^[A-Za-z_]\w*…?$/.test(shown)) return `${path}[${JSON.stringify(shown)}]`;
  return path === '' ? shown : `${path}.${shown}`;
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * @param {any} expected
 * @returns {Kind}
 */
export function exactly(expected) {
  const wanted = String(expected);
  return { wanted, plan: { constant: expected }, check: (value, path) => (value === expected ? value : failType(path, wanted, value)) };
}

/**
 * @param {number} minimum
 * @param {number} maximum
 * @returns {Kind}
 */
export function whole(minimum, maximum) {
  const wanted = `a whole number from ${minimum} to ${maximum}`;
  return {
    wanted,
    plan: { type: 'integer', minimum, maximum },
    check: (value, path) => (Number.isInteger(value) && value >= minimum && value <= maximum ? value : failType(path, wanted, value)),
  };
}

/**
 * @param {number} minimum
 * @param {number} maximum
 * @returns {Kind}
 */
export function real(minimum, maximum) {
  const wanted = `a number from ${minimum} to ${maximum}`;
  return {
    wanted,
    plan: { type: 'number', minimum, maximum },
    check: (value, path) => (typeof value === 'number' && value >= minimum && value <= maximum ? value : failType(path, wanted, value)),
  };
}

/** @type {Kind} */
export const flag = {
  wanted: 'true or false',
  plan: { type: 'boolean' },
  check: (value, path) => (typeof value === 'boolean' ? value : failType(path, 'true or false', value)),
};

/**
 * @param {number} longest
 * @returns {Kind}
 */
export function text(longest) {
  const wanted = `a text of at most ${longest} characters`;
  return {
    wanted,
    plan: { type: 'string', longest },
    check: (value, path) => (typeof value === 'string' && value.length <= longest ? value : failType(path, wanted, value)),
  };
}

/**
 * @param {readonly string[]} names
 * @returns {Kind}
 */
export function choice(names) {
  const wanted = `one of ${sentenceList(names.map((name) => JSON.stringify(name)))}`;
  return { wanted, plan: { names }, check: (value, path) => (names.includes(value) ? value : failType(path, wanted, value)) };
}

/**
 * @param {Kind} item
 * @param {{ least?: number, most: number, wanted: string, unique?: (item: any) => string }} options `unique` names what must not stand there twice
 * @returns {Kind}
 */
export function list(item, { least = 0, most, wanted, unique }) {
  return {
    wanted,
    plan: { item, least, most },
    check: (value, path, scope) => {
      if (!Array.isArray(value)) failType(path, wanted, value);
      if (value.length < least || value.length > most) fail(path, `must be ${wanted}; got ${value.length}`);
      const seen = new Set();
      return Object.freeze(
        Array.from(value, (one, at) => {
          const normal = item.check(one, `${path}[${at}]`, scope);
          const name = unique?.(normal);
          if (name !== undefined && seen.has(name)) fail(`${path}[${at}]`, `${name} stands in this list already; name it once`);
          seen.add(name);
          return normal;
        }),
      );
    },
    compact: (normal, scope) => normal.map((/** @type {any} */ one) => item.compact?.(one, scope) ?? one),
  };
}

/**
 * A kind with one more rule, checked on the normal form.
 * @param {Kind} kind
 * @param {(value: any, path: string, scope: Scope) => void} rule
 * @returns {Kind}
 */
export function refine(kind, rule) {
  return {
    ...kind,
    check: (value, path, scope) => {
      const normal = kind.check(value, path, scope);
      rule(normal, path, scope);
      return normal;
    },
  };
}

/**
 * An object of these fields and no others. Fields are checked in the order of the rows, so a row may look at those above it.
 * @param {readonly Row[]} rows
 * @param {string} [wanted]
 * @returns {Kind}
 */
export function object(rows, wanted = 'an object') {
  const keys = rows.map(({ key }) => key);
  return {
    wanted,
    plan: { rows },
    check: (value, path, scope) => {
      if (!isObject(value)) failType(path, wanted, value);
      for (const key of Object.keys(value)) {
        if (!keys.includes(key)) fail(joinPath(path, key), `is not known here; what can stand here: ${sentenceList(keys, 'and')}`);
      }
      /** @type {Record<string, unknown>} */
      const own = {};
      const inner = { root: scope.root ?? own, own };
      for (const row of rows) {
        const normal = checkRow(row, value, joinPath(path, row.key), inner);
        if (normal !== undefined) own[row.key] = normal;
      }
      return Object.freeze(own);
    },
    compact: (normal, scope) => {
      const inner = { root: scope.root ?? normal, own: normal };
      return Object.fromEntries(
        rows
          .filter((row) => Object.hasOwn(normal, row.key) && !goesWithoutSaying(row, normal[row.key], inner))
          .map((row) => {
            return [row.key, row.kind.compact?.(normal[row.key], inner) ?? normal[row.key]];
          }),
      );
    },
  };
}

/**
 * @param {Row} row
 * @param {Record<string, unknown>} value the object that the field belongs to
 * @param {string} path of the field
 * @param {Scope} scope
 */
function checkRow({ key, kind, fallback, optional, unless }, value, path, scope) {
  const given = Object.hasOwn(value, key) ? value[key] : undefined;
  const reason = unless?.(scope) ?? null;
  if (reason !== null) return given === undefined ? undefined : fail(path, reason);
  if (given !== undefined) return kind.check(given, path, scope);
  if (fallback !== undefined) return kind.check(fallback(scope), path, scope);
  return optional ? undefined : fail(path, `is missing; it must be ${kind.wanted}`);
}

/**
 * @param {Row} row
 * @param {unknown} normal
 * @param {Scope} scope
 */
function goesWithoutSaying({ kind, fallback, always, key }, normal, scope) {
  if (always || fallback === undefined) return false;
  return writeJson(kind.check(fallback(scope), key, scope)) === writeJson(normal);
}

/**
 * JSON that reads back to the same value: unlike JSON.stringify it keeps the sign of -0.
 * @param {unknown} value of lists, objects, texts, finite numbers, true, false and null
 * @returns {string}
 */
export function writeJson(value) {
  if (Array.isArray(value)) return `[${value.map(writeJson).join(',')}]`;
  if (isObject(value)) {
    return `{${Object.entries(value)
      .map(([key, one]) => `${JSON.stringify(key)}:${writeJson(one)}`)
      .join(',')}}`;
  }
  return Object.is(value, -0) ? '-0' : JSON.stringify(value);
}
