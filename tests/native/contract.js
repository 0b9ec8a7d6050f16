/**
 * nn.h and nn_many.h, read: the engine's functions with their types, and its constants. What else calls the engine from tests (the recorder, the
 * native driver, the fuzzer, the table of wrong calls) is made from this, so that a new export cannot be forgotten.
 */
import { readFileSync } from 'node:fs';

/** @typedef {'int32_t' | 'uint32_t' | 'double' | 'const char *' | 'double *' | 'const double *'} CType */
/**
 * `status`: what it returns is an nn_status, so that anything but NN_OK means it failed.
 * @typedef {{ name: string, returns: CType, status: boolean, parameters: { type: CType, name: string }[] }} Declaration
 */

const readHeader = (/** @type {string} */ name) =>
  readFileSync(new URL(`../../src/${name}`, import.meta.url), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
const EVERY = readHeader('nn.h');
const MANY = readHeader('many/nn_many.h');
const HEADER = EVERY + MANY;

const TYPES = ['const double *', 'const char *', 'double *', 'int32_t', 'uint32_t', 'double'];

/**
 * @param {string} text "int32_t id" or "const double *nn_parameters"
 * @returns {{ type: CType, name: string }}
 */
function splitType(text) {
  const match = /^(.*?[ *])(\w+)$/.exec(text.trim());
  const type = match?.[1].trim().replace(/\s*\*$/, ' *') ?? '';
  if (!match || !TYPES.includes(type)) throw new Error(`nn.h: cannot read "${text}"`);
  return { type: /** @type {CType} */ (type), name: match[2] };
}

/** @param {string} header @returns {readonly Declaration[]} in its order */
const functionsOf = (header) =>
  [...header.matchAll(/^NN_API ([^(]+)\(([^)]*)\);/gm)].map(([, head, list]) => {
    const { type, name } = splitType(head.replace(/^nn_status /, 'int32_t '));
    return {
      name,
      returns: type,
      status: head.startsWith('nn_status '),
      parameters: list.trim() === 'void' ? [] : list.split(',').map(splitType),
    };
  });

/** The functions of nn.h, which every module has. */
export const FUNCTIONS = functionsOf(EVERY);
/** Those of nn_many.h, which engine-many.wasm has beside them. */
export const MANY_FUNCTIONS = functionsOf(MANY);
/** All of them; recordings know them by their numbers here. */
export const ALL_FUNCTIONS = [...FUNCTIONS, ...MANY_FUNCTIONS];

/** @returns {Record<string, number>} */
function readConstants() {
  /** @type {Record<string, number>} */
  const constants = {};
  for (const [, body] of HEADER.matchAll(/enum(?:\s+\w+)?\s*\{([^}]*)\}/g)) {
    let next = 0;
    for (const entry of body
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '')) {
      const [name, value] = entry.split('=').map((each) => each.trim());
      constants[name] = value === undefined ? next : Number(value);
      next = constants[name] + 1;
    }
  }
  for (const [, name, value] of HEADER.matchAll(/^#define (NN_MAX_\w+) (\S+)$/gm)) constants[name] = Number(value);
  return constants;
}

/**
 * The names of an enum of nn.h whose last entry counts them, in their order.
 * @param {string} type "nn_activation"
 * @returns {readonly string[]}
 */
export function enumNames(type) {
  const body = new RegExp(`enum ${type}\\s*\\{([^}]*)\\}`).exec(HEADER)?.[1];
  if (body === undefined) throw new Error(`nn.h has no enum ${type}`);
  return Object.freeze(
    body
      .split(',')
      .map((each) => each.trim())
      .slice(0, -1),
  );
}

/** The values of nn.h's enums, and its limits, by their names in C. @type {Readonly<Record<string, number>>} */
export const NN = new Proxy(Object.freeze(readConstants()), {
  get(constants, name) {
    if (typeof name === 'string' && !(name in constants)) throw new Error(`nn.h has no ${name}`);
    return Reflect.get(constants, name);
  },
});
