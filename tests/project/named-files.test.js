/** Every file of the project is there for somebody: it is named by another file, or found by a rule that is written down here. The rest is junk. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What is made or installed, not written. */
const MADE = ['.git', '.cache', 'dist', 'node_modules'];

/** Files that programs or people find without being told their name. */
const FOUND = [
  {
    by: 'people, git, GitHub, npm and editors, who know these names',
    path: /^(\.gitignore|LICENSE|[A-Z]+\.md|CITATION\.cff|biome\.json|\.clang-format|docs\/\w[\w-]*\.md)$/,
  },
  { by: 'GitHub', path: /^\.github\/workflows\/[\w-]+\.yml$/ },
  { by: 'the compiler, which takes every source', path: /^src\/(many\/)?[\w-]+\.c$/ },
  { by: "Node's test runner", path: /^tests\/([\w-]+\/)+[\w-]+\.test\.js$/ },
  {
    by: 'npm, in folders with packages of their own',
    path: /^tests\/(bench|bundlers|course|mutation\/javascript)\/package(-lock)?\.json$/,
  },
  { by: 'visitors: the folder is published as it is', path: /^web\/site\/static\// },
  { by: 'tests that read every file of the folder', path: /^tests\/(reference|hostile)\/[\w-]+\.json$/ },
  { by: 'whoever checks a frozen version', path: /^frozen\/v\d+\.SHA256SUMS$/ },
];

/** @param {string} folder @returns {string[]} paths from the root */
function listFiles(folder) {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (MADE.includes(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}

/**
 * The files that another one names by their last part, as an import, a link or a sentence does.
 * @param {readonly string[]} files
 */
function namedFiles(files) {
  /** @type {Map<string, Set<string>>} */
  const namers = new Map();
  for (const file of files.filter((path) => !/\.(png|wasm)$|(^|\/)package-lock\.json$/.test(path))) {
    for (const [word] of readFileSync(join(ROOT, file), 'utf8').matchAll(/[\w.-]*\w/g))
      namers.set(word, (namers.get(word) ?? new Set()).add(file));
  }
  return files.filter((file) => [...(namers.get(basename(file)) ?? [])].some((namer) => namer !== file));
}

test('no file lies about that nothing names and no rule finds', () => {
  const files = listFiles('.');
  assert.ok(files.length > 400);
  const named = new Set(namedFiles(files));
  assert.deepEqual(
    files.filter((file) => !named.has(file) && !FOUND.some(({ path }) => path.test(file))),
    [],
  );
});

test('every rule still finds a file', () => {
  const files = listFiles('.');
  // Nothing is frozen before the first release.
  assert.deepEqual(
    FOUND.filter(({ path }) => !files.some((file) => path.test(file)) && !path.test('frozen/v1.SHA256SUMS')).map(({ by }) => by),
    [],
  );
});
