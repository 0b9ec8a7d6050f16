/** --grid KEY=V,V,...: the values of one field, as they are written on a command line. */
import { describe } from '../base/errors.js';
import { UsageError } from './failures.js';

const WANTED = 'the path of a field and its values, such as training.learningRate=0.1,0.5,1 or network.hidden=2,[4,4]';

/**
 * @param {string | undefined} lines one for each --grid
 * @returns {import('../experiment/grid.js').Grid | undefined}
 * @throws {UsageError}
 */
export function readGrid(lines) {
  if (lines === undefined) return undefined;
  /** @type {Record<string, readonly unknown[]>} */
  const grid = {};
  for (const line of lines.split('\n')) {
    const match = /^([A-Za-z][\w.]*)=(.+)$/.exec(line);
    if (match === null) throw new UsageError(`--grid must be ${WANTED}; got ${describe(line)}`);
    const [, path, values] = match;
    if (Object.hasOwn(grid, path)) throw new UsageError(`--grid names ${path} twice`);
    grid[path] = splitOutside(values).map((text) => readValue(text, line));
  }
  return grid;
}

/** The texts between commas that stand in no brackets. @param {string} text */
function splitOutside(text) {
  const parts = [''];
  let depth = 0;
  for (const sign of text) {
    depth += sign === '[' ? 1 : sign === ']' ? -1 : 0;
    if (sign === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts;
}

/**
 * A number, list, true or false as in JSON; anything else is a name, such as of a scheme.
 * @param {string} text
 * @param {string} line for the sentence
 */
function readValue(text, line) {
  if (text === '') throw new UsageError(`--grid must be ${WANTED}; got ${describe(line)}`);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
