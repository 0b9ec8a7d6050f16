/**
 * The tests that open the page, one by one: a file of them takes minutes, so a change meets only those that are nearest to it. All of them come to all
 * of the page, so that one is near which speaks of the same things: classes, ids, keys, names.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** test: its file. name: a pattern that --test-name-pattern takes. words: what it speaks of. @typedef {{ test: string, name: string, words: Set<string> }} Case */

/** How a test begins, with its name behind it, or behind the panel that it unfolds. */
const BEGINNING = /^ *(?:\w*T|t)est\(\s*(?:'[\w-]+',\s*)?(['`])((?:\\.|(?!\1)[^\\\n])+)\1/gm;

/** Some tests of such a file open none. */
const OPENS = /\bpage[.)]|newPage\(|site\.open\(/;

/** What judges by a clock or by memory would judge a busy machine, and what counts bytes a page that is not minified. */
const MEASURES = /performance\.now\(\)|longestTask|usedHeap|domCounters|compressed bytes|bytes compressed/;

/** So many lines about a change tell what it is about. */
const ABOUT = 8;

/** @param {string} text */
const wordsOf = (text) => new Set(text.match(/[a-z][\w-]{3,}/gi));

/** @param {string} text of a test's file */
const patternOf = (text) =>
  text
    .split(/\$\{[^}]*\}/)
    .map((part) =>
      part
        .replace(/\\u(\w{4})/g, (_, code) => String.fromCharCode(parseInt(code, 16)))
        .replace(/\\(.)/g, '$1')
        .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'),
    )
    .join('.*');

/** @param {string} root @param {string} test @returns {Case[]} */
export function casesOf(root, test) {
  const text = readFileSync(join(root, test), 'utf8');
  const found = [...text.matchAll(BEGINNING)];
  return found.flatMap((match, at) => {
    const own = text.slice(match.index, found[at + 1]?.index);
    return MEASURES.test(own) || !OPENS.test(own) ? [] : { test, name: `^${patternOf(match[2])}$`, words: wordsOf(own) };
  });
}

/**
 * How much each test speaks of what stands about a change, and of what its file has in strings: a word weighs the less the more tests have it,
 * and in a long test, which speaks of much.
 * @param {readonly Case[]} cases @param {string} text of the file @param {number} line of the change, from 1
 * @returns {(one: Case) => number}
 */
export function spokenOf(cases, text, line) {
  const strings = text.match(/'[^'\n]*'|`[^`]*`/g) ?? [];
  const about = text.split('\n').slice(Math.max(0, line - ABOUT), line + ABOUT);
  const weights = [about, strings].flatMap((part, at) =>
    [...wordsOf(part.join(' '))].map((word) => {
      const { length } = cases.filter(({ words }) => words.has(word));
      return { word, weight: length === 0 ? 0 : (at === 0 ? 2 : 1) / length };
    }),
  );
  return ({ words }) => weights.reduce((sum, { word, weight }) => sum + (words.has(word) ? weight : 0), 0) / Math.sqrt(words.size);
}
