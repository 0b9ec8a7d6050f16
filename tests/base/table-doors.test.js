/** Tables as other programs and other countries write them: thousands, headers, separators, comments, JSON, classes, encodings. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TableError, parseTable, readTable, toExamples, writeExamples } from '../../web/base/csv.js';
import { decodeText } from '../../web/base/tables/decode.js';
import { examplesOf, firstRoles } from '../../web/base/tables/examples.js';
import { readFigure } from '../../web/base/tables/figures.js';
import { labMessages as english } from '../../web/messages/en/lab.js';
import { labMessages as spanish } from '../../web/messages/es/lab.js';

const LIMITS = { characters: 10_000, rows: 200, columns: 20, value: 1e9 };
/** @param {string} text @param {import('../../web/base/csv.js').TableChoices} [choices] */
const parse = (text, choices) => parseTable(text, LIMITS, choices);
/** @param {string} text @param {import('../../web/base/csv.js').TableChoices} [choices] */
const read = (text, choices) => readTable(text, LIMITS, choices);

/** @param {() => unknown} act */
function problemOf(act) {
  try {
    act();
  } catch (error) {
    assert.ok(error instanceof TableError, String(error));
    for (const { dataPanel } of [english, spanish]) assert.match(dataPanel.problem(error.problem), /^[A-Z\d\u00ab\u201c].*\.$/s);
    return error.problem;
  }
  return assert.fail('accepted');
}

describe('a number with its thousands set apart', () => {
  for (const [text, value] of /** @type {[string, number][]} */ ([
    ['1,234,567', 1234567],
    ['1,234,567.8', 1234567.8],
    ['1.234.567,8', 1234567.8],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['-1,234.50', -1234.5],
    ['\u22121.234,50', -1234.5],
    ['1 234,5', 1234.5],
    ['1\u00a0234\u00a0567', 1234567],
    ['1\u202f234,5', 1234.5],
    ['1\u2009234.5', 1234.5],
    ["1'234.5", 1234.5],
    ['1\u2019234\u2019567.25', 1234567.25],
    ['12,34,567', 1234567],
    ['1,23,45,678.9', 12345678.9],
    ['1_000_000.5', 1000000.5],
    ['1,234,567.8e-3', 1234.5678],
    ['0,123', 0.123],
    ['0.123', 0.123],
    ['1234,567', 1234.567],
    ['1234.567', 1234.567],
    ['12,34', 12.34],
    ['1,5e3', 1500],
    ['\uff11\uff0c\uff12\uff13\uff14\uff0c\uff15\uff16\uff17', 1234567],
  ])) {
    test(text, () => {
      const figure = readFigure(text);
      assert.deepEqual([figure?.value, figure?.unsure], [value, undefined]);
    });
  }

  for (const text of ['1,23,4', '1.234.56', '1,234 567', '1 23', '12 34 567', '1,,234', '1.2.3', '', '1,234,567,8', "1'23"]) {
    test(`no number: ${JSON.stringify(text)}`, () => assert.equal(readFigure(text), null));
  }

  test('one mark before three digits says neither', () => {
    assert.deepEqual(readFigure('1,234'), { value: 1.234, decimal: null, unsure: ',', grouped: 1234 });
    assert.deepEqual(readFigure('-399.900'), { value: -399.9, decimal: null, unsure: '.', grouped: -399900 });
  });
});

describe('a column that can be read in two ways', () => {
  const PRICES = 'size\tprice\tsold\n950\t1,050\t0\n1,234\t399,900\t1';

  test('is refused with both readings, and read as is said then', () => {
    assert.deepEqual(
      problemOf(() => parse(PRICES)),
      { kind: 'two-readings', line: 3, column: 1, cell: '1,234', readings: [1.234, 1234] },
    );
    assert.deepEqual(parse(PRICES, { decimal: '.' }).rows, [
      [950, 1050, 0],
      [1234, 399900, 1],
    ]);
    assert.deepEqual(parse(PRICES, { decimal: ',' }).rows, [
      [950, 1.05, 0],
      [1.234, 399.9, 1],
    ]);
    assert.deepEqual(problemOf(() => parse(PRICES.replaceAll(',', '.'))).readings, [1.234, 1234]);
    assert.equal(problemOf(() => parse('size,price\n950,"1,050"\n800,"2,000"')).kind, 'two-readings');
    assert.match(english.dataPanel.problem(problemOf(() => parse(PRICES))), /1\.234 or as 1234/);
  });

  test('is read as its other cells, or the rest of the table, say', () => {
    const first = (/** @type {string} */ text) => parse(text).rows.map((row) => row[0]);
    assert.deepEqual(first('a\tb\n1,234\t1\n1,234,567\t0'), [1234, 1234567]);
    assert.deepEqual(first('a\tb\n1,234\t1\n12,5\t0'), [1.234, 12.5]);
    assert.deepEqual(first('a\tb\n1,234\t1\n99.5\t0'), [1234, 99.5]);
    assert.deepEqual(first('a;b\n1.234;0\n0,5;1'), [1234, 0.5]);
    assert.deepEqual(first('a;b\n1.234;0\n0.500;1'), [1.234, 0.5]);
    assert.deepEqual(first('a\tb\n1,234\t0.5\n2,000\t0.25'), [1234, 2000]);
    assert.deepEqual(first('a,b\n1.234,0\n2.345,1'), [1.234, 2.345]);
    assert.deepEqual(first('1.234 0\n2.345 1'), [1.234, 2.345]);
    assert.equal(problemOf(() => parse('a\tb\n1,234\t1\n0,5\t2\n0.5\t3')).kind, 'two-readings');
  });
});

describe('the line of names', () => {
  const headerOf = (/** @type {string} */ text) => read(text).names;
  for (const [text, names] of /** @type {[string, string[] | null][]} */ ([
    ['0.1,0.2,1\n0.2,0.3,0', null],
    ['1,2,3,4,5\n5.1,3.5,1.4,0.2,setosa\n6.2,2.9,4.3,1.3,versicolor', ['1', '2', '3', '4', '5']],
    ['0,1,2\n0.5,0.25,1\n0.75,1,0', ['0', '1', '2']],
    ['1,2,3\n4,5,6', null],
    ['1,2\n3,4', null],
    ['country,2019,2020\n0,1.5,1\n1,1.75,0', ['country', '2019', '2020']],
    ['5.1,3.5,setosa\n6.2,2.9,virginica\n5.0,3.3,setosa', null],
    ['x,y\ntrue,false\nfalse,true', ['x', 'y']],
    [',x,y\n0,1.5,1\n1,2.5,0', ['', 'x', 'y']],
    [',0,1\n0,0.5,1\n1,0.75,0', ['', '0', '1']],
  ])) {
    test(JSON.stringify(text.split('\n')[0]), () => assert.deepEqual(headerOf(text), names));
  }

  test('a first line with a number missing is no line of names, and one of names can be said to be none', () => {
    assert.deepEqual(
      problemOf(() => parse('0.1,,1\n0.2,0.3,0')),
      { kind: 'not-a-number', line: 1, column: 2, cell: '' },
    );
    assert.equal(problemOf(() => parse('NA,3,1\n2,4,0')).line, 1);
    assert.equal(problemOf(() => parse('a,b\n1,2', { header: false })).line, 1);
    assert.deepEqual(parse('1,2\n3,4', { header: true }), { header: ['1', '2'], rows: [[3, 4]], lines: [2] });
  });

  test('a column that counts the rows is found, whether its name is empty or missing', () => {
    const counts = (/** @type {string} */ text) => read(text).columns.map(({ countsRows }) => countsRows);
    assert.deepEqual(counts(',a,y\n0,5,1\n1,6,0\n2,7,1'), [true, false, false]);
    assert.deepEqual(counts('"a" "y"\n"1" 5 1\n"2" 6 0'), [true, false, false]);
    assert.deepEqual(counts('Unnamed: 0,a,y\n0,5,1\n1,6,0'), [true, false, false]);
    assert.deepEqual(counts('x,a,y\n0,5,1\n1,6,0'), [false, false, false]);
    assert.deepEqual(counts('0,5,1\n1,6,0'), [false, false, false]);
    const table = read(',a,y\n0,5,1\n1,6,0');
    assert.deepEqual(examplesOf(table, firstRoles(table.columns, 1), { inputs: 3, outputs: 3 }), {
      x: [[5], [6]],
      y: [[1], [0]],
      features: ['a'],
      targets: ['y'],
    });
  });

  test('two columns never get one name', () => {
    assert.deepEqual(toExamples(parse('a,a,y,y\n1,2,3,4'), 1).features, ['a', 'a (2)', 'y']);
    assert.deepEqual(toExamples(parse('a,a,y,y\n1,2,3,4'), 1).targets, ['y (2)']);
    assert.deepEqual(toExamples(parse('x2,,y\n1,2,3'), 1).features, ['x2', 'x2 (2)']);
    const long = 'n'.repeat(70);
    const { features } = toExamples(parse(`${long},${long},y\n1,2,3`), 1);
    assert.equal(new Set(features).size, 2);
    assert.ok(features.every((name) => name.length <= 60));
  });

  test('what nobody would see in a name is shown as what it is', () => {
    assert.deepEqual(parse('a\u202eb,c\u0007,"d\ne",y\n1,2,3,4').header, ['a\u2039U+202E\u203ab', 'c\u2039U+0007\u203a', 'd e', 'y']);
  });
});

describe('what stands between cells', () => {
  const ROWS = [
    [0, 0.5, 1],
    [2, -1.5, 0],
  ];
  for (const [what, text] of [
    ['a line of Excel that says it', 'sep=;\r\na;b;y\r\n0;0,5;1\r\n2;-1,5;0\r\n'],
    ['the same, with commas that are no separators', '"sep=;"\na;b;y\n0;0,5;1\n2;-1,5;0'],
    ['blanks of np.savetxt', '0.000000000000000000e+00 5.000000000000000000e-01 1\n2.000e+00 -1.5e+00 0\n'],
    ['runs of blanks', '  a    b   y\n  0  0.5   1\n  2 -1.5   0\n'],
    ['blanks beside decimal commas', '0  0,5   1\n2 -1,5   0'],
    ['names in a comment', '# x1,x2,y\n0,0.5,1\n2,-1.5,0'],
    ['names in a comment, with other separators', '# made by hand\n# x1,x2,y\n0 0.5 1\n2 -1.5 0'],
    ['comments anywhere', '# a table\na,b,y\n0,0.5,1\n# the second\n2,-1.5,0\n#end'],
    ['a last empty column', 'a,b,y,\n0,0.5,1,\n2,-1.5,0,\n'],
    ['a last empty column that some lines leave out', 'a;b;y;\n0;0,5;1\n2;-1,5;0;;\n'],
    ['a last empty column below the names only', 'a,b,y\n0,0.5,1,\n2,-1.5,0,\n'],
    ['bars', 'a|b|y\n0|0.5|1\n2|-1.5|0'],
    ['JSON of objects', '[{"a":0,"b":0.5,"y":1},{"a":2,"b":-1.5,"y":0}]'],
    ['JSON of lists', '[[0,0.5,1],[2,-1.5,0]]'],
    ['JSON of columns', '{"a":[0,2],"b":[0.5,-1.5],"y":[1,0]}'],
    ['JSON of columns with an index', '{"a":{"0":0,"1":2},"b":{"0":0.5,"1":-1.5},"y":{"0":1,"1":0}}'],
    ['JSON, split', '{"columns":["a","b","y"],"index":[0,1],"data":[[0,0.5,1],[2,-1.5,0]]}'],
    ['an object a line', '{"a":0,"b":0.5,"y":1}\n{"a":2,"b":-1.5,"y":0}\n'],
  ]) {
    test(what, () => assert.deepEqual(parse(text).rows, ROWS));
  }

  test('names in comments are names', () => {
    assert.deepEqual(parse('# x1,x2,y\n0 0.5 1\n2 -1.5 0').header, ['x1', 'x2', 'y']);
    assert.deepEqual(parse('# made by hand\n0,1\n2,3').header, null);
  });

  test('a sentence about cells names the separator', () => {
    for (const [text, word] of [
      ['a;b;y\n1;2;3\n1;2', 'semicolons'],
      ['a\tb\ty\n1\t2\t3\n1\t2', 'tabs'],
      ['1 2 3\n1 2', 'blanks'],
      ['1,2,3\n1,2', 'commas'],
    ]) {
      assert.match(english.dataPanel.problem(problemOf(() => parse(text))), new RegExp(word));
    }
  });

  test('a place in JSON is an example and a name', () => {
    const problem = problemOf(() => parse('[{"r":255,"y":1},{"r":1,"y":1},{"r":null,"y":0}]'));
    assert.deepEqual(problem, { kind: 'not-a-number', row: 3, column: 1, name: 'r', cell: '' });
    assert.match(english.dataPanel.problem(problem), /Example 3/);
    assert.equal(problemOf(() => parse('{"version":1,"network":{},"data":{}}')).kind, 'experiment');
    assert.equal(problemOf(() => parse('{"a":1}')).kind, 'not-a-table');
    assert.equal(problemOf(() => parse('[]')).kind, 'empty');
  });
});

test('a cell in a sentence ends where its quotes end, and hides nothing', () => {
  const problem = problemOf(() => parse('a,b\n1,2\n3,x\u201d is fine. \u201c\u202ey'));
  assert.equal(english.dataPanel.problem(problem), 'Line 3, column 2: \u201cx" is fine. "\u2039U+202E\u203ay\u201d is not a number.');
});

describe('classes', () => {
  /** @param {string} text @param {import('../../web/base/tables/examples.js').Role[]} [roles] */
  const examples = (text, roles) => {
    const table = read(text);
    return examplesOf(table, roles ?? firstRoles(table.columns, 1), { inputs: 6, outputs: 4 });
  };

  test('of three names are a column each', () => {
    const { y, targets } = examples('a,species\n1,setosa\n2,virginica\n3,versicolor\n4,setosa');
    assert.deepEqual(targets, ['setosa', 'versicolor', 'virginica']);
    assert.deepEqual(y, [
      [1, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
      [1, 0, 0],
    ]);
  });

  test('of two names are one column, named for what is 1', () => {
    const { y, targets } = examples('a,b\n1,malignant\n2,benign');
    assert.deepEqual([targets, y], [['malignant'], [[1], [0]]]);
  });

  for (const [no, yes] of [
    ['false', 'true'],
    ['False', 'True'],
    ['no', 'yes'],
    ['no', 's\u00ed'],
    ['FALSO', 'VERDADERO'],
    ['nein', 'ja'],
    ['N', 'Y'],
  ]) {
    test(`${no} is 0 and ${yes} is 1, under the name of their column`, () => {
      const { y, targets } = examples(`a,sold\n1,${no}\n2,${yes}\n3,${yes}`);
      assert.deepEqual([targets, y], [['sold'], [[0], [1], [1]]]);
    });
  }

  test('that are numbers are one column a class where that is asked for', () => {
    const { y, targets } = examples('a,digit\n1,3\n2,7\n3,5', ['feature', 'classes']);
    assert.deepEqual(targets, ['digit = 3', 'digit = 5', 'digit = 7']);
    assert.deepEqual(y[1], [0, 0, 1]);
  });

  test('among the features are columns, too, and a text is left out', () => {
    assert.deepEqual(examples('color,a,y\nred,1,0\nblue,2,1\ngreen,3,1').features, ['color: blue', 'color: green', 'color: red', 'a']);
    const names = Array.from({ length: 12 }, (_, at) => `name ${at},${at * 2},${at % 2}`).join('\n');
    assert.deepEqual(examples(`who,a,y\n${names}`).features, ['a']);
  });

  test('that do not fit are refused', () => {
    const many = Array.from({ length: 5 }, (_, at) => `${at},c${at}`).join('\n');
    assert.deepEqual(
      problemOf(() => examples(`a,b\n${many}`)),
      { kind: 'too-many-classes', name: 'b', got: 5, wanted: 4 },
    );
    assert.equal(problemOf(() => examples('a,b\n1,cat\n2,cat')).kind, 'one-class');
    assert.equal(problemOf(() => examples('a,b\n1,2', ['feature', 'out'])).kind, 'no-target');
    assert.equal(problemOf(() => examples('a,b\n1,2', ['out', 'target'])).kind, 'no-feature');
    assert.equal(problemOf(() => examples('a,b\n1,cat\n2,')).line, 3);
    assert.equal(problemOf(() => parse('a,b\n1,2\n3,cat')).cell, 'cat');
  });
});

describe('bytes of a file', () => {
  const bytes = (/** @type {number[]} */ ...values) => new Uint8Array(values);
  test('are UTF-8, UTF-16 with its mark, or Windows-1252', () => {
    assert.equal(decodeText(new TextEncoder().encode('\uFEFFa\u00f1o,y')), 'a\u00f1o,y');
    assert.equal(decodeText(bytes(0xff, 0xfe, 0x61, 0, 0xf1, 0, 0x6f, 0)), 'a\u00f1o');
    assert.equal(decodeText(bytes(0xfe, 0xff, 0, 0x61, 0, 0xf1, 0, 0x6f)), 'a\u00f1o');
    assert.equal(decodeText(bytes(0x61, 0xf1, 0x6f, 0x80)), 'a\u00f1o\u20ac');
  });

  test('of a workbook are refused', () => {
    assert.equal(problemOf(() => decodeText(bytes(0x50, 0x4b, 3, 4, 20))).kind, 'workbook');
    assert.equal(problemOf(() => decodeText(bytes(0xd0, 0xcf, 0x11, 0xe0))).kind, 'workbook');
  });
});

test('names that a spreadsheet takes for formulas, numbers or comments are written so that it does not, and read back', () => {
  const features = ['=cmd|x', '+1', '-a', '@b', "'=c", '1.5', '#d', '[e', '-', 'a|b', '\u00bd', "'\u00bd"];
  const text = writeExamples({ x: [features.map((_, at) => at)], y: [[1]], features, targets: ['0'] });
  for (const cell of text.split('\n')[0].split(',')) assert.doesNotMatch(cell, /^"?[=+\-@]/);
  const again = toExamples(parse(text), 1);
  assert.deepEqual([again.features, again.targets], [features, ['0']]);
});
