/** What a class hands in, as mails, platforms and spreadsheets give it; and the table of grades, which no spreadsheet takes for formulas. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { readAnswers } from '../../web/tasks/answers.js';
import { gradeRows, mannerOf, writeRows } from '../../web/tasks/grade-table.js';
import { LABELS, readHandIn, readNumber, readStep, writeHandIn } from '../../web/tasks/hand-in.js';
import { parseTask } from '../../web/tasks/task.js';
import { ONE_NUMBER, solve } from './students.js';

/** @type {ReturnType<typeof solve>} */
let solved;
before(async () => {
  const lab = await openLab();
  solved = solve(lab, parseTask(ONE_NUMBER), 17, ({ w5 }) => ({ w6: w5 }));
  lab.close();
});

const text = (language = 0) => writeHandIn({ title: 'One number', name: 'Ada Lovelace', ...solved }, language);
const expected = () => ({ name: 'Ada Lovelace', number: '17', experiment: solved.experiment, step: 2000, fingerprint: solved.fingerprint });
/** Experiments are compared by what they are. @param {import('../../web/tasks/hand-in.js').HandIn} handIn */
const plain = (handIn) => JSON.parse(JSON.stringify(handIn));
/** @param {string} table */
const read = (table) => readAnswers(table).handIns.map(plain);
const quoted = (/** @type {string} */ cell) => `"${cell.replaceAll('"', '""')}"`;

describe('the text of a hand-in', () => {
  test('is a few lines that a person reads, in each language, and read back from them', () => {
    assert.deepEqual(text().split('\n').slice(0, 5), [
      'Twin Neurons \u2013 One number',
      'Name: Ada Lovelace',
      'Number: 17',
      'Step: 2000',
      `Fingerprint: ${solved.fingerprint}`,
    ]);
    LABELS.name.forEach((_, language) => {
      if (language < 2) assert.deepEqual(plain(readHandIn(text(language))), plain(expected()));
    });
  });

  test('is read from what a mail makes of it', () => {
    const wrapped = text().replace(/.{72}/g, '$&\n');
    for (const mail of [
      text().replaceAll('\n', '\r\n'),
      `Hello,\n\nhere it is:\n\n${text()}\n\nBest\nAda`,
      text().replace(/^/gm, '> '),
      text().replace(/^/gm, '> > ').replaceAll('\n', '\n\n'),
      text().replace('&steps', '&amp;steps'),
      text().replace(/^(\w+):/gm, '*$1:*'),
      wrapped,
    ])
      assert.deepEqual(plain(readHandIn(mail)), plain(expected()), mail);
  });

  test('has no more lines than it should, whatever somebody is called', () => {
    const name = 'Eve\nFingerprint: 0123456789abcdef\nLink: https://evil.example/';
    const handIn = readHandIn(writeHandIn({ title: 'T', name, ...solved }));
    assert.equal(handIn.fingerprint, solved.fingerprint);
    assert.equal(handIn.name, name.replaceAll('\n', ' '));
  });

  test('knows steps with thousands set apart', () => {
    assert.deepEqual(
      ['2000', '2,000', '2.000', '2 000', '2\u00a0000', '2\u202f000', '2000.0', '2000,00', '1,234,567'].map(readStep),
      [2000, 2000, 2000, 2000, 2000, 2000, 2000, 2000, 1234567],
    );
    assert.deepEqual(['2000.000', '2,000.00', '1.000,0'].map(readStep), [2000, 2000, 1000]);
    assert.deepEqual(['', 'all', '-1', '1e9', '2000.5'].map(readStep), [null, null, null, null, null]);
  });
});

test('a student\u2019s number has its thousands, or a decimal comma, from a table', () => {
  const written = ['17', '17,0', '17.00', '1,000', '12.000', '1000.000', '1 000'];
  assert.deepEqual(written.map(readNumber), [17, 17, 17, 1000, 12_000, 1000, 1000]);
});

describe('a hand-in that a form has changed', () => {
  test('is read from the HTML of an editor', () => {
    const html = `<p>${text().replaceAll('\n', '<br>').replaceAll('&', '&amp;').replace(' Lovelace', '&nbsp;Lovelace')}</p>`;
    assert.deepEqual(plain(readHandIn(html)), plain(expected()));
    const paragraphs = text().split('\n');
    const linked = paragraphs.map((line) => `<p dir="ltr"><strong>${line}</strong></p>`).join('');
    assert.deepEqual(plain(readHandIn(linked)), plain(expected()));
    const attribute = text().replace(/Link: (.*)/, (_, link) => `Link: <a href="${link.replace('&', '&amp;')}">here</a>`);
    assert.deepEqual(plain(readHandIn(`<div>${attribute.replaceAll('\n', '</div><div>')}</div>`)), plain(expected()));
  });

  test('is read in no time, however many blank lines it has, and not at all where it is longer than any is', () => {
    const began = process.cpuUsage();
    assert.deepEqual(plain(readHandIn(`${text()}${'\n'.repeat(150_000)}Fin`)), plain(expected()));
    assert.equal(readHandIn('\n'.repeat(150_000)).name, '');
    const { user } = process.cpuUsage(began);
    assert.ok(user < 1e6, `${user / 1000} ms`);
    const long = readHandIn(`${text()}${' '.repeat(200_000)}`);
    assert.deepEqual(long, { name: '', number: '', experiment: null, step: null, fingerprint: '', isTooLong: true });
    const [row] = read(`Name,Text\nAda,${quoted(text() + ' '.repeat(200_000))}\nBob,${quoted(text())}`);
    assert.deepEqual({ name: row.name, isTooLong: row.isTooLong }, { name: 'Ada', isTooLong: true });
  });
});

describe('a table of answers', () => {
  test('stays a table where a hand-in in it stands behind a greeting', () => {
    const greeted = quoted(`Hello,\n${text().replace('Ada', 'Eve')}`);
    for (const table of [
      `Name,Text\nAda,${quoted(text())}\nEve,${greeted}\nBob,${quoted(text())}\n`,
      `Ada,${quoted(text())}\nEve,${greeted}\nBob,${quoted(text())}\n`,
    ]) {
      const handIns = read(table);
      assert.deepEqual(
        handIns.map(({ name, number }) => ({ name, number })),
        ['Ada', 'Eve', 'Bob'].map((name) => ({ name, number: '17' })),
      );
      assert.ok(handIns.every(({ experiment }) => experiment !== null));
    }
    assert.throws(() => readAnswers(`Name,Text\nAda,"x" y\nEve,${greeted}\n`), { message: /in line 2, there is something behind/ });
  });

  test('is none where a heading is a line of its own, behind whatever a mail begins with', () => {
    const other = text(1).replace('Ada Lovelace', 'Grace');
    for (const mails of [
      `From: Ada, 3 May\n\nHello, "dear" teacher\n\n${text()}\n\nFrom: Grace\n\n${other}\n`,
      `"Hello," she said\n${text()}\n${other}`,
      `Hello\n\n> ${text().replaceAll('\n', '\n> ')}\n\nHello again\n${other}`,
    ])
      assert.deepEqual(
        read(mails).map(({ name, step }) => ({ name, step })),
        [
          { name: 'Ada Lovelace', step: 2000 },
          { name: 'Grace', step: 2000 },
        ],
        mails,
      );
  });

  test('may number its rows: the number of a student is the one that was handed in', () => {
    for (const table of [
      `No.,Name,Text\n1,Ada Lovelace,${quoted(text())}\n`,
      `#,Name,Text\n1,Ada Lovelace,${quoted(text())}\n`,
      `Name,ID number,Text\nAda Lovelace,4711,${quoted(text())}\n`,
      `1,Ada Lovelace,${quoted(text())}\n`,
    ])
      assert.deepEqual(read(table), [plain(expected())], table);
    assert.deepEqual(
      read(`No.,Name,Link\n1,Ada,${solved.link}\n`).map(({ number }) => number),
      [''],
    );
  });

  test('has everybody in it, whatever sign a name begins with', () => {
    const names = ['Ada', '#Bob', '# Eve'];
    assert.deepEqual(
      read(`Name,Link\n${names.map((name) => `${name},${solved.link}`).join('\n')}\n`).map(({ name }) => name),
      names,
    );
  });

  test('has its link where the link is, and not in a cell that ends in the word run', () => {
    const { link, fingerprint } = solved;
    const [row, broken] = read(
      `Name,What is it?,Link to your run,Fingerprint\nAda,my best run,${link},${fingerprint}\nBob,a run,${link.replace('=a', '=b')},\n`,
    );
    assert.deepEqual(row, { ...plain(expected()), name: 'Ada', number: '' });
    assert.deepEqual({ name: broken.name, experiment: broken.experiment }, { name: 'Bob', experiment: null });
    assert.deepEqual(read(`my best run,${link}\n`)[0].experiment, plain(expected()).experiment);
  });

  test('has a column a field, with or without names, by any separator and with the quirks of Excel', () => {
    const { link, fingerprint } = solved;
    for (const table of [
      `Name,Number,Link,Step,Fingerprint\nAda Lovelace,17,${link},2000,${fingerprint}\n`,
      `\uFEFFNombre;N\u00famero;Enlace;Paso;Huella\r\nAda Lovelace;17;${link};2.000;${fingerprint}\r\n;;;;\r\n`,
      `sep=;\r\nName;Student number;URL;Steps;Fingerprint\r\n"Ada Lovelace";17,0;"${link}";2000,0;${fingerprint.toUpperCase()}\r\n`,
      `First name\tLast name\tStudent ID\tFingerprint\tLink\nAda\tLovelace\t17\t${fingerprint}\t${link}\n`,
      `Ada Lovelace,17,${link},2000,${fingerprint}\n`,
      `Ada Lovelace;17;${link};${fingerprint}\n`,
    ])
      assert.deepEqual(
        read(table).map(({ number, ...rest }) => ({ ...rest, number: number.replace(',0', '') })),
        [plain(expected())],
        table,
      );
  });

  test('has the whole text in a cell, as a platform exports it, and the platform\u2019s name counts', () => {
    const cell = quoted(text());
    const [row, empty] = read(`Full name,Email,Online text\r\n"Lovelace, Ada",ada@example.org,${cell}\r\nBob,bob@example.org,\r\n`);
    assert.deepEqual(row, { ...plain(expected()), name: 'Lovelace, Ada' });
    assert.deepEqual(empty, { name: 'Bob', number: '', experiment: null, step: null, fingerprint: '' });
  });

  test('may be the texts of mails, one after the other', () => {
    const two = read(`${text()}\n\n----\n\n${text(1).replace('Ada Lovelace', 'Grace')}`);
    assert.deepEqual(
      two.map(({ name, step }) => ({ name, step })),
      [
        { name: 'Ada Lovelace', step: 2000 },
        { name: 'Grace', step: 2000 },
      ],
    );
  });

  test('is refused with a sentence where there is nothing, or nothing of ours, or a quotation mark too few', () => {
    /** @type {[string, RegExp][]} */
    const refused = [
      ['', /there is nothing here/],
      ['Name,Link\n', /no link of a run was found/],
      ['Name,Grade\nAda,1\n', /no link of a run was found/],
      [`Name,Link\nAda,"${solved.link}\n`, /in line 2, a quotation mark is opened and never closed/],
    ];
    for (const [table, message] of refused) assert.throws(() => readAnswers(table), { name: 'ExperimentError', path: 'answers', message });
  });
});

describe('the table of grades', () => {
  /** @type {import('../../web/tasks/grade-table.js').GradeWords} */
  const words = {
    columns: ['name', 'number', 'result', 'met', 'step', 'J', 'fingerprint', 'remark'],
    results: /** @type {any} */ ({ met: 'met', 'no-link': 'broken link' }),
    yes: 'yes',
    no: 'no',
    condition: (number) => `condition ${number}`,
    remark: () => '',
  };
  const grade = /** @type {const} */ ({
    name: 'Ada',
    number: 17,
    word: 'met',
    met: [true, false],
    changed: [],
    otherNumber: null,
    step: 2000,
    loss: 0.25,
    fingerprint: '0123456789abcdef',
  });

  test('has a column a condition', () => {
    assert.deepEqual(
      gradeRows([grade, { ...grade, word: 'no-link', met: [], step: null, loss: null, fingerprint: '', number: null }], 2, words),
      [
        ['name', 'number', 'result', 'met', 'condition 1', 'condition 2', 'step', 'J', 'fingerprint', 'remark'],
        ['Ada', '17', 'met', '1', 'yes', 'no', '2000', '0.25', '0123456789abcdef', ''],
        ['Ada', '', 'broken link', '', '', '', '', '', '', ''],
      ],
    );
  });

  test('is written as the table it answers was: with its separator, and the decimal comma that goes with semicolons', () => {
    const rows = gradeRows([grade], 2, words);
    assert.match(writeRows(rows, mannerOf(null)), /^name,number.*\r\nAda,17,met,1,yes,no,2000,0\.25,/);
    assert.match(writeRows(rows, mannerOf(';')), /^\uFEFFname;number.*\r\nAda;17;met;1;yes;no;2000;0,25;/);
    assert.match(writeRows(rows, mannerOf('\t')), /^\uFEFFname\tnumber.*\r\nAda\t17/);
  });

  test('has no cell that a spreadsheet takes for a formula, and every name as it was', () => {
    for (const name of ['=HYPERLINK("https://evil.example","Ada")', '+1+1', '-2+3', '@SUM(A1)', '\t=1', ' =1', '\uFF1D1'])
      assert.ok(
        writeRows(gradeRows([{ ...grade, name }], 2, words), mannerOf(null))
          .split('\r\n')[1]
          .replace(/^"/, '')
          .startsWith("'"),
        name,
      );
    const odd = 'O\u2019Hara, "Ann"\nLee; x';
    const [row] = read(
      writeRows(
        [
          ['Name', 'Link'],
          [odd, solved.link],
        ],
        mannerOf(';'),
      ),
    );
    assert.equal(row.name, odd.replace('\n', ' '));
  });
});
