/**
 * Does what CONTRIBUTING.md and docs/additions.md show. "In `file`, behind `anchor`:" or "before", and an indented block of code, which goes
 * right there, or code on the same line, which is indented as its neighbor; "New file `file`:" and a block. A * in a path is every language.
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @typedef {{ section: string, file: string, where: 'behind' | 'before' | null, anchor: string, code: string, isInline: boolean }} Addition where null: a new file */

const BLOCK = /^(?:In `([^`]+)`, (behind|before) `((?:[^`]|`(?!:\n\n))+)`|New file `([^`]+)`):\n\n((?: {4}.*\n|\n(?= {4}))+)/gm;
const INLINE = /^- In `([^`]+)`, (behind|before) `([^`]+)`: `([^`]+)`$/gm;

/**
 * @param {string} text
 * @returns {Addition[]} in the order of the text
 */
export function readAdditions(text) {
  return text
    .split(/^## /m)
    .slice(1)
    .flatMap((part) => {
      const section = part.slice(0, part.indexOf('\n'));
      const blocks = Array.from(part.matchAll(BLOCK), ({ index, 1: file, 2: where, 3: anchor = '', 4: created, 5: block = '' }) => ({
        index,
        addition: {
          section,
          file: file ?? created ?? '',
          where: where === 'behind' || where === 'before' ? /** @type {'behind' | 'before'} */ (where) : null,
          anchor,
          code: block.replace(/^ {4}/gm, '').replace(/\n+$/, ''),
          isInline: false,
        },
      }));
      const inline = Array.from(part.matchAll(INLINE), ({ index, 1: file = '', 2: where, 3: anchor = '', 4: code = '' }) => ({
        index,
        addition: { section, file, where: /** @type {'behind' | 'before'} */ (where), anchor, code, isInline: true },
      }));
      return [...blocks, ...inline].sort((one, other) => one.index - other.index).map(({ addition }) => addition);
    });
}

/**
 * The files that an addition changes or makes.
 * @param {string} root
 * @param {Addition} addition
 * @returns {string[]} paths from the root
 */
export function filesOf(root, { file }) {
  if (!file.includes('*')) return [file];
  const [before = '', after = ''] = file.split('*');
  return readdirSync(join(root, before), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${before}${entry.name}${after}`);
}

/**
 * @param {string} root of the copy that is changed
 * @param {Addition} addition
 */
export function applyAddition(root, addition) {
  for (const file of filesOf(root, addition)) applyTo(join(root, file), file, addition);
}

/** @param {string} path @param {string} file @param {Addition} addition */
function applyTo(path, file, { where, anchor, code, isInline }) {
  if (where === null) {
    mkdirSync(dirname(path), { recursive: true });
    return writeFileSync(path, `${code}\n`);
  }
  const text = readFileSync(path, 'utf8');
  const at = text.indexOf(anchor);
  if (at < 0 || text.indexOf(anchor, at + 1) >= 0) throw new Error(`${file} must have once: ${anchor}`);
  const place = where === 'behind' ? at + anchor.length : at;
  // On lines of its own where the anchor has the line for itself, with a blank line behind a function.
  const isLine = where === 'behind' ? text[place] === '\n' : text[place - 1] === '\n';
  const indent = isInline ? (/^ */.exec(text.slice(text.lastIndexOf('\n', at) + 1))?.[0] ?? '') : '';
  const gap = /\n\}$/.test(code) ? '\n\n' : '\n';
  const inserted = !isLine ? code : where === 'behind' ? `\n${indent}${code}` : `${indent}${code}${gap}`;
  writeFileSync(path, text.slice(0, place) + inserted + text.slice(place));
}
