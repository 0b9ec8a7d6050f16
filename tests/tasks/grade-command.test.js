/** twin-neurons grade: a class's table in, a table of grades out, quickly, and a sentence where something cannot be read. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openLab } from 'twin-neurons';
import { readAnswers } from '../../web/tasks/answers.js';
import { writeHandIn } from '../../web/tasks/hand-in.js';
import { createJudge, gradeAll } from '../../web/tasks/judge.js';
import { parseTask } from '../../web/tasks/task.js';
import { writeTaskLink } from '../../web/tasks/task-link.js';
import { makeFolder, outputOf, runCommand } from '../support/command.js';
import { atOnce } from '../support/shared.js';
import { ONE_NUMBER, PAGE, solve } from './students.js';

const STUDENTS = 200;

/** @type {import('twin-neurons').Lab} */
let lab;
const task = parseTask(ONE_NUMBER);
/** @type {ReturnType<typeof solve>[]} */
let solved;
before(async () => {
  lab = await openLab();
  solved = Array.from({ length: STUDENTS }, (_, at) => solve(lab, task, 1000 + at, ({ w5 }) => ({ w6: w5 })));
});
after(() => lab.close());

const cwd = makeFolder({ 'task.json': JSON.stringify(ONE_NUMBER) });
/** @param {string} name @param {string | Buffer} text */
const put = (name, text) => writeFileSync(join(cwd, name), text);
/** @param {ReturnType<typeof solve>} each */
const row = ({ number, link, step, fingerprint }) => `Student ${number},${number},${link},${step},${fingerprint}`;

describe('twin-neurons grade', () => {
  test('trains 200 hand-ins of 2,000 steps again in less than two seconds of processor time', () => {
    const { handIns } = readAnswers(solved.map(row).join('\n'));
    const before = process.cpuUsage();
    const grades = atOnce(gradeAll(createJudge(/** @type {any} */ (lab), task), task, handIns));
    const { user, system } = process.cpuUsage(before);
    assert.ok(grades.length === STUDENTS && grades.every(({ word }) => word === 'met'));
    assert.ok(user + system < 2e6, `${(user + system) / 1000} ms`);
  });

  test('prints a row for each, in their order', async () => {
    put('class.csv', `Name,Number,Link,Step,Fingerprint\n${solved.map(row).join('\n')}\n`);
    const table = await outputOf(['grade', 'task.json', 'class.csv'], { cwd });
    const rows = table.trim().split('\r\n');
    assert.equal(rows[0], 'name,number,result,conditions met,condition 1,step,J,fingerprint,remark');
    assert.deepEqual(
      rows.slice(1).map((each) => each.replace(/,0\.\d+,/, ',J,')),
      solved.map(({ number, fingerprint }) => `Student ${number},${number},met,1,yes,2000,J,${fingerprint},`),
    );
  });

  test('gives each that is wrong its word, and the others theirs', async () => {
    const [one, two, three, four, five] = solved;
    const rows = [
      row(one),
      row({ ...two, number: three.number }),
      row({ ...three, fingerprint: '0123456789abcdef' }),
      row({ ...four, link: four.link.replace(/run=a...../, 'run=a') }),
      row({ ...five, step: 100 }),
      `Eve,${one.number},${one.link},2000,${one.fingerprint}`,
    ];
    put('some.csv', rows.join('\n'));
    const table = await outputOf(['grade', 'task.json', 'some.csv'], { cwd });
    assert.deepEqual(
      table
        .trim()
        .split('\r\n')
        .slice(1)
        .map((each) => each.split(',')[2]),
      ['number given twice', 'another start', 'made-up fingerprint', 'broken link', 'too few steps', 'number given twice'],
    );
    put('seeds.csv', [row({ ...two, number: three.number }), row(two)].join('\n'));
    assert.match(await outputOf(['grade', 'task.json', 'seeds.csv'], { cwd }), /another student's seed.*it is the start of number 1001/);
  });

  test('takes the task as a link and the answers from standard input, and writes to a file', async () => {
    const link = `${PAGE}#task=${writeTaskLink(task)}`;
    const input = writeHandIn({ title: '', name: '=Ada', ...solved[0] });
    const { code, stdout, stderr } = await runCommand(['grade', link, '-', '--out', 'grades.csv'], { cwd, input });
    assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: '', stderr: '' });
    assert.match(readFileSync(join(cwd, 'grades.csv'), 'utf8'), /\r\n'=Ada,1000,met,1,/);
  });

  test('reads what Excel saves: semicolons, a decimal comma, the letters of Windows', async () => {
    const { number, link, fingerprint } = solved[0];
    const table = `Name;N\u00famero;Link;Step;Fingerprint\r\nJos\u00e9;${number},0;${link};2.000;${fingerprint}\r\n`;
    put('excel.csv', Buffer.from(table, 'latin1'));
    assert.match(await outputOf(['grade', 'task.json', 'excel.csv'], { cwd }), /\r\nJos\u00e9;1000;met;1;yes;2000;0,\d+;/);
  });

  test('refuses with a sentence what it cannot use, and writes nothing', async () => {
    put('none.csv', 'Name,Grade\nAda,1\n');
    put('impossible.json', JSON.stringify({ ...ONE_NUMBER, conditions: [{ what: 'kind', layer: 2, units: [1, 2], is: 'tied' }] }));
    put('book.xlsx', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0]));
    put('idle.json', JSON.stringify({ ...ONE_NUMBER, allow: ['w1', 'w2', 'w3', 'w4', 'w5', 'w6'] }));
    put('ok.csv', row(solved[0]));
    /** @type {[string[], number, RegExp][]} */
    const refused = [
      [['grade', 'task.json'], 2, /a task and a table of answers are needed/],
      [['grade', '-', '-'], 2, /standard input can be the task or the answers, not both/],
      [['grade', 'task.json', 'none.csv'], 1, /none\.csv: answers: no link of a run was found/],
      [['grade', 'task.json', 'book.xlsx'], 1, /book\.xlsx is a workbook; save it as CSV/],
      [['grade', 'impossible.json', 'ok.csv'], 1, /impossible\.json: task\.conditions\[0\]\.layer: must name a hidden layer that is there/],
      [['grade', 'idle.json', 'ok.csv'], 1, /idle\.json: task\.seed: every parameter that depends on the seed may be changed/],
      [['grade', `${PAGE}#task=abc`, 'ok.csv'], 1, /the link: task: the link is damaged/],
      [['grade', 'task.json', 'missing.csv'], 1, /missing\.csv cannot be read: there is no such file/],
      [['grade', 'task.json', 'ok.csv', '--out', 'ok.csv'], 1, /ok\.csv cannot be written: it is read by the same call/],
    ];
    for (const [args, expected, sentence] of refused) {
      const { code, stdout, stderr } = await runCommand(args, { cwd });
      assert.equal(code, expected, stderr);
      assert.match(stderr, sentence);
      assert.equal(stdout, '');
    }
  });
});
