/**
 * The files of src/ stand on one another and never in a circle: a file x.c with its header x.h is one part, and includes only parts that do not need
 * it. network.h, the run object that all of them share, has no functions.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';

const SRC = new URL('../../src/', import.meta.url);
const listParts = () => readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => /\.[ch]$/.test(name));
const partOf = (/** @type {string} */ file) => file.replace(/\.[ch]$/, '');

/** @returns {Map<string, Set<string>>} what each part includes */
function readParts() {
  /** @type {Map<string, Set<string>>} */
  const parts = new Map();
  for (const file of listParts()) {
    const own = partOf(file);
    const needs = parts.get(own) ?? new Set();
    for (const [, header] of readFileSync(new URL(file, SRC), 'utf8').matchAll(/^#include "([^"]+)"/gm)) needs.add(partOf(header));
    needs.delete(own);
    parts.set(own, needs);
  }
  return parts;
}

/**
 * A circle that begins with this part, or null.
 * @param {Map<string, Set<string>>} parts @param {string} part @param {readonly string[]} way @returns {string[] | null}
 */
function circleFrom(parts, part, way) {
  if (way.includes(part)) return [...way.slice(way.indexOf(part)), part];
  for (const next of parts.get(part) ?? []) {
    const circle = circleFrom(parts, next, [...way, part]);
    if (circle) return circle;
  }
  return null;
}

test('no part of src/ needs itself, by whatever way', () => {
  const parts = readParts();
  for (const part of parts.keys()) assert.equal(circleFrom(parts, part, []), null);
  assert.deepEqual(circleFrom(new Map(Object.entries({ a: new Set(['b']), b: new Set(['c']), c: new Set(['b']) })), 'a', []), [
    'b',
    'c',
    'b',
  ]);
});

test('functions of one part are declared in its own header, so that what is included is all that is needed', () => {
  for (const file of listParts().filter((name) => name.endsWith('.h') && !/\bnn(_many)?\.h$/.test(name))) {
    const declared = [
      ...readFileSync(new URL(file, SRC), 'utf8').matchAll(/^(?!static|VEC_INLINE|typedef|#|\s|\/)[\w *]+?\b(\w+)\([^;{]*\);/gm),
    ];
    for (const [, name] of declared)
      assert.ok(
        name.startsWith(`${basename(partOf(file)).replace('-', '_')}_`) || /^(activation|loss)_row$/.test(name),
        `${file}: ${name}`,
      );
  }
});
