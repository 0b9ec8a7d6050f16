/** What a table's text is taken for: names or numbers, comments, blanks around a quotation mark; and the sentence about what is no number. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseNumber } from '../../web/base/read-number.js';
import { looksLikeNames } from '../../web/base/tables/names.js';
import { splitTable } from '../../web/base/tables/text-rows.js';

/** @param {readonly string[]} rows */
const below = (...rows) => rows.map((row) => ({ cells: row.split(' ') }));

describe('the first row holds names', () => {
  test('where words stand over numbers, in half of its columns or more', () => {
    assert.equal(looksLikeNames(['x1', 'x2', '3', '9'], below('1 2 3 4', '5 6 7 8')), true);
    assert.equal(looksLikeNames(['x1', '5', '3', '9'], below('1 2 3 4', '5 6 7 8')), false);
  });

  test('where words stand over words, and none of them comes again; and over numbers they may', () => {
    assert.equal(looksLikeNames(['color', 'taste'], below('red sweet', 'green sour')), true);
    assert.equal(looksLikeNames(['red', 'taste'], below('red sweet', 'green sour')), false);
    assert.equal(looksLikeNames(['red', 'mass'], below('red 3', 'green 4')), true);
    // What is missing is no name, whatever stands below it.
    assert.equal(looksLikeNames(['red', 'NA'], below('red 3', 'green 4')), false);
  });
});

describe('the text of a table', () => {
  test('has its names in the comment above its rows, and not in one between them', () => {
    assert.equal(splitTable('# a b\n1,2\n# of later\n3,4\n').comment, 'a b');
    assert.equal(splitTable('1,2\n# of later\n3,4\n').comment, null);
  });

  test('may have tabs before a quotation mark, where they are not what separates', () => {
    assert.deepEqual(
      splitTable('sep=,\nx,\t"1,5"\ny,\t"2,5"\n').rows.map(({ cells }) => cells),
      [
        ['x', '1,5'],
        ['y', '2,5'],
      ],
    );
  });
});

test('what is no number is told by its own signs, and of a sign that is not seen by its name', () => {
  const sentence = (/** @type {string} */ text) => {
    try {
      parseNumber(text);
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
    return '';
  };
  assert.equal(sentence('one'), '“one” is not a number. Type one such as 0.5, 0,5, 1/3 or 1e-6.');
  assert.match(sentence('1\u200bx'), /is not a number\. It has a character in it that is not seen, .+\. Type one/);
});
