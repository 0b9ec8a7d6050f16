/** What the teacher's page that grades a task says, in English. */

/** @typedef {import('../../tasks/judge.js').Grade} Grade */
/** @typedef {import('../../tasks/grade-table.js').GradeWords} GradeWords */

/** @type {GradeWords} */
const words = {
  columns: ['name', 'number', 'result', 'conditions met', 'step', 'J', 'fingerprint', 'remark'],
  results: {
    met: 'met',
    'not-met': 'not met',
    'no-link': 'broken link',
    'no-number': 'number missing',
    'other-experiment': 'another experiment',
    'other-start': 'another start',
    'other-seed': 'another student\u2019s seed',
    changed: 'changed what is not allowed',
    'too-few-steps': 'too few steps',
    'too-many-steps': 'too many steps',
    fingerprint: 'made-up fingerprint',
    'no-fingerprint': 'fingerprint missing',
    'number-twice': 'number given twice',
    'too-large': 'too large',
  },
  yes: 'yes',
  no: 'no',
  condition: (condition) => `condition ${condition}`,
  remark({ word, changed, otherNumber }) {
    if (word === 'other-seed') return `it is the start of number ${otherNumber}`;
    if (changed.length > 0) return `not allowed: ${changed.slice(0, 12).join(' ')}${changed.length > 12 ? ' and more' : ''}`;
    return word === 'number-twice' ? 'another name was given with this number, too' : '';
  },
};

export const gradeMessages = {
  title: 'Grade a task',
  lead: 'What a class handed in is trained again here, in this browser. The files stay on this device.',
  task: 'The task',
  taskHint: 'Its link, or its file pasted or chosen.',
  taskFile: 'Choose the task\u2019s file',
  answers: 'What was handed in',
  answersHint:
    'A table (CSV) with a row a student, or the texts from mails, one after the other. Paste them, choose files, or drop files on the page.',
  answersFiles: 'Choose files of answers',
  grade: 'Grade',
  /** @type {(title: string, steps: number, conditions: number) => string} */
  isTask: (title, steps, conditions) =>
    `${title === '' ? 'A task' : `\u201c${title}\u201d`}: ${steps} steps, ${conditions} ${conditions === 1 ? 'condition' : 'conditions'}.`,
  /** @type {(done: number, all: number) => string} */
  working: (done, all) => `${done} of ${all} trained again.`,
  /** @type {(met: number, notMet: number, others: number) => string} */
  result: (met, notMet, others) => `${met} met, ${notMet} not met, ${others} to be looked at.`,
  taskMissing: 'Give the task first: its link or its file.',
  answersMissing: 'Give what was handed in: a table or texts.',
  /** @type {(file: string) => string} */
  workbook: (file) => `${file} is a workbook; save it as CSV, and give that.`,
  tooLarge: 'The file is larger than 64 MB.',
  failed: 'The engine did not start in this browser.',
  table: 'Grades',
  save: 'Save the table (CSV)',
  fileName: 'grades.csv',
  toPage: 'To the lesson and the lab',
  words,
};
