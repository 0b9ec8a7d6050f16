/** What is written for people about the project: short where it must be, and every file and link that it names is there. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const README_LINES = 130;
/** They name files that somebody may add. */
const ADDITIONS = ['CONTRIBUTING.md', 'docs/additions.md'];

const papers = execFileSync('git', ['ls-files', '*.md'], { cwd: ROOT, encoding: 'utf8' }).trim().split('\n');

/** @param {string} path */
const read = (path) => readFileSync(join(ROOT, path), 'utf8');

/** Folders in which a path in a paper may begin: the root, web/ (for rooms) and the paper's own. @param {string} paper */
const beginnings = (paper) => ['.', 'web', dirname(paper)];

describe('papers', () => {
  test(`README.md has at most ${README_LINES} lines`, () => {
    assert.ok(read('README.md').trimEnd().split('\n').length <= README_LINES);
  });

  test('lead only to files that are there', () => {
    const dead = papers.flatMap((paper) =>
      Array.from(read(paper).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g), ([, target = '']) => target)
        .filter((target) => !existsSync(join(ROOT, dirname(paper), target)))
        .map((target) => `${paper}: ${target}`),
    );
    assert.deepEqual(dead, []);
  });

  test('name only files of the project that are there', () => {
    // What building and releasing make is not.
    const made = /^(dist|frozen|\.cache|node_modules|v\d)\//;
    const missing = papers
      .filter((paper) => !ADDITIONS.includes(paper))
      .flatMap((paper) =>
        Array.from(read(paper).matchAll(/`((?:[\w.-]+\/)+[\w.-]*)`/g), ([, path = '']) => path)
          .filter((path) => /\.(js|c|h|md|css|json|sh|yml|yaml|html|py)$|^(src|web|tests|tools|docs)\//.test(path) && !made.test(path))
          .filter((path) => !beginnings(paper).some((folder) => existsSync(join(ROOT, folder, path))))
          .map((path) => `${paper}: ${path}`),
      );
    assert.deepEqual(missing, []);
  });

  test('ARCHITECTURE.md names every room of web/', () => {
    const rooms = readdirSync(join(ROOT, 'web'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const table = read('ARCHITECTURE.md').split('## How a number')[0] ?? '';
    assert.deepEqual(
      rooms.map(({ name }) => name).filter((name) => !table.includes(`\`${name}/\``)),
      [],
    );
  });
});
