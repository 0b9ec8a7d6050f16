/** CITATION.cff by the rules of the Citation File Format 1.2.0 that it uses, and in step with package.json and the change log. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';

const read = (/** @type {string} */ file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const citation = parse(read('CITATION.cff'));
const { version, license } = JSON.parse(read('package.json'));

/** The top-level fields that the format knows, and what they hold here. @type {Record<string, (value: unknown) => boolean>} */
const FIELDS = {
  'cff-version': (value) => value === '1.2.0',
  message: (value) => typeof value === 'string' && value.length > 0,
  type: (value) => value === 'software' || value === 'dataset',
  title: (value) => typeof value === 'string' && value.length > 0,
  abstract: (value) => typeof value === 'string' && value.length > 0,
  authors: (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((author) => typeof author.name === 'string' || typeof author['family-names'] === 'string'),
  version: (value) => value === version,
  license: (value) => value === license,
  keywords: (value) => Array.isArray(value) && value.every((word) => typeof word === 'string'),
};

test('CITATION.cff has the fields that the format asks for, each of its kind, and no others', () => {
  for (const key of ['cff-version', 'message', 'title', 'authors']) assert.ok(Object.hasOwn(citation, key), key);
  for (const [key, value] of Object.entries(citation)) assert.ok(FIELDS[key]?.(value), `${key}: ${JSON.stringify(value)}`);
});

test('the newest entry of CHANGELOG.md is the version of package.json', () => {
  assert.equal(/^## (\S+)/m.exec(read('CHANGELOG.md'))?.[1], version);
});
