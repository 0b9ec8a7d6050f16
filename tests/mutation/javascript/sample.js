/**
 * The changes that Stryker can make to files, and a sample of them: always the same places of the present text. Whether a change is chosen
 * hangs on its own lines alone, so that work elsewhere leaves the sample as it is.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * file: from the project's root. what: how a report and survivors.js name it. from, to: the place in the file's text that change takes.
 * @typedef {{ file: string, line: number, what: string, from: number, to: number, change: string }} Mutant
 */

const SILENT = /** @type {any} */ ({ isDebugEnabled: () => false, debug: () => {}, info: () => {}, warn: console.warn });

/** Stryker's own package, which only this folder installs: its types are not there for everybody. */
const INSTRUMENTER = '@stryker-mutator/instrumenter';

/** Kinds whose change is an expression that may stand amid others: it gets parentheses, so that it stays one. */
const INNER = ['LogicalOperator', 'ArithmeticOperator', 'ConditionalExpression', 'EqualityOperator', 'UnaryOperator'];

/** Every change that can be made to a file. @param {string} root @param {string} file @returns {Promise<Mutant[]>} */
async function listMutants(root, file) {
  const content = readFileSync(join(root, file), 'utf8');
  const lines = content.split('\n');
  const starts = lines.map(() => 0);
  for (let at = 1; at < lines.length; at++) starts[at] = starts[at - 1] + lines[at - 1].length + 1;
  const { Instrumenter } = await import(INSTRUMENTER);
  /** @type {{ mutants: { mutatorName: string, replacement: string, location: Record<'start' | 'end', { line: number, column: number }> }[] }} */
  const { mutants } = await new Instrumenter(SILENT).instrument([{ name: file, mutate: true, content }], {
    plugins: null,
    excludedMutations: [],
    ignorers: [],
  });
  return mutants.map(({ mutatorName, replacement, location: { start, end } }) => {
    const [from, to] = [start, end].map(({ line, column }) => starts[line] + column);
    const change = INNER.includes(mutatorName) ? `(${replacement})` : replacement;
    const one = (/** @type {string} */ text) => text.replace(/\s+/g, ' ').trim();
    return {
      file,
      line: start.line + 1,
      what: `${one(lines[start.line])}: ${one(content.slice(from, to))} -> ${one(replacement)}`,
      from,
      to,
      change,
    };
  });
}

/** The same change twice in one file is told apart by its turn. @param {readonly Mutant[]} mutants of one file */
function withKeys(mutants) {
  /** @type {Map<string, number>} */
  const turns = new Map();
  return mutants.map((mutant) => {
    const what = `${mutant.file}: ${mutant.what}`;
    const turn = turns.get(what) ?? 0;
    turns.set(what, turn + 1);
    return { mutant, key: createHash('sha256').update(`${what} ${turn}`).digest('hex') };
  });
}

/** @param {string} root @param {readonly string[]} files @param {number} size Infinity: all of them @returns {Promise<Mutant[]>} */
export async function chooseMutants(root, files, size) {
  const all = [];
  for (const file of files) all.push(...withKeys(await listMutants(root, file)));
  all.sort((a, b) => (a.key < b.key ? -1 : 1));
  return all.slice(0, size).map(({ mutant }) => mutant);
}
