/** Does what CONTRIBUTING.md shows: "In `file`, behind `anchor`:" or "before", and an indented block of code, which goes right there. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ section: string, file: string, where: 'behind' | 'before' | null, anchor: string, code: string }} Addition where null: a new file */

/**
 * @param {string} text of CONTRIBUTING.md
 * @returns {Addition[]}
 */
export function readAdditions(text) {
  return text
    .split(/^## /m)
    .slice(1)
    .flatMap((part) => {
      const section = part.slice(0, part.indexOf('\n'));
      const blocks = part.matchAll(
        /^(?:In `([^`]+)`, (behind|before) `((?:[^`]|`(?!:\n\n))+)`|New file `([^`]+)`):\n\n((?: {4}.*\n|\n(?= {4}))+)/gm,
      );
      return Array.from(blocks, ([, file, where, anchor = '', created, block]) => ({
        section,
        file: file ?? created ?? '',
        where: where === 'behind' || where === 'before' ? where : null,
        anchor,
        code: (block ?? '').replace(/^ {4}/gm, '').replace(/\n+$/, ''),
      }));
    });
}

/**
 * @param {string} root of the copy that is changed
 * @param {Addition} addition
 */
export function applyAddition(root, { file, where, anchor, code }) {
  const path = join(root, file);
  if (where === null) return writeFileSync(path, `${code}\n`);
  const text = readFileSync(path, 'utf8');
  const at = text.indexOf(anchor);
  if (at < 0 || text.indexOf(anchor, at + 1) >= 0) throw new Error(`${file} must have once: ${anchor}`);
  const place = where === 'behind' ? at + anchor.length : at;
  // On lines of its own where the anchor has the line for itself, with a blank line behind a function.
  const isLine = where === 'behind' ? text[place] === '\n' : text[place - 1] === '\n';
  const gap = /\n\}$/.test(code) ? '\n\n' : '\n';
  const inserted = !isLine ? code : where === 'behind' ? `\n${code}` : `${code}${gap}`;
  writeFileSync(path, text.slice(0, place) + inserted + text.slice(place));
}
