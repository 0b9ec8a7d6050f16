/** twin-neurons grade: trains what a class has handed in again, and writes what is to be said of each. */
import { ExperimentError } from '../base/errors.js';
import { LIMITS } from '../experiment/tables.js';
import { MOST_CHARACTERS, readAnswers } from '../tasks/answers.js';
import { gradeRows, mannerOf, writeRows } from '../tasks/grade-table.js';
import { createJudge, gradeAll, inTurns } from '../tasks/judge.js';
import { readTask as parseTask } from '../tasks/read-task.js';
import { openLab } from '../twin-neurons.js';
import { EXIT, InputError, Interruption, UsageError } from './failures.js';
import { readText } from './files.js';
import { writeOutput } from './outputs.js';
import { protectInputs } from './places.js';
import { Progress } from './progress.js';

/** @typedef {import('../tasks/judge.js').Grade} Grade */
/** @typedef {import('../tasks/task.js').Task} Task */
/** @typedef {import('./main.js').Io} Io */

/** @type {Readonly<Record<import('../tasks/judge.js').Word, string>>} */
const RESULTS = Object.freeze({
  met: 'met',
  'not-met': 'not met',
  'no-link': 'broken link',
  'no-number': 'no number',
  'other-experiment': 'another experiment',
  'other-start': 'another start',
  'other-seed': "another student's seed",
  changed: 'changed what is not allowed',
  'too-few-steps': 'too few steps',
  'too-many-steps': 'too many steps',
  fingerprint: 'made-up fingerprint',
  'no-fingerprint': 'no fingerprint',
  'number-twice': 'number given twice',
  'too-large': 'too large',
});

/** @type {import('../tasks/grade-table.js').GradeWords} */
const WORDS = {
  columns: ['name', 'number', 'result', 'conditions met', 'step', 'J', 'fingerprint', 'remark'],
  results: RESULTS,
  yes: 'yes',
  no: 'no',
  condition: (number) => `condition ${number}`,
  remark: remarkOn,
};

/** @param {Grade} grade */
function remarkOn({ word, changed, otherNumber }) {
  if (word === 'other-seed') return `it is the start of number ${otherNumber}`;
  if (changed.length > 0) return `not allowed: ${changed.slice(0, 12).join(' ')}${changed.length > 12 ? ' and more' : ''}`;
  if (word === 'number-twice') return 'another name was given with this number, too';
  return '';
}

/**
 * @param {import('./options.js').Arguments} args
 * @param {Io} io
 * @returns {Promise<number>} exit code
 */
export async function gradeCommand({ operands, given }, io) {
  if (operands.length !== 2) throw new UsageError(`a task and a table of answers are needed, each a file or "-"; got ${operands.length}`);
  const [taskName, answersName] = operands;
  if (taskName === '-' && answersName === '-') throw new UsageError('standard input can be the task or the answers, not both');
  const out = given.get('--out') ?? '-';
  protectInputs([out], operands);
  const task = await readTask(taskName, io);
  const { handIns, separator } = await readAnswersOf(answersName, io);
  const lab = await openLab();
  const progress = new Progress(io.stderr, { total: handIns.length, unit: 'hand-ins' });
  try {
    const judge = named(shownAs(taskName), () => createJudge(lab, task));
    const grades = await inTurns(gradeAll(judge, task, handIns), async (done) => {
      progress.show(done);
      await new Promise((resolve) => setImmediate(resolve));
      if (io.signal.aborted)
        throw new Interruption(io.signal.reason, `ended by ${io.signal.reason} after ${done} of ${handIns.length}; nothing was written`);
    });
    await writeOutput(out, writeRows(gradeRows(grades, task.conditions.length, WORDS), mannerOf(separator)), io);
    return EXIT.ok;
  } finally {
    progress.end();
    lab.close();
  }
}

/** @param {string} name @param {Io} io @returns {Promise<Task>} */
async function readTask(name, { stdin, signal }) {
  const text = isLink(name) ? name : await readText(name, { stdin, signal, mostBytes: LIMITS.jsonCharacters });
  return named(shownAs(name), () => parseTask(text));
}

/** @param {string} name */
const isLink = (name) => /#.*task(?:=|%(?:25)*3d)/i.test(name);

/** @param {string} name */
const shownAs = (name) => (isLink(name) ? 'the link' : name === '-' ? 'standard input' : name);

/** @param {string} name @param {Io} io */
async function readAnswersOf(name, { stdin, signal }) {
  const text = await readText(name, { stdin, signal, mostBytes: MOST_CHARACTERS, isTable: true });
  return named(name === '-' ? 'standard input' : name, () => readAnswers(text));
}

/** @template T @param {string} shown where the text comes from @param {() => T} read */
function named(shown, read) {
  try {
    return read();
  } catch (error) {
    if (error instanceof ExperimentError) throw new InputError(`${shown}: ${error.message}`);
    throw error;
  }
}
