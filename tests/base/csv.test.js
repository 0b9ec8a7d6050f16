/** Tables of numbers as people have them: every separator, header, quote and line end, and a place for whatever is wrong. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { TableError, parseTable, splitRows, standardize, toExamples, writeExamples } from '../../web/base/csv.js';
import { labMessages as messages } from '../../web/messages/en/lab.js';
import { assertClose } from '../support/shared.js';

const LIMITS = { characters: 10_000, rows: 50, columns: 8, value: 1e9 };
const parse = (/** @type {string} */ text) => parseTable(text, LIMITS);

/** @param {string} text */
function problemOf(text) {
  try {
    parse(text);
  } catch (error) {
    assert.ok(error instanceof TableError, String(error));
    return error.problem;
  }
  return assert.fail(`accepted: ${text}`);
}

describe('a table is read', () => {
  for (const [what, text] of [
    ['with commas', 'a,b,y\n0,0.5,1\n2,-1e-3,0'],
    ['with semicolons and decimal commas', 'a;b;y\n0;0,5;1\n2;-1e-3;0'],
    ['with tabs', 'a\tb\ty\n0\t0.5\t1\n2\t-0,001\t0'],
    ['with a byte order mark and line ends of two characters', '\uFEFFa,b,y\r\n0,0.5,1\r\n2,-0.001,0\r\n'],
    ['with old line ends', 'a,b,y\r0,0.5,1\r2,-0.001,0\r'],
    ['with quotes, spaces and blank lines', '\n"a", b ,"y"\n\n 0 , "0,5" ,1\n"2",\u22120.001, 0 \n , ,\n\n'],
    ['with fractions', 'a,b,y\n0,1/2,1\n2,-1/1000,0'],
  ]) {
    test(what, () => {
      const { header, rows } = parse(text);
      assert.deepEqual(header, ['a', 'b', 'y']);
      assert.deepEqual(rows, [
        [0, 0.5, 1],
        [2, -0.001, 0],
      ]);
    });
  }

  test('without a header', () => {
    assert.deepEqual(parse('1,2\n3,4'), {
      header: null,
      rows: [
        [1, 2],
        [3, 4],
      ],
      lines: [1, 2],
    });
    assert.deepEqual(parse('1;2').rows, [[1, 2]]);
  });

  test('quotes, separators and line ends inside a quoted name are part of it', () => {
    const { header, rows, lines } = parse('"the ""price"", in ;","two\r\nlines",y\n1,2,3');
    assert.deepEqual(header, ['the "price", in ;', 'two lines', 'y']);
    assert.deepEqual([rows, lines], [[[1, 2, 3]], [3]]);
  });

  test('a name is cut to what an experiment takes', () => {
    assert.equal(parse(`${'n'.repeat(99)},y\n1,2`).header?.[0].length, 60);
  });
});

describe('what is no table is refused, with its place', () => {
  for (const [text, problem] of /** @type {[string, object][]} */ ([
    ['', { kind: 'empty' }],
    [' \n\n', { kind: 'empty' }],
    ['a,b\n1,2\n3', { kind: 'ragged', line: 3, got: 1, wanted: 2, separator: ',' }],
    ['a,b\n1,2\n3,4,5', { kind: 'ragged', line: 3, got: 3, wanted: 2, separator: ',' }],
    ['a,b\n\n1,x', { kind: 'not-a-number', line: 3, column: 2, cell: 'x' }],
    ['1,2\n3,', { kind: 'not-a-number', line: 2, column: 2, cell: '' }],
    ['1,2\n3,1e99', { kind: 'too-large', line: 2, column: 2, cell: '1e99', wanted: 1e9 }],
    ['a,b', { kind: 'header-only', line: 1 }],
    ['1,"2\n3', { kind: 'open-quote', line: 1, column: 2 }],
    ['"a\nb" c,1\n2,3', { kind: 'after-quote', line: 2, column: 1 }],
    ['1,2,3,4,5,6,7,8,9', { kind: 'too-many-columns', line: 1, got: 9, wanted: 8 }],
    ['1,2\n'.repeat(51), { kind: 'too-many-rows', line: 51, wanted: 50 }],
    ['1,2\n'.repeat(3000), { kind: 'too-long', got: 12_000, wanted: 10_000 }],
    ['a,b\n1,NaN', { kind: 'not-a-number', line: 2, column: 2, cell: 'NaN' }],
    ['a,b\n1,Infinity', { kind: 'not-a-number', line: 2, column: 2, cell: 'Infinity' }],
  ])) {
    test(JSON.stringify(text.slice(0, 30)), () => {
      const found = problemOf(text);
      assert.deepEqual(found, problem);
      const sentence = messages.dataPanel.problem(found);
      assert.match(sentence, /^[A-Z\d].*\.$/);
      if (found.line !== undefined) assert.match(sentence, new RegExp(`[Ll]ine ${found.line}\\b`));
    });
  }

  test('too few columns for an input and the targets', () => {
    assert.throws(
      () => toExamples(parse('1,2\n3,4'), 2),
      (error) => error instanceof TableError && error.problem.kind === 'too-few-columns',
    );
  });
});

describe('any text', () => {
  test('is read or refused with its kind, and never anything else', () => {
    const pieces = fc.array(fc.constantFrom('"', ',', ';', '\t', '\n', '\r', '\r\n', ' ', '1', '-2.5', '0,5', 'x', '\uFEFF', 'é'), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(pieces, (parts) => {
        try {
          const { rows, lines } = parse(parts.join(''));
          assert.ok(rows.every((row) => row.length === rows[0].length && row.every(Number.isFinite)));
          assert.equal(lines.length, rows.length);
        } catch (error) {
          assert.ok(error instanceof TableError, String(error));
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('quoted: whatever a cell holds comes back', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r', ' ', '1'), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (table) => {
        const text = table.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\n');
        assert.deepEqual(
          splitRows(text).map(({ cells }) => cells),
          table.filter((row) => row.some((value) => value.trim() !== '')),
        );
      }),
    );
  });
});

describe('examples', () => {
  test('the last columns are targets; columns without a name get one', () => {
    assert.deepEqual(toExamples(parse('price,,sold\n1,2,0\n3,4,1'), 1), {
      x: [
        [1, 2],
        [3, 4],
      ],
      y: [[0], [1]],
      features: ['price', 'x2'],
      targets: ['sold'],
    });
    assert.deepEqual(toExamples(parse('1,2,0\n3,4,1'), 2), {
      x: [[1], [3]],
      y: [
        [2, 0],
        [4, 1],
      ],
      features: ['x1'],
      targets: ['y1', 'y2'],
    });
  });

  test('written and read again they are the same, to the bit', () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((number) => number + 0);
    const name = fc.string({ maxLength: 12 }).map((text) => text.replace(/\s+/g, ' ').trim());
    const examples = fc.integer({ min: 1, max: 4 }).chain((inputs) =>
      fc.record({
        x: fc.array(fc.array(value, { minLength: inputs, maxLength: inputs }), { minLength: 1, maxLength: 6 }),
        // Names that a column without one would get are taken from it, and none is there twice.
        features: fc.uniqueArray(
          name.filter((text) => !/^[xy]\d*( \(\d+\))?$/.test(text)),
          { minLength: inputs, maxLength: inputs },
        ),
      }),
    );
    fc.assert(
      fc.property(examples, ({ x, features }) => {
        const own = { x, y: x.map((_, at) => [at % 2]), features, targets: ['y'] };
        const again = toExamples(parse(writeExamples(own)), 1);
        assert.deepEqual([again.x, again.y], [own.x, own.y]);
        assert.deepEqual(
          again.features,
          features.map((each, at) => each || `x${at + 1}`),
        );
      }),
    );
  });

  test('standardized, every feature has mean 0 and deviation 1', () => {
    const x = standardize([
      [1, 7],
      [2, 7],
      [6, 7],
    ]);
    assertClose([x[0][0] + x[1][0] + x[2][0], (x[0][0] ** 2 + x[1][0] ** 2 + x[2][0] ** 2) / 3], [0, 1]);
    assert.deepEqual(
      x.map((row) => row[1]),
      [0, 0, 0],
    );
  });
});

test('a refused table is an error by name, with its problem for whoever finds words', () => {
  const error = new TableError({ kind: 'ragged', line: 2, got: 1, wanted: 3 });
  assert.equal(error.name, 'TableError');
  assert.deepEqual(error.problem, { kind: 'ragged', line: 2, got: 1, wanted: 3 });
  assert.equal(String(error), 'TableError: {"kind":"ragged","line":2,"got":1,"wanted":3}');
});
